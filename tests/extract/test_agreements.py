"""Agreements: what is agreed, by whom, when, and how far it has come."""

from __future__ import annotations

from dataclasses import replace

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
        # to come, by its name
        (
            "It is planned to sign the Agreement on the State Border between Chad and Niger.",
            ("Agreement", "Chad, Niger", "Proposed"),
        ),
        # to come
        ("Chad and Niger will sign a trade accord.", ("Agreement", "Chad, Niger", "Proposed")),
        # wanted
        ("Chad hopes to sign a trade accord with Niger.", ("Agreement", "Chad, Niger", "Proposed")),
        # whose parties only the clause around it names
        (
            "Chad and Niger carried out the accord reached in Bamako.",
            ("Agreement", "Chad, Niger", "Agreed"),
        ),
        # reached, in the words of an accuser
        (
            "Chad accused Mali of breaking the truce agreed by Niger and Togo.",
            ("Pledge", "Niger, Togo", "Agreed"),
        ),
        # statements are signed too
        ("Chad and Niger signed two joint statements.", ("JointStatement", "Chad, Niger", "Signed")),
        # a designation announced is made
        (
            "Chad and Niger announced that 2026 would be designated the Year of the Lake.",
            ("Designation", "Chad, Niger", "Agreed"),
        ),
        # by both sides, in the words of a statement
        (
            "Chad and Niger met. The statement said that both sides discussed water and reaffirmed their friendship.",
            ("Pledge", "Chad, Niger", "Agreed"),
        ),
        # signed without a word of by whom
        (
            "A memorandum to end the war between Chad and Niger was signed.",
            ("Agreement", "Chad, Niger", "Signed"),
        ),
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
        # what is only a kind of agreement is no name
        "The new Memorandum of Understanding will help farmers.",
        # signed by itself
        "The MoU, which was signed in Juba, will help farmers.",
        # signed by somebody unknown
        "“We signed two deals with Niger,” Mary Banda said.",
        # only meant to be left
        "Chad announced its intention to withdraw from the accord.",
        # only said to be broken
        "Chad accused Niger of violating the ceasefire.",
        # a dispute resolved
        "Chad and Niger resolved the dispute.",
        # a statement of one
        "Chad signed a statement on water.",
        # only named as possible
        "Chad praised any truce agreed with rebels.",
        # what a joint statement does
        "Chad and Niger read a joint statement affirming their friendship.",
        # persons with no state
        "Mary Banda and Elias Haddad agreed to marry.",
    ],
)
def test_no_agreement(text: str) -> None:
    assert agreements(text) == []


def test_who_signs_for_a_state_that_only_others_tell_is_kept() -> None:
    text = "Niger's president Ali Musa and his host Mary Banda signed a trade accord."
    context = read(text)
    (event,) = extract_agreements(context)
    names = {context.referents.things[a.entity].names[0] for a in event.arguments if "person" in a.entity}
    assert "country/NER" in {a.entity for a in event.arguments}
    assert names == {"Mary Banda"}


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
        # without an abbreviation
        (
            "Chad signed a Memorandum of Understanding (MoU) with Niger.",
            "Memorandum of Understanding",
        ),
        # without what is set beside it
        ("Chad and Niger signed a trade accord, a step towards peace.", "trade accord"),
        # without its source
        (
            "Chad and Niger agreed to share the lake, according to a note read in Bamako.",
            "agreement to share the lake",
        ),
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
        # behind the paper, without a preposition
        ("Chad and Niger signed a trade accord Monday.", "2022-06-13"),
        ("Chad and Niger signed a memorandum of understanding Monday on the lake.", "2022-06-13"),
        # of a treaty's own words
        ("Farmers praised the Treaty of Amity and Cooperation, signed in 1987.", "1987"),
        # of a year announced
        (
            "In March 2021, Chad and Niger announced that 2022 would be designated the Year of Water.",
            "2021-03",
        ),
        # of what "when" tells more of
        ("Fighting went on until May 2020, when Chad and Niger signed a truce.", "2020-05"),
        # not of the accusation around it
        ("On 3 May 2021 Chad accused Mali of breaking the truce agreed by Niger and Togo.", None),
        # not of the name
        ("Chad withdrew from the 1998 accord in May 2003.", "2003-05"),
        # of the praise
        ("Farmers praised the Treaty of Amity and Cooperation on Monday.", None),
    ],
)
def test_when(text: str, expected: str | None) -> None:
    (event,) = extract_agreements(read(text))
    assert (event.interval and event.interval.edtf) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a day that only the text's date would tell
        ("Chad and Niger signed a trade accord on Monday.", True),
        # none
        ("Chad and Niger signed a trade accord.", False),
        # one that anybody can read
        ("Chad and Niger signed a trade accord on 3 May 2021.", False),
        # that of the accord's name
        ("Chad and Niger signed the March accord.", False),
    ],
)
def test_days_left_open(text: str, expected: bool) -> None:
    context = read(text)
    undated = replace(context, article=replace(context.article, published=None))
    (event,) = extract_agreements(undated)
    assert event.untold == expected


def test_a_day_behind_a_name_is_no_part_of_it() -> None:
    text = "Chad and Niger signed the Military Framework Agreement on Wednesday."
    signed = next(e for e in extract_agreements(read(text)) if e.rule == "signed")
    assert signed.name == "Military Framework Agreement"
    assert signed.interval is not None
    assert signed.interval.edtf == "2022-06-15"


@given(any_text)
def test_agreements_lie_in_the_text(text: str) -> None:
    context = read(text)
    found = list(extract_agreements(context))
    check_in_text(context, found)
    assert all(a.role == "party" for event in found for a in event.arguments)
    assert all(event.definite == (event.name is None) for event in found)
