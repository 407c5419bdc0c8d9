"""The version is another one after any change that may change a reading, and the same after any other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cache.version import PACKAGE, PARTS, extraction_version

SHOW = "from kg.cache.version import extraction_version; print(extraction_version())"


def _printed(folder: Path, program: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    call = [sys.executable, "-c", program]
    return subprocess.run(
        call, env=environment, cwd=folder, capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the package."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, folder / "kg", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.mark.parametrize(
    ("part", "changes"),
    [
        ("extract/meetings.toml", True),  # a rule
        ("extract/meetings.py", True),  # how rules are put together
        ("world/countries.toml", True),  # the world
        ("language/times/days.py", True),
        ("language/model/parser/model", True),  # weights
        ("read/stated.toml", True),
        ("model.py", True),
        ("cache/codec.py", True),
        ("resolve/events.py", False),  # what comes after the reading
        ("export/turtle.py", False),
        ("extract/__pycache__/meetings.pyc", False),
    ],
)
def test_a_change_of(copied: Path, part: str, changes: bool) -> None:
    file, before = copied / "kg" / part, _printed(copied, SHOW)
    file.parent.mkdir(exist_ok=True)
    old = file.read_bytes() if file.exists() else None
    file.write_bytes((old or b"") + b"\n")
    after = _printed(copied, SHOW)
    file.unlink() if old is None else file.write_bytes(old)
    assert (before != after) is changes
    assert _printed(copied, SHOW) == before


def test_all_that_a_reading_is_made_by_counts() -> None:
    loaded = "import sys, kg.extract, kg.language.pipeline as p; p.load_pipeline()\n"
    loaded += "print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('kg.')), sep='\\n')"
    files = [Path(line).relative_to(PACKAGE) for line in _printed(PACKAGE.parent, loaded).splitlines()]
    assert {"language", "extract", "world", "model.py"} <= {file.parts[0] for file in files}
    assert {file.parts[0] for file in files} <= set(PARTS)


def test_a_users_own_language_model_counts(tmp_path: Path) -> None:
    (tmp_path / "weights").write_bytes(b"1")
    one = extraction_version.__wrapped__(str(tmp_path))
    (tmp_path / "weights").write_bytes(b"2")
    two = extraction_version.__wrapped__(str(tmp_path))
    assert len({one, two, extraction_version()}) == 3


@pytest.mark.parametrize("name", ["no_such_model", "no such model", "../nowhere", "no.such"])
def test_of_a_model_that_is_nowhere_nothing_is_kept(name: str) -> None:
    assert extraction_version(name) is None
