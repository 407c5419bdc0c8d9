"""Where a server cannot listen, or has nothing to serve, it says so."""

from __future__ import annotations

import signal
import socket

import pytest
from click.testing import CliRunner
from serving import serving, write_exports
from worlds import small_world

from kg.cli import main
from kg.serve.workers import usual_number


def test_without_a_graph(tmp_path):
    result = CliRunner().invoke(main, ["serve", "--graph", str(tmp_path)])
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "no graph.trig or graph.ttl here" in result.stderr


def test_where_somebody_listens_already(tmp_path):
    write_exports(small_world(), tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        result = CliRunner().invoke(main, ["serve", "--graph", str(tmp_path), "--port", port])
    assert result.exit_code == 1
    assert f"127.0.0.1:{port}: cannot listen there" in result.stderr


@pytest.mark.parametrize("timeout", ["0", "-1", "nan", "inf", "1e9"])
def test_a_limit_that_is_none(timeout):
    assert CliRunner().invoke(main, ["serve", "--timeout", timeout]).exit_code == 2


@pytest.mark.parametrize("workers", ["0", "-1", "65", "many"])
def test_a_number_of_processes_that_is_none(workers):
    assert CliRunner().invoke(main, ["serve", "--workers", workers]).exit_code == 2


def test_there_is_always_a_second_process(monkeypatch):
    for cores, number in ((None, 2), (1, 2), (2, 2), (16, 16)):
        monkeypatch.setattr("os.cpu_count", lambda cores=cores: cores)
        assert usual_number() == number


def test_a_store_is_kept_for_the_processes_that_answer(small):
    assert [place.name[:6] for place in (small.folder / "store").iterdir()] == ["graph-"]


def test_a_folder_that_cannot_hold_one_is_served_until_interrupted(tmp_path):
    folder = tmp_path / "graph"
    folder.mkdir()
    write_exports(small_world(), folder)
    (folder / "store").write_text("in the way")
    with serving(folder) as served:
        assert served.query("ASK { ?p a kg:Person }").text == '{"head":{},"boolean":true}'
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(60) == 130
    assert "Traceback" not in served.log.read_text()
