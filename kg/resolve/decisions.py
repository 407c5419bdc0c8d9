"""What people's decisions say of the persons at hand: who must be one, who must not be, and what can't be followed.

A name means the persons whose full name it is, else those who bear it in any form; an IRI means the one that had
it before any decision. A decision that says "same" is followed where each of its sides means one person.
"""

from __future__ import annotations

import difflib
from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from kg.errors import DecisionError
from kg.model import Decision, Side, Verdict
from kg.read.decisions import is_thing, written
from kg.resolve.namesakes import Namesakes
from kg.resolve.occurrences import Occurrence
from kg.resolve.person_names import judge_names
from kg.resolve.romanization_words import plain_letters

Pair = tuple[int, int]
"""Places of two names, the lower one first."""
Link = tuple[Hashable, Hashable, Decision]


@dataclass(frozen=True)
class Rulings:
    """Decisions as pairs of names, and a sentence for each that can't be followed."""

    same: Mapping[Pair, Decision] = field(default_factory=dict)
    different: Mapping[Pair, Decision] = field(default_factory=dict)
    unheeded: tuple[str, ...] = ()

    def parts(self, one: Iterable[int], other: Sequence[int]) -> bool:
        """Whether anybody decided that some of the one are none of the other."""
        return bool(self.different) and any(pair_of(a, b) in self.different for a in one for b in other)


def pair_of(a: int, b: int) -> Pair:
    """Two places as a pair."""
    return (a, b) if a < b else (b, a)


def singled_out(
    occurrences: Iterable[Occurrence], decisions: Iterable[Decision]
) -> frozenset[tuple[str, str]]:
    """The occurrences that a decision tells apart from the others of their name, by article."""
    sides = {s for d in decisions if d.verdict is Verdict.DIFFERENT for s in (d.one, d.other) if s.article}
    wanted = {(side.article, plain_letters(side.name)) for side in sides}
    return frozenset(
        o.standing
        for o in (occurrences if wanted else ())
        if any((o.article.identifier, plain_letters(name)) in wanted for name in o.referent.names)
    )


def bind_decisions(
    named: Sequence[Namesakes], identifiers: Sequence[str], decisions: Iterable[Decision]
) -> Rulings:
    """The decisions as pairs of names.

    Raises:
        DecisionError: two of them contradict each other, directly or through others; it names their lines.
    """
    ordered = sorted(decisions)
    if not ordered:
        return Rulings()
    index, unheeded = _Index(named, identifiers), []
    pairs: dict[Verdict, dict[Pair, Decision]] = {Verdict.SAME: {}, Verdict.DIFFERENT: {}}
    for decision in ordered:
        found = index.find(decision.one), index.find(decision.other)
        complaint = index.complaint(decision, *found)
        if complaint:
            unheeded.append(f"{decision.where}: {complaint}")
            continue
        for pair in _pairs(decision, *found):
            pairs[decision.verdict].setdefault(pair, decision)
    _check([(_key(d.one), _key(d.other), d) for d in ordered])
    _check([(*pair, d) for found in pairs.values() for pair, d in found.items()])
    return Rulings(pairs[Verdict.SAME], pairs[Verdict.DIFFERENT], tuple(sorted(unheeded)))


def _pairs(decision: Decision, ones: frozenset[int], others: frozenset[int]) -> Iterator[Pair]:
    """Each of the one with each of the other; of one name and some of its bearers, all but those with them."""
    if decision.verdict is Verdict.DIFFERENT:
        ones, others = (ones - others, others) if others < ones else (ones, others - ones)
        yield from (pair_of(a, b) for a, b in product(sorted(ones), sorted(others)))
        return
    first, *rest = sorted(ones | others)
    yield from ((first, other) for other in rest)


def _key(side: Side) -> tuple[str, str]:
    return (side.name if is_thing(side.name) else plain_letters(side.name), side.article)


# ---------------------------------------------------------------- whom a side means


