"""The questions of everyday work on the five articles: rows that somebody has read against the texts."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from kg.graph.library import find_query
from kg.graph.query import select
from kg.graph.results import shown
from kg.graph.turtle import head

TALKS = "Talks of Pak Myong Ho and Sun Weidong, People's Palace of Culture and Pyongyang, 2024-01-26"
VISIT = "Visit of Sun Weidong to Pyongyang, 2024-01-25/2024-01-26"
TREATY = "Treaty of Friendship, Cooperation, and Mutual Assistance"
FIRST, SECOND, THIRD, FOURTH, FIFTH = (
    "000_3d6534949c19e1d4",
    "001_84e607cf970aea0c",
    "002_2f0d1e939cfb3c30",
    "003_15adf3c591cd31b4",
    "004_be1b05b7e1def0e0",
)


def answers(graph, name, columns, **values):
    query = find_query(name)
    rows = select(graph, query.text, query.terms(values))
    return [tuple(shown(row[column]) for column in columns.split()) for row in rows]


def test_timeline_of_two_states(exports):
    told = answers(exports, "timeline", "date event status", one="CHN", other="north korea")
    dates = [date for date, *_ in told]
    assert dates == sorted(dates, key=lambda date: (not date, date))  # what has no date comes last
    assert {
        ("1961", TREATY, "signed"),
        ("2024-01-25/2024-01-26", VISIT, "held"),
        ("2024-01-26", TALKS, "held"),
        ("", "Meeting of Kim Jong Un and Xi Jinping (possible)", "possible"),
    } <= set(told)
    assert not [event for _, event, _ in told if "Putin" in event and "Xi" not in event]


def test_timeline_of_two_persons(exports):
    told = answers(exports, "timeline", "event article", one="Park Minghao", other="sun weidong")
    assert {(TALKS, article) for article in (FIRST, SECOND, FOURTH)} <= set(told)


def test_timeline_carries_the_sentence_and_its_place(exports):
    told = answers(exports, "timeline", "event article start end sentence", one="CHN", other="PRK")
    assert (
        *(VISIT, FOURTH, "1024", "1121"),
        "Sun arrived in Pyongyang, passing through the city of Sinuiju on the border of the two countries.",
    ) in told


@pytest.mark.parametrize(
    ("country", "on", "held"),
    [
        (
            "PRK",
            "2024-01-26",
            {("Choe Son Hui", "foreign minister"), ("Pak Myong Ho", "vice foreign minister")},
        ),
        ("china", "2024-01-26", {("Sun Weidong", "vice foreign minister"), ("Xi Jinping", "president")}),
        ("Russia", "2024-01-26", {("Vladimir Putin", "president")}),
    ],
)
def test_officials_at_a_date(exports, country, on, held):
    assert held <= set(answers(exports, "officials-at", "person office", country=country, on=on))


def test_no_article_tells_of_the_officials_of_an_earlier_time(exports):
    assert answers(exports, "officials-at", "person", country="China", on="2019-01-26") == []


@pytest.mark.parametrize(
    ("values", "treaties"),
    [
        ({"one": "China", "other": "PRK"}, [("1961", TREATY, "signed", FIFTH)]),
        ({"one": "north korea", "other": "China", "on": "1970-01-01"}, [("1961", TREATY, "signed", FIFTH)]),
        ({"one": "China", "other": "PRK", "on": "1950-01-01"}, []),  # before it was signed
        ({"one": "China", "other": "RUS"}, []),
    ],
)
def test_treaties_in_force(exports, values, treaties):
    assert answers(exports, "treaties-in-force", "signed treaty status article", **values) == treaties


def test_what_one_outlet_alone_tells(exports):
    told = answers(exports, "one-outlet", "statement article", outlet="kcna")
    assert told
    assert (VISIT, FIRST) not in told  # two other articles tell it in their own voice
    everyone = answers(exports, "one-outlet", "who statement")
    assert ("Associated Press", "Meeting of Kim Jong Un and Xi Jinping (possible)") in everyone
    assert not [who for who, statement in everyone if statement == TALKS]


def test_what_several_sources_tell(exports):
    told = answers(exports, "several-sources", "event source article")
    assert {(TALKS, "Jerusalem Post", FIRST), (TALKS, SECOND, SECOND), (TALKS, FOURTH, FOURTH)} <= set(told)
    assert (VISIT, "Korean Central News Agency", FIRST) in told
    numbers = [int(number) for (number,) in answers(exports, "several-sources", "sources")]
    assert numbers == sorted(numbers, reverse=True)
    assert min(numbers) == 2
    assert {number for (number,) in answers(exports, "several-sources", "sources", least="4")} <= {
        str(number) for number in numbers if number >= 4
    }


def test_state_media_and_others(exports):
    told = answers(exports, "state-media", "statement side who article", country="North Korea")
    assert {
        (VISIT, "state media", "Korean Central News Agency", FIRST),
        (VISIT, "the article", SECOND, SECOND),
        (VISIT, "the article", FOURTH, FOURTH),
    } <= set(told)
    assert answers(exports, "state-media", "statement", country="Peru") == []


def test_what_is_planned_and_never_told_as_held(exports):
    told = answers(exports, "planned-only", "event status article")
    assert ("Meeting of Kim Jong Un and Xi Jinping (possible)", "possible", FIRST) in told
    assert answers(exports, "planned-only", "event", until="1999-12-31") == []


def test_who_met_whom_with_the_sentence(exports):
    told = answers(exports, "who-met-whom", "one other date status article sentence")
    met = "Kim Jong-un had a rare meeting with Russian President Vladimir Putin"
    sentence = f"{met} in the Russian Far East in September last year."
    assert ("Kim Jong Un", "Vladimir Putin", "2023-09", "held", SECOND, sentence) in told


def test_conflicts_of_the_articles(exports):
    told = answers(exports, "conflicts", "aspect article")
    assert {("date", SECOND), ("date", THIRD)} <= set(told)


COPIED = """
<event/a> a kg:Event , kg:Talks ; kg:kind kg:Talks ; rdfs:label "Talks" ; kg:status kg:Held ; kg:evidence {evidence} .
<article/one> a schema:NewsArticle ; dcterms:identifier "one" .
<article/two> a schema:NewsArticle ; dcterms:identifier "two" .
<evidence/one> kg:article <article/one> ; kg:quote "They met." ; kg:start 0 ; kg:end 9 .
<evidence/two> kg:article <article/two> ; kg:quote "They met." ; kg:start 0 ; kg:end 9 .
<evidence/of-its-own> kg:article <article/two> ; kg:quote "Both sides talked." ; kg:start 10 ; kg:end 28 .
"""


@pytest.mark.parametrize(
    ("evidence", "sources"),
    [
        # the same sentence in two articles is one report, which two have printed
        ("<evidence/one> , <evidence/two>", []),
        # what the second says in words of its own is another
        ("<evidence/one> , <evidence/of-its-own>", ["2", "2"]),
        ("<evidence/one> , <evidence/two> , <evidence/of-its-own>", ["2", "2", "2"]),
    ],
)
def test_a_copied_sentence_is_no_second_source(evidence, sources):
    graph = Store()
    graph.load((head() + COPIED.format(evidence=evidence)).encode(), RdfFormat.TURTLE)
    assert [number for (number,) in answers(graph, "several-sources", "sources")] == sources
