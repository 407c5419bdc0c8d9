"""The words of `status_words.toml`, and the status that each gives to what it governs."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kg.extract.word_forms import words_of
from kg.language.document import Document, Token
from kg.model import Status


@cache
def status_words() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """For each kind of word the status that each lemma gives."""
    tables = tomllib.loads((Path(__file__).with_suffix(".toml")).read_text(encoding="utf-8"))
    return {
        status: {kind: frozenset(words) for kind, words in table.items() if "example" not in kind}
        for status, table in tables.items()
    }


def statuses_of(kind: str, word: str) -> Iterator[Status]:
    """The statuses that a word of a kind gives."""
    for status, listed in status_words().items():
        if word in listed.get(kind, ()):
            yield Status(status.capitalize())


def said_by(doc: Document, verb: Token, particle: str = "") -> Iterator[Status]:
    """What a verb says of what it governs, with its particle: "call off"."""
    own = next((c.text.lower() for c in doc.children(verb, "compound:prt", "case")), "")
    for word in sorted(words_of(verb)):
        yield from statuses_of("verbs", f"{word} {particle or own}".strip())
