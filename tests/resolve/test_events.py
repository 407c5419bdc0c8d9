"""One event, one node: which reports are of one encounter, and what is told of it together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import CHINA, KOREA, PAK, SUN, Told, day, events_of, thing, world_of

from kg.model import AgreementStatus, EntityKind, Event, Status

SUN_PAK = ("p:sun", "p:pak")
P, Q = "place/pyongyang", "place/sinuiju"
HELD, PLANNED, DENIED, POSSIBLE = Status.HELD, Status.PLANNED, Status.DENIED, Status.POSSIBLE


def a() -> Told:
    return Told("a")


def b() -> Told:
    return Told("b")


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        # the same pair, nothing else known
        (a().meeting(*SUN_PAK), b().meeting(*SUN_PAK), 1),
        # talks in one text are a meeting in the next
        (a().meeting(*SUN_PAK, kind="Talks"), b().meeting(*SUN_PAK), 1),
        # several talks at once are none of the single ones
        (a().meeting(*SUN_PAK, kind="Talks"), b().meeting(*SUN_PAK, kind="Talks", several=True), 2),
        # a call is no meeting
        (a().meeting(*SUN_PAK, kind="Call"), b().meeting(*SUN_PAK), 2),
        # two are not the same two with a third
        (a().meeting(*SUN_PAK, when="2024-01-26"), b().meeting(*SUN_PAK, "p:choe", when="2024-01-26"), 2),
        # a state stands for its minister, on one day or at one place
        (
            a().meeting("p:sun", "p:pak", when="2024-01-26"),
            b().meeting("country/CHN", "country/PRK", when="2024-01-26"),
            1,
        ),
        (a().meeting("p:sun", "p:pak", place=P), b().meeting("country/CHN", "country/PRK", place=P), 1),
        # … not whenever another text has the states meet: they do so often
        (a().meeting("p:sun", "p:pak", when="2024-01-26"), b().meeting("country/CHN", "country/PRK"), 2),
        # "the vice minister and other officials of North Korea"
        (a().meeting(*SUN_PAK, "country/PRK"), b().meeting(*SUN_PAK), 1),
        # another state does not
        (a().meeting("p:sun", "p:pak"), b().meeting("country/PER", "country/PRK"), 2),
        # a day in the month told elsewhere
        (a().meeting(*SUN_PAK, when="2024-01-26"), b().meeting(*SUN_PAK, when="2024-01"), 1),
        # another month
        (a().meeting(*SUN_PAK, when="2024-01-26"), b().meeting(*SUN_PAK, when="2024-02"), 2),
        # "last visited it in 2017" is not the visit that another text tells without a date
        (a().visit("p:sun", P, when="2017"), b().visit("p:sun", P), 2),
        # two exchanges of messages in different months stay two
        (
            a().meeting(*SUN_PAK, kind="MessageExchange", when="2024-01"),
            b().meeting(*SUN_PAK, kind="MessageExchange", when="2024-10-06"),
            2,
        ),
        # a city and its country
        (a().meeting(*SUN_PAK, place=P), b().meeting(*SUN_PAK, place="country/PRK"), 1),
        # a palace in a city, or in another that nobody tells
        (a().meeting(*SUN_PAK, place=P), b().meeting(*SUN_PAK, place="place/kumsusan-palace-of-the-sun"), 1),
        # "the palace", which another names in full
        (
            a().meeting(*SUN_PAK, place="place:palace"),
            b().meeting(*SUN_PAK, place="place:palace of culture"),
            1,
        ),
        # … two halls
        (
            a().meeting(*SUN_PAK, place="place:hall of mirrors"),
            b().meeting(*SUN_PAK, place="place:palace of culture"),
            2,
        ),
        # two cities of one country
        (a().meeting(*SUN_PAK, place=P), b().meeting(*SUN_PAK, place=Q), 2),
        # a sea lies in no country, and the city at it in one
        (
            a().meeting(*SUN_PAK, place=P, when="2024-01-26"),
            b().meeting(*SUN_PAK, place="place/black-sea", when="2024-01-26"),
            1,
        ),
        # … but whoever tours a region visits more than one country of it
        (a().visit("p:sun", "place/black-sea"), b().visit("p:sun", "country/PRK"), 2),
        # a visit by place and by country
        (a().visit("p:sun", P), b().visit("p:sun", "country/PRK"), 1),
        # a visit dated by its first day and by a later one
        (a().visit("p:sun", P, when="2024-01-25"), b().visit("p:sun", P, when="2024-01-26"), 1),
        # a visit of a week later
        (a().visit("p:sun", P, when="2024-01-25"), b().visit("p:sun", P, when="2024-02-02"), 2),
        # planned in one text and held in the other: tied by the place
        (a().meeting(*SUN_PAK, place=P), b().meeting(*SUN_PAK, place=P, status=PLANNED), 1),
        # … by the time
        (
            a().meeting(*SUN_PAK, when="2024-01-26"),
            b().meeting(*SUN_PAK, when="2024-01-26", status=PLANNED),
            1,
        ),
        # … by nothing: who met once may well plan to meet again
        (a().meeting(*SUN_PAK), b().meeting(*SUN_PAK, status=PLANNED), 2),
        # a whole year ties nothing
        (a().meeting(*SUN_PAK, when="2024-01-26"), b().meeting(*SUN_PAK, when="2024", status=PLANNED), 2),
        # denied by one voice, held by another: tied by day
        (
            a().meeting(*SUN_PAK, when="2024-01-26"),
            b().meeting(*SUN_PAK, when="2024-01-26", status=DENIED),
            1,
        ),
        # "expected to discuss", beside what was held: no tie either
        (a().meeting(*SUN_PAK, status=PLANNED, bare=True), b().meeting("country/CHN", "country/PRK"), 2),
        # who has met, and means to go on talking, in the words of one text; another had the first planned
        (
            a().meeting(*SUN_PAK, place=P).meeting("country/CHN", "country/PRK", status=PLANNED),
            b().meeting(*SUN_PAK, place=P, status=PLANNED),
            2,
        ),
        # what people said on the phone, told by both texts as "they discussed"
        (
            a().meeting(*SUN_PAK, kind="Call").meeting(*SUN_PAK, kind="Talks", bare=True),
            b().meeting(*SUN_PAK, kind="Call").meeting(*SUN_PAK, kind="Talks", bare=True),
            1,
        ),
        # … of which only one tells of a call
        (a().meeting(*SUN_PAK, kind="Call"), b().meeting(*SUN_PAK, kind="Talks", bare=True), 2),
        # a denial of nothing in particular
        (a().meeting(*SUN_PAK, when="2024-01-26"), b().meeting(*SUN_PAK, status=DENIED), 2),
        # a time that one text tells but nobody can resolve
        (a().meeting(*SUN_PAK, when="2024-01-26"), b().meeting(*SUN_PAK, untold=True), 2),
        # meetings of nobody named, at different or unknown times
        (a().meeting(when="2024-01-26"), b().meeting(), 2),
    ],
)
def test_two_articles(one: Told, other: Told, events: int) -> None:
    assert len(events_of(one, other)) == events


def of(name: str, day: str) -> Told:
    return Told(name, published=date.fromisoformat(day))


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        # news of one week
        (of("a", "2024-01-27").meeting(*SUN_PAK), of("b", "2024-01-29").meeting(*SUN_PAK), 1),
        # news of two seasons: they met again
        (of("a", "2024-01-27").meeting(*SUN_PAK), of("b", "2024-05-08").meeting(*SUN_PAK), 2),
        # … at a place that both name
        (
            of("a", "2024-01-27").meeting(*SUN_PAK, place=P),
            of("b", "2024-05-08").meeting(*SUN_PAK, place=P),
            1,
        ),
        # two plans of two seasons
        (
            of("a", "2024-01-27").meeting(*SUN_PAK, status=PLANNED),
            of("b", "2024-03-29").meeting(*SUN_PAK, status=PLANNED),
            2,
        ),
        # news of a day long after it
        (of("a", "2024-05-08").meeting(*SUN_PAK), of("b", "2024-05-08").meeting(*SUN_PAK, when="2024-01"), 2),
        # a day after the text was written
        (of("a", "2024-01-27").meeting(*SUN_PAK), of("b", "2024-05-08").meeting(*SUN_PAK, when="2024-03"), 2),
        # expected for a day, told as held the day after
        (
            of("a", "2024-01-20").meeting(*SUN_PAK, when="2024-01-26", status=PLANNED),
            of("b", "2024-01-27").meeting(*SUN_PAK),
            1,
        ),
        # … a month after
        (
            of("a", "2024-01-20").meeting(*SUN_PAK, when="2024-01-26", status=PLANNED),
            of("b", "2024-02-27").meeting(*SUN_PAK),
            2,
        ),
        # expected for no day, held within the week
        (
            of("a", "2024-01-24").meeting(*SUN_PAK, status=PLANNED),
            of("b", "2024-01-27").meeting(*SUN_PAK, when="2024-01-26"),
            1,
        ),
        # … later in the year
        (
            of("a", "2024-01-24").meeting(*SUN_PAK, status=PLANNED),
            of("b", "2024-09-27").meeting(*SUN_PAK, when="2024-09-26"),
            2,
        ),
        # … before
        (
            of("a", "2024-01-24").meeting(*SUN_PAK, status=PLANNED),
            of("b", "2024-01-27").meeting(*SUN_PAK, when="2024-01-22"),
            2,
        ),
    ],
)
def test_two_articles_of_known_days(one: Told, other: Told, events: int) -> None:
    assert len(events_of(one, other)) == events


TREATY = "Treaty of Friendship"
PARTIES = ("country/CHN", "country/PRK")


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        # a name of its own
        (a().agreement(TREATY, *PARTIES), b().agreement(TREATY, *PARTIES), 1),
        # a party more
        (a().agreement(TREATY, *PARTIES), b().agreement(TREATY, "country/CHN"), 1),
        # other parties' treaty of that name
        (a().agreement(TREATY, *PARTIES), b().agreement(TREATY, "country/CHN", "country/PER"), 2),
        # signed in one year, in force in another
        (
            a().agreement(TREATY, *PARTIES, when="1961", status=AgreementStatus.SIGNED),
            b().agreement(TREATY, *PARTIES, when="1962", status=AgreementStatus.IN_FORCE),
            1,
        ),
        # two statements of one name and two years
        (
            a().agreement("Joint Statement", *PARTIES, when="2021"),
            b().agreement("Joint Statement", *PARTIES, when="2023"),
            2,
        ),
        # mostly the same words
        (
            a().agreement("agreement to defend common core interests", *PARTIES),
            b().agreement("agreement to defend common interests", *PARTIES),
            1,
        ),
        # the same word "agreement" is no content
        (
            a().agreement("agreement to trade coal", *PARTIES),
            b().agreement("agreement to build a bridge", *PARTIES),
            2,
        ),
        # other parties
        (
            a().agreement("agreement to defend common interests", *PARTIES),
            b().agreement("agreement to defend common interests", "country/CHN", "country/PER"),
            2,
        ),
        # one readout in two translations, of one day
        (
            a().agreement("agreement to safeguard common core interests", *PARTIES, when="2024-01-26"),
            b().agreement(
                "pledge to strengthen ties and defend common interests", *PARTIES, when="2024-01-26"
            ),
            1,
        ),
        # … of two months
        (
            a().agreement("agreement to safeguard common core interests", *PARTIES, when="2024-01-26"),
            b().agreement("pledge to strengthen ties and defend common interests", *PARTIES, when="2024-03"),
            2,
        ),
        # what every pledge says is no content
        (
            a().agreement("agreement to deepen bilateral cooperation", *PARTIES, when="2024-01-26"),
            b().agreement("pledge to strengthen mutual cooperation", *PARTIES, when="2024-01-26"),
            2,
        ),
        # one matter in common is not enough
        (
            a().agreement("agreement to expand coal trade", *PARTIES, when="2024-01-26"),
            b().agreement("agreement to expand grain trade", *PARTIES, when="2024-01-26"),
            2,
        ),
        # an agreement known by two names
        (a().agreement("NPT", *PARTIES), b().agreement("Nuclear Non-Proliferation Treaty", *PARTIES), 1),
        # … and another by its acronym
        (a().agreement("NPT", *PARTIES), b().agreement("CTBT", *PARTIES), 2),
        # the parties' own names say nothing of the matter
        (
            a().agreement("designation of China-North Korea Friendship Year", *PARTIES),
            b().agreement("designation of Year of Friendship", *PARTIES),
            1,
        ),
    ],
)
def test_agreements(one: Told, other: Told, events: int) -> None:
    assert len(events_of(one, other)) == events


def test_what_a_text_expects_for_its_day_is_not_what_it_tells_as_held_without_one() -> None:
    told = of("a", "2024-01-26").meeting(*SUN_PAK, when="2024-01-26", status=PLANNED)
    events = events_of(told.meeting(*SUN_PAK, place=P))
    assert sorted((e.merged.status, e.merged.interval is None) for e in events) == [
        (HELD, True),
        (PLANNED, False),
    ]


def test_a_state_beside_its_own_people_is_no_further_participant() -> None:
    (event,) = events_of(a().meeting(*SUN_PAK, "country/PRK", "country/PER"))
    assert event.merged.fillers("participant") == ("country/PER", "person/pak-myong-ho", "person/sun-weidong")


def test_the_accord_is_the_one_named_last() -> None:
    told = a().agreement("Coal Pact", *PARTIES).agreement("Fish Pact", *PARTIES)
    told.agreement(None, definite=True)
    found = {e.label: len(e.merged.evidence) for e in events_of(told)}
    assert found == {"Coal Pact": 1, "Fish Pact": 2}


def test_two_meetings_fit_and_a_vague_report_joins_neither() -> None:
    told = a().meeting(*SUN_PAK, when="2023-09").meeting(*SUN_PAK, when="2024-09")
    assert [len(e.merged.evidence) for e in events_of(told, b().meeting(*SUN_PAK))] == [1, 1, 1]


def test_vague_reports_that_join_none_of_two_join_each_other() -> None:
    told = a().meeting(*SUN_PAK, when="2023-09").meeting(*SUN_PAK, when="2024-09")
    vague = b().meeting(*SUN_PAK), Told("c").meeting(*SUN_PAK)
    assert [len(e.merged.evidence) for e in events_of(told, *vague)] == [2, 1, 1]


def test_in_one_text_a_vague_report_is_of_the_meeting_told_last() -> None:
    told = a().meeting(*SUN_PAK, when="2023-09").meeting(*SUN_PAK, when="2024-09").meeting(*SUN_PAK)
    found = {e.merged.interval: len(e.merged.evidence) for e in events_of(told)}
    assert found == {day("2023-09"): 1, day("2024-09"): 2}


def test_what_one_report_ties_others_need_not() -> None:
    """The report without a place does not keep the planned meeting from the held one at the same place."""
    told = a().meeting(*SUN_PAK, place=P).meeting(*SUN_PAK)
    assert len(events_of(told, b().meeting(*SUN_PAK, place=P, status=PLANNED))) == 1


def test_relation_told_firmly_and_as_alleged_is_one() -> None:
    ends = ("source=country/CHN", "target=country/PRK")
    one = a().tell("Relation", *ends, relation_type="allied-with", basis="asserted")
    other = b().tell("Relation", *ends, relation_type="allied-with", basis="alleged", status=POSSIBLE)
    (event,) = events_of(one, other)
    assert (event.merged.status, event.basis) == (HELD, "asserted")
    assert [account.status for account in event.accounts] == [HELD, POSSIBLE]


def test_relations_of_two_kinds_or_directions_are_two() -> None:
    told = a().tell("Relation", "source=country/CHN", "target=country/PRK", relation_type="allied-with")
    told.tell("Relation", "source=country/PRK", "target=country/CHN", relation_type="allied-with")
    told.tell("Relation", "source=country/CHN", "target=country/PRK", relation_type="depends-on")
    assert len(events_of(told)) == 3


def test_merged_account_has_persons_of_one_and_the_day_of_another() -> None:
    states = a().meeting("country/CHN", "country/PRK", when="2024-01-26", place=P)
    (event,) = events_of(states, b().meeting(*SUN_PAK, place=P))
    assert event.merged.fillers("participant") == ("person/pak-myong-ho", "person/sun-weidong")
    assert event.merged.interval == day("2024-01-26")
    assert event.merged.fillers("place") == (P,)


def test_accounts_keep_what_each_article_tells() -> None:
    held, planned = a().meeting(*SUN_PAK, place=P), b().meeting(*SUN_PAK, place="country/PRK", status=PLANNED)
    (event,) = events_of(held, planned)
    assert [(x.article, x.status, x.fillers("place")) for x in event.accounts] == [
        ("a", HELD, (P,)),
        ("b", PLANNED, ("country/PRK",)),
    ]
    assert event.merged.status is HELD


def test_planned_time_does_not_date_what_was_held() -> None:
    told = a().meeting(*SUN_PAK, place=P, when="2024-01"), b().meeting(*SUN_PAK, place=P, when="2024-01-26")
    planned = b().meeting(*SUN_PAK, place=P, when="2024-01-26", status=PLANNED)
    assert events_of(*told)[0].merged.interval == day("2024-01-26")
    assert events_of(told[0], planned)[0].merged.interval == day("2024-01")


def test_visit_lasts_from_the_first_day_told_to_the_last() -> None:
    (event,) = events_of(
        a().visit("p:sun", P, when="2024-01-25"),
        b().visit("p:sun", P, when="2024-01-26"),
        Told("c").visit("p:sun", P),
    )
    assert event.merged.interval == day("2024-01-25/2024-01-26")


# ---------------------------------------------------------------- identifiers


@pytest.mark.parametrize(
    ("told", "identifier"),
    [
        # kind, participants, place, day
        (
            a().meeting(*SUN_PAK, kind="Talks", place=P, when="2024-01-26"),
            "event/meeting-pak-myong-ho-sun-weidong-pyongyang-2024-01-26",
        ),
        # an interval
        (
            a().visit("p:sun", P, when="2024-01-25/2024-01-26"),
            "event/visit-sun-weidong-pyongyang-2024-01-25--2024-01-26",
        ),
        # nothing known but who
        (a().meeting(*SUN_PAK, kind="MessageExchange"), "event/message-exchange-pak-myong-ho-sun-weidong"),
        # an agreement by the words of its content
        (
            a().agreement("agreement to defend common interests", *PARTIES, when="2024"),
            "event/agreement-defend-common-interests-chn-prk-2024",
        ),
        # an act
        (
            a().tell("Interaction", "actor=country/CHN", "recipient=country/PRK", plover="AID"),
            "event/interaction-aid-chn-prk",
        ),
    ],
)
def test_identifier(told: Told, identifier: str) -> None:
    assert [e.identifier for e in events_of(told)] == [identifier]


def test_one_more_article_does_not_rename_an_event() -> None:
    told = a().meeting(*SUN_PAK, place=P, when="2024-01-26")
    more = (
        b().meeting(*SUN_PAK, kind="Talks", when="2024-01-26"),
        Told("0").meeting("country/CHN", "country/PRK", place=P),
    )
    assert {e.identifier for e in events_of(told)} == {e.identifier for e in events_of(told, *more)}


def test_counter_tells_apart_what_nothing_else_does() -> None:
    told = a().meeting(*SUN_PAK), b().meeting(*SUN_PAK, status=PLANNED)
    base = "event/meeting-pak-myong-ho-sun-weidong"
    assert [e.identifier for e in events_of(*told)] == [base, f"{base}-2"]


def test_many_participants_are_named_by_the_first_and_a_digest() -> None:
    crowd = [f"country/{c}" for c in ("CHN", "PRK", "PER", "FRA", "USA", "RUS", "JPN", "KOR")]
    (event,) = events_of(a().meeting(*crowd, kind="Summit"))
    others = events_of(a().meeting(*crowd[:-1], kind="Summit"))
    assert event.identifier.startswith("event/meeting-chn-fra-jpn-kor-per-prk-")
    assert event.identifier != others[0].identifier


# ---------------------------------------------------------------- history and reasons


def test_expected_and_then_held_is_one_event_with_a_history() -> None:
    before, after = date(2024, 1, 20), date(2024, 1, 27)
    expected = Told("a", published=before).meeting(*SUN_PAK, when="2024-01-26", status=PLANNED)
    held = Told("b", published=after).meeting(*SUN_PAK, when="2024-01-26")
    (event,) = events_of(expected, held)
    assert [(s.status, s.article, s.published) for s in event.stages] == [
        (PLANNED, "a", before),
        (HELD, "b", after),
    ]
    assert event.preferences == (
        "held rather than planned: what is told as further on is the better founded.",
    )


def test_what_a_text_tells_in_passing_only_was_held_all_the_same() -> None:
    """ "They discussed trade", and no fuller report in the text; the plans of others don't outweigh it."""
    planned = a().meeting(*SUN_PAK, when="2024-01-26", status=PLANNED)
    (event,) = events_of(planned, b().meeting(*SUN_PAK, when="2024-01-26", bare=True))
    assert event.merged.status is HELD
    assert [stage.status for stage in event.stages] == [PLANNED, HELD]


