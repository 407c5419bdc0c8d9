"""What is kept is what was read; what is lost, broken, linked or another's is read anew."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cache import readings
from kg.cache.readings import Readings
from kg.model import Article, EntityKind, Reading, Referent

ARTICLE = Article("lima", "Quispe met Wanjiru.", published=date(2024, 1, 27))


def reading_of(article: Article) -> Reading:
    names = tuple(word.strip(".") for word in article.text.split() if word.istitle())
    return Reading(article, (Referent("person:1", EntityKind.PERSON, names),))


class Reader:
    """Reads, and counts how often."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, article: Article) -> Reading:
        self.read.append(article.identifier)
        return reading_of(article)


def _entry(out: Path) -> Path:
    (entry,) = (out / "store" / "readings").iterdir()
    return entry


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder in which one reading is kept."""
    Readings(tmp_path, "1").remembering(reading_of)(ARTICLE)
    return tmp_path


def test_nothing_is_read_twice(tmp_path: Path) -> None:
    for _ in range(2):
        reader = Reader()
        assert Readings(tmp_path, "1").remembering(reader)(ARTICLE) == reading_of(ARTICLE)
    assert reader.read == []


@pytest.mark.parametrize(
    ("article", "version"),
    [
        (ARTICLE, "2"),
        (replace(ARTICLE, text=ARTICLE.text + " "), "1"),
        (replace(ARTICLE, identifier="other"), "1"),
        (replace(ARTICLE, headline="Quispe"), "1"),
        (replace(ARTICLE, publisher="Andina"), "1"),
        (replace(ARTICLE, published=None), "1"),
        (replace(ARTICLE, published=None, published_inferred=date(2024, 1, 27)), "1"),
    ],
)
def test_what_differs_is_another(kept: Path, article: Article, version: str) -> None:
    assert Readings(kept, version).recall(article) is None


def test_how_a_date_was_inferred_does_not_matter(tmp_path: Path) -> None:
    dated = replace(ARTICLE, published=None, published_inferred=date(2024, 1, 27), inference="shared with a")
    Readings(tmp_path, "1").remembering(reading_of)(dated)
    again = replace(dated, inference="shared with a and b")
    assert Readings(tmp_path, "1").recall(again) == reading_of(again)


def _truncate(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-1])


def _empty(entry: Path) -> None:
    entry.write_bytes(b"")


def _link(entry: Path) -> None:
    beside = entry.rename(entry.parent.parent / "elsewhere")
    entry.symlink_to(beside)


def _folder(entry: Path) -> None:
    entry.unlink()
    (entry / "inside").mkdir(parents=True)


def _pipe(entry: Path) -> None:
    entry.unlink()
    os.mkfifo(entry)


def _forged(entry: Path) -> None:
    """A whole entry, but of another article."""
    Readings(entry.parents[2] / "other", "1").remembering(reading_of)(replace(ARTICLE, text="Berg met Dahl."))
    shutil.copy(_entry(entry.parents[2] / "other"), entry)


@pytest.mark.parametrize("damage", [_truncate, _empty, _link, _folder, _pipe, _forged, Path.unlink])
def test_what_is_damaged_is_read_anew(kept: Path, damage: Callable[[Path], None]) -> None:
    damage(_entry(kept))
    reader = Reader()
    assert Readings(kept, "1").remembering(reader)(ARTICLE) == reading_of(ARTICLE)
    assert reader.read == ["lima"]


@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_no_flipped_bit_is_believed(at: int, bit: int) -> None:
    name, reading = "name", reading_of(ARTICLE)
    raw = bytearray(readings._packed(name, reading))
    raw[at % len(raw)] ^= 1 << bit
    assert readings._unpacked(name, bytes(raw)) is None


@pytest.mark.parametrize("linked", ["store", "store/readings"])
def test_links_are_not_followed(tmp_path: Path, linked: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "out" / linked).parent.mkdir(parents=True)
    (tmp_path / "out" / linked).symlink_to(elsewhere)
    kept = Readings(tmp_path / "out", "1")
    assert kept.remembering(reading_of)(ARTICLE) == reading_of(ARTICLE)
    kept.sweep()
    assert list(elsewhere.iterdir()) == []
    assert kept.failure is not None
    assert str(tmp_path / "out" / "store" / "readings") in kept.failure


def test_where_nothing_can_be_kept_all_is_read(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file")
    kept = Readings(tmp_path, "1")
    assert kept.remembering(reading_of)(ARTICLE) == reading_of(ARTICLE)
    kept.sweep()
    assert kept.failure is not None


def test_what_is_used_stays_and_of_the_rest_the_latest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "SPARE", 2)
    articles = [replace(ARTICLE, identifier=str(number)) for number in range(6)]
    earlier = Readings(tmp_path, "1")
    for number, article in enumerate(articles):
        earlier.remembering(reading_of)(article)
        os.utime(tmp_path / "store" / "readings" / earlier._name(article), (number, number))
    later = Readings(tmp_path, "1")
    later.remembering(reading_of)(articles[0])
    later.sweep()
    after = Readings(tmp_path, "1")
    assert [a.identifier for a in articles if after.recall(a)] == ["0", "4", "5"]


def test_what_a_killed_run_left_is_removed(kept: Path) -> None:
    folder = kept / "store" / "readings"
    old, new, strange = (folder / f".{'a' * 64}.{end}" for end in ("old", "new", "a b"))
    for file in (old, new, strange):
        file.write_text("half")
    for file in (old, strange):
        os.utime(file, (0, 0))
    Readings(kept, "1").sweep()
    assert sorted(f.name for f in folder.iterdir() if f.name.startswith(".")) == [strange.name, new.name]
