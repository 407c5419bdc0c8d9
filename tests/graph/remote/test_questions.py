"""The ready questions have the same rows at servers as here."""

from __future__ import annotations

import re
import shlex
import sys
from collections import Counter
from itertools import takewhile

import pytest
from pyoxigraph import Literal

from kg.graph.library import list_queries
from kg.graph.query import run_query
from kg.graph.remote.ask import Endpoint, ask
from kg.graph.remote.exchange import Client
from kg.graph.remote.push import WORLD
from kg.graph.store import open_graph

QUESTIONS = {query.name: query for query in list_queries()}
INLINED = 20
"""Characters of a text that Virtuoso 7.2.5 keeps in place; longer ones it may order as it came to know them."""

IN_THIS_ORDER = 'DEFINE sql:select-option "order"\n'
"""Has Virtuoso join the patterns as they are written: some orders of its own choice lose rows (docs/remote.md)."""


@pytest.fixture(scope="session")
def here(both_folder):
    return open_graph(both_folder)


@pytest.fixture(scope="session")
def oxigraph_endpoint(on_oxigraph):
    return Endpoint(f"{on_oxigraph}/query", Client())


@pytest.fixture(scope="module")
def virtuoso_endpoint(on_virtuoso):
    return Endpoint(f"{on_virtuoso}/sparql", Client(seconds=120), WORLD)


def terms_of(question):
    """The parameters of the question's own example."""
    words = shlex.split(question.example)[3:]
    return question.terms(
        {name.removeprefix("--"): value for name, value in zip(words[::2], words[1::2], strict=True)}
    )


def rows(results):
    """The values, so that it does not matter how a server writes the type of a number."""
    return [
        tuple(term and (term.value if isinstance(term, Literal) else str(term)) for term in row)
        for row in results
    ]


def in_order(question, names, found, longest):
    """The columns by which the rows are ordered, up to the first key that is none, or too long to be relied on."""
    clause = re.findall(r"^ORDER BY (.*)$", question.text, re.MULTILINE)[-1]
    keys = takewhile(names.__contains__, (key.removeprefix("?") for key in clause.split()))
    columns = ([row[names.index(key)] for row in found] for key in keys)
    return list(takewhile(lambda column: max(len(value or "") for value in column) <= longest, columns))


def compare(question, here, endpoint, longest=sys.maxsize, ways=("",)):
    terms = terms_of(question)
    local = run_query(here, question.text, terms)
    names = [variable.value for variable in local.variables]
    wanted = rows(local)
    for way in ways:
        found = rows(ask(endpoint, way + question.text, terms).results())
        if Counter(found) == Counter(wanted):
            break
    assert Counter(found) == Counter(wanted)
    if wanted:
        assert in_order(question, names, found, longest) == in_order(question, names, wanted, longest)


@pytest.mark.parametrize("name", QUESTIONS)
def test_on_oxigraph(name, here, oxigraph_endpoint):
    compare(QUESTIONS[name], here, oxigraph_endpoint)


@pytest.mark.parametrize("name", QUESTIONS)
def test_on_virtuoso(name, here, virtuoso_endpoint):
    compare(QUESTIONS[name], here, virtuoso_endpoint, INLINED, ("", IN_THIS_ORDER))


@pytest.mark.parametrize("name", QUESTIONS)
def test_on_virtuoso_in_the_order_as_written(name, here, virtuoso_endpoint):
    compare(QUESTIONS[name], here, virtuoso_endpoint, INLINED, (IN_THIS_ORDER,))


def test_the_questions_find_something(here):
    silent = [
        name
        for name, question in QUESTIONS.items()
        if not rows(run_query(here, question.text, terms_of(question)))
    ]
    assert len(silent) < len(QUESTIONS) / 10, silent
