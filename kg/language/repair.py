"""Attachments that cannot be, mended: a person is no part of a place, a day is no part of a person.

The parser knows words, not what names denote. Where the kinds of two names make an attachment impossible, the
dependent moves to the next governor that can have it (selectional preferences used as constraints).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.language.document import Token, universal
from kg.language.lexicon import Lexicon
from kg.language.openings import with_participles
from kg.language.titles import POSSESSIVES
from kg.model import EntityKind

PLACES = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})
ADJECTIVAL = frozenset({"demonym", "people", "metonym"})
LOOSE = frozenset({"nmod", "appos", "conj", "obl", "acl"})
TIMES = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
    ]
)

Mend = Callable[[list[Token], Token, Lexicon], Token]


def mend_tree(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens of a text with impossible attachments moved; the heads stay inside their sentences."""
    mended = with_participles(tokens)
    for mend in MENDS:
        for i in range(len(mended)):
            changed = mend(mended, mended[i], lexicon)
            if changed is not mended[i] and not _hangs_on_itself(mended, changed):
                mended[i] = changed
    return mended


def _hangs_on_itself(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a token would depend on what depends on it."""
    above = tokens[token.head]
    while above.i not in {token.i, above.head}:
        above = tokens[above.head]
    return above.i == token.i != token.head


def _city_with_country(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
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


def _active_subject(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "the president today | spoke by phone": without an auxiliary there is no passive."""
    if token.dep not in {"nsubj:pass", "obl:agent"} or tokens[token.head].pos != "VERB":
        return token
    verb = tokens[token.head]
    finite = "Tense=Past" in verb.feats and universal(verb.dep) in {
        "root",
        "ROOT",
        "conj",
        "ccomp",
        "parataxis",
    }
    auxiliaries = [
        t for t in _sentence(tokens, verb) if t.head == verb.i and universal(t.dep) in {"aux", "cop"}
    ]
    if (
        not finite
        or auxiliaries
        or not any(t.head == verb.i and t.dep == "nsubj:pass" for t in _sentence(tokens, verb))
    ):
        return token
    return replace(token, dep="nsubj" if token.dep == "nsubj:pass" else "obl")


def _named_object(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """A name behind a verb is no adverb and no open complement of it: "visited Kyiv"."""
    if token.name is None or token.name.form in ADJECTIVAL or token.dep not in {"xcomp", "advmod"}:
        return token
    behind = tokens[token.head].pos == "VERB" and token.head < token.i
    return replace(token, dep="obj", pos="PROPN") if behind else token


def _person_in_place(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "in Seoul, | Sung Kim took part", "a trip to Korea | by Jimmy Carter", "met in Rome | with Sanna Marin"."""
    if token.name is None or token.name.kind is not EntityKind.PERSON or not _hangs_on_place(tokens, token):
        return token
    marked = any(c.head == token.i and c.dep == "case" for c in _sentence(tokens, token))
    verb = _verb_above(tokens, token)
    if not marked and verb is not None and token.i < verb.i and not _has_subject(tokens, verb):
        return replace(token, dep="nsubj", head=verb.i)
    governor = tokens[token.head]
    while _is_place(governor) and governor.head != governor.i:
        governor = tokens[governor.head]
    if governor.i == token.head:
        return token
    dep = token.dep if governor.pos != "VERB" else "obl" if marked else "obj"
    return replace(token, dep=dep, head=governor.i)


def _time_in_person(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "Jimmy Carter | in June 1994": the day belongs to what the person does."""
    governor = tokens[token.head]
    timely = token.pos == "NUM" or token.text.lower() in TIMES
    if not timely or governor.name is None or universal(token.dep) not in LOOSE:
        return token
    while governor.name is not None and governor.head != governor.i:
        governor = tokens[governor.head]
    return token if governor.name is not None or governor.i == token.i else replace(token, head=governor.i)


def _place_in_person(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "met King Abdullah | in Riyadh", "a visit by Wang Yi | to Addis Ababa": the place belongs to the act."""
    governor = tokens[token.head]
    if (
        not _is_place(token)
        or token.dep != "nmod"
        or governor.name is None
        or governor.name.kind is not EntityKind.PERSON
    ):
        return token
    marks = {c.text.lower() for c in _sentence(tokens, token) if c.head == token.i and c.dep == "case"}
    if not marks & {"in", "at", "on", "to"} or governor.head == governor.i:
        return token
    if "to" in marks and tokens[governor.head].pos == "NOUN":
        return replace(token, head=governor.head)
    verb = _verb_above(tokens, governor)
    return token if verb is None else replace(token, dep="obl", head=verb.i)


def _possessed_noun(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "the minister's | Visit": what follows a possessor is a noun, whatever its capital letter."""
    if token.pos != "VERB" or token.i == 0 or tokens[token.i - 1].text not in POSSESSIVES:
        return token
    owned = (
        tokens[tokens[token.i - 1].head].dep == "nmod:poss"
        and tokens[tokens[token.i - 1].head].head == token.i
    )
    return replace(token, pos="NOUN", feats="Number=Sing") if owned else token


def _included(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "met leaders, | including Mary Banda": who is included is one of those named right before."""
    governor = tokens[token.head]
    if token.name is None or token.dep != "obl" or governor.pos != "VERB":
        return token
    marks = (t.i for t in tokens[governor.i : token.i] if t.head == token.i and t.text.lower() == "including")
    before = next(marks, governor.i + 1) - 1
    noun = tokens[before - (tokens[before].text == ",")]
    fits = noun.pos in {"NOUN", "PROPN"} and noun.head == governor.i
    return replace(token, dep="nmod", head=noun.i) if fits else token


def _sole_object(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "warned | Norway": the only object of a verb is no indirect one."""
    if token.dep != "iobj" or any(t.head == token.head and t.dep == "obj" for t in _sentence(tokens, token)):
        return token
    return replace(token, dep="obj")


def _named_subject(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "Mary Banda | plans to go": a name before a finite verb is its subject, not a part of it."""
    verb = tokens[token.head]
    before = token.name is not None and token.dep in {"compound", "flat"} and token.i < verb.i
    if not before or verb.pos != "VERB" or "VerbForm=Fin" not in verb.feats or _has_subject(tokens, verb):
        return token
    return replace(token, dep="nsubj")


def _verb_with_object(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "Norway | armed Kenya": what has a subject and an object is a verb."""
    if token.pos != "ADJ":
        return token
    relations = {universal(t.dep) for t in _sentence(tokens, token) if t.head == token.i}
    verbal = {"nsubj", "obj"} <= relations and "cop" not in relations
    return replace(token, pos="VERB", feats="Tense=Past|VerbForm=Fin") if verbal else token


def _paired_name(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "the Peru-Bolivia border": the first of two hyphened names belongs where the second does."""
    pair = tokens[token.i + 1 : token.i + 3]
    if token.name is None or len(pair) < 2 or pair[0].text not in {"-", "–"} or pair[1].name is None:
        return token
    close = token.span.end == pair[0].span.start and pair[0].span.end == pair[1].span.start
    belongs = close and pair[1].sentence == token.sentence and pair[1].dep in {"compound", "amod"}
    return replace(token, dep="compound", head=pair[1].head) if belongs and pair[1].head > token.i else token


MENDS: tuple[Mend, ...] = (
    _possessed_noun,
    _named_subject,
    _verb_with_object,
    _sole_object,
    _paired_name,
    _active_subject,
    _city_with_country,
    _named_object,
    _person_in_place,
    _place_in_person,
    _time_in_person,
    _included,
)


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


def _sentence(tokens: list[Token], token: Token) -> list[Token]:
    """The tokens around one, of its sentence."""
    near = tokens[max(token.i - 60, 0) : token.i + 60]
    return [t for t in near if t.sentence == token.sentence]


def _verb_above(tokens: list[Token], token: Token) -> Token | None:
    seen = 0
    while token.head != token.i and seen < 60:
        token, seen = tokens[token.head], seen + 1
        if token.pos == "VERB":
            return token
    return None


def _has_subject(tokens: list[Token], verb: Token) -> bool:
    return any(t.head == verb.i and universal(t.dep) == "nsubj" for t in _sentence(tokens, verb))
