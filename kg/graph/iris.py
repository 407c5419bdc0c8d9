"""Identifiers of the records → IRIs of the graph."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, unquote

from rdflib import URIRef

from kg.graph.terms import KGID
from kg.model import Evidence

_IN_A_SEGMENT = "!$&'()*+,;=:@"


@lru_cache(maxsize=1 << 17)
def thing_iri(identifier: str) -> URIRef:
    """The IRI of anything that the records name ("country/PRK"), percent-encoded where needed."""
    return URIRef(str(KGID) + quote(identifier, safe=_IN_A_SEGMENT + "/%"))


def iri_of_path(path: str) -> URIRef:
    """The IRI of the thing at a path, whatever of it was percent-encoded by whoever asks for it."""
    return URIRef(str(KGID) + "/".join(quote(unquote(part), safe=_IN_A_SEGMENT) for part in path.split("/")))


def article_iri(identifier: str) -> URIRef:
    """The IRI of an article, and of the graph of its own statements."""
    return thing_iri(f"article/{article_segment(identifier)}")


def evidence_iri(evidence: Evidence) -> URIRef:
    """The IRI of a sentence: its article and its offsets."""
    start, end = evidence.span
    return thing_iri(f"evidence/{article_segment(evidence.article)}/{start}-{end}")


@lru_cache(maxsize=1 << 10)
def article_segment(identifier: str) -> str:
    """An article's identifier as one segment of an IRI: unchanged but for what needs percent-encoding."""
    return quote(identifier, safe=_IN_A_SEGMENT)
