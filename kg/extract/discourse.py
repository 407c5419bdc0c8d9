"""What a text has spoken of up to a word: who and what its names, pronouns and phrases may mean."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.extract.prepositions import preposition
from kg.language.document import Document, Token
from kg.language.lexicon import Lexicon
from kg.model import EntityKind, Referent

LOOK_BACK = 3
"""Sentences before its own in which a phrase may find what it speaks of."""

PAIR_BACK = 5
"""Sentences before its own in which "both sides" may have stood for a pair."""


class Discourse:
    """What a text that is read from left to right has spoken of so far."""

    def __init__(
        self,
        doc: Document,
        lexicon: Lexicon,
        persons: Mapping[str, Referent],
        named: Mapping[int, str] | None = None,
    ) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.things: dict[str, Referent] = dict(persons)
        self.named = named or {}
        """Which words, read or still to be read, name which persons."""
        self.by_token: dict[int, tuple[str, ...]] = {}
        self.spoken: dict[int, list[tuple[Token, str]]] = defaultdict(list)
        """What each sentence has named so far, in order."""
        self.persons: dict[str, None] = {}
        """The persons named so far, the last one last."""
        self.countries: Counter[str] = Counter()
        """How often each country was named as more than a scene."""
        self.pair: tuple[Token, tuple[str, ...]] | None = None
        """The last phrase for two persons or states ("both leaders"), and whom it meant."""

    def refer(self, token: Token, *keys: str) -> None:
        """A word names things: they are the last ones spoken of."""
        self.by_token[token.i] = keys
        self.spoken[token.sentence].extend((token, key) for key in keys)
        for key in keys:
            if self.is_person(key):
                self.persons.pop(key, None)
                self.persons[key] = None
            elif self.things[key].kind is EntityKind.COUNTRY and not _is_scene(self.doc, token):
                self.countries[key] += 1

    def spoken_before(self, token: Token, back: int = 0) -> list[tuple[Token, str]]:
        """What was named in a word's own sentence, or so many before it, ahead of the word."""
        return [(t, k) for t, k in self.spoken.get(token.sentence - back, ()) if t.i < token.i]

    def last_pair(self, token: Token) -> tuple[str, ...]:
        """The two states that "both sides" and its like last stood for, a few sentences before at most."""
        if self.pair is None or token.sentence - self.pair[0].sentence > PAIR_BACK:
            return ()
        states = self.states((self.pair[0], key) for key in self.pair[1])
        return states if len(states) == 2 else ()

    def is_person(self, key: str) -> bool:
        """Whether a key stands for a person."""
        return self.things[key].kind is EntityKind.PERSON

    def states(self, spoken: Iterable[tuple[Token, str]]) -> tuple[str, ...]:
        """The countries spoken of, by name or through their officials, each once."""
        found = []
        for _, key in spoken:
            country = key if self.things[key].kind is EntityKind.COUNTRY else self.things[key].country
            if (
                country in self.things
                and str(country).startswith("country/")
                and self.things[key].kind in {EntityKind.COUNTRY, EntityKind.PERSON}
            ):
                found.append(country)
        return tuple(dict.fromkeys(found))


def _is_scene(doc: Document, token: Token) -> bool:
    """A capital that is only where something happens, or where the report was written."""
    if token.name is None or token.name.form != "capital":
        return False
    following = doc.tokens[token.i + 1].text if token.i + 1 < len(doc.tokens) else ""
    return following == ":" or preposition(doc, token) in {
        "in",
        "at",
        "to",
        "near",
        "from",
        "through",
        "via",
    }
