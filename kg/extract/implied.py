"""Whose official a person is, by what the text says around: a description, a topic, thanks, the medium that speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.coreference import Referents
from kg.extract.scenes import is_subject
from kg.extract.verbs import VERBAL, subjects
from kg.extract.wording import words
from kg.language.document import TITLE, Token
from kg.language.lexicon import Lexicon
from kg.model import EntityKind, Referent


class Description(NamedTuple):
    """A definite phrase that names an office of a state, and no name: "the Zambian foreign minister"."""

    at: int
    office: str
    country: str


def find_descriptions(referents: Referents, lexicon: Lexicon) -> tuple[Description, ...]:
    """Every description of a text, in its order."""
    found = (_described(referents, token, lexicon) for token in referents.doc.tokens)
    return tuple(description for description in found if description is not None)


def _described(referents: Referents, token: Token, lexicon: Lexicon) -> Description | None:
    doc = referents.doc
    if token.dep == TITLE or token.name is not None or not lexicon.is_office(token.text):
        return None
    states = [t for t in doc.tokens[max(token.i - 5, 0) : token.i] if t.name and t.sentence == token.sentence]
    if not states or states[-1].name is None or states[-1].name.kind is not EntityKind.COUNTRY:
        return None
    between = doc.tokens[states[-1].i + 1 : token.i]
    if doc.tokens[states[-1].i - 1].text.lower() != "the" or any(not t.text.isalpha() for t in between):
        return None
    key = states[-1].name.key
    office = lexicon.normalize_office(" ".join(t.text for t in (*between, token)))
    return None if key is None else Description(token.i, office, key)


def of_description(
    referents: Referents, key: str, thing: Referent, mention: Token, described: Sequence[Description]
) -> str | None:
    """ "the Zambian minister" behind the one minister whose state the text has left open."""
    labels = {o.label for o in thing.offices}
    found = {(d.office, d.country) for d in described if d.at > mention.i and d.office in labels}
    if len(found) != 1:
        return None
    label, country = found.pop()
    others = (t for k, t in referents.things.items() if k != key and label in {o.label for o in t.offices})
    return None if any(t.country in {None, country} for t in others) else country


def of_thanks(referents: Referents, mentions: Sequence[Token]) -> str | None:
    """The country first thanked in the sentence that tells of talks with somebody: "grateful for Oman's help"."""
    doc = referents.doc
    for token in mentions:
        behind = doc.tokens[token.i + 1 : doc.sentence(token).last]
        thanks = next((t for t in behind if t.lemma.lower() in words("thanks")), None)
        if thanks is None or is_subject(doc, token):
            continue
        owners = (t for t in behind if t.i > thanks.i and t.dep == "nmod:poss" and t.name is not None)
        keys = (k for t in owners for k in referents.of(t))
        helper = next((k for k in keys if referents.kind(k) is EntityKind.COUNTRY), None)
        return None if helper in _states_that_act(referents, token) else helper
    return None


def _states_that_act(referents: Referents, token: Token) -> set[str | None]:
    """The states of those who act where a name stands: "Peru's president asked X to thank …" is no thanks to Peru."""
    doc = referents.doc
    verbs = (t for t in doc.ancestors(token) if t.pos in VERBAL)
    return {
        referents.things[k].country for verb in verbs for s in subjects(doc, verb) for k in referents.of(s)
    }


def of_topic(referents: Referents, mention: Token) -> str | None:
    """The one country that the sentence before speaks of, in the same paragraph."""
    doc = referents.doc
    if mention.sentence == 0:
        return None
    before, own = doc.sentences[mention.sentence - 1], doc.sentence(mention)
    if "\n" in doc.text[before.span.end : own.span.start] or before.headline:
        return None
    found = {
        k
        for t in doc.words(before)
        for k in referents.of(t)
        if t.name is not None and referents.kind(k) in {EntityKind.COUNTRY, EntityKind.PERSON}
    }
    countries = {k if referents.kind(k) is EntityKind.COUNTRY else referents.things[k].country for k in found}
    only = countries.pop() if len(countries) == 1 else None
    return only if is_subject(doc, mention) and not _has_counterpart(referents, mention, only) else None


def _has_counterpart(referents: Referents, mention: Token, country: str | None) -> bool:
    """Whether a sentence has somebody else of a country, by whose name nobody tells the first: "X met the Greek king"."""
    for token in referents.doc.words(referents.doc.sentence(mention)):
        for key in referents.of(token) if token.name is not None else ():
            thing = referents.things[key]
            if key == country and token.name is not None and token.name.form == "demonym":
                return True
            if (
                thing.kind is EntityKind.PERSON
                and thing.country == country
                and key not in referents.of(mention)
            ):
                return True
    return False


def of_reporter(referents: Referents, mentions: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The country of the state medium whose words the sentence gives: it names its own people without their state."""
    for token in mentions:
        for verb in (t for t in referents.doc.ancestors(token) if t.pos in VERBAL):
            for subject in referents.doc.children(verb, "nsubj"):
                names = [t.name for t in referents.doc.subtree(subject) if t.name is not None]
                described = (lexicon.describe(name.key or "") for name in names)
                media = {d.country for d in described if d is not None and d.state_media}
                if len(media) == 1:
                    return media.pop()
    return None


def of_sole_office(thing: Referent, lexicon: Lexicon) -> str | None:
    """The one state that has such an office."""
    forms = {form for o in thing.offices for form in (o.label, o.verbatim.lower())}
    found = {lexicon.sole_offices[form] for form in forms if form in lexicon.sole_offices}
    return found.pop() if len(found) == 1 else None
