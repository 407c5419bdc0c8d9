"""The records that pass between the stages: frozen, plain, with no library in them.

A text is never altered; every `Span` points into `Article.text` and slices what it names.
Mentions and event mentions are what one sentence says; entities and events are the things after
resolution; an account is what one article tells of an event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of an article's text, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that this span names."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


class Interval(NamedTuple):
    """When, between two days (both inclusive), with the same written in EDTF."""

    earliest: date
    latest: date
    edtf: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what is known of its publication."""

    identifier: str
    text: str
    headline: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_inferred: date | None = None
    inference: str | None = None

    @property
    def creation_time(self) -> date | None:
        """The document creation time against which relative times are read."""
        return self.published or self.published_inferred


class EntityKind(StrEnum):
    """What a name denotes; the value is the class in the ontology."""

    COUNTRY = "Country"
    PLACE = "Place"
    ORGANIZATION = "Organization"
    PERSON = "Person"
    GROUP = "Group"
    AGREEMENT = "Agreement"
    """Only names in a text are of this kind; what they name is an event in the graph."""


class Status(StrEnum):
    """Whether an event took place, as its sources tell it."""

    HELD = "Held"
    PLANNED = "Planned"
    POSSIBLE = "Possible"
    DENIED = "Denied"
    CANCELLED = "Cancelled"


class AgreementStatus(StrEnum):
    """How far an agreement has come."""

    SIGNED = "Signed"
    IN_FORCE = "InForce"
    AGREED = "Agreed"
    PROPOSED = "Proposed"
    WITHDRAWN = "Withdrawn"
    VIOLATED = "Violated"


class Stance(StrEnum):
    """How a claimant stands to what is claimed."""

    SAYS = "Says"
    DENIES = "Denies"
    ACCUSES = "Accuses"
    REPORTS = "Reports"
    PREDICTS = "Predicts"


class Verdict(StrEnum):
    """Whether two names are one person's."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One sentence of one article, to the letter, and the rule that read it."""

    article: str
    span: Span
    quote: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """An office of a country or organisation ("vice foreign minister" of China)."""

    identifier: str
    label: str
    of: str | None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person holding a position, with what is known of when.

    `attested` are the first and the last day on which an article has the holder in office; `ended_by` is the
    first day after these on which the office is told as a former one, or as another's who succeeded.
    """

    identifier: str
    holder: str
    position: str
    interval: Interval | None
    former: bool
    evidence: tuple[Evidence, ...]
    attested: tuple[date, date] | None = None
    ended_by: date | None = None
    succeeded_by: str | None = None
    """The tenure of whoever held the office next, as far as the articles show."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A country, place, organisation, person or group after resolution.

    `country` is the entity identifier of the country that a place lies in, an organisation belongs to, or
    a person represents (for a person it may also be an organisation). `reasons` say why name forms were
    merged, one sentence each.
    """

    identifier: str
    kind: EntityKind
    label: str
    alt_labels: tuple[str, ...] = ()
    country: str | None = None
    iso3: str | None = None
    wikidata: str | None = None
    state_media: bool = False
    reasons: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Argument(NamedTuple):
    """A role that an entity plays in an event."""

    role: str
    entity: str


@dataclass(frozen=True, slots=True)
class Account:
    """What one article (or, joined, the best founded of several) tells of an event."""

    article: str | None
    arguments: tuple[Argument, ...]
    interval: Interval | None
    status: Status | AgreementStatus
    evidence: tuple[Evidence, ...]
    occasion: str | None = None
    """The encounter at which an agreement was reached, where its sentence tells of one."""

    def fillers(self, role: str) -> tuple[str, ...]:
        """The entities in a role, sorted."""
        return tuple(sorted(a.entity for a in self.arguments if a.role == role))


@dataclass(frozen=True, slots=True)
class Stage:
    """What sentences of one article have an event be, where others have it otherwise: expected, then held."""

    status: Status | AgreementStatus
    article: str
    published: date | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, call, exchange, visit, agreement, interaction or relation after resolution.

    `kind` is the class in the ontology ("Talks", "Visit", "Treaty", "Interaction", "Relation").
    `accounts` holds one account an article; `merged` is the one that the default graph tells. `reasons` say
    why the accounts are taken for one event, `preferences` why `merged` follows one side of a contradiction,
    one sentence each. `stages` is its history, empty where all sentences have it be the same; `foretold` are
    events that may be what this one expects.
    """

    identifier: str
    kind: str
    label: str
    merged: Account
    accounts: tuple[Account, ...]
    alt_labels: tuple[str, ...] = ()
    plover: str | None = None
    relation_type: str | None = None
    basis: str | None = None
    reasons: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    foretold: tuple[str, ...] = ()
    may_be: tuple[str, ...] = ()
    """The several meetings of which this one, told without names, may be any."""
    several: bool = False
    """Whether it stands for several encounters told at once ("exchanged visits")."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says so: a claimant, a stance, the words, and the event they are about."""

    identifier: str
    claimant: str
    stance: Stance
    content: str
    evidence: Evidence
    about: tuple[str, ...] = ()
    via: str | None = None
    status: Status | AgreementStatus | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Accounts of one thing that cannot well all be true, with the sentence of each side."""

    identifier: str
    concerns: tuple[str, ...]
    aspect: str
    comment: str
    evidence: tuple[Evidence, ...]
    preferences: tuple[str, ...] = ()
    """Which side the merged world follows, and why, where it follows one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names of persons that were compared: they are one's (whom it concerns), two persons', or in doubt."""

    identifier: str
    verdict: Verdict
    names: tuple[str, str]
    concerns: tuple[str, ...]
    basis: str
    """What decided: "spelling", "office", "state", "names" (nothing but the names), "decision"."""
    reason: str
    evidence: tuple[Evidence, ...]


class Side(NamedTuple):
    """Whom one side of a decision names."""

    name: str
    article: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """A person's word that two names are one person's, or two persons'; `where` is its file and line.

    A side is a name, or an IRI's end ("person/sun-weidong"), of one article where `article` names it.
    """

    verdict: Verdict
    one: Side
    other: Side
    reason: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class World:
    """All that the articles tell, resolved: what the graph, the exports and the analytics are made of.

    Every tuple is sorted by identifier; every identifier is the part of an IRI behind `kgid:`
    ("country/PRK", "person/sun-weidong", "event/…", "claim/…").
    """

    articles: tuple[Article, ...] = ()
    entities: tuple[Entity, ...] = ()
    positions: tuple[Position, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    mentioned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Article identifier → the entities that its text names."""
    comparisons: tuple[Comparison, ...] = ()
    unheeded: tuple[str, ...] = ()
    """Decisions that could not be followed, each with the reason and what to do."""


