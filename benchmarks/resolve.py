"""How the cost of resolution grows with a corpus, and how often it is right about who is who.

    python -m benchmarks.resolve                   # 250, 500, 1,000 and 2,000 articles
    python -m benchmarks.resolve --articles 4000   # other numbers; may be repeated

The articles are made up, with persons under many names and the truth known; no language pipeline is run. Each
measurement is CPU time in a process of its own, the least of a few. Where other work on the machine slows the larger
corpora down, the number of function calls tells how the cost grows: it hardly differs from run to run.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import math
import os
import pstats
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

from benchmarks.people import Person, make_people
from kg.language.lexicon import load_lexicon
from kg.model import (
    Argument,
    Article,
    EntityKind,
    EventMention,
    Interval,
    Office,
    Reading,
    Referent,
    Span,
    Status,
)
from kg.resolve.entities import resolve_entities
from kg.resolve.world import resolve_world

ROOT = Path(__file__).parents[1]
SIZES = (250, 500, 1000, 2000)
STEEPEST = 1.15
"""The slope in log–log that resolution may have."""
RUNS = 3
PEOPLE_PER_ARTICLE = 0.6
"""How many persons a corpus has for each of its articles."""
STAGES = ("persons", "whole")
Truth = Mapping[tuple[str, str], int]
"""(article, referent) → the person meant."""


def main() -> None:
    """Measure and print."""
    options = _options()
    if options.measure:
        print(json.dumps(MEASUREMENTS[options.measure](options.articles[0])))
        return
    sizes = tuple(options.articles or SIZES)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}")
    found = [_least([_in_processes(size) for _ in range(options.runs)]) for size in sizes]
    for size, figures in zip(sizes, found, strict=True):
        print(
            f"{size:6,} articles, {figures['mentions']:7,.0f} names of {figures['people']:5,.0f} persons: "
            f"persons {figures['persons']:6.2f} s, the whole {figures['whole']:6.2f} s of CPU; "
            f"pairs: precision {figures['precision']:.4f}, recall {figures['recall']:.4f}"
        )
    calls = [_in_a_process("calls", size)["calls"] for size in sizes]
    print("calls of functions, the whole: " + ", ".join(f"{number:,}" for number in calls))
    if len(sizes) > 1:
        print(f"slope in log–log, calls    {slope(sizes, calls):.2f}")
    for stage in STAGES if len(sizes) > 1 else ():
        steepness = slope(sizes, [figures[stage] for figures in found])
        print(f"slope in log–log, {stage:8} {steepness:.2f} (below {STEEPEST})")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, action="append", help="how many articles (250 to 2,000)")
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each is measured (%(default)s)")
    parser.add_argument("--measure", choices=sorted(MEASUREMENTS), help=argparse.SUPPRESS)
    return parser.parse_args()


def _in_processes(size: int) -> dict[str, float]:
    """What each stage takes with nothing worked out before."""
    return {name: figure for stage in STAGES for name, figure in _in_a_process(stage, size).items()}


def _in_a_process(stage: str, size: int) -> dict[str, float]:
    call = [sys.executable, "-m", "benchmarks.resolve", "--measure", stage, "--articles", str(size)]
    told: dict[str, float] = json.loads(
        subprocess.run(call, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
    )
    return told


def _least(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {name: min(run[name] for run in runs) for name in runs[0]}


def slope(sizes: Sequence[int], times: Sequence[float]) -> float:
    """The slope of the line through the points in log–log, by least squares."""
    xs, ys = [math.log(size) for size in sizes], [math.log(seconds) for seconds in times]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def _measure_persons(size: int) -> dict[str, float]:
    readings, truth = _prepared(size)
    start = time.process_time()
    identities = resolve_entities(readings, load_lexicon())
    spent = time.process_time() - start
    precision, recall = accuracy(truth, identities.of_referent)
    people = len(set(truth.values()))
    return {
        "persons": spent,
        "precision": precision,
        "recall": recall,
        "mentions": len(truth),
        "people": people,
    }


def _measure_whole(size: int) -> dict[str, float]:
    readings, _ = _prepared(size)
    start = time.process_time()
    resolve_world(readings, load_lexicon())
    return {"whole": time.process_time() - start}


def _measure_calls(size: int) -> dict[str, float]:
    readings, _ = _prepared(size)
    return {"calls": count_calls(readings)}


def count_calls(readings: Sequence[Reading]) -> int:
    """How many functions are called for resolving some articles."""
    watched = cProfile.Profile()
    watched.runcall(resolve_world, readings, load_lexicon())
    return sum(row[1] for row in pstats.Stats(watched).stats.values())  # type: ignore[attr-defined]


def _prepared(size: int) -> tuple[list[Reading], Truth]:
    """The articles, all that is loaded once being loaded."""
    resolve_world(make_readings(5)[0], load_lexicon())
    return make_readings(size)


def accuracy(truth: Truth, found: Mapping[tuple[str, str], str]) -> tuple[float, float]:
    """Precision and recall of the pairs of mentions that are taken for one person."""
    right = _pairs((truth[standing], found[standing]) for standing in truth)
    return right / _pairs(found[standing] for standing in truth), right / _pairs(truth.values())


def _pairs(groups: Iterable[object]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(groups).values())


# ---------------------------------------------------------------- made-up articles


def make_readings(size: int) -> tuple[list[Reading], Truth]:
    """So many articles, each of a few persons who meet, and who is meant by each of their names."""
    people = make_people(max(4, round(size * PEOPLE_PER_ARTICLE)))
    readings, truth = [], {}
    for number in range(size):
        reading, who = _article(number, people)
        readings.append(reading)
        truth |= {(reading.article.identifier, key): person.number for key, person in who.items()}
    return readings, truth


def _article(number: int, people: Sequence[Person]) -> tuple[Reading, dict[str, Person]]:
    random = Random(f"article {number} of {len(people)}")
    chosen = random.sample(people, 4)
    day = date(2020, 1, 1) + timedelta(days=number % 1500)
    text, referents, who = "", [], {}
    for k, person in enumerate(chosen):
        name = random.choice(person.names)
        sentence = f"{person.office.capitalize()} {name} spoke on {day}."
        span = Span(len(text), len(text) + len(sentence))
        text += sentence + "\n"
        referents.append(_referent(f"person:{k}", person, name, span, random))
        who[f"person:{k}"] = person
    article = Article(f"article-{number:05}", text, published=day)
    events = tuple(_meeting(a, b, day) for a, b in pairwise(referents))
    return Reading(article, tuple(referents), events), who


def _referent(key: str, person: Person, name: str, span: Span, random: Random) -> Referent:
    """A person as one article has them; their state and their office are not always told."""
    state = person.state if random.random() < 0.9 else None
    office = Office(person.office, state, person.office, span) if state and random.random() < 0.7 else None
    return Referent(
        key,
        EntityKind.PERSON,
        (name, person.surname),
        country=state,
        offices=(office,) if office else (),
        sentences=(span,),
    )


def _meeting(one: Referent, other: Referent, day: date) -> EventMention:
    span = other.sentences[0]
    arguments = Argument("participant", one.key), Argument("participant", other.key)
    interval = Interval(day, day, day.isoformat())
    return EventMention(
        "Meeting", "met", Span(span.start, span.start + 4), span, arguments, interval, Status.HELD
    )


MEASUREMENTS: Mapping[str, Callable[[int], dict[str, float]]] = {
    "persons": _measure_persons,
    "whole": _measure_whole,
    "calls": _measure_calls,
}

if __name__ == "__main__":
    main()
