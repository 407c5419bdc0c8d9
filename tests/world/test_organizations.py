"""Organisations: world bodies, organs of states, agencies and outlets by their names and acronyms."""

import pytest

from kg.world.countries import countries
from kg.world.organizations import (
    find_organization,
    is_strong_name,
    organization_names,
    organization_senses,
    organizations,
)

FOUND = [
    ("the United Nations", "United Nations", None),
    ("U.N.", "United Nations", None),
    ("UN Security Council", "United Nations Security Council", None),
    ("the Security Council", "United Nations Security Council", None),
    ("EU", "European Union", None),
    ("European Commission", "European Commission", None),
    ("Nato", "NATO", None),
    ("Association of Southeast Asian Nations", "ASEAN", None),
    ("African Union", "African Union", None),
    ("Organisation of the Islamic Conference", "Organisation of Islamic Cooperation", None),
    ("Ecowas", "Economic Community of West African States", None),
    ("Shanghai Cooperation Organization", "Shanghai Cooperation Organisation", None),
    ("G20", "G20", None),
    ("Group of Seven", "G7", None),
    ("IAEA", "International Atomic Energy Agency", None),
    ("WHO", "World Health Organization", None),
    ("OSCE", "Organization for Security and Co-operation in Europe", None),
    ("the Kremlin", "Kremlin", "RUS"),
    ("the White House", "White House", "USA"),
    ("the Pentagon", "Pentagon", "USA"),
    ("State Department", "U.S. Department of State", "USA"),
    ("Korean Workers' Party", "Workers' Party of Korea", "PRK"),
    ("Supreme People’s Assembly", "Supreme People's Assembly", "PRK"),
    ("IRGC", "Islamic Revolutionary Guard Corps", "IRN"),
    ("PLO", "Palestine Liberation Organization", "PSE"),
    # outlets: near-namesakes are kept apart
    ("KCNA", "Korean Central News Agency", "PRK"),
    ("KCNA Watch", "KCNA Watch", "KOR"),
    ("NK News", "NK News", "KOR"),
    ("Rodong Sinmun", "Rodong Sinmun", "PRK"),
    ("Xinhua", "Xinhua News Agency", "CHN"),
    ("Xinhua News", "Xinhua News Agency", "CHN"),
    ("Yonhap", "Yonhap News Agency", "KOR"),
    ("AFP", "Agence France-Presse", "FRA"),
    ("AP", "Associated Press", "USA"),
    ("TASS", "TASS", "RUS"),
    ("IRNA", "Islamic Republic News Agency", "IRN"),
    ("the Straits Times", "Straits Times", "SGP"),
    ("New Straits Times", "New Straits Times", "MYS"),
    ("Jerusalem Post", "Jerusalem Post", "ISR"),
    ("US News & World Report", "U.S. News & World Report", "USA"),
    ("Lianhe Zaobao", "Lianhe Zaobao", "SGP"),
    ("Wikinews", "Wikinews", None),
    ("VOA", "Voice of America", "USA"),
]

NOT_FOUND = [
    "who",  # a pronoun
    "us",
    "SPA",  # an assembly and an agency
    "PTI",  # a party and an agency
    "Congress",  # of many countries
    "Senate",
    "National Assembly",
    "the Quad",
    "the Commonwealth",
    "Time",
    "the Times",
    "Foreign Affairs",
    "Democratic Party",
    "Brussels",
    "MOU",  # mostly a memorandum
    "IS",
    "Ministry of Silly Walks",
]

STATE_MEDIA = [
    ("KCNA", True),
    ("Xinhua", True),
    ("Global Times", True),
    ("RIA Novosti", True),
    ("Press TV", True),
    ("BBC", False),  # a public broadcaster under a charter
    ("NHK", False),
    ("Yonhap", False),
    ("Reuters", False),
    ("KCNA Watch", False),
]


@pytest.mark.parametrize(("surface", "name", "country"), FOUND)
def test_an_organisation_is_found_with_its_country(surface, name, country):
    body = find_organization(surface)
    assert body is not None
    assert (body.name, body.country) == (name, country)


@pytest.mark.parametrize("surface", NOT_FOUND)
def test_a_name_in_doubt_finds_no_organisation(surface):
    assert find_organization(surface) is None


@pytest.mark.parametrize(("surface", "expected"), STATE_MEDIA)
def test_the_media_of_a_state_are_marked(surface, expected):
    body = find_organization(surface)
    assert body is not None
    assert body.is_media
    assert body.state_media is expected


def test_a_weak_acronym_still_tells_its_senses():
    assert {body.country for body in organization_senses("SPA")} == {"PRK", "SAU"}


def test_the_permanent_members_of_the_security_council():
    council = find_organization("UNSC")
    assert council is not None
    assert council.permanent_members == ("CHN", "FRA", "GBR", "RUS", "USA")


def test_houses_that_stand_for_a_government_have_its_country():
    houses = {body.name: body.country for body in organizations() if body.metonym}
    assert houses["Kremlin"] == "RUS"
    assert all(houses.values())


def test_codes_members_and_parents_are_known():
    known = {body.name for body in organizations()}
    for body in organizations():
        assert body.country is None or body.country in countries(), body.name
        assert {*body.members, *body.permanent_members} <= set(countries()), body.name
        assert body.part_of is None or body.part_of in known, body.name
        assert body.is_media or not body.state_media, body.name


def test_a_name_of_several_bodies_is_strong_for_at_most_one():
    shared = {s for s, found in organization_names().items() if sum(is_strong_name(b, s) for b in found) > 1}
    assert shared == set()


def test_names_are_tidy_and_there_are_many_outlets():
    names = [name for body in organizations() for name in (body.name, *body.names)]
    assert all(name == " ".join(name.split()) for name in names)
    assert len({body.name for body in organizations()}) == len(organizations())
    assert sum(body.is_media for body in organizations()) >= 250
