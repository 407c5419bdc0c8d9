"""Offices as English writes them: their heads, ranks and forms of address, and one label for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg.world.surfaces import surface_key
from kg.world.tables import Entry, entries, read_table

FILE = "offices.toml"
TAILS = (" of ", " to ", " for ", " at ", " in ", " on ", " and ", ", ")
CUT = re.compile("|".join(map(re.escape, TAILS)))
DASHES = re.compile("[-‐‑–]")


class Level(StrEnum):
    """How high an office stands, or what sort of office it is."""

    LEADER = "leader"
    MINISTER = "minister"
    VICE_MINISTER = "vice_minister"
    AMBASSADOR = "ambassador"
    LEGISLATOR = "legislator"
    PARTY = "party"
    JUDGE = "judge"
    MILITARY = "military"
    RELIGIOUS = "religious"
    OFFICIAL = "official"
    OTHER = "other"


BELOW = {Level.LEADER: Level.MINISTER, Level.MINISTER: Level.VICE_MINISTER}
"""What a deputy's rank is, by that of the head."""


@dataclass(frozen=True, slots=True)
class OfficeHead:
    """The noun that says what somebody is, with its other forms (all in lower case) and its plural."""

    noun: str
    level: Level
    official: bool
    title: bool
    variants: tuple[str, ...]
    plural: str


@cache
def office_heads() -> Mapping[str, OfficeHead]:
    """Each head by every singular form of it, in lower case."""
    heads = [_head(entry) for entry in entries(FILE, _section("head"))]
    return {plain_office(form): head for head in heads for form in (head.noun, *head.variants)}


@cache
def plural_heads() -> Mapping[str, OfficeHead]:
    """Each head by its plural ("foreign ministers", "attorneys general"), in lower case."""
    return {plain_office(head.plural): head for head in office_heads().values()}


@cache
def office_modifiers() -> Mapping[str, Level | None]:
    """The words before a head ("vice", "acting") with the rank that they make of a minister."""
    found: dict[str, Level | None] = {}
    for entry in entries(FILE, _section("modifier")):
        level = entry.optional_text("level")
        for word in (entry.key, *entry.texts("variants")):
            found[word] = Level(level) if level else None
    return found


@cache
def honorifics() -> frozenset[str]:
    """Forms of address that are no office ("Mr.", "H.E.", "Sheikh"), as written before a name."""
    return frozenset(Entry(FILE, "honorific", _section("honorific")).texts("words"))


@cache
def ambiguous_honorifics() -> frozenset[str]:
    """Those forms of address that are words or names as well ("U", "Don")."""
    return frozenset(Entry(FILE, "honorific", _section("honorific")).texts("ambiguous"))


@cache
def reigning_titles() -> frozenset[str]:
    """The offices of those who reign, before a regnal name."""
    return frozenset(Entry(FILE, "regnal", _section("regnal")).texts("reigning"))


@cache
def names_of_rulers() -> frozenset[str]:
    """Whatever those who reign are called: "monarch" beside "king"."""
    return reigning_titles() | frozenset(Entry(FILE, "regnal", _section("regnal")).texts("called"))


@cache
def regnal_titles() -> frozenset[str]:
    """The offices before a given or a regnal name: those who reign, and their houses."""
    return reigning_titles() | frozenset(Entry(FILE, "regnal", _section("regnal")).texts("house"))


@cache
def office_examples() -> tuple[tuple[str, str], ...]:
    """Offices as written, with the label that each must come to."""
    listed = read_table(FILE).get("example", [])
    rows = [Entry(FILE, "example", row) for row in listed] if isinstance(listed, list) else []
    return tuple((row.text("words"), row.text("label")) for row in rows)


def find_office(words: str) -> OfficeHead | None:
    """The head of an office as written ("Chinese Vice Minister of Foreign Affairs" → minister), or none."""
    heads, tokens = office_heads(), split_office(words)[0].split()
    return next((heads[end] for i in range(len(tokens)) if (end := " ".join(tokens[i:])) in heads), None)


def office_level(words: str) -> Level | None:
    """The rank of an office as written; a deputy stands below, and what is no office has none."""
    head = find_office(words)
    if head is None or head.noun.startswith("vice "):
        return head.level if head else None
    modifiers = office_modifiers()
    ranks = [rank for word in split_office(words)[0].split() if (rank := modifiers.get(word))]
    return BELOW.get(head.level, head.level) if ranks else head.level


def is_high_office(words: str) -> bool:
    """Whether words are a leader's or minister's office and no more: "Prime Minister", not "Defense General"."""
    tokens = plain_office(words).split()
    while tokens and tokens[0] in office_modifiers():
        tokens.pop(0)
    head = office_heads().get(" ".join(tokens))
    field = " ".join(tokens[:-1])
    ministers = tokens[-1:] == ["minister"] and field in portfolios()
    return ministers or (head is not None and head.level in BELOW)


def split_office(words: str) -> tuple[str, str]:
    """An office in plain lower case, cut before "of", "for", "to" … ("ambassador", " to canada")."""
    plain = plain_office(words)
    cuts = [found.start() for found in CUT.finditer(plain)]
    inside = [found.end() for found in _long_heads().finditer(plain)]
    cuts = [cut for cut in cuts if cut >= max(inside, default=0)]
    end = min(cuts, default=len(plain))
    return plain[:end], plain[end:]


def plain_office(words: str) -> str:
    """An office in lower case, without leading article, hyphens and typographic apostrophes."""
    return " ".join(DASHES.sub(" ", surface_key(words).lower()).split())


@cache
def _long_heads() -> re.Pattern[str]:
    """The heads that hold an "of" or "in" themselves ("secretary of state")."""
    forms = sorted((form for form in office_heads() if any(tail in form for tail in TAILS)), key=len)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, reversed(forms)))})\b")


@cache
def portfolios() -> Mapping[str, str]:
    """Each way to name a minister's field, with the one that labels use ("foreign affairs" → "foreign")."""
    section = Entry(FILE, "portfolio", _section("portfolio"))
    named = {name: (name, *section.texts(name)) for name in section.fields}
    return {plain_office(form): name for name, forms in named.items() for form in forms}


@cache
def label_spellings() -> Mapping[str, str]:
    """Words that labels spell in one way ("defence" → "defense")."""
    section = Entry(FILE, "spelling", _section("spelling"))
    return {word: section.text(word) for word in section.fields}


@cache
def dropped_words() -> tuple[str, ...]:
    """Words before an office that say when it was held, or nothing at all."""
    return Entry(FILE, "dropped", _section("dropped")).texts("words")


def _section(name: str) -> Mapping[str, object]:
    section = read_table(FILE).get(name, {})
    return section if isinstance(section, dict) else {}


def _head(entry: Entry) -> OfficeHead:
    entry.only("level", "official", "title", "variants", "plural")
    level = entry.text("level")
    if level not in {known.value for known in Level}:
        raise entry.error(f"has the unknown level {level!r}; known are {[known.value for known in Level]}")
    return OfficeHead(
        noun=entry.key,
        level=Level(level),
        official=entry.flag("official"),
        title=entry.flag("title"),
        variants=entry.texts("variants"),
        plural=entry.optional_text("plural") or f"{entry.key}s",
    )
