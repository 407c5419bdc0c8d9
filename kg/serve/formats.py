"""The forms of an answer: which are offered, under which media types, and which one a client likes best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from falcon import InvalidMediaRange, InvalidMediaType, mediatypes

from kg.serve.refusals import NoSuchForm

HTML = "text/html"

ROWS: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    HTML: "html",
}
"""Media type → style of rows, and of yes or no; the first is what anyone gets who does not say."""

TRIPLES: Mapping[str, str] = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdf",
}

QUADS: Mapping[str, str] = {"application/n-quads": "nq", "application/trig": "trig"}
"""Of the whole dataset."""

CHARSET = "; charset=utf-8"


class Wanted(NamedTuple):
    """The media types that suit a client: for rows, and for triples; a query tells only later which it answers."""

    rows: str
    triples: str


def wanted_of(accept: str) -> Wanted:
    """What suits an Accept header best.

    Raises:
        NoSuchForm: if nothing that there is suits it.
    """
    wanted = Wanted(best_of(ROWS, accept), best_of([*TRIPLES, HTML], accept))
    if not any(wanted):
        raise NoSuchForm(f"nothing here is {accept}; ask for one of: {', '.join([*ROWS, *TRIPLES])}")
    return wanted


def best_of(offered: Iterable[str], accept: str) -> str:
    """The media type of those offered that an Accept header likes best, or nothing; a header in no form counts for none."""
    offered = list(offered)
    try:
        return mediatypes.best_match(offered, accept)
    except (InvalidMediaRange, InvalidMediaType):
        return offered[0]


def with_charset(media_type: str) -> str:
    """The media type as it is sent."""
    return media_type + CHARSET if media_type.startswith("text/") else media_type
