"""The committed exports are what kg build makes of the committed articles."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_exports_are_not_stale(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "kg", "build", "seeds", "--out", str(tmp_path), "-q"], cwd=ROOT, check=True
    )
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    committed = {path.name: path.read_bytes() for path in (ROOT / "exports").iterdir() if path.is_file()}
    assert made.keys() == committed.keys()
    stale = [name for name in made if made[name] != committed[name]]
    assert not stale, f"{stale}: run make exports, and read the difference"
