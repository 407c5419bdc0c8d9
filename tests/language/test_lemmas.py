"""Lemmas by endings: learned from a few sentences, right for words that were not among them."""

import pytest

from kg.language.lemmas import Edit, find_lemma, rule_key
from kg.language.training.lemmas import find_edit, learn_rules
from kg.language.training.treebank import Sentence, Word


def _words(*rows: tuple[str, str, str]) -> Sentence:
    return Sentence(tuple(Word(form, lemma, "X", tag, "", 0, "dep", True) for form, lemma, tag in rows))


RULES = learn_rules(
    [
        _words(("Talks", "talk", "NNS"), ("failed", "fail", "VBD"), ("rained", "rain", "VBD")),
        _words(
            ("they", "they", "PRP"), ("tried", "try", "VBD"), ("cried", "cry", "VBD"), ("went", "go", "VBD")
        ),
        _words(
            ("two", "two", "CD"), ("sides", "side", "NNS"), ("guns", "gun", "NNS"), ("Alps", "Alps", "NNPS")
        ),
    ]
)


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("boiled", "VBD", "boil"),  # the ending of failed
        ("denied", "VBD", "deny"),  # the longer ending of tried
        ("went", "VBD", "go"),  # the whole word
        ("envoys", "NNS", "envoy"),
        ("Sides", "NNS", "side"),  # a capital at the start of a sentence
        ("Qwerty", "NNP", "Qwerty"),  # a kind of word that was never seen
    ],
)
def test_lemmas(form: str, tag: str, lemma: str) -> None:
    assert find_lemma(form, rule_key(tag, form, opens_sentence=True), RULES) == lemma


@pytest.mark.parametrize(
    ("form", "lemma", "edit"),
    [
        ("went", "go", Edit(4, "go", True)),
        ("Talks", "talk", Edit(1, "", True)),
        ("Alps", "Alps", Edit(0, "", False)),
        ("Koreans", "Korean", Edit(1, "", False)),
    ],
)
def test_edits_lead_from_form_to_lemma(form: str, lemma: str, edit: Edit) -> None:
    assert find_edit(form, lemma) == edit
    assert edit(form) == lemma
