"""The pipeline: sentences, tokens and trees that point into the text, whatever the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from texts import any_text

from kg.errors import LanguageModelError
from kg.language.document import TITLE, Document
from kg.language.pipeline import load_pipeline, read_document, read_documents
from kg.model import EntityKind


def sentences(text: str) -> list[str]:
    doc = read_document(text)
    return [doc.quote(s) for s in doc.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nothing
        ("", []),
        # no word
        ("…\n\n—", []),
        # one
        ("Peru waits.", ["Peru waits."]),
        # two on a line
        ("Peru waits. Chile does not.", ["Peru waits.", "Chile does not."]),
        # a line is never joined to the next
        ("Peru waits\nChile does not", ["Peru waits", "Chile does not"]),
        # a question and an exclamation
        ("Will Peru wait? It must!", ["Will Peru wait?", "It must!"]),
        # an abbreviated title ends none
        ("The visit of Gen. Kwame Mensah ended.", ["The visit of Gen. Kwame Mensah ended."]),
        # nor does an abbreviated country
        ("The U.S. envoy left Fiji.", ["The U.S. envoy left Fiji."]),
        # nor does a decimal
        ("Trade rose by 3.5 percent in Oman.", ["Trade rose by 3.5 percent in Oman."]),
        # the closing quotation mark stays with its sentence
        ("“Peru waits.” Chile does not.", ["“Peru waits.”", "Chile does not."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_footnote_number_is_no_word_but_a_note() -> None:
    doc = read_document("Fiji signed the treaty.3 Tonga did not.")
    assert [(doc.quote(s), s.note) for s in doc.sentences] == [
        ("Fiji signed the treaty.", "3"),
        ("Tonga did not.", ""),
    ]


def test_a_headline_is_told_from_a_sentence() -> None:
    doc = read_document("Foreign Ministers Discuss Border Trade\n\nThe foreign ministers discussed trade.")
    assert [s.headline for s in doc.sentences] == [True, False]


def test_a_name_is_one_token_and_its_title_hangs_on_it() -> None:
    doc = read_document("Malawian Foreign Minister Mary Banda left.")
    name = next(t for t in doc.tokens if t.name is not None and t.name.kind is EntityKind.PERSON)
    assert name.text == "Mary Banda"
    assert [t.text for t in doc.children(name) if t.dep == TITLE] == ["Malawian", "Foreign", "Minister"]


def test_subjects_and_objects() -> None:
    doc = read_document("President Mary Banda met Prime Minister Elias Haddad in Lusaka.")
    met = next(t for t in doc.tokens if t.text == "met")
    assert (met.lemma, met.pos, doc.head(met)) == ("meet", "VERB", None)
    assert [t.text for t in doc.children(met, "nsubj")] == ["Mary Banda"]
    assert [t.text for t in doc.children(met, "obj")] == ["Elias Haddad"]
    assert [t.text for t in doc.children(met, "obl")] == ["Lusaka"]


def test_texts_are_read_in_order_and_apart() -> None:
    texts = ["Peru waits.", "", "President Mary Banda left.\n\nBanda is tired."]
    assert list(read_documents(texts)) == [read_document(text) for text in texts]


def test_the_same_text_reads_the_same() -> None:
    text = "President Mary Banda and Elias Haddad met in Lusaka on Monday, officials said."
    assert read_document(text) == read_document(text)


@pytest.mark.parametrize("words", ["the city of ", "Peru, ", "Peru met Chile and "])
def test_a_sentence_without_end_is_read_in_pieces(words: str) -> None:
    doc = read_document(words * 2000)
    assert max(s.last - s.first for s in doc.sentences) < 1000
    assert doc.tokens[-1].span.end > len(words) * 1999


@pytest.mark.parametrize("mark", ['"', "(", "$", "—"])
def test_a_wall_of_marks_is_read_mark_by_mark(mark: str) -> None:
    text = f"Peru waits. {mark * 1200} Chile left."
    doc = read_document(text)
    assert [t.text for t in doc.tokens if t.text == mark] == [mark] * 1200
    assert all(t.span.of(text) == t.text for t in doc.tokens)


def test_an_unknown_model_is_told_by_name() -> None:
    with pytest.raises(LanguageModelError, match="no_such_model"):
        load_pipeline("no_such_model")


@given(any_text)
def test_tokens_and_sentences_lie_in_order_and_slice_the_text(text: str) -> None:
    doc = read_document(text)
    assert doc.text == text
    assert [t.i for t in doc.tokens] == list(range(len(doc.tokens)))
    assert [s.i for s in doc.sentences] == list(range(len(doc.sentences)))
    assert all(t.span.of(text) == t.text != "" for t in doc.tokens)
    assert all(a.span.end <= b.span.start for a, b in pairwise(doc.tokens))
    assert all(a.span.end <= b.span.start for a, b in pairwise(doc.sentences))
    assert all(t.name is None or (t.name.span == t.span and t.name.text == t.text) for t in doc.tokens)


@given(any_text)
def test_each_token_stands_in_its_sentence(text: str) -> None:
    doc = read_document(text)
    listed = [t for s in doc.sentences for t in doc.words(s)]
    assert listed == list(doc.tokens)
    for sentence in doc.sentences:
        words = doc.words(sentence)
        assert all(t.sentence == sentence.i for t in words)
        assert sentence.span == (words[0].span.start, words[-1].span.end)


@given(any_text)
def test_heads_are_a_tree_inside_the_sentence(text: str) -> None:
    doc = read_document(text)
    assert all(doc.tokens[t.head].sentence == t.sentence for t in doc.tokens)
    assert all(_reaches_a_root(doc, i) for i in range(len(doc.tokens)))


def _reaches_a_root(doc: Document, i: int) -> bool:
    for _ in doc.tokens:
        if doc.tokens[i].head == i:
            return True
        i = doc.tokens[i].head
    return False
