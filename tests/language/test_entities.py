"""The rules for entities keep what their examples promise, and stand where they should."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

from kg.language.entities import EntityRule, load_rules

RULES = [rule for rule in load_rules() if not rule.relabels]


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_entities")
    return nlp


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_examples(nlp: Language, rule: EntityRule) -> None:
    assert rule.examples
    assert [text for text in rule.examples if rule.label not in _labels(nlp, text)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_counterexamples(nlp: Language, rule: EntityRule) -> None:
    assert rule.counterexamples
    assert [text for text in rule.counterexamples if rule.label in _labels(nlp, text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the gazetteer
        ("He left Laos for Vienna.", [("Laos", "GPE"), ("Vienna", "GPE")]),
        # a longer rule against the gazetteer
        ("The Liberal Party of Canada won.", [("Liberal Party of Canada", "ORG")]),
        # a firm rule against everything
        ("after the 2011 Canadian federal election", [("2011 Canadian federal election", "EVENT")]),
        # nothing
        ("They talked for hours.", []),
    ],
)
def test_spans(nlp: Language, text: str, found: list[tuple[str, str]]) -> None:
    assert [(ent.text, ent.label_) for ent in nlp(text).ents] == found


def test_the_recogniser_stands_where_it_found_more(nlp: Language) -> None:
    doc = nlp.make_doc("the Laos Weavers of Vienna met")
    doc.set_ents([Span(doc, 1, 5, label="ORG")])
    assert [(ent.text, ent.label_) for ent in nlp.get_pipe("kg_entities")(doc).ents] == [
        ("Laos Weavers of Vienna", "ORG")
    ]


@pytest.mark.parametrize(
    ("text", "found", "label", "kept"),
    [
        # an acronym is a body, whatever the recogniser takes it for
        ("The KNTA met.", (1, 2), "PERSON", [("KNTA", "ORG")]),
        # but only where the recogniser saw a name
        ("The KNTA met.", (0, 0), "PERSON", []),
        # titles are no part of a name
        ("Then Ambassador Vel Astor left.", (1, 4), "PERSON", [("Vel Astor", "PERSON")]),
    ],
)
def test_what_the_recogniser_found(
    nlp: Language, text: str, found: tuple[int, int], label: str, kept: list[tuple[str, str]]
) -> None:
    doc = nlp.make_doc(text)
    doc.set_ents([Span(doc, *found, label=label)] if found[1] else [])
    assert [(ent.text, ent.label_) for ent in nlp.get_pipe("kg_entities")(doc).ents] == kept


def _labels(nlp: Language, text: str) -> set[str]:
    return {ent.label_ for ent in nlp(text).ents}
