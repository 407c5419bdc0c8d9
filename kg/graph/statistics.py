"""How much of what a graph holds, as VoID counts it: statements, subjects, objects, by class and by property."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any

from pyoxigraph import Quad, RdfFormat, parse
from rdflib.namespace import RDF

from kg.graph.terms import KGID

_TYPE = str(RDF.type)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many statements, and how many things they are about and lead to."""

    triples: int
    subjects: int
    objects: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """The counts of a graph, of each of its properties, of the things of each class; `entities` are our own."""

    whole: Counts
    entities: int
    properties: Mapping[str, Counts]
    classes: Mapping[str, int]
    examples: Mapping[str, str]
    """Class → the thing of it of which most is said."""


@dataclass(slots=True)
class _Property:
    triples: int = 0
    subjects: int = 0
    objects: set[Any] = field(default_factory=set)

    def counts(self) -> Counts:
        return Counts(self.triples, self.subjects, len(self.objects))


def count_statements(turtle: str) -> Statistics:
    """The counts of a graph that is written subject by subject, each statement once."""
    properties: defaultdict[str, _Property] = defaultdict(_Property)
    classes: Counter[str] = Counter()
    examples: dict[str, tuple[int, str]] = {}
    subjects = entities = 0
    for subject, quads in groupby(parse(turtle, RdfFormat.TURTLE), key=attrgetter("subject")):
        said = list(quads)
        subjects += 1
        entities += subject.value.startswith(KGID)
        _add(properties, said)
        for kind in (quad.object.value for quad in said if quad.predicate.value == _TYPE):
            classes[kind] += 1
            if len(said) > examples.get(kind, (0, ""))[0]:
                examples[kind] = len(said), subject.value
    return Statistics(
        _whole(properties, subjects),
        entities,
        {name: properties[name].counts() for name in sorted(properties)},
        dict(sorted(classes.items())),
        {kind: thing for kind, (_, thing) in sorted(examples.items())},
    )


def _add(properties: defaultdict[str, _Property], said: Iterable[Quad]) -> None:
    """What is said of one thing."""
    values: defaultdict[str, list[Any]] = defaultdict(list)
    for quad in said:
        values[quad.predicate.value].append(quad.object)
    for name, objects in values.items():
        counted = properties[name]
        counted.triples += len(objects)
        counted.subjects += 1
        counted.objects.update(objects)


def _whole(properties: Mapping[str, _Property], subjects: int) -> Counts:
    counted = properties.values()
    objects: set[Any] = set().union(*(each.objects for each in counted))
    return Counts(sum(each.triples for each in counted), subjects, len(objects))
