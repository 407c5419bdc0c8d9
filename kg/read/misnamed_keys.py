"""Keys of front matter that are not read, where somebody means one that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.read.doubts import named
from kg.read.front_matter import CLOSING, OPENING, FrontMatter

MEANT: Mapping[str, str] = {
    "headline": "title",
    "link": "url",
    **dict.fromkeys(("source", "outlet", "newspaper", "agency", "site"), "publisher"),
    **dict.fromkeys(
        ("date", "day", "datepublished", "date_published", "published_at", "published_on", "pubdate"),
        "published",
    ),
}
"""What others call the keys that are read, in small letters."""
HEAD = 1 << 14
"""Bytes in which front matter ends."""
_KEY = re.compile(r"^([A-Za-z][\w-]*)[ \t]*:", re.MULTILINE)


def told_misnamed(files: Iterable[Path]) -> Iterator[str]:
    """The files that have such keys, a line for each set of them."""
    by_keys: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for file in files:
        if keys := tuple(_misnamed(file)):
            by_keys.setdefault(keys, []).append(str(file))
    for keys, places in by_keys.items():
        written, meant = (", ".join(words) for words in zip(*keys, strict=True))
        yield f"{named(places)}: front matter has {written}, which kg does not read; write {meant}"


def _misnamed(file: Path) -> Iterator[tuple[str, str]]:
    """Each key that is not read with the one that it means, where that one is not there."""
    keys = _KEY.findall(_front_matter(file))
    for key in keys:
        meant = MEANT.get(key.lower(), key.lower())
        if meant in FrontMatter.__slots__ and meant not in keys:
            yield key, meant


def _front_matter(file: Path) -> str:
    """What stands between the dashes; nothing where a file cannot be looked into, which is told elsewhere."""
    if not file.is_file():  # a pipe could be read but once
        return ""
    try:
        with file.open("rb") as opened:
            content = opened.read(HEAD).decode("utf-8", "replace").removeprefix("\ufeff")
    except OSError:
        return ""
    opening = OPENING.match(content)
    closing = CLOSING.search(content, opening.end()) if opening else None
    return content[opening.end() : closing.start()] if opening and closing else ""
