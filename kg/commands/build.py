"""kg build: read articles, write their graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from kg.commands.options import DECISIONS, EXPORTS
from kg.pipeline import BuildReport, build

SEEDS = Path("seeds")
FORMATS = ("ttl", "trig", "graphml", "html", "analysis", "void")
BULK = ("nq", "nq.gz")
"""Written where they are asked for."""
SKIPPED = 1

EXAMPLE = """\b
Example:
  kg build news/ report.txt --out graph --format ttl --format html
"""


@click.command("build", epilog=EXAMPLE)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--out",
    default=EXPORTS,
    show_default=True,
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the graph is written.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice((*FORMATS, *BULK)),
    help=f"Only this format; may be repeated.  [default: {', '.join(FORMATS)}]",
)
@click.option("--strict", is_flag=True, help="Stop at the first article that cannot be read.")
@click.option(
    "--decisions",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=f"Who is who, decided by people.  [default: ./{DECISIONS}, if it is there]",
)
@click.option(
    "--language-model", metavar="NAME", help="Another spaCy pipeline in place of the one that comes with kg."
)
@click.option("-q", "--quiet", is_flag=True, help="Only say what went wrong.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    paths: tuple[Path, ...],
    out: Path,
    formats: tuple[str, ...],
    strict: bool,
    decisions: Path | None,
    language_model: str | None,
    quiet: bool,
) -> None:
    """Read articles and write their knowledge graph.

    PATH is an article (UTF-8 text, with or without front matter) or a folder of *.txt and *.md; without any,
    ./seeds is read. The graph is that of exactly these articles.

    \b
    Exit code: 0 all well, 1 an article was skipped, 2 wrong use.
    """
    if not paths and not SEEDS.is_dir():
        raise click.UsageError("there is no ./seeds here; name the articles: kg build PATH...")
    console = Console(stderr=True, quiet=quiet)
    with _progress(console) as progress:
        report = build(
            paths or (SEEDS,),
            out,
            formats or FORMATS,
            strict=strict,
            decisions=decisions or (DECISIONS if DECISIONS.is_file() else None),
            language_model=language_model,
            progress=progress,
        )
    for error in report.skipped:
        click.echo(f"kg: skipped: {error}", err=True)
    for note in report.notes:
        click.echo(f"kg: {note}", err=True)
    _summarize(report, out, console)
    ctx.exit(SKIPPED if report.skipped else 0)


@contextmanager
def _progress(console: Console) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _summarize(report: BuildReport, out: Path, console: Console) -> None:
    articles = f"{report.articles} article{'s' * (report.articles != 1)}"
    if report.decisions:
        articles += f", {report.decisions} decision{'s' * (report.decisions != 1)}"
    if console.is_terminal:
        console.print(f"{articles} → {out}", markup=False, highlight=False, soft_wrap=True)
        table = Table("kind", "number", box=None)
        for kind, number in report.counts.items():
            table.add_row(kind, f"{number:,}")
        console.print(table)
        console.print("\n".join(map(str, report.written)), markup=False, soft_wrap=True)
    else:
        kinds = ", ".join(f"{kind} {number}" for kind, number in report.counts.items())
        line = f"kg: {articles}; {kinds} → {', '.join(map(str, report.written))}"
        console.print(line, highlight=False, soft_wrap=True, markup=False)
