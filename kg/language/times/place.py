"""Where a rule is tried in a text, and what it finds there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from kg.language.times.expressions import Expression
from kg.language.times.words import pattern

CONTEXT = 40
"""How many characters around an expression may tell what it is."""


class Found(NamedTuple):
    """An expression, and where it ends in the text."""

    expression: Expression
    end: int


class Place(NamedTuple):
    """A position in the stretch of a text that may be read.

    It is licensed where the words before call for a time ("early May"), so that no other context is needed.
    """

    text: str
    start: int
    pos: int
    end: int
    licensed: bool = False

    def at(self, pos: int, licensed: bool = True) -> Place:
        """The same text further on."""
        return self._replace(pos=pos, licensed=licensed)

    def match(self, template: str) -> re.Match[str] | None:
        """The match of a pattern right here."""
        return pattern(template).match(self.text, self.pos, self.end)

    def before(self) -> str:
        """The words just before."""
        return self.text[max(self.start, self.pos - CONTEXT) : self.pos]

    def after(self, end: int) -> str:
        """The words behind an expression that ends there."""
        return self.text[end : min(self.end, end + CONTEXT)]


Rule = Callable[[Place], Found | None]


def first_of(place: Place, rules: tuple[Rule, ...]) -> Found | None:
    """What the first rule that fits finds."""
    return next((found for rule in rules if (found := rule(place))), None)


def longest_of(place: Place, rules: tuple[Rule, ...]) -> Found | None:
    """The longest that any rule finds; of equals the one whose rule stands first."""
    found = [one for rule in rules if (one := rule(place))]
    return max(found, key=lambda one: one.end, default=None)
