"""The pages of the server; whatever comes from the graph or from a client is text in them, never markup."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.graph.iris import article_iri
from kg.graph.library import list_queries
from kg.graph.portrait import Portrait
from kg.graph.results import short, whole
from kg.graph.terms import KG, KGID, PREFIXES

HERE = Path(__file__).parent
STATIC = HERE / "static"

_ALL_PAGES = "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
PAGE = f"default-src 'none'; style-src 'self'; {_ALL_PAGES}"
EDITOR = (
    f"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    f"font-src 'self' data:; {_ALL_PAGES}"
)
"""The editor styles what it draws; its scripts are files of this server, and it may ask nobody else."""
GRAPH_PAGE = f"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; {_ALL_PAGES}"
"""The page of the graph names by their hashes which scripts it lets run."""
ONTOLOGY_PAGE = f"default-src 'none'; style-src 'unsafe-inline'; {_ALL_PAGES}"


def portrait_page(portrait: Portrait) -> str:
    """The page of a thing: its statements, each with its sentence, and all that it is connected with."""
    return _render("thing.html", portrait=portrait)


def rows_page(query: str, results: str, cut_at: int) -> str:
    """The rows of an answer (as SPARQL results in JSON) as a table, below their question."""
    read = json.loads(results)
    return _render(
        "rows.html",
        query=query,
        cut_at=cut_at,
        names=read["head"].get("vars", []),
        rows=read.get("results", {}).get("bindings", []),
        answer=read.get("boolean"),
    )


def triples_page(query: str, turtle: str, cut_at: int) -> str:
    """The triples of an answer in Turtle, below their question."""
    return _render("triples.html", query=query, turtle=turtle, cut_at=cut_at)


def home_page() -> str:
    """What there is, where kg build was not asked for the page of the graph."""
    return _render("home.html")


def editor_page() -> str:
    """The editor, with the ready questions as examples; without scripts, a form."""
    return _render("editor.html", examples=_examples(), prefixes=dict(PREFIXES))


def link_of(iri: str) -> str | None:
    """Where a thing can be looked at: our own things and terms here, others on the web, what is neither nowhere."""
    if iri.startswith(KG):
        return f"/ontology#{iri[len(KG) :]}"
    if iri.startswith(KGID):
        return f"/id/{iri[len(KGID) :]}"
    return iri if iri.startswith(("https://", "http://")) else None


@lru_cache(maxsize=1)
def _examples() -> list[Mapping[str, str]]:
    return [
        {
            "name": query.name,
            "title": query.title,
            "description": query.description,
            "text": _with_prefixes(query.text),
        }
        for query in list_queries()
    ]


def _with_prefixes(query: str) -> str:
    """A query with the prefixes that it uses declared, so that other endpoints understand it too."""
    used = [prefix for prefix in PREFIXES if re.search(rf"\b{prefix}:", query)]
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in used) + query


def _render(template: str, **values: Any) -> str:
    return _environment().get_template(template).render(values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"link": link_of, "short": short, "whole": whole, "article": article_iri}
    return environment
