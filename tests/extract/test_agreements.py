"""Agreements: what is agreed, by whom, when, and how far it has come."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, check_in_text, read, told

from kg.extract.agreements import extract_agreements


def agreements(text: str) -> list[tuple[str, str, str]]:
    """Each agreement: its kind, its parties, how far it has come."""
    return told(read(text), extract_agreements, "party")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # signed
        ("Chad and Niger signed a trade accord.", ("Agreement", "Chad, Niger", "Signed")),
        # signed with
        ("Chad signed a trade accord with Niger.", ("Agreement", "Chad, Niger", "Signed")),
        # signed, in the passive
        ("A trade accord was signed by Chad and Niger.", ("Agreement", "Chad, Niger", "Signed")),
        # signed by persons for their states
        (
            "Chadian President Mary Banda and Nigerien President Elias Haddad signed a trade accord.",
            ("Agreement", "Chadian, Nigerien", "Signed"),
        ),
        # reached
        ("Chad and Niger reached an agreement on water.", ("Agreement", "Chad, Niger", "Agreed")),
        # a joint statement
        ("Chad and Niger issued a joint statement.", ("JointStatement", "Chad, Niger", "Agreed")),
        # agreed to do
        ("Chad and Niger agreed to reopen the border.", ("Pledge", "Chad, Niger", "Agreed")),
        # pledged
        ("Chad and Niger pledged to share the lake.", ("Pledge", "Chad, Niger", "Agreed")),
        # to come
        ("Chad and Niger will sign a trade accord.", ("Agreement", "Chad, Niger", "Proposed")),
        # wanted
        ("Chad hopes to sign a trade accord with Niger.", ("Agreement", "Chad, Niger", "Proposed")),
        # left
        ("Chad withdrew from the trade agreement.", ("Agreement", "Chad", "Withdrawn")),
        # broken
        ("Chad violated the ceasefire.", ("Agreement", "Chad", "Violated")),
    ],
)
def test_one_agreement(text: str, expected: tuple[str, str, str]) -> None:
    assert agreements(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # not signed
        "Chad and Niger did not sign a trade accord.",
        # refused
        "Chad refused to sign a trade accord with Niger.",
        # a player
        "Chad signed a striker.",
        # a pledge of one
        "Chad pledged to share the lake.",
        # a statement of one
        "Chad issued a statement.",
        # troops withdrawn
        "Chad withdrew troops from Niger.",
        # analysts agree
        "Analysts agreed that the lake was small.",
        # persons with no state
        "Mary Banda and Elias Haddad agreed to marry.",
    ],
)
def test_no_agreement(text: str) -> None:
    assert agreements(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # its own
        ("Chad and Niger signed the Treaty of Amity and Cooperation.", "Treaty of Amity and Cooperation"),
        # by what it is
        ("Chad and Niger signed a trade accord.", "trade accord"),
        # by what was pledged
        ("Chad and Niger pledged to share the lake.", "pledge to share the lake"),
        # without the time
        ("Chad and Niger pledged to share the lake on Monday.", "pledge to share the lake"),
        # without the later clause
        ("Chad and Niger agreed to share the lake, which is small.", "agreement to share the lake"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert name in {e.name for e in extract_agreements(read(text))}


def test_the_accord_points_back() -> None:
    (event,) = extract_agreements(read("Chad and Niger signed the accord."))
    assert event.definite
    assert event.name is None


def test_a_treaty_called_by_name_is_in_force_until_told_otherwise() -> None:
    (event,) = extract_agreements(read("Farmers praised the Treaty of Amity and Cooperation."))
    assert (event.kind, event.name, event.status.value) == (
        "Treaty",
        "Treaty of Amity and Cooperation",
        "InForce",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of the signing
        ("Chad and Niger signed a trade accord on 3 May 2021.", "2021-05-03"),
        # of a treaty's own words
        ("Farmers praised the Treaty of Amity and Cooperation, signed in 1987.", "1987"),
        # of the praise
        ("Farmers praised the Treaty of Amity and Cooperation on Monday.", None),
    ],
)
def test_when(text: str, expected: str | None) -> None:
    (event,) = extract_agreements(read(text))
    assert (event.interval and event.interval.edtf) == expected


@given(any_text)
def test_agreements_lie_in_the_text(text: str) -> None:
    context = read(text)
    found = list(extract_agreements(context))
    check_in_text(context, found)
    assert all(a.role == "party" for event in found for a in event.arguments)
    assert all(event.definite == (event.name is None) for event in found)
