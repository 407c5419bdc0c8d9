"""kg build from the outside, with real files: what is skipped, what is written, and what survives."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kg.files import check_writable

SEEDS = Path(__file__).parents[1] / "seeds"
SEED = SEEDS / "003_15adf3c591cd31b4.txt"
FORMATS = {"graph.ttl", "graph.trig", "graph.graphml", "graph.html", "analysis.json", "void.ttl"}


def _kg(*args: object, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "kg", *map(str, args)]
    known = os.environ | {"PYTHONPATH": str(SEEDS.parent)} | environment
    return subprocess.run(call, capture_output=True, text=True, check=False, cwd=folder, env=known)


def _files(folder: Path) -> dict[str, bytes]:
    """All that is promised to be the same bytes."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """One article among files that cannot be read."""
    shutil.copy(SEED, tmp_path / "good.txt")
    (tmp_path / "latin.txt").write_bytes("Caf\xe9".encode("latin-1"))
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "day.md").write_text('---\npublished: "soon"\n---\nHe came.', encoding="utf-8")
    return tmp_path


def test_broken_articles_are_named_and_skipped(broken: Path, tmp_path: Path) -> None:
    run = _kg("build", broken, tmp_path / "nowhere.txt", "--out", tmp_path / "out")
    skipped = [line for line in run.stderr.splitlines() if line.startswith("kg: skipped: ")]
    assert run.returncode == 1
    assert [line.split(":")[2].rsplit("/", 1)[1] for line in skipped] == [
        "day.md",
        "empty.txt",
        "latin.txt",
        "nowhere.txt",
    ]
    assert set(_files(tmp_path / "out")) == FORMATS


def test_strict_stops_at_the_first(broken: Path, tmp_path: Path) -> None:
    run = _kg("build", broken, "--strict", "--out", tmp_path / "out")
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert run.stderr.startswith(f"kg: error: {broken / 'day.md'}:2: published 'soon' is no day")
    assert not (tmp_path / "out").exists()


def test_nothing_to_read_writes_nothing(tmp_path: Path) -> None:
    run = _kg("build", tmp_path, "--out", tmp_path / "out")
    assert run.returncode == 1
    assert "a folder without articles" in run.stderr
    assert not (tmp_path / "out" / "graph.ttl").exists()


def test_what_is_not_read_in_a_folder_is_told(tmp_path: Path) -> None:
    shutil.copy(SEED, tmp_path)
    (tmp_path / "page.html").write_text("<p>He came.", encoding="utf-8")
    run = _kg("build", tmp_path, "--out", tmp_path / "out", "--format", "ttl", "-q")
    assert run.returncode == 0
    assert run.stderr.startswith(f"kg: {tmp_path}: 1 .html is not read; ")
    assert run.stderr.count("\n") == 1
    (tmp_path / SEED.name).unlink()
    run = _kg("build", tmp_path, "--out", tmp_path / "other")
    assert "a folder without articles" in run.stderr
    assert "1 .html, 1 sub-folder are not read" in run.stderr


def test_a_place_that_cannot_be_written_is_noticed_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    run = _kg("build", tmp_path / "nowhere.txt", "--out", tmp_path / "file" / "out")
    assert run.returncode == 1
    said = (
        f"kg: error: {tmp_path / 'file' / 'out'}: cannot be written (Not a directory); choose another --out\n"
    )
    assert run.stderr == said


def test_a_check_of_the_place_makes_nothing(tmp_path: Path) -> None:
    check_writable(tmp_path / "new" / "out")
    assert list(tmp_path.iterdir()) == []


def test_seeds_are_missing(tmp_path: Path) -> None:
    run = _kg("build", folder=tmp_path)
    assert run.returncode == 2
    assert "there is no ./seeds here" in run.stderr


def test_only_the_formats_named(tmp_path: Path) -> None:
    run = _kg("build", SEED, "--out", tmp_path, "--format", "ttl", "--format", "graphml", "-q")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert set(_files(tmp_path)) == {"graph.ttl", "graph.graphml"}


def test_what_cannot_be_kept_is_said_and_the_graph_is_written(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file", encoding="utf-8")
    run = _kg("build", SEED, "--out", tmp_path, "--format", "ttl", "-q")
    assert (run.returncode, run.stdout) == (0, "")
    assert [line.startswith(f"kg: {tmp_path / 'store'}") for line in run.stderr.splitlines()] == [True, True]
    assert (tmp_path / "graph.ttl").exists()


def test_a_question_is_answered_from_the_store(tmp_path: Path) -> None:
    assert _kg("build", SEED, "--out", tmp_path, "--format", "trig", "-q").returncode == 0
    assert sorted(path.name.partition("-")[0] for path in (tmp_path / "store").iterdir()) == [
        "graph",
        "readings",
    ]
    asked = _kg("query", "ASK { ?e a kg:Event }", "--graph", tmp_path, "--out-format", "csv")
    assert asked.stdout.strip() == "true"


def test_summary_goes_to_standard_error(tmp_path: Path) -> None:
    run = _kg("build", SEED, "--out", tmp_path, "--format", "ttl")
    assert (run.returncode, run.stdout) == (0, "")
    assert run.stderr.startswith("kg: 1 article; ")
    assert run.stderr.endswith(f"→ {tmp_path / 'graph.ttl'}\n")


def _read_all(terminal: int) -> str:
    """What was written to a terminal, until nobody holds its other end (which Linux tells by an error)."""
    seen = b""
    with suppress(OSError):
        while part := os.read(terminal, 4096):
            seen += part
    os.close(terminal)
    return seen.decode()


def test_terminal_sees_a_table_and_no_colour_where_none_is_wanted(tmp_path: Path) -> None:
    terminal, stderr = os.openpty()
    call = [sys.executable, "-m", "kg", "build", str(SEED), "--out", str(tmp_path), "--format", "ttl"]
    environment = os.environ | {"TERM": "xterm", "NO_COLOR": "1"}
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=stderr, env=environment) as build:
        os.close(stderr)
        seen = _read_all(terminal)
        assert build.stdout is not None
        assert build.stdout.read() == b""
    assert build.returncode == 0
    assert re.search(r"kind.*number", seen)
    assert f"1 article → {tmp_path}\r\n" in seen
    assert str(tmp_path / "graph.ttl") in seen
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", seen)


def test_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert _kg("build", SEEDS, "--out", one, PYTHONHASHSEED="1").returncode == 0
    backwards = sorted(SEEDS.iterdir(), reverse=True)
    assert _kg("build", *backwards, "--out", two, PYTHONHASHSEED="2").returncode == 0
    assert _files(one) == _files(two)


def _started(folder: Path, out: Path) -> subprocess.Popen[str]:
    """A build that has read the first of many articles, and is far from its end."""
    for number in range(60):
        shutil.copy(SEED, folder / f"{number}.txt")
    call = [sys.executable, "-m", "kg", "build", str(folder), "--out", str(out)]
    build = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while build.poll() is None and not list(out.glob("store/readings/*")):
        time.sleep(0.01)
    return build


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_stopped_run_leaves_the_old_graph(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for name in FORMATS:
        (out / name).write_text("old", encoding="utf-8")
    (tmp_path / "many").mkdir()
    build = _started(tmp_path / "many", out)
    build.send_signal(sent)
    _, errors = build.communicate(timeout=60)
    assert build.returncode == code
    assert "Traceback" not in errors
    assert {name: content for name, content in _files(out).items() if name in FORMATS} == dict.fromkeys(
        FORMATS, b"old"
    )


def test_decisions_of_the_working_directory_are_followed(tmp_path: Path) -> None:
    """Without an option too; what can't be followed is told, and a wrong file stops the build."""
    (tmp_path / "a.txt").write_text("Peruvian President Ana Rojas met Bolivian President Luis Mamani.\n")
    decisions = tmp_path / "decisions.csv"
    decisions.write_text(
        "verdict,one,other,reason\nsame,Ana Rojas,Luis Mamani,a test\nsame,Ana Rojas,Nobody Else,a test\n"
    )
    call = ("build", "a.txt", "--format", "ttl")
    run = _kg(*call, folder=tmp_path)
    assert run.returncode == 0
    assert (
        "kg: decision not followed: decisions.csv, line 3: these articles name no person “Nobody Else”"
        in run.stderr
    )
    assert "kg: 1 article, 2 decisions; " in run.stderr
    assert "by decision: a test" in (tmp_path / "exports/graph.ttl").read_text(encoding="utf-8")
    decisions.rename(tmp_path / "ours.csv")
    assert "decision" not in _kg(*call, folder=tmp_path).stderr
    assert "2 decisions" in _kg(*call, "--decisions", "ours.csv", folder=tmp_path).stderr
    (tmp_path / "ours.csv").write_text("verdict,one,other,reason\nmaybe,Ana Rojas,Luis Mamani,x\n")
    run = _kg(*call, "--decisions", "ours.csv", folder=tmp_path)
    assert run.returncode == 1
    assert run.stderr == "kg: error: ours.csv, line 2: “maybe” is no verdict; write same or different\n"
