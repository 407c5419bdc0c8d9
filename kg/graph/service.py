"""What an endpoint says of itself, in the W3C's terms of a SPARQL 1.1 service description."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import urljoin

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Store, Triple, parse, serialize

from kg.errors import GraphError, QueryError
from kg.graph.results import write_triples

_VOCABULARIES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "formats": "http://www.w3.org/ns/formats/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_SD = _VOCABULARIES["sd"]
DESCRIPTION = "void.ttl"
"""The file, and the address beside the endpoint's, of the description of the dataset."""
_EXECUTABLE = NamedNode("http://www.w3.org/ns/shacl#SPARQLExecutable")
_TARGET = NamedNode("https://schema.org/target")
_DESCRIPTION = """\
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix void: <http://rdfs.org/ns/void#> .
<> a sd:Service ;
  rdfs:label "kg: diplomatic news, sentence by sentence"@en ;
  sd:endpoint <> ;
  rdfs:seeAlso <ontology> , <ontology/queries> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat formats:SPARQL_Results_JSON , formats:SPARQL_Results_XML , formats:SPARQL_Results_CSV ,
    formats:SPARQL_Results_TSV , formats:Turtle , formats:N-Triples , formats:JSON-LD , formats:RDF_XML ;
  sd:defaultDataset <void.ttl#dataset> .
<void.ttl#dataset> a sd:Dataset , void:Dataset ; rdfs:isDefinedBy <void.ttl> ; sd:defaultGraph <#world> .
<#world> a sd:Graph ; rdfs:label "the merged world"@en .
"""
_ENDPOINT = """\
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix void: <http://rdfs.org/ns/void#> .
<#catalog> dcat:service <sparql> .
<#dataset> void:sparqlEndpoint <sparql> .
<sparql> a dcat:DataService ;
  dcterms:title "SPARQL 1.1 endpoint"@en ;
  dcat:endpointURL <sparql> ;
  dcat:endpointDescription <sparql> ;
  dcat:servesDataset <#dataset> .
"""


def describe_dataset(written: str, address: str) -> list[Triple]:
    """The description that a build wrote, as it is at an address, with the endpoint beside it.

    Raises:
        QueryError: if the address is no IRI.
        GraphError: if the description cannot be read.
    """
    _check(address)
    try:
        described = [*parse(written, RdfFormat.TURTLE, base_iri=address)]
    except SyntaxError as error:
        raise GraphError(f"{DESCRIPTION}: cannot be read ({error}); build it again with kg build") from error
    return [quad.triple for quad in (*described, *parse(_ENDPOINT, RdfFormat.TURTLE, base_iri=address))]


def describe_questions(written: str, endpoint: str) -> list[Triple]:
    """Questions in SHACL's terms, each with the endpoint to put it to.

    Raises:
        QueryError: if the address is no IRI.
    """
    _check(endpoint)
    triples = read_triples(written)
    questions = [triple.subject for triple in triples if triple.object == _EXECUTABLE]
    return [*triples, *(Triple(question, _TARGET, NamedNode(endpoint)) for question in questions)]


def read_triples(written: str) -> list[Triple]:
    """The triples of a Turtle document."""
    return [quad.triple for quad in parse(written, RdfFormat.TURTLE)]


def describe_service(graph: Store, endpoint: str) -> list[Triple]:
    """The endpoint, what it can answer in which forms, and the graphs that may be asked.

    Raises:
        QueryError: if the address is no IRI.
    """
    _check(endpoint)
    dataset = NamedNode(urljoin(endpoint, f"{DESCRIPTION}#dataset"))
    described = parse(_DESCRIPTION, RdfFormat.TURTLE, base_iri=endpoint)
    return [*(quad.triple for quad in described), *_named_graphs(graph, dataset)]


def write_description(triples: Iterable[Triple], style: str) -> str:
    """A description in a syntax of RDF; in Turtle with the prefixes of its vocabularies, thing by thing."""
    if style != "ttl":
        return write_triples(triples, style)
    things: defaultdict[NamedNode | BlankNode | Triple, list[Triple]] = defaultdict(list)
    for triple in triples:
        things[triple.subject].append(triple)
    said = chain.from_iterable(things.values())
    return (serialize(said, format=RdfFormat.TURTLE, prefixes=_VOCABULARIES) or b"").decode("utf-8")


def _check(address: str) -> None:
    try:
        NamedNode(address)
    except ValueError as error:
        raise QueryError(f"{address!r} is no address ({error})") from error


def _named_graphs(graph: Store, dataset: NamedNode) -> Iterator[Triple]:
    names = sorted(name.value for name in graph.named_graphs())
    for number, name in enumerate(names, start=1):
        node = NamedNode(f"{dataset.value}-{number}")
        yield Triple(dataset, NamedNode(_SD + "namedGraph"), node)
        yield Triple(node, NamedNode(_SD + "name"), NamedNode(name))
