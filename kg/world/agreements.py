"""Agreements known by name, to recognise the names; what they say of years and parties is never asserted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg.world.surfaces import index_surfaces, surface_key
from kg.world.tables import Entry, entries, sections

FILE = "agreements.toml"


class AgreementKind(StrEnum):
    """What sort of agreement a name denotes; the values are the sections of the file."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    DECLARATION = "declaration"


@dataclass(frozen=True, slots=True)
class KnownAgreement:
    """An agreement with its other names; year of signing and parties serve to tell namesakes apart."""

    name: str
    kind: AgreementKind
    names: tuple[str, ...]
    year: int | None
    parties: tuple[str, ...]
    weak: frozenset[str]


@cache
def agreements() -> tuple[KnownAgreement, ...]:
    """Every agreement known by name, in the order of the file."""
    return tuple(
        _agreement(entry, AgreementKind(kind))
        for kind, section in sections(FILE, [k.value for k in AgreementKind])
        for entry in entries(FILE, section)
    )


@cache
def agreement_names() -> Mapping[str, tuple[KnownAgreement, ...]]:
    """Every surface form, as `surface_key` writes it, with the agreements that it may name."""
    return index_surfaces((name, known) for known in agreements() for name in (known.name, *known.names))


def agreement_senses(surface: str) -> tuple[KnownAgreement, ...]:
    """The agreements that a surface form may name, exactly as written."""
    return agreement_names().get(surface_key(surface), ())


def find_agreement(surface: str) -> KnownAgreement | None:
    """The one agreement that a surface form names without help from its context, or none."""
    found = agreement_senses(surface)
    return found[0] if len(found) == 1 and surface_key(surface) not in found[0].weak else None


def _agreement(entry: Entry, kind: AgreementKind) -> KnownAgreement:
    entry.only("names", "year", "parties", "weak")
    names, weak = entry.texts("names"), frozenset(entry.texts("weak"))
    if stray := sorted(weak - {entry.key, *names}):
        raise entry.error(f"calls {stray} weak, which it does not list among its names")
    return KnownAgreement(entry.key, kind, names, entry.year("year"), entry.texts("parties"), weak)
