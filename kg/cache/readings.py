"""The readings of articles, kept in a folder: one file each, named after all that the reading follows from.

Whatever lies in the folder may be lost or damaged at any time: what is not whole is read anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kg.cache.codec import codec_of
from kg.errors import KgError
from kg.files import is_abandoned, is_own_folder, read_own, write_atomically
from kg.model import Article, Reading

FOLDER = Path("store") / "readings"
SPARE = 1000
"""So many entries stay that the last build had no use for; of more, as many as it used."""
LARGEST = 1 << 28

Read = Callable[[Article], Reading]

_ENTRY = re.compile(r"[0-9a-f]{64}")
_UNFINISHED = re.compile(r"\.[0-9a-f]{64}\.\w+")
_NONE = Article("", "")


class Readings:
    """What articles were read to say by one version of the extraction, and which of it this run has used."""

    def __init__(self, out: Path, version: str) -> None:
        """Look into the store beside the exports in `out`; it need not exist."""
        self.folder = out / FOLDER
        self.version = version
        self.used: set[str] = set()
        self.failure: str | None = None
        if not all(map(is_own_folder, (self.folder.parent, self.folder))):
            self.failure = f"{self.folder}: a link or no folder, so no reading is kept; remove it"

    def remembering(self, read: Read) -> Read:
        """The same reader, which reads nothing again that is kept, and keeps what it reads."""
        return lambda article: self.recall(article) or self._keep(read(article))

    def recall(self, article: Article) -> Reading | None:
        """What the article was read to say; None if that is not kept, or not whole."""
        name = self._name(article)
        raw = None if self.failure else read_own(self.folder / name, LARGEST)
        try:
            said = None if raw is None else _unpacked(name, raw)
        except (ValueError, TypeError, RecursionError, zlib.error):
            return None
        if said is None:
            return None
        self.used.add(name)
        with suppress(OSError):
            os.utime(self.folder / name)
        return replace(said, article=article)

    def sweep(self) -> None:
        """Remove what was used longest ago, and what a killed run has left behind."""
        if self.failure:
            return
        with suppress(OSError):
            entries = {
                entry.name: entry.stat(follow_symlinks=False).st_mtime for entry in os.scandir(self.folder)
            }
            for name in self._superfluous(entries):
                (self.folder / name).unlink(missing_ok=True)

    def _superfluous(self, entries: dict[str, float]) -> Iterator[str]:
        idle = [name for name in entries if _ENTRY.fullmatch(name) and name not in self.used]
        idle.sort(key=lambda name: (-entries[name], name))
        yield from idle[max(SPARE, len(self.used)) :]
        unfinished = [name for name in entries if _UNFINISHED.fullmatch(name)]
        yield from (name for name in unfinished if is_abandoned(self.folder / name))

    def _keep(self, reading: Reading) -> Reading:
        if self.failure is None:
            name = self._name(reading.article)
            try:
                write_atomically(self.folder / name, _packed(name, reading))
                self.used.add(name)
            except KgError as error:
                self.failure = f"no reading is kept: {error}"
        return reading

    def _name(self, article: Article) -> str:
        """The digest of version and article; on what others its date rests is nothing to its reading."""
        told = codec_of(Article).encode(replace(article, inference=None))
        return hashlib.sha256(json.dumps([self.version, told]).encode()).hexdigest()


def _packed(name: str, reading: Reading) -> bytes:
    """An entry: a digest of its name and content, and the content, which leaves out the article."""
    said = codec_of(Reading).encode(replace(reading, article=_NONE))
    content = zlib.compress(json.dumps(said, separators=(",", ":")).encode(), level=1)
    return _digest(name, content) + content


def _unpacked(name: str, raw: bytes) -> Reading | None:
    digest, content = raw[:32], raw[32:]
    if digest != _digest(name, content):
        return None
    reading: Reading = codec_of(Reading).decode(json.loads(zlib.decompress(content)))
    return reading


def _digest(name: str, content: bytes) -> bytes:
    return hashlib.sha256(name.encode() + content).digest()
