"""The persons of a text: which name forms are one person, and the offices the text gives each.

A short form joins the one full name that it can be short for; where two fit, its title and state decide, then
the nearest before it; what fits nobody stands for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.extract.name_parts import DESCENT, initials_of, name_marks, name_parts, nicknames_of
from kg.extract.offices import find_offices
from kg.extract.short_names import Chain, PersonMention, fitting_chains, regnal_title, shares_office
from kg.extract.titles import title_span
from kg.language.document import Document, Token
from kg.language.lexicon import Lexicon
from kg.model import EntityKind, Office, Referent

T = TypeVar("T")


def person_mentions(doc: Document, lexicon: Lexicon) -> list[PersonMention]:
    """Every person's name in the text."""
    found = []
    for token in doc.tokens:
        if token.names(EntityKind.PERSON):
            titled = title_span(doc, token, lexicon).of(doc.text)
            found.append(
                PersonMention(
                    token,
                    (*_descent_before(doc, token), *name_parts(token.text)),
                    initials_of(token.text),
                    find_offices(doc, token, lexicon),
                    titled,
                    regnal_title(titled, token.text),
                    nicknames_of(token.text, doc.text[token.span.end : doc.sentence(token).span.end]),
                )
            )
    return found


def _descent_before(doc: Document, token: Token) -> tuple[str, ...]:
    """The "bin" right before a father's name alone: "bin | Salem"."""
    before = doc.tokens[token.i - 1].text.lower() if token.i > doc.sentence(token).first else ""
    return (before,) if before in DESCENT and len(name_parts(token.text)) == 1 else ()


def find_persons(doc: Document, lexicon: Lexicon) -> tuple[dict[int, str], dict[str, Referent]]:
    """Each person token's referent key, and the referents."""
    mentions = person_mentions(doc, lexicon)
    chains = _chains(mentions)
    keys = _keys(chains)
    by_token = {m.token.i: key for key, chain in keys.items() for m in chain.mentions}
    return by_token, {key: _referent(doc, key, chain, lexicon) for key, chain in keys.items()}


def _chains(mentions: Sequence[PersonMention]) -> list[Chain]:
    """Full names first, then the short forms in reading order."""
    chains: list[Chain] = []
    known: dict[str, dict[int, Chain]] = defaultdict(dict)
    """The chains, by their place in the list, of which a name has some words."""
    for mention in sorted(mentions, key=lambda m: (m.is_short, m.token.i)):
        marks = name_marks(mention.parts)
        near = {place: chain for mark in marks for place, chain in known[mark].items()}
        fitting = fitting_chains(mention, [near[place] for place in sorted(near)])
        chain = fitting[0] if len(fitting) == 1 else _decide(mention, fitting)
        if chain is None:
            chain = Chain(len(chains))
            chains.append(chain)
        chain.add(mention)
        for mark in (*marks, *mention.nicknames):
            known[mark][chain.place] = chain
    return chains


def _decide(mention: PersonMention, chains: Sequence[Chain]) -> Chain | None:
    """Of several persons whom a short form may mean: title and state, then the nearest before it."""
    if not chains:
        return None
    titled = [c for c in chains if shares_office(mention, c) and not _serves_another(mention, c)]
    if len(titled) == 1:
        return titled[0]
    if mention.offices and not titled and any(o.of for o in mention.offices):
        return None
    return _nearest(mention, titled or chains)


def _serves_another(mention: PersonMention, chain: Chain) -> bool:
    """Whether a mention's office is of another state than all that the person is known to hold."""
    own = {o.of for o in mention.offices if o.of}
    known = {o.of for o in chain.offices() if o.of}
    return bool(own and known) and not own & known


def _nearest(mention: PersonMention, chains: Iterable[Chain]) -> Chain | None:
    """Whom the last sentence before names; of several there its subject, then who was named oftenest; else the first."""
    ranked = []
    for chain in chains:
        before = [m.token for m in chain.mentions if m.token.i < mention.token.i]
        if before:
            last = max(before, key=lambda t: t.i)
            ranked.append((last.sentence, last.relation == "nsubj", len(before), last.i, chain))
    if not ranked:
        return next(iter(chains), None)
    ranked.sort(key=lambda r: r[:4], reverse=True)
    return ranked[0][4]


def _keys(chains: Iterable[Chain]) -> dict[str, Chain]:
    """A key for each chain, in order of first mention."""
    ordered = sorted(chains, key=lambda c: min(m.token.i for m in c.mentions))
    return {f"person:{k}": chain for k, chain in enumerate(ordered)}


def _referent(doc: Document, key: str, chain: Chain, lexicon: Lexicon) -> Referent:
    mentions = sorted(chain.mentions, key=lambda m: m.token.i)
    names = _distinct(
        sorted((m.token.text for m in mentions), key=lambda n: (-len(name_parts(n)), -len(n), n))
    )
    titled = _distinct(m.titled for m in mentions if m.titled != m.token.text)
    offices: dict[tuple[str, str | None], Office] = {}
    for office in (o for m in mentions for o in m.offices):
        offices.setdefault((office.label, office.of), office)
    sentences = _distinct(doc.sentence(m.token).span for m in mentions)
    country = next((home for o in offices.values() if (home := _home(o, lexicon))), None)
    return Referent(key, EntityKind.PERSON, names, titled, country, _complete(offices.values()), sentences)


def _home(office: Office, lexicon: Lexicon) -> str | None:
    """The country that an office serves: its own, or that of the organisation it is in; else the organisation."""
    if office.of is None or office.of.startswith("country/"):
        return office.of
    known = lexicon.describe(office.of)
    return known.country if known is not None and known.country is not None else office.of


def _complete(offices: Iterable[Office]) -> tuple[Office, ...]:
    """Offices without those that a fuller one says again ("secretary" beside "secretary of state")."""
    listed = list(offices)
    countries = [o.of for o in listed if o.of]
    kept = []
    for office in listed:
        fuller = [o for o in listed if o is not office and set(office.label.split()) < set(o.label.split())]
        if not fuller:
            kept.append(office if office.of or not countries else replace(office, of=countries[0]))
    return tuple({(o.label, o.of): o for o in kept}.values())


def _distinct(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
