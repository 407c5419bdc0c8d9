"""What is written can be read again, is the same each time, and shows what cannot be seen."""

from __future__ import annotations

import pytest
from datasets import build_dataset
from hash_seeds import outputs_under_hash_seeds
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import XSD
from worlds import hostile_world, small_world

from kg.export.trig import trig_of
from kg.graph.build import Graphs
from kg.graph.iris import article_iri
from kg.graph.terms import KG, KGID
from kg.graph.turtle import term_text, turtle_of

WORLDS = pytest.mark.parametrize("world", [small_world(), hostile_world()], ids=["small", "hostile"])


@WORLDS
def test_turtle_is_the_default_graph(world):
    assert set(Graph().parse(data=Graphs(world).turtle)) == set(build_dataset(world).default_graph)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib's own TriG reader
@WORLDS
def test_trig_is_the_dataset(world):
    read = Dataset().parse(data=trig_of(Graphs(world)), format="trig")
    assert set(read.quads()) == set(build_dataset(world).quads())


@WORLDS
def test_trig_begins_with_the_turtle(world):
    graphs = Graphs(world)
    assert trig_of(graphs).startswith(graphs.turtle)


@WORLDS
def test_another_reader_reads_the_same_number_of_quads(world):
    dataset, store = build_dataset(world), Store()
    store.load(trig_of(Graphs(world)).encode(), RdfFormat.TRIG)
    assert len(store) == len(list(dataset.quads()))


@pytest.mark.parametrize("world", ["small_world", "hostile_world"])
def test_the_bytes_do_not_depend_on_the_hash_seed(root, world):
    program = f"""
from kg.export.trig import trig_of; from kg.graph.build import Graphs; from worlds import {world}
import sys; sys.stdout.buffer.write(trig_of(Graphs({world}())).encode())
"""
    assert len(outputs_under_hash_seeds(root, program)) == 1


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (KGID["country/PRK"], "<country/PRK>"),  # ours: against the base
        (KGID["evidence/000_3d/12-40"], "<evidence/000_3d/12-40>"),
        (
            KGID["article/.."],
            "<https://w3id.org/kg-diplomacy/id/article/..>",
        ),  # a base would swallow the dots
        (KGID["article/.hidden"], "<https://w3id.org/kg-diplomacy/id/article/.hidden>"),
        (KG["allied-with"], "kg:allied-with"),
        (URIRef("http://example.org/a"), "<http://example.org/a>"),
        (Literal(12), "12"),
        (Literal(True), "true"),
        (Literal("2024-01-26", datatype=XSD.date), '"2024-01-26"^^xsd:date'),
        (Literal("ally", lang="en"), '"ally"@en'),
        (Literal('a "b" \\c'), '"a \\"b\\" \\\\c"'),
        (Literal("one\ntwo\r\t"), '"one\\ntwo\\r\\t"'),
        (Literal("a\u202eb"), '"a\\u202Eb"'),  # a direction mark must be seen
        (Literal("Ñandú 北京"), '"Ñandú 北京"'),  # letters stay letters
    ],
)
def test_terms(term, text):
    assert term_text(term) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_literal_comes_back_to_the_letter(text):
    graph = Graph()
    graph.add((KGID["person/x"], KG.quote, Literal(text)))
    assert set(Graph().parse(data=turtle_of(graph))) == set(graph)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_every_identifier_comes_back(identifier):
    graph = Graph()
    graph.add((article_iri(identifier), KG.mentions, article_iri(identifier)))
    assert set(Graph().parse(data=turtle_of(graph))) == set(graph)
