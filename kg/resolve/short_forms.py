"""Two short forms of one long name, of the one holder of an office: "Ana Rojas", "Ana Soto", "Ana Rojas Soto"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.resolve.namesakes import Namesakes
from kg.world.sole_offices import is_single


def long_names(named: Iterable[Namesakes]) -> Mapping[str, Sequence[Namesakes]]:
    """The names of three words or more, by their first."""
    found: dict[str, list[Namesakes]] = defaultdict(list)
    for person in named:
        if len(person.parts) > 2:
            found[person.parts[0]].append(person)
    return found


def are_parts_of_one(
    some: Sequence[Namesakes], others: Sequence[Namesakes], long: Mapping[str, Sequence[Namesakes]]
) -> bool:
    """Whether somebody has the words of a name of each, the first the same, and an office that one person holds."""
    return any(
        _has_words_of(full, one, other)
        for one in some
        for other in others
        if one.parts[0] == other.parts[0]
        for full in long.get(one.parts[0], ())
    )


def _has_words_of(full: Namesakes, one: Namesakes, other: Namesakes) -> bool:
    held = full.offices & one.offices & other.offices
    return {*one.parts, *other.parts} == set(full.parts) and any(is_single(label) for label, _ in held)
