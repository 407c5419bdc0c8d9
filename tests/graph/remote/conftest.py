"""The small world in a folder and on an Oxigraph server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from servers import oxigraph
from serving import write_exports
from worlds import small_world


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `kg build` would make of the small world."""
    folder = tmp_path_factory.mktemp("world")
    write_exports(small_world(), folder)
    return folder


@pytest.fixture(scope="session")
def loaded(small_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small world on Oxigraph, put there by its own means."""
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as address:
        data = (small_folder / "graph.trig").read_bytes()
        requests.put(f"{address}/store", data, headers={"Content-Type": "application/trig"}, timeout=60)
        yield address
