"""Questions by name, from a file, or as they stand."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.graph.library import find_query, list_queries, load_query, parse_query


def test_queries_are_listed_by_name():
    names = [query.name for query in list_queries()]
    assert names == sorted(names)
    assert "who-met-whom" in names


@pytest.mark.parametrize("asked", ["cq01", "CQ01"])
def test_a_name_is_found_in_any_case(asked):
    assert load_query(asked) == find_query("cq01")


def test_a_file_is_read(tmp_path):
    path = tmp_path / "mine.rq"
    path.write_text("ASK {}")
    assert load_query(str(path)).text == "ASK {}"


def test_sparql_is_taken_as_it_is():
    assert load_query("ASK {}").text == "ASK {}"


PARAMETERS = """#+ title: Who?
#+ parameter: who (text): a name
#+ parameter: on (date, required): the day
#+ parameter: most (number): how many
#+ parameter: it (thing): what
#+ parameter: whom (name): a name
ASK {}
"""


def test_values_become_the_terms_that_are_wanted():
    values = {"who": "kg:Person", "on": "2024-01-26", "most": "3", "it": "kg:Person", "whom": "Peru"}
    terms = parse_query("mine", PARAMETERS).terms(values)
    assert {name: str(term) for name, term in terms.items()} == {
        "who": '"kg:Person"',  # words, though they look like a thing
        "on": '"2024-01-26"^^<http://www.w3.org/2001/XMLSchema#date>',
        "most": '"3"^^<http://www.w3.org/2001/XMLSchema#integer>',
        "it": "<https://w3id.org/kg-diplomacy/ontology#Person>",
        "whom": '"peru"',
    }


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "mine needs --on, the day"),
        ({"on": "Friday"}, "--on 'Friday' is not a day, as 2024-01-26"),
        ({"on": "2024-01-26", "most": "few"}, "--most 'few' is not a whole number"),
        ({"on": "2024-01-26", "it": "<no thing>"}, "is no IRI"),
        ({"on": "2024-01-26", "when": "x"}, "no parameter --when; it has --who, --on, --most, --it, --whom"),
    ],
)
def test_values_that_do_not_fit(values, said):
    with pytest.raises(QueryError, match=said):
        parse_query("mine", PARAMETERS).terms(values)


@pytest.mark.parametrize("line", ["who", "who (person): a name", "who (text) a name", "(text): a name"])
def test_a_parameter_in_another_form_is_named(line):
    with pytest.raises(
        QueryError, match=r"write it as NAME \(text\|name\|date\|number\|thing\[, required\]\): DESC"
    ):
        parse_query("mine", f"#+ parameter: {line}\nASK {{}}")


def test_a_question_without_parameters_takes_any_variable():
    terms = parse_query("mine", "ASK { ?a ?b ?c }").terms({"a": "kg:Person", "c": "x"})
    assert list(map(str, terms.values())) == ["<https://w3id.org/kg-diplomacy/ontology#Person>", '"x"']


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("who-met-who", "who-met-whom"),  # the near ones are listed
        ("cq99", "cq"),
        ("nowhere.rq", r"nowhere\.rq: cannot be read"),
    ],
)
def test_what_is_not_known_is_told(asked, said):
    with pytest.raises(QueryError, match=said):
        load_query(asked)
