"""Offices as English writes them beside a name: before it, after it in apposition, or through a copula.

A title before a name is read leftwards, word by word, from the name; it ends at the state it belongs to, at
another person, or where no title goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.language.document import TITLE, Document, Token
from kg.language.lexicon import Lexicon
from kg.language.titles import STYLES, TENSES
from kg.model import EntityKind, Office, Span
from kg.world.offices import Level, find_office, office_level

OF_STATE = re.compile(r" of (?:the )?")
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
JOINTS = frozenset({"-", "–", "&"})
OWNERS = frozenset({EntityKind.COUNTRY, EntityKind.ORGANIZATION})
FORMER = frozenset({"former", "formerly", "ex", "then", "late", "onetime", "ousted", "deposed"})


LINKS = frozenset({"of", "for", "at", "in", "to"})
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


RULING = frozenset({Level.LEADER, Level.MINISTER, Level.VICE_MINISTER})
"""Offices beside which, unlike a general's or a professor's, no other is set."""


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a title and the country or organisation that stands before them."""

    tokens: tuple[Token, ...]
    owner: Token | None = None


def find_offices(doc: Document, name: Token, lexicon: Lexicon) -> tuple[Office, ...]:
    """Every office that the words around a person's name give it, in text order."""
    titles = [*_titles_before(doc, name, lexicon), *_titles_across_comma(doc, name, lexicon)]
    titles += [*_titles_after(doc, name, lexicon), *_titles_by_copula(doc, name, lexicon)]
    offices: dict[tuple[str, str | None], Office] = {}
    for title in titles:
        office = _office(doc, title, lexicon)
        if office is not None:
            offices.setdefault((office.label, office.of), office)
    return tuple(offices.values())


def title_span(doc: Document, name: Token, lexicon: Lexicon) -> Span:
    """A name with the title words before it, without country: "Foreign Minister Wang Yi"."""
    tokens, _ = _owned(title_tokens(doc, name))
    start = tokens[0].span.start if tokens else name.span.start
    return Span(start, name.span.end)


def title_tokens(doc: Document, name: Token) -> tuple[Token, ...]:
    """The words of the title before a name, with the state it belongs to."""
    return tuple(t for t in doc.children(name) if t.dep == TITLE and t.i < name.i)


# ---------------------------------------------------------------- before the name


def _titles_before(doc: Document, name: Token, lexicon: Lexicon) -> Iterator[Title]:
    """ "Chinese Vice-Foreign Minister Sun Weidong": one title, or several joined by "and" or set in a row."""
    tokens, owner = _owned(title_tokens(doc, name))
    behind = country_behind(doc, name)
    if behind is not None and (
        owner is None or owner.name is None or owner.name.kind is not EntityKind.COUNTRY
    ):
        owner = behind
    texts = [t.text for t in tokens]
    address = {
        t.i for k, t in enumerate(tokens) if lexicon.is_address_at(texts, k) or t.text.lower() in STYLES
    }
    plain = [t for t in _without_brackets(tokens) if t.i not in address]
    while plain and plain[0].text.lower() in {"his", "her", "their", "the"}:
        plain.pop(0)
    for part in _split_titles(plain, lexicon):
        yield Title(part, owner)


def _without_brackets(tokens: Sequence[Token]) -> Iterator[Token]:
    """A title's words without what is set in brackets: "Secretary General of … (OAS)"."""
    depth = 0
    for token in tokens:
        depth += token.text == "("
        if depth <= 0:
            yield token
        depth -= token.text == ")"


def _owned(tokens: Sequence[Token]) -> tuple[tuple[Token, ...], Token | None]:
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


def country_behind(doc: Document, name: Token) -> Token | None:
    """ "President Kais Saied of Tunisia"."""
    following = doc.tokens[name.i + 1 : name.i + 4]
    words = [t for t in following if t.text.lower() != "the"]
    if (
        len(words) > 1
        and words[0].text == "of"
        and words[1].name is not None
        and words[1].name.kind in OWNERS
    ):
        return words[1] if words[1].name.form not in {"demonym", "people"} else None
    return _country_behind_next(doc, name) if words and words[0].text == "and" else None


def _country_behind_next(doc: Document, name: Token) -> Token | None:
    """ "President Parmelin and Foreign Minister Cassis | of Switzerland": two offices of one state, if they are two."""
    behind = doc.tokens[name.i + 2 : doc.sentence(name).last + 1]
    other = next((t for t in behind if t.dep != TITLE), None)
    if other is None or other.name is None or other.name.kind is not EntityKind.PERSON:
        return None
    own, others = title_tokens(doc, name), title_tokens(doc, other)
    if not own or not others or any(_is_state(t) for t in others) or own[-1].text == others[-1].text:
        return None
    return country_behind(doc, other)


