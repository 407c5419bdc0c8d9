"""The head words around which names of bodies, agreements and places are built."""

import pytest

from kg.world.name_patterns import agreement_heads, organization_heads, place_heads

HEADS = [
    (organization_heads, "ministry", "ministry", True, True),  # "Foreign Ministry", "Ministry of Defence"
    (organization_heads, "bank", "company", True, True),
    (organization_heads, "shimbun", "outlet", True, False),
    (organization_heads, "university", "university", True, True),
    (agreement_heads, "treaty", "treaty", True, True),
    (agreement_heads, "accords", "agreement", True, False),
    (agreement_heads, "memorandum of understanding", "memorandum", False, True),
    (place_heads, "airport", "venue", True, False),
    (place_heads, "sea", "water", True, True),
]


@pytest.mark.parametrize(("heads", "word", "kind", "before", "after"), HEADS)
def test_a_head_says_what_it_makes_and_where_the_name_stands(heads, word, kind, before, after):
    head = heads()[word]
    assert (head.kind, head.before, head.after) == (kind, before, after)


@pytest.mark.parametrize("word", ["meeting", "minister", "country", "talks"])
def test_other_words_are_no_heads(word):
    assert word not in organization_heads()
