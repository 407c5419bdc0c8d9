"""Names written by the rules of different languages or spellings: which of them are one person's.

Only names of one state or of one article are put together; a state or spelling that speaks against it keeps
them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from kg.resolve.namesakes import Namesakes
from kg.resolve.occurrences import Occurrence, fullest_name
from kg.resolve.person_names import judge_names, name_keys
from kg.resolve.romanization import Verdict


def join_spellings(named: Sequence[Namesakes]) -> list[Namesakes]:
    """Names that write one name by the rules of a language, put together."""
    return [
        Namesakes(tuple(o for i in group for o in named[i].occurrences), named[group[0]].among)
        for group in _groups(named)
    ]


def _groups(named: Sequence[Namesakes]) -> list[list[int]]:
    """The places of names that are spellings of one; a name that contradicts any of a group stays apart."""
    group_of = {i: [i] for i in range(len(named))}
    for i, j in sorted(_pairs(named)):
        one, other = group_of[i], group_of[j]
        if one is not other and all(_agree(named[a], named[b]) for a in one for b in other):
            merged = sorted([*one, *other])
            group_of.update(dict.fromkeys(merged, merged))
    return [group for i, group in group_of.items() if group[0] == i]


def _pairs(named: Sequence[Namesakes]) -> set[tuple[int, int]]:
    """Pairs that spell one name, found through the keys that they share; none where two states would fit."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, person in enumerate(named):
        for key in name_keys(person.name):
            blocks[key].append(i)
    near = {pair for block in blocks.values() for pair in combinations(block, 2)}
    same = {(i, j) for i, j in near if _is_same(named[i], named[j])}
    states: dict[int, set[str]] = defaultdict(set)
    for i, j in same:
        states[i] |= {named[j].state or ""} - {""}
        states[j] |= {named[i].state or ""} - {""}
    return {(i, j) for i, j in same if len(states[i]) < 2 and len(states[j]) < 2}


def _is_same(one: Namesakes, other: Namesakes) -> bool:
    """Two spellings of one name, borne by people of one state or in one article."""
    together = one.state == other.state is not None or bool(one.articles & other.articles)
    return together and _agree(one, other) and _judged(one, other) is Verdict.SAME


def _agree(one: Namesakes, other: Namesakes) -> bool:
    """Whether neither state nor spelling makes two persons of them."""
    states = {one.state, other.state} - {None}
    return len(states) < 2 and _judged(one, other) is not Verdict.DIFFERENT


def reasons_for(found: Sequence[Occurrence]) -> tuple[str, ...]:
    """Why the name forms of a person are taken for one, a sentence for each form beside the fullest."""
    label = fullest_name(found)
    forms = sorted({o.referent.names[0] for o in found} - {label})
    return tuple(_reason(label, form) for form in forms)


def _reason(label: str, form: str) -> str:
    judged = judge_names(label, form)
    if judged.verdict is Verdict.SAME:
        return judged.reason
    return f"“{form}” is taken for “{label}”: the same surname and office, and nobody else has both."


def _judged(one: Namesakes, other: Namesakes) -> Verdict:
    return judge_names(one.name, other.name).verdict
