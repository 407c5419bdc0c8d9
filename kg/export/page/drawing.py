"""What the page draws: the nodes and lines that were selected, styled and placed, as a pyvis network."""

from __future__ import annotations

import json
import math
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import networkx as nx
from pyvis.network import Network

from kg.analytics.network import build_network
from kg.export.page.layout import Box, positions
from kg.export.page.look import Family, the_look, words, written
from kg.export.page.selection import Line, bundled, importances, thinned
from kg.model import AgreementStatus, Event, World

MOST_NODES = 250
LONGEST_LABEL = 46
LABEL_WIDTH = 17
LEAST_OF_THE_MOST_IMPORTANT = 4.0
LINES_IN_A_TOOLTIP = 6

CLEAR = "rgba(0,0,0,0)"
OUTLINE = "#5B616B"
CHOSEN = "#D55E00"
DASHES: dict[str, list[int] | bool] = {"firm": False, "open": [10, 6], "negated": [2, 5]}
WIDTHS = {"role": 1.5, "belonging": 1.0}
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "tooltipDelay": 150, "keyboard": {"enabled": True, "bindToWindow": False}},
    "nodes": {"scaling": {"label": {"drawThreshold": 6}}, "borderWidthSelected": 4},
    "edges": {"smooth": False, "arrowStrikethrough": False, "hoverWidth": 1.5, "selectionWidth": 2},
}

Style = dict[str, Any]


def draw(world: World) -> Network:
    """The pyvis network of a world: every node placed, every line styled, no physics."""
    importance = importances(world)
    shown = thinned(build_network(world), importance, MOST_NODES)
    events = {event.identifier: event for event in world.events}
    lines = bundled(shown, events)
    styles = node_styles(shown, events, importance)
    places = positions(_skeleton(shown, lines), {node: _box(style) for node, style in styles.items()})
    network = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(OPTIONS))
    for node, style in styles.items():
        network.add_node(node, x=places[node][0], y=places[node][1], **style)
    for line, bend in _bent(lines):
        network.add_edge(line.source, line.target, smooth=bend, **_line_style(line, events, shown))
    return network


def node_styles(
    shown: nx.MultiDiGraph, events: Mapping[str, Event], importance: Mapping[str, float]
) -> dict[str, Style]:
    """How each node is drawn; sizes are relative to the most important node of its family."""
    families = {node: _family(shown.nodes[node]["type"], events.get(node)) for node in shown}
    most = dict.fromkeys((family.name for family in families.values()), LEAST_OF_THE_MOST_IMPORTANT)
    for node, family in families.items():
        most[family.name] = max(most[family.name], importance[node])
    return {
        node: _node_style(
            shown.nodes[node]["label"],
            events.get(node),
            family,
            math.sqrt(importance[node] / most[family.name]),
        )
        for node, family in families.items()
    }


def _family(kind: str, event: Event | None) -> Family:
    roles = frozenset(argument.role for argument in event.merged.arguments) if event else frozenset()
    return the_look().family_of(kind, roles)


def _node_style(name: str, event: Event | None, family: Family, share: float) -> Style:
    firmness = the_look().firmness_of(event) if event else "firm"
    label = _event_label(event, firmness) if event else _set(name)
    return {
        "label": label,
        "title": name,
        "shape": family.shape,
        "size": _between(family.size, share),
        "font": {"size": _between(family.font, share)},
        "family": family.name,
    } | _fill(family, firmness)


def _fill(family: Family, firmness: str) -> Style:
    """Full for a fact; hollow and dashed for what is open or negated."""
    firm = firmness == "firm"
    background = family.colour if firm else CLEAR
    border = OUTLINE if firm else CHOSEN if firmness == "negated" else family.outline
    chosen = {"background": background, "border": CHOSEN}
    return {
        "hollow": not firm,
        "color": {"background": background, "border": border, "highlight": chosen, "hover": chosen},
        "borderWidth": 1 if firm else 2.5,
        "shapeProperties": {"borderDashes": DASHES[firmness]},
    }


def _event_label(event: Event, firmness: str) -> str:
    """An agreement's name, or the kind of event; the status, unless it is a fact; when."""
    agreement = isinstance(event.merged.status, AgreementStatus)
    name = event.label if agreement else words(event.kind).capitalize()
    status = "" if firmness == "firm" else f"({words(event.merged.status)})"
    when = "" if agreement else written(event.merged.interval)
    return "\n".join(_set(part) for part in (name, status, when) if part)


def _set(words: str) -> str:
    """Words on short lines; the end of very long ones is left to the panel."""
    line = " ".join(words.split())
    short = line if len(line) <= LONGEST_LABEL else line[: LONGEST_LABEL - 1].rstrip() + "…"
    return textwrap.fill(short, LABEL_WIDTH)


def _between(ends: tuple[float, float], share: float) -> float:
    return round(ends[0] + (ends[1] - ends[0]) * share, 1)


def _box(style: Style) -> Box:
    lines, font = style["label"].split("\n"), style["font"]["size"]
    half_width = max(style["size"], *(_width(line) * font / 2 for line in lines)) + 6
    return Box(half_width, style["size"] + 6, style["size"] + 1.2 * font * len(lines) + 10)


def _width(line: str) -> float:
    """About how wide a line is set, in em."""
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.55 for letter in line)


def _skeleton(shown: nx.MultiDiGraph, lines: Sequence[Line]) -> nx.Graph:
    """The lines without direction, each with the length that leaves its ends room for their neighbours."""
    skeleton = nx.Graph()
    skeleton.add_nodes_from(sorted(shown))
    for line in lines:
        skeleton.add_edge(line.source, line.target)
    for one, other, attributes in skeleton.edges(data=True):
        crowd = math.sqrt(skeleton.degree(one)) + math.sqrt(skeleton.degree(other))
        attributes["length"] = 40.0 + 12.0 * crowd
    return skeleton


def _bent(lines: Sequence[Line]) -> Iterator[tuple[Line, Style | bool]]:
    """Each line with its bend: the first between two nodes is straight, the others fan out on both sides.

    Dashed lines come first, as a dashed curve is slow to draw.
    """
    by_pair = sorted(lines, key=lambda line: (sorted(line[:2]), line.firmness == "firm", line))
    for pair, group in groupby(by_pair, key=lambda line: sorted(line[:2])):
        for rank, line in enumerate(group):
            clockwise = (rank % 2 == 1) == (line.source == pair[0])
            kind = "curvedCW" if clockwise else "curvedCCW"
            bend = {"enabled": True, "type": kind, "roundness": round(0.12 * ((rank + 1) // 2), 2)}
            yield line, bend if rank else False


def _line_style(line: Line, events: Mapping[str, Event], shown: nx.MultiDiGraph) -> Style:
    tone = the_look().tones[line.tone]
    title = [events[tells].label for tells in line.tells if tells in events][:LINES_IN_A_TOOLTIP]
    return {
        "id": "|".join(line[:4]),
        "tone": line.tone,
        "tells": list(line.tells),
        "title": "\n".join(title) or f"{shown.nodes[line.source]['label']}: {tone.title.lower()}",
        "color": {"color": tone.colour, "opacity": 0.6 if line.tone == "belonging" else 0.9},
        "width": WIDTHS.get(line.tone, 1.5 + math.sqrt(len(line.tells))),
        "arrows": {"to": {"enabled": line.arrow, "scaleFactor": 0.6}},
        "dashes": DASHES[line.firmness],
    }
