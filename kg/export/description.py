"""What was written of a world, and how much it holds → VoID and DCAT, for catalogues and for whoever finds the files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment

from kg.export.templates import turtle_templates
from kg.files import write_atomically
from kg.graph.build import Graphs
from kg.graph.iris import thing_iri
from kg.graph.ontology import ONTOLOGY
from kg.graph.results import short
from kg.graph.statistics import Statistics, count_statements
from kg.graph.terms import KG, KGID, SCHEMA
from kg.model import EntityKind, World

_W3C = "http://www.w3.org/ns/formats/"
EXAMPLES = (KG.Country, KG.Event, KG.Person, SCHEMA.NewsArticle)
"""Of each of these classes one thing is named, to begin with."""


class Form(NamedTuple):
    """A kind of file that a build writes: its IANA media type, and what the W3C calls it if it is RDF."""

    title: str
    media_type: str
    feature: str = ""
    packing: str = ""


FORMS: Mapping[str, Form] = {
    "graph.ttl": Form("The merged world in Turtle", "text/turtle", f"{_W3C}Turtle"),
    "graph.trig": Form(
        "The merged world and each article's own statements in TriG", "application/trig", f"{_W3C}TriG"
    ),
    "graph.nq": Form(
        "The merged world and each article's own statements in N-Quads",
        "application/n-quads",
        f"{_W3C}N-Quads",
    ),
    "graph.nq.gz": Form(
        "The merged world and each article's own statements in N-Quads, packed",
        "application/n-quads",
        f"{_W3C}N-Quads",
        "application/gzip",
    ),
    "graph.graphml": Form("The network in GraphML", "application/xml"),
    "graph.html": Form("The graph as a page to look at", "text/html"),
    "analysis.json": Form("The measures of the network in JSON", "application/json"),
}


def export_description(graphs: Graphs, path: Path, written: Sequence[Path]) -> None:
    """Describe the graph, and the files that were written of it."""
    write_atomically(path, description_of(graphs, written))


def description_of(graphs: Graphs, written: Iterable[Path]) -> str:
    """The description as Turtle; what is relative in it is relative to its own place."""
    counts = count_statements(graphs.turtle)
    countries = (e.identifier for e in graphs.world.entities if e.kind is EntityKind.COUNTRY)
    return (
        _environment()
        .get_template("void.ttl.jinja")
        .render(
            title=f"Diplomatic news of {_articles(graphs.world)}",
            description=_description(graphs.world),
            ontology=ONTOLOGY,
            things=KGID,
            counts=counts,
            countries=[thing_iri(country) for country in sorted(countries)],
            time=_time(graphs.world),
            examples=[counts.examples[str(kind)] for kind in EXAMPLES if str(kind) in counts.examples],
            vocabularies=_vocabularies(counts),
            forms=list(_forms(written)),
        )
    )


def _forms(written: Iterable[Path]) -> Iterator[Mapping[str, object]]:
    """Each file that was written, with its size."""
    for path in sorted(written):
        form = FORMS[path.name]
        yield {"name": path.name, "bytes": path.stat().st_size, **form._asdict()}


def _description(world: World) -> str:
    days = sorted(a.published or a.published_inferred or date.max for a in world.articles)
    known = [day for day in days if day < date.max]
    when = f", published from {known[0]} to {known[-1]}" if known else ""
    return (
        "Meetings, calls, messages, visits, agreements, acts and standing relations of states and their "
        f"officials, as told by {_articles(world)}{when}: each with its status and the sentence that says so."
    )


def _articles(world: World) -> str:
    return f"{len(world.articles)} article{'s' * (len(world.articles) != 1)}"


def _time(world: World) -> tuple[date, date] | None:
    """The first and the last day that an event, or a relation, may have been on."""
    intervals = [event.merged.interval for event in world.events if event.merged.interval]
    if not intervals:
        return None
    return min(i.earliest for i in intervals), max(i.latest for i in intervals)


def _vocabularies(counts: Statistics) -> list[str]:
    """The namespaces of the classes and properties."""
    terms = (*counts.classes, *counts.properties)
    return sorted({re.sub(r"[^#/]+$", "", term) for term in terms})


def _anchor(name: str, kind: str = "") -> str:
    """What is told of a file, of a class or of a property, as a name relative to the description."""
    return "#" + kind + re.sub(r"[^\w.-]+", "-", short(name))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = turtle_templates(Path(__file__).parent / "template")
    environment.filters["anchor"] = _anchor
    return environment
