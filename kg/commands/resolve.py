"""kg resolve: decide who is who."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from kg.commands.options import DECISIONS, built_graph
from kg.graph.identity import Compared, doubtful
from kg.graph.review import decision_on, is_decided, pair_as_json
from kg.graph.store import open_graph
from kg.model import Verdict
from kg.read.decisions import read_decisions, write_decision

ANSWERS = {"y": Verdict.SAME, "n": Verdict.DIFFERENT}
SKIP, QUIT = "s", "q"
REVIEWED = "reviewed"

EXAMPLE = """\b
Example:
  kg resolve review                # asks, and writes ./decisions.csv
  kg resolve review --json | jq    # the list alone
  kg build                         # follows what was decided
"""


@click.group("resolve", epilog=EXAMPLE)
def command() -> None:
    """Decide who is who: what kg leaves open, or merged on thin evidence, and a file of decisions settles."""


@command.command("review", epilog=EXAMPLE, short_help="Go through the pairs of names in doubt.")
@built_graph
@click.option(
    "--decisions",
    default=DECISIONS,
    show_default=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where decisions are written, each as soon as it is taken.",
)
@click.option("--json", "as_json", is_flag=True, help="Write the pairs as JSON, and ask nothing.")
def review(*, directory: Path, decisions: Path, as_json: bool) -> None:
    """Show the pairs of names in doubt with their sentences; on a terminal, ask and write what you decide.

    Pairs that were nearly merged come first, then those merged on surname and office alone. What the file of
    decisions settles already is left out. Decisions take effect with the next kg build.

    \b
    Exit code: 0, whether there are any or none; 1 no graph, or decisions that cannot be read or written.
    """
    known = read_decisions(decisions) if decisions.exists() else ()
    pairs = [pair for pair in doubtful(open_graph(directory)) if not is_decided(pair, known)]
    if as_json:
        click.echo(json.dumps([pair_as_json(pair) for pair in pairs], ensure_ascii=False, indent=2))
    elif not pairs:
        click.echo("no pair of names is in doubt")
    elif sys.stdin.isatty() and sys.stdout.isatty():
        _ask(pairs, decisions)
    else:
        for line in _listed(pairs):
            click.echo(line)


def _listed(pairs: Iterable[Compared]) -> Iterator[str]:
    for pair in pairs:
        yield from _shown(pair)


def _shown(pair: Compared) -> Iterator[str]:
    """A pair for a reader: whose names, why they are in doubt, and their sentences."""
    standing = "merged" if pair.verdict is Verdict.SAME else "kept apart"
    yield f"{' / '.join(pair.names)} ({standing}: {', '.join(iri for iri, _ in pair.persons)})"
    yield f"  {pair.why}"
    yield from (f"  {sentence.line()}" for sentence in pair.sentences)


def _ask(pairs: list[Compared], decisions: Path) -> None:
    """Ask about each pair; every answer is on the disk before the next question."""
    taken = 0
    try:
        for number, pair in enumerate(pairs, start=1):
            click.echo(f"\n{number} of {len(pairs)}: " + "\n".join(_shown(pair)))
            answer = _answer()
            if answer == QUIT:
                break
            if answer in ANSWERS:
                reason = click.prompt("how is it known", default=REVIEWED)
                write_decision(decisions, decision_on(pair, ANSWERS[answer], reason))
                taken += 1
    finally:
        click.echo(f"\n{taken} decision{'s' * (taken != 1)} written to {decisions}; kg build follows them")


def _answer() -> str:
    choice = click.Choice([*ANSWERS, SKIP, QUIT])
    answer: str = click.prompt("one person? y(es), n(o), s(kip), q(uit)", type=choice, show_choices=False)
    return answer
