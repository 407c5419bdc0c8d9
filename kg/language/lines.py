"""A text as lines to be parsed one by one: without bullets, without footnote numbers, offsets kept."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Span

BULLET = re.compile(r"\s*(?:[-*•‣·▪–—]\s+|\(?\d{1,2}[.)]\s+)?")
NOTE = re.compile(r"(?<=[a-z)][.!?])(?P<quote>['\"”’»]?)(?P<number>\d{1,2})(?=\s|$)")
DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]{2,}(?:[ ,/]+[A-Z][\w'’.-]+){0,4}"  # SEOUL, South Korea
    r"(?:,? \w{3,9}\.? \d{1,2}(?:, \d{4})?)?\s*"  # , March 3, 2021
    r"(?:\([^)\n]{1,30}\)\s*)?"  # (Reuters)
    r"(?:[:—–]|--|\s-)\s+(?=[\"“'‘]?[A-Z])"
    r"|[A-Z][a-z'’.-]+(?:[ ,/]+[A-Z][\w'’.-]+){0,3}"  # New Delhi
    r", [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?\s*\([A-Z]{2,8}\):?\s+(?=[\"“'‘]?[A-Z])"  # , Oct 14 (IANS)
)
"""Where a report was written: "SEOUL: ", "WASHINGTON, March 3 (Reuters) — ", "Colombo, Oct 4 (ANI) "."""
SIGNED = re.compile(r"[A-Z][\w'’. ,/]{2,50}?\((?P<agency>[A-Z][^)\n]{1,30})\)\s*(?:[:—–]|--|-)\s")
"""Where and by whom it was written, the place in small letters: "Hanoi (VNA) – "."""
CREDIT = re.compile(r"(?<=[.!?'\"”’])\s+[—–-]{1,2}\s?[A-Z][\w&/. ]{1,40}$")
"""An agency's name behind the last full stop: "… in Oslo. — Reuters"."""
DATED = 5
"""Paragraphs within which a dateline stands, behind headlines and bylines."""
WRAPPED = 40
"""Fewer characters than this end a hard-wrapped paragraph's last line only."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A stretch of text that holds whole sentences, and the footnote numbers taken out of it.

    `words` are offsets into the article; `notes` maps the offset behind a sentence to its footnote number.
    """

    span: Span
    notes: tuple[tuple[Span, str], ...] = ()


def find_lines(text: str) -> Iterator[TextLine]:
    """The lines of a text that hold words; the lines of a hard-wrapped paragraph are one."""
    for start, end in _paragraphs(text):
        bullet = BULLET.match(text, start, end)
        first = bullet.end() if bullet else start
        dateline = DATELINE.match(text, first, min(end, first + 90))
        first = dateline.end() if dateline else first
        last = first + len(text[first:end].rstrip())
        credit = CREDIT.search(text[max(first, last - 60) : last])
        if credit and first < last - len(credit.group()):
            last -= len(credit.group())
        if any(c.isalnum() for c in text[first:last]):
            notes = tuple((Span(*m.span("number")), m["number"]) for m in NOTE.finditer(text, first, last))
            yield TextLine(Span(first, last), notes)


def find_dateline(text: str) -> Span | None:
    """Where the text says that it was written, and which agency wrote it, before its first sentence."""
    for start, end in itertools.islice(_paragraphs(text), DATED):
        found = DATELINE.match(text, start, min(end, start + 90)) or SIGNED.match(
            text, start, min(end, start + 90)
        )
        if found is not None:
            return Span(*found.span())
    return None


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    lines = [m.span() for m in re.finditer(r"[^\r\n]+", text)]
    if not is_hard_wrapped(text):
        yield from lines
        return
    start, end = lines[0] if lines else (0, 0)
    for line in lines[1:]:
        if text.count("\n", end, line[0]) > 1:
            yield start, end
            start = line[0]
        end = line[1]
    yield start, end


def is_hard_wrapped(text: str) -> bool:
    """Whether lines end where the width ran out: many long ones go on in lower case on the next line."""
    lines = text.splitlines()
    pairs = [(a.rstrip(), b) for a, b in itertools.pairwise(lines) if len(a) >= WRAPPED and b]
    broken = sum(not a.endswith((".", "!", "?", ":", "”", '"')) and b[0].islower() for a, b in pairs)
    return len(pairs) >= 3 and broken >= 0.3 * len(pairs)
