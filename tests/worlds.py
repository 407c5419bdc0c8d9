"""A small invented world, resolved: two articles, and one thing of each kind that a graph can hold.

`small_world()` is what an ordinary run hands to the graph; `hostile_world()` is the same with names and
sentences that break careless writers of Turtle, XML and HTML.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.model import (
    Account,
    AgreementStatus,
    Argument,
    Article,
    Claim,
    Comparison,
    Conflict,
    Entity,
    EntityKind,
    Event,
    Evidence,
    Interval,
    Position,
    Span,
    Stage,
    Stance,
    Status,
    Tenure,
    Verdict,
    World,
)

LIMA = "lima-2023-05-12"
OSLO = "oslo_2023"

LIMA_TEXT = """
Norwegian Foreign Minister Anna Dahl arrived in Lima on Wednesday.
Dahl met Peruvian President Luis Quispe in Lima on May 11, 2023.
The two signed the Treaty of Fisheries on the same day.
Dahl telephoned Kenyan President Grace Wanjiru on May 12.
Wanjiru is to meet Quispe in Nairobi in June 2023.
"We will never leave the treaty," Quispe said, according to Andina, quoting the state channel TV Peru.
Peru accused Bolivia of closing the border.
Norway is the largest trading partner of Peru.
Civil society leaders watched the signing.
Opposition leader Rosa Mamani denied that she had met Dahl.
"""

OSLO_TEXT = """
Foreign minister A. Dahl held talks with President Quispe in Cusco on May 10.
Dahl will never "leave" the treaty, Norway's foreign ministry said.
Former prime minister Ole Berg sent a letter to Quispe.
"""

SENTENCES = {LIMA: LIMA_TEXT, OSLO: OSLO_TEXT}


def sentence(article: str, beginning: str, rule: str = "") -> Evidence:
    """The sentence of an article that begins so."""
    text = SENTENCES[article]
    start = text.index(beginning)
    end = text.index("\n", start)
    return Evidence(article, Span(start, end), text[start:end], rule)


def day(text: str) -> Interval:
    """A known day."""
    return Interval(date.fromisoformat(text), date.fromisoformat(text), text)


def account(
    roles: dict[str, tuple[str, ...]],
    status: Status | AgreementStatus,
    *evidence: Evidence,
    interval: Interval | None = None,
    article: str | None = None,
) -> Account:
    """One account, its article taken from its first sentence unless the account is the merged one."""
    arguments = tuple(sorted(Argument(role, entity) for role, who in roles.items() for entity in who))
    return Account(article, arguments, interval, status, tuple(sorted(evidence)))


def told_once(identifier: str, kind: str, label: str, told: Account, **more: str) -> Event:
    """An event of which one article tells."""
    return Event(identifier, kind, label, replace(told, article=None), (told,), **more)


def articles() -> tuple[Article, ...]:
    """Two articles, one with a publication date, one with an inferred one."""
    return (
        Article(
            LIMA, LIMA_TEXT, "Dahl in Lima", "https://news.example/lima?a=1&b=2", "Andina", date(2023, 5, 12)
        ),
        Article(OSLO, OSLO_TEXT, published_inferred=date(2023, 5, 13), inference="the letter of May 13"),
    )


def countries() -> tuple[Entity, ...]:
    """Four countries."""
    names = {
        "BOL": ("Bolivia", "Plurinational State of Bolivia"),
        "KEN": ("Kenya", "Republic of Kenya"),
        "NOR": ("Norway", "Kingdom of Norway"),
        "PER": ("Peru", "Republic of Peru"),
    }
    return tuple(
        Entity(f"country/{iso3}", EntityKind.COUNTRY, label, (official,), iso3=iso3)
        for iso3, (label, official) in names.items()
    )


def persons() -> tuple[Entity, ...]:
    """Five officials and one who is none."""
    person = EntityKind.PERSON
    return (
        Entity(
            "person/anna-dahl",
            person,
            "Anna Dahl",
            ("A. Dahl", "Dahl", "Foreign Minister Anna Dahl"),
            "country/NOR",
            wikidata="Q1",
            reasons=("“A. Dahl” has the same office, country and family name as “Anna Dahl”.",),
            evidence=(sentence(LIMA, "Norwegian Foreign"), sentence(OSLO, "Foreign minister A.")),
        ),
        Entity("person/grace-wanjiru", person, "Grace Wanjiru", ("Wanjiru",), "country/KEN"),
        Entity("person/luis-quispe", person, "Luis Quispe", ("President Quispe", "Quispe"), "country/PER"),
        Entity("person/ole-berg", person, "Ole Berg", (), "country/NOR"),
        Entity("person/rosa-mamani", person, "Rosa Mamani"),
    )


def entities() -> tuple[Entity, ...]:
    """Every entity, sorted."""
    others = (
        Entity("group/civil-society-leaders", EntityKind.GROUP, "civil society leaders"),
        Entity("organization/andina", EntityKind.ORGANIZATION, "Andina", (), "country/PER", state_media=True),
        Entity(
            "organization/nor-ministry-of-foreign-affairs",
            EntityKind.ORGANIZATION,
            "Ministry of Foreign Affairs of Norway",
            ("Norway's foreign ministry",),
            "country/NOR",
        ),
        Entity("organization/tv-peru", EntityKind.ORGANIZATION, "TV Peru", (), "country/PER"),
        Entity("place/cusco", EntityKind.PLACE, "Cusco", (), "country/PER"),
        Entity("place/lima", EntityKind.PLACE, "Lima", (), "country/PER", wikidata="Q2868"),
        Entity("place/nairobi", EntityKind.PLACE, "Nairobi", (), "country/KEN"),
    )
    return tuple(sorted(countries() + persons() + others, key=lambda e: e.identifier))


def positions() -> tuple[Position, ...]:
    """Offices of three countries."""
    return (
        Position("position/ken-president", "president", "country/KEN"),
        Position("position/nor-foreign-minister", "foreign minister", "country/NOR"),
        Position("position/nor-prime-minister", "prime minister", "country/NOR"),
        Position("position/per-president", "president", "country/PER"),
    )


def tenures() -> tuple[Tenure, ...]:
    """Three who hold their office, and one who held it."""

    def tenure(holder: str, position: str, *said: Evidence, former: bool = False) -> Tenure:
        return Tenure(
            f"tenure/{holder}-{position}",
            f"person/{holder}",
            f"position/{position}",
            None if former else day("2023-05-12"),
            former,
            said,
        )

    return (
        tenure(
            "anna-dahl",
            "nor-foreign-minister",
            sentence(LIMA, "Norwegian Foreign", "officials.title_before_name"),
            sentence(OSLO, "Foreign minister A.", "officials.title_before_name"),
        ),
        tenure("grace-wanjiru", "ken-president", sentence(LIMA, "Dahl telephoned")),
        tenure("luis-quispe", "per-president", sentence(LIMA, "Dahl met")),
        tenure("ole-berg", "nor-prime-minister", sentence(OSLO, "Former prime"), former=True),
    )


def meeting_told_twice() -> Event:
    """One meeting, of which the second article gives another day, place and word."""
    who = ("person/anna-dahl", "person/luis-quispe")
    lima, oslo = (
        sentence(LIMA, "Dahl met", "meetings.met"),
        sentence(OSLO, "Foreign minister A.", "meetings.talks"),
    )
    first = {"participant": who, "place": ("place/lima",)}
    return Event(
        "event/meeting-anna-dahl-luis-quispe-2023-05-11",
        "Talks",
        "Talks of Anna Dahl and Luis Quispe in Lima, 11 May 2023",
        account(first, Status.HELD, lima, oslo, interval=day("2023-05-11")),
        (
            account(first, Status.HELD, lima, interval=day("2023-05-11"), article=LIMA),
            account(
                {"participant": who, "place": ("place/cusco",)},
                Status.HELD,
                oslo,
                interval=day("2023-05-10"),
                article=OSLO,
            ),
        ),
        reasons=("Both articles tell of the same two persons within a day.",),
        preferences=("2023-05-11 rather than 2023-05-10: the fuller account tells it so.",),
        stages=(
            Stage(Status.PLANNED, OSLO, None, (oslo,)),
            Stage(Status.HELD, LIMA, date(2023, 5, 12), (lima,)),
        ),
    )


def events() -> tuple[Event, ...]:
    """Meetings held, planned and denied, a call, a letter, a visit, a treaty, an act, a relation."""
    dahl, quispe, wanjiru = "person/anna-dahl", "person/luis-quispe", "person/grace-wanjiru"
    june = Interval(date(2023, 6, 1), date(2023, 6, 30), "2023-06")
    told = (
        meeting_told_twice(),
        told_once(
            "event/arrival-anna-dahl-lima-2023-05-10",
            "Visit",
            "Visit of Anna Dahl to Lima, 10 May 2023",
            account(
                {"visitor": (dahl,), "destination": ("place/lima",)},
                Status.HELD,
                sentence(LIMA, "Norwegian Foreign", "visits.arrival"),
                interval=day("2023-05-10"),
                article=LIMA,
            ),
        ),
        told_once(
            "event/call-anna-dahl-grace-wanjiru-2023-05-12",
            "Call",
            "Call between Anna Dahl and Grace Wanjiru, 12 May 2023",
            account(
                {"participant": (dahl, wanjiru)},
                Status.HELD,
                sentence(LIMA, "Dahl telephoned", "calls.telephoned"),
                interval=day("2023-05-12"),
                article=LIMA,
            ),
        ),
        told_once(
            "event/interaction-accuse-per-bol",
            "Interaction",
            "Peru accuses Bolivia",
            account(
                {"actor": ("country/PER",), "recipient": ("country/BOL",)},
                Status.HELD,
                sentence(LIMA, "Peru accused", "interactions.accuse"),
                article=LIMA,
            ),
            plover="ACCUSE",
        ),
        told_once(
            "event/letter-ole-berg-luis-quispe",
            "MessageExchange",
            "Letter of Ole Berg to Luis Quispe",
            account(
                {"participant": ("person/ole-berg", quispe)},
                Status.HELD,
                sentence(OSLO, "Former prime", "messages.letter"),
                article=OSLO,
            ),
        ),
        told_once(
            "event/meeting-anna-dahl-rosa-mamani",
            "Meeting",
            "Meeting of Anna Dahl and Rosa Mamani",
            account(
                {"participant": (dahl, "person/rosa-mamani")},
                Status.DENIED,
                sentence(LIMA, "Opposition leader", "meetings.met"),
                article=LIMA,
            ),
        ),
        told_once(
            "event/meeting-grace-wanjiru-luis-quispe-2023-06",
            "Meeting",
            "Meeting of Grace Wanjiru and Luis Quispe in Nairobi, June 2023",
            account(
                {"participant": (wanjiru, quispe), "place": ("place/nairobi",)},
                Status.PLANNED,
                sentence(LIMA, "Wanjiru is to", "meetings.met"),
                interval=june,
                article=LIMA,
            ),
        ),
        told_once(
            "event/relation-largest-trading-partner-of-nor-per",
            "Relation",
            "Norway is the largest trading partner of Peru",
            account(
                {"source": ("country/NOR",), "target": ("country/PER",)},
                Status.HELD,
                sentence(LIMA, "Norway is the", "relations.largest"),
                article=LIMA,
            ),
            relation_type="largest-trading-partner-of",
            basis="asserted",
        ),
        told_once(
            "event/treaty-of-fisheries-2023-05-11",
            "Treaty",
            "Treaty of Fisheries",
            account(
                {"party": ("country/NOR", "country/PER")},
                AgreementStatus.SIGNED,
                sentence(LIMA, "The two signed", "agreements.signed"),
                interval=day("2023-05-11"),
                article=LIMA,
            ),
        ),
    )
    return tuple(sorted(told, key=lambda event: event.identifier))


def claims() -> tuple[Claim, ...]:
    """A claim carried by two outlets one after the other, a denial, and a ministry's word."""
    words, treaty = "We will never leave the treaty,", ("event/treaty-of-fisheries-2023-05-11",)
    said = sentence(LIMA, '"We will never', "claims.quotation")
    return (
        Claim(
            "claim/andina-1", "organization/andina", Stance.REPORTS, words, said, treaty, "claim/tv-peru-1"
        ),
        Claim(
            "claim/luis-quispe-1", "person/luis-quispe", Stance.SAYS, words, said, treaty, "claim/andina-1"
        ),
        Claim(
            "claim/nor-ministry-of-foreign-affairs-1",
            "organization/nor-ministry-of-foreign-affairs",
            Stance.SAYS,
            'Dahl will never "leave" the treaty',
            sentence(OSLO, "Dahl will never", "claims.said"),
            treaty,
        ),
        Claim(
            "claim/rosa-mamani-1",
            "person/rosa-mamani",
            Stance.DENIES,
            "she had met Dahl",
            sentence(LIMA, "Opposition leader", "claims.denied"),
            ("event/meeting-anna-dahl-rosa-mamani",),
            status=Status.DENIED,
        ),
        Claim("claim/tv-peru-1", "organization/tv-peru", Stance.REPORTS, words, said, treaty),
    )


