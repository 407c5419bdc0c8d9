"""The rules of stated.toml: patterns over one line, with where in an article the line may stand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

RULES = Path(__file__).with_name("stated.toml")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over one line, where that line may stand, and lines for and against."""

    name: str
    pattern: re.Pattern[str]
    where: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    def lines_of(self, lines: Sequence[str], edge: int) -> Sequence[str]:
        """Those of an article's lines that this rule may read; `edge` lines make up its head and its foot."""
        places = {
            "head": lines[:edge],
            "foot": lines[-edge:],
            "edges": [*lines[:edge], *lines[edge:][-edge:]],
        }
        return places.get(self.where, lines)


class Rules(NamedTuple):
    """All that stands in stated.toml; the rules of each kind in their order."""

    edge_lines: int
    headline_words: range
    months: tuple[str, ...]
    kinds: Mapping[str, tuple[Rule, ...]]

    def match(self, kind: str, line: str) -> re.Match[str] | None:
        """The first match of a kind of rule on a line."""
        return next((found for rule in self.kinds[kind] if (found := rule.pattern.search(line))), None)

    def findings(self, kind: str, lines: Sequence[str]) -> Iterator[list[re.Match[str]]]:
        """What each rule of a kind that finds anything finds in an article's lines, best rule first."""
        for rule in self.kinds[kind]:
            read = rule.lines_of(lines, self.edge_lines)
            if found := [match for line in read if (match := rule.pattern.search(line))]:
                yield found


@cache
def load_rules() -> Rules:
    """The rules, with their patterns compiled."""
    table = tomllib.loads(RULES.read_text(encoding="utf-8"))
    parts = _parts(table["parts"])
    kinds = ("navigation", "label", "headline", "date", "publisher")
    first, last = table["headline_words"]
    return Rules(
        edge_lines=table["edge_lines"],
        headline_words=range(first, last + 1),
        months=tuple(table["months"]),
        kinds={
            kind: tuple(_rule(name, entry, parts) for name, entry in table[kind].items()) for kind in kinds
        },
    )


def _parts(table: Mapping[str, str]) -> dict[str, str]:
    parts: dict[str, str] = {}
    for name, pattern in table.items():
        parts[name] = _filled(pattern, parts)
    return parts


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    for name, meaning in parts.items():
        pattern = pattern.replace(f"{{{name}}}", meaning)
    return pattern


def _rule(name: str, entry: Mapping[str, Any], parts: Mapping[str, str]) -> Rule:
    return Rule(
        name=name,
        pattern=re.compile(_filled(entry["match"], parts)),
        where=entry.get("where", "anywhere"),
        examples=tuple(entry["examples"]),
        counterexamples=tuple(entry["counterexamples"]),
    )
