"""The YAML front matter of an article: its title, address, publisher and day of publication."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import yaml

from kg.errors import ArticleError

OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
CLOSING = re.compile(r"(?:(?<=\n)|(?<=\r))---[ \t]*(?:\r\n|\n|\r|\Z)")
NULL = "tag:yaml.org,2002:null"
YEARS = range(1500, 2101)
"""Years of news; programs write others ("0001-01-01", "9999-12-31") for a day that they do not know."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above an article; other keys are no business of ours."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    value: str | None
    line: int


def split_front_matter(content: str, path: Path) -> tuple[FrontMatter, str]:
    """The front matter of a file and the text behind it, to the letter; `path` is for the errors alone."""
    opening = OPENING.match(content)
    if not opening:
        return FrontMatter(), content
    closing = CLOSING.search(content, opening.end())
    if not closing:
        raise ArticleError(f"{path}:1: front matter opens and never closes; close it with a line '---'")
    entries = _entries(content[opening.end() : closing.start()], path)
    return _front_matter(entries, path), content[closing.end() :]


def _front_matter(entries: dict[str, _Entry], path: Path) -> FrontMatter:
    values = {key: entry.value for key, entry in entries.items()}
    return FrontMatter(
        title=values.get("title"),
        url=values.get("url"),
        publisher=values.get("publisher"),
        published=_day(entries["published"], path) if values.get("published") else None,
    )


def _entries(yaml_text: str, path: Path) -> dict[str, _Entry]:
    root = _composed(yaml_text, path)
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise ArticleError(
            f"{path}:{_line(root.start_mark)}: front matter is no list of 'key: value' lines; write it so"
        )
    _refuse_twice(root, path)
    return {
        key.value: _entry(key, value, path) for key, value in root.value if key.value in FrontMatter.__slots__
    }


def _composed(yaml_text: str, path: Path) -> yaml.Node | None:
    """The YAML tree with its lines, values still as written: a day stays the text that it is."""
    try:
        tree: yaml.Node | None = yaml.compose(yaml_text, Loader=yaml.SafeLoader)
    except RecursionError:
        raise ArticleError(
            f"{path}:1: front matter is nested too deeply; keep 'key: value' lines only"
        ) from None
    except yaml.MarkedYAMLError as error:
        line = _line(error.problem_mark) if error.problem_mark else 1
        raise ArticleError(
            f"{path}:{line}: front matter is broken YAML ({error.problem}); put the values in double quotes"
        ) from None
    except yaml.YAMLError:
        raise ArticleError(f"{path}:1: front matter holds a control character; delete it") from None
    return tree


def _line(mark: yaml.Mark) -> int:
    """The line in the file: the mark counts from zero, behind the opening line."""
    return int(mark.line) + 2


def _refuse_twice(root: yaml.MappingNode, path: Path) -> None:
    count = Counter(str(key.value) for key, _ in root.value)
    for key, _ in root.value:
        if count[str(key.value)] > 1:
            raise ArticleError(
                f"{path}:{_line(key.start_mark)}: {key.value!r} stands twice; keep one of them"
            )


def _entry(key: yaml.Node, value: yaml.Node, path: Path) -> _Entry:
    line = _line(value.start_mark)
    if not isinstance(value, yaml.ScalarNode):
        raise ArticleError(f"{path}:{line}: {key.value!r} is no single value; write it in double quotes")
    words = "" if value.tag == NULL else " ".join(value.value.split())
    return _Entry(words or None, line)


def _day(entry: _Entry, path: Path) -> date:
    try:
        day = datetime.fromisoformat(entry.value or "").date()
    except ValueError:
        raise ArticleError(
            f'{path}:{entry.line}: published {entry.value!r} is no day; write it as "2006-11-25"'
        ) from None
    if day.year not in YEARS:
        raise ArticleError(
            f"{path}:{entry.line}: published {entry.value!r} is no day of news; write the day, or leave it out"
        )
    return day
