"""Words for several countries at once."""

import pytest

from kg.world.countries import countries, find_country
from kg.world.groupings import find_grouping, grouping_names, groupings

FOUND = [
    ("the two Koreas", ("KOR", "PRK")),
    ("the Koreas", ("KOR", "PRK")),
    ("inter-Korean", ("KOR", "PRK")),
    ("Benelux", ("BEL", "LUX", "NLD")),
    ("the Baltic states", ("EST", "LTU", "LVA")),
    ("Sino-Russian", ("CHN", "RUS")),
    ("the West", ()),  # nobody agrees who
    ("Western", ()),
    ("European", ()),
    ("Arab", ()),
    ("Global South", ()),
]


@pytest.mark.parametrize(("surface", "members"), FOUND)
def test_a_word_for_several_countries(surface, members):
    group = find_grouping(surface)
    assert group is not None
    assert group.members == members


def test_a_grouping_is_never_a_country():
    assert [surface for surface in grouping_names() if find_country(surface)] == []


def test_members_are_countries():
    assert {iso3 for group in groupings() for iso3 in group.members} <= set(countries())


def test_a_single_country_is_no_grouping():
    assert find_grouping("North Korea") is None
