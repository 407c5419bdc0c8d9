"""The ontology as a page: every term with its meaning, an example, and all that it is connected with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SH, SKOS, VANN
from rdflib.term import Node

from kg.graph.ontology import ONTOLOGY, load_ontology, local_name, ontology_directory
from kg.graph.terms import KG, SCHEMA

PAGE = "index.html"

CONNECTIONS: Mapping[URIRef, tuple[str, str]] = {
    RDFS.subClassOf: ("sub-class of", "has sub-classes"),
    RDFS.subPropertyOf: ("sub-property of", "has sub-properties"),
    RDFS.domain: ("domain", "in the domain of"),
    SCHEMA.domainIncludes: ("domain", "in the domain of"),
    RDFS.range: ("range", "in the range of"),
    OWL.disjointWith: ("disjoint with", "disjoint with"),
    SKOS.broader: ("broader", "narrower"),
    SKOS.inScheme: ("in scheme", ""),
    SKOS.notation: ("code", ""),
    SKOS.closeMatch: ("close match", ""),
    RDFS.seeAlso: ("see also", ""),
    KG.countsAs: ("counts as", "counted so"),
    KG.symmetric: ("symmetric", ""),
    KG.inverseReading: ("inverse reading", ""),
    KG.goldstein: ("Goldstein weight", ""),
}
"""How a term is connected with others, in a word for each side; what has no word is not shown."""


class Value(NamedTuple):
    """What stands behind a connection: its words, and where they lead."""

    shown: str
    link: str | None = None


class Term(NamedTuple):
    """One term of the ontology; `must` is what the shapes want of its things, `depth` how far below a topmost term it is."""

    name: str
    label: str
    definition: str
    example: str
    facts: Mapping[str, list[Value]]
    must: Sequence[str] = ()
    depth: int = 0


class Section(NamedTuple):
    """Terms of one kind."""

    name: str
    title: str
    terms: list[Term]


def ontology_page() -> str:
    """The page as HTML: without scripts, and without anything that it would have to ask for."""
    ontology, about = load_ontology(), URIRef(ONTOLOGY)
    return (
        _environment()
        .get_template("page.html")
        .render(
            iri=ONTOLOGY,
            title=ontology.value(about, DCTERMS.title),
            description=ontology.value(about, DCTERMS.description),
            version=ontology.value(about, OWL.versionInfo),
            licence=ontology.value(about, DCTERMS.license),
            prefix=ontology.value(about, VANN.preferredNamespacePrefix),
            namespace=str(KG),
            related=[
                _value(ontology, other) for other in sorted(ontology.objects(about, RDFS.seeAlso), key=str)
            ],
            sections=list(sections(ontology)),
        )
    )


def sections(ontology: Graph) -> Iterator[Section]:
    """All terms, by kind; classes and concepts below what they are kinds of."""
    yield Section("classes", "Classes", list(_tree(ontology, OWL.Class, RDFS.subClassOf)))
    yield Section("links", "Properties that lead to things", _terms(ontology, OWL.ObjectProperty))
    yield Section("values", "Properties that have values", _terms(ontology, OWL.DatatypeProperty))
    for kind in _sorted(ontology, _kinds_of_individuals(ontology)):
        name, label = local_name(kind), _label(ontology, kind)
        yield Section(f"all-{name}", f"Individuals: {label}", _terms(ontology, kind))
    for scheme in _sorted(ontology, ontology.subjects(RDF.type, SKOS.ConceptScheme)):
        concepts = [scheme, *_below(ontology, None, SKOS.broader, set(_members(ontology, scheme)))]
        yield Section(
            f"all-{local_name(scheme)}",
            f"Concepts: {_label(ontology, scheme)}",
            [_term(ontology, concept, _depth(ontology, concept, SKOS.broader)) for concept in concepts],
        )
    yield Section("notes", "Properties of the terms themselves", _terms(ontology, OWL.AnnotationProperty))


def _kinds_of_individuals(ontology: Graph) -> set[Node]:
    types = (ontology.objects(thing, RDF.type) for thing in ontology.subjects(RDF.type, OWL.NamedIndividual))
    return {kind for kinds in types for kind in kinds} - {OWL.NamedIndividual}


def _members(ontology: Graph, scheme: Node) -> Iterable[Node]:
    return ontology.subjects(SKOS.inScheme, scheme)


def _terms(ontology: Graph, kind: Node) -> list[Term]:
    found = [term for term in ontology.subjects(RDF.type, kind) if str(term).startswith(str(KG))]
    return [_term(ontology, term) for term in _sorted(ontology, found)]


def _tree(ontology: Graph, kind: Node, above: URIRef) -> Iterator[Term]:
    everything = set(ontology.subjects(RDF.type, kind))
    for term in _below(ontology, None, above, everything):
        yield _term(ontology, term, _depth(ontology, term, above))


def _below(ontology: Graph, top: Node | None, above: URIRef, among: set[Node]) -> Iterator[Node]:
    """The terms under a term (or those under none), each followed by what is under it."""
    for term in _sorted(ontology, among):
        over = among & set(ontology.objects(term, above))
        if (top in over) if top else not over:
            yield term
            yield from _below(ontology, term, above, among)


def _depth(ontology: Graph, term: Node, above: URIRef) -> int:
    over = [other for other in ontology.objects(term, above) if str(other).startswith(str(KG))]
    return 1 + max(_depth(ontology, other, above) for other in over) if over else 0


def _sorted(ontology: Graph, terms: Iterable[Node]) -> list[Node]:
    return sorted(terms, key=lambda term: (_label(ontology, term).lower(), str(term)))


def _term(ontology: Graph, term: Node, depth: int = 0) -> Term:
    definition, example = (str(ontology.value(term, said)) for said in (SKOS.definition, SKOS.example))
    facts: dict[str, list[Value]] = {}
    for connection, (there, back) in CONNECTIONS.items():
        for word, others in (
            (there, ontology.objects(term, connection)),
            (back, ontology.subjects(connection, term)),
        ):
            found = [_value(ontology, other) for other in _sorted(ontology, others)]
            if word and found:
                facts[word] = sorted({*facts.get(word, []), *found})
    must = requirements().get(term, ())
    return Term(local_name(term), _label(ontology, term), definition, example, facts, must, depth)


@cache
def requirements() -> Mapping[Node, tuple[str, ...]]:
    """What the shapes want of the things of each class, in their own words."""
    shapes = Graph().parse(ontology_directory() / "shapes.ttl")
    wanted: defaultdict[Node, set[str]] = defaultdict(set)
    for shape, target in shapes.subject_objects(SH.targetClass):
        parts = (shape, *shapes.objects(shape, SH.property))
        wanted[target] |= {str(message) for part in parts for message in shapes.objects(part, SH.message)}
    return {target: tuple(sorted(messages)) for target, messages in wanted.items()}


def _value(ontology: Graph, value: Node) -> Value:
    if isinstance(value, Literal):
        return Value(_words(value))
    if str(value).startswith(str(KG)):
        return Value(_label(ontology, value), f"#{local_name(value)}")
    return Value(_short(ontology, value), str(value))


def _words(value: Literal) -> str:
    return {"true": "yes", "false": "no"}.get(str(value), str(value))


def _short(ontology: Graph, iri: Node) -> str:
    """An IRI with the prefix that the ontology has for it, as `org:Post`."""
    for prefix, namespace in sorted(ontology.namespaces()):
        if str(iri).startswith(namespace) and str(iri) != str(namespace):
            return f"{prefix}:{str(iri).removeprefix(namespace)}"
    return str(iri)


def _label(ontology: Graph, term: Node) -> str:
    return str(ontology.value(term, RDFS.label) or term)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
