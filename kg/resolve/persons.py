"""Occurrences of persons → persons.

Names that are the same but for case, accents and hyphens are one person, unless two states bear them. A
surname alone joins the one full name with the same office of the same state. What people decided comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from kg.extract.name_parts import name_parts, nicknames_of
from kg.extract.short_names import has_regnal_name
from kg.identifiers import slug
from kg.model import Decision
from kg.resolve.comparisons import Persons, compare_persons
from kg.resolve.decisions import Rulings, bind_decisions, singled_out
from kg.resolve.namesakes import Namesakes, find_namesakes
from kg.resolve.occurrences import Occurrence, identified
from kg.resolve.spellings import Group, join_spellings
from kg.world.sole_offices import is_single

Office = tuple[str, str]
"""What it is called, and whose it is."""


def resolve_persons(
    occurrences: Sequence[Occurrence],
    decisions: Iterable[Decision] = (),
    around: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> Persons:
    """The persons, each with its occurrences, and what became of the names that came near each other.

    `around` has the countries that each article names.
    """
    listed = tuple(decisions)
    named = find_namesakes(occurrences, singled_out(occurrences, listed), around)
    rulings = bind_decisions(named, _identifiers(named) if listed else [], listed)
    joined = join_spellings(named, rulings)
    groups = _with_surnames(named, joined.groups, rulings)
    clusters = identified(
        (_identifier(_joined(named, group)), [o for i in sorted(group) for o in named[i].occurrences])
        for group in groups
    )
    return Persons(clusters, compare_persons(clusters, named, joined.near, rulings), rulings.unheeded)


def _joined(named: Sequence[Namesakes], group: Group) -> Namesakes:
    """The names of one person; those with most words say who it is."""
    full = [i for i in group if len(named[i].parts) > 1] or group
    return Namesakes(tuple(o for i in full for o in named[i].occurrences), named[full[0]].among)


# ---------------------------------------------------------------- surnames alone


def _with_surnames(named: Sequence[Namesakes], groups: Sequence[Group], rulings: Rulings) -> list[Group]:
    """The groups, each surname alone put to the one full name that it fits."""
    lone = [group for group in groups if _is_lone(named, group)]
    full = [list(group) for group in groups if not _is_lone(named, group)]
    in_office = _by_office(named, full)
    homeless = []
    for group in lone:
        bearers = [named[i] for i in group]
        home = _full_name_of(bearers, _offices(bearers) or _offices_near(bearers), named, full, in_office)
        if home is None or rulings.parts(group, full[home]):
            homeless.append(group)
        else:
            full[home] = [*full[home], *group]
    return [*full, *homeless]


def _is_lone(named: Sequence[Namesakes], group: Group) -> bool:
    return all(len(named[i].parts) == 1 for i in group)


def _by_office(named: Sequence[Namesakes], full: Sequence[Group]) -> Mapping[Office, list[int]]:
    """Each office with the places of the persons that bear it."""
    found: dict[Office, list[int]] = defaultdict(list)
    for number, group in enumerate(full):
        for office in set().union(*(named[i].offices for i in group)):
            found[office].append(number)
    return found


def _offices(bearers: Iterable[Namesakes]) -> frozenset[Office]:
    return frozenset().union(*(n.offices for n in bearers))


def _offices_near(bearers: Iterable[Namesakes]) -> frozenset[Office]:
    """An office that a text gives without its state ("President Banda"), of each state that the text names."""
    return frozenset(
        (office.label, state)
        for n in bearers
        if n.state is None
        for occurrence in n.occurrences
        for office in occurrence.referent.offices
        if office.of is None and is_single(office.label)
        for state in n.around
    )


def _full_name_of(
    lone: Sequence[Namesakes],
    offices: Iterable[Office],
    named: Sequence[Namesakes],
    full: Sequence[Group],
    in_office: Mapping[Office, Sequence[int]],
) -> int | None:
    """The one full name of a surname, with an office of the same state in common; none where two fit."""
    surnames = {n.parts[0] for n in lone}
    regnal = any(has_regnal_name(o.referent) for n in lone for o in n.occurrences)
    colleagues = {number for office in offices for number in in_office.get(office, ())}
    fitting = [n for n in colleagues if surnames & {p for i in full[n] for p in _ends(named[i], regnal)}]
    return fitting[0] if len(fitting) == 1 else None


def _ends(person: Namesakes, regnal: bool) -> tuple[str, ...]:
    """The first and the last word of a full name, and what a text calls its bearer by; behind "King" the first alone."""
    if len(person.parts) < 2:
        return ()
    return (person.parts[0],) if regnal else (person.parts[0], person.parts[-1], *_called(person))


def _called(person: Namesakes) -> Iterator[str]:
    """The nicknames inside the names of a person, and the single words that texts join to them."""
    for name in (n for o in person.occurrences for n in o.referent.names):
        yield from nicknames_of(name)
        yield from name_parts(name) if len(name_parts(name)) == 1 else ()


# ---------------------------------------------------------------- identifiers


def _identifiers(named: Sequence[Namesakes]) -> list[str]:
    """The identifier that each name has as long as it is nobody else's."""
    of = {
        occurrence.standing: identifier
        for identifier, found in identified((_identifier(n), list(n.occurrences)) for n in named).items()
        for occurrence in found
    }
    return [of[n.occurrences[0].standing] for n in named]


def _identifier(person: Namesakes) -> str:
    """The name; with the state for a namesake and a surname alone, else with the surname's article."""
    lone = len(person.parts) == 1
    state = person.among or (person.state if lone else None)
    scope = state.rpartition("/")[2] if state else person.occurrences[0].article.identifier if lone else ""
    return f"person/{slug(person.name)}" + (f"-{slug(scope)}" if scope else "")
