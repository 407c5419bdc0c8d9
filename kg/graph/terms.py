"""The namespaces of the graph; what each term means stands in `ontology/kg.ttl`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rdflib import Namespace
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, XSD

KG = Namespace("https://w3id.org/kg-diplomacy/ontology#")
KGID = Namespace("https://w3id.org/kg-diplomacy/id/")
SCHEMA = Namespace("https://schema.org/")
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
