"""Ceremonies: who attended a parade, a funeral, an inauguration."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, check_in_text, read, told

from kg.extract.ceremonies import extract_ceremonies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # attended
        (
            "President Mary Banda and King Elias Haddad attended a naval parade.",
            ("Ceremony", "Elias Haddad, Mary Banda", "Held"),
        ),
        # brought together by it
        (
            "The naval parade, which featured Mary Banda alongside Elias Haddad, was long.",
            ("Ceremony", "Elias Haddad, Mary Banda", "Held"),
        ),
        # to come
        ("President Mary Banda will attend the funeral.", ("Ceremony", "Mary Banda", "Planned")),
    ],
)
def test_one_ceremony(text: str, expected: tuple[str, str, str]) -> None:
    assert told(read(text), extract_ceremonies) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # nobody in particular
        "Thousands attended the parade.",
        # a report
        "The report featured Mary Banda alongside Elias Haddad.",
        # a signing is told with its agreement
        "President Mary Banda attended the signing ceremony.",
    ],
)
def test_no_ceremony(text: str) -> None:
    assert told(read(text), extract_ceremonies) == []


@given(any_text)
def test_ceremonies_lie_in_the_text(text: str) -> None:
    context = read(text)
    check_in_text(context, list(extract_ceremonies(context)))
