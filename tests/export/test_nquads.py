"""graph.nq says what graph.trig says, a statement a line; packed it is the same."""

from __future__ import annotations

import gzip

import pytest
from pyoxigraph import RdfFormat, parse
from worlds import hostile_world, small_world

from kg.errors import GraphError
from kg.export.nquads import export_nquads, export_packed_nquads
from kg.export.trig import trig_of
from kg.files import written_atomically
from kg.graph.build import Graphs


@pytest.mark.parametrize("world", [small_world(), hostile_world()], ids=["small", "hostile"])
def test_it_says_what_trig_says_in_the_same_order(tmp_path, world):
    export_nquads(Graphs(world), tmp_path / "graph.nq")
    written = (tmp_path / "graph.nq").read_bytes()
    assert list(parse(written, RdfFormat.N_QUADS)) == list(parse(trig_of(Graphs(world)), RdfFormat.TRIG))
    assert written.count(b"\n") == len(set(written.split(b"\n"))) - 1  # a line each, none twice


def test_packed_it_is_the_same_without_time_and_name(tmp_path):
    export_nquads(Graphs(small_world()), tmp_path / "graph.nq")
    for name in ("one.nq.gz", "two.nq.gz"):
        export_packed_nquads(Graphs(small_world()), tmp_path / name)
    packed = (tmp_path / "one.nq.gz").read_bytes()
    assert gzip.decompress(packed) == (tmp_path / "graph.nq").read_bytes()
    assert packed == (tmp_path / "two.nq.gz").read_bytes()
    assert packed[3:8] == bytes(5)  # neither a name nor a time


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    (tmp_path / "a").write_text("old")
    with pytest.raises(ZeroDivisionError), written_atomically(tmp_path / "a") as file:
        file.write(b"new" + bytes(1 // 0))
    with pytest.raises(GraphError, match="cannot be written"), written_atomically(tmp_path / "a") as file:
        raise OSError(28, "No space left on device")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a", "old")]
