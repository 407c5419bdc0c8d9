"""All that the merged world says of one thing."""

from __future__ import annotations

import pytest

from kg.graph.portrait import Value, draw, triples_about

ID = "https://w3id.org/kg-diplomacy/id/"
DAHL, TALKS = f"{ID}person/anna-dahl", f"{ID}event/meeting-anna-dahl-luis-quispe-2023-05-11"


def test_a_person(small_graph):
    portrait = draw(small_graph, DAHL, 100)
    assert portrait is not None
    assert portrait.label == "Anna Dahl"
    assert Value("kg:represents", f"{ID}country/NOR", "Norway") in portrait.values
    assert TALKS in {value.iri for value in portrait.named_by if value.property == "kg:participant"}
    assert portrait.explanation is not None
    assert TALKS.replace(ID, "kgid:") in {reading.statement for reading in portrait.explanation.readings}


def test_a_sentence_has_no_name_and_is_shown_all_the_same(small_graph):
    portrait = draw(small_graph, f"{ID}evidence/oslo_2023/1-78", 100)
    assert portrait is not None
    assert (portrait.label, portrait.explanation) == ("kgid:evidence/oslo_2023/1-78", None)


def test_an_article_is_called_by_its_identifier_and_told_by_its_sentences(small_graph):
    portrait = draw(small_graph, f"{ID}article/oslo_2023", 100)
    assert portrait is not None
    assert portrait.explanation is not None
    assert portrait.label in {"oslo_2023", portrait.explanation.label}
    assert {reading.article for reading in portrait.explanation.readings} == {"oslo_2023"}


@pytest.mark.parametrize("iri", [f"{ID}person/nobody", "no iri", "", "https://example.org/"])
def test_what_the_graph_does_not_speak_of(small_graph, iri):
    assert draw(small_graph, iri, 100) is None
    assert triples_about(small_graph, iri) is None


def test_no_more_values_than_wanted(small_graph):
    portrait = draw(small_graph, DAHL, 2)
    assert portrait is not None
    assert (len(portrait.values), len(portrait.named_by)) == (2, 2)


def test_its_triples_with_the_sentences_behind_them(small_graph):
    found = {
        (triple.subject.value, triple.predicate.value.rpartition("#")[2])
        for triple in triples_about(small_graph, DAHL)
    }
    assert {(DAHL, "represents"), (TALKS, "participant")} <= found
    assert any(subject.startswith(f"{ID}evidence/") and predicate == "quote" for subject, predicate in found)
    assert not any(predicate == "mentions" for _, predicate in found)
