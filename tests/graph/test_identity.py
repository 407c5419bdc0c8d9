"""Who is who in a graph: any two names, and the pairs in doubt."""

from __future__ import annotations

import pytest

from kg.errors import GraphError
from kg.graph.explain import explain
from kg.graph.identity import doubtful, explain_two
from kg.graph.review import decision_on, is_decided, pair_as_json
from kg.model import Decision, Side, Verdict


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        # one person: why, and the sentences of both sides
        (
            "A. Dahl",
            "Anna Dahl",
            [
                "“A. Dahl” and “Anna Dahl” are one: Anna Dahl (kgid:person/anna-dahl)",
                "one person: “A. Dahl” has the same office",
                "lima-2023-05-12 1-67: “Norwegian Foreign Minister",
                "oslo_2023 1-78: “Foreign minister A. Dahl held talks",
            ],
        ),
        # one person under a name and a title: every merge of theirs
        ("Foreign Minister Anna Dahl", "Anna Dahl", ["are one", "one person: “A. Dahl”"]),
        # two by decision, from either side, by IRI
        ("Dahl", "kgid:person/ole-berg", ["are two", "not Ole Berg (kgid:person/ole-berg): ", "by decision"]),
        ("Ole Berg", "Anna Dahl", ["are two", "not Anna Dahl (kgid:person/anna-dahl): ", "by decision"]),
        # in doubt
        ("Anna Dahl", "person/rosa-mamani", ["are two", "may be Rosa Mamani", "may be one."]),
        # never compared: their names tell
        (
            "Ole Berg",
            "Luis Quispe",
            ["are two", "kept apart: “Luis Quispe” and “Ole Berg” have different words"],
        ),
        # no persons
        ("Lima", "Peru", ["are two", "kept apart: nothing was found"]),
    ],
)
def test_two_names(small_graph, one, other, told):
    lines = "\n".join(explain_two(small_graph, one, other))
    assert [words for words in told if words not in lines] == []


def test_whoever_one_is_not_is_told_with_one(small_graph):
    lines = "\n".join(explain(small_graph, "Anna Dahl").lines())
    assert "  not Ole Berg (kgid:person/ole-berg): " in lines
    assert "  may be Rosa Mamani (kgid:person/rosa-mamani): " in lines


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("a dahl", "Anna Dahl"),  # without the full stop
        ("ANNA-DAHL", "Anna Dahl"),  # with a hyphen
        ("person/anna-dahl", "Anna Dahl"),
        ("<https://w3id.org/kg-diplomacy/id/person/anna-dahl>", "Anna Dahl"),
        ("https://w3id.org/kg-diplomacy/id/person/anna-dahl", "Anna Dahl"),
    ],
)
def test_a_thing_is_found_by_any_form(small_graph, asked, found):
    assert explain(small_graph, asked).label == found


def test_spellings_of_a_name_are_near_it(small_graph):
    with pytest.raises(GraphError, match="nothing is called “Quispe Luis”; near it: Quispe, Luis Quispe"):
        explain(small_graph, "Quispe Luis")


def test_pairs_in_doubt_are_listed_before_thin_merges(small_graph):
    assert [(pair.verdict, pair.by) for pair in doubtful(small_graph)] == [
        (Verdict.UNSURE, "names"),
        (Verdict.SAME, "office"),
    ]


def test_what_is_decided_on_a_pair_means_its_two_sides(small_graph):
    doubt, merge = doubtful(small_graph)
    assert decision_on(doubt, Verdict.SAME, "seen") == Decision(
        Verdict.SAME, Side("person/anna-dahl"), Side("person/rosa-mamani"), "Anna Dahl / Rosa Mamani: seen"
    )
    assert decision_on(merge, Verdict.SAME, "seen").other == Side("A. Dahl", "oslo_2023")
    assert decision_on(merge, Verdict.DIFFERENT, "seen").other == Side("A. Dahl")


def test_what_is_decided_is_not_asked_again(small_graph):
    for pair in doubtful(small_graph):
        for verdict in (Verdict.SAME, Verdict.DIFFERENT):
            assert is_decided(pair, [decision_on(pair, verdict, "seen")])
        assert not is_decided(pair, [Decision(Verdict.SAME, Side("Ole Berg"), Side("Anna Dahl"), "no")])
    by_name = Decision(Verdict.SAME, Side("Rosa Mamani"), Side("Anna Dahl"), "seen")
    assert is_decided(doubtful(small_graph)[0], [by_name])


def test_a_pair_as_json_has_its_sentences(small_graph):
    told = pair_as_json(doubtful(small_graph)[0])
    assert told["names"] == ["Anna Dahl", "Rosa Mamani"]
    assert told["merged"] is False
    assert [e["article"] for e in told["evidence"]] == ["lima-2023-05-12", "lima-2023-05-12"]
