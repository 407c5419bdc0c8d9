"""Whose official a person is, where the title does not say.

In this order: the state of the officials that a list belongs to ("Korean leaders, including …"), the state of the
office if only one state has such ("secretary of state"), the country that the sentence is set in for those met
there ("In Seoul, she met Foreign Minister …"), the government that publishes the text for its own people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.coreference import Referents
from kg.extract.homes import dateline_country, of_home, publishing_country
from kg.extract.prepositions import preposition
from kg.extract.scenes import is_subject, of_retinue, of_setting, of_visit
from kg.extract.titles import title_tokens
from kg.extract.titles_before import country_behind
from kg.extract.verbs import VERBAL, subjects
from kg.extract.wording import words
from kg.language.document import TITLE, Document, Token
from kg.language.lexicon import Lexicon
from kg.model import Article, EntityKind, Referent

PASSES = 2
"""How often the states of the persons are read: once more for those that hang on others' states."""


def with_countries(article: Article, referents: Referents, lexicon: Lexicon) -> Referents:
    """The referents, officials without a state given the one that the text implies; whose state that tells, too."""
    homes = publishing_country(article, lexicon), dateline_country(article, lexicon)
    for _ in range(PASSES):
        things = dict(referents.things)
        for key, thing in referents.things.items():
            if thing.kind is EntityKind.PERSON and thing.country is None:
                country = _implied(referents, key, thing, homes, lexicon)
                things[key] = thing if country is None else _represent(thing, country)
        referents = replace(referents, things=things)
    return referents


def _implied(
    referents: Referents, key: str, thing: Referent, homes: tuple[str | None, str | None], lexicon: Lexicon
) -> str | None:
    mentions = [t for t in referents.doc.tokens if t.name is not None and referents.of(t) == (key,)]
    behind = _of_behind(referents, mentions)
    if behind is not None or not thing.offices or _is_of_bodies(thing, lexicon):
        return behind
    return _country(referents, key, thing, mentions, homes, lexicon)


def _represent(thing: Referent, country: str) -> Referent:
    offices = tuple(o if o.of else replace(o, of=country) for o in thing.offices)
    return replace(thing, country=country, offices=offices)


def _country(
    referents: Referents,
    key: str,
    thing: Referent,
    mentions: list[Token],
    homes: tuple[str | None, str | None],
    lexicon: Lexicon,
) -> str | None:
    publisher, home = homes
    readings = (
        _of_list(referents, mentions),
        _sole(thing, lexicon),
        of_setting(referents, mentions, lexicon),
        _of_company_behind(referents, mentions),
        _of_reporter(referents, mentions, lexicon),
        _of_company(referents, mentions, thing),
        of_retinue(referents, mentions),
        _of_description(referents, key, thing, mentions[0], lexicon),
        of_visit(referents, mentions, lexicon),
        of_home(referents, mentions, thing, home, lexicon),
        _of_thanks(referents, mentions),
        _of_topic(referents, mentions[0]),
    )
    for reading in readings:
        if reading is not None:
            return reading
    own = _is_own(referents.doc, mentions, thing) and not any(
        o.label in lexicon.lacking_offices.get(publisher or "", ()) for o in thing.offices
    )
    return publisher if own else None


def _is_own(doc: Document, mentions: list[Token], thing: Referent) -> bool:
    """Whether a government speaks of its own: the one who acts in its text, or its spokesperson."""
    return is_subject(doc, mentions[0]) or any("spokesperson" in o.label for o in thing.offices)


def _of_list(referents: Referents, mentions: list[Token]) -> str | None:
    """ "ROK leaders, including Foreign Minister Park Jin"."""
    doc = referents.doc
    for token in mentions:
        for head in _list_heads(doc, token):
            countries = {
                k
                for c in doc.children(head, "amod", "compound", "nmod")
                if c.i < head.i
                for k in referents.of(c)
                if referents.kind(k) is EntityKind.COUNTRY
            }
            if len(countries) == 1:
                return countries.pop()
    return None


def _list_heads(doc: Document, token: Token) -> Iterator[Token]:
    current = token
    for head in doc.ancestors(token):
        if head.pos in VERBAL:
            return
        if head.name is None and preposition(doc, current) in {"including", "such as"}:
            yield head
        current = head


def _is_of_bodies(thing: Referent, lexicon: Lexicon) -> bool:
    """Whether somebody holds an office that bodies have, not states: nothing near by tells of which."""
    return any(o.label.endswith(lexicon.offices_of_bodies) for o in thing.offices)


