"""Labels of events, as a person reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import Told, events_of

from kg.model import AgreementStatus, Status
from kg.resolve.labels import LONGEST

SUN_PAK = ("p:sun", "p:pak")
PARTIES = ("country/CHN", "country/PRK")


def a() -> Told:
    return Told("a")


@pytest.mark.parametrize(
    ("told", "label"),
    [
        # who, where, when
        (
            a().meeting(*SUN_PAK, kind="Talks", place="place/pyongyang", when="2024-01-26"),
            "Talks of Pak Myong Ho and Sun Weidong, Pyongyang, 2024-01-26",
        ),
        # a kind of two words
        (a().meeting(*SUN_PAK, kind="SigningCeremony"), "Signing ceremony of Pak Myong Ho and Sun Weidong"),
        # three
        (
            a().meeting(*SUN_PAK, "p:choe", kind="Call"),
            "Call of Choe Son Hui, Pak Myong Ho and Sun Weidong",
        ),
        # a visit leads somewhere
        (a().visit("p:sun", "country/PRK", when="2024-01"), "Visit of Sun Weidong to North Korea, 2024-01"),
        # … or nobody says where
        (a().tell("Visit", "visitor=p:sun"), "Visit of Sun Weidong"),
        # what was not held says so
        (a().meeting(*SUN_PAK, status=Status.PLANNED), "Meeting of Pak Myong Ho and Sun Weidong (planned)"),
        # a place without people
        (a().meeting(place="place/pyongyang", kind="Summit"), "Summit, Pyongyang"),
        # an agreement by its name
        (a().agreement("agreement on coal", *PARTIES), "Agreement on coal"),
        # … that is only proposed
        (
            a().agreement("Coal Pact", *PARTIES, status=AgreementStatus.PROPOSED),
            "Coal Pact (proposed)",
        ),
        # … without one
        (
            a().agreement(None, *PARTIES, kind="JointStatement", when="2024"),
            "Joint statement of China and North Korea, 2024",
        ),
        # in force goes without saying
        (a().agreement("Coal Pact", *PARTIES, status=AgreementStatus.IN_FORCE), "Coal Pact"),
        # an act
        (
            a().tell("Interaction", "actor=country/CHN", "recipient=country/PRK", plover="AID"),
            "China → North Korea: aid",
        ),
        # a relation that is only alleged is not told as a fact
        (
            a().tell(
                "Relation",
                "source=country/CHN",
                "target=country/PRK",
                relation_type="allied-with",
                status=Status.POSSIBLE,
            ),
            "China → North Korea: allied with (possible)",
        ),
        # line breaks of the text stay out
        (a().agreement("agreement\n on  coal", *PARTIES), "Agreement on coal"),
    ],
)
def test_label(told: Told, label: str) -> None:
    assert [e.label for e in events_of(told)] == [label]


def test_a_crowd_is_counted() -> None:
    crowd = [f"country/{c}" for c in ("CHN", "FRA", "JPN", "KOR", "PER", "PRK", "RUS", "USA")]
    (event,) = events_of(a().meeting(*crowd, kind="Summit"))
    assert event.label == "Summit of China, France, Japan, South Korea, Peru and 3 others"


@given(st.text(min_size=1), st.sampled_from(AgreementStatus))
def test_a_label_is_one_line_of_bounded_length(name: str, status: AgreementStatus) -> None:
    (event,) = events_of(a().agreement(name, *PARTIES, status=status))
    assert 0 < len(event.label) <= LONGEST
    assert "\n" not in event.label
