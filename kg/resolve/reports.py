"""Reports: event mentions with their article, their arguments as entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property

from kg.language.descriptions import place_key
from kg.model import (
    AgreementStatus,
    Argument,
    Article,
    Entity,
    EntityKind,
    EventMention,
    Evidence,
    Interval,
    Reading,
    Status,
)
from kg.resolve.entities import Identities
from kg.resolve.signatories import with_parties
from kg.world.places import PlaceKind, places
from kg.world.summits import summits

FAMILY = {
    **dict.fromkeys(
        (
            "Summit",
            "Talks",
            "Dialogue",
            "Consultation",
            "CourtesyCall",
            "Conference",
            "SigningCeremony",
            "Reception",
        ),
        "Meeting",
    ),
    **dict.fromkeys(
        (
            "Treaty",
            "Memorandum",
            "TradeAgreement",
            "DefenceAgreement",
            "PeaceAgreement",
            "Ceasefire",
            "JointStatement",
            "Pledge",
            "Designation",
            "Resolution",
        ),
        "Agreement",
    ),
    "StateVisit": "Visit",
}
"""Kinds that one event may be told as: one text's talks are the next one's meeting."""

ACTOR_ROLES = ("participant", "visitor", "party", "actor", "recipient", "source", "target")
PLACE_ROLES = ("place", "destination")

FIRMNESS = (
    Status.HELD,
    Status.CANCELLED,
    Status.PLANNED,
    Status.DENIED,
    Status.POSSIBLE,
    AgreementStatus.SIGNED,
    AgreementStatus.IN_FORCE,
    AgreementStatus.AGREED,
    AgreementStatus.VIOLATED,
    AgreementStatus.WITHDRAWN,
    AgreementStatus.PROPOSED,
)
"""Of several statuses told of one event, the first of these is the best founded."""


@dataclass(frozen=True)
class Report:
    """An event mention with its article and its arguments as entities."""

    article: Article
    mention: EventMention
    arguments: tuple[Argument, ...]
    occasion: str | None = None
    """The encounter at which an agreement was reached, as its own sentence has it."""
    occasion_time: Interval | None = None
    """When that encounter was; or when a meeting was that is known by its place."""

    @property
    def time(self) -> Interval | None:
        """When, as its words tell; else the time of the occasion."""
        return self.mention.interval or self.occasion_time

    @cached_property
    def family(self) -> str:
        """The kind under which reports can be of one event."""
        return FAMILY.get(self.mention.kind, self.mention.kind)

    @cached_property
    def actors(self) -> frozenset[str]:
        """Who takes part, in whatever role."""
        return self.fillers(ACTOR_ROLES)

    @cached_property
    def ends(self) -> frozenset[Argument]:
        """The actors with their roles."""
        return frozenset(a for a in self.arguments if a.role in ACTOR_ROLES)

    @cached_property
    def places(self) -> frozenset[str]:
        """Where it was, or where it led."""
        return self.fillers(PLACE_ROLES)

    @cached_property
    def content(self) -> tuple[object, ...]:
        """All that it says, wherever it stands."""
        m = self.mention
        said = (m.kind, m.rule, m.interval, m.status, m.name, m.plover, m.relation_type)
        return (*said, m.bare, m.definite, m.untold, m.several, self.arguments)

    @cached_property
    def persons(self) -> int:
        """How many of the actors are persons."""
        return sum(actor.startswith("person/") for actor in self.actors)

    @property
    def standing(self) -> tuple[str, object, str, tuple[Argument, ...]]:
        """Where it stands: article, place in it, and what tells two reports on one word apart."""
        return self.article.identifier, self.mention.trigger, self.mention.rule, self.arguments

    @property
    def evidence(self) -> Evidence:
        """The sentence that it is read from."""
        span = self.mention.sentence
        return Evidence(self.article.identifier, span, span.of(self.article.text), self.mention.rule)

    def fillers(self, roles: Iterable[str]) -> frozenset[str]:
        """The entities in any of the roles."""
        wanted = set(roles)
        return frozenset(a.entity for a in self.arguments if a.role in wanted)

    def is_in_text_of(self, other: Report) -> bool:
        """Whether both stand in one article."""
        return self.article.identifier == other.article.identifier


def find_reports(readings: Sequence[Reading], identities: Identities) -> Iterator[Report]:
    """Every event mention of every article."""
    for reading in readings:
        for mention in reading.events:
            found = {Argument(a.role, identities.of(reading.article, a.entity)) for a in mention.arguments}
            acting = {*with_parties(found, identities.entities)}
            named = tuple(sorted(_people_first(acting, identities.entities)))
            yield Report(reading.article, mention, named, occasion_time=_known_days(mention))


def _people_first(arguments: set[Argument], entities: Mapping[str, Entity]) -> Iterable[Argument]:
    """The arguments without states that met beside their own people: "the two ministers and other officials of Peru"."""
    met = {a.entity for a in arguments if a.role == "participant"}
    people = {entity for entity in met if entity.startswith("person/")}
    homes = {state_of(person, entities) for person in people}
    left = {entity for entity in met if entity not in homes or not is_country(entity, entities)}
    return (
        arguments if len(left) < 2 else (a for a in arguments if a.role != "participant" or a.entity in left)
    )


def _known_days(mention: EventMention) -> Interval | None:
    """When a meeting was that is called by its place: for telling which one it is, never asserted."""
    day = known_summits().get(mention.name or "") if mention.interval is None else None
    return Interval(day, day + timedelta(days=1), str(day)) if day else None


@cache
def known_summits() -> Mapping[str, date]:
    """The days of the meetings that are known by their place, by name."""
    return {summit.name: summit.day for summit in summits()}


def days_of(interval: Interval | None) -> int:
    """How many days an interval leaves open; none where no time is told."""
    return 0 if interval is None else (interval.latest - interval.earliest).days


def state_of(identifier: str, entities: Mapping[str, Entity]) -> str:
    """The country, else the body, that an entity belongs to in the end; itself where none is known."""
    entity = entities.get(identifier)
    if entity is None or entity.kind is EntityKind.COUNTRY or entity.country is None:
        return identifier
    return state_of(entity.country, entities)


def place_kind(identifier: str) -> PlaceKind:
    """A city, a region, a venue …; what no gazetteer has is taken for a venue."""
    return _place_kinds().get(identifier, PlaceKind.VENUE)


@cache
def _place_kinds() -> Mapping[str, PlaceKind]:
    return {place_key(p): p.kind for p in places()}


def is_country(identifier: str, entities: Mapping[str, Entity]) -> bool:
    """Whether an entity is a country."""
    return identifier in entities and entities[identifier].kind is EntityKind.COUNTRY
