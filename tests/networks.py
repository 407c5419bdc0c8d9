"""Small worlds and networks that are worked out by hand."""

from __future__ import annotations

import networkx as nx

from kg.analytics.happenings import Happening
from kg.analytics.ties import tie_actors


def happening(
    identifier: str, *actors: str, status: str = "Held", kind: str = "Meeting", **more
) -> Happening:
    """An event of some actors."""
    return Happening(identifier, kind, identifier.title(), status, tuple(sorted(actors)), **more)


def ties_of(*events: str) -> nx.Graph:
    """Ties of actors with names of one letter, one event a word: "ab bc abc"."""
    return tie_actors(happening(f"{number} {actors}", *actors) for number, actors in enumerate(events))


def states(*names: str) -> nx.MultiDiGraph:
    """A network of countries without any tie."""
    network = nx.MultiDiGraph()
    network.add_nodes_from(names, type="Country")
    return network
