"""The names of a line that the gazetteers hold, and those of them that need the text's context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.language.found import WEAK, Found, Word
from kg.language.lexicon import Lexicon
from kg.language.surface_forms import Entry
from kg.model import EntityKind
from kg.world.surfaces import APOSTROPHES


def gazetteer_names(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Found]:
    """The longest gazetteer entries at each place; a word for several countries is the name of none of them."""
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
        if match is None or _contextual_elsewhere(words, i, match) or _is_ministry(words, i, match, lexicon):
            i += 1
            continue
        last, entry = match
        if entry.kind is not EntityKind.GROUP:
            rank = _gazetteer_rank(entry, last - i + 1)
            yield Found(i, last, entry.kind, entry.key, entry.form, rank, entry.country)
        i = last + 1


def _is_ministry(words: Sequence[Word], i: int, match: tuple[int, Entry], lexicon: Lexicon) -> bool:
    """Whether words that need context are what an office or a ministry is for: no magazine in "Foreign Affairs Minister"."""
    last, entry = match
    if not entry.weak or any(w.text.lower() not in lexicon.title_words for w in words[i : last + 1]):
        return False
    before = words[i - 1].text.lower() if i else ""
    behind = words[last + 1].text if last + 1 < len(words) else ""
    return (
        before in lexicon.title_links
        or lexicon.is_title(behind)
        or behind.lower() in lexicon.organization_heads
    )


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


def in_context(found: Found, strong: set[str]) -> bool:
    """Whether the text bears out a name that needs context; a country's own name needs none but to be unclaimed."""
    if found.rank != WEAK or found.key is None:
        return True
    if found.kind is EntityKind.COUNTRY and found.form in {"name", "demonym", "capital", "people"}:
        return True
    return found.key in strong or found.owner in strong
