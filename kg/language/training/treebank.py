"""Reading the treebanks: CoNLL-U files to sentences of words with their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ENTITY_LABELS = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "GPE",
    "event": "EVENT",
    "object": "",
    "abstract": "",
}
"""Our labels by the treebank's kinds; "" is a name of which we can't say the label."""
_BRACKET = re.compile(r"\((?P<open>[^()]+)|(?P<close>[^()]+)?\)")


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; `head` is the index of its head in the sentence, its own index for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool


@dataclass(frozen=True, slots=True)
class Entity:
    """A bracketed entity of the treebank: the words from `start` up to `end`."""

    start: int
    end: int
    kind: str
    link: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name: the words from `start` up to `end`, whose outward relation is that of the word `head`."""

    start: int
    end: int
    head: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A tree with its entities and names; `opens` is what begins with it: "document", "paragraph" or ""."""

    words: tuple[Word, ...]
    entities: tuple[Entity, ...] = ()
    opens: str = ""
    document: str = ""
    names: tuple[Name, ...] = ()


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Read the sentences of a CoNLL-U file in order."""
    opens, document = "", ""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            opens, document = "document", line.rpartition("=")[2].strip()
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            opens = opens or "paragraph"
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield Sentence(_words(rows), tuple(_entities(rows)), opens, document)
            opens, rows = "", []


def group_paragraphs(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Group consecutive sentences into the paragraphs they stand in."""
    paragraph: list[Sentence] = []
    for sentence in sentences:
        if sentence.opens and paragraph:
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


def _words(rows: list[list[str]]) -> tuple[Word, ...]:
    """Build the words of a sentence from its rows; no space stands inside a multi-word token."""
    inner: set[int] = set()
    unspaced: set[int] = set()
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            inner.update(range(first, last))
            if "SpaceAfter=No" in row[9]:
                unspaced.add(last)
    words = []
    for row in rows:
        if row[0].isdigit():
            number = int(row[0])
            space = not (number in inner or number in unspaced or "SpaceAfter=No" in row[9])
            head = number - 1 if row[6] == "0" else int(row[6]) - 1
            lemma = row[2] if row[2] != "_" else row[1]
            feats = "" if row[5] == "_" else row[5]
            words.append(Word(row[1], lemma, row[3], row[4], feats, head, row[7], space))
    return tuple(words)


def _entities(rows: list[list[str]]) -> Iterator[Entity]:
    """Read GUM's entity brackets; an entity that the sentence doesn't close is left out."""
    pending: list[tuple[str, int, str, str]] = []
    for position, row in enumerate(row for row in rows if row[0].isdigit()):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for bracket in _BRACKET.finditer(found[1] if found else ""):
            if bracket["open"] is not None:
                number, kind, *rest = bracket["open"].split("-")
                link = "-".join(rest[5:])
                pending.append((number, position, kind, link))
                closing = found and found[1][bracket.end() : bracket.end() + 1] == ")"
                closed = number if closing else ""
            else:
                closed = bracket["close"] or ""
            match = next((entry for entry in reversed(pending) if entry[0] == closed), None)
            if match and closed:
                pending.remove(match)
                yield Entity(match[1], position + 1, match[2], match[3])
