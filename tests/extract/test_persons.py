"""Persons: which name forms of a text are one person, and what is known of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from kg.extract.persons import find_persons
from kg.language.lexicon import load_lexicon
from kg.language.pipeline import read_document
from kg.model import Referent

LEXICON = load_lexicon()


def persons(text: str) -> list[Referent]:
    return list(find_persons(read_document(text), LEXICON)[1].values())


@pytest.mark.parametrize(
    "mentions",
    [
        # by surname
        [(0, "President Ngozi Okonkwo arrived."), (0, "Okonkwo spoke.")],
        # by surname before the full name
        [(0, "President Okonkwo arrived."), (0, "Ngozi Okonkwo spoke.")],
        # another initial is another person
        [(0, "President Thomas S. Stanmore arrived."), (1, "Thomas F. Stanmore spoke.")],
        # no initial is none that speaks against it
        [(0, "President Thomas S. Stanmore arrived."), (0, "Thomas Stanmore spoke.")],
        # by surname where the family name stands first
        [(0, "President Kim Dae-jung arrived."), (0, "Kim spoke.")],
        # by the given name where it is the name of a king
        [(0, "King Letsie III arrived."), (0, "King Letsie spoke.")],
        # with and without an initial
        [(0, "President Ellen J. Sirleaf arrived."), (0, "President Ellen Sirleaf spoke.")],
        # with and without a middle name
        [(0, "President Ellen Johnson Sirleaf arrived."), (0, "President Ellen Sirleaf spoke.")],
        # hyphen or space
        [(0, "President Kim Dae-jung arrived."), (0, "President Kim Dae Jung spoke.")],
        # with and without accents
        [(0, "President Tomás Quispe arrived."), (0, "President Tomas Quispe spoke.")],
        # with a particle left out
        [(0, "Prince Faisal bin Farhan al-Saud arrived."), (0, "Prince Faisal bin Farhan spoke.")],
        # without the article of the family name
        [(0, "President Issa Al-Kandil arrived."), (0, "President Kandil spoke.")],
        # a father is not his son
        [(0, "Prince Fahd bin Salem al-Nuri arrived."), (1, "King Salem al-Nuri spoke.")],
        # two of one family in full
        [(0, "President Ngozi Okonkwo arrived."), (1, "Minister Chidi Okonkwo spoke.")],
        # two who share a given name
        [(0, "President Mary Banda arrived."), (1, "Minister Mary Mensah spoke.")],
        # of two of one family, the title decides
        [
            (0, "President Ngozi Okonkwo arrived."),
            (1, "Foreign Minister Chidi Okonkwo waited."),
            (0, "President Okonkwo spoke."),
        ],
        # of two of one family, the state decides
        [
            (0, "Ghanaian Foreign Minister Abena Mensah arrived."),
            (1, "Togolese Foreign Minister Kofi Mensah waited."),
            (1, "Togolese Foreign Minister Mensah spoke."),
        ],
        # of two of one family, a third state is neither
        [
            (0, "Ghanaian Foreign Minister Abena Mensah arrived."),
            (1, "Togolese Foreign Minister Kofi Mensah waited."),
            (2, "Beninese Foreign Minister Mensah spoke."),
        ],
        # of two of one family, the nearest before
        [
            (0, "President Ngozi Okonkwo arrived."),
            (1, "Minister Chidi Okonkwo waited in the rain."),
            (1, "Okonkwo was cold."),
        ],
        # one office of two states is two persons
        [(0, "President Mary Banda arrived."), (1, "President Elias Haddad spoke.")],
        # behind a regnal title stands no surname …
        [(0, "King Hassan arrived."), (1, "Prime Minister Abdou Hassan spoke.")],
        # … nor a father's name
        [(0, "King Nayef arrived."), (1, "Interior Minister Talal bin Nayef spoke.")],
        # … but a given name
        [(0, "Emir Hamad bin Thamer al-Nuri arrived."), (0, "Emir Hamad spoke.")],
        # … of one who is no minister
        [(0, "King Omar rose."), (1, "Foreign Minister Omar bin Rashid spoke.")],
        # a prince may be one
        [(0, "Foreign Minister Talal bin Nayef arrived."), (0, "Prince Talal spoke.")],
        # … and is not the king of his name
        [(0, "King Talal arrived."), (1, "Prince Talal spoke.")],
        # … though his house has a name
        [(0, "Prince Talal Al-Nuri arrived."), (0, "Prince Al-Nuri spoke.")],
        # "bin" before a father's name alone tells whose son is meant
        [
            (0, "King Nayef rose."),
            (1, "Prime Minister Talal bin Nayef sat."),
            (1, "On Monday, bin Nayef left."),
        ],
        # a father's name alone is rather somebody else's
        [(0, "President Talal bin Nayef sat."), (1, "Envoy Nayef Haddad rose."), (1, "Nayef left.")],
        # … and nobody's with another office
        [(0, "Foreign Minister Talal bin Nayef sat."), (1, "President Nayef rose.")],
        # a form of address inside a name
        [(0, "President Osman Sheikh Dahir arrived."), (0, "Dahir spoke.")],
        [(0, "Osman Sheikh Dahir arrived."), (1, "Prime Minister Sheikh Hamza spoke.")],
        # a nickname inside the name …
        [(0, "President Omar Ismail “Sanbal” Dahir arrived."), (0, "Sanbal spoke.")],
        [(0, "President Daniel (Danny) Mensah arrived."), (0, "Danny Mensah spoke."), (0, "Danny left.")],
        # … and behind it, where it is a name by itself
        [(0, "President Omar Ismail Dahir (Sanbal) arrived."), (0, ""), (0, "President Sanbal spoke.")],
        [
            (0, 'President Omar Dahir "Sanbal" arrived.'),
            (0, ""),
            (0, "Mr. Sanbal rose."),
            (0, "Omar Sanbal left."),
        ],
        # … is rather the name of somebody who bears it
        [(0, "Minister Daniel “Kofi” Mensah arrived."), (1, "Minister Kofi Banda spoke."), (1, "Kofi left.")],
        # three apart
        [(0, "Mary Banda sat."), (1, "Elias Haddad sat."), (2, "Heng Sokha sat."), (0, "Banda rose.")],
    ],
    ids=lambda mentions: " ".join(text for _, text in mentions),
)
def test_who_is_meant(mentions: list[tuple[int, str]]) -> None:
    text = "\n".join(sentence for _, sentence in mentions)
    doc = read_document(text)
    by_token, _ = find_persons(doc, LEXICON)
    assert [int(key.removeprefix("person:")) for key in by_token.values() if key] == sorted_by_token(
        mentions, by_token
    )


def sorted_by_token(mentions: list[tuple[int, str]], by_token: dict[int, str]) -> list[int]:
    """The persons expected, in the order in which the result lists its tokens."""
    expected = dict(zip(sorted(by_token), (who for who, _ in mentions), strict=True))
    return [expected[i] for i in by_token]


@pytest.mark.parametrize(
    ("text", "names", "titled"),
    [
        # the fullest first, each once
        (
            "Okonkwo arrived. President Ngozi Okonkwo spoke. Okonkwo left.",
            ("Ngozi Okonkwo", "Okonkwo"),
            ("President Ngozi Okonkwo",),
        ),
        # titles as written, without the state
        (
            "Nigerian President Ngozi Okonkwo arrived. Later Mrs. Okonkwo left.",
            ("Ngozi Okonkwo", "Okonkwo"),
            ("President Ngozi Okonkwo", "Mrs. Okonkwo"),
        ),
    ],
)
def test_names(text: str, names: tuple[str, ...], titled: tuple[str, ...]) -> None:
    (person,) = persons(text)
    assert (person.names, person.titled) == (names, titled)


@pytest.mark.parametrize(
    ("text", "country", "labels"),
    [
        # by the office's state
        ("Nigerian President Ngozi Okonkwo arrived.", "country/NGA", ["president"]),
        # told at another mention
        (
            "President Ngozi Okonkwo arrived. Okonkwo, Nigeria's president, left.",
            "country/NGA",
            ["president"],
        ),
        # by the home of the body
        ("Okonkwo arrived. UN Secretary General Ngozi Okonkwo left.", "organization/united-nations", None),
        # not told
        ("President Ngozi Okonkwo arrived.", None, ["president"]),
        # a fuller office says the shorter one again
        (
            "Kenyan Foreign Minister Ngozi Okonkwo arrived. Minister Okonkwo left.",
            "country/KEN",
            ["foreign minister"],
        ),
    ],
)
def test_state_and_offices(text: str, country: str | None, labels: list[str] | None) -> None:
    (person,) = persons(text)
    assert person.country == country
    assert labels is None or [o.label for o in person.offices] == labels


@given(any_text)
def test_every_mention_is_one_of_the_persons(text: str) -> None:
    by_token, found = find_persons(read_document(text), LEXICON)
    assert set(by_token.values()) == set(found)
    assert all(name in text for person in found.values() for name in person.names)
    assert all(titled in text for person in found.values() for titled in person.titled)
