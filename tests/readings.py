"""Readings made by hand: what an article says, without a language model.

A text is a list of sentences; a referent is named by its key, an event mention stands on a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kg.language.lexicon import load_lexicon
from kg.model import (
    AgreementStatus,
    Argument,
    Article,
    ClaimMention,
    Decision,
    EntityKind,
    Event,
    EventMention,
    Interval,
    Office,
    Reading,
    Referent,
    Span,
    Stance,
    Status,
    Verdict,
    World,
)
from kg.read.decisions import read_side
from kg.resolve.world import resolve_world

PERSON, PLACE, ORGANIZATION = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANIZATION


def day(iso: str) -> Interval:
    """A day, a month or a year, as EDTF writes it; "a/b" is what lies between two days."""
    first, _, last = iso.partition("/")
    return Interval(_bounds(first)[0], _bounds(last or first)[1], iso)


def _bounds(edtf: str) -> tuple[date, date]:
    year, month, dom = ([int(p) for p in edtf.split("-")] + [0, 0])[:3]
    if dom:
        return (date(year, month, dom),) * 2
    after = date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return date(year, month or 1, 1), after - timedelta(days=1)


def person(key: str, *names: str, of: str | None = None, office: str | None = None) -> Referent:
    """A person of a state, with an office of it."""
    offices = (Office(office, of, office, Span(0, 1)),) if office else ()
    return Referent(key, PERSON, names, country=of, offices=offices, sentences=(Span(0, 1),))


def thing(key: str, kind: EntityKind, *names: str, of: str | None = None) -> Referent:
    """A place, a body or a country."""
    return Referent(key, kind, names, country=of, sentences=(Span(0, 1),))


CHINA, KOREA, PERU = (
    thing(f"country/{code}", EntityKind.COUNTRY, name)
    for code, name in (("CHN", "China"), ("PRK", "North Korea"), ("PER", "Peru"))
)
SUN = person("p:sun", "Sun Weidong", of="country/CHN", office="vice foreign minister")
PAK = person("p:pak", "Pak Myong Ho", of="country/PRK", office="vice foreign minister")
CHOE = person("p:choe", "Choe Son Hui", of="country/PRK", office="foreign minister")
PYONGYANG = thing("place/pyongyang", PLACE, "Pyongyang", of="country/PRK")
SINUIJU = thing("place/sinuiju", PLACE, "Sinuiju", of="country/PRK")
HALLS = tuple(
    thing(f"place:{name.lower()}", PLACE, name, of="country/PRK")
    for name in ("Palace", "Palace of Culture", "Hall of Mirrors")
)
CAST = (CHINA, KOREA, PERU, SUN, PAK, CHOE, PYONGYANG, SINUIJU, *HALLS)


@dataclass
class Told:
    """One article in the making."""

    name: str
    cast: tuple[Referent, ...] = CAST
    published: date | None = None
    events: list[EventMention] = field(default_factory=list)
    claims: list[ClaimMention] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)

    def tell(
        self,
        kind: str,
        *arguments: str,
        when: str | None = None,
        status: Status | AgreementStatus = Status.HELD,
        rule: str = "told",
        words: str | None = None,
        at: str = "",
        **more: object,
    ) -> Told:
        """One more sentence with an event; arguments are "role=key", `at` is the word that tells it."""
        start = sum(len(s) + 1 for s in self.sentences)
        sentence = words or f"{self.name} tells in sentence {len(self.sentences)} of {kind} {when or ''}."
        self.sentences.append(sentence)
        mention = EventMention(
            kind=kind,
            rule=rule,
            trigger=Span(start + sentence.find(at), start + sentence.find(at) + 4),
            sentence=Span(start, start + len(sentence)),
            arguments=tuple(Argument(*a.split("=")) for a in arguments),
            interval=day(when) if when else None,
            status=status,
        )
        self.events.append(replace(mention, **more))  # type: ignore[arg-type]
        return self

    def claim(self, claimant: str, stance: Stance) -> Told:
        """Somebody's word on the last event told."""
        last = self.events[-1]
        self.claims.append(
            ClaimMention("said", claimant, stance, last.sentence, last.sentence, (last.trigger,))
        )
        return self

    def meeting(self, *who: str, place: str | None = None, kind: str = "Meeting", **more: object) -> Told:
        """A meeting of some of the cast."""
        where = (f"place={place}",) if place else ()
        return self.tell(kind, *(f"participant={w}" for w in who), *where, **more)  # type: ignore[arg-type]

    def visit(self, who: str, *places: str, **more: object) -> Told:
        """A visit of one of the cast."""
        return self.tell("Visit", f"visitor={who}", *(f"destination={p}" for p in places), **more)  # type: ignore[arg-type]

    def agreement(self, name: str | None, *parties: str, kind: str = "Agreement", **more: object) -> Told:
        """An agreement under a name or in some words."""
        more.setdefault("status", AgreementStatus.AGREED)
        return self.tell(kind, *(f"party={p}" for p in parties), name=name, **more)  # type: ignore[arg-type]

    @property
    def reading(self) -> Reading:
        """The article's reading."""
        text = " ".join(self.sentences) + " "
        article = Article(self.name, text, published=self.published)
        return Reading(article, self.cast, tuple(self.events), tuple(self.claims))


def decide(line: str, number: int = 1) -> Decision:
    """A decision as a file has it, without its reason."""
    verdict, one, other = line.split(", ")
    sides = sorted((read_side(one), read_side(other)))
    return Decision(Verdict(verdict), *sides, "because", f"line {number}")


def world_of(*told: Told, decided: Sequence[str] = ()) -> World:
    """The world that some articles tell, as some decisions have it."""
    decisions = [decide(line, number) for number, line in enumerate(decided, 1)]
    return resolve_world([t.reading for t in told], load_lexicon(), decisions)


def events_of(*told: Told) -> list[Event]:
    """The events that some articles tell."""
    return list(world_of(*told).events)
