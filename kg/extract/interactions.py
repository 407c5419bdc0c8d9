"""Interactions: what one actor does toward another, by the root codes of the PLOVER ontology."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.actors import without_represented
from kg.extract.basis import basis_of, is_sought, is_undone
from kg.extract.context import Context
from kg.extract.dyads import Dyad, find_dyads
from kg.extract.event_times import when
from kg.extract.presupposition import is_presupposed, status_told
from kg.model import Argument, EventMention, Interval, Status


def extract_interactions(context: Context) -> Iterator[EventMention]:
    """Each report of one actor's act toward another; meetings and agreements are told elsewhere."""
    for dyad in find_dyads(context, "interactions", ("actor", "recipient")):
        actors = without_represented(context, list(dict.fromkeys(a for a, _ in dyad.pairs)))
        recipients = without_represented(context, list(dict.fromkeys(b for _, b in dyad.pairs)))
        for actor, recipient in dyad.pairs:
            if actor in actors and recipient in recipients and not _at_home(context, actor, recipient):
                yield _mention(context, dyad, actor, recipient)


def _at_home(context: Context, actor: str, recipient: str) -> bool:
    """Whether both ends are of one state: what it does to its own is no dealing between actors."""
    things = context.referents.things
    return (things[actor].country or actor) == (things[recipient].country or recipient)


def _mention(context: Context, dyad: Dyad, actor: str, recipient: str) -> EventMention:
    status = _status(context, dyad)
    interval = when(context, dyad.predicate, status)
    return EventMention(
        kind=dyad.rule.kind,
        rule=dyad.rule.name,
        trigger=dyad.predicate.trigger.span,
        sentence=context.doc.sentence(dyad.predicate.trigger).span,
        arguments=(Argument("actor", actor), Argument("recipient", recipient)),
        interval=interval,
        status=_unless_ahead(context, status, interval),
        plover=dyad.rule.plover,
    )


def _status(context: Context, dyad: Dyad) -> Status:
    """What the clause says; an act that is only alleged is possible, one that is only aimed at planned."""
    doc, trigger = context.doc, dyad.predicate.trigger
    found = status_told(doc, dyad.predicate)
    if found is not Status.HELD:
        return found
    if basis_of(doc, trigger) == "alleged":
        return Status.POSSIBLE
    aim = is_undone(doc, trigger) or (is_sought(doc, trigger) and not is_presupposed(doc, dyad.predicate))
    return Status.PLANNED if aim else Status.HELD


def _unless_ahead(context: Context, status: Status, interval: Interval | None) -> Status:
    """What lies wholly after the day of writing has not been done yet."""
    written = context.article.creation_time
    ahead = interval is not None and written is not None and interval.earliest > written
    return Status.PLANNED if ahead and status is Status.HELD else status
