"""A file of decisions → `Decision`s, read strictly; and one more decision at its end.

The file is a table with a line for each decision, under `verdict,one,other,reason`. Commas may be semicolons
or tabs, as spreadsheets write them; lines that begin with # and empty lines are passed over.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path

from kg.errors import DecisionError
from kg.model import Decision, Side, Verdict

COLUMNS = ("verdict", "one", "other", "reason")
HEADER = ",".join(COLUMNS)
VERDICTS = {verdict.value: verdict for verdict in (Verdict.SAME, Verdict.DIFFERENT)}
THING = re.compile(r"(?:<?https://w3id\.org/kg-diplomacy/id/|kgid:)([a-z]+/[^\s>]+)>?")
AT_ARTICLE = re.compile(r"(.*\S)\s+@\s+(\S+)")


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, sorted, so that their order in it does not matter.

    Raises:
        DecisionError: the file cannot be read or one of its lines is no decision; it names the line.
    """
    rows = _rows(path)
    _check_header(path, next(rows, None))
    return tuple(sorted(_decision(f"{path}, line {line}", row) for line, row in rows))


def write_decision(path: Path, decision: Decision) -> None:
    """Add a decision at the end of a file, on the disk before this returns; the file is made where there is none."""
    lines = [] if path.exists() and any(_rows(path)) else [COLUMNS]
    row = (
        decision.verdict,
        written(decision.one),
        written(decision.other),
        " ".join(decision.reason.split()),
    )
    separator = "" if not path.exists() or path.read_bytes()[-1:] in {b"", b"\n"} else "\n"
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(separator)
        csv.writer(file, delimiter=_delimiter(path), lineterminator="\n").writerows([*lines, row])
        file.flush()
        os.fsync(file.fileno())


def written(side: Side) -> str:
    """One side as a file of decisions has it."""
    name = f"kgid:{side.name}" if is_thing(side.name) else side.name
    return f"{name} @ {side.article}" if side.article else name


def read_side(text: str) -> Side:
    """Whom some words name: "Li Wei", "kgid:person/li-wei-chn", "Li Wei @ ARTICLE"."""
    at = AT_ARTICLE.fullmatch(text.strip())
    name, article = at.groups() if at else (text.strip(), "")
    iri = THING.fullmatch(name)
    return Side(iri[1] if iri else " ".join(name.split()), article)


def is_thing(name: str) -> bool:
    """Whether a side is the end of an IRI."""
    return re.fullmatch(r"[a-z]+/\S+", name) is not None


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The lines with something in them, with the number of each."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(
            f"{path}: cannot be read ({error}); it must be a UTF-8 table of {HEADER}"
        ) from error
    delimiter = _delimiter_of(lines)
    for number, line in enumerate(lines, start=1):
        if line.strip().strip(delimiter) and not line.lstrip().startswith("#"):
            yield number, _cells(f"{path}, line {number}", line, delimiter)


def _cells(where: str, line: str, delimiter: str) -> list[str]:
    try:
        (cells,) = csv.reader([line], delimiter=delimiter, strict=True)
    except (csv.Error, ValueError) as error:
        raise DecisionError(
            f'{where}: the quotation marks don\'t pair; write "…" around a cell, and "" for one inside it'
        ) from error
    return [cell.strip() for cell in cells]


def _delimiter(path: Path) -> str:
    return _delimiter_of(path.read_text(encoding="utf-8-sig").splitlines())


def _delimiter_of(lines: list[str]) -> str:
    """What stands between the first two columns of the header."""
    header = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    return next((mark for mark in ";\t" if mark in header), ",")


def _check_header(path: Path, first: tuple[int, list[str]] | None) -> None:
    if first is not None and tuple(cell.casefold() for cell in first[1]) != COLUMNS:
        raise DecisionError(
            f"{path}, line {first[0]}: the first line must be the header {HEADER}; put it above the decisions"
        )


def _decision(where: str, cells: list[str]) -> Decision:
    if len(cells) != len(COLUMNS):
        raise DecisionError(
            f"{where}: {len(cells)} cells where four belong ({HEADER}); "
            'write "…" around a cell that has the separator in it'
        )
    verdict, one, other, reason = cells
    if verdict.casefold() not in VERDICTS:
        raise DecisionError(f"{where}: “{verdict}” is no verdict; write same or different")
    if not (one and other):
        raise DecisionError(
            f"{where}: a decision needs two names; write a name or an IRI in `one` and `other`"
        )
    if read_side(one) == read_side(other):
        raise DecisionError(
            f"{where}: both names are “{one}”; tell the two apart by IRI or by article (“{one} @ ARTICLE”)"
        )
    if not reason:
        raise DecisionError(f"{where}: a decision needs a reason; say in a few words how it is known")
    first, second = sorted((read_side(one), read_side(other)))
    return Decision(VERDICTS[verdict.casefold()], first, second, reason, where)
