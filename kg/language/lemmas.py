"""Lemmas by rules that were learned from the treebanks: the longest known ending of a word decides."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Token

WHOLE = "^"
"""Marks an ending that is the whole word."""


class Edit(NamedTuple):
    """How a form becomes its lemma: cut so many letters, add these, in lower case or as written."""

    cut: int
    add: str
    lower: bool

    def __call__(self, form: str) -> str:
        """Apply the edit to a form."""
        cased = form.lower() if self.lower else form
        return cased[: len(cased) - self.cut] + self.add


Rules = dict[str, dict[str, Edit]]


def rule_key(tag: str, form: str, *, opens_sentence: bool) -> str:
    """The table of a word: its tag, with a mark for a capital that no sentence start explains."""
    return tag + "'" * (form[:1].isupper() and not opens_sentence)


def endings(form: str) -> Iterator[str]:
    """Yield the endings of a form, the longest first: the marked whole word down to nothing."""
    lowered = form.lower()
    yield WHOLE + lowered
    for start in range(len(lowered) + 1):
        yield lowered[start:]


def find_lemma(form: str, key: str, rules: Mapping[str, Mapping[str, Edit]]) -> str:
    """The lemma by the longest known ending; a word of an unknown kind is its own lemma."""
    table = rules.get(key) or rules.get(key.rstrip("'"), {})
    known = (table[ending] for ending in endings(form) if ending in table)
    edit = next(known, None)
    return edit(form) or form if edit else form


@Language.factory("kg_lemmatizer", assigns=["token.lemma"], requires=["token.tag"])
def make_lemmatizer(nlp: Language, name: str) -> "Lemmatizer":
    """Make the component of a pipeline; it knows nothing until it is read from disk or given rules."""
    return Lemmatizer()


class Lemmatizer:
    """The rules as a component; a name of several words is its own lemma."""

    def __init__(self, rules: Rules | None = None) -> None:
        self.rules: Rules = rules or {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of each word."""
        for token in doc:
            token.lemma_ = self._lemma(token)
        return doc

    def _lemma(self, token: Token) -> str:
        if " " in token.text:
            return token.text
        key = rule_key(token.tag_, token.text, opens_sentence=bool(token.is_sent_start))
        return find_lemma(token.text, key, self.rules)

    def to_disk(self, path: Path, *, exclude: Any = ()) -> None:
        """Write the rules."""
        path.with_suffix(".json").write_text(json.dumps(self.rules, ensure_ascii=False), encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Any = ()) -> "Lemmatizer":
        """Read the rules."""
        read = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        self.rules = {
            tag: {ending: Edit(*edit) for ending, edit in table.items()} for tag, table in read.items()
        }
        return self
