"""The small world, served; and one that breaks careless pages, under tight limits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from serving import Served, serving, write_exports
from worlds import hostile_world, small_world


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Ordinary limits; pages of one other origin may ask too."""
    folder = tmp_path_factory.mktemp("served") / "small"
    folder.mkdir()
    write_exports(small_world(), folder)
    with serving(folder, "--cors", "https://desk.example") as served:
        yield served


@pytest.fixture(scope="session")
def tight(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A second, five rows, names and sentences that are no good."""
    folder = tmp_path_factory.mktemp("served") / "tight"
    folder.mkdir()
    write_exports(hostile_world(), folder)
    with serving(folder, "--timeout", "1", "--max-rows", "5") as served:
        yield served
