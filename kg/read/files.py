"""Which files the paths of a command line name, one to each identifier."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.errors import ArticleError
from kg.model import Article
from kg.read.article import read_article

ENDINGS = (".txt", ".md")
UNREAD = frozenset(
    {
        ".pdf",
        ".html",
        ".htm",
        ".mhtml",
        ".doc",
        ".docx",
        ".odt",
        ".rtf",
        ".epub",
        ".eml",
        ".xml",
        ".json",
        ".jsonl",
    }
)
"""Endings of files that often hold articles, in a form that is not read."""
SUB_FOLDER = "sub-folder"


def find_articles(paths: Iterable[Path]) -> list[Path]:
    """The files that the paths name, sorted by identifier, whatever the order of the paths.

    A folder stands for its own *.txt and *.md (no sub-folders, no hidden files, no README); a path without
    any article is kept, so that reading it tells what is wrong.
    """
    found = (file for path in paths for file in _files_of(path))
    by_place = {Path(os.path.abspath(file)): file for file in found}
    return [by_place[place] for place in sorted(by_place, key=lambda place: (place.stem, str(place)))]


def read_articles(paths: Iterable[Path]) -> Iterator[Article | ArticleError]:
    """Each article that the paths name, or the error that says why it cannot be read."""
    seen: dict[str, Path] = {}
    for file in find_articles(paths):
        try:
            article = read_article(file)
            _claim_identifier(article.identifier, file, seen)
            yield article
        except ArticleError as error:
            yield error


def overlooked(paths: Iterable[Path], but: Path) -> Iterator[str]:
    """What a folder holds beside its articles that somebody may take for read, one line a folder; `but` is ours."""
    for path in dict.fromkeys(paths):
        counts = Counter(kind for entry in _entries_of(path) if (kind := _unread_kind(entry, but)))
        if counts:
            told = ", ".join(
                f"{number} {kind}{_plural(kind, number)}" for kind, number in sorted(counts.items())
            )
            verb = "is" if counts.total() == 1 else "are"
            yield f"{path}: {told} {verb} not read; name sub-folders too, and save articles as *.txt or *.md"


def _unread_kind(entry: Path, but: Path) -> str | None:
    """What kind of thing is not read, if it may hold articles."""
    if entry.name.startswith(".") or entry.stem.upper() == "README":
        return None
    if entry.is_dir():
        return None if entry.resolve() == but.resolve() else SUB_FOLDER
    return entry.suffix.lower() if entry.suffix.lower() in UNREAD else None


def _plural(kind: str, number: int) -> str:
    return "s" if kind == SUB_FOLDER and number > 1 else ""


def _files_of(path: Path) -> Sequence[Path]:
    return (path.is_dir() and _articles_in(path)) or [path]


def _articles_in(directory: Path) -> list[Path]:
    return [entry for entry in _entries_of(directory) if _looks_like_article(entry)]


def _entries_of(directory: Path) -> list[Path]:
    try:
        return list(directory.iterdir())
    except OSError:
        return []


def _looks_like_article(entry: Path) -> bool:
    hidden = entry.name.startswith(".")
    about_the_folder = entry.stem.upper() == "README"
    return entry.suffix.lower() in ENDINGS and not hidden and not about_the_folder and not entry.is_dir()


def _claim_identifier(identifier: str, file: Path, seen: dict[str, Path]) -> None:
    first = seen.setdefault(identifier, file)
    if first != file:
        raise ArticleError(
            f"{file}: its identifier {identifier!r} is already that of {first}; rename one of them"
        )
