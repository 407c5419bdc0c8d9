"""How soon ready questions are answered: by rdflib's own engine in memory, and by the store that `kg build` keeps.

    python -m benchmarks.query                       # 10 thousand, 100 thousand and 1 million triples
    python -m benchmarks.query --triples 100000      # other sizes; may be repeated
    python -m benchmarks.query --graphs FOLDER       # keeps the graphs there, and takes those that are there already

The graphs are what `kg build` makes of real articles, repeated under other names, in other states, on other days.
Both engines read the same `graph.trig`, and are asked the same ten questions; each works in a process of its own.
Seconds are those of the CPU, which other work on the machine disturbs little; of a load those by the clock too.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from rdflib import Dataset

from benchmarks.corpus import write_corpus
from kg.graph.binding import bind
from kg.graph.library import find_query
from kg.graph.query import select
from kg.graph.store import STORE, TRIG, open_graph, save_store
from kg.graph.terms import PREFIXES

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
SIZES = (10_000, 100_000, 1_000_000)
PER_ARTICLE = 1430
"""Triples that an article brings, in the graph of the world and in its own."""
RUNS, LONG = 3, 2
"""How often a question is asked, unless it takes so many seconds."""
LIMIT = 30
"""Seconds that rdflib may take for a question."""
QUESTIONS: Mapping[str, Mapping[str, str]] = {
    "who-met-whom": {},
    "meetings-of": {"person": "Sun Weidong"},
    "timeline": {"one": "China", "other": "North Korea"},
    "officials-at": {"country": "China", "on": "2024-01-26"},
    "treaties-in-force": {"one": "China", "other": "North Korea"},
    "conflicts": {},
    "planned-only": {},
    "several-sources": {},
    "one-outlet": {"outlet": "KCNA"},
    "state-media": {"country": "North Korea"},
}
"""Joins, paths, dates, what is not there, what may be there, and counts; with parameters and without."""
Figures = dict[str, Any]


def main() -> None:
    """Measure and print."""
    options = _options()
    if options.measure:
        print(json.dumps(MEASUREMENTS[options.measure](options.graphs, options.limit)))
        return
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory() as folder:
        for size in options.triples or SIZES:
            _compare(_built(options.graphs or Path(folder), size), options.limit)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--triples", type=int, action="append", help="how many triples, about")
    parser.add_argument(
        "--limit", type=float, default=LIMIT, help="seconds that rdflib may take for a question"
    )
    parser.add_argument("--graphs", type=Path, help="where the graphs are kept")
    parser.add_argument("--measure", choices=sorted(MEASUREMENTS), help=argparse.SUPPRESS)
    return parser.parse_args()


def _built(folder: Path, size: int) -> Path:
    """The folder of a graph of about that size, which is built if it is not there."""
    place = folder / str(size)
    if not (place / TRIG).is_file():
        shutil.rmtree(place, ignore_errors=True)
        with tempfile.TemporaryDirectory() as texts:
            articles = write_corpus(SEEDS, max(5, size // PER_ARTICLE), Path(texts) / "articles")
            _run("-m", "kg", "build", str(articles), "--out", str(place), "--format", "trig", "--quiet")
    return place


def _compare(folder: Path, limit: float) -> None:
    ours, theirs = (_measured(name, folder, limit) for name in ("kg", "rdflib"))
    print(f"\n{ours['triples']:,} triples{'rdflib':>29}{'kg':>11}")
    for name in ("load", "by the clock", "opened"):
        print(f"  {name:24} {_seconds(theirs.get(name)):>14}{_seconds(ours[name]):>11}")
    for name in QUESTIONS:
        (their, rows), (our, our_rows) = theirs["questions"][name], ours["questions"][name]
        note = "" if rows in {None, our_rows} else f"; rdflib has {rows:,}"
        print(
            f"  {name:24} {_seconds(their, limit):>14}{_seconds(our):>11} {_ratio(their, our, limit):>9}"
            f"   {our_rows:,} rows{note}"
        )
    their, our = (sum(f["questions"][name][0] or limit for name in QUESTIONS) for f in (theirs, ours))
    least = any(theirs["questions"][name][0] is None for name in QUESTIONS)
    print(
        f"  {'the ten':24} {_seconds(their):>14}{_seconds(our):>11} {'> ' * least + f'{their / our:,.0f} ×':>9}"
    )
    for name in ("memory to load", "memory to answer"):
        print(f"  {name:24} {theirs[name]:>10,.0f} MiB{ours[name]:>7,.0f} MiB")


def _seconds(seconds: float | None, limit: float | None = None) -> str:
    if seconds is None:
        return "" if limit is None else f"not in {limit:.0f} s"
    return f"{seconds:,.3f} s"


def _ratio(their: float | None, our: float, limit: float) -> str:
    return f"> {limit / our:,.0f} ×" if their is None else f"{their / our:,.0f} ×"


def _measured(what: str, folder: Path, limit: float) -> Any:
    return json.loads(
        _run("-m", "benchmarks.query", "--measure", what, "--graphs", str(folder), "--limit", str(limit))
    )


def _run(*arguments: str) -> str:
    """Run Python at the root of the repository."""
    call = [sys.executable, *arguments]
    return subprocess.run(call, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


# ---------------------------------------------------------------- what the measuring processes do


def _measure_ours(folder: Path, limit: float) -> Figures:
    for place in (folder / STORE).glob("graph-*"):
        shutil.rmtree(place)
    load = _timed(lambda: save_store(folder))
    memory = _memory(resource.RUSAGE_SELF)
    opened = _timed(lambda: open_graph(folder))
    graph = open_graph(folder)
    questions = {
        name: _median(lambda text=text, terms=terms: sum(1 for _ in select(graph, text, terms)))  # type: ignore[misc]
        for name, text, terms in _asked()
    }
    return {
        "triples": len(graph),
        "load": load["cpu"],
        "by the clock": load["wall"],
        "opened": opened["cpu"],
        "questions": questions,
        "memory to load": memory,
        "memory to answer": _memory(resource.RUSAGE_SELF),
    }


def _measure_rdflib(folder: Path, limit: float) -> Figures:
    dataset = Dataset()
    load = _timed(lambda: dataset.parse(folder / TRIG, format="trig"))
    memory = _memory(resource.RUSAGE_SELF)
    questions = {name: _within(limit, dataset, bind(text, terms)) for name, text, terms in _asked()}
    return {
        "load": load["cpu"],
        "by the clock": load["wall"],
        "questions": questions,
        "memory to load": memory,
        "memory to answer": max(memory, _memory(resource.RUSAGE_CHILDREN)),
    }


def _asked() -> Iterator[tuple[str, str, Any]]:
    for name, values in QUESTIONS.items():
        question = find_query(name)
        yield name, question.text, question.terms(values)


def _median(ask: Callable[[], int]) -> tuple[float, int]:
    """Seconds of the CPU, and rows."""
    spent: list[float] = []
    rows = 0
    while len(spent) < RUNS and sum(spent) < LONG:
        start = time.process_time()
        rows = ask()
        spent.append(time.process_time() - start)
    return statistics.median(spent), rows


def _within(limit: float, dataset: Dataset, text: str) -> tuple[float | None, int | None]:
    """The same, in a process that is ended when its time is up; nothing then."""
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(there, dataset, text, limit))
    process.start()
    there.close()
    with suppress(EOFError):
        return here.recv()  # type: ignore[no-any-return]
    return None, None


def _answer(there: Connection, dataset: Dataset, text: str, limit: float) -> None:
    signal.setitimer(signal.ITIMER_PROF, limit)
    there.send(_median(lambda: sum(1 for _ in dataset.query(text, initNs=dict(PREFIXES)))))


def _timed(work: Callable[[], object]) -> dict[str, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}


def _memory(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


MEASUREMENTS: dict[str, Callable[[Path, float], Figures]] = {"kg": _measure_ours, "rdflib": _measure_rdflib}

if __name__ == "__main__":
    main()