class _Index:
    """The persons by full name, by any form, and by IRI."""

    def __init__(self, named: Sequence[Namesakes], identifiers: Sequence[str]) -> None:
        self.named = named
        self.full: dict[str, set[int]] = defaultdict(set)
        self.any: dict[str, set[int]] = defaultdict(set)
        for i, person in enumerate(named):
            self.full[identifiers[i]].add(i)
            self.full[plain_letters(person.name)].add(i)
            for occurrence in person.occurrences:
                self.full[plain_letters(occurrence.referent.names[0])].add(i)
                for form in (*occurrence.referent.names, *occurrence.referent.titled):
                    self.any[plain_letters(form)].add(i)

    def find(self, side: Side) -> frozenset[int]:
        """The places of those whom a side means."""
        key = side.name if is_thing(side.name) else plain_letters(side.name)
        for forms in (self.full, self.any):
            found = frozenset(
                i for i in forms.get(key, ()) if not side.article or self._is_of(i, side.article)
            )
            if found:
                alone = frozenset(i for i in found if self.named[i].articles == {side.article})
                return alone or found
        return frozenset()

    def _is_of(self, i: int, article: str) -> bool:
        return article in self.named[i].articles

    def complaint(self, decision: Decision, ones: frozenset[int], others: frozenset[int]) -> str | None:
        """Why a decision can't be followed, and what to do; None if it can."""
        for side, found in ((decision.one, ones), (decision.other, others)):
            if not found:
                return f"these articles name no person “{written(side)}”; {self._near(side)}"
            if decision.verdict is Verdict.SAME and self._are_several(found):
                return (
                    f"“{written(side)}” may be {self._each(found)}; write an IRI, or “{side.name} @ ARTICLE”"
                )
        if decision.verdict is Verdict.DIFFERENT and ones == others:
            return (
                f"“{written(decision.one)}” and “{written(decision.other)}” are one name, or one person inside an "
                "article; tell the two apart by article (“NAME @ ARTICLE”)"
            )
        return None

    def _are_several(self, found: frozenset[int]) -> bool:
        """Whether bearers of one name are not plainly one person."""
        persons = [self.named[i] for i in sorted(found)]
        states = {p.state for p in persons} - {None}
        alone = any(len(p.parts) == 1 for p in persons)
        alike = all(judge_names(persons[0].name, p.name).verdict is Verdict.SAME for p in persons)
        return len(persons) > 1 and (len(states) > 1 or alone or not alike)

    def _each(self, found: frozenset[int]) -> str:
        persons = (self.named[i] for i in sorted(found))
        return " or ".join(f"{p.name} ({p.state or min(p.articles)})" for p in persons)

    def _near(self, side: Side) -> str:
        names = sorted({p.name for p in self.named})
        near = difflib.get_close_matches(side.name, names, n=3, cutoff=0.6)
        return f"near it: {', '.join(near)}" if near else "take the line away, or mend the name"


# ---------------------------------------------------------------- contradictions


def _check(links: Iterable[Link]) -> None:
    """No two who are decided to be different are decided to be the same, be it through others."""
    ties: dict[Hashable, dict[Hashable, Decision]] = defaultdict(dict)
    apart = []
    for one, other, decision in links:
        if decision.verdict is Verdict.SAME:
            ties[one].setdefault(other, decision)
            ties[other].setdefault(one, decision)
        else:
            apart.append((one, other, decision))
    for one, other, decision in apart:
        if chain := _chain(ties, one, other):
            raise DecisionError(_contradiction(decision, chain))


def _chain(
    ties: Mapping[Hashable, Mapping[Hashable, Decision]], start: Hashable, goal: Hashable
) -> list[Decision]:
    """The fewest decisions that make one of two, or none."""
    came: dict[Hashable, list[Decision]] = {start: []}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there, decision in ties.get(here, {}).items():
            if there not in came:
                came[there] = [*came[here], decision]
                waiting.append(there)
    return came.get(goal, [])


def _contradiction(decision: Decision, chain: Sequence[Decision]) -> str:
    """Which lines contradict each other, and what to do."""
    said = "; ".join(_told(d) for d in sorted({*chain, decision}, key=lambda d: (d.where, d)))
    return f"decisions contradict each other: {said}. Take one of them away"


def _told(decision: Decision) -> str:
    return f"{decision.where}: {decision.verdict}, {written(decision.one)}, {written(decision.other)}"
