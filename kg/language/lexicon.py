"""The names and title words that the language stage knows: the world's data, laid out for look-up in a text."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from kg.identifiers import slug
from kg.model import EntityKind
from kg.world.agreements import agreements
from kg.world.countries import Country, NameKind, countries
from kg.world.groupings import groupings
from kg.world.name_patterns import agreement_heads, organization_heads, place_heads
from kg.world.names import (
    family_names,
    given_names,
    name_particles,
    name_suffixes,
    weak_family_names,
    weak_given_names,
)
from kg.world.office_labels import normalize_office
from kg.world.offices import ambiguous_honorifics, honorifics, office_heads, office_modifiers, plural_heads
from kg.world.organizations import Organization, is_strong_name, organizations
from kg.world.places import Place, is_strong, places
from kg.world.sole_offices import lacking_offices, meeting_grounds, offices_of_bodies, sole_offices
from kg.world.surfaces import APOSTROPHES

FAMILY_FIRST = ("chinese", "korean", "vietnamese", "khmer")
"""The languages whose names begin with the family name in English news too."""

SHOUTED = 4
"""Names of so many letters are known in a headline's capitals too; shorter ones are acronyms."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a surface form names: the kind and identifier, how it names it, and whether it needs context."""

    kind: EntityKind
    key: str
    form: str = "name"
    weak: bool = False
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """What the world's data say of an entity."""

    kind: EntityKind
    label: str
    alt_labels: tuple[str, ...] = ()
    country: str | None = None
    iso3: str | None = None
    wikidata: str | None = None
    state_media: bool = False


