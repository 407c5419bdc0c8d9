"""What the page draws: the nodes and lines of the network, weighed, captioned and placed, as a pyvis network.

How each looks on the screen is said once a family, tone and status, in `look.toml`; a node or line only says
which it is, so that the file stays small.
"""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import networkx as nx
from pyvis.network import Network

from kg.analytics.analysis import Survey
from kg.export.page.captions import captions_of
from kg.export.page.layout import Box, parted, positions
from kg.export.page.look import the_look
from kg.export.page.selection import Line, bundled, core, importances, thinned
from kg.model import Event

ALL_AT_ONCE = 1500
"""With more nodes than this the page opens on the core."""
CORE = 240
LABELS_WITH_ROOM = 150
"""Beyond so many nodes the labels get no room of their own: the page shows those that fit."""
LEAST_OF_THE_MOST_IMPORTANT = 4.0
WINDOW = (640.0, 580.0)
"""The room for the drawing in a window of ordinary size, in pixels."""
ZOOMS = (0.75, 0.6, 0.5, 0.42)
"""How much a drawing may be reduced to fit the window; the first is taken at which its labels still have room."""

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "tooltipDelay": 150,
        "keyboard": False,
        "dragNodes": False,
    },
    "edges": {"smooth": False, "arrowStrikethrough": False, "hoverWidth": 1.5, "selectionWidth": 2},
}


def draw(survey: Survey) -> Network:
    """The pyvis network of a world: every node placed, no physics."""
    importance = importances(survey.world)
    shown = thinned(survey.network, importance)
    events = {event.identifier: event for event in survey.world.events}
    lines = bundled(shown, events)
    weights = _weights(shown, events, importance)
    captions = captions_of(shown.nodes(data="label"), survey.world)
    families = dict(_types(shown, events))
    looks = {node: (families[node], weights[node], captions[node]) for node in sorted(shown)}
    places = _places(shown, lines, looks)
    opening = core(shown, importance, CORE) if len(shown) > ALL_AT_ONCE else ()
    at_core = {
        node: {"core": place} for node, place in _places(shown.subgraph(opening), lines, looks).items()
    }
    network = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(OPTIONS))
    for node in sorted(shown):
        x, y = places[node]
        network.add_node(node, captions[node], x=x, y=y, weight=weights[node], **at_core.get(node, {}))
    for line, bend in _bent(lines):
        told = {"tone": line.tone, "status": line.status, "arrow": line.arrow, "tells": list(line.tells)}
        network.add_edge(line.source, line.target, bend=bend, **told)
    return network


def _places(
    shown: nx.MultiDiGraph, lines: Sequence[Line], looks: Mapping[str, tuple[str, float, str]]
) -> dict[str, tuple[float, float]]:
    """A place for each node, so that all of it fills the window at its first zoom, which is 1.

    The first zoom is tried at which the labels have room and all fits the window; else it is a little crowded,
    but no node lies on another.
    """
    places: dict[str, tuple[int, int]] = {}
    for zoom in ZOOMS if len(shown) <= LABELS_WITH_ROOM else ZOOMS[:1]:
        boxes = {node: _box(*looks[node], zoom, len(shown)) for node in sorted(shown)}
        places = positions(_skeleton(shown, lines, boxes), boxes)
        fitting = _fitting(places)
        if fitting >= zoom:
            break
    fitted = {node: (round(x * fitting, 1), round(y * fitting, 1)) for node, (x, y) in places.items()}
    if len(shown) > LABELS_WITH_ROOM:
        return fitted
    return parted(fitted, {node: _bare(*looks[node][:2]) for node in fitted})


def _fitting(places: Mapping[str, tuple[int, int]]) -> float:
    """The zoom at which places fill the window."""
    extents = ([place[side] for place in places.values()] or [0] for side in (0, 1))
    return min(1.0, *(room / max(max(e) - min(e), 1) for e, room in zip(extents, WINDOW, strict=True)))


def _types(shown: nx.MultiDiGraph, events: Mapping[str, Event]) -> Iterator[tuple[str, str]]:
    """Each node with the name of its family."""
    look = the_look()
    for node, kind in shown.nodes(data="type"):
        event = events.get(node)
        yield node, look.type_of(event) if event else look.family_of(kind).name


def _weights(
    shown: nx.MultiDiGraph, events: Mapping[str, Event], importance: Mapping[str, float]
) -> dict[str, float]:
    """How large each node is, from 0 to 1, relative to the most important one of its family."""
    families = dict(_types(shown, events))
    most = dict.fromkeys(families.values(), LEAST_OF_THE_MOST_IMPORTANT)
    for node, family in families.items():
        most[family] = max(most[family], importance[node])
    return {node: round(math.sqrt(importance[node] / most[family]), 2) for node, family in families.items()}


def _box(family: str, weight: float, caption: str, zoom: float, count: int) -> Box:
    """The room of a node at a zoom; with its label, while there are few enough to show all labels."""
    look, bare = the_look().families[family], _bare(family, weight, zoom)
    if count > LABELS_WITH_ROOM:
        return bare
    radius = bare.above
    lines, font = caption.split("\n"), _between(look.font, weight) / zoom
    half_width = max(radius, *(_width(line) * font / 2 + 6 for line in lines))
    return Box(half_width, radius, radius + 1.2 * font * len(lines) + 4)


def _bare(family: str, weight: float, zoom: float = 1.0) -> Box:
    """The room of a node without its label."""
    radius = _between(the_look().families[family].radius, weight) / zoom + 6
    return Box(radius, radius, radius)


def _between(ends: tuple[float, float], share: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * share


def _width(line: str) -> float:
    """About how wide a line is set, in em."""
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.55 for letter in line)


def _skeleton(shown: nx.MultiDiGraph, lines: Sequence[Line], boxes: Mapping[str, Box]) -> nx.Graph:
    """The lines without direction, each long enough for its ends and for the neighbours around them."""
    skeleton = nx.Graph()
    skeleton.add_nodes_from(sorted(shown))
    skeleton.add_edges_from(line[:2] for line in lines if line.source in shown and line.target in shown)
    for one, other, attributes in skeleton.edges(data=True):
        crowd = math.sqrt(skeleton.degree(one) * skeleton.degree(other))
        attributes["length"] = 30.0 + 7.0 * crowd + boxes[one].above + boxes[other].above
    return skeleton


def _bent(lines: Sequence[Line]) -> Iterator[tuple[Line, float]]:
    """Each line with its bend: the first between two nodes is straight, the others fan out on both sides.

    Dashed lines come first, as a dashed curve is slow to draw.
    """
    firm = the_look().firmness | {"": "firm"}
    by_pair = sorted(lines, key=lambda line: (sorted(line[:2]), firm[line.status] == "firm", line))
    for pair, group in groupby(by_pair, key=lambda line: sorted(line[:2])):
        for rank, line in enumerate(group):
            clockwise = (rank % 2 == 1) == (line.source == pair[0])
            yield line, round((0.12 if clockwise else -0.12) * ((rank + 1) // 2), 2)
