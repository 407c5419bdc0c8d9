"""What goes wrong between kg and a server on the way, over real sockets."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from threading import Timer

import pytest
from command import kg
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store
from servers import free_port, oxigraph, says, telling

from kg.graph.remote.exchange import Client
from kg.graph.remote.mishaps import RemoteError
from kg.graph.remote.patience import Patience
from kg.graph.remote.push import graphs_of, push
from kg.graph.remote.reading import QueryReader
from kg.graph.remote.writing import GraphStore, Updates
from kg.graph.store import open_graph

OSLO = "https://w3id.org/kg-diplomacy/id/article/oslo_2023"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["push", "http://127.0.0.1:{free}/store"], "nothing listens there; is the server running?"),
        (["push", "http://nowhere.invalid/store"], "no such host"),
        (["push", "file:///etc/passwd"], "no address of a server"),
        (["push", "{empty}/nothing"], "404, it says “"),
        (["push", "{empty}/store", "--article", "paris_1919"], "paris_1919: no article of this graph"),
        (["pull", "{empty}/", "--out", "{new}"], "it answers text/html, no triples"),
        (["pull", "{empty}/query", "--out", "{new}", "--world", "http://example.org/none"], "no merged world there"),
    ],
)  # fmt: skip
def test_mistakes_are_told_in_one_line(empty, small_folder, tmp_path, call, said):
    new = tmp_path / "new"
    words = [
        word.replace("{empty}", empty).replace("{free}", str(free_port())).replace("{new}", str(new))
        for word in call
    ]
    result = kg(*words, *(["--graph", small_folder] if call[0] == "push" else []))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert said in result.stderr
    assert not new.exists()


def test_a_wrong_password_on_virtuoso(on_virtuoso, small_folder):
    for address in ("sparql-auth", "sparql-graph-crud-auth"):
        call = ("push", f"{on_virtuoso}/{address}", "--graph", small_folder)
        wrong = kg(*call, KG_USER="dba", KG_PASSWORD="wrong")
        assert (wrong.exit_code, wrong.stderr.count("\n")) == (1, 1)
        assert "401; check --user, KG_PASSWORD" in wrong.stderr
        assert "401; check --user" in kg(*call).stderr
    refused = kg("push", f"{on_virtuoso}/sparql", "--graph", small_folder)
    assert (
        refused.exit_code,
        "check --user, KG_PASSWORD in the environment, and the address" in refused.stderr,
    ) == (1, True)


def patient(told):
    return Patience(told.append, retries=8, first_wait=0.05)


def test_a_server_that_is_busy_twice(small_folder):
    store, told = open_graph(small_folder), []
    with telling(says(503, "busy"), says(429, Retry_After="0"), says(204)) as server:
        push(store, [None], GraphStore(server.address, Client(), patient(told)), None, lambda *_: None)
    assert [(method, path) for method, path, _ in server.asked] == [("PUT", "/sparql?default=")] * 3
    assert len({body for *_, body in server.asked}) == 1
    assert [told_.split("; ")[1] for told_ in told] == ["try again later"] * 2


def test_a_server_that_stays_busy(small_folder):
    with telling(says(503, "busy")) as server:
        result = kg("push", server.address, "--graph", small_folder, "--retries", 0)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "503, it says “busy”; try again later" in result.stderr


@pytest.mark.parametrize(("writer", "path"), [(GraphStore, "store"), (Updates, "update")])
def test_a_server_that_dies_under_way_and_comes_back(tmp_path, hostile_folder, sent, writer, path):
    """Killed between two batches; the push goes on when it is there again."""
    store, told, port = open_graph(hostile_folder), [], free_port()
    with ExitStack() as servers:
        address = servers.enter_context(oxigraph(tmp_path / "server", port))

        def interrupt(done, _total):
            if not told:
                servers.close()
                Timer(0.3, lambda: servers.enter_context(oxigraph(tmp_path / "server", port))).start()
                told.append("killed")

        push(
            store, graphs_of(store), writer(f"{address}/{path}", Client(), patient(told), 20), None, interrupt
        )
        assert len(told) > 1
        assert kg("pull", f"{address}/query", "--out", tmp_path / "back").exit_code == 0
    assert (tmp_path / "back" / "graph.trig").read_bytes() == sent


def test_a_push_that_is_killed_is_given_again(tmp_path, hostile_folder, sent):
    with oxigraph(tmp_path / "server") as address:
        call = ["push", f"{address}/update", "--graph", str(hostile_folder), "--batch", "1"]
        with subprocess.Popen([sys.executable, "-m", "kg", *call], cwd=Path(__file__).parents[3]) as process:
            while count(address) < 20:
                assert process.poll() is None
                time.sleep(0.02)
            process.kill()
        assert 20 <= count(address) < len(open_graph(hostile_folder))
        assert kg(*call[:-1], "50").exit_code == 0
        kg("pull", f"{address}/query", "--out", tmp_path / "back")
    assert (tmp_path / "back" / "graph.trig").read_bytes() == sent


def count(address):
    """The triples of a server in all its graphs."""
    asked = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    return int(kg("query", asked, "--endpoint", f"{address}/query").stdout.split()[1])


def test_a_graph_with_blank_nodes_is_not_sent(empty, tmp_path):
    blank = Store()
    blank.add(Quad(BlankNode(), NamedNode("http://example.org/p"), Literal("x"), DefaultGraph()))
    blank.dump(str(tmp_path / "graph.trig"), RdfFormat.TRIG)
    result = kg("push", f"{empty}/store", "--graph", tmp_path)
    assert (result.exit_code, "has blank nodes" in result.stderr) == (1, True)


def test_a_server_that_sends_fewer_triples_than_it_counts():
    rows, triples = "application/sparql-results+json", "application/n-triples"
    number = '{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"3"}}]}}'
    one = says(200, "<a:a> <a:b> <a:c> .\n", triples)
    with telling(says(200, number, rows), one, one, says(200, "", triples)) as server:
        reader = QueryReader(server.address, Client(), Patience(print, retries=0))
        with pytest.raises(RemoteError, match="1 came where it counts 3; is it being written to"):
            reader.read(OSLO)
