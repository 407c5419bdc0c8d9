"""Names written by the rules of different languages or spellings: which of them are one person's.

Only names of one state or of one article are put together; a state, a spelling or a decision that speaks against
it keeps them apart. A name that fits two others which are not one person's joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations, product

from kg.model import Verdict
from kg.resolve.decisions import Pair, Rulings, pair_of
from kg.resolve.namesakes import Namesakes
from kg.resolve.person_names import are_whole, judge_names, name_keys
from kg.resolve.romanization_words import INITIAL, has_initials
from kg.resolve.short_forms import are_parts_of_one, long_names
from kg.world.sole_offices import is_single

YEAR = timedelta(days=366)

Group = list[int]
"""The places of the names of one person."""


@dataclass(frozen=True)
class Joined:
    """The persons, each with the places of its names, and the pairs of names that share a key."""

    groups: list[Group]
    near: frozenset[Pair]


def join_spellings(named: Sequence[Namesakes], rulings: Rulings) -> Joined:
    """Names that write one name by the rules of a language, and those that were decided to be one, put together."""
    near = _near(named)
    decided = _merged([[i] for i in range(len(named))], rulings.same, lambda one, other: True)
    groups = _joined(named, decided, near, is_same, rulings)
    groups = _joined(named, groups, _colleagues(named), are_one_holder, rulings)
    return Joined(sorted(groups), near)


def _near(named: Sequence[Namesakes]) -> frozenset[Pair]:
    """Pairs of full names that share a key."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, person in enumerate(named):
        if len(person.parts) > 1:
            for key in name_keys(person.name):
                blocks[key].append(i)
    return frozenset(pair for key, block in blocks.items() for pair in _pairs(named, key, block))


def _pairs(named: Sequence[Namesakes], key: str, block: Sequence[int]) -> Iterator[Pair]:
    """The pairs of a block: all of them, or those of which one has initials."""
    if not key.startswith(INITIAL):
        yield from combinations(block, 2)
        return
    for i in (i for i in block if has_initials(named[i].name)):
        yield from (pair_of(i, j) for j in block if i != j)


def _colleagues(named: Sequence[Namesakes]) -> Iterator[Pair]:
    """Pairs of full names in one office that have the same words, or, where one alone holds it, begin alike at the end."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for i, person in enumerate(named):
        for office in person.offices if len(person.parts) > 1 else ():
            blocks[office, *sorted(person.parts)].append(i)
            if is_single(office[0]):
                blocks[office, tuple(part[0] for part in person.parts[-2:])].append(i)
    for block in blocks.values():
        yield from combinations(block, 2)


def _joined(
    named: Sequence[Namesakes],
    decided: Sequence[Group],
    near: Iterable[Pair],
    are_one: Callable[[Namesakes, Namesakes], bool],
    rulings: Rulings,
) -> list[Group]:
    """The groups so far, joined where names of theirs are one's and nothing speaks against it."""

    def may_join(one: Group, other: Group) -> bool:
        one_, other_ = _bearers(named, one), _bearers(named, other)
        if rulings.parts(one, other) or not _states_agree(one_, other_):
            return False
        return _names_agree(one_, other_) or are_parts_of_one(one_, other_, long)

    long = long_names(named)
    home = {i: k for k, group in enumerate(decided) for i in group}
    found = {(home[i], home[j]) for i, j in near if home[i] != home[j] and are_one(named[i], named[j])}
    pairs = _unambiguous({(a, b) if a < b else (b, a) for a, b in found}, decided, may_join)
    merged = _merged([[k] for k in range(len(decided))], pairs, _all_of(decided, may_join))
    return [sorted(i for k in group for i in decided[k]) for group in merged]


def _all_of(
    decided: Sequence[Group], may_join: Callable[[Group, Group], bool]
) -> Callable[[Group, Group], bool]:
    return lambda one, other: all(may_join(decided[a], decided[b]) for a, b in product(one, other))


def _unambiguous(
    pairs: Iterable[Pair], decided: Sequence[Group], may_join: Callable[[Group, Group], bool]
) -> list[Pair]:
    """The pairs of which neither side also fits another that the first can't be."""
    fits: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        if may_join(decided[a], decided[b]):
            fits[a].add(b)
            fits[b].add(a)
    torn = {
        k
        for k, others in fits.items()
        if not all(may_join(decided[a], decided[b]) for a, b in combinations(sorted(others), 2))
    }
    return sorted((a, b) for a, others in fits.items() for b in others if a < b and not {a, b} & torn)


