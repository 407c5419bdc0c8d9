"""Which of the network the page shows: what takes part in anything, the core of it, one line for all alike."""

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
    """What two nodes have with each other in one tone and status, drawn as one line."""

    source: str
    target: str
    tone: str
    status: str
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


def thinned(network: nx.MultiDiGraph, importance: Mapping[str, float]) -> nx.MultiDiGraph:
    """The network without the parts where nothing happens.

    A mere venue is told by its event; who does and says nothing is left to the search.
    """
    venues = [edge[:3] for edge in network.edges(keys=True, data="interaction") if edge[3] == "place"]
    shown = network.copy()
    shown.remove_edges_from(venues)
    unvisited = [n for n, kind in shown.nodes(data="type") if kind == "Place" and not shown.in_degree(n)]
    shown.remove_nodes_from(unvisited)
    shown.remove_nodes_from([node for node in shown if not importance[node]])
    for part in list(nx.weakly_connected_components(shown)):
        if all(kind == "Belonging" for *_, kind in shown.subgraph(part).edges(data="type")):
            shown.remove_nodes_from(part)
    return shown


def core(shown: nx.MultiDiGraph, importance: Mapping[str, float], most: int) -> frozenset[str]:
    """The actors that matter most, and the events with most sentences that tie two of them."""
    ranked = sorted(shown, key=lambda node: (-importance[node], node))
    actors = [node for node in ranked if "event" not in shown.nodes[node]][: most // 3]
    among = set(actors)
    tying = [
        node
        for node in ranked
        if "event" in shown.nodes[node] and len(among & set(shown.successors(node))) > 1
    ]
    return frozenset(actors) | frozenset(tying[: most - len(actors)])


def bundled(shown: nx.MultiDiGraph, events: Mapping[str, Event]) -> tuple[Line, ...]:
    """One line for all that is alike between two nodes, sorted."""
    look = the_look()
    told: dict[Line, set[str]] = {}
    for source, target, attributes in shown.edges(data=True):
        event = events.get(attributes.get("event", ""))
        if event is None:
            line, tells = Line(source, target, "belonging", "", False, ()), source
        elif attributes["type"] == "Role":
            arrow = attributes["interaction"] == "destination"
            line, tells = Line(source, target, "role", event.merged.status, arrow, ()), event.identifier
        else:
            line = Line(source, target, look.tone_of(event), event.merged.status, True, ())
            tells = event.identifier
        told.setdefault(line, set()).add(tells)
    return tuple(sorted(line._replace(tells=tuple(sorted(tells))) for line, tells in told.items()))
