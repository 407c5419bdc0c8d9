"""Which names of persons were compared, with what result, for what reason, and the sentences that have them.

Each merge is told, form by form; so is each decision that two are different, and each pair that was nearly merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.name_parts import name_parts
from kg.identifiers import digest, slug
from kg.model import Comparison, Decision, Evidence, Verdict
from kg.resolve.decisions import Pair, Rulings
from kg.resolve.namesakes import Namesakes, single_offices_of
from kg.resolve.occurrences import Clusters, Occurrence, commonest_state, fullest_name
from kg.resolve.person_names import judge_names
from kg.resolve.spellings import is_same

SPELLING, OFFICE, STATE, NAMES, DECISION = "spelling", "office", "state", "names", "decision"


@dataclass(frozen=True)
class Judged:
    """A verdict on two names, what it rests on, and the sentence that tells why."""

    verdict: Verdict
    basis: str
    reason: str


@dataclass(frozen=True)
class Persons:
    """The persons by identifier, and what became of the names that came near each other."""

    clusters: Clusters
    comparisons: tuple[Comparison, ...] = ()
    unheeded: tuple[str, ...] = ()

    @property
    def reasons(self) -> Mapping[str, tuple[str, ...]]:
        """Why the names of each person are taken for one."""
        found: dict[str, list[str]] = {}
        for comparison in self.comparisons:
            if comparison.verdict is Verdict.SAME:
                found.setdefault(comparison.concerns[0], []).append(comparison.reason)
        return {person: tuple(reasons) for person, reasons in found.items()}


def compare_persons(
    clusters: Clusters, named: Sequence[Namesakes], near: Iterable[Pair], rulings: Rulings
) -> tuple[Comparison, ...]:
    """What became of every two names that came near each other, sorted."""
    of = {o.standing: identifier for identifier, found in clusters.items() for o in found}
    homes = [of[n.occurrences[0].standing] for n in named]
    found = [
        *_merges(clusters, named, homes, rulings),
        *_differences(named, homes, rulings),
        *_doubts(named, homes, near, rulings),
    ]
    return tuple(sorted({c.identifier: c for c in reversed(found)}.values(), key=lambda c: c.identifier))


# ---------------------------------------------------------------- one person


def _merges(
    clusters: Clusters, named: Sequence[Namesakes], homes: Sequence[str], rulings: Rulings
) -> Iterator[Comparison]:
    """Each name form of a person beside the fullest."""
    decided: dict[tuple[str, ...], Decision] = {}
    for (i, j), decision in sorted(rulings.same.items()):
        one, other = named[i].name, named[j].name
        decided |= {(one, other): decision, (other, one): decision}
        decided |= {(homes[i], one): decision, (homes[j], other): decision}
    for identifier, found in clusters.items():
        label = fullest_name(found)
        yield from _misplaced(identifier, label, found)
        for form in sorted({o.referent.names[0] for o in found} - {label}):
            judged = _merged(label, form, decided.get((label, form)), decided.get((identifier, form)))
            yield _comparison(judged, (label, form), (identifier,), found, found)


def _misplaced(identifier: str, label: str, found: Sequence[Occurrence]) -> Iterator[Comparison]:
    """Who holds one office in two states: one person, whom an article puts to another state than most."""
    home = commonest_state(found)
    own = [o for o in found if o.state == home]
    single = single_offices_of(own)
    rest = [o for o in found if o.state not in {None, home} and single & single_offices_of([o])]
    if home is not None and rest:
        states = ", ".join(sorted({str(o.state).rpartition("/")[2] for o in rest}))
        reason = (
            f"“{label}” has one office in {home.rpartition('/')[2]} and, in fewer articles, in {states}: "
            "one person, for nobody has it in two states."
        )
        yield _comparison(Judged(Verdict.SAME, OFFICE, reason), (label, label), (identifier,), own, rest)


def _merged(label: str, form: str, decision: Decision | None, through: Decision | None) -> Judged:
    """Why one form is taken for another: by decision, by its spelling, by decision on a third, or by the office."""
    by_name = judge_names(label, form)
    if by_name.verdict is Verdict.SAME and decision is None:
        return Judged(Verdict.SAME, SPELLING, by_name.reason)
    if found := decision or through:
        return Judged(Verdict.SAME, DECISION, f"“{form}” is “{label}” by decision: {found.reason}")
    shared = "surname and office, and nobody else has both"
    if len(name_parts(form)) > 1:
        shared = "office of one state, under nearly the same name"
    return Judged(Verdict.SAME, OFFICE, f"“{form}” is taken for “{label}”: the same {shared}.")


# ---------------------------------------------------------------- two persons


def _differences(named: Sequence[Namesakes], homes: Sequence[str], rulings: Rulings) -> Iterator[Comparison]:
    for (i, j), decision in sorted(rulings.different.items()):
        one, other = named[i], named[j]
        reason = f"“{one.name}” is not “{other.name}” by decision: {decision.reason}"
        yield _between(Judged(Verdict.DIFFERENT, DECISION, reason), one, other, (homes[i], homes[j]))


def _doubts(
    named: Sequence[Namesakes], homes: Sequence[str], near: Iterable[Pair], rulings: Rulings
) -> Iterator[Comparison]:
    """Two persons of names so near that a reader may want to decide; the nearest names of any two."""
    decided = {frozenset((homes[i], homes[j])) for i, j in rulings.different}
    for i, j in sorted(near, reverse=True):
        persons = (homes[i], homes[j])
        if len(set(persons)) == 2 and frozenset(persons) not in decided:
            judged = _doubt(named[i], named[j])
            if judged is not None:
                yield _between(judged, named[i], named[j], persons)


def _doubt(one: Namesakes, other: Namesakes) -> Judged | None:
    """What keeps two near names apart, where it is less than the names themselves."""
    by_name = judge_names(one.name, other.name)
    if by_name.verdict is Verdict.DIFFERENT:
        return None
    if one.state and other.state and one.state != other.state:
        states = " and ".join(sorted(s.rpartition("/")[2] for s in (one.state, other.state)))
        return _when_same(
            by_name.verdict, STATE, f"{by_name.reason} But they stand for two states, {states}."
        )
    if by_name.verdict is Verdict.SAME:
        but = (
            "one of them may be somebody else too"
            if is_same(one, other)
            else "nothing beside the names ties them"
        )
        return Judged(Verdict.UNSURE, NAMES, f"{by_name.reason} But {but}.")
    if one.state == other.state is not None or one.articles & other.articles:
        return Judged(Verdict.UNSURE, NAMES, by_name.reason)
    return None


def _when_same(verdict: Verdict, basis: str, reason: str) -> Judged | None:
    return Judged(Verdict.UNSURE, basis, reason) if verdict is Verdict.SAME else None


# ---------------------------------------------------------------- records


def _between(judged: Judged, one: Namesakes, other: Namesakes, persons: tuple[str, str]) -> Comparison:
    """A comparison of two persons, the lower identifier first."""
    sides = sorted(((persons[0], one), (persons[1], other)), key=lambda side: (side[0], side[1].name))
    (first, first_names), (second, second_names) = sides
    return _comparison(
        judged,
        (first_names.name, second_names.name),
        (first, second),
        first_names.occurrences,
        second_names.occurrences,
    )


def _comparison(
    judged: Judged,
    names: tuple[str, str],
    concerns: tuple[str, ...],
    some: Iterable[Occurrence],
    others: Iterable[Occurrence],
) -> Comparison:
    ends = [slug(c.rpartition("/")[2]) for c in concerns]
    # Of two persons the nearest names are told alone; of one, each form beside the fullest.
    tail = slug(names[1]) if len(concerns) == 1 else ends[1]
    mark = f"-{digest(*names)}" if len(concerns) == 1 and tail == ends[0] else ""
    evidence = tuple(sorted({*_naming(names[0], some), *_naming(names[1], others)}))
    return Comparison(
        f"comparison/{ends[0]}--{tail}{mark}",
        judged.verdict,
        names,
        concerns,
        judged.basis,
        judged.reason,
        evidence,
    )


def _naming(name: str, found: Iterable[Occurrence]) -> Iterator[Evidence]:
    """The first sentence that has a name."""
    for occurrence in sorted((o for o in found if name in o.referent.names), key=lambda o: o.standing):
        text = occurrence.article.text
        spans = sorted(occurrence.referent.sentences)
        for span in [s for s in spans if name in s.of(text)] or spans:
            yield Evidence(occurrence.article.identifier, span, span.of(text), "name")
            return
