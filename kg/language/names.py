"""Names in a text, found before it is parsed, so that the parser sees each name as one token.

Candidates come from the gazetteers, from title + name patterns, from patterns of organisation names, from
given names and from the statistical recogniser; where they overlap, the better founded one stands.
The whole text is read at once: a person named in full anywhere is then known by surname everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.language.built_names import BuiltNames
from kg.language.found import PERSON, WEAK, Found, Line, Word, is_capitalised
from kg.language.gazetteer import gazetteer_names, in_context
from kg.language.lexicon import Lexicon
from kg.language.name_words import CLOSING, OPENING, NameWords
from kg.language.personal_names import PersonalNames
from kg.language.recognised_names import RecognisedNames
from kg.language.titles import title_start
from kg.model import EntityKind


def find_names(lines: Sequence[Line], lexicon: Lexicon) -> list[tuple[Found, ...]]:
    """The names of each line, not overlapping, in order."""
    candidates = [list(_candidates(line, lexicon)) for line in lines]
    strong = {f.owner for found in candidates for f in found if f.rank != WEAK and f.owner}
    first = [_settle(f for f in found if in_context(f, strong)) for found in candidates]
    known = _known_persons(lines, first, lexicon)
    settled = (
        _settle([*found, *_repeated(line, known, found, lexicon)])
        for line, found in zip(lines, first, strict=True)
    )
    return [_with_titles(line, found, lexicon) for line, found in zip(lines, settled, strict=True)]


def _with_titles(line: Line, found: Sequence[Found], lexicon: Lexicon) -> tuple[Found, ...]:
    """Persons with the place where their title begins, each read behind those before it."""
    names = {i: f for f in found for i in range(f.first, f.last + 1)}
    texts = [w.text for w in line.words]
    titled = []
    for name in found:
        start = title_start(texts, name.first, names, lexicon) if name.kind is PERSON else name.first
        titled.append(replace(name, title=start) if start < name.first else name)
        names.update(dict.fromkeys(range(name.first, name.last + 1), titled[-1]))
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
    gazetteer = list(gazetteer_names(line.words, lexicon))
    yield from gazetteer
    if is_title_case(line.words):
        return
    known = {i: g for g in gazetteer for i in range(g.first, g.last + 1)}
    built = BuiltNames(line.words, lexicon, known)
    bodies = list(built.built_on(lexicon.organization_heads, EntityKind.ORGANIZATION))
    yield from bodies
    persons = PersonalNames(
        line.words, lexicon, known, {i for b in bodies for i in range(b.first, b.last + 1)} - known.keys()
    )
    yield from persons.titled_persons()
    yield from persons.given_name_persons()
    yield from persons.persons_beside_offices()
    yield from persons.family_name_persons()
    yield from persons.lone_family_names()
    yield from built.built_on(lexicon.agreement_heads, EntityKind.AGREEMENT)
    yield from built.built_on(lexicon.place_heads, EntityKind.PLACE)
    yield from RecognisedNames(line.words, lexicon, known).recognised(line.entities)


def is_title_case(words: Sequence[Word]) -> bool:
    """Whether a line capitalises its words as headlines do, so that a capital letter tells nothing."""
    long = [w.text for w in words if len(w.text) > 4 and w.text.isalpha()]
    return len(long) >= 3 and all(w[0].isupper() for w in long) and words[-1].text != "."


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
            known.update({parts[:1], *(parts[k:] for k in range(1, len(parts))), *_nicknames(parts)})
    return {parts for parts in known if len("".join(parts)) > 1}


def _nicknames(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What stands in quotation marks or brackets inside a name."""
    for k in range(1, len(parts) - 1):
        if parts[k - 1] in OPENING and parts[k + 1] in CLOSING:
            yield (parts[k],)


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
    prose = None if is_title_case(words) else NameWords(words, lexicon, {})
    for i, word in enumerate(words):
        if not is_capitalised(word.text) or word.text.lower() in lexicon.never_names or i in countries:
            continue
        if word.text.isupper() and len(word.text) < 5:
            continue
        for j in range(min(i + 9, len(words)) - 1, i - 1, -1):
            if tuple(_parts(words[i : j + 1])) in known and words[j].text[-1:].isalnum():
                yield Found(i, j if prose is None else _longer_name(prose, i, j), PERSON, rank=3)
                break


def _longer_name(words: NameWords, first: int, last: int) -> int:
    """Where a name that only begins like a known one ends: "Kim Il-sung" is not the "Kim" of "Kim Jong-un"."""
    return words.name_end(first, last) or last
