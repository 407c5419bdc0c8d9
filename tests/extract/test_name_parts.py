"""The words of persons' names: folded, without initials, nicknames and suffixes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.name_parts import initials_of, name_parts, nicknames_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kim Dae-jung", ("kim", "daejung")),
        # initials are left out …
        ("Ellen J. Sirleaf", ("ellen", "sirleaf")),
        # … unless nothing else is there
        ("H. D.", ("h", "d")),
        # suffixes
        ("Paulo Tavares Jr.", ("paulo", "tavares")),
        ("Letsie III", ("letsie",)),
        # a nickname
        ("Daniel “Danny” Mensah", ("daniel", "mensah")),
        # accents and letters that only look like ours
        ("Şükrü Łukasz Ørsted", ("sukru", "lukasz", "orsted")),
        ("ÆGIR WEIẞ", ("agir", "weiss")),
        # an initial without a space
        ("K.R.Narayan", ("narayan",)),
        # apostrophes
        ("Brian O’Sullivan", ("brian", "osullivan")),
        # nothing
        # letters of other scripts are letters
        ("Путин", ("путин",)),
        # what has no letters is still a name of something
        ("—", ("—",)),
        ("", ()),
    ],
)
def test_name_parts(name: str, expected: tuple[str, ...]) -> None:
    assert name_parts(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Thomas S. Stanmore", {"s"}),
        ("George H.W. Banda", {"h", "w"}),
        # none
        ("Thomas Stanmore", set()),
        # of a given name that is left out: too little to tell anybody by
        ("T. Stanmore", set()),
        ("", set()),
    ],
)
def test_initials(name: str, expected: set[str]) -> None:
    assert initials_of(name) == expected


@pytest.mark.parametrize(
    ("name", "behind", "expected"),
    [
        # inside
        ("Daniel “Danny” Mensah", "", {"danny"}),
        ("Daniel (Danny) Mensah", " spoke", {"danny"}),
        # behind
        ("Daniel Mensah", " (Danny) spoke", {"danny"}),
        ("Daniel Mensah", ' "Danny" spoke', {"danny"}),
        # no name: letters, figures, several words, a word further on
        ("Daniel Mensah", " (NPP) spoke", set()),
        ("Daniel Mensah", " (61) spoke", set()),
        ("Daniel Mensah", " (right) spoke", set()),
        ("Daniel Mensah", " (Free Party) spoke", set()),
        ("Daniel Mensah", " spoke of “Danny”", set()),
    ],
)
def test_nicknames(name: str, behind: str, expected: set[str]) -> None:
    assert nicknames_of(name, behind) == expected


@given(st.text(max_size=40))
def test_the_parts_of_the_parts_are_the_parts(name: str) -> None:
    parts = name_parts(name)
    assert name_parts(" ".join(parts)) == parts


@given(st.sampled_from(("Ngozi Okonkwo", "Kim Dae-jung", "Şükrü Saraçoğlu", "Ægir Weiß", "Ğani Ðorđević")))
def test_capitals_make_no_other_person(name: str) -> None:
    assert name_parts(name.upper()) == name_parts(name)


# Each mention with the person whom it means, in order of first mention.
