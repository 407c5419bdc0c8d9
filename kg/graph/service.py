"""What an endpoint says of itself, in the W3C's terms of a SPARQL 1.1 service description."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, RdfFormat, Store, Triple, parse

from kg.errors import QueryError

_SD = "http://www.w3.org/ns/sparql-service-description#"
_DESCRIPTION = """\
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<> a sd:Service ;
  rdfs:label "kg: diplomatic news, sentence by sentence"@en ;
  sd:endpoint <> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat formats:SPARQL_Results_JSON , formats:SPARQL_Results_XML , formats:SPARQL_Results_CSV ,
    formats:SPARQL_Results_TSV , formats:Turtle , formats:N-Triples , formats:JSON-LD ;
  sd:defaultDataset <#dataset> .
<#dataset> a sd:Dataset ; sd:defaultGraph <#world> .
<#world> a sd:Graph ; rdfs:label "the merged world"@en .
"""


def describe_service(graph: Store, endpoint: str) -> list[Triple]:
    """The endpoint, what it can answer in which forms, and the graphs that may be asked.

    Raises:
        QueryError: if the address is no IRI.
    """
    try:
        dataset = NamedNode(f"{endpoint}#dataset")
    except ValueError as error:
        raise QueryError(f"{endpoint!r} is no address ({error})") from error
    described = parse(_DESCRIPTION, RdfFormat.TURTLE, base_iri=endpoint)
    return [*(quad.triple for quad in described), *_named_graphs(graph, dataset)]


def _named_graphs(graph: Store, dataset: NamedNode) -> Iterator[Triple]:
    names = sorted(name.value for name in graph.named_graphs())
    for number, name in enumerate(names, start=1):
        node = NamedNode(f"{dataset.value}-{number}")
        yield Triple(dataset, NamedNode(_SD + "namedGraph"), node)
        yield Triple(node, NamedNode(_SD + "name"), NamedNode(name))
