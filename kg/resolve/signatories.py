"""For whom those stand who sign: a person for the state that any article gives him, a government for its country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.model import Argument, Entity, EntityKind
from kg.world.countries import find_country

GOVERNMENT = re.compile(r"^(?:the\s+)?Government\s+of\s+(?:the\s+)?(?=\S)", re.IGNORECASE)


def with_parties(arguments: Iterable[Argument], entities: Mapping[str, Entity]) -> Iterator[Argument]:
    """The arguments, parties as the states that they stand for; without people whose state nobody tells."""
    for argument in arguments:
        if argument.role != "party":
            yield argument
        elif not argument.entity.startswith("person/"):
            yield argument._replace(entity=_country_of(argument.entity, entities) or argument.entity)
        elif (state := _state_of(argument.entity, entities)) is not None:
            yield argument._replace(entity=state)


def _state_of(person: str, entities: Mapping[str, Entity]) -> str | None:
    known = entities.get(person)
    home = entities.get(known.country) if known is not None and known.country is not None else None
    return home.identifier if home is not None and home.kind is EntityKind.COUNTRY else None


def _country_of(body: str, entities: Mapping[str, Entity]) -> str | None:
    """The country of a government, where an article names it."""
    known = entities.get(body)
    if known is None or known.kind is not EntityKind.ORGANIZATION or not GOVERNMENT.match(known.label):
        return None
    found = find_country(GOVERNMENT.sub("", known.label))
    key = f"country/{found.iso3}" if found is not None else ""
    return key if key in entities else None
