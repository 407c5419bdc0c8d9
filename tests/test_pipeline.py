"""The whole story: articles → a world → files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from readings import Told, world_of

from kg.errors import ArticleError
from kg.model import Article, Status, World
from kg.pipeline import build, build_world, counts_of, export_world, read_all

LIMA = Article(
    "lima",
    "President Luis Quispe met President Grace Wanjiru in Lima on Friday.\n",
    published=date(2024, 1, 27),
)
NAIROBI = Article(
    "nairobi", "President Luis Quispe will visit Kenya in March 2024.\n", published=date(2024, 1, 28)
)


@pytest.fixture(scope="module")
def world() -> World:
    """What two articles tell."""
    return build_world([LIMA, NAIROBI])


def test_world_tells_what_was_held_and_what_is_planned(world: World) -> None:
    assert {e.merged.status for e in world.events} == {Status.HELD, Status.PLANNED}
    assert [a.identifier for a in world.articles] == ["lima", "nairobi"]


def test_order_of_articles_does_not_matter(world: World) -> None:
    assert build_world([NAIROBI, LIMA]) == world


def test_every_event_can_be_cited(world: World) -> None:
    texts = {LIMA.identifier: LIMA.text, NAIROBI.identifier: NAIROBI.text}
    for event in world.events:
        assert event.merged.evidence
        assert all(e.quote == e.span.of(texts[e.article]) for e in event.merged.evidence)


def test_articles_are_read_one_by_one_and_counted() -> None:
    done: list[tuple[int, int]] = []
    readings = read_all([LIMA, NAIROBI], progress=lambda *count: done.append(count))
    assert done == []
    assert next(readings).article == LIMA
    assert next(readings).article == NAIROBI
    assert list(readings) == []
    assert done == [(1, 2), (2, 2)]


def test_an_undated_article_is_dated_by_another() -> None:
    text = "President Luis Quispe met President Grace Wanjiru in Lima on Friday.\n"
    undated = next(
        a for a in build_world([LIMA, Article("undated", text)]).articles if a.identifier == "undated"
    )
    assert undated.published is None
    assert undated.published_inferred == date(2024, 1, 27)


def test_counts_by_kind() -> None:
    world = world_of(Told("a").meeting("p:sun", "p:pak").visit("p:sun", "place/pyongyang"))
    counts = counts_of(world)
    assert (counts["Person"], counts["Meeting"], counts["Visit"], counts["Claim"]) == (3, 1, 1, 0)
    assert list(counts) == sorted(counts)


@pytest.mark.parametrize(
    ("formats", "files"),
    [
        # one
        (["ttl"], ["graph.ttl"]),
        # named twice, written once
        (["trig", "trig"], ["graph.trig"]),
        # all that need no dataset
        (["graphml", "html"], ["graph.graphml", "graph.html"]),
        # for bulk loads; the description comes last, for it tells of the others
        (["void", "nq", "nq.gz"], ["graph.nq", "graph.nq.gz", "void.ttl"]),
    ],
)
def test_export(formats: list[str], files: list[str], tmp_path: Path) -> None:
    written = export_world(world_of(Told("a").meeting("p:sun", "p:pak")), tmp_path, formats)
    assert [p.name for p in written] == files
    assert all(p.stat().st_size for p in written)


def test_an_export_that_fails_changes_no_file(tmp_path: Path) -> None:
    world = world_of(Told("a").meeting("p:sun", "p:pak"))
    (tmp_path / "graph.ttl").write_text("old", encoding="utf-8")
    with pytest.raises(KeyError):
        export_world(world, tmp_path, ["ttl", "trig", "no-such-format"])
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [
        ("graph.ttl", "old")
    ]


def test_build_skips_what_it_cannot_read_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(LIMA.text, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    report = build([tmp_path], tmp_path / "out", ["ttl"])
    assert report.articles == 1
    assert [("bad.txt" in str(e)) for e in report.skipped] == [True]
    assert [p.name for p in report.written] == ["graph.ttl"]


def test_build_stops_at_the_first_where_strict(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "good.txt").write_text(LIMA.text, encoding="utf-8")
    with pytest.raises(ArticleError, match=r"bad\.txt"):
        build([tmp_path], tmp_path / "out", ["ttl"], strict=True)


def test_build_of_nothing_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ArticleError):
        build([tmp_path / "empty"], tmp_path / "out", ["ttl"])
