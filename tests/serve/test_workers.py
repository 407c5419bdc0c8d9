"""The processes that answer: bounded in memory, and never behind the graph that was built last."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import write_exports
from worlds import small_world

from kg.graph.query import Sources
from kg.model import World
from kg.serve.answers import Question, answer_question
from kg.serve.formats import Wanted
from kg.serve.refusals import Exhausted
from kg.serve.work import Limits
from kg.serve.workers import BUSY, MOST_WAITING, Workers

TENFOLD = " ".join(f"BIND(CONCAT({', '.join([f'?v{n}'] * 10)}) AS ?v{n + 1})" for n in range(10))
GREEDY = f"SELECT (STRLEN(?v10) AS ?length) {{ BIND('twenty letters long.' AS ?v0) {TENFOLD} }}"
PERSONS = "SELECT (COUNT(*) AS ?n) { ?p a kg:Person }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    write_exports(small_world(), folder)
    return folder


@pytest.fixture(scope="module")
def workers(folder: Path) -> Iterator[Workers]:
    workers = Workers(folder, Limits(seconds=20, memory=3 << 28), number=1)
    yield workers
    workers.close()


def ask(workers: Workers, query: str) -> str:
    question = Question(query, Sources())
    return asyncio.run(workers.ask(answer_question, question, Wanted("text/csv", ""))).text


def test_too_much_memory(workers):
    with pytest.raises(Exhausted, match="more memory"):
        ask(workers, GREEDY)
    assert ask(workers, PERSONS).split() == ["n", "5"]


def test_a_bug_harms_no_other_question(workers):
    with pytest.raises(RuntimeError, match="a worker broke"):
        asyncio.run(workers.ask(int))  # which can make nothing of a graph
    assert ask(workers, PERSONS).split() == ["n", "5"]


def test_too_many_at_once(folder):
    async def several(workers: Workers) -> list[object]:
        endless = Question("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", Sources())
        asked = (
            workers.ask(answer_question, endless, Wanted("text/csv", "")) for _ in range(MOST_WAITING + 4)
        )
        return await asyncio.gather(*asked, return_exceptions=True)

    workers = Workers(folder, Limits(seconds=0.5), number=1)
    said = [str(answer) for answer in asyncio.run(several(workers))]
    workers.close()
    assert said[0] == "stopped after 0.5 s; ask for less"
    assert said[-1] == BUSY
    assert said.count(BUSY) >= MOST_WAITING


def test_the_graph_that_was_built_last(workers, folder):
    write_exports(World(), folder)
    assert ask(workers, PERSONS).split() == ["n", "0"]
    write_exports(small_world(), folder)
    assert ask(workers, PERSONS).split() == ["n", "5"]
