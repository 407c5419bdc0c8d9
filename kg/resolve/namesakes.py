"""Occurrences of persons by name: who bears one name, and one state's bearers apart from another's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extract.persons import name_parts
from kg.resolve.occurrences import Occurrence, fullest_name, split_by_state, states_of


@dataclass(frozen=True)
class Namesakes:
    """The occurrences of one name, of one state where several bear it."""

    occurrences: tuple[Occurrence, ...]
    among: str | None
    """The state that tells them from others of the same name, or the article where a decision singles them out."""

    @cached_property
    def name(self) -> str:
        """The fullest form."""
        return fullest_name(self.occurrences)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The words of the fullest form, folded."""
        return name_parts(self.name)

    @cached_property
    def state(self) -> str | None:
        """The state that they represent."""
        return next(iter(states_of(self.occurrences)), None)

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that name them."""
        return frozenset(o.article.identifier for o in self.occurrences)

    @cached_property
    def offices(self) -> frozenset[tuple[str, str]]:
        """Every office that a text gives them."""
        return frozenset().union(*(o.offices for o in self.occurrences))


def find_namesakes(
    occurrences: Sequence[Occurrence], singled: Collection[tuple[str, str]] = ()
) -> list[Namesakes]:
    """Occurrences by name; the same name in two states is two persons, and so is who is singled out."""
    blocks: dict[str, list[Occurrence]] = defaultdict(list)
    alone = []
    for occurrence in sorted(occurrences, key=lambda o: o.standing):
        if occurrence.standing in singled:
            alone.append(Namesakes((occurrence,), f"article/{occurrence.article.identifier}"))
        else:
            blocks[_block(occurrence)].append(occurrence)
    return [
        Namesakes(tuple(found), state)
        for _, block in sorted(blocks.items())
        for state, found in split_by_state(block)
    ] + sorted(alone, key=lambda n: (n.name, n.occurrences[0].standing))


def _block(occurrence: Occurrence) -> str:
    """A full name; a surname alone joins none elsewhere but with the same office of the same state."""
    parts = name_parts(occurrence.referent.names[0])
    if len(parts) > 1:
        return "".join(parts)
    scope = "@".join(min(occurrence.offices, default=(occurrence.article.identifier,)))
    return f"{''.join(parts)}@{scope}"
