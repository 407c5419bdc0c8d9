"""Offices: which ones the words around a person's name give it, whose they are, and whether they are over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extract.shared_titles import shared_title
from kg.extract.titles import FORMER, LINKS, POSSESSIVE, Title
from kg.extract.titles_around import titles_across_comma, titles_by_copula
from kg.extract.titles_before import titles_before
from kg.extract.titles_behind import titles_after
from kg.language.document import Document, Token
from kg.language.lexicon import Lexicon
from kg.model import EntityKind, Office, Span

OF_STATE = re.compile(r" of (?:the )?")


def find_offices(doc: Document, name: Token, lexicon: Lexicon) -> tuple[Office, ...]:
    """Every office that the words around a person's name give it, in text order."""
    shared = shared_title(doc, name, lexicon)
    before = (*titles_before(doc, name, lexicon), *titles_across_comma(doc, name, lexicon))
    titles = [*before] if shared is None else [shared]
    titles += [*titles_after(doc, name, lexicon), *titles_by_copula(doc, name, lexicon)]
    offices: dict[tuple[str, str | None], Office] = {}
    for title in titles:
        office = _office(doc, title, lexicon)
        if office is not None:
            offices.setdefault((office.label, office.of), office)
    return tuple(offices.values())


def _office(doc: Document, title: Title, lexicon: Lexicon) -> Office | None:
    """A title as an office: the label without the holder's own country, and whose office it is."""
    tokens = title.tokens
    while tokens and (not tokens[-1].text[:1].isalnum() or tokens[-1].text.lower() in {"and", "the", *LINKS}):
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
    organization = next((t for t in tokens if t.names(EntityKind.ORGANIZATION)), None)
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
        country = next((t for t in tokens[at : at + 1] if t.names(EntityKind.COUNTRY)), None)
        closes = lexicon.is_office(tokens[k - 1].text) or at == len(tokens) - 1
        if closes and country is not None and (key := _key(country)) is not None:
            behind = _behind_country(tokens, at)
            attributive = (
                behind == at + 1 and behind < len(tokens) and tokens[behind].text.lower() not in LINKS
            )
            return (at if attributive else k), behind, key
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


def _text(doc: Document, tokens: Sequence[Token]) -> str:
    return doc.text[tokens[0].span.start : tokens[-1].span.end]
