"""Occurrences of persons → persons.

Names that are the same but for case, accents and hyphens are one person, unless two states bear them. A
surname alone joins the one full name with the same office of the same state.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.identifiers import slug
from kg.resolve.namesakes import Namesakes, find_namesakes
from kg.resolve.occurrences import Clusters, Occurrence, identified
from kg.resolve.spellings import join_spellings

Office = tuple[str, str]
"""What it is called, and whose it is."""


def resolve_persons(occurrences: Sequence[Occurrence]) -> Clusters:
    """The persons, each with its occurrences."""
    named = find_namesakes(occurrences)
    full = join_spellings([n for n in named if len(n.parts) > 1])
    joined = [list(n.occurrences) for n in full]
    homeless, in_office = [], _by_office(full)
    for lone in (n for n in named if len(n.parts) == 1):
        home = _full_name_of(lone, full, in_office)
        if home is None:
            homeless.append((_identifier(lone), list(lone.occurrences)))
        else:
            joined[home].extend(lone.occurrences)
    return identified([*zip(map(_identifier, full), joined, strict=True), *homeless])


def _by_office(full: Sequence[Namesakes]) -> Mapping[Office, list[int]]:
    """Each office with the places of the names that bear it."""
    found: dict[Office, list[int]] = defaultdict(list)
    for number, person in enumerate(full):
        for office in person.offices:
            found[office].append(number)
    return found


def _full_name_of(
    lone: Namesakes, full: Sequence[Namesakes], in_office: Mapping[Office, Sequence[int]]
) -> int | None:
    """The one full name of a surname, with an office of the same state in common; none where two fit."""
    colleagues = {number for office in lone.offices for number in in_office.get(office, ())}
    fitting = [n for n in colleagues if lone.parts[0] in {full[n].parts[0], full[n].parts[-1]}]
    return fitting[0] if len(fitting) == 1 else None


# ---------------------------------------------------------------- identifiers


def _identifier(person: Namesakes) -> str:
    """The name; with the state for a namesake and a surname alone, else with the surname's article."""
    lone = len(person.parts) == 1
    state = person.among or (person.state if lone else None)
    scope = state.rpartition("/")[2] if state else person.occurrences[0].article.identifier if lone else ""
    return f"person/{slug(person.name)}" + (f"-{slug(scope)}" if scope else "")
