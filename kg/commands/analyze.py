"""kg analyze: what the network of actors tells."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from kg.analytics.analysis import Analysis, analyze, as_json, names_in, with_names
from kg.analytics.change import compare
from kg.analytics.happenings import find_happenings
from kg.analytics.network import read_network
from kg.analytics.tables import CHANGES, VIEWS, change_rows, note_on
from kg.commands.options import built_graph
from kg.graph.results import cut, table

SUMMARY = ("actors", "levels", "balance")
FORMULA = ("=", "+", "-", "@", "\t", "\r")

NOTHING = "kg: no event is told as a fact here; leave out --since and --until, or build more articles"

EXAMPLE = """\b
Example:
  kg analyze
  kg analyze pairs --since 2023-01-01 --csv
  kg analyze changes --since 2023-12-31 --until 2024-12-31
"""


def _day(_ctx: click.Context, _option: click.Parameter, written: str | None) -> date | None:
    try:
        return None if written is None else date.fromisoformat(written)
    except ValueError:
        raise click.BadParameter(f"{written!r} is not a day, as 2024-01-26") from None


@click.command("analyze", epilog=EXAMPLE)
@click.argument("view", required=False, type=click.Choice([*VIEWS, "changes"]), metavar="[VIEW]")
@built_graph
@click.option("--since", callback=_day, metavar="DAY", help="Only events from this day on.")
@click.option("--until", callback=_day, metavar="DAY", help="Only events up to this day.")
@click.option(
    "--top",
    default=10,
    show_default=True,
    type=click.IntRange(1),
    help="Rows of a table; all in CSV and JSON.",
)
@click.option("--csv", "style", flag_value="csv", help="All rows of one view as CSV.")
@click.option(
    "--json", "style", flag_value="json", help="All measures as JSON, with the events behind each figure."
)
def command(
    *,
    view: str | None,
    directory: Path,
    since: date | None,
    until: date | None,
    top: int,
    style: str | None,
) -> None:
    """Tell what the network of actors says: who is central, who meets whom, how states get on.

    Only what is told as a fact counts. VIEW is one of actors, ties, communities, periods, levels, pairs, balance,
    or changes, which tells what the days after --since, up to --until, brought. Without a view, a summary.
    """
    network = read_network(directory / "graph.graphml")
    if view == "changes":
        if since is None or until is None or since >= until:
            raise click.UsageError("changes wants --since DAY --until DAY, the earlier day first")
        happenings = find_happenings(network)
        found = compare(happenings, since, until)
        if style == "json":
            click.echo(_json(with_names(found, names_in(network, happenings))))
        else:
            _show("What changed", CHANGES, [*change_rows(found, names_in(network, happenings))], style, top)
    else:
        _tell(analyze(network, since, until), view, style, top)


def _tell(found: Analysis, view: str | None, style: str | None, top: int) -> None:
    if style == "json":
        click.echo(_json(as_json(found)))
        return
    views = (view,) if view else SUMMARY if style is None else SUMMARY[:1]
    for name in views:
        title = "; ".join(filter(None, (VIEWS[name].title, note_on(name, found))))
        _show(title, VIEWS[name].columns, [*VIEWS[name].rows(found)], style, top)
    if not found.standings:
        click.echo(NOTHING, err=True)


def _show(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], style: str | None, top: int
) -> None:
    if style == "csv":
        click.echo(_csv(columns, rows), nl=False)
    else:
        shortened = [[cut(cell) for cell in row] for row in rows[:top]]
        click.echo(f"{title}\n{table(columns, shortened, len(rows))}")


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([columns, *(map(_harmless, row) for row in rows)])
    return written.getvalue()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, "CSV Injection")."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True, default=str)