def _of_behind(referents: Referents, mentions: list[Token]) -> str | None:
    """ "the presidents Mary Banda of Zambia and …", "ministers Mary Banda in Lusaka and Elias Haddad in Beirut"."""
    doc = referents.doc
    for token in mentions:
        behind = country_behind(doc, token)
        if behind is not None and behind.name is not None and behind.name.kind is EntityKind.COUNTRY:
            return behind.name.key
        if _place_behind(doc, token) is not None and _is_one_of_several_placed(doc, token):
            return _place_behind(doc, token)
    return None


def _place_behind(doc: Document, token: Token) -> str | None:
    """The country that "in" leads to right behind a name."""
    behind = [t for t in doc.tokens[token.i + 1 : token.i + 4] if t.text != "the"]
    if len(behind) < 2 or behind[0].text != "in" or behind[1].name is None:
        return None
    return behind[1].name.key if behind[1].name.kind is EntityKind.COUNTRY else None


def _is_one_of_several_placed(doc: Document, token: Token) -> bool:
    persons = [t for t in doc.words(doc.sentence(token)) if t.name and t.name.kind is EntityKind.PERSON]
    return sum(_place_behind(doc, t) is not None for t in persons) > 1


def _of_company_behind(referents: Referents, mentions: list[Token]) -> str | None:
    """The state of whoever is "his foreign minister": "President Banda and his Zambian foreign minister X"."""
    doc = referents.doc
    for token in mentions:
        for child in doc.children(token, "conj"):
            keys = referents.of(child) if child.name is not None else ()
            title = title_tokens(doc, child)
            lead = doc.tokens[(title[0].i if title else child.i) - 1].text.lower()
            other = referents.things[keys[0]] if keys else None
            if other is not None and other.kind is EntityKind.PERSON and lead in {"his", "her"}:
                counterpart = any("counterpart" in t.text.lower() for t in title)
                return None if counterpart else other.country
    return None


def _of_description(
    referents: Referents, key: str, thing: Referent, mention: Token, lexicon: Lexicon
) -> str | None:
    """ "the Zambian minister" behind the one minister whose state the text has left open."""
    labels = {o.label for o in thing.offices}
    found = set()
    for token in referents.doc.tokens[mention.i + 1 :]:
        described = _described(referents, token, lexicon)
        if described is not None and described[0] in labels:
            found.add(described)
    if len(found) != 1:
        return None
    label, country = found.pop()
    others = (t for k, t in referents.things.items() if k != key and label in {o.label for o in t.offices})
    return None if any(t.country in {None, country} for t in others) else country


def _described(referents: Referents, token: Token, lexicon: Lexicon) -> tuple[str, str] | None:
    """What office of which state a definite phrase names that no name follows: "the Zambian foreign minister"."""
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
    label = lexicon.normalize_office(" ".join(t.text for t in (*between, token)))
    return None if key is None else (label, key)


def _of_company(referents: Referents, mentions: list[Token], thing: Referent) -> str | None:
    """The state of the official named just before in one list, where the two hold different offices.

    "met Norwegian Prime Minister A and Foreign Minister B": two prime ministers would be of two states.
    """
    own = {office.label for office in thing.offices}
    for token in mentions:
        first = referents.doc.tokens[token.head]
        keys = referents.of(first) if token.relation == "conj" and first.i < token.i else ()
        other = referents.things[keys[0]] if keys else None
        if (
            other is not None
            and _place_behind(referents.doc, token) in {None, other.country}
            and other.kind is EntityKind.PERSON
            and other.country
            and not is_subject(referents.doc, token)
        ):
            theirs = {office.label for office in other.offices}
            return other.country if theirs and not own & theirs else None
    return None


def _of_thanks(referents: Referents, mentions: list[Token]) -> str | None:
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


def _of_topic(referents: Referents, mention: Token) -> str | None:
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


def _of_reporter(referents: Referents, mentions: list[Token], lexicon: Lexicon) -> str | None:
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


def _sole(thing: Referent, lexicon: Lexicon) -> str | None:
    """The one state that has such an office."""
    forms = {form for o in thing.offices for form in (o.label, o.verbatim.lower())}
    found = {lexicon.sole_offices[form] for form in forms if form in lexicon.sole_offices}
    return found.pop() if len(found) == 1 else None
