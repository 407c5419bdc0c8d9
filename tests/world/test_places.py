"""Places: cities, regions, waters and venues find their country."""

import pytest

from kg.world.countries import countries
from kg.world.places import PlaceKind, find_place, is_strong, place_names, place_senses, places

FOUND = [
    # capitals and cities, by their usual and former spellings
    ("Pyongyang", "Pyongyang", "PRK", "city"),
    ("SEOUL", "Seoul", "KOR", "city"),
    ("Peking", "Beijing", "CHN", "city"),
    ("Kiev", "Kyiv", "UKR", "city"),
    ("Saigon", "Ho Chi Minh City", "VNM", "city"),
    ("Geneva", "Geneva", "CHE", "city"),
    ("The Hague", "The Hague", "NLD", "city"),
    ("London", "London", "GBR", "city"),
    ("New York", "New York", "USA", "city"),
    ("Sana'a", "Sanaa", "YEM", "city"),
    # where conferences, bases and reactors are
    ("Davos", "Davos", "CHE", "city"),
    ("Camp David", "Camp David", "USA", "city"),
    ("San Francisco", "San Francisco", "USA", "city"),
    ("Sharm el Sheikh", "Sharm el-Sheikh", "EGY", "city"),
    ("Sinuiju", "Sinuiju", "PRK", "city"),
    ("Kaesong", "Kaesong", "PRK", "city"),
    ("Yongbyon", "Yongbyon", "PRK", "city"),
    ("Vladivostok", "Vladivostok", "RUS", "city"),
    ("Anchorage", "Anchorage", "USA", "city"),
    ("Sochi", "Sochi", "RUS", "city"),
    ("Jidda", "Jeddah", "SAU", "city"),
    ("Bali", "Bali", "IDN", "city"),
    ("Glasgow", "Glasgow", "GBR", "city"),
    ("Tskhinvali", "Tskhinvali", "GEO", "city"),
    ("Guantanamo Bay", "Guantánamo Bay", "CUB", "city"),
    ("Sunnylands", "Sunnylands", "USA", "venue"),
    ("the Great Hall of the People", "Great Hall of the People", "CHN", "venue"),
    ("People’s Palace of Culture", "People's Palace of Culture", "PRK", "venue"),
    # regions and waters
    ("Russian Far East", "Russian Far East", "RUS", "region"),
    ("Crimea", "Crimea", "UKR", "region"),
    ("Gaza Strip", "Gaza Strip", "PSE", "region"),
    ("the West Bank", "West Bank", "PSE", "region"),
    ("Xinjiang", "Xinjiang", "CHN", "region"),
    ("South Ossetia", "South Ossetia", "GEO", "region"),
    # between states: a place without a country
    ("Panmunjom", "Panmunjom", None, "borderland"),
    ("Kashmir", "Kashmir", None, "region"),
    ("the Korean peninsula", "Korean Peninsula", None, "region"),
    ("East Asia", "East Asia", None, "region"),
    ("Middle East", "Middle East", None, "region"),
    ("Indo-Pacific", "Indo-Pacific", None, "region"),
    ("South China Sea", "South China Sea", None, "water"),
]

NOT_FOUND = [
    "Nice",  # a word
    "Reading",
    "Split",
    "Mobile",
    "Georgia",  # a country too
    "San Jose",  # two cities
    "Cambridge",  # two cities
    "Birmingham",
    "Hamilton",
    "Washington",
    "Victoria",
    "Sofia",
    "davos",  # case tells
    "Nowhere",
    "DMZ",  # more than one
]


@pytest.mark.parametrize(("surface", "name", "country", "kind"), FOUND)
def test_a_place_is_found_with_its_country(surface, name, country, kind):
    place = find_place(surface)
    assert place is not None
    assert (place.name, place.country, place.kind) == (name, country, kind)


@pytest.mark.parametrize("surface", NOT_FOUND)
def test_a_name_in_doubt_finds_no_place(surface):
    assert find_place(surface) is None


def test_a_weak_name_still_tells_its_senses():
    assert {place.country for place in place_senses("San Jose")} == {"USA", "CRI"}
    assert place_senses("Nice")


def test_every_country_code_is_known():
    assert {place.country for place in places()} - {None} <= set(countries())


def test_a_strong_name_names_one_place_only():
    shared = {
        s for s, found in place_names().items() if len(found) > 1 and any(is_strong(p, s) for p in found)
    }
    assert shared == set()


def test_every_capital_is_a_city():
    seats = {
        (c.iso3, seat) for c in countries().values() for seat in c.capitals if c.kind.value != "historic"
    }
    missing = sorted(seat for iso3, seat in seats if iso3 not in {p.country for p in place_senses(seat)})
    assert missing == []


def test_names_are_tidy_and_in_order():
    cities = [place for place in places() if place.kind is PlaceKind.CITY]
    assert [p.country for p in cities] == sorted(p.country or "" for p in cities)
    assert all(name == name.strip() for place in places() for name in (place.name, *place.names))
    assert len({(p.name, p.country, p.kind) for p in places()}) == len(places())
    assert len(cities) >= 1500
