"""An invented network of a given size: states, people, bodies and what they do, with a sentence for each event.

The same size gives the same world. A few states have much to do with each other, most have little, as in the news.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from kg.model import (
    Account,
    Argument,
    Article,
    Entity,
    EntityKind,
    Event,
    Evidence,
    Interval,
    Position,
    Span,
    Status,
    Tenure,
    World,
)

Thing = TypeVar("Thing")

SYLLABLES = tuple(re.findall("..", "bacedofigihojakelumanioraporiqusatiulvaweyazo"))
ACTORS = 0.4
"""How many of the nodes are actors; the others are events."""
SENTENCES_IN_AN_ARTICLE = 12
NODES = {
    "Meeting": ("participant", "participant"),
    "Visit": ("visitor", "destination"),
    "Call": ("participant",) * 2,
}
ACTS = ("ACCUSE", "AID", "CONSULT", "SANCTION", "SUPPORT", "THREATEN")
STATUSES = (*(Status.HELD,) * 6, Status.PLANNED, Status.POSSIBLE, Status.DENIED, Status.CANCELLED)


def network_world(nodes: int) -> World:
    """A world with about so many actors and events that are nodes, and a fifth as many acts that are lines."""
    chance = random.Random(nodes)
    actors = _actors(chance, round(nodes * ACTORS))
    told = _Telling(chance)
    people = [actor.identifier for actor in actors if actor.kind is not EntityKind.COUNTRY]
    states = [actor.identifier for actor in actors if actor.kind is EntityKind.COUNTRY]
    events = [told.event(i, people, states) for i in range(nodes - len(actors))]
    acts = [told.act(i, states) for i in range(nodes // 5)]
    positions = tuple(Position(f"position/{s[8:].lower()}-minister", "foreign minister", s) for s in states)
    tenures = tuple(
        Tenure(f"tenure/{p.identifier[9:]}", a.identifier, p.identifier, None, False, a.evidence)
        for p, a in zip(positions, (a for a in actors if a.kind is EntityKind.PERSON), strict=False)
    )
    everything = tuple(sorted((*events, *acts), key=lambda event: event.identifier))
    return World(told.articles(), actors, positions, tenures, everything)


def _actors(chance: random.Random, count: int) -> tuple[Entity, ...]:
    states = [
        Entity(f"country/{code}", EntityKind.COUNTRY, _name(chance, 2), (f"Republic of {code}",), iso3=code)
        for code in _codes(max(4, min(count // 8, 190)))
    ]
    others = []
    for i in range(count - len(states)):
        home = _some(chance, states).identifier
        kind = EntityKind.PERSON if chance.random() < 0.8 else EntityKind.ORGANIZATION
        name = f"{_name(chance, 2)} {_name(chance, 3)}"
        others.append(Entity(f"{kind.lower()}/{i:05}", kind, name, (name.split()[1],), home))
    return tuple(sorted((*states, *others), key=lambda entity: entity.identifier))


def _codes(count: int) -> list[str]:
    return [f"X{chr(65 + i // 26)}{chr(65 + i % 26)}" for i in range(count)]


def _name(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def _some(chance: random.Random, things: Sequence[Thing]) -> Thing:
    """One of some things; the first ones are chosen far more often."""
    return things[int(len(things) * chance.random() ** 3)]


class _Telling:
    """Writes articles, sentence by sentence, and the events that they tell of."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.texts: list[list[str]] = [[]]

    def event(self, i: int, people: Sequence[str], states: Sequence[str]) -> Event:
        """A meeting, visit or call."""
        kind = self.chance.choice(list(NODES))
        one, other = NODES[kind]
        where = states if other == "destination" else people
        return self._told(
            f"event/{kind.lower()}-{i:05}",
            kind,
            ((one, _some(self.chance, people)), (other, _some(self.chance, where))),
        )

    def act(self, i: int, states: Sequence[str]) -> Event:
        """One state's act toward another."""
        one, other = _some(self.chance, states), _some(self.chance, states[::-1])
        code = self.chance.choice(ACTS)
        return self._told(f"event/act-{i:05}", "Interaction", (("actor", one), ("recipient", other)), code)

    def articles(self) -> tuple[Article, ...]:
        """What was written."""
        return tuple(
            Article(
                f"a{i:04}",
                "\n".join(text),
                f"News of day {i}",
                f"https://news.example/{i}",
                "Agency",
                date(2023, 1, 1) + timedelta(i % 700),
            )
            for i, text in enumerate(self.texts)
        )

    def _told(
        self, identifier: str, kind: str, roles: Sequence[tuple[str, str]], code: str | None = None
    ) -> Event:
        names = [who.split("/")[1] for _, who in roles]
        label = f"{(code or kind).capitalize()}: {' and '.join(names)}"
        said = [self._sentence(label) for _ in range(1 if self.chance.random() < 0.8 else 3)]
        day = date(2022, 1, 1) + timedelta(int(1000 * self.chance.random()))
        interval = Interval(day, day, day.isoformat()) if self.chance.random() < 0.85 else None
        status = self.chance.choice(STATUSES)
        account = Account(
            None, tuple(sorted({Argument(*role) for role in roles})), interval, status, tuple(sorted(said))
        )
        return Event(identifier, kind, label, account, (), plover=code)

    def _sentence(self, label: str) -> Evidence:
        if len(self.texts[-1]) == SENTENCES_IN_AN_ARTICLE:
            self.texts.append([])
        words = " ".join(_name(self.chance, 2).lower() for _ in range(18))
        text, start = f"{label}, {words}.", sum(len(line) + 1 for line in self.texts[-1])
        self.texts[-1].append(text)
        return Evidence(f"a{len(self.texts) - 1:04}", Span(start, start + len(text)), text)
