"""Triads of friends and enemies."""

from __future__ import annotations

import pytest
from networks import happening, states

from kg.analytics.balance import find_triads, sign_ties

FRIEND, ENEMY = "allied-with", "at-war-with"


def standing(one: str, other: str, relation: str, status: str = "Held"):
    return happening(
        f"{relation} {one}{other}",
        one,
        other,
        kind="Relation",
        relation_type=relation,
        toward=((one, other),),
        status=status,
    )


@pytest.mark.parametrize(
    ("relations", "balanced"),
    [
        ((FRIEND, FRIEND, FRIEND), True),
        ((ENEMY, ENEMY, FRIEND), True),  # the enemy of my enemy is my friend
        ((FRIEND, FRIEND, ENEMY), False),
        ((ENEMY, ENEMY, ENEMY), False),
    ],
)
def test_balance(relations: tuple[str, str, str], balanced: bool) -> None:
    told = [standing(*pair, relation) for pair, relation in zip(("XY", "XZ", "YZ"), relations, strict=True)]
    (triad,) = find_triads(sign_ties(states("X", "Y", "Z"), told))
    assert triad.states == ("X", "Y", "Z")
    assert triad.balanced == balanced
    assert len(triad.events) == 3


def test_friend_and_enemy_at_once_is_no_sign() -> None:
    told = [
        standing("X", "Y", FRIEND),
        standing("Y", "X", ENEMY),
        standing("X", "Z", FRIEND),
        standing("Y", "Z", FRIEND),
    ]
    assert find_triads(sign_ties(states("X", "Y", "Z"), told)) == ()


@pytest.mark.parametrize(
    "told",
    [
        standing("X", "Y", "largest-trading-partner-of"),  # neither friend nor enemy
        standing("X", "Y", FRIEND, "Planned"),  # sought
        standing("X", "Y", ENEMY, "Possible"),  # alleged
        happening("talks", "X", "Y"),
    ],
)
def test_no_sign(told) -> None:
    assert not sign_ties(states("X", "Y"), [told]).edges
