"""Who does what toward whom, by PLOVER root code."""

from datetime import date

import pytest

from kg.extract.context import build_context
from kg.extract.interactions import extract_interactions
from kg.extract.rules import load_rules
from kg.language.lexicon import load_lexicon
from kg.language.pipeline import read_document
from kg.model import Article, EventMention, Status

ROOTS = {
    "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def read(text: str) -> list[EventMention]:
    article = Article("a", text, published=date(2024, 6, 3))
    context = build_context(article, read_document(text), load_lexicon())
    return list(extract_interactions(context))


def told(text: str) -> list[tuple[str, str, str]]:
    """Code, actor and recipient of each interaction."""
    found = []
    for mention in read(text):
        ends = {a.role: a.entity.removeprefix("country/") for a in mention.arguments}
        found.append((mention.plover or "", ends["actor"], ends["recipient"]))
    return sorted(found)


ACTS = [
    # active and passive say the same
    ("Chile condemned Peru.", [("ACCUSE", "CHL", "PER")]),
    ("Peru was condemned by Chile.", [("ACCUSE", "CHL", "PER")]),
    # the recipient stands behind what was condemned
    ("Chile condemned Peru's attack on the port.", [("ACCUSE", "CHL", "PER")]),
    # an act on an official is an act on his state
    ("Chile expelled three Peruvian diplomats.", [("SANCTION", "CHL", "PER")]),
    # two actors, two acts
    (
        "Chile and Bolivia urged Peru to open the border.",
        [("REQUEST", "BOL", "PER"), ("REQUEST", "CHL", "PER")],
    ),
    # what a state does to its own is no dealing between actors
    ("Peru condemned the Peruvian government.", []),
    # nobody is named at one end
    ("Chile condemned the attack.", []),
    ("Sanctions were imposed on Peru.", []),
    # meetings, calls and visits are told elsewhere
    ("The president of Chile met the president of Peru.", []),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_acts(text, expected):
    assert told(text) == expected


STATUSES = [
    ("Chile condemned Peru on Monday.", Status.HELD),
    ("Chile may condemn Peru.", Status.POSSIBLE),
    ("Chile will condemn Peru.", Status.PLANNED),
    ("Chile did not condemn Peru.", Status.DENIED),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_status(text, status):
    assert [m.status for m in read(text)] == [status]


def test_what_somebody_is_accused_of_is_only_possible():
    mentions = {m.plover: m for m in read("Chile accused Peru of attacking Bolivia.")}
    assert mentions["ACCUSE"].status is Status.HELD
    assert all(m.status is not Status.HELD for root, m in mentions.items() if root == "ASSAULT")


def test_day():
    (mention,) = read("Chile condemned Peru on Friday.")
    assert mention.interval is not None
    assert mention.interval.edtf == "2024-05-31"


def test_codes_are_roots_that_are_not_told_elsewhere():
    assert {rule.plover for rule in load_rules("interactions")} <= ROOTS
