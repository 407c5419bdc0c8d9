"""Training the two parts of the pipeline and joining them to one."""

from __future__ import annotations

import json
import tempfile
from importlib import resources
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config, load_model
from thinc.api import NumpyOps, set_current_ops

from kg.language import biaffine, encoder, entities
from kg.language.lemmas import Lemmatizer
from kg.language.training import corpus
from kg.language.training.lemmas import learn_rules
from kg.language.training.treebank import read_treebank

REGISTERED = (biaffine, encoder, entities, corpus)
"""The modules whose parts the configurations name."""

PARTS = ("names", "parse")
LEMMA_FILES = ("en_gum-train.conllu", "en_ewt-train.conllu")
SHIPPED = Path(__file__).parents[1] / "model"


def train_part(part: str, treebanks: Path, output: Path, steps: int | None = None) -> Language:
    """Train a part by its configuration, `names.cfg` or `parse.cfg`, up to the last step."""
    set_current_ops(NumpyOps(use_blis=False))  # the linear algebra of numpy is several times faster here
    overrides: dict[str, Any] = {"paths.treebanks": str(treebanks)}
    if steps is not None:
        overrides["training.max_steps"] = steps
    with resources.as_file(resources.files(__package__).joinpath(f"{part}.cfg")) as config:
        nlp = init_nlp(load_config(config, overrides=overrides, interpolate=False))
    output.mkdir(parents=True, exist_ok=True)
    train(nlp, output)
    return load_model(output / "model-last")


def train_pipeline(treebanks: Path, output: Path, steps: int | None = None) -> None:
    """Train both parts and write the pipeline."""
    with tempfile.TemporaryDirectory() as scratch:
        names, parse = (train_part(part, treebanks, Path(scratch) / part, steps) for part in PARTS)
        write_pipeline(join_parts(names, parse, treebanks), output)


def join_parts(names: Language, parse: Language, treebanks: Path) -> Language:
    """Put the recognition of names before the reading of trees, and lemmas behind."""
    parse.add_pipe("ner", source=names, first=True)
    parse.add_pipe("kg_entities", after="ner")
    lemmatizer = cast(Lemmatizer, parse.add_pipe("kg_lemmatizer"))
    lemmatizer.rules = learn_rules(
        sentence for file in LEMMA_FILES for sentence in read_treebank(treebanks / file)
    )
    return parse


def write_pipeline(nlp: Language, output: Path) -> None:
    """Write a pipeline without the words of the treebanks and the traces of its training."""
    nlp.meta.update(
        {"name": "kg", "version": "1.0.0", "description": "English for diplomatic news.", "vectors": {}}
    )
    nlp.meta.update({"author": "the authors of kg", "license": "CC BY-SA 4.0", "performance": {}})
    for section in ("paths", "corpora", "training", "initialize"):
        nlp.config[section] = {}
    nlp.to_disk(output)
    labels = sorted({label for labels in nlp.pipe_labels.values() for label in labels})
    (output / "vocab" / "strings.json").write_text(json.dumps(labels) + "\n", encoding="utf-8")
