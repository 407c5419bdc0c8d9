"""Every question has a head, parses and runs; those that the small world can answer are answered rightly."""

from __future__ import annotations

import json
import shlex

import pytest

from kg.commands.query import command
from kg.graph.library import list_queries, load_query
from kg.graph.query import select
from kg.graph.results import shown

QUERIES = {query.name: query for query in list_queries()}


def rows(graph, name, *columns, **bindings):
    query = load_query(name)
    return [tuple(shown(row[c]) for c in columns) for row in select(graph, query.text, query.terms(bindings))]


def test_the_competency_questions_are_complete():
    assert {f"cq{number:02}" for number in range(1, 26)} <= QUERIES.keys()


@pytest.mark.parametrize("name", QUERIES)
def test_every_question_has_a_head_and_runs(small_graph, name):
    query = QUERIES[name]
    assert query.title.endswith("?")
    assert query.description
    assert query.example.startswith(f"kg query {name}")
    if not any(parameter.required for parameter in query.parameters):
        list(select(small_graph, query.text))


@pytest.mark.parametrize("name", QUERIES)
def test_rows_come_in_an_order(exports, name):
    assert "ORDER BY" in QUERIES[name].text
    assert len({tuple(map(str, select(exports, QUERIES[name].text))) for _ in range(3)}) == 1


@pytest.mark.parametrize("name", QUERIES)
def test_what_must_be_there_comes_before_what_may(name):
    """Oxigraph joins triples behind an OPTIONAL or a filtered group row by row, which never ends on large graphs."""
    lines = [line for line in QUERIES[name].text.splitlines() if line.startswith("  ") and line[2] != " "]
    optional = next((i for i, line in enumerate(lines) if line.startswith("  OPTIONAL")), len(lines))
    behind = [line for line in lines[optional:] if line.startswith(("  ?", "  GRAPH"))]
    assert not behind


@pytest.mark.parametrize("name", QUERIES)
def test_a_distinct_group_holds_no_other(name):
    """Virtuoso 7.2.5 loses rows of two such groups, one in the other, where it joins them behind an OPTIONAL."""
    inner = [
        line.index("S")
        for line in QUERIES[name].text.splitlines()
        if line.startswith("  ") and "SELECT DISTINCT" in line
    ]
    assert len(set(inner)) <= 1


@pytest.mark.parametrize("name", QUERIES)
def test_an_example_sets_parameters(small_graph, name):
    settings = dict(zip(*2 * [iter(shlex.split(QUERIES[name].example)[3:])], strict=True))
    terms = QUERIES[name].terms({option.removeprefix("--"): value for option, value in settings.items()})
    assert terms.keys() >= {parameter.name for parameter in QUERIES[name].parameters if parameter.required}
    list(select(small_graph, QUERIES[name].text, terms))


@pytest.mark.parametrize("name", QUERIES)
def test_parameters_stand_in_the_question_and_are_no_options(name):
    reserved = {option.lstrip("-") for parameter in command.params for option in parameter.opts}
    for parameter in QUERIES[name].parameters:
        assert f"?{parameter.name}" in QUERIES[name].text
        assert parameter.name not in reserved


def test_the_questions_are_worded_as_they_were_asked(shared):
    asked = json.loads((shared / "gold" / "seeds" / "cross_document.json").read_text(encoding="utf-8"))
    for question in asked["competency_questions"]:
        assert QUERIES[question["id"].lower()].title == question["question"]


def test_who_met_whom_tells_what_each_article_tells(small_graph):
    told = rows(small_graph, "who-met-whom", "one", "other", "date", "where", "status", "article")
    assert told == [
        ("Anna Dahl", "Rosa Mamani", "", "", "denied", "lima-2023-05-12"),
        ("Anna Dahl", "Luis Quispe", "2023-05-10", "Cusco", "held", "oslo_2023"),  # its own day and place
        ("Anna Dahl", "Luis Quispe", "2023-05-11", "Lima", "held", "lima-2023-05-12"),
        ("Grace Wanjiru", "Luis Quispe", "2023-06", "Nairobi", "planned", "lima-2023-05-12"),
    ]


@pytest.mark.parametrize("name", ["Anna Dahl", "dahl", "A. Dahl"])  # any name that the texts use, in any case
def test_meetings_of_a_person_under_any_name(small_graph, name):
    told = rows(small_graph, "meetings-of", "who", "with", "kind", person=name)
    assert set(told) == {
        ("Anna Dahl", "Rosa Mamani", "meeting"),
        ("Anna Dahl", "Luis Quispe", "talks"),
        ("Anna Dahl", "Grace Wanjiru", "call"),
    }


def test_planned_only_leaves_out_what_was_held(small_graph):
    assert {status for (status,) in rows(small_graph, "planned-only", "status")} == {"planned", "denied"}


def test_claims_carry_who_passes_them_on(small_graph):
    assert rows(small_graph, "claims-by", "who", "stance", "carrier", claimant="andina") == [
        ("Andina", "reports", "TV Peru")
    ]


def test_a_conflict_shows_the_sentence_of_each_side(small_graph):
    assert {article for (article,) in rows(small_graph, "conflicts", "article")} == {
        "lima-2023-05-12",
        "oslo_2023",
    }


def test_statements_of_an_article_are_its_own(small_graph):
    told = rows(small_graph, "statements-of-article", "kind", "date", article="oslo_2023")
    assert told == [("talks", "2023-05-10"), ("message exchange", "")]


def test_officials_tell_who_is_one_no_more(small_graph):
    told = set(rows(small_graph, "officials", "person", "office", "former", country="NOR"))
    assert told == {("Anna Dahl", "foreign minister", "false"), ("Ole Berg", "prime minister", "true")}


def test_agreements_and_visits(small_graph):
    told = rows(small_graph, "agreements", "agreement", "party", "status", country="NOR")
    assert told == [("Treaty of Fisheries", party, "signed") for party in ("Norway", "Peru")]
    assert rows(small_graph, "agreements", "agreement", country="KEN") == []
    assert rows(small_graph, "visits", "visitor", "destination", country="PER") == [("Anna Dahl", "Lima")]
    # a country by its name, in whatever case
    assert rows(small_graph, "agreements", "agreement", "party", "status", country="norway") == told
    assert rows(small_graph, "visits", "visitor", "destination", country="Peru") == [("Anna Dahl", "Lima")]
    by_name = rows(small_graph, "officials", "person", country="Norway")
    assert by_name == rows(small_graph, "officials", "person", country="NOR") != []
    assert rows(small_graph, "visits", "visitor", country="KEN") == []


def test_countries_of_every_article(small_graph):
    assert rows(small_graph, "cq01", "country") == [("NOR",), ("PER",)]
