"""Names of persons by pattern: behind a title, from a given name, from a family name that stands first."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.found import PERSON, WEAK, Found, is_capitalised
from kg.language.name_words import NameWords
from kg.model import EntityKind


class PersonalNames(NameWords):
    """The search of one line for persons."""

    def titled_persons(self) -> Iterator[Found]:
        """Names after a title: "Foreign Minister Sergey Lavrov", "Dr. Sultan Al Jaber"."""
        for i in range(len(self.words)):
            if not self.lexicon.is_title(self.text(i)) or self._inside_organization(i):
                continue
            start = self._after_title(i)
            end = self.name_end(start, start) if start is not None else None
            if (
                start is not None
                and end is not None
                and not (start == end and self.lexicon.is_plural_office(self.text(i)))
            ):
                yield Found(start, end, PERSON, rank=2)

    def _after_title(self, i: int) -> int | None:
        """Where a name may begin behind the title word `i`: next to it or behind "of Foreign Affairs"."""
        j = i + 1
        if self.text(j).lower() in self.lexicon.title_links:
            while j < len(self.words) and self._continues_title(j):
                j += 1
        return j if j < len(self.words) and self._starts_name(j) else None

    def _continues_title(self, j: int) -> bool:
        word = self.text(j)
        if word == ",":
            return self._is_title_word(j + 1) or self.text(j + 1) == "and"
        if word in {"-", "–"} or word.lower() in self.lexicon.title_links | {"and", "the", "&"}:
            return True
        return self._is_title_word(j) or self._is_matter(j) or self._is_field(j)

    def _is_matter(self, j: int) -> bool:
        """A gazetteer name that an office can be for; an outlet's single word may as well begin a name ("Sun")."""
        found = self.known.get(j)
        return found is not None and (found.kind is not EntityKind.ORGANIZATION or found.last > found.first)

    def _is_field(self, j: int) -> bool:
        """ "Minister of Livestock and Roads": what stands right behind "of" is nobody, whatever the word."""
        if not is_capitalised(self.text(j)) or self.text(j) in self.lexicon.given_names:
            return False
        return self.text(j - 1) == "of" or (self.text(j - 1) == "and" and j - 2 not in self.known)

    def _starts_name(self, j: int) -> bool:
        word = self.text(j)
        if not is_capitalised(word) or word.lower() in self.lexicon.never_names:
            return False
        found = self.known.get(j)
        if found is not None and found.rank < WEAK:
            single = found.first == found.last
            city = found.kind is EntityKind.PLACE and self.lexicon.is_title(self.text(j - 1))
            return single and (city or self._is_name_word(j + 1))
        if self.lexicon.is_title(word):
            return word in self.lexicon.weak_given_names and not self._is_plain_title(j)
        return word.lower() not in self.lexicon.title_words or self._is_given(j)

    def _is_plain_title(self, j: int) -> bool:
        """A title that could be a given name, but a name follows: "Sultan" in "Sultan Ahmed", not in "Prince Sultan"."""
        following = self.text(j + 1)
        return self._is_name_word(j + 1) and following.lower() not in self.lexicon.particles

    def given_name_persons(self) -> Iterator[Found]:
        """Names that begin with a known given name: "Madeleine Albright"."""
        for i, word in enumerate(self.words):
            known = word.text in self.lexicon.given_names or (
                word.text in self.lexicon.weak_given_names and i > 0
            )
            if not known or not (self._is_name_word(i) or self._is_city(i)):
                continue
            if self.words[i].space and self._next_part(i) is not None:
                end = self.name_end(i, i)
                if end is not None and not self._continues_as_organization(end):
                    yield Found(i, end, PERSON, rank=3)

    def family_name_persons(self) -> Iterator[Found]:
        """Names that begin with a family name that stands first: "Xi Jinping", "Nguyen Van Nen"."""
        for i, word in enumerate(self.words):
            if (
                word.text not in self.lexicon.family_names
                or not self._is_name_word(i)
                or not self.words[i].space
            ):
                continue
            end = self.name_end(i, i)
            if end is not None and end > i and not self._continues_as_organization(end):
                yield Found(i, end, PERSON, rank=6)

    def lone_family_names(self) -> Iterator[Found]:
        """A family name that stands first, standing alone inside a sentence: "…, Kim said"."""
        for i, word in enumerate(self.words):
            if word.text not in self.lexicon.family_names or i in self.known or not self._stands_alone(i):
                continue
            yield Found(i, i, PERSON, rank=7)

    def _stands_alone(self, i: int) -> bool:
        before, after = self.text(i - 1), self.text(i + 1)
        return (
            i > 0
            and before != "."
            and not before[:1].isupper()
            and before != "-"
            and (after[:1].islower() or after in {"'s", "’s", ",", "."})
        )

    def _continues_as_organization(self, end: int) -> bool:
        return (
            self.text(end + 1).lower() in self.lexicon.organization_heads and self.text(end + 1)[0].isupper()
        )
