"""Where the acts of a text happen: whoever is met there is mostly an official of that country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.coreference import Referents
from kg.extract.prepositions import preposition
from kg.extract.verbs import VERBAL, subjects
from kg.extract.wording import words
from kg.language.document import Document, Sentence, Token
from kg.language.lexicon import Lexicon
from kg.model import EntityKind

SETTING = frozenset({"in", "while in", "at"})
PLACES = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})
LOOK_BACK = 2
"""Sentences before its own in which a journey may be told."""


def of_setting(referents: Referents, mentions: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The country of "In Seoul, …" for whoever is met there, not for the visitor who is the subject."""
    for token in mentions:
        if is_subject(referents.doc, token):
            return None
    for token in mentions:
        country = setting_of(referents, referents.doc.sentence(token), token) or _of_meeting_place(
            referents, token, lexicon
        )
        if country is not None:
            return country
    return None


def _of_meeting_place(referents: Referents, token: Token, lexicon: Lexicon) -> str | None:
    """The host country of "met in Muscat with Deputy Foreign Minister …", where the subject comes from elsewhere."""
    doc = referents.doc
    verb = next((t for t in doc.ancestors(token) if t.pos in VERBAL), None)
    if verb is None:
        return None
    visitors = {referents.things[k].country for s in subjects(doc, verb) for k in referents.of(s)}
    for child in doc.children(verb, "obl"):
        keys = referents.of(child) if preposition(doc, child) == "in" and child.i < token.i else ()
        thing = referents.things[keys[0]] if keys and child.text not in lexicon.meeting_grounds else None
        if thing is not None and thing.kind in {EntityKind.COUNTRY, EntityKind.PLACE}:
            host = thing.key if thing.kind is EntityKind.COUNTRY else thing.country
            return host if host not in visitors else None
    return None


def of_visit(referents: Referents, mentions: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The one country to which the text takes whoever meets somebody: "She arrived in Quito. She met President X."."""
    doc = referents.doc
    for token in mentions:
        verb = next((t for t in doc.ancestors(token) if t.pos in VERBAL), None)
        if verb is None or is_subject(doc, token) or verb.lemma not in words("meeting"):
            continue
        visitors = {referents.things[k].country for s in subjects(doc, verb) for k in referents.of(s)} - {
            None
        }
        if len(visitors) != 1:
            return None
        for near in (doc.words(doc.sentence(token)), tuple(_before(doc, token))):
            told = [t for t in near if t.i < token.i]
            found = {c for t in told for c in _foreign(referents, t, lexicon)} - visitors
            travels = words("visits") | words("journeys") | words("onward")
            if len(found) == 1 and any(t.lemma in travels for t in told):
                return found.pop()
        return None
    return None


def of_retinue(referents: Referents, mentions: Sequence[Token]) -> str | None:
    """The state of whoever is said to be accompanied by somebody."""
    doc = referents.doc
    for token in mentions:
        chain = (token, *doc.ancestors(token))
        agent = next((t for t in chain if t.dep == "obl:agent" or preposition(doc, t) == "by"), None)
        verb = doc.head(agent) if agent is not None else None
        if verb is None or verb.lemma != "accompany":
            continue
        while not doc.children(verb, "nsubj") and verb.relation in {"conj", "xcomp"}:
            verb = doc.tokens[verb.head]
        states = {referents.things[k].country for s in doc.children(verb, "nsubj") for k in referents.of(s)}
        return states.pop() if len(states) == 1 else None
    return None


def _before(doc: Document, token: Token) -> Iterator[Token]:
    """The words of a token's sentence and of those just before it, up to the token."""
    first = doc.sentences[max(token.sentence - LOOK_BACK, 0)].first
    yield from doc.tokens[first : token.i]


def _foreign(referents: Referents, token: Token, lexicon: Lexicon) -> Iterator[str]:
    """The country that a name tells of as a place, not as somebody's state."""
    if token.name is None or token.text in lexicon.meeting_grounds or token.name.kind not in PLACES:
        return
    if token.name.form not in {"demonym", "people"}:
        for key in referents.of(token):
            country = key if referents.kind(key) is EntityKind.COUNTRY else referents.things[key].country
            yield from (country,) if country is not None else ()


def is_subject(doc: Document, token: Token) -> bool:
    """Whether a name, or what it belongs to, acts in its clause."""
    for current in (token, *doc.ancestors(token)):
        if current.relation == "nsubj":
            return True
        if current.relation not in {"conj", "flat", "appos", "nmod"} or current.pos in VERBAL:
            return False
    return False


def setting_of(referents: Referents, sentence: Sentence, before: Token) -> str | None:
    """The country that a sentence is set in by its opening phrase ("While in Kyiv, …")."""
    doc = referents.doc
    opening = [t for t in doc.words(sentence) if t.i < before.i][:9]
    for token in opening:
        if token.pos in VERBAL:
            return None
        if token.name is not None and token.name.kind in {EntityKind.COUNTRY, EntityKind.PLACE}:
            words = {t.text.lower() for t in opening if t.i < token.i}
            if words & SETTING and token.name.form not in {"demonym", "people"}:
                keys = referents.of(token)
                thing = referents.things[keys[0]] if keys else None
                if thing is not None:
                    return thing.key if thing.kind is EntityKind.COUNTRY else thing.country
    return None
