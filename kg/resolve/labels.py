"""A line for each event that a person can read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model import Entity, Event, Status

VERBS = {
    "Meeting": "Meeting of",
    "Talks": "Talks of",
    "Summit": "Summit of",
    "Dialogue": "Dialogue of",
    "Consultation": "Consultations of",
    "SigningCeremony": "Signing ceremony of",
    "Call": "Call of",
    "MessageExchange": "Messages between",
    "Visit": "Visit of",
}
LONGEST = 160


def event_label(event: Event, name: str | None, entities: Mapping[str, Entity]) -> str:
    """ "Talks of Wang Yi and Jake Sullivan, Bangkok, 2024-01-26" with the status where it was not held."""
    if name:
        return _shortened(name[0].upper() + name[1:])
    account = event.merged
    if event.relation_type or event.plover:
        pair = (
            _names([*account.fillers("actor"), *account.fillers("source")], entities),
            _names([*account.fillers("recipient"), *account.fillers("target")], entities),
        )
        words = event.relation_type or f"{(event.plover or '').lower()}"
        return _shortened(f"{pair[0]} → {pair[1]}: {words.replace('-', ' ')}")
    who = _names([*account.fillers("participant"), *account.fillers("visitor")], entities)
    where = _names([*account.fillers("place"), *account.fillers("destination")], entities)
    parts = [f"{VERBS.get(event.kind, event.kind)} {who}" + (f" to {where}" if event.kind == "Visit" else "")]
    if where and event.kind != "Visit":
        parts.append(where)
    if account.interval is not None:
        parts.append(account.interval.edtf)
    status = "" if account.status is Status.HELD else f" ({account.status.lower()})"
    return _shortened(", ".join(parts) + status)


def _names(identifiers: Iterable[str], entities: Mapping[str, Entity]) -> str:
    labels = [entities[i].label if i in entities else i for i in identifiers]
    return labels[0] if len(labels) == 1 else ", ".join(labels[:-1]) + " and " + labels[-1] if labels else ""


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"
