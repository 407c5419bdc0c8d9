"""What the graph answers to each kind of request; all of it runs in a worker, where it may be stopped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.graph.excerpts import write_dataset, write_excerpt, write_graph
from kg.graph.ontology import ontology_directory
from kg.graph.portrait import draw, triples_about
from kg.graph.query import Sources, run_query
from kg.graph.results import is_of_triples, write_triples
from kg.graph.service import (
    describe_dataset,
    describe_questions,
    describe_service,
    read_triples,
    write_description,
)
from kg.graph.store import Graph
from kg.serve.formats import HTML, QUADS, ROWS, TRIPLES, Wanted
from kg.serve.pages import portrait_page, rows_page, triples_page
from kg.serve.refusals import NoSuchForm, NothingThere

MOST_BYTES = 1 << 26
"""Of an answer to a query."""
MOST_OF_A_GRAPH = 1 << 28
"""Bytes of a whole graph."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: its media type, its text, and whether there was more than the rows that are allowed."""

    media_type: str
    text: str
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A query with the graphs that it is put to."""

    query: str
    sources: Sources


def answer_question(graph: Graph, most_rows: int, question: Question, wanted: Wanted) -> Answer:
    """Rows, triples, or yes and no, in the form that suits the client.

    Raises:
        QueryError: if the query cannot be read or is refused.
        NoSuchForm: if the client takes only forms of the other kind of answer.
    """
    results = run_query(graph, question.query, sources=question.sources)
    of_triples = is_of_triples(results)
    media_type = wanted.triples if of_triples else wanted.rows
    if not media_type:
        kind, offered = ("triples", TRIPLES) if of_triples else ("rows", ROWS)
        raise NoSuchForm(f"the answer is {kind}, which are sent as one of: {', '.join(offered)}")
    plain = (TRIPLES if of_triples else ROWS).get(media_type, "ttl")
    style = "json" if plain == "html" else plain
    excerpt = write_excerpt(results, style, most_rows, MOST_BYTES)
    if media_type == HTML:
        page = triples_page if of_triples else rows_page
        return Answer(HTML, page(question.query, excerpt.text, most_rows * excerpt.is_cut), excerpt.is_cut)
    return Answer(media_type, excerpt.text, excerpt.is_cut)


def answer_graph(graph: Graph, most_rows: int, iri: str | None, media_type: str) -> Answer:
    """A whole graph: an article's, or the merged world where no IRI is given; its rows are not counted.

    Raises:
        NothingThere: if there is no graph of that IRI.
    """
    text = write_graph(graph, iri, TRIPLES[media_type], MOST_OF_A_GRAPH)
    if text is None:
        raise NothingThere(f"<{iri}> is no graph of this dataset")
    return Answer(media_type, text)


def answer_dataset(graph: Graph, most_rows: int, media_type: str) -> Answer:
    """All graphs: the merged world, and each article's; their rows are not counted."""
    return Answer(media_type, write_dataset(graph, QUADS[media_type], MOST_OF_A_GRAPH))


def answer_thing(graph: Graph, most_rows: int, iri: str, media_type: str) -> Answer:
    """What is said of a thing, as a page or as triples.

    Raises:
        NothingThere: if the graph does not speak of it.
    """
    if media_type == HTML:
        portrait = draw(graph, iri, most_rows)
        if portrait is not None:
            return Answer(HTML, portrait_page(portrait))
    else:
        triples = triples_about(graph, iri)
        if triples is not None:
            excerpt = write_excerpt(triples, TRIPLES[media_type], most_rows, MOST_BYTES)
            return Answer(media_type, excerpt.text, excerpt.is_cut)
    raise NothingThere(f"<{iri}> is nothing that this graph describes")


def answer_service(graph: Graph, most_rows: int, endpoint: str, media_type: str) -> Answer:
    """What the endpoint says of itself."""
    return Answer(media_type, write_description(describe_service(graph, endpoint), TRIPLES[media_type]))


def answer_description(graph: Graph, most_rows: int, written: Path, address: str, media_type: str) -> Answer:
    """What the dataset holds and where, as kg build wrote it, with this endpoint.

    Raises:
        NothingThere: if it was not written.
    """
    try:
        text = written.read_text(encoding="utf-8")
    except OSError:
        raise NothingThere(f"no {written.name} is here; kg build writes it") from None
    return Answer(media_type, write_description(describe_dataset(text, address), TRIPLES[media_type]))


def answer_ontology(graph: Graph, most_rows: int, media_type: str) -> Answer:
    """The terms."""
    written = (ontology_directory() / "kg.ttl").read_text(encoding="utf-8")
    plain = TRIPLES[media_type]
    return Answer(media_type, written if plain == "ttl" else write_triples(read_triples(written), plain))


def answer_questions(graph: Graph, most_rows: int, endpoint: str, media_type: str) -> Answer:
    """The ready questions."""
    written = (ontology_directory() / "queries.ttl").read_text(encoding="utf-8")
    return Answer(media_type, write_description(describe_questions(written, endpoint), TRIPLES[media_type]))
