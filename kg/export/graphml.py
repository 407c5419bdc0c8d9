"""The network as GraphML that Gephi, Cytoscape, yEd and networkx open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx

from kg.analytics.analysis import Survey
from kg.analytics.network import joined
from kg.files import write_atomically

NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, and the carriage return, which none keeps."""


def export_graphml(survey: Survey, path: Path) -> None:
    """Writes the network of a world to a file, whole or not at all."""
    write_atomically(path, graphml(survey.network))


def graphml(network: nx.MultiDiGraph) -> bytes:
    """A network as GraphML; an edge's key is its id, values become scalars, empty ones are left out."""
    document = BytesIO()
    nx.write_graphml_xml(_scalar_network(network), document, encoding="utf-8", prettyprint=True)
    return document.getvalue()


def to_scalar(value: object) -> str | int | float | bool | None:
    """A value that GraphML can hold: lists joined, sets sorted, dates in ISO 8601, text fit for XML."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return joined(f"{to_scalar(key)}: {to_scalar(item)}" for key, item in value.items())
    if isinstance(value, set | frozenset):
        return joined(sorted(str(to_scalar(item)) for item in value))
    if isinstance(value, Iterable) and not isinstance(value, str):
        return joined(str(to_scalar(item)) for item in value)
    return xml_text(str(value))


def xml_text(text: str) -> str:
    """A text without the characters that XML cannot hold; line ends become line feeds."""
    return NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _scalar_network(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    scalar = nx.MultiDiGraph()
    for node, attributes in network.nodes(data=True):
        scalar.add_node(xml_text(str(node)), **_scalars(attributes))
    for source, target, key, attributes in network.edges(keys=True, data=True):
        ends = (xml_text(str(source)), xml_text(str(target)))
        scalar.add_edge(*ends, key=xml_text(str(key)), **_scalars(attributes))
    return scalar


def _scalars(attributes: Mapping[str, object]) -> dict[str, Any]:
    values = ((xml_text(name), to_scalar(value)) for name, value in attributes.items())
    return {name: value for name, value in values if value not in (None, "")}
