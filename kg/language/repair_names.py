"""Names, mended: a person is no part of a place, a day is no part of a person, a country stands beside its city."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kg.language.attachments import has_subject, verb_above, words_around
from kg.language.document import Token, universal
from kg.language.lexicon import Lexicon
from kg.language.repair_clauses import ADJECTIVAL
from kg.language.times.words import time_words
from kg.model import EntityKind

PLACES = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})
LOOSE = frozenset({"nmod", "appos", "conj", "obl", "acl"})


def city_with_country(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "Kyiv, Ukraine": the country stands in apposition to its city."""
    if (
        token.i < 2
        or not _is_place(token)
        or tokens[token.i - 1].text != ","
        or not _is_place(tokens[token.i - 2])
    ):
        return token
    city = tokens[token.i - 2]
    if city.sentence != token.sentence or _country(city, lexicon) != token.name.key:  # type: ignore[union-attr]
        return token
    return token if city.head == token.i else replace(token, dep="appos", head=city.i)


def person_in_place(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "in Seoul, | Sung Kim took part", "a trip to Korea | by Jimmy Carter", "on Friday, | Sung Kim and Wang Yi met"."""
    if not token.names(EntityKind.PERSON):
        return token
    if not _hangs_on_place(tokens, token) and not _hangs_on_day(tokens, token):
        return token
    marked = any(c.head == token.i and c.dep == "case" for c in words_around(tokens, token))
    verb = verb_above(tokens, token)
    if not marked and verb is not None and token.i < verb.i and not has_subject(tokens, verb):
        return replace(token, dep="nsubj", head=verb.i)
    governor = tokens[token.head]
    while _is_place(governor) and governor.head != governor.i:
        governor = tokens[governor.head]
    if governor.i == token.head:
        return token
    dep = token.dep if governor.pos != "VERB" else "obl" if marked else "obj"
    return replace(token, dep=dep, head=governor.i)


def time_in_person(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "Jimmy Carter | in June 1994": the day belongs to what the person does."""
    governor = tokens[token.head]
    timely = token.pos == "NUM" or token.text.lower() in _time_words()
    if not timely or governor.name is None or universal(token.dep) not in LOOSE:
        return token
    while governor.name is not None and governor.head != governor.i:
        governor = tokens[governor.head]
    return token if governor.name is not None or governor.i == token.i else replace(token, head=governor.i)


def place_in_person(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "met King Abdullah | in Riyadh", "a visit by Wang Yi | to Addis Ababa": the place belongs to the act."""
    governor = tokens[token.head]
    if not _is_place(token) or token.dep != "nmod" or not governor.names(EntityKind.PERSON):
        return token
    marks = {c.text.lower() for c in words_around(tokens, token) if c.head == token.i and c.dep == "case"}
    if not marks & {"in", "at", "on", "to"} or governor.head == governor.i:
        return token
    if "to" in marks and tokens[governor.head].pos == "NOUN":
        return replace(token, head=governor.head)
    verb = verb_above(tokens, governor)
    return token if verb is None else replace(token, dep="obl", head=verb.i)


def paired_name(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "the Peru-Bolivia border": the first of two hyphened names belongs where the second does."""
    pair = tokens[token.i + 1 : token.i + 3]
    if token.name is None or len(pair) < 2 or pair[0].text not in {"-", "–"} or pair[1].name is None:
        return token
    close = token.span.end == pair[0].span.start and pair[0].span.end == pair[1].span.start
    belongs = close and pair[1].sentence == token.sentence and pair[1].dep in {"compound", "amod"}
    return replace(token, dep="compound", head=pair[1].head) if belongs and pair[1].head > token.i else token


def _is_place(token: Token) -> bool:
    return token.name is not None and token.name.kind in PLACES and token.name.form not in ADJECTIVAL


def _country(token: Token, lexicon: Lexicon) -> str | None:
    """The country that a place is known to lie in; a capital's key is its country's."""
    assert token.name is not None  # the caller has looked
    if token.name.form == "capital":
        return token.name.key
    known = lexicon.describe(token.name.key or "")
    return known.country if known is not None else None


def _hangs_on_place(tokens: list[Token], token: Token) -> bool:
    return token.head != token.i and universal(token.dep) in LOOSE and _is_place(tokens[token.head])


def _hangs_on_day(tokens: list[Token], token: Token) -> bool:
    """Whether a name is joined to a day, of which none is a part: "on Friday, May 5, | Sung Kim"."""
    day = tokens[token.head]
    dated = day.text.lower() in _time_words() or (
        day.pos == "NUM" and tokens[day.i - 1].text.lower() in _time_words()
    )
    return token.i > day.i and universal(token.dep) in {"conj", "appos"} and dated


@cache
def _time_words() -> frozenset[str]:
    """The months, the weekdays, and the days counted from the day of writing."""
    names = (*time_words()["months"]["names"], *time_words()["weekdays"]["names"])
    return frozenset(name.lower() for name in names) | {"today", "yesterday", "tomorrow"}
