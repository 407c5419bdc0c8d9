"""A line for each event that a person can read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.model import AgreementStatus, Entity, Event, Status

FACTS = frozenset({Status.HELD, AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.AGREED})
"""What goes without saying in a label; any other status is named."""

LONGEST = 160
MOST_NAMES = 6


def event_label(event: Event, name: str | None, entities: Mapping[str, Entity]) -> str:
    """ "Talks of Wang Yi and Jake Sullivan, Bangkok, 2024-01-26", with the status where it is no fact."""
    status = event.merged.status
    suffix = "" if status in FACTS else f" ({_words(status).lower()})"
    return _shortened(_told(event, name, entities), LONGEST - len(suffix)) + suffix


def _told(event: Event, name: str | None, entities: Mapping[str, Entity]) -> str:
    if name and name.strip():
        return name[0].upper() + name[1:]
    if event.relation_type or event.plover:
        return _act(event, entities)
    return _encounter(event, entities)


def _act(event: Event, entities: Mapping[str, Entity]) -> str:
    """ "China → North Korea: largest trading partner of"."""
    source, target = (
        _filled(event, ends, entities) for ends in (("actor", "source"), ("recipient", "target"))
    )
    words = event.relation_type or (event.plover or "").lower()
    return f"{source} → {target}: {words.replace('-', ' ')}"


def _encounter(event: Event, entities: Mapping[str, Entity]) -> str:
    """ "Visit of Sun Weidong to Pyongyang, 2024-01-26": kind, who, where and when, as far as known."""
    who = _filled(event, ("participant", "visitor", "party"), entities)
    where = _filled(event, ("place", "destination"), entities)
    what = _words(event.kind) + (f" of {who}" if who else "")
    if where:
        what += f" to {where}" if event.merged.fillers("destination") else f", {where}"
    return what + (f", {event.merged.interval.edtf}" if event.merged.interval else "")


def _words(name: str) -> str:
    """ "Signing ceremony" for SigningCeremony."""
    first, *rest = re.findall(r"[A-Z][a-z]*", name)
    return " ".join([first, *(word.lower() for word in rest)])


def _filled(event: Event, roles: Sequence[str], entities: Mapping[str, Entity]) -> str:
    """The labels of the entities in some roles, in a row."""
    found = [i for role in roles for i in event.merged.fillers(role)]
    labels = [entities[i].label if i in entities else i for i in found]
    if len(labels) > MOST_NAMES:
        labels = [*labels[: MOST_NAMES - 1], f"{len(labels) - MOST_NAMES + 1} others"]
    return " and ".join(filter(None, [", ".join(labels[:-1]), *labels[-1:]]))


def _shortened(text: str, longest: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"
