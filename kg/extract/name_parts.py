"""The words of persons' names, and whether one form can be short for another."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.world.surfaces import fold

NICKNAME = re.compile(r"[“\"(][^”\")]*[”\")]")
BEHIND = re.compile(r"\s*[“\"(](\w+)[”\")]")
"""A single word in quotation marks or brackets behind a name."""
INITIAL = re.compile(r"\.(?=\w)")
"""The full stop of an initial to which a name is joined: "K.R.Narayan"."""
DESCENT = frozenset({"bin", "ibn", "ben", "bint", "binti"})
"""What makes the word behind it a father's name: nobody is called by it alone."""
FATHERS = DESCENT | frozenset({"ould", "al", "el"})
"""What makes the words behind it a father's or a family's name."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The folded words of a name: hyphened syllables are one word, initials and suffixes are left out."""
    parts = _folded_words(name)
    full = tuple(w for w in parts if len(w) > 1)
    return full or parts or tuple(fold(name).split())


@lru_cache(maxsize=65536)
def initials_of(name: str) -> frozenset[str]:
    """The initials beside the words of a whole name: "Thomas S. Stanmore" has an "s"."""
    parts = _folded_words(name)
    initials = frozenset(w for w in parts if len(w) == 1)
    return initials if len(parts) - len(initials) > 1 else frozenset()


def nicknames_of(name: str, behind: str = "") -> frozenset[str]:
    """The words, folded, that a name has in quotation marks or brackets inside it, or right behind it."""
    found = [m.group()[1:-1] for m in NICKNAME.finditer(name)]
    found += [m.group(1) for m in [BEHIND.match(behind)] if m and m.group(1).istitle()]
    return frozenset(word for nickname in found for word in _folded_words(nickname) if nickname.isalpha())


def name_marks(parts: tuple[str, ...]) -> tuple[str, ...]:
    """What two names have in common of which one can be short for the other: words, the last two in one, all in one."""
    bare = (parts[-1].removeprefix("al"), parts[-1].removeprefix("el"))
    return tuple(dict.fromkeys((*parts, *bare, "".join(parts[-2:]), "".join(parts))))


def is_same_name(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a form can be short for a name: the same words run together, its first or last, a run of them."""
    if "".join(short) == "".join(full):
        return True
    if len(short) > len(full):
        short, full = full, short
    if len(short) == 1:
        ends = {full[0], full[-1], full[-1].removeprefix("al"), full[-1].removeprefix("el")}
        return short[0] in ends or (len(full) > 2 and short[0] == full[-2] + full[-1])
    if len(short) < 2:
        return False
    starts = (k for k in range(len(full) - len(short) + 1) if not k or full[k - 1] not in FATHERS)
    runs = {full[k : k + len(short)] for k in starts}
    return short in runs or ((short[0], short[-1]) == (full[0], full[-1]) and len(short) < len(full))


def _folded_words(name: str) -> tuple[str, ...]:
    spaced = INITIAL.sub(". ", NICKNAME.sub(" ", fold(name)))
    words = (re.sub(r"[\W_]+", "", w) for w in spaced.split())
    return tuple(w for w in words if w and w not in SUFFIXES)
