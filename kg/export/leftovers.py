"""Files of an earlier build that a later one, which wrote others, has left beside its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.export.description import FORMS

EXPORTS = frozenset({*FORMS, "void.ttl"})


def digests_of(folder: Path) -> Mapping[str, str]:
    """Each export in a folder, by name, with the digest of what it holds."""
    return {name: _digest(folder / name) for name in EXPORTS if (folder / name).is_file()}


def told_left_over(folder: Path, written: Iterable[Path], before: Mapping[str, str]) -> Iterator[str]:
    """That files in a folder tell of another graph than those written now; `before` is what it held until then."""
    names = {path.name for path in written}
    has_changed = any(before[name] != _digest(folder / name) for name in names & before.keys())
    if has_changed and (old := sorted(before.keys() - names)):
        be = "is" if len(old) == 1 else "are"
        yield f"{folder}: {', '.join(old)} {be} of an earlier build; write all formats, or delete what is not wanted"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
