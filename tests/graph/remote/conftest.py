"""The small world and the seeds' graph, in folders and on servers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from command import kg
from pyoxigraph import RdfFormat, Store
from servers import oxigraph, virtuoso
from serving import write_exports
from worlds import hostile_world, small_world


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `kg build` would make of the small world."""
    folder = tmp_path_factory.mktemp("world")
    write_exports(small_world(), folder)
    return folder


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with names and sentences that break careless writers."""
    folder = tmp_path_factory.mktemp("hostile")
    write_exports(hostile_world(), folder)
    return folder


@pytest.fixture(scope="session")
def both_folder(small_folder: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small world and that of the seeds as one dataset, so that every ready question finds something."""
    both = Store()
    for folder in (small_folder, root / "exports"):
        both.load(path=str(folder / "graph.trig"), format=RdfFormat.TRIG)
    place = tmp_path_factory.mktemp("both")
    both.dump(str(place / "graph.trig"), RdfFormat.TRIG)
    return place


@pytest.fixture(scope="session")
def on_oxigraph(both_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Oxigraph, with that dataset."""
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as address:
        pushed = kg("push", f"{address}/store", "--graph", both_folder)
        assert pushed.exit_code == 0, pushed.output
        yield address


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Virtuoso, with a new database."""
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as address:
        yield address


@pytest.fixture(scope="module")
def on_virtuoso(both_folder: Path, virtuoso_server: str) -> str:
    """Virtuoso with that dataset, and nothing else of ours, whatever the tests of another file have left there."""
    call = ("push", f"{virtuoso_server}/sparql-auth", "--prune", "--user", "dba", "--graph", both_folder)
    pushed = kg(*call, KG_PASSWORD="dba")
    assert pushed.exit_code == 0, pushed.output
    return virtuoso_server


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An Oxigraph server that each test fills anew."""
    with oxigraph(tmp_path_factory.mktemp("empty")) as address:
        yield address


@pytest.fixture(scope="session")
def sent(hostile_folder: Path) -> bytes:
    """The dataset of the hostile world, to the letter."""
    return (hostile_folder / "graph.trig").read_bytes()
