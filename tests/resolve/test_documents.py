"""One document in the words of several texts: what kind of paper, on what, signed when, and by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from readings import CAST, ORGANIZATION, PAK, SUN, Told, events_of, person, thing

from kg.model import AgreementStatus, Span

PARTIES = ("country/CHN", "country/PRK")
SIGNED = AgreementStatus.SIGNED
FRIDAY, MONDAY, WEEK_LATER = date(2024, 1, 26), date(2024, 1, 29), date(2024, 2, 5)


def a(written: date | None = FRIDAY) -> Told:
    return Told("a", published=written)


def b(written: date | None = FRIDAY) -> Told:
    return Told("b", published=written)


def c(written: date | None = FRIDAY) -> Told:
    return Told("c", published=written)


def signed(told: Told, name: str | None, *parties: str, **more: object) -> Told:
    return told.agreement(name, *(parties or PARTIES), status=SIGNED, rule="signed", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        # one matter under words for any paper
        (signed(a(), "border treaty"), signed(b(), "historic agreement on the state border"), 1),
        # a matter of two
        (signed(a(), "defence pact"), signed(b(), "new bilateral defense cooperation agreement"), 1),
        # what is made of one word
        (
            signed(a(), "declaration on friendly relations"),
            signed(b(), "friendship declaration between China and North Korea"),
            1,
        ),
        # most matters, where each has more
        (
            signed(a(), "deal to revive coal trade by rail and ferry"),
            signed(b(), "accord on coal, rail, ferry and bus"),
            1,
        ),
        (signed(a(), "treaty on coal mining rights"), signed(b(), "treaty on coal mining quotas"), 1),
        # … but not two of three, where the kind of paper is a common one
        (signed(a(), "deal on coal mining rights"), signed(b(), "deal on coal mining quotas"), 2),
        # the words of time and aim are no matters
        (
            signed(a(), "rail agreement during a visit to Pyongyang"),
            signed(b(), "accord on rail links that both hope will help trade"),
            1,
        ),
        # a country's adjective says nothing
        (signed(a(), "Chinese coal deal"), signed(b(), "agreement on North Korean coal"), 1),
        # another matter
        (signed(a(), "defence pact"), signed(b(), "fishing agreement"), 2),
        # another kind of paper
        (signed(a(), "border treaty"), signed(b(), "joint statement on the border"), 2),
        (signed(a(), "memorandum on rail"), signed(b(), "protocol on rail"), 2),
        # two papers at once are neither
        (signed(a(), "defence pact"), signed(b(), "defence pact and a fishing agreement"), 2),
        (signed(a(), "defence pact"), signed(b(), "defence agreements"), 2),
        # a pledge is no paper
        (
            signed(a(), "coal agreement"),
            b().agreement("agreement to trade coal", *PARTIES, kind="Pledge"),
            2,
        ),
        # other parties
        (signed(a(), "coal deal"), signed(b(), "coal agreement", "country/CHN", "country/PER"), 2),
        # news of the next days
        (signed(a(), "coal deal"), signed(b(MONDAY), "coal agreement"), 1),
        (signed(a(), "coal deal", when="2024-01-26"), signed(b(MONDAY), "coal agreement"), 1),
        # news of another week
        (signed(a(), "coal deal"), signed(b(WEEK_LATER), "agreement on coal trade"), 2),
        # another day told
        (signed(a(), "coal deal", when="2024-01-26"), signed(b(), "coal agreement", when="2024-01-25"), 2),
        # a text without a date
        (signed(a(), "coal deal"), signed(b(None), "agreement on coal trade"), 2),
        # … unless the matters are the same ones
        (signed(a(), "state border treaty"), signed(b(None), "agreement on the Chinese border"), 1),
        # … but not where it tells a day that nobody can read
        (signed(a(), "border treaty"), signed(b(None), "frontier deal", untold=True), 2),
        # … or it tells the day
        (signed(a(), "coal deal"), signed(b(None), "coal agreement", when="2024-01-26"), 1),
        # a day that nobody can read
        (signed(a(), "coal deal"), signed(b(), "agreement on coal trade", untold=True), 2),
        # "of the two countries" is no matter
        (signed(a(), "joint statement on rail"), signed(b(), "joint declaration of the two countries"), 1),
        # "the agreement" is the only one that it can be
        (signed(a(), "coal deal"), signed(b(), "historic agreement"), 1),
        (signed(a(), "coal deal"), signed(b(), None, definite=True), 1),
        # … or none of two
        (signed(signed(a(), "coal deal"), "fishing pact"), signed(b(), "historic agreement"), 3),
        # what was left is no news of a signing
        (
            a().agreement("coal deal", *PARTIES, status=AgreementStatus.WITHDRAWN),
            signed(b(), "agreement on coal trade"),
            2,
        ),
    ],
)
def test_two_texts(one: Told, other: Told, events: int) -> None:
    assert len(events_of(one, other)) == events


@pytest.mark.parametrize(
    ("first", "second", "words", "events"),
    [
        # "the" paper is that of before
        ("trade declaration", "historic document", "They signed the historic document.", 1),
        (
            "memorandum on ferry police",
            "ferry-sharing agreement",
            "They signed the ferry-sharing agreement.",
            1,
        ),
        # one more
        ("trade declaration", "historic document", "They also signed a historic document.", 2),
        # another matter
        ("trade declaration", "water agreement", "They praised the water agreement.", 2),
        # another kind
        ("trade treaty", "joint statement", "They signed the joint statement.", 2),
    ],
)
def test_one_text(first: str, second: str, words: str, events: int) -> None:
    told = signed(signed(a(), first), second, words=words)
    assert len(events_of(told)) == events


def test_the_agreement_of_a_text_stays_with_it_whatever_others_call_it() -> None:
    told = signed(signed(a(), "coal deal"), None, definite=True)
    found = events_of(told, signed(b(), "agreement on coal trade"), signed(c(), "fishing pact"))
    assert sorted(len(e.merged.evidence) for e in found) == [1, 3]


def test_the_agreement_is_the_one_named_last_of_two() -> None:
    told = signed(signed(signed(a(), "coal deal"), "fishing pact"), None, definite=True)
    found = {e.label: len(e.merged.evidence) for e in events_of(told)}
    assert found == {"Coal deal": 1, "Fishing pact": 2}


PAK_OF_NO_STATE = replace(PAK, country=None, offices=())
GOVERNMENT = thing("organization:peru", ORGANIZATION, "Government of the Republic of Peru")


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        # who signs binds the state that another text gives him
        (signed(Told("a", (*CAST[:3], SUN, PAK_OF_NO_STATE)), "coal deal", "country/CHN", "p:pak"), PARTIES),
        # … but nobody whose state no text tells
        (
            signed(Told("a", (*CAST[:3], person("p:who", "Ana Rojas"))), "coal deal", "country/CHN", "p:who"),
            ("country/CHN",),
        ),
        # a government is its country
        (
            signed(Told("a", (*CAST, GOVERNMENT)), "coal deal", "country/CHN", "organization:peru"),
            ("country/CHN", "country/PER"),
        ),
    ],
)
def test_for_whom_they_sign(told: Told, parties: tuple[str, ...]) -> None:
    events = events_of(told, b().meeting("p:sun", "p:pak", when="2020-01-01"))
    (agreement,) = (e for e in events if e.merged.fillers("party"))
    assert agreement.merged.fillers("party") == parties


def met_and_signed(
    name: str | None, *who: str, words: str = "They met and signed it.", **more: object
) -> Told:
    """A sentence by which some meet and the first one's state signs."""
    told = a().meeting(*who, when="2024-01-26", words=words)
    told = signed(told, name, "country/CHN", **more)
    start = words.index("signed")
    told.events[-1] = replace(
        told.events[-1], sentence=told.events[0].sentence, trigger=Span(start, start + 6)
    )
    return told


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        # who signs at a meeting signs with whom he meets
        (met_and_signed("coal deal", "p:sun", "p:pak"), PARTIES),
        (met_and_signed(None, "p:sun", "p:pak", definite=True), PARTIES),
        # … unless the words name another
        (met_and_signed("coal deal with a bank", "p:sun", "p:pak"), ("country/CHN",)),
        # … or he signs when they have met
        (
            met_and_signed(None, "p:sun", "p:pak", definite=True, words="It was signed after a meeting."),
            ("country/CHN",),
        ),
        # … or he meets several
        (met_and_signed("coal deal", "p:sun", "p:pak", "country/PER"), ("country/CHN",)),
    ],
)
def test_parties_of_a_paper_signed_at_a_meeting(told: Told, parties: tuple[str, ...]) -> None:
    (agreement,) = (e for e in events_of(told) if e.merged.fillers("party"))
    assert agreement.merged.fillers("party") == parties
