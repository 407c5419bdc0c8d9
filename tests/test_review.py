"""`kg resolve review` as its users meet it: a list where it is piped, questions on a terminal."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from worlds import small_world

from kg.cli import main
from kg.export.trig import export_trig
from kg.graph.build import Graphs
from kg.model import Verdict
from kg.read.decisions import HEADER, read_decisions

CONTROL_C = "\x03"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    export_trig(Graphs(small_world()), folder / "graph.trig")
    return folder


def _review(*args: object) -> Result:
    return CliRunner().invoke(main, ["resolve", "review", *map(str, args)])


def test_pairs_are_listed_where_nobody_can_answer(graph: Path, tmp_path: Path) -> None:
    result = _review("--graph", graph, "--decisions", tmp_path / "d.csv")
    assert result.exit_code == 0
    assert "Anna Dahl / Rosa Mamani (kept apart: kgid:person/anna-dahl, " in result.stdout
    assert "A. Dahl / Anna Dahl (merged: kgid:person/anna-dahl)" in result.stdout
    assert not (tmp_path / "d.csv").exists()


def test_json(graph: Path) -> None:
    told = json.loads(_review("--graph", graph, "--json").stdout)
    assert [pair["by"] for pair in told] == ["names", "office"]


def test_what_is_decided_is_left_out(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(f"{HEADER}\nsame,Anna Dahl,Rosa Mamani,seen\n", encoding="utf-8")
    result = _review("--graph", graph, "--decisions", tmp_path / "d.csv")
    assert "Mamani" not in result.stdout
    assert "A. Dahl" in result.stdout


def test_where_nothing_is_in_doubt_that_is_told(graph: Path, tmp_path: Path) -> None:
    decided = "same,Anna Dahl,Rosa Mamani,seen\nsame,Anna Dahl,A. Dahl,seen\n"
    (tmp_path / "d.csv").write_text(f"{HEADER}\n{decided}", encoding="utf-8")
    result = _review("--graph", graph, "--decisions", tmp_path / "d.csv")
    assert (result.exit_code, result.stdout) == (0, "no pair of names is in doubt\n")


def _on_a_terminal(graph: Path, decisions: Path, answers: Sequence[str]) -> tuple[int, str]:
    """Exit code and screen of a review, each answer typed when it is asked for."""
    ours, theirs = pty.openpty()
    call = [sys.executable, "-m", "kg", "resolve", "review", "--graph", graph, "--decisions", decisions]
    with subprocess.Popen(call, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        screen, waiting = "", list(answers)
        while chunk := _read(ours):
            screen += chunk
            if screen.rstrip(" ").endswith(("q(uit):", "[reviewed]:")) and waiting:
                _type(waiting.pop(0), ours, process)
    os.close(ours)
    return process.returncode, screen


def _type(answer: str, terminal: int, process: subprocess.Popen[bytes]) -> None:
    if answer == CONTROL_C:
        _interrupt(process)
    else:
        os.write(terminal, answer.encode())


def _interrupt(process: subprocess.Popen[bytes]) -> None:
    """By a signal, and by another where the first came between the prompt and the wait for input, which goes on then."""
    while process.poll() is None:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)


def _read(terminal: int) -> str:
    try:
        return os.read(terminal, 65536).decode(errors="replace")
    except OSError:  # Linux tells so that the other end is closed
        return ""


@pytest.mark.parametrize(
    ("answers", "verdicts", "code"),
    [
        # yes with a reason, no without
        (["y\n", "her passport\n", "n\n", "\n"], [Verdict.SAME, Verdict.DIFFERENT], 0),
        (["s\n", "n\n", "\n"], [Verdict.DIFFERENT], 0),
        (["q\n"], [], 0),
        # what is no answer is asked again
        (["maybe\n", "y\n", "\n", "q\n"], [Verdict.SAME], 0),
        # an interruption and the end of input lose nothing that was decided
        (["y\n", "\n", CONTROL_C], [Verdict.SAME], 130),
        (["n\n", "\n", "\x04"], [Verdict.DIFFERENT], 130),
    ],
)
def test_on_a_terminal_each_answer_is_written(
    graph: Path, tmp_path: Path, answers: list[str], verdicts: list[Verdict], code: int
) -> None:
    path = tmp_path / "d.csv"
    found_code, screen = _on_a_terminal(graph, path, answers)
    assert "1 of 2: Anna Dahl / Rosa Mamani" in screen
    assert f"{len(verdicts)} decision" in screen
    decided = read_decisions(path) if path.exists() else ()
    assert [d.verdict for d in decided] == sorted(verdicts)
    assert found_code == code
