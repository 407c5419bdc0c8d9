"""Names of persons by pattern: behind a title, from a given name, from a family name that stands first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from kg.language.found import PERSON, WEAK, Found, Word, is_capitalised
from kg.language.lexicon import Lexicon
from kg.language.name_words import HYPHENS, NameWords
from kg.language.titles import NUMERALS, POSSESSIVES
from kg.model import EntityKind

DETERMINERS = frozenset(
    {"the", "a", "an", "then", "former", "newly", "appointed", "elected", "new", "acting"}
)


class PersonalNames(NameWords):
    """The search of one line for persons; `built` are the tokens of bodies named by their head words."""

    def __init__(
        self, words: Sequence[Word], lexicon: Lexicon, known: dict[int, Found], built: Set[int]
    ) -> None:
        super().__init__(words, lexicon, known)
        self.built = built

    def titled_persons(self) -> Iterator[Found]:
        """Names after a title: "Foreign Minister Sergey Lavrov", "Dr. Sultan Al Jaber"."""
        for i in range(len(self.words)):
            if not self.is_title(i) or self._inside_organization(i) or self._is_inside_name(i):
                continue
            start = self._after_title(i)
            end = self.name_end(start, start) if start is not None else None
            if start is not None and start == end and self._is_city_for_surname(i, end):
                end += 1
            if start is not None and end is not None and not (start == end and self._is_no_lone_name(i, end)):
                yield Found(start, end, PERSON, rank=2)

    def _is_inside_name(self, i: int) -> bool:
        """Whether a title goes on with the name before it: "Osman | Sheikh Dahir"."""
        given = self.text(i - 1) in self.lexicon.given_names and self._is_name_word(i - 1)
        return given and self.words[i - 1].space and self._is_title_inside(i)

    def _is_city_for_surname(self, i: int, j: int) -> bool:
        """Whether a city's name behind a title and a given name alone is a surname: "Foreign Secretary Mary London"."""
        given = self.text(j) in self.lexicon.given_names and self.words[j].space
        reigns = self.text(i).lower() in self.lexicon.title_genders
        found = self.known.get(j + 1)
        city = found is not None and (found.kind is EntityKind.PLACE or found.form == "capital")
        return given and not reigns and city and found is not None and found.last == j + 1

    def _is_no_lone_name(self, i: int, j: int) -> bool:
        """Whether the one word behind a title is nobody: behind a plural ("Ministers Said"), or what an office is over."""
        abstract = self.text(j).lower().removesuffix("s").endswith(self.lexicon.abstract_endings)
        known = self.text(j) in self.lexicon.surnames | self.lexicon.family_names
        return self.lexicon.is_plural_office(self.text(i)) or (abstract and not known)

    def _after_title(self, i: int) -> int | None:
        """Where a name may begin behind the title word `i`: next to it or behind "of Foreign Affairs"."""
        j = i + 1 + (self.text(i + 1) in NUMERALS)
        if self.text(j).lower() in self.lexicon.title_links or self._is_title_word(j):
            while j < len(self.words) and self._continues_title(j):
                j += 1
        return j if j < len(self.words) and self._starts_name(j) else None

    def _continues_title(self, j: int) -> bool:
        word = self.text(j)
        if word == ",":
            return self._is_title_word(j + 1) or self.text(j + 1) == "and"
        if word in {"-", "–", *NUMERALS} or word.lower() in self.lexicon.title_links | {"and", "the", "&"}:
            return True
        return self._is_title_word(j) or self._is_matter(j) or j in self.built or self._is_field(j)

    def _is_matter(self, j: int) -> bool:
        """A gazetteer name that an office can be for; an outlet's single word may as well begin a name ("Sun")."""
        found = self.known.get(j)
        if found is None or self._is_namesake(j, found):
            return False
        return found.kind is not EntityKind.ORGANIZATION or found.last > found.first or self.text(j).isupper()

    def _is_namesake(self, j: int, found: Found) -> bool:
        """A city's name right behind another name is a person's: "the Secretary General of the OAS | Santiago Rojas"."""
        city = found.kind is EntityKind.PLACE or found.form == "capital"
        behind_name = j - 1 in self.known or j - 1 in self.built
        return city and found.first == found.last == j and behind_name and self._is_name_word(j + 1)

    def _is_field(self, j: int) -> bool:
        """ "Minister of Livestock and Roads": what stands right behind "of" is nobody, whatever the word."""
        if not is_capitalised(self.text(j)) or self.text(j) in self.lexicon.given_names:
            return False
        return self.text(j - 1) == "of" or (self.text(j - 1) == "and" and j - 2 not in self.known)

    def _starts_name(self, j: int) -> bool:
        word = self.text(j)
        if not is_capitalised(word) or word in NUMERALS or self.text(j - 1).lower() == "the":
            return False
        if word.lower() in self.lexicon.never_names:
            return word in self.lexicon.names_and_words and self._is_name_word(j + 1)
        found = self.known.get(j)
        if found is not None and found.rank < WEAK:
            single = found.first == found.last
            city = found.kind is EntityKind.PLACE and self.lexicon.is_title(self.text(j - 1))
            return single and (city or self._is_name_word(j + 1))
        if self.is_title(j):
            return self._is_ministers_given_name(j) or (
                word in self.lexicon.weak_given_names and not self._is_plain_title(j)
            )
        return word.lower() not in self.lexicon.title_words or self._is_given(j)

    def _is_plain_title(self, j: int) -> bool:
        """A title that could be a given name, but a name follows: "Sultan" in "Sultan Ahmed", not in "Prince Sultan"."""
        following = self.text(j + 1)
        return self._is_name_word(j + 1) and following.lower() not in self.lexicon.particles

    def _is_ministers_given_name(self, j: int) -> bool:
        """ "Foreign Minister | Amir Haddad": a minister is no emir."""
        minister = self.text(j - 1).lower() == "minister" and self.text(j - 2).lower() != "prime"
        return minister and self.text(j) in self.lexicon.names_and_words and self._is_name_word(j + 1)

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
                    yield Found(self._name_start(i), end, PERSON, rank=3)

    def _name_start(self, i: int) -> int:
        """Where the name begins that has a known given name inside: "Jean-Yves", "Minister of Trade, Thabo Daniel"."""
        if self.text(i - 1) in HYPHENS and is_capitalised(self.text(i - 2)) and not self.words[i - 2].space:
            return i - 2
        office = self.text(i - 2) if self.text(i - 2) != "," else self.text(i - 3)
        behind_title = self.lexicon.is_title(office) or office.lower() in self.lexicon.title_words
        extends = i > 2 and behind_title and self._is_name_word(i - 1) and is_capitalised(self.text(i - 1))
        return i - 1 if extends and i - 1 not in self.known else i

    def persons_beside_offices(self) -> Iterator[Found]:
        """Names that a comma parts from an office: "the Chair of the Board, Abla Mensa", "Abla Mensa, Chair of …"."""
        for i, word in enumerate(self.words):
            if word.text != ",":
                continue
            end = (
                self.name_end(i + 1, i + 1) if self._closes_office(i) and self._is_full_name(i + 1) else None
            )
            if end is not None and not self._continues_as_organization(end):
                yield Found(i + 1, end, PERSON, rank=6)
            start = self._full_name_before(i) if self._opens_office(i + 1) else None
            if start is not None:
                yield Found(start, i - 1, PERSON, rank=6)

    def _is_full_name(self, j: int) -> bool:
        """Whether two words that can be a name, and nothing else known, begin at `j`."""
        return is_capitalised(self.text(j)) and self._is_name_word(j) and self._is_name_word(j + 1)

    def _closes_office(self, i: int) -> bool:
        """Whether a definite phrase that says what somebody is ends before `i`: "the Ambassador of Togo to Chad,"."""
        offices = False
        for k in range(i - 1, max(i - 22, -1), -1):
            word = self.text(k)
            if offices and (word.lower() == "the" or word in POSSESSIVES or k in self.known):
                return True
            offices = offices or (self.lexicon.is_title(word) and not self.lexicon.is_plural_office(word))
            linked = word.lower() in self.lexicon.title_links | {"and", "the", "with", "in", "charge"}
            if not linked and not (is_capitalised(word) or k in self.known or self.lexicon.is_title(word)):
                return False
        return False

    def _opens_office(self, j: int) -> bool:
        """Whether a phrase that says what one person is begins at `j` and does not act: "Senior Adviser to …"."""
        for k in range(j, j + 7):
            word = self.text(k)
            if self.lexicon.is_title(word) and word.lower() not in self.lexicon.honorifics:
                following = self.text(k + 1)
                return following.lower() in self.lexicon.title_links and not self.lexicon.is_plural_office(
                    word
                )
            if word.lower() not in DETERMINERS and not (is_capitalised(word) or k in self.known):
                return False
        return False

    def _full_name_before(self, i: int) -> int | None:
        """Where a name of two words or more that ends before `i` begins, unless a preposition makes it a place."""
        start = i
        while start > 0 and self._is_name_word(start - 1) and (start == i or self.words[start - 1].space):
            start -= 1
        family = self.text(start - 1)
        if start == i - 1 and family in self.lexicon.names_and_words and is_capitalised(family):
            start -= 1
        placed = self.text(start - 1).lower() in {"in", "at", "to", "from", "near", "of"}
        return start if i - start > 1 and not placed and is_capitalised(self.text(start)) else None

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
