"""The lexicon: gazetteer look-up in a text, capitals and cities, title words, genders, office labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from kg.language.lexicon import load_lexicon
from kg.model import EntityKind

LEXICON = load_lexicon()


def longest(text: str) -> tuple[str, str, str] | None:
    """The longest entry at the beginning of a text: its words, its key, how it names."""
    return next(((text[:end], e.key, e.form) for end, e in LEXICON.entries_at(text, 0)), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a country
        ("Uruguay won", ("Uruguay", "country/URY", "name")),
        # the longest of several: not Guinea
        ("Guinea-Bissau won", ("Guinea-Bissau", "country/GNB", "name")),
        # nor Papua
        ("Papua New Guinea won", ("Papua New Guinea", "country/PNG", "name")),
        # a demonym
        ("Mongolian herders", ("Mongolian", "country/MNG", "demonym")),
        # a capital stands for its country …
        ("Ouagadougou said", ("Ouagadougou", "country/BFA", "capital")),
        # a state that is gone
        ("Yugoslavia was", ("Yugoslavia", "country/YUG", "name")),
        # accents
        ("Côte d'Ivoire won", ("Côte d'Ivoire", "country/CIV", "name")),
        # two countries of one name mean none
        ("Congo won", None),
        # no name
        ("mountains", None),
        # the end of a text
        ("", None),
    ],
)
def test_entries(text: str, expected: tuple[str, str, str] | None) -> None:
    assert longest(text) == expected


@pytest.mark.parametrize(
    ("city", "country"),
    [
        # … and is a city where a place is meant
        ("Ouagadougou", "country/BFA"),
        ("Lima", "country/PER"),
        ("Canberra", "country/AUS"),
        ("Ulaanbaatar", "country/MNG"),
        ("Port Moresby", "country/PNG"),
    ],
)
def test_a_capital_is_a_city_too(city: str, country: str) -> None:
    key = LEXICON.city_of_capital(city)
    assert key is not None
    assert key.startswith("place/")
    known = LEXICON.describe(key)
    assert known is None or known.country == country


def test_a_town_is_no_capital() -> None:
    assert LEXICON.city_of_capital("Timbuktu") is None


@pytest.mark.parametrize(
    ("key", "kind", "label"),
    [
        ("country/KEN", EntityKind.COUNTRY, "Kenya"),
        ("country/SUN", EntityKind.COUNTRY, "Soviet Union"),
    ],
)
def test_descriptions(key: str, kind: EntityKind, label: str) -> None:
    known = LEXICON.describe(key)
    assert known is not None
    assert (known.kind, known.label) == (kind, label)


def test_nobody_knows_it() -> None:
    assert LEXICON.describe("country/XXX") is None


def test_every_entry_is_described_but_agreements() -> None:
    """What a text can name has a label; agreements become events, and words for several countries nothing."""
    keys = {
        e.key
        for entries in LEXICON.by_first.values()
        for _, e in entries
        if e.kind not in {EntityKind.AGREEMENT, EntityKind.GROUP}
    }
    assert [k for k in sorted(keys) if LEXICON.describe(k) is None] == []


@pytest.mark.parametrize(
    ("word", "office", "plural", "title"),
    [
        # an office
        ("Minister", True, False, True),
        # its plural
        ("ministers", True, True, True),
        # a form of address is a title, not an office
        ("Mrs.", False, False, True),
        # a rank is both
        ("General", True, False, True),
        # what an office is over is neither
        ("energy", False, False, False),
        # a name
        ("Lavrov", False, False, False),
    ],
)
def test_title_words(word: str, office: bool, plural: bool, title: bool) -> None:
    assert (LEXICON.is_office(word), LEXICON.is_plural_office(word), LEXICON.is_title(word)) == (
        office,
        plural,
        title,
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # a given name that men bear
        ("Vladimir Petrov", "male"),
        # one that women bear
        ("Fatima Diallo", "female"),
        # a family name tells nothing
        ("Mudavadi", None),
        # nothing at all
        ("", None),
    ],
)
def test_gender_by_given_name(name: str, expected: str | None) -> None:
    assert LEXICON.gender(name) == expected


@pytest.mark.parametrize(
    ("titled", "expected"),
    [
        ("King Mswati", "male"),
        ("Ms. Osei", "female"),
        # an office is anybody's
        ("President Osei", None),
    ],
)
def test_gender_by_title(titled: str, expected: str | None) -> None:
    assert LEXICON.title_gender(titled) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # lower case, without the holder's own country
        ("Kenyan Foreign Minister", "foreign minister"),
        # one label for two words
        ("Deputy Foreign Minister", "vice foreign minister"),
        # where it is an office to
        ("Ambassador to Canada", "ambassador to canada"),
    ],
)
def test_office_labels(words: str, expected: str) -> None:
    assert LEXICON.normalize_office(words) == expected


@given(any_text)
def test_entries_begin_and_end_inside_the_text(text: str) -> None:
    for start in range(len(text)):
        ends = [end for end, _ in LEXICON.entries_at(text, start)]
        assert all(start < end <= len(text) for end in ends)
        assert ends == sorted(ends, reverse=True)
