"""Surface forms: what counts as the same writing of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.world.surfaces import fold, index_shouted, index_surfaces, surface_key

KEYS = [
    ("the United States", "United States"),
    ("The Hague", "Hague"),
    ("Côte d’Ivoire", "Côte d'Ivoire"),
    ("North  Korea", "North Korea"),
    ("North\nKorea", "North Korea"),  # over a line break
    ("Sao Tome\u00a0and Principe", "Sao Tome and Principe"),
    ("Co\u0302te d'Ivoire", "Côte d'Ivoire"),  # a combining accent
    ("Theodore", "Theodore"),  # no article
    ("US", "US"),
]


@pytest.mark.parametrize(("surface", "key"), KEYS)
def test_a_surface_has_one_key(surface, key):
    assert surface_key(surface) == key


@given(st.text(max_size=40))
def test_a_key_has_single_spaces(surface):
    assert surface_key(surface) == " ".join(surface_key(surface).split())


def test_an_index_keeps_the_order_of_senses_and_none_twice():
    index = index_surfaces([("the North", 2), ("North", 1), ("North", 2)])
    assert index == {"North": (2, 1)}


def test_short_names_are_not_shouted():
    assert index_shouted({"Us": (1,), "Seoul": (2,)}) == {"SEOUL": (2,)}


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