def test_an_event_that_all_have_alike_has_no_stages() -> None:
    (event,) = events_of(a().meeting(*SUN_PAK), b().meeting(*SUN_PAK))
    assert (event.stages, event.preferences) == ((), ())


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            a().meeting(*SUN_PAK, place=P, when="2024-01-26"),
            b().meeting(*SUN_PAK, place="country/PRK", when="2024-01"),
            "a and b tell of one event: the same participants; 2024-01-26 agrees with 2024-01; North Korea in both.",
        ),
        (
            a().meeting("country/CHN", "country/PRK", place=P),
            b().meeting(*SUN_PAK, when="2024-01-26", place=P),
            "b and a tell of one event: the same participants as far as each names them; 2024-01-26 in one, "
            "untold in the other; Pyongyang in both.",
        ),
        (
            a().agreement(TREATY, *PARTIES, when="1961"),
            b().agreement(TREATY, *PARTIES, when="1961"),
            "a and b tell of one event: the same parties; 1961 in both; the same name or matters.",
        ),
    ],
)
def test_merge_reason(one: Told, other: Told, reason: str) -> None:
    (event,) = events_of(one, other)
    assert event.reasons == (reason,)


def test_a_pledge_is_of_the_encounter_in_its_sentence() -> None:
    told = a().meeting(*SUN_PAK, when="2024-01-26").agreement("agreement to trade coal", *PARTIES)
    told.events[-1] = replace(told.events[-1], sentence=told.events[0].sentence)
    apart = b().meeting("p:sun", "p:choe", when="2024-01-26").agreement("agreement to fish", *PARTIES)
    found = {e.label: e.merged.occasion for e in events_of(told, apart) if e.merged.fillers("party")}
    assert found == {
        "Agreement to trade coal": "event/meeting-pak-myong-ho-sun-weidong-2024-01-26",
        "Agreement to fish": None,
    }


