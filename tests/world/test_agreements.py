"""Agreements that are known by name."""

import pytest

from kg.world.agreements import AgreementKind, agreement_names, agreement_senses, agreements, find_agreement
from kg.world.countries import countries
from kg.world.organizations import find_organization

FOUND = [
    ("NPT", "Treaty on the Non-Proliferation of Nuclear Weapons", AgreementKind.TREATY),
    (
        "the Nuclear Non-Proliferation Treaty",
        "Treaty on the Non-Proliferation of Nuclear Weapons",
        AgreementKind.TREATY,
    ),
    ("Lisbon Treaty", "Treaty of Lisbon", AgreementKind.TREATY),
    ("Treaty of Rome", "Treaty of Rome", AgreementKind.TREATY),
    ("the Paris climate accord", "Paris Agreement", AgreementKind.AGREEMENT),
    ("JCPOA", "Joint Comprehensive Plan of Action", AgreementKind.AGREEMENT),
    ("Iran nuclear deal", "Joint Comprehensive Plan of Action", AgreementKind.AGREEMENT),
    ("New START", "New START", AgreementKind.TREATY),
    ("INF Treaty", "Intermediate-Range Nuclear Forces Treaty", AgreementKind.TREATY),
    ("Minsk accords", "Minsk agreements", AgreementKind.AGREEMENT),
    ("Oslo Accords", "Oslo Accords", AgreementKind.AGREEMENT),
    ("Camp David Accords", "Camp David Accords", AgreementKind.AGREEMENT),
    ("Agreed Framework", "Agreed Framework", AgreementKind.AGREEMENT),
    ("Budapest Memorandum", "Budapest Memorandum", AgreementKind.MEMORANDUM),
    ("Good Friday Agreement", "Good Friday Agreement", AgreementKind.AGREEMENT),
    ("Panmunjom Declaration", "Panmunjom Declaration", AgreementKind.DECLARATION),
]

NOT_FOUND = [
    "Treaty",  # of whatever
    "INF",  # also a fund and a force
    "the six-point plan",  # several
    "Mutual Defense Treaty",  # of several pairs
    "SOFA",
    "sort",
    "Washington Declaration",
]


@pytest.mark.parametrize(("surface", "name", "kind"), FOUND)
def test_an_agreement_is_found(surface, name, kind):
    known = find_agreement(surface)
    assert known is not None
    assert (known.name, known.kind) == (name, kind)


@pytest.mark.parametrize("surface", NOT_FOUND)
def test_a_name_in_doubt_finds_none(surface):
    assert find_agreement(surface) is None


def test_a_weak_name_still_tells_its_sense():
    assert [known.year for known in agreement_senses("INF")] == [1987]


def test_parties_are_countries_or_bodies():
    for known in agreements():
        assert all(party in countries() or find_organization(party) for party in known.parties), known.name


def test_a_name_means_one_agreement():
    assert {surface for surface, found in agreement_names().items() if len(found) > 1} == set()
    assert len({known.name for known in agreements()}) == len(agreements())
