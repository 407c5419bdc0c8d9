"""Event mentions: what a rule has read, told as done or meant, in a clause or without any verb."""

from __future__ import annotations

import pytest
from texts import HUGGED, read, token

from kg.extract.event_mentions import event_mention, is_bare
from kg.extract.frames import match_noun, match_rules
from kg.extract.rules import Rule
from kg.model import Status


@pytest.mark.parametrize(
    ("text", "status", "bare"),
    [
        # told as done
        ("Chad hugged Niger.", Status.HELD, False),
        # told as meant
        ("Chad will hug Niger.", Status.PLANNED, False),
        # lies after the day of writing
        ("Chad is hugging Niger on 3 May 2025.", Status.PLANNED, False),
    ],
)
def test_the_event(text: str, status: Status, bare: bool) -> None:
    context = read(text)
    (match,) = match_rules(context, (HUGGED,))
    event = event_mention(context, match)
    assert (event.kind, event.rule, event.status, event.bare) == ("Meeting", "hugged", status, bare)
    assert event.sentence.of(text) == text


@pytest.mark.parametrize(
    ("text", "past"),
    [
        # the past
        ("Chad hugged Niger.", True),
        ("Niger was hugged by Chad.", True),
        # the perfect
        ("Chad has hugged Niger.", True),
        # the present, which may be of what is to come
        ("Chad is hugging Niger.", False),
        # no clause of its own
        ("Chad left after hugging Niger.", False),
        # what was not so
        ("Chad had planned to hug Niger.", False),
    ],
)
def test_told_in_the_past(text: str, past: bool) -> None:
    context = read(text)
    assert [event_mention(context, m).past for m in match_rules(context, (HUGGED,))] == [past]


def test_a_noun_without_a_verb_is_bare() -> None:
    context = read("A dance with Niger")
    match = match_noun(context, Rule("", "", roles={"participant": ("with",)}), token(context.doc, "dance"))
    assert match is not None
    assert is_bare(context, match.predicate)
