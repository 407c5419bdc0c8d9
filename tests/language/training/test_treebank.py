"""From treebank rows to sentences, names, and their copies with other names."""

from pathlib import Path
from random import Random

import pytest

from kg.language.training.augment import split_name, vary_names
from kg.language.training.entities import LabelledText, read_entities
from kg.language.training.invent import invent_name, name_parts
from kg.language.training.spans import find_names
from kg.language.training.treebank import Sentence, group_paragraphs, read_treebank

ROWS = """# newdoc id = made_up
# newpar
# text = President Vel Astor didn't visit Port Lund.
1	President	president	PROPN	NNP	Number=Sing	2	nmod:desc	_	_
2	Vel	Vel	PROPN	NNP	Number=Sing	6	nsubj	_	Entity=(1-person-new-nnnnn-cf1-1-sgl
3	Astor	Astor	PROPN	NNP	Number=Sing	2	flat	_	Entity=1)
4-5	didn't	_	_	_	_	_	_	_	_
4	did	do	AUX	VBD	_	6	aux	_	_
5	n't	not	PART	RB	_	6	advmod	_	_
6	visit	visit	VERB	VB	_	0	root	_	_
7	Port	Port	PROPN	NNP	Number=Sing	8	compound	_	Entity=(2-place-new-nnnnn-cf2-2-sgl
8	Lund	Lund	PROPN	NNP	Number=Sing	6	obj	_	Entity=2)|SpaceAfter=No
9	.	.	PUNCT	.	_	6	punct	_	_

# text = He slept.
1	He	he	PRON	PRP	_	2	nsubj	_	_
2	slept	sleep	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# newpar
# text = Yes
1	Yes	yes	INTJ	UH	_	0	root	_	_

"""


@pytest.fixture
def sentences(tmp_path: Path) -> list[Sentence]:
    path = tmp_path / "made_up.conllu"
    path.write_text(ROWS, encoding="utf-8")
    return list(read_treebank(path))


def test_words_stand_as_in_the_text(sentences: list[Sentence]) -> None:
    text = "".join(word.form + " " * word.space for word in sentences[0].words).strip()
    assert text == "President Vel Astor didn't visit Port Lund."


def test_paragraphs(sentences: list[Sentence]) -> None:
    assert [len(paragraph) for paragraph in group_paragraphs(sentences)] == [2, 1]


def test_names_leave_titles_out(sentences: list[Sentence]) -> None:
    found = [(name.start, name.end, name.head, name.label) for name in find_names(sentences[0])]
    assert found == [(1, 3, 1, "PERSON"), (6, 8, 7, "GPE")]


def test_merged_names_take_the_heads_relation(sentences: list[Sentence]) -> None:
    varied = vary_names(sentences[0], Random(0), merged=1.0, renamed=0.0)
    read = [(word.form, word.deprel, varied.words[word.head].form) for word in varied.words]
    assert read == [
        ("President", "nmod:desc", "Vel Astor"),
        ("Vel Astor", "nsubj", "visit"),
        ("did", "aux", "visit"),
        ("n't", "advmod", "visit"),
        ("visit", "root", "visit"),
        ("Port Lund", "obj", "visit"),
        (".", "punct", "visit"),
    ]


@pytest.mark.parametrize("seed", range(20))
def test_copies_stay_trees(sentences: list[Sentence], seed: int) -> None:
    for sentence in sentences:
        words = vary_names(sentence, Random(seed), merged=0.5, renamed=1.0).words
        assert sum(word.head == index for index, word in enumerate(words)) == 1
        for index in range(len(words)):
            path = [index]
            while words[path[-1]].head != path[-1]:
                path.append(words[path[-1]].head)
                assert len(path) <= len(words)


def test_hyphens_are_words() -> None:
    assert split_name("Ri Myong-su") == ["Ri", "Myong", "-", "su"]


@pytest.mark.parametrize("label", ["PERSON", "GPE", "ORG"])
def test_invented_names_are_filled_in(label: str) -> None:
    names = [invent_name(label, Random(seed)) for seed in range(300)]
    assert not any("{" in name for name in names)
    assert len(set(names)) > 100


def test_every_language_has_both_patterns() -> None:
    assert all(
        {"person", "place"} <= set(parts) for name, parts in name_parts().items() if name != "organisations"
    )


def test_entity_files(tmp_path: Path) -> None:
    path = tmp_path / "made_up.txt"
    path.write_text(
        "Vel B-politician\nAstor I-politician\nleft O\nthe O\nGreen B-politicalparty\nParty I-politicalparty\n. O\n\n"
    )
    assert list(read_entities(path)) == [
        LabelledText("Vel Astor left the Green Party.", ((0, 9, "PERSON"), (19, 30, "ORG")))
    ]
