"""The gold annotation of the five articles as a world: what a faultless reader would hand to the graph.

With it the competency questions are tested apart from extraction. Where the gold has no counterpart in the
records (free predicates, literal objects) nothing is made.
"""

from __future__ import annotations

import calendar
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kg.graph.ontology import relation_types
from kg.model import (
    Account,
    AgreementStatus,
    Argument,
    Article,
    Claim,
    Entity,
    EntityKind,
    Event,
    Evidence,
    Interval,
    Position,
    Span,
    Stance,
    Status,
    Tenure,
    World,
)

Record = dict[str, Any]

PREDICATES = {
    "supplies_military_technology_to": "supplies-technology-to",
    "neighbour_of": "shares-border-with",
}
MEETINGS = {"meeting": "Meeting", "talks": "Talks", "letter_exchange": "MessageExchange"}
JOINED = ("visit", "talks", "meeting", "letter_exchange", "treaty")
"""Gold clusters that are one event; the others gather things that stay apart."""


def gold_world(shared: Path) -> World:
    """The world of `../shared/gold/seeds`."""
    return _Gold(shared).world()


def interval_of(first: str | None, last: str | None = None) -> Interval | None:
    """An EDTF date of the gold as two days."""
    if not first or not first[:4].isdigit():
        return None
    edtf = f"{first}/{last}" if last else first
    start, _, end = edtf.partition("/")
    return Interval(_day(start, 0), date.max if end == ".." else _day(end or start, 1), edtf)


def _day(text: str, end: int) -> date:
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    month = month or (12 if end else 1)
    return date(year, month, day or (calendar.monthrange(year, month)[1] if end else 1))


