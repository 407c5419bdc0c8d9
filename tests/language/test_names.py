"""Names: what in a text is one, how far it reaches, of what kind it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from texts import any_text

from kg.language.found import Found, Line, Word
from kg.language.lexicon import load_lexicon
from kg.language.names import find_names, is_title_case
from kg.language.pipeline import read_document
from kg.model import EntityKind, Span

PERSON, PLACE, COUNTRY = EntityKind.PERSON, EntityKind.PLACE, EntityKind.COUNTRY
BODY, AGREEMENT = EntityKind.ORGANIZATION, EntityKind.AGREEMENT


def names_of(text: str, *kinds: EntityKind) -> list[str]:
    """The names of some kinds in a text, in order."""
    return [t.name.text for t in read_document(text).tokens if t.name is not None and t.name.kind in kinds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind a title
        ("President Umaro Sissoco Embaló spoke.", ["Umaro Sissoco Embaló"]),
        # behind a title, like a city
        ("Foreign Secretary William London spoke.", ["William London"]),
        # of a king in a city
        ("In summer King William London left.", ["William"]),
        # a nickname, which no acronym is
        ("Dr. Benjamin (Benny) Okoro spoke.", ["Benjamin (Benny) Okoro"]),
        ("The envoy of the Rural Front (RF) Elizabeth Njoroge spoke.", ["Elizabeth Njoroge"]),
        # behind a title of several words
        ("Deputy Prime Minister and Foreign Minister Heng Sokha spoke.", ["Heng Sokha"]),
        # behind what the office is over
        ("Minister of Energy and Mines Rosa Quispe spoke.", ["Rosa Quispe"]),
        # behind an ambassador's post
        ("Ambassador to Chile Rosa Quispe spoke.", ["Rosa Quispe"]),
        # a form of address
        ("In the evening Mrs. Okonkwo left.", ["Okonkwo"]),
        # without a title, by the given name
        ("Later Elizabeth Njoroge left.", ["Elizabeth Njoroge"]),
        # the family name first
        ("Later Nguyen Thi Hoa left.", ["Nguyen Thi Hoa"]),
        # a hyphen inside
        ("President Kim Dae-jung spoke.", ["Kim Dae-jung"]),
        # particles inside
        ("Chancellor Karl von der Tann spoke.", ["Karl von der Tann"]),
        # particles of Arabic, joined by a hyphen
        ("Foreign Minister Faisal bin Farhan al-Saud spoke.", ["Faisal bin Farhan al-Saud"]),
        # one word alone behind a title
        ("Queen Margrethe spoke.", ["Margrethe"]),
        # a numeral
        ("King Letsie III spoke.", ["Letsie III"]),
        # a suffix
        ("Senator Paulo Tavares Jr. spoke.", ["Paulo Tavares Jr."]),
        # initials
        ("Prime Minister H. D. Gowda spoke.", ["H. D. Gowda"]),
        # an apostrophe inside
        ("Prime Minister Brian O'Sullivan spoke.", ["Brian O'Sullivan"]),
        # the possessive is no part of it
        ("President Mary Banda's envoy left.", ["Mary Banda"]),
        # letters of other alphabets
        ("Prime Minister Şükrü Saraçoğlu spoke.", ["Şükrü Saraçoğlu"]),
        # two, joined
        ("President Mary Banda and Prime Minister Elias Haddad spoke.", ["Mary Banda", "Elias Haddad"]),
        # a nickname inside
        ("General Daniel “Danny” Mensah spoke.", ["Daniel “Danny” Mensah"]),
        # known in full before, then by surname alone, even at the head of a sentence
        ("President Mary Banda spoke. Banda then left.", ["Mary Banda", "Banda"]),
        # known in full only afterwards
        ("For Okonkwo it was late. President Ngozi Okonkwo left.", ["Okonkwo", "Ngozi Okonkwo"]),
        # a surname that begins another's name stays apart
        (
            "President Kim Dae-jung spoke. Kim Jong-pil listened. Kim thanked him.",
            ["Kim Dae-jung", "Kim Jong-pil", "Kim"],
        ),
        # a family name that is a word as well
        ("The envoy received Deputy Foreign Minister Do Thi Hoa.", ["Do Thi Hoa"]),
        # a city's name as a given name
        ("The Secretary General of the Andean Community Santiago Rojas spoke.", ["Santiago Rojas"]),
        ("President of Kenya Nairobi Otieno spoke.", ["Nairobi Otieno"]),
        # a city's name inside
        ("He received Sheikh Khalid Sabah Al-Ahmad.", ["Khalid Sabah Al-Ahmad"]),
        # an unknown word before a known given name, behind a title or a hyphen
        ("The Minister of Interior, Thabo Daniel Mensah, spoke.", ["Thabo Daniel Mensah"]),
        ("They saw Jean-Yves Le Goff there.", ["Jean-Yves Le Goff"]),
        # an acronym is no given name
        ("The Permanent Representative to the UN Tarek Haddad spoke.", ["Tarek Haddad"]),
        # behind a body that is named by its head word
        ("The President of the Oriental Academy Abla Mensa spoke.", ["Abla Mensa"]),
        # which of several ministers
        ("Foreign Minister II Abla Mensa spoke.", ["Abla Mensa"]),
        # forms of address of two words
        ("Prime Minister Datuk Seri Anwar Bakri spoke.", ["Anwar Bakri"]),
        ("Chief Secretary Tan Sri Zuki Bakri spoke.", ["Zuki Bakri"]),
        # a minister is no emir
        ("Foreign Minister Amir Haddad spoke.", ["Amir Haddad"]),
        # … and nobody is one in the middle of his name
        ("Foreign Minister Reza Amir Golestani spoke.", ["Reza Amir Golestani"]),
        ("Reza Amir-Golestani spoke.", ["Reza Amir-Golestani"]),
        ("Reza Amir Golestani spoke.", ["Reza Amir Golestani"]),
        # … nor is a participle of what one leads
        ("The Abdou Banda-led talks and the Mary Mensah-backed plan.", ["Abdou Banda", "Mary Mensah"]),
        ("President Kim Dae-jung met Sabah al-Ahmed.", ["Kim Dae-jung", "Sabah al-Ahmed"]),
        # a form of address inside a name …
        ("Osman Sheikh Dahir met Omar Sheikh Ali.", ["Osman Sheikh Dahir", "Omar Sheikh Ali"]),
        ("H.E. Osman Sheikh Dahir spoke.", ["Osman Sheikh Dahir"]),
        # … and before one
        ("The Emir Sheikh Hamza and Prime Minister Sheikh Omar spoke.", ["Hamza", "Omar"]),
        # behind a state's body
        ("Chairman of the Parliament of Georgia Nino Beridze spoke.", ["Nino Beridze"]),
        ("Minister of Finance and Economy II Abla Mensa spoke.", ["Abla Mensa"]),
        # signs are no part of names
        ("KINSHASA| Kikwit| President Mary Banda spoke.", ["Mary Banda"]),
        # a particle
        ("President Jan Kowal vel Nowak spoke.", ["Jan Kowal vel Nowak"]),
        # a comma parts the office from the name
        ("The Ambassador of Togo to Chad, Ahoune Manlan, spoke.", ["Ahoune Manlan"]),
        ("Magda Grondal, Senior Policy Adviser to the board, left.", ["Magda Grondal"]),
        # what follows a definite article is nobody
        ("The Secretary General of the Turkic Studies Centre spoke.", []),
        # what an office is over is nobody, whatever its capital
        ("The Special Representative for Dialogue, Abla Mensa, spoke.", ["Abla Mensa"]),
        ("Abla Mensa, director of the Regional Affiliation and Policy Programme, left.", ["Abla Mensa"]),
        ("They praised the Good Officer Process.", []),
        # whose advisers speak
        ("Later an adviser to President Okonkwo spoke.", ["Okonkwo"]),
        # where somebody speaks is nobody
        ("Speaking to Ostrava Noviny, the minister of trade left.", []),
        # a minister who is not named
        ("The foreign minister spoke.", []),
        # what an office is over, whatever the word
        ("The Minister of Livestock spoke to the Minister of Roads and Bridges.", []),
        # whose spokesman somebody is
        ("A spokesman for Okonkwo spoke.", ["Okonkwo"]),
        # months and weekdays are nobody
        ("On Monday, April began.", []),
        # a country's president is not called by its name
        ("The President of Guyana spoke.", []),
        # words of a sentence's head are nobody
        ("However, Officials said so. Meanwhile nothing changed.", []),
        # a place with a person's name in it
        ("He landed in San José.", []),
        # what is general, and nobody's rank
        ("General Elections were held in Ghana. The General Elections are near.", []),
        # a party named like no person
        ("The Liberal Party of Honduras lost.", []),
    ],
)
def test_persons(text: str, expected: list[str]) -> None:
    assert names_of(text, PERSON) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by name, with the article left outside
        ("The Gambia and Senegal talked.", [("Gambia", "name"), ("Senegal", "name")]),
        # the longest name
        ("Equatorial Guinea and Guinea talked.", [("Equatorial Guinea", "name"), ("Guinea", "name")]),
        # by demonym
        ("Paraguayan farmers came.", [("Paraguayan", "demonym")]),
        # by acronym
        ("The UAE agreed.", [("UAE", "acronym")]),
        # by capital
        ("Talks between Tirana and Skopje began.", [("Tirana", "capital"), ("Skopje", "capital")]),
        # in capitals
        ("MONGOLIA waits.", [("MONGOLIA", "name")]),
        # a possessive apostrophe of either kind
        ("Laos’s border and Fiji's port.", [("Laos", "name"), ("Fiji", "name")]),
        # turkey the bird
        ("They ate turkey.", []),
        # part of a continent
        ("South American farmers came.", []),
    ],
)
def test_countries(text: str, expected: list[tuple[str, str]]) -> None:
    found = [
        t.name for t in read_document(text).tokens if t.name is not None and t.name.kind is EntityKind.COUNTRY
    ]
    assert [(n.text.removeprefix("The ").removeprefix("the "), n.form) for n in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # built on its head word
        ("He led the Ministry of Water and Irrigation for a year.", ["Ministry of Water and Irrigation"]),
        # the country before it left outside
        ("He led the Kenyan Ministry of Health.", ["Ministry of Health"]),
        # behind its own words
        ("She works at the Andean Policy Institute.", ["Andean Policy Institute"]),
        # known to the gazetteer
        ("The African Union and ASEAN talked.", ["African Union", "ASEAN"]),
        # a plain noun is none
        ("She works at a ministry.", []),
        # an event, a paper, an office and a building are none
        ("They came to the Extraordinary Summit on Monday.", []),
        ("They signed an MoU on fish. The MoU was short.", []),
        ("She is the Land Affairs Cabinet Secretary.", []),
        ("They signed it at the Palacio Verde in Trujillo.", []),
        # on a day
        ("They spoke at the National Palace on Friday.", []),
        ("They spoke in the Audit Bureau on Friday.", ["Audit Bureau"]),
    ],
)
def test_organizations(text: str, expected: list[str]) -> None:
    assert [n.removeprefix("the ").removeprefix("The ") for n in names_of(text, BODY)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # with what it is of
        ("They praised the Treaty of Amity and Cooperation.", ["Treaty of Amity and Cooperation"]),
        # a place before its head word
        ("They praised the Abuja Accord.", ["Abuja Accord"]),
        # a list that ends in "and"
        (
            "The Treaty of Friendship, Cooperation, and Mutual Assistance expired.",
            ["Treaty of Friendship, Cooperation, and Mutual Assistance"],
        ),
        # a treaty without a name
        ("They praised the treaty.", []),
    ],
)
def test_agreements(text: str, expected: list[str]) -> None:
    assert [n.removeprefix("the ").removeprefix("The ") for n in names_of(text, AGREEMENT)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # known to the gazetteer
        ("He landed in Mombasa.", ["Mombasa"]),
        # built on its head word
        ("They met at Kivu Palace.", ["Kivu Palace"]),
        # known by more than is built on its head word
        ("They met at the Great Hall of the People.", ["Great Hall of the People"]),
        # in its own tongue
        ("They met at the Casa Verde del Pueblo.", ["Casa Verde del Pueblo"]),
        # a capital is a country's name first
        ("He landed in Nairobi.", []),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert names_of(text, PLACE) == expected


def words(text: str) -> tuple[Word, ...]:
    found, at = [], 0
    for part in text.split():
        start = text.index(part, at)
        at = start + len(part)
        found.append(Word(part, Span(start, at), True))
    return tuple(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a headline
        ("Foreign Ministers Discuss Border Trade in Lima", True),
        # a sentence ends in a full stop
        ("Foreign Ministers Discuss Border Trade .", False),
        # a headline in sentence case
        ("Foreign ministers discuss border trade", False),
        # too short to tell
        ("Border Trade", False),
    ],
)
def test_title_case(text: str, expected: bool) -> None:
    assert is_title_case(words(text)) is expected


def found_in(*lines: str) -> list[list[str]]:
    read = [Line(words(line)) for line in lines]
    return [
        [" ".join(w.text for w in line.words[f.first : f.last + 1]) for f in found if f.kind is PERSON]
        for line, found in zip(read, find_names(read, load_lexicon()), strict=True)
    ]


def test_a_person_named_in_full_is_known_in_every_line() -> None:
    lines = found_in("Okonkwo Meets Envoys Outside Parliament", "President Ngozi Okonkwo met envoys .")
    assert lines == [["Okonkwo"], ["Ngozi Okonkwo"]]


def test_no_lines_no_names() -> None:
    assert find_names([], load_lexicon()) == []


@given(any_text)
def test_names_stand_apart_in_their_line(text: str) -> None:
    read = [Line(words(line)) for line in text.splitlines() if line.split()]
    for line, found in zip(read, find_names(read, load_lexicon()), strict=True):
        assert all(_lies_in(name, line) for name in found)
        assert all(a.last < b.first for a, b in pairwise(found))


def _lies_in(name: Found, line: Line) -> bool:
    starts = name.first if name.title is None else name.title
    return 0 <= starts <= name.first <= name.last < len(line.words)
