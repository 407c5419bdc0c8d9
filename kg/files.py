"""Files appear whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import GraphError

ABANDONED = 3600
"""Seconds after which what was never finished belongs to a run that was killed."""
_TOGETHER = ".build-"


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write beside the target, then rename: whoever reads the target finds the old file or the new one.

    Raises:
        GraphError: if the folder cannot be written to.
    """
    with written_atomically(path) as file:
        file.write(content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def written_atomically(path: Path) -> Iterator[BinaryIO]:
    """A file beside the target, which takes its place once all is written; nothing of it is left if that fails.

    Raises:
        GraphError: if the folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
            try:
                yield cast("BinaryIO", beside)
                beside.close()
                _put_in_place(Path(beside.name), path)
            finally:
                Path(beside.name).unlink(missing_ok=True)
    except OSError as error:
        raise GraphError(f"{path}: cannot be written ({error.strerror}); choose another --out") from error


@contextmanager
def written_together(folder: Path) -> Iterator[Path]:
    """A place beside the files of a folder for new ones, which take their places once all of them are written.

    Raises:
        GraphError: if the folder cannot be written to; the files in it are then as they were.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(folder)
        beside = Path(tempfile.mkdtemp(dir=folder, prefix=_TOGETHER))
        try:
            yield beside
            for file in sorted(beside.iterdir()):
                file.replace(folder / file.name)
        except GraphError as error:
            # Whoever reads it looks for a file at its own place.
            raise GraphError(str(error).replace(str(beside), str(folder))) from error
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise GraphError(f"{folder}: cannot be written ({error.strerror}); choose another --out") from error


def check_writable(folder: Path) -> None:
    """Notice before any work that nothing can be written to a folder; it is not made.

    Raises:
        GraphError: if so.
    """
    nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        raise GraphError(f"{folder}: cannot be written ({error.strerror}); choose another --out") from error


def read_own(path: Path, largest: int) -> bytes | None:
    """The bytes of a file that was written here; nothing for a link, a folder, a pipe or what is too large."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if path.is_symlink():
            return None
        with open(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
            told = os.fstat(file.fileno())
            return file.read() if stat.S_ISREG(told.st_mode) and told.st_size <= largest else None
    except OSError:
        return None


def is_own_folder(path: Path) -> bool:
    """Whether a folder lies here or may be made here: not a link to another, no file."""
    return not path.is_symlink() and (path.is_dir() or not path.exists())


def is_abandoned(path: Path) -> bool:
    """Whether an unfinished file or folder is so old that no run is at work on it."""
    return time.time() - path.lstat().st_mtime > ABANDONED


def _remove_abandoned(folder: Path) -> None:
    for place in folder.glob(f"{_TOGETHER}*"):
        if is_abandoned(place):
            shutil.rmtree(place, ignore_errors=True)


def _put_in_place(beside: Path, path: Path) -> None:
    """Rename, with the rights that an ordinary new file has."""
    umask = os.umask(0)
    os.umask(umask)
    beside.chmod(0o666 & ~umask)
    beside.replace(path)
