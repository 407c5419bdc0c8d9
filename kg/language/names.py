"""Names in a text, found before it is parsed, so that the parser sees each name as one token.

Candidates come from the gazetteers, from title + name patterns, from patterns of organisation names, from
given names and from the statistical recogniser; where they overlap, the better founded one stands.
The whole text is read at once: a person named in full anywhere is then known by surname everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.language.lexicon import Entry, Lexicon
from kg.language.titles import POSSESSIVES, STYLES, title_start
from kg.model import EntityKind, Span
from kg.world.surfaces import APOSTROPHES

PERSON = EntityKind.PERSON
OPENING, CLOSING = frozenset({"“", '"', "("}), frozenset({"”", '"', ")"})
"""Around a nickname inside a name: Benjamin “Benny” Gantz."""
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
WEAK = 8
"""The rank of a gazetteer name that needs context."""


@dataclass(frozen=True, slots=True)
class Word:
    """A token before parsing: its text, place, and whether white space follows."""

    text: str
    span: Span
    space: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a line: token indices (`first` to `last`, both inclusive) and what it denotes."""

    first: int
    last: int
    kind: EntityKind
    key: str | None = None
    form: str = "name"
    rank: int = 9
    """How well founded it is; the lowest wins where names overlap."""
    owner: str | None = None
    """The country that the gazetteer puts it in."""
    title: int | None = None
    """The first token of the title before it, None where it has none."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text as words, with the statistical recogniser's entities (first, last, label)."""

    words: tuple[Word, ...]
    entities: tuple[tuple[int, int, str], ...] = ()


def find_names(lines: Sequence[Line], lexicon: Lexicon) -> list[tuple[Found, ...]]:
    """The names of each line, not overlapping, in order."""
    candidates = [list(_candidates(line, lexicon)) for line in lines]
    strong = {f.owner for found in candidates for f in found if f.rank != WEAK and f.owner}
    first = [_settle(f for f in found if _in_context(f, strong)) for found in candidates]
    known = _known_persons(lines, first, lexicon)
    settled = (
        _settle([*found, *_repeated(line, known, found, lexicon)])
        for line, found in zip(lines, first, strict=True)
    )
    return [_with_titles(line, found, lexicon) for line, found in zip(lines, settled, strict=True)]


def _with_titles(line: Line, found: Sequence[Found], lexicon: Lexicon) -> tuple[Found, ...]:
    """Persons with the place where their title begins."""
    names = {i: f for f in found for i in range(f.first, f.last + 1)}
    texts = [w.text for w in line.words]
    titled = []
    for name in found:
        start = title_start(texts, name.first, names, lexicon) if name.kind is PERSON else name.first
        titled.append(replace(name, title=start) if start < name.first else name)
    return tuple(titled)


def _settle(candidates: Iterable[Found]) -> tuple[Found, ...]:
    """Of overlapping candidates the best founded, then the longest."""
    taken: set[int] = set()
    kept = []
    for name in sorted(candidates, key=lambda f: (f.rank, f.first - f.last, f.first)):
        tokens = range(name.first, name.last + 1)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(name)
    return tuple(sorted(kept, key=lambda f: f.first))


def _candidates(line: Line, lexicon: Lexicon) -> Iterator[Found]:
    gazetteer = list(_gazetteer_names(line.words, lexicon))
    yield from gazetteer
    if is_title_case(line.words):
        return
    scan = _Scan(line.words, lexicon, {i: g for g in gazetteer for i in range(g.first, g.last + 1)})
    yield from scan.titled_persons()
    yield from scan.given_name_persons()
    yield from scan.family_name_persons()
    yield from scan.lone_family_names()
    yield from scan.built_on(lexicon.organization_heads, EntityKind.ORGANIZATION)
    yield from scan.built_on(lexicon.agreement_heads, EntityKind.AGREEMENT)
    yield from scan.built_on(lexicon.place_heads, EntityKind.PLACE)
    yield from scan.recognised(line.entities)


