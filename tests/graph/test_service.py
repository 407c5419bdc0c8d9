"""What an endpoint says of itself."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.graph.service import describe_service

SD = "http://www.w3.org/ns/sparql-service-description#"
AT = "https://desk.example/sparql"


def test_it_names_itself_its_language_and_each_graph(small_graph):
    said = {(t.subject.value, t.predicate.value, t.object.value) for t in describe_service(small_graph, AT)}
    assert (AT, f"{SD}endpoint", AT) in said
    assert (AT, f"{SD}supportedLanguage", f"{SD}SPARQL11Query") in said
    assert sorted(thing.rpartition("/")[2] for _, predicate, thing in said if predicate == f"{SD}name") == [
        "lima-2023-05-12",
        "oslo_2023",
    ]


@pytest.mark.parametrize("address", ["", "no address", "https://desk.example/> <x:a> <x:b> ."])
def test_what_is_no_address(small_graph, address):
    with pytest.raises(QueryError, match="is no address"):
        describe_service(small_graph, address)
