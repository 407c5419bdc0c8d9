"""Questions by name, from a file, or as they stand."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.graph.library import find_query, list_queries, load_query


def test_queries_are_listed_by_name():
    names = [query.name for query in list_queries()]
    assert names == sorted(names)
    assert "who-met-whom" in names


@pytest.mark.parametrize("asked", ["cq01", "CQ01"])
def test_a_name_is_found_in_any_case(asked):
    assert load_query(asked) == find_query("cq01").text


def test_a_file_is_read(tmp_path):
    path = tmp_path / "mine.rq"
    path.write_text("ASK {}")
    assert load_query(str(path)) == "ASK {}"


def test_sparql_is_taken_as_it_is():
    assert load_query("ASK {}") == "ASK {}"


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
