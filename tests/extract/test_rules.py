"""Every rule fires on its examples and stays silent on its counterexamples."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import EXTRACTORS, build_context
from kg.extract.rules import Rule, load_rules
from kg.language.lexicon import load_lexicon
from kg.language.pipeline import read_document
from kg.model import Article

WRITTEN = date(2022, 6, 15)
FILES = ("meetings", "exchanges", "visits", "agreements", "interactions", "relations")
RULES = [(file, rule) for file in FILES for rule in load_rules(file)]
EXAMPLES = [(file, rule, text) for file, rule in RULES for text in rule.examples]
COUNTEREXAMPLES = [(file, rule, text) for file, rule in RULES for text in rule.counterexamples]


def fired(file: str, text: str) -> set[str]:
    """The names of the rules of one file's extractor that read something in a sentence."""
    extractor = next(e for e in EXTRACTORS if e.__name__ == f"extract_{file}")
    context = build_context(Article("example", text, published=WRITTEN), read_document(text), load_lexicon())
    return {mention.rule for mention in extractor(context)}


def identify(case: tuple[str, Rule, str]) -> str:
    """A readable name of a case."""
    return f"{case[0]}/{case[1].name}: {case[2][:50]}"


@pytest.mark.parametrize("case", EXAMPLES, ids=identify)
def test_fires_on_its_example(case: tuple[str, Rule, str]) -> None:
    file, rule, text = case
    assert rule.name in fired(file, text)


@pytest.mark.parametrize("case", COUNTEREXAMPLES, ids=identify)
def test_stays_silent_on_its_counterexample(case: tuple[str, Rule, str]) -> None:
    file, rule, text = case
    assert rule.name not in fired(file, text)
