"""Copies of treebank sentences in which names are one word each, or are names nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from kg.language.training.invent import invent_name
from kg.language.training.spans import find_names
from kg.language.training.treebank import Name, Sentence, Word

RENAMED_LABELS = frozenset({"PERSON", "GPE", "ORG", ""})


def vary_names(sentence: Sentence, random: Random, *, merged: float, renamed: float) -> Sentence:
    """Give each name another form: invented with chance `renamed`, one word with chance `merged`."""
    replaced: list[tuple[Name, list[Word]]] = []
    for name in find_names(sentence):
        parts = [word.form for word in sentence.words[name.start : name.end]]
        text = _text(sentence.words[name.start : name.end])
        articled = name.start > 0 and sentence.words[name.start - 1].form.lower() == "the"
        if (
            name.label in RENAMED_LABELS
            and random.random() < renamed
            and not (articled and name.label != "ORG")
        ):
            text = invent_name(name.label or _guess_label(parts, random), random)
            if len(parts) > 1 or len(text.split()) == 1 or random.random() < 0.4:
                parts = split_name(text)
            else:
                parts = [text.split()[-1]]
                text = parts[0]
        as_one = random.random() < merged
        replaced.append((name, _name_words(sentence, name, [text] if as_one else parts)))
    return _substitute(sentence, replaced)


def add_dateline(sentence: Sentence, random: Random) -> Sentence:
    """Put a dateline before a sentence ("SEOUL (KNTA) -"), beside which the sentence keeps its root."""
    city = invent_name("GPE", random)
    city = city.upper() if random.random() < 0.7 else city
    agency = ["(", invent_name("ORG", random), ")"] if random.random() < 0.3 else []
    forms = [city, *agency, random.choice([":", ":", "—", "–", "-", "--"])]
    root = len(forms) + next(index for index, word in enumerate(sentence.words) if word.head == index)
    line = [
        _proper_noun(form, deprel="parataxis", head=root if index == 0 else 0)
        if form[0].isalnum()
        else _punctuation(form, head=2 if form in {"(", ")"} else 0)
        for index, form in enumerate(forms)
    ]
    moved = [replace(word, head=word.head + len(forms)) for word in sentence.words]
    return Sentence((*line, *moved), opens=sentence.opens, document=sentence.document)


def _proper_noun(form: str, deprel: str, head: int) -> Word:
    """A name as one word."""
    return Word(form, form, "PROPN", "NNP", "Number=Sing", head, deprel, space=True)


def _punctuation(form: str, head: int) -> Word:
    """A mark of a dateline, with the spaces that it has in print."""
    tag = {"(": "-LRB-", ")": "-RRB-", ":": ":"}.get(form, ":")
    return Word(form, form, "PUNCT", tag, "", head, "punct", space=form != "(")


def split_name(text: str) -> list[str]:
    """Split a name at spaces and around hyphens, as the treebanks do."""
    return text.replace("-", " - ").split()


def _guess_label(parts: Sequence[str], random: Random) -> str:
    """The label to invent for where no bracket tells it: mostly a person for two words, a place for one."""
    return random.choice(["PERSON", "PERSON", "GPE"] if len(parts) == 2 else ["GPE", "GPE", "PERSON", "ORG"])


def _text(words: Sequence[Word]) -> str:
    """The words as they stand in the text."""
    return "".join(word.form + " " * word.space for word in words).strip()


def _name_words(sentence: Sentence, name: Name, parts: list[str]) -> list[Word]:
    """The words that stand for a name; heads are relative to its first word, -1 marks the outward one."""
    old = sentence.words[name.start : name.end]
    if parts == [word.form for word in old]:
        inward = [
            word.head - name.start if index + name.start != name.head else -1
            for index, word in enumerate(old)
        ]
        return [replace(word, head=head) for word, head in zip(old, inward, strict=True)]
    top = sentence.words[name.head]
    last_space = old[-1].space
    words = []
    for index, part in enumerate(parts):
        hyphen = part == "-"
        spaced = not hyphen and parts[index + 1 : index + 2] != ["-"]
        words.append(
            Word(
                form=part,
                lemma=part,
                upos="PUNCT" if hyphen else "PROPN",
                xpos="HYPH" if hyphen else "NNP",
                feats="" if hyphen else "Number=Sing",
                head=-1 if index == 0 else (index + 1 if hyphen else 0),
                deprel=top.deprel if index == 0 else ("punct" if hyphen else "flat"),
                space=last_space if index == len(parts) - 1 else spaced,
            )
        )
    return words


def _substitute(sentence: Sentence, replaced: Sequence[tuple[Name, list[Word]]]) -> Sentence:
    """Put the words of each name in its place and set every head anew."""
    starts = {name.start: (name, words) for name, words in replaced}
    order: list[tuple[Word, int | None]] = []  # a word, and its head among the new words where that is known
    moved: dict[int, int] = {}
    names: list[Name] = []
    index = 0
    while index < len(sentence.words):
        if index in starts:
            name, words = starts[index]
            first = len(order)
            outward = first + [word.head for word in words].index(-1)
            names.append(Name(first, first + len(words), outward, name.label))
            moved |= dict.fromkeys(range(name.start, name.end), outward)
            if [word.form for word in words] == [word.form for word in sentence.words[name.start : name.end]]:
                moved |= {name.start + offset: first + offset for offset in range(len(words))}
            outer = sentence.words[name.head].head
            for word in words:
                if word.head >= 0:
                    order.append((word, first + word.head))
                else:
                    order.append((replace(word, head=outer), None))
            index = name.end
        else:
            moved[index] = len(order)
            order.append((sentence.words[index], None))
            index += 1
    final = tuple(replace(word, head=moved[word.head] if head is None else head) for word, head in order)
    return replace(sentence, words=final, entities=(), names=tuple(names))
