"""Publication dates of undated articles, from events that dated ones tell too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from readings import Told, day

from kg.language.lexicon import load_lexicon
from kg.model import AgreementStatus, Article, Interval, Reading, Stance, Status
from kg.resolve.dating import date_articles

SUN_PAK, SUN_CHOE = ("p:sun", "p:pak"), ("p:sun", "p:choe")
SATURDAY = date(2024, 1, 27)


def dated(*who: str, when: str = "2024-01-26", **more: object) -> Told:
    return Told("dated", published=SATURDAY).meeting(*who, when=when, **more)  # type: ignore[arg-type]


def undated(*weekdays: int) -> Told:
    """A text in which the pairs meet on days of the week (0 = Monday) that it leaves open."""
    told = Told("undated")
    for pair, weekday in zip((SUN_PAK, SUN_CHOE), weekdays, strict=False):
        told.meeting(*pair, untold=True, rule=str(weekday))
    return told


PARTIES = ("country/CHN", "country/PRK")


def signed(name: str) -> Told:
    """A dated text that tells the day of a signing."""
    told = Told("dated", published=SATURDAY)
    return told.agreement(name, *PARTIES, status=AgreementStatus.SIGNED, when="2024-01-26")


def signing(name: str) -> Told:
    """A text in which a paper is signed on a Friday that it leaves open."""
    told = Told("undated")
    return told.agreement(name, *PARTIES, status=AgreementStatus.SIGNED, untold=True, rule="4")


def resolved(told: Told, article: Article) -> Reading:
    """The reading once the date is known: each day of the week is the last before or on it."""
    events = [
        replace(m, interval=_last(m.rule, article), untold=False) if m.untold else m for m in told.events
    ]
    claims = [replace(c, day=_last(c.rule, article), untold=False) for c in told.claims]
    return replace(told.reading, article=article, events=tuple(events), claims=tuple(claims))


def spoken(*weekdays: int) -> Told:
    """A text that tells on which days of the week it was said that the pairs met, and no more of when."""
    told = Told("undated")
    for pair, weekday in zip((SUN_PAK, SUN_CHOE), weekdays, strict=False):
        told.meeting(*pair).claim("country/CHN", Stance.SAYS)
        told.claims[-1] = replace(told.claims[-1], rule=str(weekday), untold=True)
    return told


def _last(weekday: str, article: Article) -> Interval:
    """The last such day of the week before or on an article's date."""
    published = article.published_inferred or SATURDAY
    found = published - timedelta(days=(published.weekday() - int(weekday)) % 7)
    return Interval(found, found, str(found))


def inferred(text: Told, *others: Told) -> date | None:
    readings = [text.reading, *(o.reading for o in others)]
    found = date_articles(readings, load_lexicon(), lambda article: resolved(text, article))
    return found[0].article.published_inferred


FRIDAY, SATURDAYS, WEDNESDAY = 4, 5, 2


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        # "on Friday", which another text has as 26 January: the day after
        (undated(FRIDAY), [dated(*SUN_PAK)], "2024-01-27"),
        # … whatever day its text seems to give to talks of the two states
        (
            undated(FRIDAY).meeting("country/CHN", "country/PRK", untold=True, rule=str(WEDNESDAY)),
            [dated(*SUN_PAK)],
            "2024-01-27",
        ),
        # nobody tells the day
        (undated(FRIDAY), [dated(*SUN_PAK, when="2024-01")], None),
        # other people met
        (undated(FRIDAY), [dated("p:choe", "p:pak")], None),
        # it was only planned
        (undated(FRIDAY), [dated(*SUN_PAK, status=Status.PLANNED)], None),
        # a call is no meeting
        (undated(FRIDAY), [dated(*SUN_PAK, kind="Call")], None),
        # two days of the same pair: which?
        (undated(FRIDAY), [dated(*SUN_PAK).meeting(*SUN_PAK, when="2024-03-15")], None),
        # two events, both hit
        (undated(FRIDAY, FRIDAY), [dated(*SUN_PAK).meeting(*SUN_CHOE, when="2024-01-26")], "2024-01-27"),
        # two events that no one date can both hit
        (undated(FRIDAY, FRIDAY), [dated(*SUN_PAK).meeting(*SUN_CHOE, when="2024-03-15")], None),
        # a paper signed, by other words for it
        (signing("border treaty"), [signed("agreement on the state border")], "2024-01-27"),
        # … another paper, or one called by no matter
        (signing("border treaty"), [signed("fishing agreement")], None),
        (signing("historic treaty"), [signed("agreement on the state border")], None),
        # nothing left open
        (Told("undated").meeting(*SUN_PAK), [dated(*SUN_PAK)], None),
        # an undated text dates no other
        (undated(FRIDAY), [replace(dated(*SUN_PAK), published=None)], None),
        # nobody else
        (undated(FRIDAY), [], None),
        # "on Friday" and "on Saturday" the sides spoke of meetings of that Friday
        (spoken(FRIDAY, SATURDAYS), [dated(*SUN_PAK).meeting(*SUN_CHOE, when="2024-01-26")], "2024-01-27"),
        # one voice is not enough: it may speak of any week
        (spoken(FRIDAY), [dated(*SUN_PAK)], None),
        # words do not come before the event, nor a week after it
        (spoken(FRIDAY, WEDNESDAY), [dated(*SUN_PAK).meeting(*SUN_CHOE, when="2024-01-26")], None),
    ],
)
def test_inferred(text: Told, others: list[Told], expected: str | None) -> None:
    assert inferred(text, *others) == (date.fromisoformat(expected) if expected else None)


def test_the_day_of_each_event_follows_from_the_date() -> None:
    text = undated(FRIDAY, WEDNESDAY)
    found = date_articles(
        [text.reading, dated(*SUN_PAK).reading], load_lexicon(), lambda article: resolved(text, article)
    )[0]
    assert [m.interval for m in found.events] == [day("2024-01-26"), day("2024-01-24")]
    assert found.article.inference == (
        "dated by events that it shares with dated: what it leaves open was on 2024-01-26"
    )


def test_dated_articles_stay_as_they_are() -> None:
    readings = [dated(*SUN_PAK).reading]
    assert date_articles(readings, load_lexicon(), lambda article: pytest.fail("read again")) == readings


def test_order_of_articles_does_not_matter() -> None:
    text, other = undated(FRIDAY), dated(*SUN_PAK)
    readings = [text.reading, other.reading]
    there = date_articles(readings, load_lexicon(), lambda article: resolved(text, article))
    back = date_articles(readings[::-1], load_lexicon(), lambda article: resolved(text, article))
    assert there == back[::-1]
