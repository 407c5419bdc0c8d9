"""What we say of our own reading, for the page: articles and events in it by number, so that it can lead to them.

A remark is a list of words and references; the words have their times spelled out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.export.page.times import with_times_in_words
from kg.model import Conflict, Event

Remark = list[str | dict[str, int]]
Reference = Mapping[str, dict[str, int]]
"""Words that stand for an article or an event → its number."""


def of_articles(identifiers: Iterable[str], number: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """References to articles, by their identifiers."""
    return {identifier: {"article": number[identifier]} for identifier in identifiers}


def mentioned(sentence: str, number: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """References to the articles, of all, that a sentence names."""
    named = {word.rstrip(".,;:") for word in sentence.split()}
    return of_articles(sorted(named & number.keys()), number)


def remark(sentence: str, references: Reference) -> Remark:
    """A sentence of ours in its parts; a reference is a whole word of it, or its label."""
    longest_first = sorted(references, key=lambda words: (-len(words), words))
    pattern = "|".join(re.escape(words) for words in longest_first)
    parts = re.split(rf"(?<![\w-])({pattern})(?![\w-])", sentence) if pattern else [sentence]
    found = (references[part] if i % 2 else with_times_in_words(part) for i, part in enumerate(parts))
    return [part for part in found if part]


def told_by(event: Event) -> Iterator[str]:
    """The articles that tell of an event."""
    yield from (account.article for account in event.accounts if account.article)
    yield from (evidence.article for evidence in event.merged.evidence)


def undated_label(event: Event) -> str:
    """The label without its time in EDTF, which the page tells in words beside it."""
    time = f", {event.merged.interval.edtf}" if event.merged.interval else ""
    before, _, after = event.label.rpartition(time) if time else (event.label, "", "")
    return before + after if before and re.fullmatch(r"( \([a-z ]+\))?", after) else event.label


def comment(
    conflict: Conflict, events: Mapping[str, Event], things: Mapping[str, int], articles: Mapping[str, int]
) -> list[Any]:
    """What a conflict is about: its events and articles by number."""
    concerned = [events[thing] for thing in conflict.concerns if thing in events]
    cited = {e.article for e in conflict.evidence}.union(*map(told_by, concerned))
    labels: Reference = {event.label: {"thing": things[event.identifier]} for event in concerned}
    return remark(conflict.comment, {**of_articles(cited, articles), **labels})
