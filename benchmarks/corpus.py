"""As many articles as one likes: real ones repeated under other names, in other countries, on other days."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from kg.world import Country, CountryKind, countries, family_names

FAMILIES = (
    "Sun",
    "Pak",
    "Park",
    "Kim",
    "Xi",
    "Wang",
    "Choe",
    "Liu",
    "Ryu",
    "Putin",
    "Sullivan",
    "Biden",
    "Trump",
)
GIVEN = (
    *(
        "Weidong",
        "Jinping",
        "Yi",
        "Yongyu",
        "Minghao",
        "Myong",
        "Myung",
        "Ho",
        "Jong",
        "Un",
        "Il",
        "Son",
        "Hui",
    ),
    *("Yongwook", "Vladimir", "Jake", "Joe"),
)
ENDINGS = ("un", "ho", "sung")
"""Second syllables, behind a hyphen: "Kim Jong-un"."""
STATES = (
    ("China", "Chinese", "Beijing"),
    ("North Korea", "North Korean", "Pyongyang"),
    ("South Korea", "South Korean", "Seoul"),
    ("Russia", "Russian", "Moscow"),
    ("United States", "American", "Washington"),
    ("Thailand", "Thai", "Bangkok"),
    ("Japan", "Japanese", "Tokyo"),
)
"""The states of the seeds: what they, their people and their capitals are called."""
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SYLLABLES = (
    "ba",
    "do",
    "fen",
    "gar",
    "hin",
    "jo",
    "kel",
    "lum",
    "mi",
    "nor",
    "pa",
    "ru",
    "sek",
    "ta",
    "vo",
    "zan",
)
YEAR = re.compile(r"\b(?:19|20)\d\d(?=s?\b)")
MONTH_AND_DAY = re.compile(rf"\b({'|'.join(MONTHS)})( \d{{1,2}}\b)?")


def write_corpus(seeds: Path, number: int, folder: Path) -> Path:
    """Write so many articles into a folder, the seeds in turn; copy 0 is the seeds themselves."""
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(seeds.glob("*.txt"))]
    folder.mkdir(parents=True)
    for i in range(number):
        copy, place = divmod(i, len(texts))
        name, text = texts[place]
        (folder / f"{copy:04}-{name}.txt").write_text(_copied(text, copy), encoding="utf-8", newline="")
    return folder


def _copied(text: str, copy: int) -> str:
    return (
        _on_other_days(_replaced(text, {**_other_states(copy), **_other_persons(copy)}), copy)
        if copy
        else text
    )


def _replaced(text: str, words: Mapping[str, str]) -> str:
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.sub(rf"(?<!South )\b(?:{longest_first})\b(?! Sea)", lambda m: words[m[0]], text)


def _other_states(copy: int) -> dict[str, str]:
    whole = [c for c in countries().values() if c.kind is CountryKind.STATE and c.adjectives and c.capitals]
    chosen = Random(f"states {copy}").sample(whole, len(STATES))
    pairs = zip(STATES, chosen, strict=True)
    words = {old: new for names, c in pairs for old, new in zip(names, _names(c), strict=True)}
    return words | {"US": words["United States"]}


def _names(country: Country) -> tuple[str, str, str]:
    return country.name, country.adjectives[0], country.capitals[0]


def _other_persons(copy: int) -> dict[str, str]:
    random = Random(f"persons {copy}")
    known = sorted(set().union(*family_names().values()))
    families = dict(zip(FAMILIES, random.sample(known, len(FAMILIES)), strict=True))
    given = {word: _invented(random).capitalize() for word in GIVEN}
    return families | given | {f"-{word}": f"-{_invented(random)}" for word in ENDINGS}


def _invented(random: Random) -> str:
    return "".join(random.choices(SYLLABLES, k=2))


def _on_other_days(text: str, copy: int) -> str:
    """Years go back, months and days go on, the same for the whole copy."""
    earlier = YEAR.sub(lambda m: str(int(m[0]) - copy % 23), text)
    return MONTH_AND_DAY.sub(_later(copy), earlier)


def _later(copy: int) -> Callable[[re.Match[str]], str]:
    def moved(found: re.Match[str]) -> str:
        month = MONTHS[(MONTHS.index(found[1]) + copy) % len(MONTHS)]
        return month if found[2] is None else f"{month} {(int(found[2]) + 5 * copy) % 28 + 1}"

    return moved
