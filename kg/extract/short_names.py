"""Whether a name form can be short for a person's name, by its words and by the title before it.

Behind "King", "Emir" or "Prince" stands a given or a regnal name, no surname; who reigns is no minister. A father's
name ("… bin Salem") is seldom used alone, so that any other name goes before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.name_parts import DESCENT, is_same_name, name_parts
from kg.language.document import Token
from kg.model import Office, Referent
from kg.world.offices import find_office, honorifics, names_of_rulers, regnal_titles, reigning_titles

ARTICLE = re.compile("(?:al|el)[- ]", re.IGNORECASE)
"""What a family's name begins with."""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person's name at one place: its folded parts, and the offices named beside it."""

    token: Token
    parts: tuple[str, ...]
    initials: frozenset[str]
    offices: tuple[Office, ...]
    titled: str
    regnal: str | None = None
    """The title of one who reigns, or of the house, right before a single name."""
    nicknames: frozenset[str] = frozenset()

    @property
    def is_short(self) -> bool:
        """Whether it is one word, or a father's name alone."""
        return len(self.parts) < 2 or (len(self.parts) == 2 and self.parts[0] in DESCENT)


@dataclass(slots=True)
class Chain:
    """The mentions of one person so far."""

    place: int
    mentions: list[PersonMention] = field(default_factory=list)
    parts: tuple[str, ...] = ()
    """The fullest name, folded."""
    initials: frozenset[str] = frozenset()
    nicknames: frozenset[str] = frozenset()

    def add(self, mention: PersonMention) -> None:
        """Take one more mention."""
        self.mentions.append(mention)
        self.initials |= mention.initials
        self.nicknames |= mention.nicknames
        self.parts = max(self.parts, mention.parts, key=lambda p: (len(p), p))

    def offices(self) -> Iterator[Office]:
        """Every office named at any mention."""
        for mention in self.mentions:
            yield from mention.offices

    @property
    def regnal(self) -> frozenset[str]:
        """The titles of those who reign, or of their house, before the name alone."""
        return frozenset(m.regnal for m in self.mentions if m.regnal)


def regnal_title(titled: str, name: str) -> str | None:
    """The title of a single name that is a given or a regnal one: "king" of "King Letsie III", not "Prince Al-Nuri"."""
    if ARTICLE.match(name) or len(name_parts(name)) > 1:
        return None
    words = titled.removesuffix(name).split()
    while words and words[-1] in honorifics():
        words.pop()
    head = find_office(" ".join(words)) if words and titled.endswith(name) else None
    return head.noun if head is not None and head.noun in regnal_titles() else None


def has_regnal_name(person: Referent) -> bool:
    """Whether a text calls somebody by a given or a regnal name behind its title."""
    return any(regnal_title(titled, name) for titled in person.titled for name in person.names)


def fitting_chains(mention: PersonMention, chains: Sequence[Chain]) -> list[Chain]:
    """The persons so far that a name form can mean; a father's name or a nickname means none where another fits."""
    fitting = [chain for chain in chains if _fits(mention, chain)]
    strong = [chain for chain in fitting if not _is_fathers_name(mention, chain)]
    return strong or fitting or [chain for chain in chains if _is_nickname(mention, chain)]


def shares_office(mention: PersonMention, chain: Chain) -> bool:
    """Whether a mention has an office in common with a person so far, and no other state."""
    return any(
        set(a.label.split()) & set(b.label.split()) and (a.of is None or b.of is None or a.of == b.of)
        for a in mention.offices
        for b in chain.offices()
    )


def _fits(mention: PersonMention, chain: Chain) -> bool:
    """Whether a name can be that of the person so far: "Thomas S. Stanmore" is not Thomas F."""
    apart = mention.initials and chain.initials and mention.initials.isdisjoint(chain.initials)
    if apart or not is_same_name(mention.parts, chain.parts):
        return False
    if _is_fathers_name(mention, chain) and mention.offices and not shares_office(mention, chain):
        return False
    return _fits_title(mention, chain)


def _is_fathers_name(mention: PersonMention, chain: Chain) -> bool:
    """Whether one word is no more of a person's name than what stands behind "bin"."""
    full = chain.parts
    fathers = len(full) > 1 and full[-2] in DESCENT and full[0] != mention.parts[0]
    return fathers and len(mention.parts) == 1 and mention.parts[0] == full[-1]


def _is_nickname(mention: PersonMention, chain: Chain) -> bool:
    """Whether a form is what a person is also called: alone, behind the given name, before the surname."""
    first, last = chain.parts[0], chain.parts[-1]
    forms = {form for name in chain.nicknames for form in ((name,), (first, name), (name, last))}
    return mention.regnal is None and mention.parts in forms


def _fits_title(mention: PersonMention, chain: Chain) -> bool:
    """Whether nothing that makes either name a given or a regnal one speaks against one person."""
    one, other = mention.parts, chain.parts
    given = (len(one) == 1 and mention.regnal) or (len(other) == 1 and chain.regnal)
    if given and one[0] != other[0] and "".join(one) != "".join(other):
        return False
    if mention.regnal in reigning_titles():
        return _may_reign(chain)
    if mention.regnal:
        return chain.regnal.isdisjoint(reigning_titles())
    if len(one) == 1 and len(other) == 1 and chain.regnal and mention.offices:
        return shares_office(mention, chain)
    return True


def _may_reign(chain: Chain) -> bool:
    """Whether a person is said to reign, or nothing of the person is said at all."""
    labels = {office.label for office in chain.offices()}
    return not labels or bool(labels & names_of_rulers())