def _is_state(token: Token) -> bool:
    return token.name is not None and token.name.kind is EntityKind.COUNTRY


def _repeats(owner: Token, token: Token) -> bool:
    """ "Republic of Korea (ROK)"."""
    return token.name is not None and owner.name is not None and token.name.key == owner.name.key


def _split_titles(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    """ "Member | and | Director of …", "Chief of Defense | General": each part with an office of its own."""
    start, complemented = 0, False
    for i, token in enumerate(tokens):
        heads_before = any(lexicon.is_office(t.text) for t in tokens[start:i])
        rest = tokens[i + 1 :]
        if (
            token.text == "and"
            and heads_before
            and _office_follows(rest, lexicon)
            and not complemented_by_list(tokens, i)
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


def complemented_by_list(tokens: Sequence[Token], i: int) -> bool:
    """Whether the "and" at `i` joins complements ("Water, and Agriculture"), not titles."""
    return i > 0 and tokens[i - 1].text == ","


# ---------------------------------------------------------------- around the name


def _titles_across_comma(doc: Document, name: Token, lexicon: Lexicon) -> Iterator[Title]:
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
    if not heads or not _is_definite(phrase[: heads[0]]):
        return
    while heads and any(_is_person(t) for t in phrase):
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


def _in_noun_phrase(token: Token) -> bool:
    return (
        token.pos in {"NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "NUM"}
        or token.text in {*JOINTS, *POSSESSIVE}
        or token.text.lower() in {"its", "their"}
    )


def _is_person(token: Token) -> bool:
    return token.name is not None and token.name.kind is EntityKind.PERSON


def _titles_after(doc: Document, name: Token, lexicon: Lexicon) -> Iterator[Title]:
    """ "Ryu Yongwook, assistant professor of … at …", "Wang Yi, China's foreign minister"."""
    start = name.i + 1
    marks = {",", "(", "—", "–"}
    while start <= doc.sentence(name).last and doc.tokens[start].text in marks:
        phrase = _apposition(doc, start + 1)
        head = _head_of_apposition(doc, phrase, lexicon)
        if head is None or ("(" not in marks and not all(_is_of_titles(t, lexicon) for t in phrase)):
            return
        title = _title_of_phrase(phrase, head)
        for part in _split_titles(title.tokens, lexicon):
            yield Title(part, title.owner)
        start, marks = phrase[-1].i + 1, {","}
        if not doc.tokens[start + 1 : start + 2] or not doc.tokens[start + 1].text[:1].isupper():
            return


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
    whole = doc.tokens[start:end]
    loose = (
        k for k, t in enumerate(whole[:-1]) if t.pos == "ADP" and whole[k + 1].text.lower() in {"a", "an"}
    )
    return whole[: next(loose, len(whole))]


def _head_of_apposition(doc: Document, phrase: Sequence[Token], lexicon: Lexicon) -> int | None:
    """Where the office stands in a phrase that says what one person is, None where it says no such thing."""
    heads = [k for k, t in enumerate(phrase) if t.name is None and _heads_office(phrase, k, lexicon)]
    if not heads or heads[0] > 7 or lexicon.is_plural_office(phrase[heads[0]].text):
        return None
    linked = any(t.text.lower() in LINKS for t in phrase[: heads[0]])
    return None if linked or _titles_next_person(doc, phrase[-1].i + 1) else heads[0]


def _heads_office(phrase: Sequence[Token], k: int, lexicon: Lexicon) -> bool:
    """Whether a word is what somebody is: the minister of "the minister for trade", not of "minister level"."""
    behind = phrase[k + 1 : k + 2]
    qualifies = any(t.pos == "NOUN" and t.name is None for t in behind) and not any(
        lexicon.is_office(t.text) or t.text.lower() in lexicon.title_words for t in behind
    )
    return lexicon.is_office(phrase[k].text) and not qualifies


def _titles_next_person(doc: Document, end: int) -> bool:
    return end < len(doc.tokens) and _is_person(doc.tokens[end])


def _is_title_of_person(doc: Document, token: Token) -> bool:
    return token.dep == TITLE and _is_person(doc.tokens[token.head])


def _in_apposition(doc: Document, token: Token) -> bool:
    if _is_person(token) or _is_title_of_person(doc, token):
        return False
    return _in_noun_phrase(token) or token.text.lower() in APPOSED


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


def _titles_by_copula(doc: Document, name: Token, lexicon: Lexicon) -> Iterator[Title]:
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
        t for t in doc.subtree(noun) if t.pos not in {"AUX", "VERB"} and t.i != name.i and not _is_person(t)
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


# ---------------------------------------------------------------- title → office


def _office(doc: Document, title: Title, lexicon: Lexicon) -> Office | None:
    """A title as an office: the label without the holder's own country, and whose office it is."""
    tokens = title.tokens
    while tokens and (not tokens[-1].text[:1].isalnum() or tokens[-1].text.lower() in {"and", *LINKS}):
        tokens = tokens[:-1]
    if not tokens:
        return None
    owner = _key(title.owner)
    complement = _own_country(tokens, lexicon)
    if complement is not None:
        first, behind, key = complement
        owner, tokens = owner or key, (*tokens[:first], *tokens[behind:])
    words = [_without_state(t, lexicon) for t in tokens if t.text.lower() not in FORMER]
    text = _text(doc, tokens)
    organization = next(
        (t for t in tokens if t.name is not None and t.name.kind is EntityKind.ORGANIZATION), None
    )
    label = lexicon.normalize_office(" ".join(words).replace(" 's ", "'s ").replace(" ’s ", "'s "))
    if not label:
        return None
    former = any(t.text.lower() in FORMER for t in tokens)
    of = owner or _key(organization) or _state_within(tokens, lexicon)
    return Office(
        _with_body(label, title.owner, lexicon),
        of,
        text,
        Span(tokens[0].span.start, tokens[-1].span.end),
        former,
    )


def _with_body(label: str, owner: Token | None, lexicon: Lexicon) -> str:
    """ "european commission president": a world body's name belongs to the label, a country's and its organs' does not."""
    if owner is None or owner.name is None or owner.name.kind is not EntityKind.ORGANIZATION:
        return label
    known = lexicon.describe(owner.name.key or "")
    if known is not None and known.country is not None:
        return label
    body = owner.text.removeprefix("the ").lower()
    return label if body in label else f"{body} {label}"


def _key(token: Token | None) -> str | None:
    if token is None or token.name is None or token.name.key is None:
        return None
    if token.name.kind is EntityKind.COUNTRY:
        return token.name.key
    return token.name.key if token.name.kind is EntityKind.ORGANIZATION else None


def _own_country(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[int, int, str] | None:
    """The "of France" of "President of France" and "Minister of the Interior of France": where it begins and what
    stands behind it, and the country."""
    for k, token in enumerate(tokens):
        if token.text.lower() != "of" or not k:
            continue
        at = k + 1 + (len(tokens) > k + 1 and tokens[k + 1].text.lower() == "the")
        country = next((t for t in tokens[at : at + 1] if _is_state(t)), None)
        closes = lexicon.is_office(tokens[k - 1].text) or at == len(tokens) - 1
        if closes and country is not None and (key := _key(country)) is not None:
            behind = _behind_country(tokens, at)
            attributive = (
                behind == at + 1 and behind < len(tokens) and tokens[behind].text.lower() not in LINKS
            )
            return (at if attributive else k), behind, key
    return None


def _state_within(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The state at the end of a body's name, or the one of the place that an office is of: "Mayor of Mombasa"."""
    for before, token in pairwise(tokens):
        if token.name is None or before.text.lower() not in {"of", "the"}:
            continue
        if token.name.kind is EntityKind.PLACE and (known := lexicon.describe(token.name.key or "")):
            return known.country
        if (found := _state_at_end(token, lexicon)) is not None:
            return found[1]
    return None


def _without_state(token: Token, lexicon: Lexicon) -> str:
    """A word, or a body's name without the state at its end."""
    found = _state_at_end(token, lexicon)
    return token.text if found is None else token.text[: found[0]]


def _state_at_end(token: Token, lexicon: Lexicon) -> tuple[int, str] | None:
    """Where in a body's name "of" leads to a state at its end, and the state."""
    if token.name is None or token.name.kind is not EntityKind.ORGANIZATION or token.name.key is not None:
        return None
    for found in OF_STATE.finditer(token.text):
        for end, entry in lexicon.entries_at(token.text, found.end()):
            if end == len(token.text) and entry.kind is EntityKind.COUNTRY:
                return found.start(), entry.key
    return None


def _behind_country(tokens: Sequence[Token], at: int) -> int:
    """Where a title goes on behind its country: behind "of the Chilean Government", "of Chile's government" too."""
    end = next((k for k in range(at + 1, len(tokens)) if tokens[k].text.lower() in LINKS), len(tokens))
    owns = any(t.text in POSSESSIVE for t in tokens[at + 1 : at + 2])
    return end if owns or _is_plain_owner(tokens[at + 1 : end]) else at + 1


def _is_plain_owner(words: Sequence[Token]) -> bool:
    """Whether words behind a state say no more than whose it is: "the Chilean Government", "the Chilean President"."""
    return len(words) == 1 and words[0].text.lower() in {
        "government",
        "president",
        "king",
        "republic",
        "state",
    }


def _text(doc: Document, tokens: Sequence[Token]) -> str:
    return doc.text[tokens[0].span.start : tokens[-1].span.end]
