"""The shipped pipeline reaches on the test files what the project asks of it."""

from pathlib import Path

import pytest
from spacy.language import Language

from kg.language.pipeline import load_components
from kg.language.training.scores import score_entities, score_trees
from kg.language.training.train import REGISTERED, SHIPPED

TREEBANKS = Path(__file__).parents[3].parent / "shared" / "treebanks"

pytestmark = pytest.mark.skipif(not TREEBANKS.exists(), reason="the treebanks are not at ../shared/treebanks")


@pytest.fixture(scope="module")
def nlp() -> Language:
    assert REGISTERED
    return load_components(SHIPPED)


def test_trees(nlp: Language) -> None:
    scores = score_trees(nlp, TREEBANKS / "en_gum-test.conllu")
    assert scores.upos >= 96
    assert scores.las >= 84


def test_entities(nlp: Language) -> None:
    assert score_entities(nlp, TREEBANKS / "crossner_politics-test.txt").f1 >= 75


def test_size() -> None:
    assert sum(file.stat().st_size for file in SHIPPED.rglob("*") if file.is_file()) < 25e6
