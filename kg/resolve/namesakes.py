"""Occurrences of persons by name: who bears one name, and one state's bearers apart from another's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

from kg.extract.name_parts import initials_of, name_parts
from kg.resolve.occurrences import Occurrence, commonest_state, fullest_name, split_by_state
from kg.world.sole_offices import single_offices


@dataclass(frozen=True)
class Namesakes:
    """The occurrences of one name, of one state where several bear it."""

    occurrences: tuple[Occurrence, ...]
    among: str | None
    """The state that tells them from others of the same name, or the article where a decision singles them out."""

    around: frozenset[str] = frozenset()
    """The countries that their articles name."""

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
        """The state that most of them represent, the first of two."""
        return commonest_state(self.occurrences)

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that name them."""
        return frozenset(o.article.identifier for o in self.occurrences)

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which an article names them, as far as their days are known."""
        known = [o.article.creation_time for o in self.occurrences]
        told = [day for day in known if day is not None]
        return (min(told), max(told)) if told else None

    @cached_property
    def offices(self) -> frozenset[tuple[str, str]]:
        """Every office that a text gives them."""
        return frozenset().union(*(o.offices for o in self.occurrences))


def find_namesakes(
    occurrences: Sequence[Occurrence],
    singled: Collection[tuple[str, str]] = (),
    around: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> list[Namesakes]:
    """Occurrences by name; the same name in two states is two persons, and so is who is singled out.

    `around` has the countries that each article names.
    """
    blocks: dict[str, list[Occurrence]] = defaultdict(list)
    alone = []
    for occurrence in sorted(occurrences, key=lambda o: o.standing):
        if occurrence.standing in singled:
            alone.append(([occurrence], f"article/{occurrence.article.identifier}"))
        else:
            blocks[_block(occurrence)].append(occurrence)
    borne = (bearers for _, block in sorted(blocks.items()) for bearers in _by_initials(block))
    named = [(found, state) for bearers in borne for state, found in _by_state(bearers)]
    alone.sort(key=lambda one: (fullest_name(one[0]), one[0][0].standing))
    return [Namesakes(tuple(found), among, _named_around(found, around)) for found, among in [*named, *alone]]


def _named_around(found: Iterable[Occurrence], around: Mapping[str, frozenset[str]]) -> frozenset[str]:
    articles = {o.article.identifier for o in found}
    return frozenset().union(*(around.get(article, frozenset()) for article in articles))


def _by_initials(block: Sequence[Occurrence]) -> Iterator[Sequence[Occurrence]]:
    """The bearers of a name, apart where their initials are: "Thomas S. Stanmore" and "Thomas F. Stanmore"."""
    groups: dict[tuple[str, ...], list[Occurrence]] = defaultdict(list)
    for occurrence in block:
        groups[tuple(sorted(initials_of(occurrence.referent.names[0])))].append(occurrence)
    told = [frozenset(initials) for initials in groups if initials]
    apart = any(one.isdisjoint(other) for one, other in combinations(told, 2))
    yield from (found for _, found in sorted(groups.items())) if apart else (block,)


def _by_state(block: Sequence[Occurrence]) -> Iterator[tuple[str | None, list[Occurrence]]]:
    """Each state's bearers of a name; who holds in two states an office that each has once is one, misplaced once."""
    groups = dict(split_by_state(block))
    if len(name_parts(block[0].referent.names[0])) > 1:
        groups = _without_misplaced(groups)
    if len(groups.keys() - {None}) > 1:
        yield from groups.items()
    else:
        yield None, sorted((o for found in groups.values() for o in found), key=lambda o: o.standing)


def _without_misplaced(groups: Mapping[str | None, list[Occurrence]]) -> dict[str | None, list[Occurrence]]:
    """The bearers by state, those of a single article put to the greatest of several that has an office in common."""
    kept: dict[str | None, list[Occurrence]] = {}
    for state, found in sorted(groups.items(), key=lambda entry: (-len(entry[1]), entry[0] or "")):
        shared = single_offices_of(found) if len(_articles(found)) == 1 else frozenset()
        home = next((k for k, others in kept.items() if k and state and _is_home(others, shared)), state)
        kept[home] = [*kept.get(home, ()), *found]
    return kept


def _is_home(others: Sequence[Occurrence], shared: frozenset[str]) -> bool:
    return len(_articles(others)) > 1 and bool(shared & single_offices_of(others))


def _articles(found: Iterable[Occurrence]) -> frozenset[str]:
    return frozenset(o.article.identifier for o in found)


def single_offices_of(found: Iterable[Occurrence]) -> frozenset[str]:
    """The offices of some occurrences of which each state has one holder."""
    return frozenset(label for o in found for label, _ in o.offices) & single_offices()


def _block(occurrence: Occurrence) -> str:
    """A full name; a surname alone joins none elsewhere but with the same office of the same state."""
    parts = name_parts(occurrence.referent.names[0])
    if len(parts) > 1:
        return "".join(parts)
    scope = "@".join(min(occurrence.offices, default=(occurrence.article.identifier,)))
    return f"{''.join(parts)}@{scope}"
