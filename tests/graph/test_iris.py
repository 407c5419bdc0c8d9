"""The IRI of a thing, found again by its path however that was percent-encoded."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.iris import article_iri, iri_of_path, thing_iri


@pytest.mark.parametrize(
    ("path", "identifier"),
    [
        ("person/anna-dahl", "person/anna-dahl"),
        # what programs encode and IRIs need not
        ("article/Dahl%27s%20calls%20%281%29", "article/Dahl's calls (1)"),
        # in small letters, or not at all
        ("article/caf%c3%a9", "article/café"),
        # a slash within a part is none between parts
        ("article/a%2Fb", "article/a%2Fb"),
    ],
)
def test_path(path: str, identifier: str) -> None:
    assert iri_of_path(path) == thing_iri(identifier)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_article_is_found_by_its_identifier(identifier: str) -> None:
    assert iri_of_path(f"article/{quote(identifier, safe='')}") == article_iri(identifier)
