"""Coordination: what is said of several at once, and what a relative pronoun stands for."""

from __future__ import annotations

import pytest
from texts import marked

from kg.extract.coordination import antecedent, conjuncts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # joined
        ("[Chad], Niger and Mali left.", ["Chad", "Niger", "Mali"]),
        # alone
        ("[Chad] left.", ["Chad"]),
        # persons set in a row
        (
            "President [Mary Banda], Heng Sokha and Elias Haddad left.",
            ["Mary Banda", "Heng Sokha", "Elias Haddad"],
        ),
        # persons behind "as well as"
        ("He met [Mary Banda] as well as Heng Sokha.", ["Mary Banda", "Heng Sokha"]),
        # persons with their homes
        (
            "He met Presidents [Mary Banda] of Zambia, Heng Sokha of Cambodia and Elias Haddad of Lebanon.",
            ["Mary Banda", "Heng Sokha", "Elias Haddad"],
        ),
        # the subject of another clause is nobody of the list
        ("He met [Mary Banda], and Heng Sokha left.", ["Mary Banda"]),
    ],
)
def test_conjuncts(text: str, expected: list[str]) -> None:
    assert [t.text for t in conjuncts(*marked(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a relative pronoun
        ("The envoy [who] met Chad left.", "envoy"),
        # of a thing
        ("The accord, [which] Chad signed, expired.", "accord"),
        # a noun is itself
        ("The [envoy] left.", "envoy"),
        # a question is about nobody known
        ("[Who] met Chad?", "Who"),
    ],
)
def test_antecedents(text: str, expected: str) -> None:
    assert antecedent(*marked(text)).text == expected
