"""Verbs: who acts and who is acted on, however the clause turns it."""

from __future__ import annotations

import pytest
from texts import marked

from kg.extract.verbs import is_passive, objects, subjects
from kg.language.document import Token


def texts(tokens: tuple[Token, ...]) -> list[str]:
    return [t.text for t in tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in front of its verb
        ("Chad [praised] Togo.", ["Chad"]),
        # two
        ("Chad and Niger [praised] Togo.", ["Chad", "Niger"]),
        # three
        ("Chad, Niger and Mali [praised] Togo.", ["Chad", "Niger", "Mali"]),
        # the passive
        ("Togo was [praised] by Chad.", ["Chad"]),
        # the passive of two
        ("Togo was [praised] by Chad and Niger.", ["Chad", "Niger"]),
        # the passive without one
        ("Togo was [praised].", []),
        # shared by two verbs
        ("Chad praised Togo and [thanked] Niger.", ["Chad"]),
        # an infinitive
        ("Chad wants to [praise] Togo.", ["Chad"]),
        # an infinitive below a passive
        ("Chad is expected to [praise] Togo.", ["Chad"]),
        # of an infinitive that the object does
        ("Chad asked Niger to [praise] Togo.", ["Niger"]),
        # an invitation
        ("Chad invited Niger to [visit] Togo.", ["Niger"]),
        # a participle behind
        ("Chad left, [praising] Togo.", ["Chad"]),
        # a participle in front
        ("Having [praised] Togo, Chad left.", ["Chad"]),
        pytest.param(
            "[Praising] Togo, Chad left.",
            ["Chad"],
            marks=pytest.mark.xfail(
                reason="a participle that opens a sentence before a name is read as a name"
            ),
        ),
        # after
        ("Chad left after [praising] Togo.", ["Chad"]),
        # the agent behind a place
        ("She was [received] at the gate of his house by Elias Haddad.", ["Elias Haddad"]),
        # torn from it by an adverb
        ("He will, today, [meet] the king.", ["He"]),
        # a relative clause
        ("Chad, which [praised] Togo, left.", ["Chad"]),
        # a relative clause behind an object
        ("Mali thanked Chad, which [praised] Togo.", ["Chad"]),
        # a participle of a noun
        ("Envoys [visiting] Togo left.", ["Envoys"]),
        # somebody's plan
        ("Chad's plan to [visit] Togo failed.", ["Chad"]),
        # a noun's infinitive below a verb
        ("Chad made a decision to [visit] Togo.", ["Chad"]),
        # a clause within
        ("Chad said that Niger [praised] Togo.", ["Niger"]),
        # a command has none
        ("[Praise] Togo!", []),
        # an infinitive behind the place where somebody is
        ("Mary Banda is in Accra to [praise] Togo.", ["Mary Banda"]),
        # the first to do it
        ("Mary Banda was the first to [praise] Togo.", ["Mary Banda"]),
        # of an infinitive that two are pushed to
        ("Chad has been pushing Niger and Mali to quickly [praise] Togo.", ["Niger", "Mali"]),
    ],
)
def test_subjects(text: str, expected: list[str]) -> None:
    assert texts(subjects(*marked(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind its verb
        ("Chad [praised] Togo.", ["Togo"]),
        # two
        ("Chad [praised] Togo and Benin.", ["Togo", "Benin"]),
        # the passive
        ("Togo was [praised] by Chad.", ["Togo"]),
        # the passive of two verbs
        ("Togo was [praised] and thanked by Chad.", ["Togo"]),
        # its second verb
        ("Togo was praised and [thanked] by Chad.", ["Togo"]),
        # a relative clause
        ("Togo, which Chad [praised], left.", ["Togo"]),
        # a passive participle
        ("The accord [signed] by Chad expired.", ["accord"]),
        # none
        ("Chad [left].", []),
        # what is with it is no object
        ("Chad [talked] with Togo.", []),
    ],
)
def test_objects(text: str, expected: list[str]) -> None:
    assert texts(objects(*marked(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo was [praised].", True),
        ("Togo [praised] Chad.", False),
        # being so
        ("Togo is being [praised].", True),
        # a participle of a noun
        ("The accord [signed] by Chad expired.", True),
        # the second of two verbs
        ("Togo was praised and [thanked] by Chad.", True),
        # the second of two verbs, in the active as it seems
        ("Togo was praised and [left].", False),
        # a perfect
        ("Togo has [praised] Chad.", False),
    ],
)
def test_passives(text: str, expected: bool) -> None:
    assert is_passive(*marked(text)) is expected
