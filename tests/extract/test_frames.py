"""Frames: rules applied to a text, their arguments filled, their events told."""

from __future__ import annotations

import pytest
from texts import HUGGED, read, token

from kg.extract.frames import match_noun, match_rule, match_rules
from kg.extract.rules import Rule

LET_IN = Rule(
    "let-in",
    "Meeting",
    verbs=frozenset({"let"}),
    particle="in",
    roles={"participant": ("subject", "object")},
    at_least={"participant": 2},
)
DANCE = Rule(
    "dance",
    "Meeting",
    nouns=frozenset({"dance"}),
    support=frozenset({"have"}),
    not_modifiers=frozenset({"folk"}),
    roles={"participant": ("subject", "with")},
    at_least={"participant": 2},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb
        ("Chad hugged Niger.", ["hugged"]),
        # a form that the dictionary does not list
        ("Chad is hugging Niger.", ["hugged"]),
        # a noun
        ("Chad had a dance with Niger.", ["dance"]),
        # both
        ("Chad hugged Niger. Chad had a dance with Niger.", ["hugged", "dance"]),
        # a modifier that the rule shuts out
        ("Chad had a folk dance with Niger.", []),
        # an actor too few
        ("Chad hugged its trees.", []),
        # another word
        ("Chad praised Niger.", []),
        # the particle that the rule asks for is missing
        ("Chad let Niger go.", []),
    ],
)
def test_rules_fire(text: str, expected: list[str]) -> None:
    assert [m.rule.name for m in match_rules(read(text), (HUGGED, DANCE, LET_IN))] == expected


def test_the_first_rule_speaks_for_its_trigger() -> None:
    again = Rule("again", "Talks", verbs=frozenset({"hug"}), roles={"participant": ("subject",)})
    (match,) = match_rules(read("Chad hugged Niger."), (HUGGED, again))
    assert match.rule.name == "hugged"


def test_the_second_speaks_where_the_first_lacks_an_actor() -> None:
    alone = Rule("alone", "Talks", verbs=frozenset({"hug"}), roles={"participant": ("subject",)})
    (match,) = match_rules(read("Chad hugged its trees."), (HUGGED, alone))
    assert (match.rule.name, match.fillers("participant")) == ("alone", ("country/TCD",))


def test_a_noun_rule_on_a_word_that_it_does_not_name() -> None:
    context = read("Chad had a waltz with Niger.")
    waltz = token(context.doc, "waltz")
    assert match_rule(context, DANCE, waltz) is None
    match = match_noun(context, DANCE, waltz)
    assert match is not None
    assert match.fillers("participant") == ("country/TCD", "country/NER")
