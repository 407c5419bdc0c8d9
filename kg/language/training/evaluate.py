"""`python -m kg.language.training.evaluate --treebanks DIR`: the figures of the model card."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from kg.language.pipeline import load_components
from kg.language.training.scores import (
    EntityScores,
    TreeScores,
    measure_speed,
    score_entities,
    score_raw_text,
    score_trees,
)
from kg.language.training.train import SHIPPED

TREE_FILES = ("en_gum-test.conllu", "en_ewt-test.conllu")
ENTITY_FILES = ("crossner_politics-test.txt", "uner_ewt-test.iob2")
TREE_HEADER = (
    "| file, fed by | UPOS | XPOS | UFeats | lemma | UAS | LAS "
    "| LAS, universal labels | LAS without punctuation | sentences F1 |"
)
ENTITY_HEADER = "| file, with | precision | recall | F1 | F1 by label |"
CARD = Path(__file__).parents[1] / "MODEL_CARD.md"
FIGURES = "<!-- figures: written by `python -m kg.language.training.evaluate --card` -->"


def report(nlp: Language, treebanks: Path, size: int) -> Iterator[str]:
    """Yield the lines of the report; `size` is the model's in bytes."""
    yield from (TREE_HEADER, _rule(TREE_HEADER))
    for file in TREE_FILES:
        yield _tree_row(f"{file}, paragraphs", score_trees(nlp, treebanks / file))
        yield _tree_row(f"{file}, whole documents", score_trees(nlp, treebanks / file, whole_documents=True))
    yield ""
    for file in TREE_FILES:
        tokens, las = score_raw_text(nlp, treebanks / file)
        yield f"From raw text, {file}: words F1 {tokens:.1f}, LAS F1 {las:.1f}."
    yield from ("", ENTITY_HEADER, _rule(ENTITY_HEADER))
    for file in ENTITY_FILES:
        yield _entity_row(f"{file}, rules and gazetteer", score_entities(nlp, treebanks / file))
        with nlp.select_pipes(disable=["kg_entities"]):
            yield _entity_row(f"{file}, recogniser alone", score_entities(nlp, treebanks / file))
    yield ""
    speed = measure_speed(nlp, treebanks / TREE_FILES[0])
    yield f"Speed: {speed:,.0f} words a second of processor time, from text to trees."
    yield f"Size: {size / 1e6:.1f} MB."


def _rule(header: str) -> str:
    """The line under a table's header."""
    return "|---" * (header.count("|") - 1) + "|"


def _tree_row(name: str, scores: TreeScores) -> str:
    """One line of the table of trees."""
    figures = (
        scores.upos,
        scores.xpos,
        scores.feats,
        scores.lemma,
        scores.uas,
        scores.las,
        scores.universal_las,
        scores.las_without_punctuation,
        scores.sentences,
    )
    return f"| {name} | " + " | ".join(f"{figure:.1f}" for figure in figures) + " |"


def _entity_row(name: str, scores: EntityScores) -> str:
    """One line of the table of entities."""
    labels = ", ".join(f"{label} {f1:.1f}" for label, f1 in scores.by_label)
    return f"| {name} | {scores.precision:.1f} | {scores.recall:.1f} | {scores.f1:.1f} | {labels} |"


def write_card(lines: list[str]) -> None:
    """Put the report into the model card, in the place of the last one."""
    head, mark, _ = CARD.read_text(encoding="utf-8").partition(FIGURES)
    CARD.write_text("\n".join([head + mark, "", *lines, ""]), encoding="utf-8")


def main() -> None:
    """Read the command line, score, and print."""
    parser = argparse.ArgumentParser(prog="python -m kg.language.training.evaluate", description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True, help="the folder of the treebanks")
    parser.add_argument("--model", type=Path, default=SHIPPED, help="the pipeline to score")
    parser.add_argument("--card", action="store_true", help="write the figures into the model card too")
    options = parser.parse_args()
    size = sum(file.stat().st_size for file in options.model.rglob("*") if file.is_file())
    lines = []
    for line in report(load_components(options.model), options.treebanks, size):
        print(line, flush=True)  # noqa: T201 - the command's answer
        lines.append(line)
    if options.card:
        write_card(lines)


if __name__ == "__main__":
    main()
