"""Files appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kg.errors import GraphError


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write beside the target, then rename: whoever reads the target finds the old file or the new one.

    Raises:
        GraphError: if the folder cannot be written to.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
            beside.write(data)
        _put_in_place(Path(beside.name), path)
    except OSError as error:
        raise GraphError(f"{path}: cannot be written ({error.strerror}); choose another --out") from error


def _put_in_place(beside: Path, path: Path) -> None:
    """Rename, with the rights that an ordinary new file has."""
    try:
        umask = os.umask(0)
        os.umask(umask)
        beside.chmod(0o666 & ~umask)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