def _merged(
    groups: Sequence[Group], pairs: Iterable[Pair], may_join: Callable[[Group, Group], bool]
) -> list[Group]:
    """Groups put together along pairs of their members, where all of the one may join all of the other."""
    group_of = {i: group for group in groups for i in group}
    for i, j in sorted(pairs):
        one, other = group_of[i], group_of[j]
        if one is not other and may_join(one, other):
            joined = sorted([*one, *other])
            group_of.update(dict.fromkeys(joined, joined))
    return [group for i, group in sorted(group_of.items()) if group[0] == i]


def _bearers(named: Sequence[Namesakes], group: Group) -> list[Namesakes]:
    return [named[i] for i in group]


def is_same(one: Namesakes, other: Namesakes) -> bool:
    """Two spellings of one name, borne by people of one state, in one office or article; or one name, singled out.

    For a name that is whole on both sides, an article that names the state is enough where it gives the bearer none.
    """
    tied = one.state == other.state is not None or bool(
        one.articles & other.articles or one.offices & other.offices
    )
    if not tied and one.parts != other.parts and not _share_ground(one, other):
        return False
    return judged(one, other) is Verdict.SAME and (
        tied or one.parts == other.parts or are_whole(one.name, other.name)
    )


def are_one_holder(one: Namesakes, other: Namesakes) -> bool:
    """Whether names that may be one's are those of the only holder of an office, in articles of one time.

    Where only the order of the words differs, any office in common will do; initials are too little.
    """
    offices = one.offices & other.offices
    if not offices or one.articles & other.articles or judged(one, other) is not Verdict.UNSURE:
        return False
    if has_initials(one.name) or has_initials(other.name):
        return False
    if sorted(one.parts) == sorted(other.parts):
        return True
    return _begin_alike(one, other) and _are_of_one_post(one, other)


def _begin_alike(one: Namesakes, other: Namesakes) -> bool:
    """Whether the words of one name begin as those of the other do, or some of them: slips are seldom in a first letter."""
    first, second = sorted(([part[0] for part in n.parts] for n in (one, other)), key=len)
    return first == second[len(second) - len(first) :]


def _are_of_one_post(one: Namesakes, other: Namesakes) -> bool:
    """Whether two hold an office that one person holds, in articles of one year."""
    single = any(is_single(label) for label, _ in one.offices & other.offices)
    if not single or one.days is None or other.days is None:
        return False
    return one.days[0] <= other.days[1] + YEAR and other.days[0] <= one.days[1] + YEAR


def _share_ground(one: Namesakes, other: Namesakes) -> bool:
    """Whether the articles of a bearer without a state name the other's, or a country that the other's name too."""
    if one.state and other.state:
        return False
    grounds = ({n.state} if n.state else n.around for n in (one, other))
    return not frozenset[str | None](next(grounds)).isdisjoint(next(grounds))


def _states_agree(some: Sequence[Namesakes], others: Sequence[Namesakes]) -> bool:
    """Whether a state is theirs in common, or one of them has none."""
    states, others_states = ({n.state for n in group} - {None} for group in (some, others))
    return not (states and others_states) or bool(states & others_states)


def _names_agree(some: Sequence[Namesakes], others: Sequence[Namesakes]) -> bool:
    """Whether not every name of the one is another name than every one of the other."""
    return any(
        judged(a, b) is not Verdict.DIFFERENT or _may_be_one_holder(a, b) for a in some for b in others
    )


def _may_be_one_holder(one: Namesakes, other: Namesakes) -> bool:
    """Whether names end nearly alike and are of one office at one time: a third may lie between the two."""
    if not _are_of_one_post(one, other) or has_initials(one.name) or has_initials(other.name):
        return False
    ends = (" ".join(n.parts[-2:]) for n in (one, other))
    return judge_names(*ends).verdict is not Verdict.DIFFERENT


def judged(one: Namesakes, other: Namesakes) -> Verdict:
    """What the names of two tell."""
    return judge_names(one.name, other.name).verdict