def is_title_case(words: Sequence[Word]) -> bool:
    """Whether a line capitalises its words as headlines do, so that a capital letter tells nothing."""
    long = [w.text for w in words if len(w.text) > 4 and w.text.isalpha()]
    return len(long) >= 3 and all(w[0].isupper() for w in long) and words[-1].text != "."


def _gazetteer_names(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Found]:
    """The longest gazetteer entries at each place."""
    text = "".join(w.text + " " * w.space for w in words).translate(APOSTROPHES)
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word.text) + word.space
    ends = {start + len(word.text): i for i, (start, word) in enumerate(zip(starts, words, strict=True))}
    i = 0
    while i < len(words):
        match = next(
            ((ends[e], entry) for e, entry in lexicon.entries_at(text, starts[i]) if e in ends), None
        )
        if match is None or _contextual_elsewhere(words, i, match):
            i += 1
            continue
        last, entry = match
        yield Found(
            i, last, entry.kind, entry.key, entry.form, _gazetteer_rank(entry, last - i + 1), entry.country
        )
        i = last + 1


def _contextual_elsewhere(words: Sequence[Word], i: int, match: tuple[int, Entry]) -> bool:
    """Whether "North" here is no short name of a country: it stands without "the", or more of a name follows."""
    last, entry = match
    if entry.form != "contextual":
        return False
    following = words[last + 1].text if last + 1 < len(words) else ""
    paired = (
        i > 2
        and words[i - 1].text == "and"
        and words[i - 2].text in {"North", "South"}
        and words[i - 3].text.lower() == "the"
    )
    return (
        i == 0
        or (words[i - 1].text.lower() != "the" and not paired)
        or following[:1].isupper()
        or following in {"of", "-"}
    )


def _gazetteer_rank(entry: Entry, length: int) -> int:
    if entry.weak:
        return WEAK
    if entry.kind in {EntityKind.ORGANIZATION, EntityKind.AGREEMENT}:
        return 1 if length > 1 else 4
    return 4


def _in_context(found: Found, strong: set[str]) -> bool:
    """Whether the text bears out a name that needs context; a country's own name needs none but to be unclaimed."""
    if found.rank != WEAK or found.key is None:
        return True
    if found.kind is EntityKind.COUNTRY and found.form in {"name", "demonym", "capital", "people"}:
        return True
    return found.key in strong or found.owner in strong