def slug(text: str) -> str:
    """A name as part of an identifier."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


class _Gold:
    """The annotation while it is turned into records."""

    def __init__(self, shared: Path) -> None:
        folder = shared / "gold" / "seeds"
        self.across: Record = json.loads((folder / "cross_document.json").read_text(encoding="utf-8"))
        self.within = {
            p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("00*.json"))
        }
        self.texts = {i: (shared / "seeds" / f"{i}.txt").read_text(encoding="utf-8") for i in self.within}
        self.cluster = {
            m: c for c in self.across["event_clusters"] if c["type"] in JOINED for m in c["members"]
        }
        self.entities: dict[str, Entity] = {}
        self.named: dict[tuple[str | None, str], str] = {}
        self.positions: dict[str, Position] = {}

    def world(self) -> World:
        for cluster in self.across["entity_clusters"]:
            self.add_cluster(cluster)
        tenures = self.tenures()
        events = tuple(sorted(self.events(), key=lambda event: event.identifier))
        claims = tuple(self.claims())
        mentioned = {article: tuple(self.mentioned(article)) for article in self.within}
        return World(
            tuple(self.article(identifier) for identifier in self.within),
            tuple(self.entities[key] for key in sorted(self.entities)),
            tuple(self.positions[key] for key in sorted(self.positions)),
            tenures,
            events,
            claims,
            (),
            mentioned,
        )

    def article(self, identifier: str) -> Article:
        gold = self.within[identifier]
        published, inferred = (_publication(gold.get(key)) for key in ("published", "published_inferred"))
        return Article(
            identifier,
            self.texts[identifier],
            published=published,
            published_inferred=None if published else inferred,
        )

    def add(self, entity: Entity, *names: str, article: str | None = None) -> str:
        self.entities.setdefault(entity.identifier, entity)
        for name in (entity.label, *entity.alt_labels, *names):
            self.named.setdefault((article, name), entity.identifier)
        return entity.identifier

    def add_cluster(self, cluster: Record) -> None:
        label = cluster["canonical"]
        forms = tuple(sorted({form["form"] for form in cluster["surface_forms"]} - {label}))
        if cluster["type"] == "person":
            home = self.country(cluster["country"]) if cluster["official"] else None
            self.add(Entity(f"person/{slug(label)}", EntityKind.PERSON, label, forms, home))
        elif cluster["type"] == "organization":
            self.add(Entity(f"organization/{slug(label)}", EntityKind.ORGANIZATION, label, forms))

    def country(self, iso3: str) -> str:
        return self.add(Entity(f"country/{iso3}", EntityKind.COUNTRY, iso3, iso3=iso3))

    def actor(self, name: str, article: str | None = None) -> str:
        if re.fullmatch("[A-Z]{3}", name):
            return self.country(name)
        known = self.named.get((article, name)) or self.named.get((None, name))
        return known or self.add(Entity(f"organization/{slug(name)}", EntityKind.ORGANIZATION, name))

    def place(self, name: str) -> str:
        return self.add(Entity(f"place/{slug(name)}", EntityKind.PLACE, name))

    def evidence(self, article: str, sentence: str) -> Evidence:
        start = self.texts[article].index(sentence)
        return Evidence(article, Span(start, start + len(sentence)), sentence)

    def mentioned(self, article: str) -> Iterator[str]:
        yield from sorted(self.country(iso3) for iso3 in self.within[article]["countries"])
        yield from sorted(self.actor(o["name"], article) for o in self.within[article]["officials"])

    def tenures(self) -> tuple[Tenure, ...]:
        told: defaultdict[tuple[str, str, bool], list[Evidence]] = defaultdict(list)
        for article, gold in self.within.items():
            for official in gold["officials"]:
                self.add_official(article, official)
                sentence = next(s["text"] for s in gold["sentences"] if official["name_in_text"] in s["text"])
                for role in official["roles"] if official["official"] else ():
                    position = f"position/{official['country'].lower()}-{slug(role)}"
                    self.positions[position] = Position(position, role, self.country(official["country"]))
                    holder = self.actor(official["name"], article)
                    told[holder, position, official["former"]].append(self.evidence(article, sentence))
        return tuple(
            Tenure(f"tenure/{slug(holder + position)}", holder, position, None, former, tuple(sentences))
            for (holder, position, former), sentences in sorted(told.items())
        )

    def add_official(self, article: str, official: Record) -> None:
        person = self.entities[self.actor(official["name"])]
        self.add(person, official["name_in_text"], *official["aliases"], article=article)
        if official.get("organization") and not official["official"]:
            body = self.actor(official["organization"])
            self.entities[person.identifier] = Entity(
                person.identifier, person.kind, person.label, person.alt_labels, body
            )

    def events(self) -> Iterator[Event]:
        told: defaultdict[str, list[tuple[str, Account, Record]]] = defaultdict(list)
        for article, gold in self.within.items():
            for kind, account, record in self.accounts(article, gold):
                told[self.event_identifier(record)].append((kind, account, record))
        for identifier, accounts in told.items():
            yield self.event(identifier, accounts)

    def event_identifier(self, record: Record) -> str:
        """One for each cluster; the visit that led to a meeting is an event of its own."""
        visit = "-visit" if "visitor" in record else ""
        return f"event/{self.cluster.get(record['id'], record)['id'].lower()}{visit}"

    def event(self, identifier: str, told: list[tuple[str, Account, Record]]) -> Event:
        kind, first, record = told[0]
        own: dict[str | None, Account] = {}
        for _, account, _ in told:
            own[account.article] = _joined(account, own.get(account.article))
        cluster = self.cluster.get(record["id"], {})
        merged = cluster.get("merged", {})
        every = first
        for account in own.values():
            every = _joined(every, account)
        arguments = [a for a in every.arguments if a.role != "place" or not merged.get("place")]
        if merged.get("place") and kind != "Visit":
            arguments.append(Argument("place", self.place(merged["place"])))
        return Event(
            identifier,
            kind,
            record.get("name") or cluster.get("label") or f"{kind} {record['id']}",
            Account(
                None,
                tuple(sorted(arguments)),
                interval_of(merged.get("date")) or every.interval,
                first.status,
                every.evidence,
            ),
            tuple(own.values()),
            relation_type=record.get("type"),
            basis=record.get("basis"),
        )

    def accounts(self, article: str, gold: Record) -> Iterator[tuple[str, Account, Record]]:
        for meeting in gold["meetings"]:
            roles = [("participant", self.actor(p, article)) for p in meeting["participants"]]
            roles += [("place", self.place(meeting["place"]))] if meeting["place"] else []
            yield MEETINGS[meeting["kind"]], self.account(article, roles, meeting), meeting
        for visit in gold["visits"]:
            roles = [("visitor", self.actor(visit["visitor"], article))]
            roles += [("destination", self.country(visit["destination"]))]
            yield "Visit", self.account(article, roles, visit), visit
        for agreement in gold["agreements"]:
            roles = [("party", self.actor(party)) for party in agreement["parties"]]
            yield _agreement_kind(agreement["name"]), self.account(article, roles, agreement), agreement
        for relation in gold["relations"]:
            yield from self.relation(article, relation)

    def relation(self, article: str, gold: Record) -> Iterator[tuple[str, Account, Record]]:
        if gold["predicate"] == "attended":
            held = {**gold, "status": "held", "name": gold["object"]}
            yield (
                "Ceremony",
                self.account(article, [("participant", self.actor(gold["subject"], article))], held),
                held,
            )
        name = PREDICATES.get(gold["predicate"], gold["predicate"].replace("_", "-"))
        if name in relation_types():
            roles = [
                ("source", self.actor(gold["subject"], article)),
                ("target", self.actor(gold["object"], article)),
            ]
            certain = gold["status"] in {"asserted", "reported"}
            basis = gold["status"] if gold["status"] in {"reported", "alleged"} else "asserted"
            record = {**gold, "status": "held" if certain else "possible", "type": name, "basis": basis}
            yield "Relation", self.account(article, roles, record), record

    def account(self, article: str, roles: list[tuple[str, str]], gold: Record) -> Account:
        status = gold["status"].upper()
        return Account(
            article,
            tuple(sorted({Argument(role, entity) for role, entity in roles})),
            interval_of(gold.get("date"), gold.get("date_end")),
            Status[status] if status in Status.__members__ else AgreementStatus[status],
            (self.evidence(article, gold["evidence"]),),
        )

    def claims(self) -> Iterator[Claim]:
        for article, gold in self.within.items():
            for claim in gold["claims"]:
                yield from self.claim(article, claim)
            for agreement in gold["agreements"]:
                yield from self.word_for(article, agreement)

    def word_for(self, article: str, agreement: Record) -> Iterator[Claim]:
        sentence = self.evidence(article, agreement["evidence"])
        for number, claimant in enumerate(filter(None, (agreement.get("attributed_to") or "").split("; "))):
            identifier = f"claim/{agreement['id'].lower()}-{number}"
            about = (self.event_identifier(agreement),)
            yield Claim(
                identifier, self.actor(claimant, article), Stance.SAYS, agreement["name"], sentence, about
            )

    def claim(self, article: str, gold: Record) -> Iterator[Claim]:
        sentence, via = self.evidence(article, gold["evidence"]), None
        for number, claimant in enumerate(gold["claimant"].split("; ")):
            identifier = f"claim/{gold['id'].lower()}-{number}"
            if gold.get("via"):
                via = f"{identifier}-via"
                yield Claim(via, self.actor(gold["via"]), Stance.REPORTS, gold["content"], sentence)
            who = self.actor(claimant, article)
            yield Claim(identifier, who, Stance.SAYS, gold["content"], sentence, via=via)


def _publication(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and len(text) == 10 else None


def _agreement_kind(name: str) -> str:
    found = (kind for kind in ("Treaty", "Designation") if kind.lower() in name.lower())
    return next(found, "Pledge")


def _joined(one: Account, other: Account | None) -> Account:
    """Two accounts as one: the parts of both, the first's status, whichever date there is."""
    if other is None:
        return one
    return Account(
        one.article,
        tuple(sorted({*one.arguments, *other.arguments})),
        other.interval or one.interval,
        other.status,
        tuple(sorted({*one.evidence, *other.evidence})),
    )
