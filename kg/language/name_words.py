"""What a word of a line can be in a name: the look-ups that every search for names shares."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.found import WEAK, Found, Word, is_capitalised
from kg.language.lexicon import Lexicon
from kg.model import EntityKind

OPENING, CLOSING = frozenset({"“", '"', "("}), frozenset({"”", '"', ")"})
"""Around a nickname inside a name: Benjamin “Benny” Gantz."""
LONGEST = 14
"""Tokens; no name is longer, whatever else is written with a capital."""
PARTICIPLE = "ed"
"""How participles end, and no syllable of names."""
HYPHENS = frozenset({"-", "‑", "–"})


class NameWords:
    """One line, its words and the names that the gazetteers know in it, by token."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon, known: dict[int, Found]) -> None:
        self.words = words
        self.lexicon = lexicon
        self.known = known
        self._texts = [w.text for w in words]

    def text(self, i: int) -> str:
        """The word at an index, "" beyond the line."""
        return self.words[i].text if 0 <= i < len(self.words) else ""

    def is_title(self, i: int) -> bool:
        """Whether the word at an index can be a title, by itself or with its neighbour."""
        return 0 <= i < len(self.words) and self.lexicon.is_title_at(self._texts, i)

    def _inside_organization(self, i: int) -> bool:
        found = self.known.get(i)
        return found is not None and found.kind is EntityKind.ORGANIZATION

    def _is_title_word(self, j: int) -> bool:
        return self.text(j).lower() in self.lexicon.title_words and not self._is_given(j)

    def _is_given(self, j: int) -> bool:
        """A title word that is a given name too ("Sultan Al Jaber") and is followed by more of a name."""
        word = self.text(j)
        return word in self.lexicon.given_names and self._is_name_word(j + 1)

    def _is_name_word(self, j: int) -> bool:
        """A capitalised word that no title and no gazetteer claims."""
        word = self.text(j)
        if not is_capitalised(word) or word.lower() in self.lexicon.never_names:
            return word.lower() in self.lexicon.particles and is_capitalised(self.text(j + 1))
        if j in self.known and self.known[j].rank < WEAK:
            return False
        low = word.lower()
        return not self.is_title(j) and low not in self.lexicon.title_words and not self._is_head(low)

    def _is_head(self, low: str) -> bool:
        """Whether a word makes the name of a body, an agreement, a place or an event."""
        return (
            low in self.lexicon.organization_heads
            or low in self.lexicon.agreement_heads
            or low in self.lexicon.place_heads
            or low in self.lexicon.no_bodies
        )

    def name_end(self, start: int, end: int) -> int | None:
        """The last token of the name that begins at `start` and reaches `end` at least; None where it is too long."""
        while (following := self._next_part(end)) is not None and end - start < LONGEST:
            end = following
        return end if end - start < LONGEST else None

    def _next_part(self, end: int) -> int | None:
        """The last token of the name's next part: a word, a hyphened part, an initial, a particle, a suffix."""
        j = end + 1
        word = self.text(j)
        if word in HYPHENS and not self.words[end].space and not self.words[j].space:
            return j + 1 if self._is_hyphened_part(j + 1) else None
        if (
            word in OPENING
            and self.text(j + 2) in CLOSING
            and is_capitalised(self.text(j + 1))
            and not (word == "(" and self.text(j + 1).isupper())
            and self._is_name_word(j + 3)
        ):
            return j + 3
        if word in self.lexicon.suffixes:
            return j
        if word == "," and self.text(j + 1) in self.lexicon.suffixes:
            return j + 1
        if word == "." and len(self.text(end)) == 1:
            return j
        if word.lower() in self.lexicon.particles and self._particle_continues(j):
            return j
        if self.text(end).lower() in self.lexicon.particles and is_capitalised(word):
            return j
        goes_on = self._is_name_word(j) or self._is_namesake_inside(j) or self._is_title_inside(j)
        return j if goes_on and self.words[end].space else None

    def _is_hyphened_part(self, j: int) -> bool:
        """A syllable of a name behind a hyphen, no participle: "Kim Dae-jung", not "the Banda-led talks"."""
        word = self.text(j)
        behind_particle = self.text(j - 2).lower() in self.lexicon.particles
        participle = word.islower() and word.endswith(PARTICIPLE) and not behind_particle
        return word[:1].isalpha() and not participle

    def _is_namesake_inside(self, j: int) -> bool:
        """A city's name that is a given name as well, with more of a name behind it: "Jaber | Sabah Al-Ahmad"."""
        word = self.text(j)
        return (
            self._is_city(j)
            and (word in self.lexicon.given_names or word in self.lexicon.weak_given_names)
            and self._particle_continues(j)
            and self._is_name_word(j + 1)
        )

    def _is_title_inside(self, j: int) -> bool:
        """A title that is a given name as well, with a name before and behind it: "Reza | Amir Golestani"."""
        named = self.lexicon.names_and_words | self.lexicon.inner_honorifics
        if self.text(j) not in named or not self.is_title(j):
            return False
        hyphened = self.text(j + 1) in HYPHENS and is_capitalised(self.text(j + 2))
        return hyphened or self._is_name_word(j + 1)

    def _particle_continues(self, j: int) -> bool:
        following = self.text(j + 1)
        hyphened = following in {"-", "‑"} and is_capitalised(self.text(j + 2))
        return hyphened or is_capitalised(following) or following.lower() in self.lexicon.particles

    def _is_city(self, i: int) -> bool:
        """A given name that is a city too ("Vladimir", "Florence")."""
        found = self.known.get(i)
        return found is not None and found.kind is EntityKind.PLACE and found.first == found.last

    def _new_name_at(self, j: int) -> bool:
        begins = j in self.known and self.known[j].first == j
        return begins or self.lexicon.is_title(self.text(j)) or self.text(j) in self.lexicon.given_names
