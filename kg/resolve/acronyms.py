"""Bodies under their acronym: "the Volta River Commission (VRC)" of one text is the VRC of the next.

An acronym is that of the full name that its own text sets it behind; in a text that does not, of the only
full name that any text does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model import EntityKind
from kg.resolve.occurrences import Occurrence
from kg.world.surfaces import fold

Standing = tuple[str, str]
ACRONYM = re.compile(r"[A-Z][A-Za-z&]{0,7}[A-Z]")
BEHIND = re.compile(r"\s*\(\s*(?:the\s+)?([A-Z][A-Za-z&]{0,7}[A-Z])\s*\)")


def full_names(occurrences: Iterable[Occurrence]) -> Mapping[Standing, Occurrence]:
    """Each body that goes by an acronym, with the one whose full name that is."""
    bodies = [o for o in occurrences if o.referent.kind is EntityKind.ORGANIZATION]
    meant = _introduced(bodies)
    found = {}
    for body in bodies if meant else ():
        name = body.referent.names[0]
        told = meant.get(name, {})
        own = [o for o in told.values() if o.article.identifier == body.article.identifier]
        if body.standing not in {o.standing for o in told.values()} and (own or len(told) == 1):
            found[body.standing] = (own or list(told.values()))[0]
    return found


def acronym_reasons(found: Sequence[Occurrence]) -> tuple[str, ...]:
    """Why a body also goes by its acronym: a text sets it behind the full name."""
    short = {o.referent.names[0] for o in found if ACRONYM.fullmatch(o.referent.names[0])}
    full = [o for o in found if o.referent.names[0] not in short] if short else []
    told = {
        acronym: f"“{acronym}” is taken for “{name}”: {o.article.identifier} has the one behind the other."
        for o in sorted(full, key=lambda o: o.standing, reverse=True)
        for name in o.referent.names
        for acronym in _acronyms_behind(name, o.article.text) & short
    }
    return tuple(told[acronym] for acronym in sorted(told))


def _introduced(bodies: Sequence[Occurrence]) -> Mapping[str, Mapping[str, Occurrence]]:
    """The acronyms that texts set behind full names: each with those names, folded, and the first that has them."""
    found: dict[str, dict[str, Occurrence]] = defaultdict(dict)
    used = {o.referent.names[0] for o in bodies if ACRONYM.fullmatch(o.referent.names[0])}
    for body in sorted(bodies, key=lambda o: o.standing) if used else ():
        for name in body.referent.names:
            for acronym in _acronyms_behind(name, body.article.text) & used:
                found[acronym].setdefault(fold(name), body)
    return found


def _acronyms_behind(name: str, text: str) -> frozenset[str]:
    """What a text sets in brackets behind a name, of the name's own letters."""
    found = set()
    start = text.find(name) if " " in name else -1
    while start >= 0:
        behind = BEHIND.match(text, start + len(name))
        if behind is not None and _abbreviates(behind[1], name):
            found.add(behind[1])
        start = text.find(name, start + len(name))
    return frozenset(found)


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the capitals of an acronym begin words of a name, in their order, the first of them its first."""
    initials = [word[0].upper() for word in re.findall(r"\w+", name)]
    letters = [c for c in acronym if c.isupper()]
    if not initials or letters[0] not in initials[:2]:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in letters)
