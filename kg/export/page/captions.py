"""What stands at a node of the drawing: a name, or what happened, whether it is so, and when."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from kg.export.page.look import the_look, words
from kg.export.page.times import is_inferred, when
from kg.model import AgreementStatus, Event, World

LONGEST = 46
WIDTH = 17
DISPUTED = ("date", "place")
"""What a caption says to be disputed; an expectation beside a fact is a contradiction too, but no doubt of the fact."""


def captions_of(names: Iterable[tuple[str, str]], world: World) -> dict[str, str]:
    """The caption of each node, from its identifier and name, in short lines."""
    events = {event.identifier: event for event in world.events}
    undated = {article.identifier for article in world.articles if article.published is None}
    disputed = {(thing, told.aspect) for told in world.conflicts for thing in told.concerns}
    captions = {}
    for node, name in names:
        event = events.get(node)
        told = (name,) if event is None else _told(event, is_inferred(event, undated))
        doubts = tuple(f"({aspect} disputed)" for aspect in DISPUTED if (node, aspect) in disputed)
        captions[node] = "\n".join(_set(part) for part in told + doubts if part)
    return captions


def _told(event: Event, is_worked_out: bool) -> tuple[str, ...]:
    """An agreement's name, or the kind of event; the status, unless it is a fact; when, or [worked out]."""
    agreement = isinstance(event.merged.status, AgreementStatus)
    title = event.label if agreement else words(event.kind).capitalize()
    status = "" if the_look().firmness_of(event) == "firm" else f"({words(event.merged.status)})"
    time = "" if agreement else when(event, event.merged.interval)
    return title, status, f"[{time}]" if time and is_worked_out else time


def _set(words: str) -> str:
    """Words on short lines; the end of very long ones is left to the panel."""
    line = " ".join(words.split())
    return textwrap.fill(line if len(line) <= LONGEST else _cut(line), WIDTH)


def _cut(line: str) -> str:
    """The words that fit; of one that alone is too long, its beginning."""
    fitting = line[:LONGEST].rpartition(" ")[0] or line[: LONGEST - 1]
    return fitting.rstrip(" ,;:") + "…"
