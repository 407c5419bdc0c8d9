"""Titles: the words that stand beside a name, whose they are, and where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.language.document import TITLE, Document, Token
from kg.language.lexicon import Lexicon
from kg.language.titles import TENSES
from kg.model import Span
from kg.world.offices import Level, find_office, office_level

LINKS = frozenset({"of", "for", "at", "in", "to"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
JOINTS = frozenset({"-", "–", "&"})
FORMER = frozenset({"former", "formerly", "ex", "then", "late", "onetime", "ousted", "deposed"})


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a title and the country or organisation that stands before them."""

    tokens: tuple[Token, ...]
    owner: Token | None = None


def title_span(doc: Document, name: Token, lexicon: Lexicon) -> Span:
    """A name with the title words before it, without country: "Foreign Minister Wang Yi", not "echoed Wang Yi"."""
    tokens, _ = owned(title_tokens(doc, name))
    is_title = any(lexicon.is_title(w) for t in tokens for w in t.text.split())
    start = tokens[0].span.start if is_title else name.span.start
    return Span(start, name.span.end)


def title_tokens(doc: Document, name: Token) -> tuple[Token, ...]:
    """The words of the title before a name, with the state it belongs to."""
    return tuple(t for t in doc.children(name) if t.dep == TITLE and t.i < name.i)


def owned(tokens: Sequence[Token]) -> tuple[tuple[Token, ...], Token | None]:
    """A title and the country or organisation that stands before it; "former" before a country belongs to the title."""
    lead = 1 if tokens and tokens[0].text.lower() in TENSES else 0
    if len(tokens) <= lead or tokens[lead].name is None:
        return tuple(tokens), None
    owner, rest = tokens[lead], list(tokens[lead + 1 :])
    while rest and (
        rest[0].text in POSSESSIVE or rest[0].text in {"(", ")", "-"} or _repeats(owner, rest[0])
    ):
        rest.pop(0)
    return (*tokens[:lead], *rest), owner


def _repeats(owner: Token, token: Token) -> bool:
    """ "Republic of Korea (ROK)"."""
    return token.name is not None and owner.name is not None and token.name.key == owner.name.key


def title_of_phrase(phrase: Sequence[Token], head: int) -> Title:
    """A noun phrase as a title: what stands before the office's own words is its owner."""
    start, owner = 0, None
    for k, token in enumerate(phrase[:head]):
        if token.name is not None:
            start, owner = k + 1, token
        elif token.pos == "ADP" and token.text not in POSSESSIVE:
            start, owner = k + 1, None
        elif token.text in POSSESSIVE or token.text.lower() in {
            "the",
            "a",
            "an",
            "its",
            "their",
            "currently",
            "now",
            "his",
            "her",
        }:
            start = k + 1
    former = (t for t in phrase[:start] if t.text.lower() in FORMER)
    return Title((*former, *phrase[start:]), owner)


def heads_office(phrase: Sequence[Token], k: int, lexicon: Lexicon) -> bool:
    """Whether a word is what somebody is: the minister of "the minister for trade", not of "minister level"."""
    behind = phrase[k + 1 : k + 2]
    qualifies = any(t.pos == "NOUN" and t.name is None for t in behind) and not any(
        lexicon.is_office(t.text) or t.text.lower() in lexicon.title_words for t in behind
    )
    return lexicon.is_office(phrase[k].text) and not qualifies


def in_noun_phrase(token: Token) -> bool:
    """Whether a word can be part of the noun phrase that a title is."""
    return (
        token.pos in {"NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "NUM"}
        or token.text in {*JOINTS, *POSSESSIVE}
        or token.text.lower() in {"its", "their"}
    )


def split_titles(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    """ "Member | and | Director of …", "Chief of Defense | General": each part with an office of its own."""
    start, complemented = 0, False
    for i, token in enumerate(tokens):
        heads_before = any(lexicon.is_office(t.text) for t in tokens[start:i])
        rest = tokens[i + 1 :]
        if (
            token.text == "and"
            and heads_before
            and _office_follows(rest, lexicon)
            and not _complemented_by_list(tokens, i)
        ):
            yield tuple(tokens[start:i])
            start, complemented = i + 1, False
        elif heads_before and _is_rank(tokens[start : i + 1], lexicon):
            yield tuple(tokens[start:i])
            start, complemented = i, False
        elif _closes_title(token, rest, lexicon):
            yield tuple(tokens[start : i + 1])
            start, complemented = i + 1, False
        elif token.text.lower() in {"of", "for"}:
            complemented = complemented or heads_before
        elif complemented and i - start > 2 and not rest and _stands_apart(tokens[i - 1], token, lexicon):
            yield tuple(tokens[start:i])
            start, complemented = i, False
    if any(lexicon.is_office(t.text) for t in tokens[start:]):
        yield tuple(tokens[start:])


def _stands_apart(before: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether a last word is an office of its own: "Chief of Defense | General", not "Cabinet of Ministers"."""
    belongs = before.name is not None or before.text.lower() in {*LINKS, "the"}
    return lexicon.is_office(token.text) and not belongs


def _office_follows(rest: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether an office begins here: "and | Deputy Prime Minister", not "and | Trade and Deputy Prime Minister"."""
    for token in rest:
        if lexicon.is_office(token.text):
            return token.text.lower() != "plenipotentiary"
        if token.text.lower() in {"and", ",", *LINKS}:
            return False
    return False


def _is_rank(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a title's last word is a soldier's rank behind another office: "Army Chief | Gen."."""
    before, last = tokens[-2].text if len(tokens) > 1 else "", tokens[-1].text
    words = " ".join(t.text for t in tokens)
    ranked = office_level(last) is Level.MILITARY and office_level(words) is Level.MILITARY
    return ranked and lexicon.is_office(before) and find_office(f"{before} {last}") is find_office(last)


def _closes_title(token: Token, rest: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a further title begins behind a word: "counterpart | Admiral", "junta leader | Senior General"."""
    if not rest or not any(lexicon.is_office(t.text) for t in rest):
        return False
    ranks = token.text.lower() in lexicon.title_words
    lower = (
        token.text.islower() and not ranks and lexicon.is_office(token.text) and rest[0].text[:1].isupper()
    )
    return token.text.lower() == "counterpart" or lower


def _complemented_by_list(tokens: Sequence[Token], i: int) -> bool:
    """Whether the "and" at `i` joins complements ("Water, and Agriculture"), not titles."""
    return i > 0 and tokens[i - 1].text == ","
