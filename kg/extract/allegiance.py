"""Whose official a person is, where the title does not say.

In this order: the state of the officials that a list belongs to ("Korean leaders, including …"), the state of the
office if only one state has such ("secretary of state"), the country that the sentence is set in for those met
there ("In Seoul, she met Foreign Minister …"), the government that publishes the text for its own people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.coreference import Referents
from kg.extract.predicates import VERBAL, preposition, subjects
from kg.extract.wording import words
from kg.language.document import Document, Sentence, Token
from kg.language.lexicon import Entry, Lexicon
from kg.model import Article, EntityKind, Referent

SETTING = frozenset({"in", "while in", "at"})
GOVERNMENT = re.compile(
    r"\b(?:Department|Ministry|Office|White House|Embassy|Government|Presidency|Cabinet)\b"
)


def with_countries(article: Article, referents: Referents, lexicon: Lexicon) -> Referents:
    """The referents, officials without a state given the one that the text implies."""
    things = dict(referents.things)
    publisher = publishing_country(article, lexicon)
    for key, thing in referents.things.items():
        if thing.kind is EntityKind.PERSON and thing.country is None and thing.offices:
            country = _country(referents, key, thing, publisher, lexicon)
            if country is not None:
                things[key] = _represent(thing, country)
    return replace(referents, things=things)


def _represent(thing: Referent, country: str) -> Referent:
    offices = tuple(o if o.of else replace(o, of=country) for o in thing.offices)
    return replace(thing, country=country, offices=offices)


def _country(
    referents: Referents, key: str, thing: Referent, publisher: str | None, lexicon: Lexicon
) -> str | None:
    mentions = [t for t in referents.doc.tokens if t.name is not None and referents.of(t) == (key,)]
    readings = (
        _of_list(referents, mentions),
        _sole(thing, lexicon),
        _of_setting(referents, mentions, lexicon),
        _of_reporter(referents, mentions, lexicon),
        _of_company(referents, mentions, thing),
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
    return _is_subject(doc, mentions[0]) or any("spokesperson" in o.label for o in thing.offices)


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
            and other.kind is EntityKind.PERSON
            and other.country
            and not _is_subject(referents.doc, token)
        ):
            theirs = {office.label for office in other.offices}
            return other.country if theirs and not own & theirs else None
    return None


def _of_thanks(referents: Referents, mentions: list[Token]) -> str | None:
    """The country thanked in the sentence that tells of talks with somebody: "expressing appreciation for Oman's help"."""
    doc = referents.doc
    for token in mentions:
        if _is_subject(doc, token):
            continue
        thanks = [
            t for t in doc.words(doc.sentence(token)) if t.lemma.lower() in words("thanks") and t.i > token.i
        ]
        thanked = {
            k
            for t in thanks
            for o in doc.subtree(t)
            if o.dep == "nmod:poss" and o.name is not None
            for k in referents.of(o)
            if referents.kind(k) is EntityKind.COUNTRY
        }
        if len(thanked) == 1:
            return thanked.pop()
    return None


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
    return only if _is_subject(doc, mention) else None


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
    found = {lexicon.sole_offices[o.label] for o in thing.offices if o.label in lexicon.sole_offices}
    return found.pop() if len(found) == 1 else None


def _of_setting(referents: Referents, mentions: list[Token], lexicon: Lexicon) -> str | None:
    """The country of "In Seoul, …" for whoever is met there, not for the visitor who is the subject."""
    for token in mentions:
        if _is_subject(referents.doc, token):
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


def _is_subject(doc: Document, token: Token) -> bool:
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


def publishing_country(article: Article, lexicon: Lexicon) -> str | None:
    """The country whose government publishes a text, by the publisher's name."""
    publisher = article.publisher or ""
    if not GOVERNMENT.search(publisher):
        return None
    starts = [m.start() for m in re.finditer(r"\b\w", publisher)]
    entries = [entry for start in starts for _, entry in _first(lexicon, publisher, start)]
    states = {entry.key for entry in entries if entry.kind is EntityKind.COUNTRY}
    found = states or {entry.country for entry in entries if entry.country is not None}
    return found.pop() if len(found) == 1 else None


def _first(lexicon: Lexicon, text: str, start: int) -> Iterator[tuple[int, Entry]]:
    for end, entry in lexicon.entries_at(text, start):
        if end == len(text) or not text[end].isalnum():
            yield end, entry
            return
