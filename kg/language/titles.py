"""Where the title before a name begins: "Chinese Vice-Foreign Minister | Sun Weidong".

Titles are read before parsing, leftwards from the name, so that the parser is handed "Sun Weidong met Pak Myong
Ho" whatever offices the two hold. A title ends at the state it belongs to, at another person, or where no word of
titles goes on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from kg.language.lexicon import Lexicon
from kg.model import EntityKind
from kg.world.offices import Level, is_high_office, office_level

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
HYPHENS = frozenset({"-", "&"})
LINKS = frozenset({"of", "for", "to", "on"})
TENSES = frozenset(
    {
        "former",
        "ex",
        "then",
        "late",
        "current",
        "incumbent",
        "outgoing",
        "incoming",
        "acting",
        "visiting",
        "onetime",
    }
)
STYLES = frozenset({"highness", "excellency", "majesty", "eminence", "holiness", "beatitude"})
"""Forms of address that stand before a title: "His Highness the Emir"."""
NUMERALS = frozenset({"I", "II", "III"})
"""Which of several ministers of one field: "Foreign Minister II"."""
FARTHEST = 24
"""Tokens; no title is longer."""


class Located(Protocol):
    """A name found in a line."""

    @property
    def first(self) -> int: ...  # noqa: D102
    @property
    def last(self) -> int: ...  # noqa: D102
    @property
    def kind(self) -> EntityKind: ...  # noqa: D102
    @property
    def title(self) -> int | None: ...  # noqa: D102


def title_start(words: Sequence[str], first: int, names: Mapping[int, Located], lexicon: Lexicon) -> int:
    """The first token of the title (with its state) before the name at `first`; `first` itself where there is none.

    The names before it have their titles already.
    """
    return _Leftward(words, first, names, lexicon).read()


class _Leftward:
    """A reading of one title from right to left; `start` is where what is certain of it begins."""

    def __init__(
        self, words: Sequence[str], first: int, names: Mapping[int, Located], lexicon: Lexicon
    ) -> None:
        self.words = words
        self.names = names
        self.lexicon = lexicon
        self.first = first
        self.start = first
        self.titled = False

    def read(self) -> int:
        i: int | None = self.first
        while i is not None and i > 0 and self.first - i < FARTHEST:
            i = self._named(i - 1) if i - 1 in self.names else self._word(i - 1)
        return self._behind_apposition()

    def _behind_apposition(self) -> int:
        """Where the title begins if what stands before a comma says what somebody named before is: "A, Minister of
        Trade, Sheikh | B"."""
        commas = [k for k in range(self.start, self.first) if self.words[k] in {",", "and"}]
        last = next((k for k in reversed(commas) if self.words[k] == ","), None)
        before = self.names.get(self.start - 2)
        if last is None or self.words[self.start - 1] != "," or before is None:
            return self.start
        if before.kind is not EntityKind.PERSON or self._has_office(before):
            return self.start
        own = last + 1 + (self.words[last + 1] == "and")
        return own if own < self.first else self.first

    def _has_office(self, name: Located) -> bool:
        """Whether an office, not only a rank, stands before a name."""
        words = [] if name.title is None else self.words[name.title : name.first]
        return office_level(" ".join(words)) not in {None, Level.MILITARY, Level.OTHER}

    def _low(self, i: int) -> str:
        return self.words[i].lower() if i >= 0 else ""

    def _named(self, i: int) -> int | None:
        """Read a gazetteer's name: the title's owner, or part of it ("Representative for the DPRK")."""
        name = self.names[i]
        if name.kind is EntityKind.PERSON:
            return None
        if self._is_complement(name.first) and self._is_another_title(name.first):
            self.start = name.first
            return None
        if name.kind is EntityKind.ORGANIZATION or self._is_complement(name.first):
            self.start = name.first if self.titled and name.kind is EntityKind.ORGANIZATION else self.start
            return name.first
        if self.titled:
            self.start = name.first - (self._low(name.first - 1) in TENSES)
        return None

    def _is_complement(self, i: int) -> bool:
        j = i - 2 if self._low(i - 1) == "the" else i - 1
        if self._low(j) == "to" and j - 1 in self.names:
            return True
        return (
            self._low(j) in LINKS
            and j > 0
            and (self.lexicon.is_title(self.words[j - 1]) or self._low(j - 1) in self.lexicon.title_words)
        )

    def _word(self, i: int) -> int | None:
        word, low = self.words[i], self._low(i)
        if word in POSSESSIVES:
            self._possessor(i)
            return None
        if word == "p.m." and self.words[i - 1][:1].isdigit():
            return None
        if word == ")" and i > 2 and self.words[i - 2] == "(":
            known = i - 3 in self.names or self._belongs(i - 3)
            return i - 2 if known or not self.titled else None
        if low in STYLES or (self._low(i + 1) in STYLES and low in {"his", "her", "their", "your", "royal"}):
            self.start, self.titled = i, True
            return i
        if word in NUMERALS and self._belongs(i - 1):
            return i
        if self.lexicon.is_title_at(self.words, i) or (low in TENSES and self.titled):
            self.start, self.titled = i, True
            return i
        if self._is_title_word(i):
            self.start = i if self.titled else self.start
            return i
        return i if self._joins(i) else None

    def _possessor(self, i: int) -> None:
        """ "China's": the title's owner ends it."""
        owner = self.names.get(i - 1)
        if owner is not None and owner.kind is not EntityKind.PERSON and self.titled:
            self.start = owner.first

    def _is_title_word(self, i: int) -> bool:
        return self._low(i) in self.lexicon.title_words and (
            self.titled or self.words[i][0].isupper() or i + 1 == self.first
        )

    def _joins(self, i: int) -> bool:
        """Whether a small word or an unknown capitalised one may stand inside a title."""
        word, low = self.words[i], self._low(i)
        if word in HYPHENS:
            return True
        if low == "the":
            return self._low(i - 1) in LINKS or self._low(i - 1) in STYLES
        if low == "with":
            return self._low(i - 1) in self.lexicon.title_words and self.words[i - 1][0].isupper()
        if low in LINKS:
            posted = low == "to" and i - 1 in self.names
            return (posted or self._belongs(i - 1)) and not self._is_another_title(i + 1)
        if low == "and":
            return (self._belongs(i - 1) or self.words[i - 1] == ",") and not self._follows_definite(i - 1)
        if word == ",":
            return self._belongs(i - 1) and self._is_listed(i - 1)
        return (
            word[:1].isupper()
            and word.isalpha()
            and low not in self.lexicon.never_names
            and self._is_listed(i)
        )

    def _is_another_title(self, i: int) -> bool:
        """ "an adviser to | European Council President X": the words up to the name are a title of their own."""
        while i < self.first and (i in self.names or self._low(i) in TENSES):
            i = self.names[i].last + 1 if i in self.names else i + 1
        return is_high_office(" ".join(self.words[i : self.first]))

    def _belongs(self, i: int) -> bool:
        if i < 0:
            return False
        if i in self.names:
            return self.names[i].kind is EntityKind.ORGANIZATION
        return (
            self.lexicon.is_title(self.words[i])
            or self._low(i) in self.lexicon.title_words
            or self._is_listed(i)
        )

    def _follows_definite(self, i: int) -> bool:
        """ "the president and Foreign Minister X": two persons."""
        j = i
        while j >= 0 and (self.lexicon.is_title(self.words[j]) or self._low(j) in self.lexicon.title_words):
            j -= 1
        return self._low(j) in {"the", "a", "an", "his", "her", "its", "their"}

    def _is_listed(self, i: int) -> bool:
        """Whether a capitalised word stands among the matters of an office: "Minister of Hydrocarbons, Water, and …"."""
        for j in range(i, max(i - 8, 0) - 1, -1):
            word = self.words[j]
            if self._low(j) in {"of", "for"}:
                return j > 0 and self.lexicon.is_title(self.words[j - 1])
            if j in self.names and self.names[j].kind is EntityKind.PERSON:
                return False
            if not (word[:1].isupper() or word in {",", "&", "-"} or self._low(j) in {"and", "the"}):
                return False
        return False
