"""Learning the rules of the lemmatizer from the treebanks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from kg.language.lemmas import WHOLE, Edit, Rules, endings, rule_key
from kg.language.training.treebank import Sentence

LONGEST_ENDING = 5
FEWEST_WORDS = 2
"""An ending is believed from so many different words on."""

Seen = dict[str, dict[str, Counter[Edit]]]  # by kind of word and form


def learn_rules(sentences: Iterable[Sentence]) -> Rules:
    """Learn, for each kind of word, the edits of endings, and of whole words where the endings err."""
    seen: Seen = defaultdict(lambda: defaultdict(Counter))
    for sentence in sentences:
        for index, word in enumerate(sentence.words):
            if " " not in word.form:
                key = rule_key(word.xpos, word.form, opens_sentence=index == 0)
                seen[key][word.form.lower()][find_edit(word.form, word.lemma)] += 1
    return {key: _learn_table(forms) for key, forms in sorted(seen.items())}


def find_edit(form: str, lemma: str) -> Edit:
    """The shortest edit from a form to its lemma, in lower case unless the lemma has the form's capital."""
    lower = not (form[:1].isupper() and lemma[:1].isupper())
    cased = form.lower() if lower else form
    shared = 0
    while shared < min(len(cased), len(lemma)) and cased[shared] == lemma[shared]:
        shared += 1
    return Edit(len(cased) - shared, lemma[shared:], lower)


def _learn_table(forms: dict[str, Counter[Edit]]) -> dict[str, Edit]:
    """The rules of one kind of word; a rule that says what a shorter ending says is left out."""
    by_ending: dict[str, Counter[Edit]] = defaultdict(Counter)
    for form, edits in forms.items():
        edit = _most_common(edits)
        for ending in endings(form):
            if not ending.startswith(WHOLE) and edit.cut <= len(ending) <= LONGEST_ENDING:
                by_ending[ending][edit] += 1
    table: dict[str, Edit] = {}
    for ending, counted in sorted(by_ending.items(), key=lambda item: (len(item[0]), item[0])):
        edit = _most_common(counted)
        believed = counted.total() >= FEWEST_WORDS or not ending
        if believed and _known(table, ending) != edit:
            table[ending] = edit
    for form, edits in sorted(forms.items()):
        edit = _most_common(edits)
        if _known(table, form) != edit:
            table[WHOLE + form] = edit
    return table


def _most_common(edits: Counter[Edit]) -> Edit:
    """The edit seen most often, the first in order where several are."""
    return min(edits, key=lambda edit: (-edits[edit], edit))


def _known(table: dict[str, Edit], form: str) -> Edit | None:
    """What the rules so far say of a form."""
    return next((table[ending] for ending in endings(form) if ending in table), None)
