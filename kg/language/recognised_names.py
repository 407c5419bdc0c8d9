"""What the trained recogniser saw, trimmed of titles, countries and possessives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.language.found import PERSON, Found, is_capitalised
from kg.language.name_words import NameWords
from kg.language.titles import FARTHEST, STYLES
from kg.model import EntityKind


class RecognisedNames(NameWords):
    """The recogniser's names in one line."""

    def recognised(self, entities: Iterable[tuple[int, int, str]]) -> Iterator[Found]:
        """What the trained recogniser saw, trimmed of titles, countries and possessives."""
        for first, last, label in entities:
            if all(self._is_vocabulary(i) for i in range(first, last + 1)) or (
                first == last and self._is_over(first)
            ):
                continue
            if label == "PERSON":
                yield from self._recognised_person(first, last)
            elif label in {"ORG", "GPE", "LOC"}:
                yield from self._recognised_other(first, last, label)

    def _is_vocabulary(self, i: int) -> bool:
        """A word of titles, a name of the gazetteers, or no word at all."""
        low = self.text(i).lower()
        title = self.lexicon.is_title(low) or low in self.lexicon.title_words or low in STYLES
        return title or i in self.known or low in self.lexicon.never_names or not low[:1].isalnum()

    def _recognised_person(self, first: int, last: int) -> Iterator[Found]:
        while first <= last and not self._is_name_word(first):
            first += 1
        end = first
        while end < last and (following := self._next_part(end)) is not None:
            end = following
        if (
            first <= last
            and is_capitalised(self.text(first))
            and (first < end or self.text(first) in self.lexicon.surnames)
        ):
            yield Found(first, self.name_end(first, first) or end, PERSON, rank=6)

    def _recognised_other(self, first: int, last: int, label: str) -> Iterator[Found]:
        while first <= last and (first in self.known or not is_capitalised(self.text(first))):
            first += 1
        while last >= first and not self.text(last)[:1].isalnum():
            last -= 1
        if first > last or self.text(first).lower() in self.lexicon.never_names:
            return
        if self.text(last).lower() in self.lexicon.no_bodies:
            return
        if first == last and (
            self.lexicon.is_title(self.text(first)) or self.text(first).lower() in self.lexicon.title_words
        ):
            return
        building = self.text(first).lower() in self.lexicon.building_words and first < last
        kind = EntityKind.ORGANIZATION if label == "ORG" and not building else EntityKind.PLACE
        if not any(i in self.known for i in range(first, last + 1)):
            yield Found(first, last, kind, rank=7)

    def _is_over(self, i: int) -> bool:
        """Whether a word is what an office is over: "Minister of Livestock and Roads"."""
        j = i
        while (
            j > max(i - FARTHEST, 0)
            and j - 1 not in self.known
            and (is_capitalised(self.text(j - 1)) or self.text(j - 1) in {"and", ","})
        ):
            j -= 1
        return self.text(j - 1) == "of" and self.lexicon.is_title(self.text(j - 2))
