"""Meetings: who met whom, where, when, and whether it took place."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, check_in_text, read, told

from kg.extract.meetings import extract_meetings


def meetings(text: str) -> list[tuple[str, str, str]]:
    return told(read(text), extract_meetings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb
        ("Mary Banda met Prime Minister Elias Haddad.", ("Meeting", "Elias Haddad, Mary Banda", "Held")),
        # with
        ("Mary Banda met with Elias Haddad in Fiji.", ("Meeting", "Elias Haddad, Mary Banda", "Held")),
        # both in front
        ("Mary Banda and Elias Haddad met in Fiji.", ("Meeting", "Elias Haddad, Mary Banda", "Held")),
        # put off
        ("Peru postponed its talks with Chile.", ("Talks", "Chile, Peru", "Cancelled")),
        # for a meal
        (
            "Mary Banda met for lunch with Elias Haddad in Fiji.",
            ("Meeting", "Elias Haddad, Mary Banda", "Held"),
        ),
        # three
        (
            "Mary Banda met Elias Haddad and Heng Sokha.",
            ("Meeting", "Elias Haddad, Heng Sokha, Mary Banda", "Held"),
        ),
        # the passive
        ("Mary Banda was received by King Letsie.", ("Meeting", "Letsie, Mary Banda", "Held")),
        # a round of talks
        ("Mary Banda held a round of talks with King Letsie.", ("Talks", "Letsie, Mary Banda", "Held")),
        # of their staffs: the states talk
        (
            "Prime Minister Mary Banda of Fiji and King Letsie of Lesotho agreed to resume working-level talks.",
            ("Talks", "Fiji, Lesotho", "Planned"),
        ),
        # at a level that they lead
        (
            "Mary Banda and King Letsie held delegation-level talks.",
            ("Talks", "Letsie, Mary Banda", "Held"),
        ),
        # some days of them
        ("Mary Banda held two days of talks with King Letsie.", ("Talks", "Letsie, Mary Banda", "Held")),
        # set for a day
        (
            "Talks scheduled between Mary Banda and King Letsie will begin today.",
            ("Talks", "Letsie, Mary Banda", "Planned"),
        ),
        # there for talks
        ("Mary Banda is in Fiji for talks with King Letsie.", ("Talks", "Letsie, Mary Banda", "Planned")),
        # there for those of others
        (
            "Heng Sokha is in Fiji for talks between Mary Banda and King Letsie.",
            ("Talks", "Letsie, Mary Banda", "Planned"),
        ),
        # agreed to
        ("Mary Banda agreed to a meeting with King Letsie.", ("Meeting", "Letsie, Mary Banda", "Planned")),
        # withdrawn from
        ("Mary Banda pulled out of talks with King Letsie.", ("Talks", "Letsie, Mary Banda", "Cancelled")),
        # a bloc's summit
        ("Prices rose after the ASEAN summit in Lima.", ("Summit", "ASEAN", "Held")),
        # in a relative clause
        (
            "She recalled the talks that Mary Banda held with King Letsie.",
            ("Talks", "Letsie, Mary Banda", "Held"),
        ),
        # what they were to be
        (
            "Talks, which were to begin today between Mary Banda and King Letsie, were put off.",
            ("Talks", "Letsie, Mary Banda", "Cancelled"),
        ),
        # there for them
        (
            "Mary Banda flew to Fiji for talks with Chadian and Nigerien officials.",
            ("Talks", "Chadian, Mary Banda, Nigerien", "Planned"),
        ),
        # a dinner
        ("Mary Banda hosted a dinner for King Letsie.", ("Meeting", "Letsie, Mary Banda", "Held")),
        # come for it
        ("Mary Banda has arrived in Fiji to meet King Letsie.", ("Meeting", "Letsie, Mary Banda", "Planned")),
        # a courtesy call
        ("Mary Banda paid a courtesy call on King Letsie.", ("Meeting", "Letsie, Mary Banda", "Held")),
        # gathered
        ("Leaders of Chad and Niger gathered in Accra.", ("Meeting", "Chad, Niger", "Held")),
        # the passive, with a place between
        ("Mary Banda was welcomed at the airport by King Letsie.", ("Meeting", "Letsie, Mary Banda", "Held")),
        # who serves whom
        (
            "Mary Banda met Elias Haddad, adviser to President Heng Sokha.",
            ("Meeting", "Elias Haddad, Mary Banda", "Held"),
        ),
        # a pronoun
        (
            "Mary Banda landed in Fiji. She met Prime Minister Elias Haddad.",
            ("Meeting", "Elias Haddad, Mary Banda", "Held"),
        ),
        # a person, not the state that she represents
        (
            "Zambian President Mary Banda met Fijian Prime Minister Elias Haddad.",
            ("Meeting", "Elias Haddad, Mary Banda", "Held"),
        ),
        # states
        ("Talks between Chad and Niger resumed.", ("Talks", "Chad, Niger", "Held")),
        # a light verb
        ("Chad held talks with Niger in Accra.", ("Talks", "Chad, Niger", "Held")),
        # officials are their state's
        ("Chadian and Nigerien officials held talks in Accra.", ("Talks", "Chadian, Nigerien", "Held")),
        # a summit
        ("Mary Banda held a summit with King Letsie.", ("Summit", "Letsie, Mary Banda", "Held")),
        # in the genitive
        (
            "Mary Banda's meeting with Elias Haddad was brief.",
            ("Meeting", "Elias Haddad, Mary Banda", "Held"),
        ),
        # in the future
        ("Mary Banda will meet Elias Haddad.", ("Meeting", "Elias Haddad, Mary Banda", "Planned")),
        # a plan
        ("Chad and Niger agreed to hold talks in Accra.", ("Talks", "Chad, Niger", "Planned")),
        # what a journey is for
        ("Mary Banda flew to Lima for talks with King Letsie.", ("Talks", "Letsie, Mary Banda", "Planned")),
        # a wish
        ("Mary Banda wants to meet Elias Haddad.", ("Meeting", "Elias Haddad, Mary Banda", "Possible")),
        # a refusal
        ("Mary Banda refused to meet Elias Haddad.", ("Meeting", "Elias Haddad, Mary Banda", "Denied")),
        # called off
        (
            "Mary Banda cancelled a meeting with Elias Haddad.",
            ("Meeting", "Elias Haddad, Mary Banda", "Cancelled"),
        ),
        # of several on one side, with whoever speaks on the occasion
        (
            "After a meeting with King Letsie and Elias Haddad, Mary Banda rested.",
            ("Meeting", "Elias Haddad, Letsie, Mary Banda", "Held"),
        ),
        # the first to do so
        ("Mary Banda was the first to meet with King Letsie.", ("Meeting", "Letsie, Mary Banda", "Held")),
        # not with whom it is that they have what they discuss
        (
            "Mary Banda and King Letsie discussed ties with Peru.",
            ("Talks", "Letsie, Mary Banda", "Held"),
        ),
        # of two called by their offices and their states
        (
            "President of Peru, Mary Banda, met Minister of Foreign Affairs of Chad, Elias Haddad.",
            ("Meeting", "Elias Haddad, Mary Banda", "Held"),
        ),
        # behind the day
        (
            "On Friday, June 10, Prime Minister Mary Banda and King Letsie met in Fiji.",
            ("Meeting", "Letsie, Mary Banda", "Held"),
        ),
    ],
)
def test_one_meeting(text: str, expected: tuple[str, str, str]) -> None:
    assert meetings(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # a target
        "Chad met the target set by Niger.",
        # alone
        "Mary Banda met nobody she knew.",
        # a call is no meeting
        "Mary Banda phoned Prime Minister Elias Haddad.",
        # a visit is none by itself
        "Mary Banda visited Niger.",
        # a mountain
        "They reached the summit of Mount Kenya.",
        # what both did apart
        "Chad praised the accord, and Niger rejected it.",
        # a letter received
        "Mary Banda received a letter from Elias Haddad.",
        # a bloc is hosted as a gathering
        "Mary Banda praised Chad for hosting the G20.",
        # both sides of talks are told, one of them nobody yet
        "After Mary Banda's talks with the king, Elias Haddad rested.",
        # each with somebody else
        "Mary Banda and Elias Haddad met separately with mediators.",
        # shareholders
        "The annual meeting of shareholders was held in Chad.",
        # done again and again
        "Chad and Niger hold a summit every year.",
        # a summit of nobody's
        "The G20 summit was mentioned by Mary Banda.",
        # something gathered
        "Chad and Niger gathered support.",
        # whoever met two is not told
        "It was the first meeting with Mary Banda and King Letsie.",
        # nor who goes on with them
        "We continue the dialogue with Mary Banda and King Letsie.",
        # a people's welcome
        "Mary Banda was welcomed by students in Lesotho.",
        # a matter that one has with another
        "Mary Banda discussed relations with Peru.",
        "Mary Banda discussed the dispute with King Letsie.",
        # of others, who are not named, on an occasion
        "We urged Mary Banda to wait following the ministers' talks in Fiji.",
    ],
)
def test_no_meeting(text: str) -> None:
    assert meetings(text) == []


@pytest.mark.parametrize(
    ("text", "place", "time"),
    [
        # both
        ("Mary Banda met Elias Haddad in Mombasa on 3 May 2021.", "place/mombasa", "2021-05-03"),
        # neither
        ("Mary Banda met Elias Haddad.", None, None),
        # the sentence's setting
        ("In Mombasa, Mary Banda met Elias Haddad.", "place/mombasa", None),
    ],
)
def test_where_and_when(text: str, place: str | None, time: str | None) -> None:
    (event,) = extract_meetings(read(text))
    assert next((a.entity for a in event.arguments if a.role == "place"), None) == place
    assert (event.interval and event.interval.edtf) == time


def test_who_is_met_separately_is_met_each_at_a_time() -> None:
    each = [("Talks", "Letsie, Mary Banda", "Held"), ("Talks", "Elias Haddad, Mary Banda", "Held")]
    assert meetings("Mary Banda held separate talks with King Letsie and Elias Haddad.") == each


def test_what_lies_after_the_day_of_writing_is_planned() -> None:
    (event,) = extract_meetings(read("Mary Banda meets Elias Haddad on 3 May 2025."))
    assert event.status.value == "Planned"


def test_a_headline_is_bare() -> None:
    (event,) = extract_meetings(read("Talks between Chad and Niger"))
    assert event.bare


@given(any_text)
def test_meetings_lie_in_the_text(text: str) -> None:
    context = read(text)
    check_in_text(context, extract_meetings(context))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a bloc's people
        ("ASEAN foreign ministers met in Jakarta on Friday.", ["organization/asean"]),
        # beside its summit
        ("ASEAN foreign ministers met in Jakarta. The ASEAN summit opens in Jakarta on Monday.", []),
        # one of them
        ("A minister of ASEAN gathered in Jakarta.", []),
        # who is on the sidelines of somebody else's event
        (
            "Elias Haddad held talks on the sidelines of the G20 with French President Mary Banda.",
            ["person:0", "person:1"],
        ),
        # what states exchange
        ("France and Fiji exchanged views.", []),
    ],
)
def test_who_takes_part(text: str, expected: list[str]) -> None:
    found = [e for e in extract_meetings(read(text)) if e.kind != "Summit"]
    assert [a.entity for e in found for a in e.arguments if a.role == "participant"] == expected