# ---------------------------------------------------------------- laws

MEETINGS = st.builds(
    dict,
    who=st.sampled_from([SUN_PAK, ("p:sun", "p:choe"), ("country/CHN", "country/PRK"), ()]),
    place=st.sampled_from([None, P, Q, "country/PRK"]),
    when=st.sampled_from([None, "2024-01-26", "2024-01", "2024-02", "2023"]),
    status=st.sampled_from([HELD, PLANNED, DENIED]),
    kind=st.sampled_from(["Meeting", "Talks", "Call"]),
    bare=st.booleans(),
    definite=st.booleans(),
    untold=st.booleans(),
)
ARTICLES = st.lists(st.lists(MEETINGS, min_size=1, max_size=3), min_size=1, max_size=4)


def told_by(articles: list[list[dict[str, object]]]) -> list[Told]:
    found = []
    for number, meetings in enumerate(articles):
        told = Told(f"article-{number}")
        for meeting in meetings:
            more = dict(meeting)
            told.meeting(*more.pop("who"), **more)  # type: ignore[misc]
        found.append(told)
    return found


@given(ARTICLES, st.randoms(use_true_random=False))
def test_order_of_articles_and_of_mentions_does_not_matter(articles: list, random: object) -> None:
    told = told_by(articles)
    expected = world_of(*told)
    random.shuffle(told)  # type: ignore[attr-defined]
    shuffled = [replace(t, events=random.sample(t.events, len(t.events))) for t in told]  # type: ignore[attr-defined]
    assert world_of(*shuffled) == expected


