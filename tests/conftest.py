"""What every test may ask for: the repository's root, the gold annotations where they lie beside it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

settings.register_profile("kg", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("kg")

# A shell's background job ignores an interrupt, and so would all that the tests start in one and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Gold annotations and scorers, where they lie beside the repository."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the gold annotations (../shared) are not part of the repository and not on this machine")
    return folder
