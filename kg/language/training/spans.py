"""Which words of a treebank sentence are names, told from the tree and the entity brackets."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from kg.language.training.treebank import ENTITY_LABELS, Entity, Name, Sentence

NAME_TAGS = frozenset({"NNP", "NNPS"})
INNER_RELATIONS = frozenset({"flat", "compound", "amod", "goeswith", "nummod"})


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """The word lists of `words.toml`."""
    text = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def find_names(sentence: Sentence) -> tuple[Name, ...]:
    """Find the names of a sentence, the longest of those that overlap; label "" if no bracket gives one."""
    found = [*_bracketed_names(sentence), *_clustered_names(sentence)]
    chosen: list[Name] = []
    for name in sorted(found, key=lambda name: (name.start - name.end, name.label == "")):
        if all(name.end <= other.start or other.end <= name.start for other in chosen):
            chosen.append(name)
    return tuple(sorted(chosen, key=lambda name: name.start))


def _bracketed_names(sentence: Sentence) -> Iterator[Name]:
    """Yield the entities that are a name as a whole ("University of Portsmouth"), without their articles."""
    no_names = word_lists()["dates"] | word_lists()["titles"]
    for entity in sentence.entities:
        start, end = _without_article(sentence, entity)
        head = _outward_head(sentence, start, end)
        if (
            entity.kind in ENTITY_LABELS
            and entity.kind != "person"
            and head is not None
            and sentence.words[head].xpos in NAME_TAGS
            and sentence.words[head].form not in no_names
            and all(_belongs(sentence, index) for index in range(start, end))
        ):
            yield Name(start, end, head, ENTITY_LABELS[entity.kind])


def _clustered_names(sentence: Sentence) -> Iterator[Name]:
    """Yield the unbroken runs of proper nouns that hang together by flat, compound or amod."""
    no_names = word_lists()["dates"] | word_lists()["titles"]
    for head, word in enumerate(sentence.words):
        if word.xpos not in NAME_TAGS or word.form in no_names or _is_inner(sentence, head):
            continue
        start, end = _cluster(sentence, head)
        yield Name(start, end, head, _label_of(sentence, start, end, head))


def _is_inner(sentence: Sentence, index: int) -> bool:
    """Whether a word is a part of its head's name."""
    word = sentence.words[index]
    head = sentence.words[word.head]
    no_names = word_lists()["dates"] | word_lists()["titles"]
    return (
        word.head != index
        and word.deprel in INNER_RELATIONS
        and head.xpos in NAME_TAGS
        and head.form not in no_names
    )


def _cluster(sentence: Sentence, head: int) -> tuple[int, int]:
    """Widen a name from its head over neighbours that are its parts, hyphens between them included."""
    start, end = head, head + 1
    members = {head}
    while True:
        before = start - 2 if start > 1 and sentence.words[start - 1].form == "-" else start - 1
        after = end + 1 if end + 1 < len(sentence.words) and sentence.words[end].form == "-" else end
        if before >= 0 and _joins(sentence, before, members, head):
            members.add(before)
            start = before
        elif after < len(sentence.words) and _joins(sentence, after, members, head):
            members.add(after)
            end = after + 1
        else:
            return start, end


def _joins(sentence: Sentence, index: int, members: set[int], head: int) -> bool:
    """Whether a word is a proper noun under the name's head, or over a word that is."""
    word = sentence.words[index]
    if word.xpos not in NAME_TAGS and not (
        word.deprel == "flat" and index > head and word.form[:1].isupper()
    ):
        return False
    seen = index
    for _ in range(4):
        if (
            sentence.words[seen].deprel not in INNER_RELATIONS
            or sentence.words[seen].form in word_lists()["titles"]
        ):
            return False
        seen = sentence.words[seen].head
        if seen in members:
            return True
    return False


def _label_of(sentence: Sentence, start: int, end: int, head: int) -> str:
    """The label of the smallest entity around a name that has the name's head, "" without one."""
    around = [
        entity
        for entity in sentence.entities
        if entity.start <= start
        and end <= entity.end
        and _outward_head(sentence, entity.start, entity.end) == head
    ]
    smallest = min(around, key=lambda entity: entity.end - entity.start, default=None)
    return ENTITY_LABELS.get(smallest.kind, "") if smallest else ""


def _without_article(sentence: Sentence, entity: Entity) -> tuple[int, int]:
    """An entity's words without its leading articles and quotation marks and a trailing possessive."""
    start, end = entity.start, entity.end
    while start < end - 1 and sentence.words[start].deprel in {"det", "punct", "nmod:poss"}:
        start += 1
    while start < end - 1 and sentence.words[end - 1].deprel in {"punct", "case"}:
        end -= 1
    return start, end


def _belongs(sentence: Sentence, index: int) -> bool:
    """Whether a word can stand in a name: capitalised, a number, or a linking word."""
    word = sentence.words[index]
    return word.form[:1].isupper() or word.form.isdigit() or word.form in word_lists()["links"]


def _outward_head(sentence: Sentence, start: int, end: int) -> int | None:
    """The only word of a span whose head lies outside it, None where there are more."""
    outward = [
        index
        for index in range(start, end)
        if not start <= sentence.words[index].head < end or sentence.words[index].head == index
    ]
    return outward[0] if len(outward) == 1 else None
