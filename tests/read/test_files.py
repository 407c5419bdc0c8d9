"""Which files are read, in which order, and what happens to those that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ArticleError
from kg.model import Article
from kg.read.files import find_articles, overlooked, read_articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles among files that are none."""
    for name in ("b.txt", "a.md", "C.TXT", ".hidden.txt", "README.md", "notes.pdf", "sub/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("He came.", encoding="utf-8")
    return tmp_path


def _names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_folder_stands_for_its_own_articles(folder: Path) -> None:
    assert _names(find_articles([folder])) == ["C.TXT", "a.md", "b.txt"]


def test_named_file_is_read_whatever_its_ending(folder: Path) -> None:
    named = [folder / "notes.pdf", folder / ".hidden.txt", folder / "README.md"]
    assert find_articles(named) == [folder / ".hidden.txt", folder / "README.md", folder / "notes.pdf"]


def test_order_of_the_paths_is_nothing(folder: Path) -> None:
    paths = [folder / "sub", folder, folder / "b.txt"]
    assert find_articles(paths) == find_articles(paths[::-1])
    assert _names(find_articles(paths)) == ["C.TXT", "a.md", "b.txt", "d.txt"]


def test_path_without_article_is_kept(tmp_path: Path) -> None:
    assert set(find_articles([tmp_path, tmp_path / "nowhere"])) == {tmp_path, tmp_path / "nowhere"}


def test_dangling_link_is_no_secret(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    [error] = read_articles([tmp_path])
    assert "gone.txt: no such file" in str(error)


def test_broken_files_do_not_stop_the_others(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\xff")
    results = list(read_articles([folder, folder / "nowhere.txt"]))
    assert [r.identifier for r in results if isinstance(r, Article)] == ["C", "a"]
    assert [type(r) for r in results if not isinstance(r, Article)] == [ArticleError, ArticleError]


def test_identifier_belongs_to_one_file(folder: Path) -> None:
    (folder / "sub/a.txt").write_text("She left.", encoding="utf-8")
    _, first, second, _, _ = read_articles([folder / "sub", folder])
    assert isinstance(first, Article)
    assert "its identifier 'a' is already that of" in str(second)


def test_same_file_named_twice_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert find_articles([Path("b.txt"), folder / "b.txt", Path("sub/../b.txt")]) == [Path("sub/../b.txt")]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([], None),
        # what nobody takes for an article, or what says that it is none
        (["photo.jpg", "table.csv", ".page.html", "README.pdf", ".git/a.txt"], None),
        (["a.pdf"], "1 .pdf is not read"),
        (["a.json"], "1 .json is not read"),
        (["a.pdf", "b.PDF", "c.html", "d.docx"], "1 .docx, 1 .html, 2 .pdf are not read"),
        (["one/d.txt", "two/e.txt"], "2 sub-folders are not read"),
        (["one/d.txt", "c.htm"], "1 .htm, 1 sub-folder are not read"),
        # what kg build makes itself
        (["graph/graph.ttl"], None),
    ],
)
def test_what_is_overlooked_in_a_folder_is_told_in_one_line(
    tmp_path: Path, names: list[str], told: str | None
) -> None:
    for name in ("a.txt", *names):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("He came.", encoding="utf-8")
    lines = list(overlooked([tmp_path, tmp_path], tmp_path / "graph"))
    hint = "; name sub-folders too, and save articles as *.txt or *.md"
    assert lines == ([f"{tmp_path}: {told}{hint}"] if told else [])


def test_a_file_that_is_named_is_not_overlooked(folder: Path, tmp_path: Path) -> None:
    assert list(overlooked([folder / "notes.pdf", folder / "nowhere"], tmp_path)) == []
