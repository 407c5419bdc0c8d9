"""Which of the network the page shows: the most important nodes, and one line for all that is alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import networkx as nx

from kg.analytics.network import sources
from kg.export.page.look import the_look
from kg.model import Event, World

SHARE_OF_A_REPRESENTATIVE = 0.5
SHARE_OF_A_CLAIM = 0.25


class Line(NamedTuple):
    """What two nodes have with each other in one tone and firmness, drawn as one line."""

    source: str
    target: str
    tone: str
    firmness: str
    arrow: bool
    tells: tuple[str, ...]
    """The events that it stands for; for a belonging, the one who belongs."""


def importances(world: World) -> dict[str, float]:
    """How much each thing matters: an event by its sentences, an actor by its events, claims and people."""
    importance = {entity.identifier: 0.0 for entity in world.entities}
    for event in world.events:
        importance[event.identifier] = float(len(sources(event)))
        for actor in {argument.entity for argument in event.merged.arguments if argument.role != "place"}:
            importance[actor] = importance.get(actor, 0.0) + 1.0
    for claim in world.claims:
        importance[claim.claimant] = importance.get(claim.claimant, 0.0) + SHARE_OF_A_CLAIM
    own = dict(importance)
    for entity in world.entities:
        if entity.country in importance:
            importance[entity.country] += SHARE_OF_A_REPRESENTATIVE * own[entity.identifier]
    return importance


def thinned(network: nx.MultiDiGraph, importance: Mapping[str, float], most: int) -> nx.MultiDiGraph:
    """The most important nodes, without the parts where nothing happens.

    A mere venue is told by its event; who does and says nothing is left to the search.
    """
    venues = [edge[:3] for edge in network.edges(keys=True, data="interaction") if edge[3] == "place"]
    shown = network.copy()
    shown.remove_edges_from(venues)
    unvisited = [n for n, kind in shown.nodes(data="type") if kind == "Place" and not shown.in_degree(n)]
    shown.remove_nodes_from(unvisited)
    ranked = sorted(shown, key=lambda node: (-importance[node], node))
    shown.remove_nodes_from([*ranked[most:], *(node for node in ranked[:most] if not importance[node])])
    for part in list(nx.weakly_connected_components(shown)):
        if all(kind == "Belonging" for *_, kind in shown.subgraph(part).edges(data="type")):
            shown.remove_nodes_from(part)
    return shown


def bundled(shown: nx.MultiDiGraph, events: Mapping[str, Event]) -> tuple[Line, ...]:
    """One line for all that is alike between two nodes, sorted."""
    look = the_look()
    told: dict[Line, set[str]] = {}
    for source, target, attributes in shown.edges(data=True):
        event = events.get(attributes.get("event", ""))
        if event is None:
            line, tells = Line(source, target, "belonging", "firm", False, ()), source
        elif attributes["type"] == "Role":
            arrow = attributes["interaction"] == "destination"
            line, tells = Line(source, target, "role", look.firmness_of(event), arrow, ()), event.identifier
        else:
            tone, firmness = look.tone_of(event), look.firmness_of(event)
            line, tells = Line(source, target, tone, firmness, True, ()), event.identifier
        told.setdefault(line, set()).add(tells)
    return tuple(sorted(line._replace(tells=tuple(sorted(tells))) for line, tells in told.items()))
