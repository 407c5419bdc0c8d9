"""Which files are read, in which order, and what happens to those that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ArticleError
from kg.model import Article
from kg.read.files import find_articles, read_articles


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