class _Scan:
    """One line's search for names by pattern; `known` holds the gazetteer's names by token."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon, known: dict[int, Found]) -> None:
        self.words = words
        self.lexicon = lexicon
        self.known = known

    def text(self, i: int) -> str:
        return self.words[i].text if 0 <= i < len(self.words) else ""

    # ------------------------------------------------------------ persons

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

    def _inside_organization(self, i: int) -> bool:
        found = self.known.get(i)
        return found is not None and found.kind is EntityKind.ORGANIZATION

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
        if not _is_capitalised(self.text(j)) or self.text(j) in self.lexicon.given_names:
            return False
        return self.text(j - 1) == "of" or (self.text(j - 1) == "and" and j - 2 not in self.known)

    def _is_title_word(self, j: int) -> bool:
        return self.text(j).lower() in self.lexicon.title_words and not self._is_given(j)

    def _is_given(self, j: int) -> bool:
        """A title word that is a given name too ("Sultan Al Jaber") and is followed by more of a name."""
        word = self.text(j)
        return word in self.lexicon.given_names and self._is_name_word(j + 1)

    def _starts_name(self, j: int) -> bool:
        word = self.text(j)
        if not _is_capitalised(word) or word.lower() in self.lexicon.never_names:
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

    def _is_name_word(self, j: int) -> bool:
        """A capitalised word that no title and no gazetteer claims."""
        word = self.text(j)
        if not _is_capitalised(word) or word.lower() in self.lexicon.never_names:
            return word.lower() in self.lexicon.particles and _is_capitalised(self.text(j + 1))
        if j in self.known and self.known[j].rank < WEAK:
            return False
        low = word.lower()
        return (
            not self.lexicon.is_title(word) and low not in self.lexicon.title_words and not self._is_head(low)
        )

    def _is_head(self, low: str) -> bool:
        """Whether a word makes the name of a body, an agreement or a place."""
        return (
            low in self.lexicon.organization_heads
            or low in self.lexicon.agreement_heads
            or low in self.lexicon.place_heads
        )

    def name_end(self, start: int, end: int) -> int | None:
        """The last token of the name that begins at `start` and reaches `end` at least; None where it is too long."""
        while (following := self._next_part(end)) is not None:
            end = following
        return end if end - start < 14 else None

    def _next_part(self, end: int) -> int | None:
        """The last token of the name's next part: a word, a hyphened part, an initial, a particle, a suffix."""
        j = end + 1
        word = self.text(j)
        if word in {"-", "‑", "–"} and not self.words[end].space and not self.words[j].space:
            return j + 1 if self.text(j + 1)[:1].isalpha() else None
        if (
            word in OPENING
            and self.text(j + 2) in CLOSING
            and _is_capitalised(self.text(j + 1))
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
        if self.text(end).lower() in self.lexicon.particles and _is_capitalised(word):
            return j
        return j if self._is_name_word(j) and self.words[end].space else None

    def _particle_continues(self, j: int) -> bool:
        following = self.text(j + 1)
        hyphened = following in {"-", "‑"} and _is_capitalised(self.text(j + 2))
        return hyphened or _is_capitalised(following) or following.lower() in self.lexicon.particles

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

    def _is_city(self, i: int) -> bool:
        """A given name that is a city too ("Vladimir", "Florence")."""
        found = self.known.get(i)
        return found is not None and found.kind is EntityKind.PLACE and found.first == found.last

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

    # ------------------------------------------------------------ organisations, agreements, places

    def built_on(self, heads: frozenset[str], kind: EntityKind) -> Iterator[Found]:
        """Names built on a head word: "Ministry of Energy", "Treaty of Amity and Cooperation", "Sunnylands Estate"."""
        for i, word in enumerate(self.words):
            if word.text.lower() not in heads or not _is_capitalised(word.text):
                continue
            first = self._built_start(i, kind)
            last = self._built_end(i)
            if last - first >= 1:
                yield Found(first, last, kind, rank=3)

    def _built_start(self, i: int, kind: EntityKind) -> int:
        """The first capitalised word before the head; a leading country is left outside ("Russian | Security Council")."""
        first = i
        while self._joins_organization(first - 1):
            first -= 1
        while first < i and (self._is_outside(first, kind) or self.text(first) in {"-", "&", "and"}):
            first += 1
        if (
            self.text(first - 1) in POSSESSIVES
            and self.text(first - 2).lower() in PEOPLES
            and _is_capitalised(self.text(first - 2))
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
            return _is_capitalised(self.text(j - 1))
        if word.lower() in self.lexicon.never_names or self.lexicon.is_title(word):
            return False
        return _is_capitalised(word) and not self._inside_organization(j)

    def _built_end(self, i: int) -> int:
        """The last word of "of (the) Foreign Affairs and Trade", the head itself where nothing of the kind follows."""
        j = i + 1
        if self.text(j).lower() not in self.lexicon.organization_links:
            return i
        j += 1 + (self.text(j + 1) == "the")
        last = i
        while (
            j < len(self.words)
            and not self.lexicon.is_title(self.text(j))
            and (_is_capitalised(self.text(j)) or self._links_capitals(j))
        ):
            if _is_capitalised(self.text(j)):
                last = j
            j += 1
        return last

    def _links_capitals(self, j: int) -> bool:
        """Whether an "and", "of" or comma goes on with the name: "Environment, Water, and Agriculture"."""
        if self.text(j) == ",":
            return self._lists_capitals(j)
        if self.text(j) not in {"and", "&", "of", "the", "-"}:
            return False
        following = self.text(j + 1)
        if following == "the":
            return False
        return _is_capitalised(following) and not self._new_name_at(j + 1)

    def _lists_capitals(self, j: int) -> bool:
        """Whether a comma goes on with a list that ends in "and": "Friendship, Cooperation, and Mutual Assistance"."""
        for k in range(j + 1, min(j + 7, len(self.words))):
            word = self.text(k)
            if word == "and":
                return _is_capitalised(self.text(k + 1)) and not self._new_name_at(k + 1)
            if word != "," and (not _is_capitalised(word) or self._new_name_at(k)):
                return False
        return False

    def _new_name_at(self, j: int) -> bool:
        begins = j in self.known and self.known[j].first == j
        return begins or self.lexicon.is_title(self.text(j)) or self.text(j) in self.lexicon.given_names

    # ------------------------------------------------------------ the statistical recogniser

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

    def _is_over(self, j: int) -> bool:
        """Whether a word is what an office is over: "Minister of Livestock and Roads"."""
        while (
            j
            and j - 1 not in self.known
            and (_is_capitalised(self.text(j - 1)) or self.text(j - 1) in {"and", ","})
        ):
            j -= 1
        return self.text(j - 1) == "of" and self.lexicon.is_title(self.text(j - 2))

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
            and _is_capitalised(self.text(first))
            and (first < end or self.text(first) in self.lexicon.surnames)
        ):
            yield Found(first, self.name_end(first, first) or end, PERSON, rank=6)

    def _recognised_other(self, first: int, last: int, label: str) -> Iterator[Found]:
        while first <= last and (first in self.known or not _is_capitalised(self.text(first))):
            first += 1
        while last >= first and not self.text(last)[:1].isalnum():
            last -= 1
        if first > last or self.text(first).lower() in self.lexicon.never_names:
            return
        if first == last and (
            self.lexicon.is_title(self.text(first)) or self.text(first).lower() in self.lexicon.title_words
        ):
            return
        kind = EntityKind.ORGANIZATION if label == "ORG" else EntityKind.PLACE
        if not any(i in self.known for i in range(first, last + 1)):
            yield Found(first, last, kind, rank=7)


def _is_capitalised(word: str) -> bool:
    return bool(word) and word[0].isupper() and word not in {"I", "A"} and not any(c.isdigit() for c in word)


def _known_persons(
    lines: Sequence[Line], found: Sequence[tuple[Found, ...]], lexicon: Lexicon
) -> set[tuple[str, ...]]:
    """The folded parts of every person name of two or more words, and of each part that stands for it."""
    suffixes = {suffix.casefold().rstrip(".") for suffix in lexicon.suffixes}
    full = {
        tuple(p for p in _parts(line.words[f.first : f.last + 1]) if p not in suffixes)
        for line, names in zip(lines, found, strict=True)
        for f in names
        if f.kind is PERSON
    }
    known = set(full)
    for parts in full:
        if len(parts) > 1:
            known.update({parts[:1], *(parts[k:] for k in range(1, len(parts)))})
    return {parts for parts in known if len("".join(parts)) > 1}


def _parts(words: Sequence[Word]) -> Iterator[str]:
    """The words of a name, folded, without hyphens, full stops and suffixes."""
    for word in words:
        if word.text not in {"-", "‑", "–", ".", ","}:
            yield word.text.casefold().rstrip(".")


def _repeated(
    line: Line, known: set[tuple[str, ...]], found: Sequence[Found], lexicon: Lexicon
) -> Iterator[Found]:
    """Names that other places of the text know as a person's ("Sun", "Wingfield-Hayes"), unless a country bears them."""
    words = line.words
    countries = {f.first for f in found if f.kind is EntityKind.COUNTRY}
    for i, word in enumerate(words):
        if not _is_capitalised(word.text) or word.text.lower() in lexicon.never_names or i in countries:
            continue
        if word.text.isupper() and len(word.text) < 5:
            continue
        for j in range(min(i + 9, len(words)) - 1, i - 1, -1):
            if tuple(_parts(words[i : j + 1])) in known and words[j].text[-1:].isalnum():
                yield Found(i, _longer_name(words, i, j, lexicon), PERSON, rank=3)
                break


def _longer_name(words: Sequence[Word], first: int, last: int, lexicon: Lexicon) -> int:
    """Where a name that only begins like a known one ends: "Kim Il-sung" is not the "Kim" of "Kim Jong-un"."""
    if is_title_case(words):
        return last
    return _Scan(words, lexicon, {}).name_end(first, last) or last
