"""What two names of words tell: Arabic and Slavic ones by their sounds, all others by their letters."""

from __future__ import annotations

from kg.model import Verdict
from kg.resolve.romanization import Finding
from kg.resolve.romanization_arabic import is_near_arabic, is_same_arabic, read_arabic
from kg.resolve.romanization_chains import SameWord, compare_chains, one_letter_apart
from kg.resolve.romanization_japanese import read_japanese
from kg.resolve.romanization_slavic import is_same_slavic, read_slavic
from kg.resolve.romanization_words import is_same_word, is_turned, is_turned_for_certain, name_words

WHY = {
    Verdict.SAME: "are one name, with words, initials or short forms left out",
    Verdict.UNSURE: "share a name that others may have too",
    Verdict.DIFFERENT: "have different words for a name",
}
WHY_IN_SCRIPT = {
    Verdict.SAME: "are spellings of one {script} name, with words left out or added",
    Verdict.UNSURE: "share a {script} name that others may have too",
    Verdict.DIFFERENT: "are different {script} names, by their sounds",
}


def judge_words(first: str, second: str) -> Finding:
    """What names of words tell: Arabic and Slavic ones by their sounds, all others by their letters."""
    return _slavic(first, second) or _arabic(first, second) or _plain(first, second)


def _slavic(first: str, second: str) -> Finding | None:
    """Two names with Slavic words; those that many languages have may leave first names out."""
    one, other = read_slavic(first), read_slavic(second)
    if not (one and other):
        return None
    found = _chains(one, other, is_same_slavic, "Cyrillic")
    words = name_words(first).words, name_words(second).words
    shared = compare_chains(*words, is_same_word, whole_start=False) is not Verdict.DIFFERENT
    return None if found[0] is Verdict.DIFFERENT and shared else found


def _arabic(first: str, second: str) -> Finding | None:
    """Two names of which one is Arabic; short vowels that no rule explains leave it open."""
    one, other = read_arabic(first), read_arabic(second)
    found = _chains(one, other, is_same_arabic, "Arabic") if one and other else None
    if not (one or other) or (found and found[0] is not Verdict.DIFFERENT):
        return found
    words = one or name_words(first).words, other or name_words(second).words
    if compare_chains(*words, is_near_arabic, whole_start=True) is Verdict.SAME:
        return Verdict.UNSURE, "have the same consonants, and vowels that may be one name's or two"
    return found


def _plain(first: str, second: str) -> Finding:
    """Two names by their letters alone."""
    one, other = name_words(first).words, name_words(second).words
    verdict = compare_chains(one, other, is_same_word, whole_start=False)
    if is_turned(one, other):
        certain = is_turned_for_certain(one)
        return (Verdict.SAME if certain else Verdict.UNSURE), "are the same words in the other order"
    japanese = read_japanese(first) and read_japanese(second)
    if verdict is Verdict.DIFFERENT and not japanese and one_letter_apart(one, other):
        return Verdict.UNSURE, "differ by one letter, which may be a slip or another name"
    return verdict, WHY[verdict]


def _chains(one: tuple[str, ...], other: tuple[str, ...], same: SameWord, script: str) -> Finding:
    if same("".join(one), "".join(other)):
        return Verdict.SAME, f"are spellings of one {script} name"
    verdict = compare_chains(one, other, same, whole_start=True)
    return verdict, WHY_IN_SCRIPT[verdict].format(script=script)
