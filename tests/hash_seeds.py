"""What a program prints under several hash seeds, each time in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


def outputs_under_hash_seeds(root: Path, program: str, seeds: Iterable[str] = ("1", "2")) -> set[bytes]:
    """The different outputs of a program that may import the package and the helpers of the tests."""
    path = os.pathsep.join([str(root), str(root / "tests")])
    return {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            check=True,
        ).stdout
        for seed in seeds
    }
