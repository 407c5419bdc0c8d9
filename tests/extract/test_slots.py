"""What stands in the slots of rules of two ends."""

import pytest

from kg.extract.rules import Rule
from kg.extract.slots import read_slots, tokens_at
from kg.language.pipeline import read_document

VERBS = frozenset({"deepen", "provide", "refuse", "arm"})
NOUNS = frozenset({"ally", "friend", "tension", "tensions"})
ADJECTIVES = frozenset({"official"})
RULE = Rule("any", "Relation", VERBS, NOUNS, ADJECTIVES, support=frozenset({"regard", "view"}))

ROWS = [
    # a path leads on from what fills a slot
    ("Kenya deepened its ties with Norway.", "deepened", "subject", ["Kenya"]),
    ("Kenya provided food to the army of Norway.", "provided", "to.of", ["Norway"]),
    # a phrase behind the object serves the verb, whichever it hangs on
    ("Kenya provided food to Norway.", "provided", "to", ["Norway"]),
    # clauses that complement a verb, and what stands in them
    ("Kenya refused to impose sanctions on Norway.", "refused", "below.object", ["sanctions"]),
    # a deed that somebody is accused of is his
    ("Chile has accused Norway of arming Kenya.", "arming", "subject", ["Norway"]),
    # whom a noun describes
    ("Kenya is an ally of Norway.", "ally", "self", ["Kenya", "ally"]),
    # who sees whom as what
    ("Kenya regards Norway as a friend.", "friend", "viewer", ["Kenya"]),
    ("Kenya regards Norway as a friend.", "friend", "seen", ["Norway"]),
    ("Norway is viewed by Kenya as a friend.", "friend", "viewer", ["Kenya"]),
    ("Norway is viewed by Kenya as a friend.", "friend", "seen", ["Norway"]),
    # whose agency is official
    ("Kenya's official agency said so.", "official", "owner", ["Kenya"]),
    ("Kenya's official agency said so.", "official", "self", ["agency"]),
    # a circumstance is that of the subject
    ("Kenya is arming despite tensions with Norway.", "tensions", "setting", ["Kenya"]),
]


@pytest.mark.parametrize(("text", "trigger", "path", "expected"), ROWS)
def test_slots(text, trigger, path, expected):
    doc = read_document(text)
    token = next(t for t in doc.tokens if t.text == trigger)
    predicate = read_slots(doc, RULE, token)
    assert predicate is not None
    assert [t.text for t in tokens_at(doc, predicate, path)] == expected
