"""Pairs of states: at which level they meet, and the line of cooperation and conflict between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kg.analytics.happenings import Happening, facts, state_of, states_of
from kg.analytics.standing import rounded
from kg.graph.ontology import act_of, goldstein_weights
from kg.model import EntityKind
from kg.world.offices import Level, office_level

States = tuple[str, str]
UNDATED = ""

RANKS = (Level.LEADER, Level.MINISTER, Level.VICE_MINISTER, Level.AMBASSADOR)
"""The levels at which states meet, the highest first; all others count as officials."""


@dataclass(frozen=True, slots=True)
class Encounters:
    """The meetings, calls, messages and visits of two states at one level: the highest that both sides sent."""

    states: States
    level: Level
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What a pair of states did toward one another in one month ("2024-01"; undated: empty), in Goldstein's weights."""

    month: str
    cooperation: float
    conflict: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Two states' acts toward one another over time, summed and month by month."""

    states: States
    cooperation: float
    conflict: float
    points: tuple[Point, ...]


def find_encounters(network: nx.MultiDiGraph, happenings: Iterable[Happening]) -> tuple[Encounters, ...]:
    """Who meets whom at which level, sorted by states and level."""
    found: dict[tuple[States, Level], list[str]] = {}
    for told in facts(happenings):
        if act_of(told.kind, told.status) == "CONSULT":
            levels = _levels(network, told)
            for pair in combinations(sorted(levels), 2):
                known = (level for state in pair if (level := levels[state]))
                level = max(known, key=_depth, default=Level.OFFICIAL)
                found.setdefault((pair, level), []).append(told.identifier)
    rows = (Encounters(pair, level, tuple(sorted(events))) for (pair, level), events in found.items())
    return tuple(sorted(rows, key=lambda row: (row.states, _depth(row.level))))


def draw_lines(network: nx.MultiDiGraph, happenings: Iterable[Happening]) -> tuple[Line, ...]:
    """The line of cooperation and conflict of each pair of states that did anything toward one another.

    Each fact counts with the weight of its act: J. S. Goldstein, "A Conflict-Cooperation Scale for WEIS Events
    Data", Journal of Conflict Resolution 36 (1992), as applied to the root codes; see `kg:goldstein` in the ontology.
    """
    months: dict[States, dict[str, list[tuple[float, str]]]] = {}
    for told in facts(happenings):
        act = told.plover or act_of(told.kind, told.status)
        if act is not None:
            for pair in _pairs(network, told):
                month = months.setdefault(pair, {}).setdefault(_month(told), [])
                month.append((goldstein_weights()[act], told.identifier))
    return tuple(_line(pair, months[pair]) for pair in sorted(months))


def _pairs(network: nx.MultiDiGraph, told: Happening) -> Iterator[States]:
    """The pairs of states between which something happened: by its direction where it has one."""
    if not told.toward:
        yield from combinations(states_of(network, told), 2)
        return
    for one, other in sorted({_states(network, *ends) for ends in told.toward}):
        if one and one != other:
            yield one, other


def _states(network: nx.MultiDiGraph, source: str, target: str) -> States:
    """The states of both ends, sorted; one without a state is empty."""
    one, other = sorted(state_of(network, end) or "" for end in (source, target))
    return one, other


def _line(pair: States, months: dict[str, list[tuple[float, str]]]) -> Line:
    points = tuple(_point(month, months[month]) for month in sorted(months))
    good, bad = sum(point.cooperation for point in points), sum(point.conflict for point in points)
    return Line(pair, rounded(good), rounded(bad), points)


def _point(month: str, acts: list[tuple[float, str]]) -> Point:
    weights = [weight for weight, _ in acts]
    good, bad = sum(w for w in weights if w > 0), -sum(w for w in weights if w < 0)
    return Point(month, rounded(good), rounded(bad), tuple(sorted({event for _, event in acts})))


def _month(told: Happening) -> str:
    """The month a fact falls into; undated where it could be in two."""
    if told.start is None or told.end is None:
        return UNDATED
    first, last = f"{told.start:%Y-%m}", f"{told.end:%Y-%m}"
    return first if first == last else UNDATED


def _levels(network: nx.MultiDiGraph, told: Happening) -> dict[str, Level | None]:
    """State → the highest level of the persons who were there for it; None where only the state is named."""
    levels: dict[str, Level | None] = dict.fromkeys(states_of(network, told))
    for actor in told.actors:
        state = state_of(network, actor)
        if state and network.nodes[actor].get("type") == EntityKind.PERSON:
            mine = _level(str(network.nodes[actor].get("offices", "")))
            levels[state] = min(levels[state] or mine, mine, key=_depth)
    return levels


def _level(offices: str) -> Level:
    """The highest level among offices as the network writes them ("foreign minister (Peru) | …")."""
    written = (
        office.partition(" (")[0] for office in offices.split(" | ") if not office.startswith("former ")
    )
    known = (level for office in written if (level := office_level(office)) in RANKS)
    return min(known, key=_depth, default=Level.OFFICIAL)


def _depth(level: Level) -> int:
    return RANKS.index(level) if level in RANKS else len(RANKS)
