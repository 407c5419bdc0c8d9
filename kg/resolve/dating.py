"""Publication dates worked out from events that a dated article tells too.

An undated text says that two met "on Friday"; a dated one tells on which day. The text then is of a day on
which "Friday" means that day. A text that "on Friday" has somebody speak of the meeting tells less: word comes
on the day or soon after it, so that two such sentences are needed. Only articles whose own date is stated give
others theirs, so that no guess rests on another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.language.lexicon import Lexicon
from kg.model import AgreementStatus, Article, ClaimMention, Decision, Entity, Interval, Reading, Span, Status
from kg.resolve.documents import names_one_paper
from kg.resolve.entities import resolve_entities
from kg.resolve.likeness import FEW_DAYS, Match, match_places, same_actors
from kg.resolve.reports import Report, days_of, find_reports, state_of

Reread = Callable[[Article], Reading]
"""What an article says once its date is known."""

ENCOUNTERS = frozenset({"Meeting", "Call", "Visit", "MessageExchange"})
MADE = frozenset({Status.HELD, AgreementStatus.SIGNED, AgreementStatus.AGREED})
DAY, WEEK = timedelta(days=1), 7
Block = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Anchor:
    """An event, or somebody's word on it, on a day that an undated text leaves open, and when others have it."""

    at: tuple[Span, str]
    """Trigger and rule of the event mention, or content and claimant of the words."""
    interval: Interval
    article: str
    is_word: bool = False
    names_people: bool = True
    """Whether it says which event of two states it is: by who met, or by what was signed."""


ENOUGH_WORDS = 2
"""How many sentences date a text that only tells when events were spoken of."""


def date_articles(
    readings: Sequence[Reading], lexicon: Lexicon, reread: Reread, decisions: Sequence[Decision] = ()
) -> list[Reading]:
    """The readings; those of undated articles anew where the others tell their date."""
    if all(r.article.creation_time for r in readings):
        return list(readings)
    identities = resolve_entities(readings, lexicon, decisions)
    reports = list(find_reports(readings, identities))
    known = _by_block((r for r in reports if _tells_a_day(r)), identities.entities)
    undated: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.article.creation_time is None and report.mention.status in MADE and report.actors:
            undated[report.article.identifier].append(report)
    return [
        _dated(r, list(_anchors(r, undated[r.article.identifier], known, identities.entities)), reread)
        for r in readings
    ]


def _tells_a_day(report: Report) -> bool:
    """Whether a report of an article of a stated date tells the day of an encounter that was held."""
    m, dated = report.mention, report.article.published is not None
    exact = m.interval is not None and days_of(m.interval) <= FEW_DAYS.days
    return dated and exact and m.status in MADE and report.family in {*ENCOUNTERS, "Agreement"}


def _by_block(reports: Iterable[Report], entities: Mapping[str, Entity]) -> dict[Block, list[Report]]:
    found: dict[Block, list[Report]] = defaultdict(list)
    for report in reports:
        found[_block(report, entities)].append(report)
    return found


def _block(report: Report, entities: Mapping[str, Entity]) -> Block:
    return report.family, frozenset(state_of(actor, entities) for actor in report.actors)


def _anchors(
    reading: Reading,
    reports: Sequence[Report],
    known: Mapping[Block, list[Report]],
    entities: Mapping[str, Entity],
) -> Iterator[Anchor]:
    """What a text tells of an open day and dated articles of one day: events, and words on them."""
    for report in reports:
        words = [c for c in reading.claims if c.untold and c.sentence == report.mention.sentence]
        if not report.mention.untold and not _is_spoken_of(report, words):
            continue
        near = known.get(_block(report, entities), ())
        like = [r for r in near if _may_be_one(report, r, entities)]
        times = {r.mention.interval for r in like if r.mention.interval is not None}
        if len(times) == 1:
            source, when = min(r.article.identifier for r in like), times.pop()
            if report.mention.untold:
                at = report.mention.trigger, report.mention.rule
                told_apart = report.persons > 0 or report.family == "Agreement"
                yield Anchor(at, when, source, names_people=told_apart)
            else:
                yield from (Anchor((c.content, c.claimant), when, source, is_word=True) for c in words)


def _may_be_one(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether two reports may be of one event, whatever its day."""
    if a.family == "Agreement":
        return names_one_paper(a, b, entities)
    return same_actors(a, b, entities) and match_places(a, b, entities) is not Match.CONTRARY


def _is_spoken_of(report: Report, words: Sequence[ClaimMention]) -> bool:
    """Whether an encounter without a time stands in a sentence that tells when it was spoken of."""
    return bool(words) and report.mention.interval is None and report.family in ENCOUNTERS


def _dated(reading: Reading, anchors: Sequence[Anchor], reread: Reread) -> Reading:
    """The reading with the day that hits most anchors and misses no event; the first after them, if it may.

    What names people tells which events they are; meetings of two states count only where nothing does.
    """
    anchors = [a for a in anchors if a.names_people] or anchors
    last = max((a.interval.latest for a in anchors), default=None)
    if last is None:
        return reading
    tried = {day: reread(_published(reading.article, day, anchors)) for day in _days(anchors)}
    fits = {day: _fit(found, anchors) for day, found in tried.items()}
    best = max(fits.values())
    fitting = [day for day, fit in fits.items() if fit == best]
    if best <= 0 or max(fitting) - min(fitting) > DAY * WEEK:
        return reading
    return tried[next((day for day in fitting if day > last), fitting[0])]


def _days(anchors: Iterable[Anchor]) -> list[date]:
    """The days up to a week after each anchor."""
    return sorted({a.interval.earliest + DAY * k for a in anchors for k in range(WEEK + 1)})


def _published(article: Article, day: date, anchors: Sequence[Anchor]) -> Article:
    sources = " and ".join(sorted({a.article for a in anchors}))
    days = ", ".join(sorted({a.interval.edtf for a in anchors}))
    reason = f"dated by events that it shares with {sources}: what it leaves open was on {days}"
    return replace(article, published_inferred=day, inference=reason)


def _fit(reading: Reading, anchors: Iterable[Anchor]) -> int:
    """How many anchors a dating hits; nothing where it misses an event, or where too few words are all."""
    events = {(m.trigger, m.rule): m.interval for m in reading.events}
    words = {(c.content, c.claimant): c.day for c in reading.claims}
    hits, spoken = 0, set()
    for anchor in anchors:
        told = (words if anchor.is_word else events).get(anchor.at)
        if anchor.is_word and told is not None and _follows(told, anchor.interval):
            spoken.add(anchor.at)
        elif not anchor.is_word and told is not None:
            if not _near(told, anchor.interval):
                return 0
            hits += 1
    return hits + len(spoken) if hits or len(spoken) >= ENOUGH_WORDS else 0


def _near(x: Interval, y: Interval) -> bool:
    """Whether two times lie within the few days that a visit lasts."""
    return x.earliest <= y.latest + FEW_DAYS and y.earliest <= x.latest + FEW_DAYS


def _follows(word: Interval, event: Interval) -> bool:
    """Whether somebody spoke on the day of an event or within the few days after it."""
    return event.earliest <= word.earliest and word.latest <= event.latest + FEW_DAYS
