"""A text as sentences of tokens with their dependency trees, and the names that stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from kg.model import EntityKind, Span

TITLE = "nmod:desc"
"""The relation of a title's words to the name behind them (the parser is not asked about these)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text: one token of the tree, whatever its number of words.

    `key` is the identifier of the gazetteer entry ("country/PRK"), None where no gazetteer knows the name.
    `form` says how a country is named: "name", "demonym", "acronym", "capital" or "metonym".
    """

    span: Span
    text: str
    kind: EntityKind
    key: str | None = None
    form: str = "name"


@dataclass(frozen=True, slots=True)
class Token:
    """A word (or a whole name) in its sentence's Universal Dependencies tree.

    `head` is the index of the governing token in the document; a root is its own head.
    `feats` are the morphological features as UD writes them ("Tense=Past|VerbForm=Fin").
    """

    i: int
    span: Span
    text: str
    lemma: str
    pos: str
    feats: str
    dep: str
    head: int
    sentence: int
    name: Name | None = None

    @property
    def relation(self) -> str:
        """The dependency relation without its subtype ("nmod" for "nmod:poss")."""
        return universal(self.dep)

    def names(self, kind: EntityKind) -> bool:
        """Whether the token is the name of a thing of this kind."""
        return self.name is not None and self.name.kind is kind


@cache
def universal(relation: str) -> str:
    """A dependency relation without its subtype."""
    return relation.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place in the text and its tokens, by index (`first` to `last`, both inclusive)."""

    i: int
    span: Span
    first: int
    last: int
    headline: bool = False
    note: str = ""
    """The number of the footnote behind the sentence."""


@dataclass(frozen=True)
class Document:
    """A read text: tokens in order, sentences in order, all offsets into `text`."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token)
        return tuple(map(tuple, children))

    def children(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """The dependents of a token, in text order; of the given relations (without subtype) if any is given."""
        found = self._children[token.i]
        if not relations or not found:
            return found
        return tuple([t for t in found if t.dep in relations or universal(t.dep) in relations])

    def head(self, token: Token) -> Token | None:
        """The governor of a token, None for a root."""
        return None if token.head == token.i else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The governors of a token, nearest first."""
        while (head := self.head(token)) is not None:
            yield head
            token = head

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """A token with all that depends on it, in text order."""
        indices, stack = [], [token.i]
        while stack:
            i = stack.pop()
            indices.append(i)
            stack.extend(t.i for t in self._children[i])
        return tuple(self.tokens[i] for i in sorted(indices))

    def sentence(self, token: Token) -> Sentence:
        """The sentence that a token stands in."""
        return self.sentences[token.sentence]

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last + 1]

    def quote(self, sentence: Sentence) -> str:
        """A sentence to the letter."""
        return sentence.span.of(self.text)
