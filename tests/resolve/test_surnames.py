"""Surnames alone that an encounter gives a full name, and those that it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from readings import CHINA, KOREA, PERU, PYONGYANG, SUN, Told, day, person, world_of

CAST = (CHINA, KOREA, SUN, PYONGYANG)
KIM = person("p:kim", "Kim")
FULL = person("p:full", "Kim Jong Un", of="country/PRK")
OTHER = person("p:full", "Kim Song", of="country/PRK")
JAN, JUL = date(2024, 1, 27), date(2024, 7, 27)
LETTER = "MessageExchange"


def alone(when: str | None = None, kind: str = LETTER, *more: object) -> Told:
    return Told("a", (*CAST, KIM, *more), published=JAN).meeting("p:kim", "p:sun", kind=kind, when=when)  # type: ignore[arg-type]


def again() -> Told:
    return Told("d", (*CAST, KIM), published=JAN).meeting("p:kim", "p:sun", kind=LETTER)


def full(
    name: str = "b", who: object = FULL, when: str | None = "2024-01", kind: str = LETTER, of: date = JAN
) -> Told:
    return Told(name, (*CAST, who), published=of).meeting("p:full", "p:sun", kind=kind, when=when)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "joined"),
    [
        # letters to the same man, in one month
        ([alone(), full()], True),
        # … of known days that agree
        ([alone("2024-01-02"), full(when="2024-01")], True),
        # another time
        ([alone("2024-01-02"), full(when="2023-01")], False),
        # news of another season
        ([alone(), full(when=None, of=JUL)], False),
        # a letter is no meeting
        ([alone(), full(kind="Meeting")], False),
        # two of the surname wrote: which?
        ([alone(), full(), full("c", OTHER)], False),
        # the text names the man in full besides: then "Kim" is another
        ([alone(None, LETTER, FULL), full()], False),
        # nobody else
        ([alone()], False),
    ],
)
def test_surname_alone(told: list[Told], joined: bool) -> None:
    world = world_of(*told)
    people = {e.identifier for e in world.entities if e.label.startswith("Kim")}
    assert any(i.startswith("person/kim-a") for i in people) is not joined
    assert world_of(*told[::-1]) == world


@pytest.mark.parametrize(
    ("told", "decided", "people"),
    [
        # nothing decided: both surnames are his
        ([alone(), full(), again()], (), ["kim-jong-un"]),
        # not he
        ([alone(), full()], ("different, Kim, Kim Jong Un",), ["kim-a", "kim-jong-un"]),
        # … in one of the articles
        ([alone(), full(), again()], ("different, Kim @ a, Kim Jong Un",), ["kim-a", "kim-jong-un"]),
        # not he: then the other of the surname who wrote
        (
            [alone(), full(), full("c", OTHER)],
            ("different, Kim, Kim Jong Un",),
            ["kim-jong-un", "kim-song"],
        ),
        # through a chain on the one side, and on the other
        (
            [alone(), full(), again()],
            ("same, Kim @ a, Kim @ d", "different, Kim @ d, Kim Jong Un"),
            ["kim-a", "kim-jong-un"],
        ),
        (
            [alone(), full(), full("c", OTHER)],
            ("same, Kim Jong Un, Kim Song", "different, Kim @ a, Kim Song"),
            ["kim-a", "kim-jong-un"],
        ),
        # two surnames that are not one person's: which of them is his?
        ([alone(), full(), again()], ("different, Kim @ a, Kim @ d",), ["kim-a", "kim-d", "kim-jong-un"]),
    ],
)
def test_decisions_win(told: list[Told], decided: tuple[str, ...], people: list[str]) -> None:
    world = world_of(*told, decided=decided)
    assert world.unheeded == ()
    found = {e.identifier for e in world.entities if e.identifier.startswith("person/kim")}
    assert sorted(found) == [f"person/{p}" for p in people]
    assert all(set(c.concerns) <= {e.identifier for e in world.entities} for c in world.comparisons)
    assert world_of(*told[::-1], decided=decided[::-1]) == world


@pytest.mark.parametrize(
    ("where", "when", "joined"),
    [
        # to the same state in one month
        ("country/PRK", "2024-01", True),
        # another state
        ("country/PER", "2024-01", False),
        # another month
        ("country/PRK", "2024-05", False),
        # no time
        ("country/PRK", None, False),
    ],
)
def test_surname_of_a_traveller(where: str, when: str | None, joined: bool) -> None:
    one = Told("a", (*CAST, PERU, KIM), published=JAN).visit("p:kim", "place/pyongyang", when="2024-01-05")
    other = Told("b", (*CAST, PERU, FULL), published=JAN).visit("p:full", where, when=when)
    people = {e.identifier for e in world_of(one, other).entities if e.label.startswith("Kim")}
    assert any(i.startswith("person/kim-a") for i in people) is not joined


def test_why_a_surname_is_taken_for_somebody_is_told() -> None:
    world = world_of(alone(), full())
    (kim,) = [e for e in world.entities if e.label == "Kim Jong Un"]
    assert "Kim" in kim.alt_labels
    assert kim.reasons == (
        "“Kim” is taken for “Kim Jong Un”: the same people were met or written to, or the same state "
        "was visited, at one time.",
    )
    (letter,) = world.events
    assert letter.merged.interval == day("2024-01")
    assert [a.article for a in letter.accounts] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "titled", "full", "joined"),
    [
        # a regnal name is a given name …
        ("Nayef", "King Nayef", "Nayef bin Talal", True),
        # … not the father's
        ("Nayef", "King Nayef", "Talal bin Nayef", False),
        # … nor a surname
        ("Haddad", "King Haddad", "Talal Haddad", False),
        ("Haddad", "Mr. Haddad", "Talal Haddad", True),
        # a father's name alone is too little
        ("Nayef", "Mr. Nayef", "Talal bin Nayef", False),
    ],
)
def test_names_behind_titles_and_fathers_names(name: str, titled: str, full: str, joined: bool) -> None:
    alone = replace(person("p:a", name, of="country/PER"), titled=(titled,))
    whole = person("p:a", full, of="country/PER", office="president")
    told = [
        Told(article, (*CAST, PERU, who), published=JAN).meeting("p:a", "p:sun", when="2024-01")
        for article, who in (("a", alone), ("b", whole))
    ]
    people = {e.identifier for e in world_of(*told).entities if e.identifier.startswith("person/")}
    assert len(people - {"person/sun-weidong"}) == (1 if joined else 2)