@given(ARTICLES)
def test_every_mention_is_evidence_of_one_event(articles: list) -> None:
    told = told_by(articles)
    events = events_of(*told)
    evidence = [(e.article, e.span) for event in events for e in event.merged.evidence]
    assert sorted(evidence) == sorted((t.name, m.sentence) for t in told for m in t.events)
    assert all(event.label and event.identifier.isascii() for event in events)


@given(ARTICLES)
def test_accounts_are_made_of_the_event(articles: list) -> None:
    for event in events_of(*told_by(articles)):
        assert [x.article for x in event.accounts] == sorted({e.article for e in event.merged.evidence})
        assert event.merged.status in {x.status for x in event.accounts}
        assert {e for x in event.accounts for e in x.evidence} == set(event.merged.evidence)


@given(ARTICLES)
def test_no_merge_without_a_reason(articles: list) -> None:
    for event in events_of(*told_by(articles)):
        assert len(event.reasons) == len(event.accounts) - 1
        assert all(any(a.article in reason for reason in event.reasons) for a in event.accounts[1:])


def test_one_word_that_tells_of_two_visits() -> None:
    """A tour: two reports on one trigger are kept apart whatever their order."""
    told = a().visit("p:sun", P)
    tour = told.events[0]
    told.events.append(
        replace(tour, arguments=(tour.arguments[0], tour.arguments[1]._replace(entity="country/PER")))
    )
    back = replace(told, events=told.events[::-1])
    assert world_of(told) == world_of(back)
    assert len(world_of(told).events) == 2


def test_body_of_a_state_is_not_left_over() -> None:
    ministry = thing("o:1", EntityKind.ORGANIZATION, "Chinese Foreign Ministry", of="country/CHN")
    cast = (CHINA, KOREA, SUN, PAK, ministry)
    one = Told("a", cast).meeting("o:1", "p:pak")
    events: list[Event] = events_of(one, Told("b", cast).meeting("country/CHN", "p:pak"))
    assert len(events) == 1
