"""Rankings over time, and what came between two dates."""

from __future__ import annotations

from datetime import date

from networks import happening

from kg.analytics.change import compare, rank_by_period


def on(day: str, *actors: str, **more):
    moment = date.fromisoformat(day)
    return happening(f"{day} {''.join(actors)}", *actors, start=moment, end=moment, **more)


def test_months_where_the_facts_lie_close() -> None:
    periods = rank_by_period(
        [on("2023-05-01", "a", "b"), on("2023-05-02", "a", "c"), on("2024-01-01", "b", "c")]
    )
    assert [(period.name, period.ranking) for period in periods] == [
        ("2023-05", ("a", "b", "c")),
        ("2024-01", ("b", "c")),
    ]


def test_years_where_they_lie_far_apart() -> None:
    periods = rank_by_period([on("1961-07-11", "a", "b"), on("2024-01-01", "b", "c")])
    assert [period.name for period in periods] == ["1961", "2024"]


def test_no_period_for_plans_and_undated_facts() -> None:
    assert rank_by_period([happening("talks", "a", "b"), on("2024-01-01", "a", "b", status="Planned")]) == ()


def test_compare() -> None:
    told = [
        on("2023-05-01", "a", "b"),
        on("2023-06-01", "b", "c"),
        on("2023-06-02", "c", "d"),
        on("2023-06-03", "c", "b"),
    ]
    change = compare(told, date(2023, 5, 1), date(2023, 6, 2))
    assert change.events == ("2023-06-01 bc", "2023-06-02 cd")
    assert change.actors == ("c", "d")
    assert change.ties == (("b", "c"), ("c", "d"))
    assert change.ranks == (("b", 2, 1), ("a", 1, 3))  # in the order of the new ranking