def comparisons() -> tuple[Comparison, ...]:
    """A merge, two who were nearly merged, and two who were decided to be two."""
    dahl, oslo = sentence(LIMA, "Norwegian Foreign", "name"), sentence(OSLO, "Foreign minister A.", "name")
    berg, mamani = sentence(OSLO, "Former prime", "name"), sentence(LIMA, "Opposition leader", "name")
    anna, ole, rosa = "person/anna-dahl", "person/ole-berg", "person/rosa-mamani"
    return (
        Comparison(
            "comparison/anna-dahl--a-dahl",
            Verdict.SAME,
            ("Anna Dahl", "A. Dahl"),
            (anna,),
            "office",
            "“A. Dahl” has the same office, country and family name as “Anna Dahl”.",
            (dahl, oslo),
        ),
        Comparison(
            "comparison/anna-dahl--ole-berg",
            Verdict.DIFFERENT,
            ("Anna Dahl", "Ole Berg"),
            (anna, ole),
            "decision",
            "“Anna Dahl” is not “Ole Berg” by decision: one succeeded the other.",
            (dahl, berg),
        ),
        Comparison(
            "comparison/anna-dahl--rosa-mamani",
            Verdict.UNSURE,
            ("Anna Dahl", "Rosa Mamani"),
            (anna, rosa),
            "names",
            "“Anna Dahl” and “Rosa Mamani” may be one.",
            (dahl, mamani),
        ),
    )