@dataclass(frozen=True)
class Lexicon:
    """Surface forms by their first word, and the words of which titles, names and organisations are made."""

    by_first: Mapping[str, tuple[tuple[str, Entry], ...]]
    descriptions: Mapping[str, Description]
    city_keys: Mapping[str, str]
    never_names: frozenset[str]
    title_links: frozenset[str]
    organization_links: frozenset[str]
    abbreviations: tuple[str, ...]
    office_heads: frozenset[str]
    plural_heads: frozenset[str]
    honorifics: frozenset[str]
    honorific_pairs: frozenset[tuple[str, str]]
    """Two words side by side in forms of address of which the first is a name as well ("Tan Sri")."""
    title_words: frozenset[str]
    organization_heads: frozenset[str]
    agreement_heads: frozenset[str]
    place_heads: frozenset[str]
    given_names: frozenset[str]
    weak_given_names: frozenset[str]
    family_names: frozenset[str]
    """Family names of peoples who put them first."""
    surnames: frozenset[str]
    """Family names of all peoples of whom there is a list."""
    names_and_words: frozenset[str]
    """Given and family names that are words too."""
    genders: Mapping[str, str]
    title_genders: Mapping[str, str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    sole_offices: Mapping[str, str]
    """Offices that one state alone has, with the state."""
    offices_of_bodies: tuple[str, ...]
    """Offices that bodies have, not states."""
    lacking_offices: Mapping[str, tuple[str, ...]]
    """Usual offices that a state does not have, by state."""
    meeting_grounds: frozenset[str]
    """Names of places where states meet on foreign ground."""

    def entries_at(self, text: str, start: int) -> Iterator[tuple[int, Entry]]:
        """The gazetteer entries that begin at an offset of a text with plain apostrophes, longest first, with their ends."""
        first = FIRST_WORD.match(text, start)
        for surface, entry in self.by_first.get(first.group() if first else "", ()):
            if text.startswith(surface, start):
                yield start + len(surface), entry

    def describe(self, identifier: str) -> Description | None:
        """What the world's data say of an identifier, None where no gazetteer has it."""
        return self.descriptions.get(identifier)

    def city_of_capital(self, name: str) -> str | None:
        """The city that a capital's name is where a place is meant."""
        return self.city_keys.get(name)

    def is_office(self, word: str) -> bool:
        """Whether a word is the head of an office: "minister", "Ministers", "envoy"."""
        return word.lower().replace("’", "'") in self.office_heads

    def is_plural_office(self, word: str) -> bool:
        """Whether a word is the head of an office in the plural: "Ministers"."""
        return word.lower() in self.plural_heads

    def is_title(self, word: str) -> bool:
        """Whether a word can stand before a name as its title: an office or an honorific."""
        return self.is_office(word) or word.lower() in self.honorifics

    def is_title_at(self, words: Sequence[str], i: int) -> bool:
        """Whether the word at a place can be (part of) a title there: "Tan" before "Sri"."""
        pair = (words[i].lower(), words[i + 1].lower() if i + 1 < len(words) else "")
        before = (words[i - 1].lower() if i else "", words[i].lower())
        return self.is_title(words[i]) or bool({pair, before} & self.honorific_pairs)

    def is_address_at(self, words: Sequence[str], i: int) -> bool:
        """Whether the word at a place is (part of) a form of address, and no office."""
        return not self.is_office(words[i]) and self.is_title_at(words, i)

    def gender(self, name: str) -> str | None:
        """ "male" or "female" where one of the name's words is a given name of that gender alone."""
        found = {self.genders[w] for w in name.split() if w in self.genders}
        return found.pop() if len(found) == 1 else None

    def title_gender(self, titled: str) -> str | None:
        """ "male" or "female" where the title tells: "King", "Ms."."""
        found = {self.title_genders[w] for w in titled.lower().split() if w in self.title_genders}
        return found.pop() if len(found) == 1 else None

    def normalize_office(self, words: str) -> str:
        """The label of an office: lower case, one form for each."""
        return normalize_office(words)


FIRST_WORD = re.compile(r"\w+")


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the package."""
    words = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    cities = {p: place_key(p) for p in places()}
    offices = _office_words()
    return Lexicon(
        by_first=_by_first(_surfaces(cities)),
        descriptions={**_countries_described(), **_organizations_described(), **_places_described(cities)},
        city_keys=_capital_cities(cities),
        never_names=frozenset(words["never_names"]),
        title_links=frozenset(words["title_links"]),
        organization_links=frozenset(words["organization_links"]),
        abbreviations=tuple(words["abbreviations"]),
        title_words=frozenset(words["title_words"]) | offices["qualifiers"],
        organization_heads=frozenset(organization_heads()),
        agreement_heads=frozenset(agreement_heads()),
        place_heads=frozenset(place_heads()),
        office_heads=offices["office_heads"],
        plural_heads=offices["plural_heads"],
        honorifics=offices["honorifics"],
        honorific_pairs=frozenset(pair for h in honorifics() for pair in pairwise(h.lower().split())),
        given_names=frozenset(given_names()) - weak_given_names(),
        weak_given_names=weak_given_names(),
        family_names=frozenset().union(*(family_names()[language] for language in FAMILY_FIRST))
        - weak_family_names(),
        surnames=frozenset().union(*family_names().values()) - weak_family_names(),
        names_and_words=weak_given_names() | weak_family_names(),
        genders={name: gender.value for name, gender in given_names().items() if gender is not None},
        title_genders=words["title_genders"],
        particles=name_particles(),
        suffixes=name_suffixes(),
        sole_offices={
            office: f"country/{iso3}" for iso3, offices in sole_offices().items() for office in offices
        },
        offices_of_bodies=offices_of_bodies(),
        meeting_grounds=meeting_grounds(),
        lacking_offices={f"country/{iso3}": labels for iso3, labels in lacking_offices().items()},
    )


def _by_first(surfaces: Iterator[tuple[str, Entry]]) -> dict[str, tuple[tuple[str, Entry], ...]]:
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


def _surfaces(cities: Mapping[Place, str]) -> Iterator[tuple[str, Entry]]:
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


def country_key(country: Country) -> str:
    """The identifier of a country."""
    return f"country/{country.iso3}"


def organization_key(body: Organization) -> str:
    """The identifier of an organisation of the gazetteer."""
    return f"organization/{slug(body.name)}"


def place_key(place: Place) -> str:
    """The identifier of a place of the gazetteer: with its country where another place bears the name."""
    name = slug(place.name)
    alone = len(_places_by_slug()[name]) == 1
    return f"place/{name}" + ("" if alone or not place.country else f"-{place.country.lower()}")


@cache
def _places_by_slug() -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for place in places():
        found[slug(place.name)].append(place)
    return {k: tuple(v) for k, v in found.items()}


def _countries_described() -> dict[str, Description]:
    return {
        country_key(c): Description(
            EntityKind.COUNTRY, c.name, c.alt_labels, iso3=c.iso3, wikidata=c.wikidata
        )
        for c in countries().values()
    }


def _organizations_described() -> dict[str, Description]:
    return {
        organization_key(o): Description(
            EntityKind.ORGANIZATION,
            o.name,
            o.names,
            f"country/{o.country}" if o.country and _is_of_state(o) else None,
            wikidata=o.wikidata,
            state_media=o.state_media,
        )
        for o in organizations()
    }


def _is_of_state(body: Organization) -> bool:
    """Whether a body belongs to a state, not only in it: a private newspaper does not."""
    return body.state_media or not body.is_media


def _places_described(cities: Mapping[Place, str]) -> dict[str, Description]:
    return {
        key: Description(EntityKind.PLACE, p.name, p.names, f"country/{p.country}" if p.country else None)
        for p, key in cities.items()
    }


def _capital_cities(cities: Mapping[Place, str]) -> dict[str, str]:
    """Each spelling of a capital with the city's identifier."""
    keys = {(name, p.country): key for p, key in cities.items() for name in (p.name, *p.names)}
    return {
        surface: keys.get((surface, c.iso3)) or keys.get((c.capitals[0], c.iso3)) or f"place/{slug(surface)}"
        for c in countries().values()
        for surface, kind in c.surfaces
        if kind is NameKind.CAPITAL
    }


def _office_words() -> dict[str, frozenset[str]]:
    """The head words of offices, the forms of address, and the words that qualify them."""
    heads = {**office_heads(), **plural_heads()}
    singular = {word for form in office_heads() for word in _head_words(form)}
    qualifiers = {w for modifier in office_modifiers() for w in modifier.split()}
    return {
        "office_heads": frozenset(word for form in heads for word in _head_words(form)),
        "plural_heads": frozenset(word for form in plural_heads() for word in _head_words(form)) - singular,
        "honorifics": frozenset(h.lower() for h in honorifics() - ambiguous_honorifics()),
        "qualifiers": frozenset(qualifiers),
    }


def _head_words(form: str) -> set[str]:
    """The one word that makes an office: "secretary" of "secretary of state", "general" of "attorney general"."""
    front = form.partition(" of ")[0]
    last = front.replace("-", " ").split()[-1]
    return {last, front} if " " not in front else {last}
