"""A built folder is checked as a whole: the merged world by its shapes, the articles' graphs by queries."""

from __future__ import annotations

import pytest
from datasets import build_dataset
from rdflib import Literal
from rdflib.namespace import RDFS
from worlds import LIMA, OSLO, hostile_world, small_world

from kg.errors import GraphError
from kg.export.trig import export_trig
from kg.graph.build import Graphs
from kg.graph.iris import article_iri, thing_iri
from kg.graph.terms import KG
from kg.graph.validate import validate

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib's own TriG writer

TALKS = thing_iri("event/meeting-anna-dahl-luis-quispe-2023-05-11")
CALL = thing_iri("event/call-anna-dahl-grace-wanjiru-2023-05-12")


@pytest.mark.parametrize("world", [small_world(), hostile_world()], ids=["small", "hostile"])
def test_what_is_built_conforms(tmp_path, world):
    export_trig(Graphs(world), tmp_path / "graph.trig")
    assert validate(tmp_path).findings == ()


def found(tmp_path, dataset):
    dataset.serialize(tmp_path / "graph.trig", format="trig")
    return validate(tmp_path).findings


@pytest.mark.parametrize(
    ("prop", "value", "message"),
    [
        (KG.status, KG.Planned, "exactly one status"),
        (KG.edtf, Literal("2023"), "at most one first day"),
    ],
)
def test_a_second_value_in_an_articles_graph_is_found(tmp_path, prop, value, message):
    dataset = build_dataset(small_world())
    dataset.graph(article_iri(OSLO)).add((TALKS, prop, value))
    (finding,) = found(tmp_path, dataset)
    assert message in finding.message
    assert "oslo_2023" in finding.value
    assert finding.label.startswith("Talks of Anna Dahl")


def test_an_event_without_a_sentence_of_the_article_is_found(tmp_path):
    dataset = build_dataset(small_world())
    dataset.graph(article_iri(LIMA)).remove((CALL, KG.evidence, None))
    (finding,) = found(tmp_path, dataset)
    assert "at least one sentence" in finding.message
    assert finding.sentence == "Dahl telephoned Kenyan President Grace Wanjiru on May 12."


def test_an_event_that_only_an_article_has_is_found(tmp_path):
    dataset = build_dataset(small_world())
    dataset.default_graph.remove((CALL, None, None))
    assert any("in the merged world too" in finding.message for finding in found(tmp_path, dataset))


def test_a_quote_that_does_not_fit_its_offsets_is_found(tmp_path):
    dataset = build_dataset(small_world())
    sentence = dataset.default_graph.value(CALL, KG.evidence)
    dataset.default_graph.set((sentence, KG.quote, Literal("Dahl telephoned Wanjiru.")))
    (finding,) = found(tmp_path, dataset)
    assert finding.message == "a quote as long as its offsets say"


def test_findings_are_sorted_and_told_in_one_line(tmp_path):
    dataset = build_dataset(small_world())
    for node in (TALKS, CALL):
        dataset.default_graph.remove((node, KG.status, None))
    report = found(tmp_path, dataset)
    assert [finding.label for finding in report] == sorted(
        str(dataset.default_graph.value(n, RDFS.label)) for n in (TALKS, CALL)
    )
    assert str(report[0]).count("\n") == 0


def test_a_folder_without_a_graph(tmp_path):
    with pytest.raises(GraphError, match="no graph"):
        validate(tmp_path)
