"""How two actors are tied: the shortest chain of shared events, standing relations and belonging."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise

import networkx as nx

from kg.analytics.happenings import ACTORS, BELONGING, Happening, find_happenings
from kg.errors import GraphError
from kg.graph.binding import as_term
from kg.graph.explain import Explanation

SHARED, STANDING, BELONGS = 1, 2, 3
MOST_EVENTS = 3
"""How long a step is: an event that both shared counts least, belonging to the same state most."""


@dataclass(frozen=True, slots=True)
class Step:
    """Two actors and what ties them: events told as facts, the shortest kind only, or the words of a belonging."""

    one: str
    other: str
    events: tuple[Happening, ...]
    belonging: str = ""


def find_path(network: nx.MultiDiGraph, one: str, other: str) -> tuple[Step, ...]:
    """The shortest chain from one actor to the other, empty if there is none; equals by name."""
    ties = _ties(network)
    if one not in ties or other not in ties or one == other:
        return ()
    try:
        chain = min(nx.all_shortest_paths(ties, one, other, weight="length"))
    except nx.NetworkXNoPath:
        return ()
    return tuple(Step(a, b, *_what(ties.edges[a, b])) for a, b in pairwise(chain))


def tell_path(
    network: nx.MultiDiGraph, steps: Iterable[Step], explain: Callable[[str], Explanation]
) -> Iterator[str]:
    """Each step in a line, and below it the first sentence of each of its events, as the graph explains them."""
    name = dict(network.nodes(data="label"))
    for number, step in enumerate(steps, 1):
        what = step.belonging or _counted(step.events)
        yield f"{number}. {name[step.one]} and {name[step.other]}: {what}"
        for told in step.events[:MOST_EVENTS]:
            own = (reading for reading in explain(f"kgid:{told.identifier}").readings if not reading.role)
            yield from (f"   {line}" for reading in islice(own, 1) for line in reading.lines())


def _counted(events: Sequence[Happening]) -> str:
    kind = "standing relation" if events[0].standing else "shared event"
    return f"{len(events)} {kind}" + ("" if len(events) == 1 else "s")


def node_of(network: nx.MultiDiGraph, iri: str, label: str) -> str:
    """The actor that an IRI names.

    Raises:
        GraphError: if it names something else.
    """
    actors = {uri: node for node, uri in network.nodes(data="uri") if _kind(network, node) in ACTORS}
    try:
        return str(actors[as_term(iri).value])
    except KeyError:
        raise GraphError(f"“{label}” is no actor; name a person, country, organisation or group") from None


def _what(tie: dict[str, object]) -> tuple[tuple[Happening, ...], str]:
    events = tie["events"]
    return (tuple(sorted(events)) if isinstance(events, set) else (), str(tie["belonging"]))


def _ties(network: nx.MultiDiGraph) -> nx.Graph:
    ties = nx.Graph()
    for told in find_happenings(network):
        if told.factual:
            for pair in _pairs(told):
                _tie(ties, pair, STANDING if told.standing else SHARED, told)
    for source, target, attributes in network.edges(data=True):
        if attributes["type"] == BELONGING and {_kind(network, source), _kind(network, target)} <= ACTORS:
            _tie(ties, (source, target), BELONGS, None, attributes["name"])
    return ties


def _kind(network: nx.MultiDiGraph, node: str) -> str:
    return str(network.nodes[node].get("type"))


def _pairs(told: Happening) -> Iterable[tuple[str, str]]:
    return told.toward or combinations(told.actors, 2)


def _tie(
    ties: nx.Graph, pair: tuple[str, str], length: int, told: Happening | None, belonging: str = ""
) -> None:
    """Keep the shortest kind of tie between two, with all events of that kind."""
    before = ties.get_edge_data(*pair, {"length": length + 1, "events": set(), "belonging": ""})
    if length <= before["length"]:
        kept = before["events"] if length == before["length"] else set()
        ties.add_edge(*pair, length=length, events=kept | ({told} if told else set()), belonging=belonging)
