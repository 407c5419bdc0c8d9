"""A page for each thing, its triples, and what stands in for pages that are not there."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from serving import Served
from worlds import HOSTILE

from kg.serve.app import Home
from kg.serve.pages import home_page, link_of, rows_page, triples_page

DAHL = "https://w3id.org/kg-diplomacy/id/person/anna-dahl"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


class Read(HTMLParser):
    """The elements of a page with their words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href" and tag == "a"]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(served: Served, path: str) -> Read:
    reply = served.ask(path, BROWSER)
    assert (reply.status, reply.kind) == (200, "text/html")
    return Read(reply.text)


def test_a_person_with_its_statements(small):
    read = page(small, "/id/person/anna-dahl")
    assert "Anna Dahl" in read.words
    assert "Dahl met Peruvian President Luis Quispe in Lima on May 11, 2023." in read.words
    assert {"/id/article/oslo_2023", "/id/event/meeting-anna-dahl-luis-quispe-2023-05-11"} <= set(read.links)


@pytest.mark.parametrize(
    "path",
    [
        "event/meeting-anna-dahl-luis-quispe-2023-05-11",
        "article/lima-2023-05-12",
        "country/PER",
        "position/per-president",
    ],
)
def test_other_things_have_pages_too(small, path):
    assert "blockquote" in page(small, f"/id/{path}").tags or "table" in page(small, f"/id/{path}").tags


@pytest.mark.parametrize(
    ("accept", "syntax"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/n-triples", RdfFormat.N_TRIPLES),
    ],
)
def test_the_same_as_triples(small, accept, syntax):
    reply = small.ask("/id/person/anna-dahl", accept)
    assert (reply.status, reply.kind, reply.headers["vary"]) == (200, accept, "Accept")
    triples = [(quad.subject.value, quad.object.value) for quad in parse(reply.text, syntax)]
    assert (DAHL, "Anna Dahl") in triples
    assert any(words.startswith("Dahl met Peruvian") for _, words in triples)


def test_a_form_that_a_link_names(small):
    assert small.ask("/id/person/anna-dahl?format=ttl", BROWSER).kind == "text/turtle"


@pytest.mark.parametrize("path", ["/id/person/nobody", "/id/", "/id/%20", "/id/%FF", "/id/a%3Eb"])
@pytest.mark.parametrize("accept", [BROWSER, "text/turtle"])
def test_nothing_is_told_of_what_is_not_there(small, path, accept):
    assert small.ask(path, accept).status == 404


@pytest.mark.parametrize(
    "path",
    ["id/person/anna-dahl", "id/article/oslo_2023", "sparql?query=SELECT%20*%20%7B?s%20rdfs:label%20?l%7D"],
)
def test_nothing_of_a_text_becomes_markup(tight, path):
    read = page(tight, f"/{path}")
    assert not {"img", "script"} & read.tags
    assert "onerror=alert(1)" in "".join(read.words)


def test_rows_lead_to_things_and_nowhere_unsafe():
    rows = (
        '{"head":{"vars":["a","b"]},"results":{"bindings":[{"a":{"type":"uri","value":"%s"},'
        '"b":{"type":"uri","value":"javascript:alert(1)"}}]}}'
    )
    read = Read(rows_page(HOSTILE, rows % DAHL, 0))
    assert read.links[-1] == "/id/person/anna-dahl"
    assert "javascript:alert(1)" in read.words
    assert "img" not in read.tags


def test_what_was_cut_is_told():
    assert "only the first 7 are shown" in triples_page("CONSTRUCT …", "<x:a> <x:b> 1 .", 7)
    assert "only the first" not in triples_page("CONSTRUCT …", "<x:a> <x:b> 1 .", 0)


def test_yes_and_no(small):
    assert "yes" in page(small, "/sparql?query=ASK%7B%7D").words


def test_the_page_of_the_graph_is_at_the_top(small):
    assert "Who met whom, and who says so" in page(small, "/").words


def test_without_a_page_of_the_graph_there_is_a_way_on(tmp_path: Path):
    assert not Home(tmp_path)._page.is_file()
    assert "/sparql" in Read(home_page()).links


def test_the_editor_brings_the_ready_questions(small):
    read = page(small, "/sparql")
    assert any("who-met-whom" in words for words in read.words)
    assert {"textarea", "form"} <= read.tags


@pytest.mark.parametrize(
    ("iri", "link"),
    [
        (DAHL, "/id/person/anna-dahl"),
        ("http://www.wikidata.org/entity/Q1", "http://www.wikidata.org/entity/Q1"),
        ("javascript:alert(1)", None),
        ("x:y", None),
    ],
)
def test_where_a_thing_can_be_looked_at(iri, link):
    assert link_of(iri) == link
