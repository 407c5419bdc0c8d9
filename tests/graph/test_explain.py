"""Why the graph says so: each sentence with its article, its offsets, its rule and its voices."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import RdfFormat, Store
from worlds import LIMA, LIMA_TEXT, OSLO, sentence, small_world

from kg.errors import GraphError
from kg.export.trig import trig_of
from kg.graph.build import Graphs
from kg.graph.explain import explain
from kg.model import Entity, EntityKind, World


@pytest.mark.parametrize(
    "asked", ["Anna Dahl", "A. DAHL", "kgid:person/anna-dahl"]
)  # any name, any case, an IRI
def test_a_person_is_found(small_graph, asked):
    assert explain(small_graph, asked).node == "kgid:person/anna-dahl"


def test_a_person_is_explained_sentence_by_sentence(small_graph):
    told = explain(small_graph, "Dahl")
    assert [(r.kind, r.role, r.status) for r in told.readings if r.article == LIMA] == [
        ("Tenure", "holder", "held"),
        ("Visit", "visitor", "held"),
        ("Talks", "participant", "held"),
        ("Call", "participant", "held"),
        ("Meeting", "participant", "denied"),
    ]


def test_every_reading_slices_its_sentence(small_graph):
    for reading in explain(small_graph, "Dahl").readings:
        if reading.article == LIMA:
            assert LIMA_TEXT[reading.start : reading.end] == reading.sentence


def test_each_sentence_has_the_rule_that_read_it(small_graph):
    readings = explain(small_graph, "kgid:event/meeting-anna-dahl-luis-quispe-2023-05-11").readings
    assert [(r.rules, r.date, r.where) for r in readings] == [
        (("meetings.met",), "2023-05-11", "Lima"),
        (("meetings.talks",), "2023-05-10", "Cusco"),
    ]


def test_why_names_are_one_and_accounts_differ_is_told(small_graph):
    lines = "\n".join(explain(small_graph, "Dahl").lines())
    assert "one because: “A. Dahl” has the same office" in lines
    lines = "\n".join(explain(small_graph, "kgid:event/meeting-anna-dahl-luis-quispe-2023-05-11").lines())
    assert "conflict: lima-2023-05-12 has the talks on 11 May 2023" in lines


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Treaty of Fisheries", {("Luis Quispe through Andina",), ("Andina through TV Peru",)}),
        ("Meeting of Anna Dahl and Rosa Mamani", {("Rosa Mamani denies",)}),
    ],
)
def test_who_says_so_is_told(small_graph, asked, said):
    assert said <= {reading.said for reading in explain(small_graph, asked).readings}


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("president", "may mean 2 things"),  # one candidate or none
        ("Anna Dal", "near it: Anna Dahl"),
        ("kgid:person/nobody", "nothing that this graph describes"),
        ("kgid:article/nowhere", "nothing that this graph describes"),
        # what is part of another thing, as a sentence of an article
        (
            f"kgid:evidence/{OSLO}/1-78",
            "has no name, and is part of something else; see kg query 'DESCRIBE <https://",
        ),
        ('"} SERVICE', "nothing is called"),
    ],
)
def test_one_thing_or_none(small_graph, asked, message):
    with pytest.raises(GraphError, match=message):
        explain(small_graph, asked)


@pytest.mark.parametrize("asked", [LIMA, LIMA.upper(), f"kgid:article/{LIMA}"])
def test_an_article_is_explained_by_all_that_it_tells(small_graph, asked):
    told = explain(small_graph, asked)
    assert told.node == f"kgid:article/{LIMA}"
    assert {reading.article for reading in told.readings} == {LIMA}
    assert {"Tenure", "Visit", "Talks", "Call", "Claim"} <= {reading.kind for reading in told.readings}
    assert "Anna Dahl, foreign minister" in {reading.label for reading in told.readings}
    starts = [reading.start for reading in told.readings]
    assert starts == sorted(starts)


def test_a_headline_is_a_name_of_its_article():
    article = replace(small_world().articles[0], headline="Talks in Lima end", publisher="Andina")
    store = Store()
    store.load(trig_of(Graphs(World(articles=(article,)))).encode(), RdfFormat.TRIG)
    for asked in ("talks in Lima end", article.identifier):
        told = explain(store, asked)
        assert (told.label, told.readings) == ("Talks in Lima end", ())
        assert ("published by", "Andina") in told.about


def test_a_thing_of_which_nothing_is_told_has_the_sentences_that_name_it():
    named = sentence(LIMA, "Civil society")
    group = Entity("group/leaders", EntityKind.GROUP, "leaders", evidence=(named,))
    store = Store()
    trig = trig_of(Graphs(World(articles=small_world().articles, entities=(group,))))
    store.load(trig.encode(), RdfFormat.TRIG)
    (reading,) = explain(store, "leaders").readings
    assert (reading.kind, reading.sentence) == ("Mention", named.quote)
