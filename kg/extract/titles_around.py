"""Titles set off from a name: before a comma, after it in apposition, or through a copula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claim_words import find_table
from kg.extract.titles import FORMER, LINKS, POSSESSIVE, Title, split_titles, title_tokens
from kg.extract.verbs import VERBAL
from kg.language.document import TITLE, Document, Token
from kg.language.lexicon import Lexicon
from kg.language.times import find_times
from kg.model import EntityKind
from kg.world.offices import Level, office_level

JOINTS = frozenset({"-", "–", "&"})
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

RULING = frozenset({Level.LEADER, Level.MINISTER, Level.VICE_MINISTER})
"""Offices beside which, unlike a general's or a professor's, no other is set."""


def titles_across_comma(doc: Document, name: Token, lexicon: Lexicon) -> Iterator[Title]:
    """ "the president of Georgia, Mikheil Saakashvili", "North Korea's leader, Kim Jong Un"."""
    title = title_tokens(doc, name)
    if office_level(" ".join(t.text for t in title)) in RULING:
        return
    i = (title[0].i if title else name.i) - 1
    if i <= doc.sentence(name).first or doc.tokens[i].text != ",":
        return
    start = i
    while start > doc.sentence(name).first and i - start < 10 and _in_noun_phrase(doc.tokens[start - 1]):
        start -= 1
    phrase = doc.tokens[start:i]
    heads = [k for k, t in enumerate(phrase) if lexicon.is_office(t.text)]
    if not heads or not _is_definite(phrase[: heads[0]]) or lexicon.is_plural_office(phrase[heads[0]].text):
        return
    if any(t.names(EntityKind.PERSON) for t in phrase):
        return
    yield _title_of_phrase(phrase, heads[0])


def _is_definite(lead: Sequence[Token]) -> bool:
    """ "the …", "North Korea's …", "Russian …": a phrase that can be one certain person."""
    return any(
        t.text.lower() == "the"
        or t.text in POSSESSIVE
        or t.name is not None
        or t.text.lower() in {"its", "their", "his", "her"}
        for t in lead
    )


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
        title = _title_of_phrase(phrase, head)
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
    return _in_noun_phrase(token) or token.text.lower() in APPOSED


def _is_title_of_person(doc: Document, token: Token) -> bool:
    return token.dep == TITLE and doc.tokens[token.head].names(EntityKind.PERSON)


def _in_noun_phrase(token: Token) -> bool:
    return (
        token.pos in {"NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "NUM"}
        or token.text in {*JOINTS, *POSSESSIVE}
        or token.text.lower() in {"its", "their"}
    )


def _head_of_apposition(doc: Document, phrase: Sequence[Token], lexicon: Lexicon) -> int | None:
    """Where the office stands in a phrase that says what one person is, None where it says no such thing."""
    heads = [k for k, t in enumerate(phrase) if t.name is None and _heads_office(phrase, k, lexicon)]
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


def _heads_office(phrase: Sequence[Token], k: int, lexicon: Lexicon) -> bool:
    """Whether a word is what somebody is: the minister of "the minister for trade", not of "minister level"."""
    behind = phrase[k + 1 : k + 2]
    qualifies = any(t.pos == "NOUN" and t.name is None for t in behind) and not any(
        lexicon.is_office(t.text) or t.text.lower() in lexicon.title_words for t in behind
    )
    return lexicon.is_office(phrase[k].text) and not qualifies


def _titles_next_person(doc: Document, end: int) -> bool:
    return end < len(doc.tokens) and doc.tokens[end].names(EntityKind.PERSON)


def titles_by_copula(doc: Document, name: Token, lexicon: Lexicon) -> Iterator[Title]:
    """ "The charity's chairman is Saif al-Islam", "Park Jin is the foreign minister of South Korea"."""
    head = doc.head(name)
    noun: Token | None = None
    if (
        name.relation == "nsubj"
        and head is not None
        and doc.children(head, "cop")
        and not doc.children(head, "advmod")
    ):
        noun = head
    elif doc.children(name, "cop"):
        noun = next(iter(doc.children(name, "nsubj")), None)
    if noun is None or not lexicon.is_office(noun.text) or lexicon.is_plural_office(noun.text):
        return
    if doc.children(noun, "acl"):
        return
    phrase = [
        t
        for t in doc.subtree(noun)
        if t.pos not in {"AUX", "VERB"} and t.i != name.i and not t.names(EntityKind.PERSON)
    ]
    phrase = _contiguous(phrase, noun)
    yield _title_of_phrase(phrase, phrase.index(noun))


def _contiguous(tokens: Sequence[Token], around: Token) -> list[Token]:
    kept = [around]
    for t in reversed([t for t in tokens if t.i < around.i]):
        if t.i == kept[0].i - 1 and t.text != ",":
            kept.insert(0, t)
    for t in (t for t in tokens if t.i > around.i):
        if t.i == kept[-1].i + 1 and t.text != ",":
            kept.append(t)
    return kept


def _title_of_phrase(phrase: Sequence[Token], head: int) -> Title:
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
