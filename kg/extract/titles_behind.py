"""Titles behind a name, in apposition: where the phrase ends, and whether it says what this one person is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claim_words import find_table
from kg.extract.titles import LINKS, Title, heads_office, in_noun_phrase, split_titles, title_of_phrase
from kg.extract.verbs import VERBAL
from kg.language.document import TITLE, Document, Token
from kg.language.lexicon import Lexicon
from kg.language.times import find_times
from kg.model import EntityKind

APPOSED = frozenset(
    {
        "and",
        "currently",
        "formerly",
        "then",
        "now",
        "both",
        "newly",
        "recently",
        "appointed",
        "elected",
        "named",
    }
)
"""Words that stand in an apposition and are no part of a noun phrase elsewhere."""

COMPANY = frozenset({"along", "alongside", "together", "with", "including"})
"""Words by which others are set beside a person, of whom they tell no office."""


def titles_after(doc: Document, name: Token, lexicon: Lexicon) -> Iterator[Title]:
    """ "Ryu Yongwook, assistant professor of … at …", "Wang Yi, China's foreign minister"."""
    start = name.i + 1
    marks = {",", "(", "—", "–"}
    while start <= doc.sentence(name).last and doc.tokens[start].text in marks:
        phrase = _apposition(doc, start + 1)
        head = _head_of_apposition(doc, phrase, lexicon)
        if (
            head is None
            or _is_said_behind(doc, name, phrase[head])
            or ("(" not in marks and not all(_is_of_titles(t, lexicon) for t in phrase))
        ):
            return
        title = title_of_phrase(phrase, head)
        for part in split_titles(title.tokens, lexicon):
            yield Title(part, title.owner)
        start, marks = phrase[-1].i + 1, {","}
        if not doc.tokens[start + 1 : start + 2] or not doc.tokens[start + 1].text[:1].isupper():
            return


def _is_said_behind(doc: Document, name: Token, office: Token) -> bool:
    """Whether an office is the subject of what is told behind the clause of a name: "met A, | an aide said"."""
    cut = (c for c in doc.children(office, "acl") if not doc.children(c, "nsubj") and "Tense=Past" in c.feats)
    if any(c.i > office.i and find_table("behind", c.lemma.lower()) for c in cut):
        return True
    verb = doc.head(office) if office.relation == "nsubj" else None
    clause = next((t for t in doc.ancestors(name) if t.pos in VERBAL), None)
    return verb is not None and clause is not None and clause.i < name.i and clause.i != verb.i


def _is_of_titles(token: Token, lexicon: Lexicon) -> bool:
    """Whether nothing but a title can hold a word."""
    low = token.text.lower()
    known = lexicon.is_office(low) or low in lexicon.title_words or low in LINKS | {"the", "and"}
    return known or token.name is not None or not low.isalpha()


def _apposition(doc: Document, start: int) -> tuple[Token, ...]:
    """The words from a mark to the next one that can be one noun phrase; without a link that leads nowhere."""
    end = start
    last = doc.sentence(doc.tokens[start - 1]).last
    while end <= last and end - start < 25 and _in_apposition(doc, doc.tokens[end]):
        end += 1
    while (
        end > start
        and end <= last
        and doc.tokens[end].dep == TITLE
        and doc.tokens[end - 1].text.lower() in LINKS
    ):
        end -= 1
    whole = _ahead_of_time(doc, doc.tokens[start:end])
    loose = (
        k for k, t in enumerate(whole[:-1]) if t.pos == "ADP" and whole[k + 1].text.lower() in {"a", "an"}
    )
    return whole[: next(loose, len(whole))]


def _ahead_of_time(doc: Document, phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """A phrase up to the time of what its person did: "Omani foreign minister | on Friday met …"."""
    mentions = find_times(doc.text, phrase[0].span.start, phrase[-1].span.end) if phrase else ()
    for k in (k for m in mentions for k, t in enumerate(phrase) if t.span.start == m.span.start):
        if k and phrase[k - 1].text.lower() not in {"of", "for", "the"}:
            return phrase[: k - (phrase[k - 1].pos == "ADP")]
    return phrase


def _in_apposition(doc: Document, token: Token) -> bool:
    if token.names(EntityKind.PERSON) or _is_title_of_person(doc, token):
        return False
    return in_noun_phrase(token) or token.text.lower() in APPOSED


def _is_title_of_person(doc: Document, token: Token) -> bool:
    return token.dep == TITLE and doc.tokens[token.head].names(EntityKind.PERSON)


def _head_of_apposition(doc: Document, phrase: Sequence[Token], lexicon: Lexicon) -> int | None:
    """Where the office stands in a phrase that says what one person is, None where it says no such thing."""
    heads = [k for k, t in enumerate(phrase) if t.name is None and heads_office(phrase, k, lexicon)]
    if not heads or heads[0] > 7 or lexicon.is_plural_office(phrase[heads[0]].text):
        return None
    if phrase[0].text.lower() in COMPANY or _introduces_next(doc, phrase):
        return None
    linked = any(t.text.lower() in LINKS for t in phrase[: heads[0]])
    return None if linked or _titles_next_person(doc, phrase[-1].i + 1) else heads[0]


def _introduces_next(doc: Document, phrase: Sequence[Token]) -> bool:
    """Whether "and the envoy" opens the title of the person behind the next comma: "A, and the envoy, | B"."""
    behind = doc.tokens[phrase[-1].i + 1 : phrase[-1].i + 3]
    return phrase[0].text.lower() == "and" and len(behind) == 2 and behind[1].names(EntityKind.PERSON)


def _titles_next_person(doc: Document, end: int) -> bool:
    return end < len(doc.tokens) and doc.tokens[end].names(EntityKind.PERSON)
