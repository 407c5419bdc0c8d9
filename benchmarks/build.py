"""How fast `kg build` is: the language pipeline alone, the whole, its stages, and a cold start.

    python -m benchmarks.build                 # 100 and 500 articles, and a cold start
    python -m benchmarks.build --articles 5    # other numbers; may be repeated

Each measurement runs in a process of its own. Loading (imports, model, lexicon) is told apart from the work.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.corpus import write_corpus

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
FORMATS = ("ttl", "trig", "graphml", "html")
MOST = 2.5
"""The whole may cost so many times what the language pipeline costs alone."""
STAGES = {
    "read_document": "language pipeline",
    "read_statements": "extraction",
    "date_articles": "dating",
    "resolve_world": "resolution",
    "save_store": "store",
}
"""The functions that `kg.pipeline` calls, and what each does."""
STAGES_OF_A_SURVEY = {"build_network": "network", "analyze": "analysis"}
"""Those that `kg.analytics.analysis` calls when the first format asks for what they make."""
TABLES = ("OF_GRAPHS", "OF_SURVEY")
"""Its tables of formats, and what writes each."""
Times = dict[str, float]


def main() -> None:
    """Measure and print."""
    options = _options()
    if options.measure:
        print(json.dumps(MEASUREMENTS[options.measure](options.folder)))
        return
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}")
    for number in options.articles or (100, 500):
        with tempfile.TemporaryDirectory() as folder:
            _compare(write_corpus(SEEDS, number, Path(folder) / "articles"), number)
    _cold_start()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, action="append", help="how many articles (100 and 500)")
    parser.add_argument("--measure", choices=sorted(MEASUREMENTS), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, default=SEEDS, help=argparse.SUPPRESS)
    return parser.parse_args()


def _compare(folder: Path, number: int) -> None:
    alone, whole = _measured("pipeline", folder), _measured("whole", folder)
    print(f"\n{number} articles, {whole['words']:,} words")
    for name, figures in (("language pipeline alone", alone), ("the whole of kg build", whole)):
        speed = figures["words"] / figures["wall"]
        print(
            f"  {name:24} {speed:7,.0f} words/s   {figures['wall']:7.1f} s   "
            f"{figures['cpu']:7.1f} s of CPU   {figures['memory']:6,.0f} MiB at the peak"
        )
    ratios = (whole["cpu"] / alone["cpu"], whole["wall"] / alone["wall"])
    print(f"  ratio by CPU {ratios[0]:.2f}, by the clock {ratios[1]:.2f} (at most {MOST})")
    for stage, seconds in whole["stages"].items():
        print(f"    {stage:20} {seconds:7.1f} s of CPU {seconds / whole['cpu']:6.0%}")


def _cold_start() -> None:
    """`kg build seeds` in a new process, and how much of it is loading."""
    with tempfile.TemporaryDirectory() as out:
        spent = _timed(lambda: _run("-m", "kg", "build", str(SEEDS), "--out", out, "--quiet"))
    loading = _timed(lambda: _run("-m", "benchmarks.build", "--measure", "load"))
    for name, times in (("kg build seeds, cold", spent), ("of which loading", loading)):
        print(f"  {name:24} {times['wall']:5.2f} s   {times['cpu']:5.2f} s of CPU")


def _timed(work: Callable[[], object]) -> Times:
    """The clock and the CPU time of the processes that some work starts."""
    wall, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": time.perf_counter() - wall, "cpu": cpu}


def _measured(what: str, folder: Path) -> Any:
    return json.loads(_run("-m", "benchmarks.build", "--measure", what, "--folder", str(folder)))


def _run(*arguments: str) -> str:
    """Run Python at the root of the repository."""
    call = [sys.executable, *arguments]
    return subprocess.run(call, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


# ---------------------------------------------------------------- what the measuring processes do


def _load(folder: Path) -> Any:
    """Import and load all that `kg build` needs before its first article."""
    pipeline = import_module("kg.pipeline")
    import_module("kg.language.pipeline").load_pipeline()
    return pipeline


def _measure_load(folder: Path) -> Times:
    _load(folder)
    return {}


def _measure_pipeline(folder: Path) -> dict[str, object]:
    _load(folder)
    read_documents = import_module("kg.language.pipeline").read_documents
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    return _figures(folder, lambda: sum(len(document.tokens) for document in read_documents(texts)))


def _measure_whole(folder: Path) -> dict[str, object]:
    pipeline = _load(folder)
    clock = _Clock()
    for module, stages in ((pipeline, STAGES), (import_module("kg.analytics.analysis"), STAGES_OF_A_SURVEY)):
        for name, stage in stages.items():
            setattr(module, name, clock.watching(stage, getattr(module, name)))
    for table in (getattr(pipeline, name) for name in TABLES):
        table.update({name: clock.watching(f"graph.{name}", write) for name, write in table.items()})
    with tempfile.TemporaryDirectory() as out:
        figures = _figures(folder, lambda: pipeline.build([folder], Path(out), FORMATS))
    rest = float(figures["cpu"]) - sum(clock.spent.values())  # type: ignore[arg-type]
    return {**figures, "stages": {**clock.spent, "the rest": rest}}


def _figures(folder: Path, work: Callable[[], object]) -> dict[str, object]:
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in folder.glob("*.txt"))
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"words": words, "wall": wall, "cpu": cpu, "memory": memory}


class _Clock:
    """CPU seconds by stage; what a stage spends inside another counts for the inner one alone."""

    def __init__(self) -> None:
        self.spent: Times = {}
        self.inner = [0.0]

    def watching(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, watched."""
        return partial(self._run, stage, work)

    def _run(self, stage: str, work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        self.inner.append(0.0)
        try:
            return work(*arguments, **named)
        finally:
            spent = time.process_time() - start
            self.spent[stage] = self.spent.get(stage, 0.0) + spent - self.inner.pop()
            self.inner[-1] += spent


MEASUREMENTS: dict[str, Callable[[Path], object]] = {
    "load": _measure_load,
    "pipeline": _measure_pipeline,
    "whole": _measure_whole,
}

if __name__ == "__main__":
    main()