def conflicts() -> tuple[Conflict, ...]:
    """The two days of the one meeting."""
    told = meeting_told_twice()
    return (
        Conflict(
            "conflict/date-meeting-anna-dahl-luis-quispe-2023-05-11",
            (told.identifier,),
            "date",
            f"{LIMA} has the talks on 11 May 2023, {OSLO} on 10 May 2023.",
            told.merged.evidence,
            told.preferences,
        ),
    )


def small_world() -> World:
    """What a run over the two articles hands to the graph."""
    everything = tuple(entity.identifier for entity in entities())
    oslo = {"country/NOR", "person/anna-dahl", "person/luis-quispe", "person/ole-berg", "place/cusco"}
    oslo |= {"country/PER", "organization/nor-ministry-of-foreign-affairs"}
    lima = set(everything) - {
        "place/cusco",
        "person/ole-berg",
        "organization/nor-ministry-of-foreign-affairs",
    }
    return World(
        articles(),
        entities(),
        positions(),
        tenures(),
        events(),
        claims(),
        conflicts(),
        {LIMA: tuple(sorted(lima)), OSLO: tuple(sorted(oslo))},
        comparisons(),
    )


HOSTILE = (
    '"quoted" \\back\\slash\n\ttab </script><img src=x onerror=alert(1)> & '
    "\u202e عربي \U0001f642 ''' \"\"\" ]]>"
)
"""A name that closes strings, scripts and sections, turns the line round, and leaves the first plane."""


def hostile_world() -> World:
    """The small world with hostile labels, headline, claim words and conflict comment."""
    world = small_world()
    return replace(
        world,
        articles=tuple(replace(article, headline=HOSTILE, publisher=HOSTILE) for article in world.articles),
        entities=tuple(
            replace(entity, label=entity.label + HOSTILE, alt_labels=(*entity.alt_labels, HOSTILE))
            for entity in world.entities
        ),
        positions=tuple(replace(position, label=position.label + HOSTILE) for position in world.positions),
        events=tuple(replace(event, label=event.label + HOSTILE) for event in world.events),
        claims=tuple(replace(claim, content=claim.content + HOSTILE) for claim in world.claims),
        conflicts=tuple(
            replace(conflict, comment=conflict.comment + HOSTILE) for conflict in world.conflicts
        ),
    )
