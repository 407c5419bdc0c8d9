"""Surface forms by their first word: what each of the names in the gazetteers means in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.identifiers import slug
from kg.language.descriptions import country_key, organization_key
from kg.model import EntityKind
from kg.world.agreements import agreements
from kg.world.countries import NameKind, countries
from kg.world.groupings import groupings
from kg.world.organizations import is_strong_name, organizations
from kg.world.places import Place, is_strong
from kg.world.surfaces import APOSTROPHES

SHOUTED = 4
"""Names of so many letters are known in a headline's capitals too; shorter ones are acronyms."""

FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a surface form names: the kind and identifier, how it names it, and whether it needs context."""

    kind: EntityKind
    key: str
    form: str = "name"
    weak: bool = False
    country: str | None = None


def find_surfaces(cities: Mapping[Place, str]) -> Iterator[tuple[str, Entry]]:
    """Every surface form of the gazetteers with what it names."""
    for country in countries().values():
        for surface, kind in country.surfaces:
            weak = surface in country.weak or kind is NameKind.CONTEXTUAL
            yield (
                surface,
                Entry(EntityKind.COUNTRY, country_key(country), kind.value, weak, country_key(country)),
            )
    for body in organizations():
        owner = f"country/{body.country}" if body.country else None
        for surface in (body.name, *body.names):
            weak = not is_strong_name(body, surface)
            yield surface, Entry(EntityKind.ORGANIZATION, organization_key(body), "name", weak, owner)
    for place, key in cities.items():
        owner = f"country/{place.country}" if place.country else None
        for surface in (place.name, *place.names):
            yield surface, Entry(EntityKind.PLACE, key, "name", not is_strong(place, surface), owner)
    for grouping in (group for group in groupings() if not group.members):
        for surface in (grouping.name, *grouping.names):
            yield (
                surface,
                Entry(EntityKind.GROUP, f"group/{slug(grouping.name)}", weak=surface in grouping.weak),
            )
    for agreement in agreements():
        for surface in (agreement.name, *agreement.names):
            yield (
                surface,
                Entry(
                    EntityKind.AGREEMENT,
                    f"agreement/{slug(agreement.name)}",
                    "name",
                    surface in agreement.weak,
                ),
            )


def by_first_word(surfaces: Iterator[tuple[str, Entry]]) -> dict[str, tuple[tuple[str, Entry], ...]]:
    """Surface forms by first word, longest first; of equal ones strong before weak, countries before cities."""
    found: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for surface, entry in surfaces:
        plain = surface.translate(APOSTROPHES)
        for form in {plain, plain.upper()} if len(plain) >= SHOUTED else {plain}:
            first = FIRST_WORD.match(form)
            if first:
                found[first.group()][form].append(entry)
    return {
        word: tuple(
            (form, entry)
            for form, es in sorted(forms.items(), key=lambda f: (-len(f[0]), f[0]))
            for entry in _meant(es)
        )
        for word, forms in found.items()
    }


def _meant(entries: list[Entry]) -> tuple[Entry, ...]:
    """What a surface form means: the strong sense before the weak, a country before an organisation or a place.

    Two countries of one name (Korea, Congo) mean none of them.
    """
    if len(entries) == 1:
        return (entries[0],)
    order = [
        EntityKind.COUNTRY,
        EntityKind.ORGANIZATION,
        EntityKind.PLACE,
        EntityKind.AGREEMENT,
        EntityKind.GROUP,
    ]
    ranked = sorted(entries, key=lambda e: (e.weak, order.index(e.kind), e.key))
    rivals = {e.key for e in ranked if e.kind is ranked[0].kind and e.weak == ranked[0].weak}
    return () if len(rivals) > 1 and ranked[0].kind is EntityKind.COUNTRY else (ranked[0],)