# ---------------------------------------------------------------- what one article says, before resolution


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a text gives a person: the label as the graph writes it, whose it is, the words."""

    label: str
    of: str | None
    verbatim: str
    span: Span
    former: bool = False


@dataclass(frozen=True, slots=True)
class Referent:
    """What the names of one article denote: a country, place, organisation, person or group.

    `key` is a gazetteer identifier ("country/PRK") or, for what no gazetteer knows, local to the article
    ("person:2"). `names` are the forms without title, the fullest first; `titled` those with their title.
    """

    key: str
    kind: EntityKind
    names: tuple[str, ...]
    titled: tuple[str, ...] = ()
    country: str | None = None
    offices: tuple[Office, ...] = ()
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class EventMention:
    """One sentence's report of an event, its arguments given as referents."""

    kind: str
    rule: str
    trigger: Span
    sentence: Span
    arguments: tuple[Argument, ...]
    interval: Interval | None
    status: Status | AgreementStatus
    name: str | None = None
    plover: str | None = None
    relation_type: str | None = None
    basis: str | None = None
    bare: bool = False
    """Whether a fuller report in the text decides its kind and status: no verb stands over it ("Minister's Visit to
    Ghana"), or it only says what people do when they meet ("they discussed trade")."""
    definite: bool = False
    """Whether it only points back ("the accord", "their meeting")."""
    several: bool = False
    """Whether it tells of several events at once ("exchanged visits", "recent meetings")."""
    untold: bool = False
    """Whether words tell its time, but not without the text's date ("on Friday", in a text without a date)."""
    calendar: Interval | None = None
    """The days that such words tell but for the year ("on 22 May"), as days of the year 2000."""
    past: bool = False
    """Whether its clause is told in the past: what lies ahead does not date it."""


@dataclass(frozen=True, slots=True)
class ClaimMention:
    """One sentence's report of what somebody says; `events` are the triggers inside the words claimed."""

    rule: str
    claimant: str
    stance: Stance
    content: Span
    sentence: Span
    events: tuple[Span, ...] = ()
    via: str | None = None
    day: Interval | None = None
    """When it is said ("On Friday, Peru said that …"), as far as the text and its date tell."""
    untold: bool = False
    """Whether words tell when it is said, but not without the text's date."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says, with its names resolved inside the article."""

    article: Article
    referents: tuple[Referent, ...] = ()
    events: tuple[EventMention, ...] = ()
    claims: tuple[ClaimMention, ...] = ()
