"""A name with our prefix that no term has is told, with what is near it."""

from __future__ import annotations

import pytest

from kg.graph.misnamed import misnamed_terms


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SELECT ?x { ?x a kg:Person }", []),
        ("SELECT ?x { ?x a kg:Persn }", ["kg:Persn is no term of the ontology; near it: kg:Person"]),
        # a class by its small letter, a property
        (
            "ASK { ?x kg:particpant ?y }",
            ["kg:particpant is no term of the ontology; near it: kg:participant"],
        ),
        # each once, in their order; with a hyphen
        ("ASK { ?x kg:a-b ?y ; kg:a-b ?z . ?y kg:c-d ?z }", ["kg:a-b is no term", "kg:c-d is no term"]),
        ("ASK { ?x kg:relationType kg:allied-with }", []),
        (
            "ASK { ?x kg:Xyzzyx ?y }",
            ["kg:Xyzzyx is no term of the ontology; kg serve lists all at /ontology"],
        ),
        # in a text, a remark or an IRI it is none; nor under a prefix of one's own, nor under another
        ("ASK { ?x ?p 'kg:Persn' } # kg:Persn", []),
        ("ASK { ?x ?p <kg:Persn> }", []),
        ("PREFIX kg: <https://example.org/> ASK { ?x kg:Persn ?y }", []),
        ("ASK { ?x kgid:nobody ?y ; schema:kg ?z }", []),
    ],
)
def test_misnamed_terms(text: str, told: list[str]) -> None:
    found = misnamed_terms(text)
    assert [line[: len(start)] for line, start in zip(found, told, strict=True)] == told
