"""One UTF-8 text file, with or without front matter → one `Article`."""

from __future__ import annotations

import os
import re
import shlex
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from kg.errors import ArticleError
from kg.model import Article
from kg.read.front_matter import FrontMatter, split_front_matter
from kg.read.stated import stated_date, stated_headline, stated_publisher

LARGEST = 20_000_000
"""Bytes; a book has about one million."""

PACKED = {b"%PDF-": "a PDF", b"{\\rtf": "RTF"}
"""How files begin that hold a text in a form that is not read."""
_TAGGED = re.compile(
    r"\s*<(?:\?xml\b|!doctype\b"
    r"|(?:html|head|body|article|section|main|div|p|h[1-6]|rss|feed)(?:\s+[\w:-]+=[^<>]*)?\s*>)"
    r'|\s*\[?\s*\{\s*"[^"\n]*"\s*:',
    re.IGNORECASE,
)


def read_article(path: Path) -> Article:
    """The article in a file; what its front matter leaves open is taken from what the text itself states.

    Raises:
        ArticleError: the file cannot be read, is no UTF-8 text, is empty, or its front matter is broken.
    """
    front, text = split_front_matter(_decoded(path), path)
    if _TAGGED.match(text):
        raise ArticleError(f"{path}: no plain text (HTML, XML or JSON); save what a reader sees of it")
    if not text.strip():
        raise ArticleError(
            f"{path}: there is no text in it; put the article below the front matter, or delete the file"
        )
    return _article(_identifier(path), text, front)


def _article(identifier: str, text: str, front: FrontMatter) -> Article:
    return Article(
        identifier=identifier,
        text=text,
        headline=front.title or stated_headline(text),
        url=front.url,
        publisher=front.publisher or stated_publisher(text),
        published=front.published or stated_date(text),
    )


def _identifier(path: Path) -> str:
    name = path.stem
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        shown = os.fsencode(path).decode("utf-8", "backslashreplace")
        raise ArticleError(f"{shown}: the file's name is not UTF-8; rename the file") from None
    return name


def _decoded(path: Path) -> str:
    raw = _bytes(path)
    utf_16 = raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    if kind := next((kind for begins, kind in PACKED.items() if raw.startswith(begins)), None):
        raise ArticleError(f"{path}: no text file ({kind}); name text files only")
    if b"\0" in raw and not utf_16:
        raise ArticleError(f"{path}: no text file (NUL at byte {raw.index(0)}); name text files only")
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        encoding = "UTF-16" if utf_16 else "WINDOWS-1252"
        raise ArticleError(
            f"{path}: not UTF-8 at byte {error.start}; convert it, for example with "
            f"iconv -f {encoding} -t UTF-8 {shlex.quote(str(path))}"
        ) from None


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ArticleError(
                f"{path}: a folder without articles; put *.txt or *.md files in it, or name another"
            )
        if (size := path.stat().st_size) > LARGEST:
            raise ArticleError(
                f"{path}: {size:,} bytes, more than {LARGEST:,}; split it into one file an article"
            )
        return _beginning(path)
    except FileNotFoundError:
        raise ArticleError(f"{path}: no such file or folder; check the path") from None
    except OSError as error:
        raise ArticleError(
            f"{path}: cannot be read ({error.strerror}); check the path and its permissions"
        ) from None


def _beginning(path: Path) -> bytes:
    """All bytes; of a pipe or a device, which does not tell how many it has, never more than may be read."""
    with path.open("rb") as file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ArticleError(f"{path}: more than {LARGEST:,} bytes; split it into one file an article")
    return raw
