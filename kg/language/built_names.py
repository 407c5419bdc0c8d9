"""Names built on a head word: bodies, agreements, places."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.found import WEAK, Found, is_capitalised
from kg.language.name_words import LONGEST, NameWords
from kg.language.titles import POSSESSIVES
from kg.model import EntityKind

PEOPLES = frozenset(
    {
        "children",
        "journalists",
        "lawyers",
        "men",
        "officers",
        "people",
        "peoples",
        "veterans",
        "women",
        "workers",
        "writers",
    }
)
"""Whose palaces, parties and congresses names speak of: "People's Palace of Culture"."""


class BuiltNames(NameWords):
    """The search of one line for names with a telling head word."""

    def built_on(self, heads: frozenset[str], kind: EntityKind) -> Iterator[Found]:
        """Names built on a head word: "Ministry of Energy", "Treaty of Amity and Cooperation", "Sunnylands Estate"."""
        for i, word in enumerate(self.words):
            if word.text.lower() not in heads or not is_capitalised(word.text):
                continue
            if self._is_inside_place(i, kind) or self._opens_office(i):
                continue
            first = self._built_start(i, kind)
            last = self._built_end(i)
            if last - first >= 1:
                yield Found(first, last, kind, rank=3)

    def _is_inside_place(self, i: int, kind: EntityKind) -> bool:
        """Whether a head is part of a known place's longer name: "the Great | Hall of the People"."""
        found = self.known.get(i)
        if found is None or found.rank >= WEAK or found.first == found.last:
            return False
        return found.kind is kind is EntityKind.PLACE

    def _opens_office(self, i: int) -> bool:
        """Whether a head and the word behind it are an office: "the Foreign Affairs Cabinet | Secretary"."""
        return f"{self.text(i)} {self.text(i + 1)}".lower() in self.lexicon.paired_offices

    def _built_start(self, i: int, kind: EntityKind) -> int:
        """The first capitalised word before the head; a leading country is left outside ("Russian | Security Council")."""
        first = i
        while i - first < LONGEST and self._joins_organization(first - 1):
            first -= 1
        while first < i and (self._is_outside(first, kind) or self.text(first) in {"-", "&", "and"}):
            first += 1
        if (
            self.text(first - 1) in POSSESSIVES
            and self.text(first - 2).lower() in PEOPLES
            and is_capitalised(self.text(first - 2))
        ):
            first -= 2
        return first

    def _is_outside(self, j: int, kind: EntityKind) -> bool:
        """Whether a gazetteer's name before a head belongs to no such name: only agreements are called after places."""
        found = self.known.get(j)
        is_place = found is not None and (found.kind is EntityKind.PLACE or found.form == "capital")
        return found is not None and not (kind is EntityKind.AGREEMENT and is_place)

    def _joins_organization(self, j: int) -> bool:
        word = self.text(j)
        if word in {"&", "-"}:
            return is_capitalised(self.text(j - 1))
        if word.lower() in self.lexicon.never_names or self.lexicon.is_title(word):
            return False
        return is_capitalised(word) and not self._inside_organization(j)

    def _built_end(self, i: int) -> int:
        """The last word of "of (the) Foreign Affairs and Trade", the head itself where nothing of the kind follows."""
        j = i + 1
        link = self.text(j).lower()
        if link not in self.lexicon.organization_links or (link == "on" and self._is_day(j + 1)):
            return i
        j += 1 + (self.text(j + 1) == "the")
        last = i
        while (
            j < len(self.words)
            and not self.lexicon.is_title(self.text(j))
            and (is_capitalised(self.text(j)) or self._links_capitals(j))
        ):
            if is_capitalised(self.text(j)):
                last = j
            if self._is_state(j):
                return self.known[j].last
            j += 1
            if self.text(last).lower() == "affairs" and not self._links_capitals(j):
                break
        return last

    def _is_day(self, j: int) -> bool:
        """Whether a word names a day, not a matter that a body is for: "in State House on | Friday"."""
        return self.text(j).lower() in self.lexicon.calendar

    def _is_state(self, j: int) -> bool:
        """Whether a state's own name stands here: whatever follows it is no part of its ministry's name."""
        found = self.known.get(j)
        return (
            found is not None
            and found.kind is EntityKind.COUNTRY
            and found.form in {"name", "official", "acronym"}
        )

    def _links_capitals(self, j: int) -> bool:
        """Whether an "and", "of" or comma goes on with the name: "Environment, Water, and Agriculture"."""
        if self.text(j) == ",":
            return self._lists_capitals(j)
        if self.text(j) not in {"and", "&", "of", "the", "-"}:
            return False
        following = self.text(j + 1)
        if following == "the":
            return False
        return is_capitalised(following) and not self._new_name_at(j + 1)

    def _lists_capitals(self, j: int) -> bool:
        """Whether a comma goes on with a list that ends in "and": "Friendship, Cooperation, and Mutual Assistance"."""
        for k in range(j + 1, min(j + 7, len(self.words))):
            word = self.text(k)
            if word == "and":
                return is_capitalised(self.text(k + 1)) and not self._new_name_at(k + 1)
            if word != "," and (not is_capitalised(word) or self._new_name_at(k)):
                return False
        return False
