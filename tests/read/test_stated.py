"""What a text states of its own publication: a headline, a day, an outlet, or nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.rules import Rule, load_rules
from kg.read.stated import is_headline, read_date, stated_date, stated_headline, stated_publisher

BODY = "\nSun met Pak in Pyongyang on October 6, 2024, and both spoke of the treaty of July 11, 1961.\n"
RULES = [(kind, rule) for kind, rules in load_rules().kinds.items() for rule in rules]


def _rows(examples: str) -> list[tuple[Rule, str]]:
    return [(rule, line) for _, rule in RULES for line in getattr(rule, examples)]


@pytest.mark.parametrize(("rule", "line"), _rows("examples"))
def test_rule_matches_its_example(rule: Rule, line: str) -> None:
    assert rule.pattern.search(line)


@pytest.mark.parametrize(("rule", "line"), _rows("counterexamples"))
def test_rule_spares_its_counterexample(rule: Rule, line: str) -> None:
    assert not rule.pattern.search(line)


def test_every_rule_has_lines_for_and_against() -> None:
    assert all(rule.examples and rule.counterexamples for _, rule in RULES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a blank line between headline and text
        (
            "Cheney meets with King Abdullah in Riyadh\n\nHe came on Saturday.",
            "Cheney meets with King Abdullah in Riyadh",
        ),
        # the way to the page stands before its headline
        ("Home » News » Xi visits Pyongyang again\n\nHe came.", "Xi visits Pyongyang again"),
        # a section label, a by-line and a day come first
        (
            "World\nBy Jane Doe\nMarch 3, 2021\nXi visits Pyongyang again\nHe came.",
            "Xi visits Pyongyang again",
        ),
        # Markdown
        ("# Xi visits Pyongyang again\n\nHe came.", "Xi visits Pyongyang again"),
        # the site's name behind the headline
        ("Xi visits Pyongyang again | The Straits Times\nHe came.", "Xi visits Pyongyang again"),
        # Windows line breaks
        ("Xi visits Pyongyang again\r\n\r\nHe came.\r\n", "Xi visits Pyongyang again"),
        # the text starts at once: no headline, and none is looked for further down
        ("Xi visited Pyongyang.\nXi visits Pyongyang again\nHe came.", None),
        # a line alone may be all the text there is
        ("Xi visits Pyongyang again", None),
        # a press office names itself, and then its spokesperson
        (
            "Office of the Spokesperson\n\nThe below is attributable to Spokesperson Price:\n\nHe came.",
            None,
        ),
        # two words are a label that nobody has listed
        ("Global Affairs\nHe came.", None),
        ("", None),
    ],
)
def test_headline(text: str, expected: str | None) -> None:
    assert stated_headline(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # each form of a stated day
        ("2024-01-27 14:49:00", date(2024, 1, 27)),
        ("Asia-Pacific, News October 7, 2024 No Comments on China and North Korea", date(2024, 10, 7)),
        ("Published: 3 March 2021", date(2021, 3, 3)),
        ("Updated: 3 March 2021", date(2021, 3, 3)),
        ("WASHINGTON, March 3, 2021 — The two sides met.", date(2021, 3, 3)),
        ("Sept. 3rd, 2021", date(2021, 9, 3)),
        # a day that no calendar has
        ("Published: 31 February 2021", None),
        # without a year it is no day yet
        ("BEIJING, Jan. 27 (Xinhua) -- The two sides met.", None),
        # the day of what happened
        ("Xi and Kim exchanged messages on October 6, 2024.", None),
        ("On October 6, 2024, Xi and Kim exchanged messages.", None),
        # day and month could be swapped
        ("03/04/2021", None),
    ],
)
def test_date(line: str, expected: date | None) -> None:
    assert stated_date(line + "\n" + BODY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # published before updated, whatever the order
        ("Updated: March 5, 2021\nPublished: March 3, 2021\n" + BODY, date(2021, 3, 3)),
        # two time stamps (of an article and of a comment, say) that disagree: none
        ("2024-01-27 14:49:00\n" + BODY + "2024-02-03 10:00:00\n", None),
        # two that agree
        ("2024-01-27 14:49:00\n" + BODY + "2024-01-27 16:10:00\n", date(2024, 1, 27)),
        # a day on a line of its own in the middle of a long text heads a section of it
        (BODY * 10 + "March 3, 2021\n" + BODY * 10, None),
        # the same at the foot
        (BODY * 10 + "March 3, 2021\n", date(2021, 3, 3)),
    ],
)
def test_date_among_lines(text: str, expected: date | None) -> None:
    assert stated_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WASHINGTON (Reuters) - The two sides met." + BODY, "Reuters"),
        ("BEIJING, Jan. 27 (Xinhua) -- The two sides met." + BODY, "Xinhua"),
        (BODY + "© 2024 The Straits Times. All rights reserved.", "The Straits Times"),
        ("Publisher: Voice of America\n" + BODY, "Voice of America"),
        # credits
        (BODY + "Kim said so, according to KCNA. — Agencies", None),
        ("Pak and Sun in Pyongyang. — AFP\n" + BODY, None),
        # two outlets
        ("WASHINGTON (Reuters) - They met.\nSEOUL (Yonhap) - They met.\n" + BODY, None),
    ],
)
def test_publisher(text: str, expected: str | None) -> None:
    assert stated_publisher(text) == expected


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_is_read_back_from_each_form(day: date) -> None:
    forms = ["%B %d, %Y", "%d %B %Y", "%b. %d, %Y", "%Y-%m-%d", "%Y/%m/%d", "%A, %B %d, %Y"]
    assert {stated_date(f"{day:{form}}\n{BODY}") for form in forms} == {day}
    assert {read_date(f"{day:{form}}") for form in forms[:-1]} == {day}


@given(st.text())
def test_what_is_stated_stands_in_the_text(text: str) -> None:
    headline, publisher = stated_headline(text), stated_publisher(text)
    assert headline is None or (headline in text and is_headline(headline))
    assert publisher is None or publisher in text
