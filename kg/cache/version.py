"""The extraction's version: another one whenever something may change what an article is read to say."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
PARTS = (
    "errors.py",
    "identifiers.py",
    "model.py",
    "pipeline.py",
    "cache",
    "world",
    "read",
    "language",
    "extract",
)
"""The files and folders of the package from which a reading follows: code, rules, the world's data, weights."""
LIBRARIES = ("numpy", "spacy", "thinc")
"""What the language pipeline computes with."""


@cache
def extraction_version(language_model: str | None = None) -> str | None:
    """A digest of all that a reading follows from beside the article; None if the language model is not found."""
    folders = [PACKAGE / part for part in PARTS]
    if language_model is not None:
        folder = _folder_of(language_model)
        if folder is None:
            return None
        folders.append(folder)
    digest = hashlib.sha256(sys.version.encode())
    for library in LIBRARIES:
        digest.update(f"\n{library} {version(library)}".encode())
    for line in (line for folder in folders for line in _lines(folder)):
        digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _lines(part: Path) -> Iterator[str]:
    """Name and digest of each file, without what Python keeps of its own."""
    files = sorted(part.rglob("*")) if part.is_dir() else [part]
    for file in files:
        if file.is_file() and "__pycache__" not in file.parts:
            name = file.relative_to(part.parent).as_posix()
            yield f"\n{name} {hashlib.sha256(file.read_bytes()).hexdigest()}"


def _folder_of(language_model: str) -> Path | None:
    """Where a user's own pipeline lies: a folder, or an installed package."""
    if Path(language_model).is_dir():
        return Path(language_model).resolve()
    spec = find_spec(language_model) if language_model.isidentifier() else None
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None
