"""Names as chains of words: a form may leave words out, and must not put another in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.model import Verdict
from kg.resolve.romanization_words import LONG, is_initial

SameWord = Callable[[str, str], bool]


def compare_chains(
    first: Sequence[str], second: Sequence[str], same: SameWord, *, whole_start: bool
) -> Verdict:
    """Whether one chain can be the other with words left out; `whole_start` where the first word never is."""
    short, full = sorted((first, second), key=len)
    if len(short) == 1:
        return _compare_alone(short[0], full, same)
    if _other_initials(short, full):
        return Verdict.DIFFERENT
    if same(short[0], full[0]) and _in_order(short[1:], full[1:], same):
        return Verdict.SAME
    if whole_start or not _in_order(short, full, same):
        return Verdict.DIFFERENT
    return Verdict.SAME if len(full) >= LONG and _is_run(short, full, same) else Verdict.UNSURE


def _compare_alone(word: str, full: Sequence[str], same: SameWord) -> Verdict:
    """One word alone: it can be anybody's who has it."""
    if tuple(full) == (word,):
        return Verdict.SAME
    return Verdict.UNSURE if any(same(word, other) for other in full) else Verdict.DIFFERENT


def _other_initials(first: Sequence[str], second: Sequence[str]) -> bool:
    """Both have initials between the first and the last word, and not the same ones."""
    inner = [[w for w in words[1:-1] if is_initial(w)] for words in (first, second)]
    return all(inner) and inner[0] != inner[1]


def _in_order(short: Sequence[str], full: Sequence[str], same: SameWord) -> bool:
    """Whether the words stand in the fuller name in the same order."""
    rest = iter(full)
    return all(any(same(word, other) for other in rest) for word in short)


def _is_run(short: Sequence[str], full: Sequence[str], same: SameWord) -> bool:
    """Whether the words stand side by side in the fuller name."""
    return any(
        all(same(a, b) for a, b in zip(short, full[k:], strict=False))
        for k in range(len(full) - len(short) + 1)
    )


def one_letter_apart(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether chains of one length differ by a letter in one word: a slip or another name."""
    unlike = [(a, b) for a, b in zip(first, second, strict=False) if a != b]
    return len(first) == len(second) > 1 and len(unlike) == 1 and _is_slip(*unlike[0])


def _is_slip(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    if min(len(short), len(long)) < 3 or len(long) - len(short) > 1:
        return False
    start = next((k for k, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[start + (len(short) == len(long)) :] == long[start + 1 :]
