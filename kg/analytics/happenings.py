"""What happened between whom, out of the network: the rows that every measure is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import networkx as nx

from kg.model import AgreementStatus, EntityKind, Status

FACTUAL = frozenset(
    {str(Status.HELD), *map(str, (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.AGREED))}
)
"""The statuses of what took place or stands; what is planned, possible, denied or cancelled ties nobody."""

WHERE = frozenset({"place", "destination"})
ACTORS = frozenset(
    map(str, (EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANIZATION, EntityKind.GROUP))
)
BELONGING = "Belonging"


@dataclass(frozen=True, slots=True, order=True)
class Happening:
    """An event with those who took part in it, or an act or standing of one side toward another.

    `actors` are sorted; `toward` are (source, target) pairs where it has a direction. `start` and `end` are its
    first and last possible day; `articles` are those that tell of it.
    """

    identifier: str
    kind: str
    label: str
    status: str
    actors: tuple[str, ...]
    toward: tuple[tuple[str, str], ...] = ()
    start: date | None = None
    end: date | None = None
    plover: str | None = None
    relation_type: str | None = None
    articles: tuple[str, ...] = ()

    @property
    def factual(self) -> bool:
        """Whether it is told as a fact."""
        return self.status in FACTUAL

    @property
    def standing(self) -> bool:
        """Whether it is a standing relation, which does not happen on a day."""
        return self.relation_type is not None


def find_happenings(network: nx.MultiDiGraph) -> tuple[Happening, ...]:
    """Every event, act and relation of a network, sorted."""
    return tuple(sorted((*_events(network), *_acts(network))))


def facts(happenings: Iterable[Happening]) -> tuple[Happening, ...]:
    """Those that are told as facts and happen: no plans, no denials, no standing relations."""
    return tuple(told for told in happenings if told.factual and not told.standing)


def within(happenings: Iterable[Happening], since: date | None, until: date | None) -> tuple[Happening, ...]:
    """Those that fall into a stretch of days for certain, both ends inclusive; without ends, all of them."""
    return tuple(told for told in happenings if _falls(told, since, until))


def _falls(told: Happening, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    if told.start is None or told.end is None:
        return False
    return (since is None or since <= told.start) and (until is None or told.end <= until)


def state_of(network: nx.MultiDiGraph, actor: str) -> str | None:
    """The country an actor is, represents or belongs to; None for those of no country."""
    if network.nodes[actor].get("type") == EntityKind.COUNTRY:
        return actor
    homes = {target for _, target, kind in network.out_edges(actor, data="type") if kind == BELONGING}
    countries = sorted(home for home in homes if network.nodes[home].get("type") == EntityKind.COUNTRY)
    return countries[0] if len(countries) == 1 else None


def states_of(network: nx.MultiDiGraph, told: Happening) -> tuple[str, ...]:
    """The countries on whose side somebody took part, sorted."""
    return tuple(sorted({state for actor in told.actors if (state := state_of(network, actor))}))


def _events(network: nx.MultiDiGraph) -> Iterator[Happening]:
    for node, attributes in network.nodes(data=True):
        if "event" in attributes:
            actors = {
                actor
                for _, target, role in network.out_edges(node, data="interaction")
                if (actor := _actor(network, target, role))
            }
            yield _happening(attributes, actors, ())


def _actor(network: nx.MultiDiGraph, filler: str, role: str) -> str | None:
    """Who stands behind a role: the one named, or the country of the place visited; a mere venue is nobody."""
    if network.nodes[filler].get("type") in ACTORS and role != "place":
        return filler
    return state_of(network, filler) if role == "destination" else None


def _acts(network: nx.MultiDiGraph) -> Iterator[Happening]:
    """Edges between two actors, brought together by the act that they tell."""
    pairs: dict[str, set[tuple[str, str]]] = {}
    told: dict[str, Mapping[str, Any]] = {}
    for source, target, attributes in network.edges(data=True):
        if "event" in attributes and attributes["type"] != "Role":
            pairs.setdefault(attributes["event"], set()).add((source, target))
            told[attributes["event"]] = attributes
    for event, toward in pairs.items():
        yield _happening(told[event], {actor for pair in toward for actor in pair}, tuple(sorted(toward)))


def _happening(
    attributes: Mapping[str, Any], actors: Iterable[str], toward: tuple[tuple[str, str], ...]
) -> Happening:
    return Happening(
        attributes["event"],
        attributes["type"],
        attributes["label"],
        attributes["status"],
        tuple(sorted(actors)),
        toward,
        _day(attributes.get("start")),
        _day(attributes.get("end")),
        attributes.get("plover"),
        attributes.get("relation_type"),
        _several(attributes.get("article")),
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _several(joined: str | None) -> tuple[str, ...]:
    return tuple(joined.split(" | ")) if joined else ()
