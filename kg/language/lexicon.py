"""The names and title words that the language stage knows: the world's data, laid out for look-up in a text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from kg.language.descriptions import (
    Description,
    capital_cities,
    countries_described,
    organizations_described,
    place_key,
    places_described,
)
from kg.language.surface_forms import FIRST_WORD, Entry, by_first_word, find_surfaces
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
from kg.world.places import places
from kg.world.sole_offices import lacking_offices, meeting_grounds, offices_of_bodies, sole_offices

FAMILY_FIRST = ("chinese", "korean", "vietnamese", "khmer")
"""The languages whose names begin with the family name in English news too."""


@dataclass(frozen=True)
class Lexicon:
    """Surface forms by their first word, and the words of which titles, names and organisations are made."""

    by_first: Mapping[str, tuple[tuple[str, Entry], ...]]
    descriptions: Mapping[str, Description]
    city_keys: Mapping[str, str]
    never_names: frozenset[str]
    calendar: frozenset[str]
    """The days of the week and the months."""
    title_links: frozenset[str]
    organization_links: frozenset[str]
    abbreviations: tuple[str, ...]
    office_heads: frozenset[str]
    plural_heads: frozenset[str]
    honorifics: frozenset[str]
    honorific_pairs: frozenset[tuple[str, str]]
    """Two words side by side in forms of address of which the first is a name as well ("Tan Sri")."""
    title_words: frozenset[str]
    abstract_endings: tuple[str, ...]
    no_bodies: frozenset[str]
    """Words for events and papers that are capitalised like bodies."""
    paired_offices: frozenset[str]
    """Offices of two words of which the first makes bodies elsewhere."""
    building_words: frozenset[str]
    """With which buildings' names of other tongues begin."""
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
    inner_honorifics: frozenset[str]
    """Forms of address that stand inside names as well."""
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


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the package."""
    words = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    cities = {p: place_key(p) for p in places()}
    offices = _office_words()
    return Lexicon(
        by_first=by_first_word(find_surfaces(cities)),
        descriptions={**countries_described(), **organizations_described(), **places_described(cities)},
        city_keys=capital_cities(cities),
        never_names=frozenset(words["never_names"]),
        calendar=frozenset(words["calendar"]),
        abstract_endings=tuple(words["abstract_endings"]),
        no_bodies=frozenset(words["no_bodies"]),
        paired_offices=frozenset(words["paired_offices"]),
        building_words=frozenset(words["building_words"]),
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
        inner_honorifics=frozenset(words["inner_honorifics"]),
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
