"""Personal names: order, particles, and what given and family names tell."""

import pytest

from kg.world.countries import countries
from kg.world.names import (
    Gender,
    descent_particles,
    family_first,
    family_first_at_home,
    family_names,
    given_names,
    hyphenated_particles,
    leading_particles,
    name_particles,
    name_suffixes,
    single_name_countries,
    weak_family_names,
    weak_given_names,
)

GENDERS = [
    ("Jake", Gender.MALE),
    ("Antony", Gender.MALE),
    ("Wendy", Gender.FEMALE),
    ("Sergei", Gender.MALE),
    ("Sergey", Gender.MALE),
    ("Mohammed", Gender.MALE),
    ("Condoleezza", Gender.FEMALE),
    ("Volodymyr", Gender.MALE),
    ("Angela", Gender.FEMALE),
    ("Recep", Gender.MALE),
    ("Jean", None),  # a Frenchman or an Englishwoman
    ("Andrea", None),
    ("Kim", None),
]

FAMILIES = [
    ("korean", "Kim"),
    ("korean", "Pak"),
    ("korean", "Choe"),
    ("chinese", "Sun"),
    ("chinese", "Xi"),
    ("vietnamese", "Nguyen"),
    ("japanese", "Abe"),
]


@pytest.mark.parametrize(("name", "gender"), GENDERS)
def test_a_given_name_tells_its_gender_or_keeps_quiet(name, gender):
    assert given_names()[name] is gender


@pytest.mark.parametrize(("language", "name"), FAMILIES)
def test_common_family_names_are_known(language, name):
    assert name in family_names()[language]


def test_countries_of_the_name_orders_are_known():
    assert {"CHN", "PRK", "KOR", "VNM"} <= family_first()
    assert "JPN" in family_first_at_home()
    assert family_first() | family_first_at_home() | single_name_countries() <= set(countries())
    assert not family_first() & family_first_at_home()


def test_particles_and_suffixes():
    assert {"bin", "von", "de", "al"} <= name_particles()
    assert leading_particles() <= name_particles()
    assert "al" in hyphenated_particles()
    assert {"bin", "ould", "weld"} <= descent_particles()
    assert {"Jr.", "III"} <= name_suffixes()


def test_weak_given_names_are_given_names():
    assert weak_given_names() <= set(given_names())
    assert "Will" in weak_given_names()
    assert "Sergei" not in weak_given_names()


def test_weak_family_names_are_family_names():
    assert weak_family_names() <= {name for group in family_names().values() for name in group}
    assert {"In", "He", "No"} <= weak_family_names()  # "In Seoul, he said no"
    assert "Kim" not in weak_family_names()


def test_names_are_capitalised_words():
    names = [*given_names(), *(name for group in family_names().values() for name in group)]
    assert all(name[0].isupper() and " " not in name for name in names)
    assert len(given_names()) >= 1500
