"""The namespaces of the graph; what each term means stands in `ontology/kg.ttl`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from rdflib import Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, XSD


class Terms(Namespace):
    """A namespace that makes each of its terms once: a graph says the same few of every thing."""

    def term(self, name: str) -> URIRef:
        """The IRI of a name in this namespace."""
        return _term(f"{self}{name}")


@lru_cache(maxsize=1 << 12)
def _term(iri: str) -> URIRef:
    return URIRef(iri)


KG = Terms("https://w3id.org/kg-diplomacy/ontology#")
KGID = Namespace("https://w3id.org/kg-diplomacy/id/")
SCHEMA = Terms("https://schema.org/")
WIKIDATA = Namespace("http://www.wikidata.org/entity/")

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "kg": str(KG),
        "kgid": str(KGID),
        "dcterms": str(DCTERMS),
        "owl": str(OWL),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "schema": str(SCHEMA),
        "skos": str(SKOS),
        "wikidata": str(WIKIDATA),
        "xsd": str(XSD),
    }
)
"""Known to every query without being declared, and written at the head of every export."""
