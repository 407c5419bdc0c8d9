"""Countries: each usual English name finds its country, and nothing else does."""

import re

import pytest

from kg.world.countries import CountryKind, NameKind, countries, country_names, country_senses, find_country
from kg.world.surfaces import surface_key

FOUND = [
    # the short name, the formal one, the abbreviation, with and without article and dots
    ("North Korea", "PRK", "name"),
    ("Democratic People's Republic of Korea", "PRK", "name"),
    ("Democratic People’s Republic of Korea", "PRK", "name"),  # typographic apostrophe
    ("NKorea", "PRK", "name"),
    ("N. Korea", "PRK", "name"),
    ("DPRK", "PRK", "acronym"),
    ("the DPRK", "PRK", "acronym"),
    ("Republic of Korea", "KOR", "name"),
    ("ROK", "KOR", "acronym"),
    ("China", "CHN", "name"),
    ("PRC", "CHN", "acronym"),
    ("the People's Republic of China", "CHN", "name"),
    ("Republic of China", "TWN", "name"),  # not the mainland
    ("Chinese Taipei", "TWN", "name"),
    ("the United States", "USA", "name"),
    ("The United States", "USA", "name"),
    ("U.S.", "USA", "acronym"),
    ("US", "USA", "acronym"),
    ("U.S.A.", "USA", "acronym"),
    ("America", "USA", "name"),
    ("UK", "GBR", "acronym"),
    ("U.K.", "GBR", "acronym"),
    ("Britain", "GBR", "name"),
    ("the UAE", "ARE", "acronym"),
    ("U.A.E.", "ARE", "acronym"),
    ("the Netherlands", "NLD", "name"),
    ("Holland", "NLD", "name"),
    ("Czech Republic", "CZE", "name"),
    ("Czechia", "CZE", "name"),
    ("Burma", "MMR", "name"),
    ("Ivory Coast", "CIV", "name"),
    ("Cote d'Ivoire", "CIV", "name"),
    ("Côte d’Ivoire", "CIV", "name"),
    ("Turkey", "TUR", "name"),
    ("Türkiye", "TUR", "name"),
    ("East Timor", "TLS", "name"),
    ("Swaziland", "SWZ", "name"),
    ("DR Congo", "COD", "name"),
    ("DRC", "COD", "acronym"),
    ("Congo-Brazzaville", "COG", "name"),
    ("the Holy See", "VAT", "name"),
    ("State of Palestine", "PSE", "name"),
    ("Kosovo", "XKX", "name"),
    ("Papua New Guinea", "PNG", "name"),
    ("Equatorial Guinea", "GNQ", "name"),
    ("Viet Nam", "VNM", "name"),
    ("Hong Kong", "HKG", "name"),
    # states that are gone
    ("Soviet Union", "SUN", "name"),
    ("USSR", "SUN", "acronym"),
    ("East Germany", "DDR", "name"),
    ("West Germany", "DEU", "name"),  # the same state as today's
    ("Yugoslavia", "YUG", "name"),
    ("Serbia and Montenegro", "SCG", "name"),
    ("Czechoslovakia", "CSK", "name"),
    ("South Vietnam", "XRV", "name"),
    # demonyms
    ("Chinese", "CHN", "demonym"),
    ("British", "GBR", "demonym"),
    ("Britons", "GBR", "people"),
    ("Saudi", "SAU", "demonym"),
    ("Saudis", "SAU", "people"),
    ("Emirati", "ARE", "demonym"),
    ("Burmese", "MMR", "demonym"),
    ("North Koreans", "PRK", "people"),
    ("Laotian", "LAO", "demonym"),
    ("Lao", "LAO", "demonym"),
    ("Dutch", "NLD", "demonym"),
    ("Polish", "POL", "demonym"),
    ("Turkish", "TUR", "demonym"),
    ("Swiss", "CHE", "demonym"),
    ("Filipino", "PHL", "demonym"),
    ("Bangladeshi", "BGD", "demonym"),
    ("Nigerien", "NER", "demonym"),
    ("Nigerian", "NGA", "demonym"),
    ("Soviet", "SUN", "demonym"),
    ("East Timorese", "TLS", "demonym"),
    # seats and houses
    ("Pyongyang", "PRK", "capital"),
    ("Seoul", "KOR", "capital"),
    ("Beijing", "CHN", "capital"),
    ("Kiev", "UKR", "capital"),
    ("Kyiv", "UKR", "capital"),
    ("Washington, D.C.", "USA", "capital"),
    ("the Blue House", "KOR", "metonym"),
    ("Downing Street", "GBR", "metonym"),
    ("Zhongnanhai", "CHN", "metonym"),
    ("Foggy Bottom", "USA", "metonym"),
    # a headline's or dateline's capitals
    ("SEOUL", "KOR", "capital"),
    ("NORTH KOREA", "PRK", "name"),
    ("CÔTE D'IVOIRE", "CIV", "name"),
]

NOT_FOUND = [
    "us",  # a pronoun
    "polish",  # a verb
    "turkey",  # a bird
    "Georgia",  # also a state of the USA
    "Jordan",  # also a man and a river
    "Chad",  # also a man
    "Guinea",  # four countries
    "Korea",  # two countries
    "Korean",
    "Koreans",
    "Congo",
    "Congolese",
    "Dominican",  # two countries
    "Washington",  # also a man and a state
    "Brussels",  # also the European Union
    "Santiago",  # also a man
    "Victoria",
    "the North",  # only beside "North Korea"
    "the South",
    "the Kingdom",
    "the mainland",
    "Kiwi",
    "Pole",
    "Western",  # no country
    "the West",
    "European",
    "Arab",
    "the Koreas",
    "Nabanna",
    "Macedonian front",
    "Guiana",
    "",
]

AMBIGUOUS = [
    ("Korea", {"KOR", "PRK"}),
    ("Korean", {"KOR", "PRK"}),
    ("Congo", {"COD", "COG"}),
    ("Dominicans", {"DMA", "DOM"}),
    ("the North", {"PRK"}),
    ("the South", {"KOR"}),
    ("Georgia", {"GEO"}),
    ("Washington", {"USA"}),
]

HISTORIC = [
    ("SUN", 1922, 1991, "RUS"),
    ("YUG", 1945, 2003, "SCG"),
    ("DDR", 1949, 1990, "DEU"),
    ("CSK", 1918, 1992, "SVK"),
]


@pytest.mark.parametrize(("surface", "iso3", "kind"), FOUND)
def test_a_usual_name_finds_its_country(surface, iso3, kind):
    name = find_country(surface)
    assert name is not None
    assert (name.iso3, name.kind, name.strong) == (iso3, kind, True)


@pytest.mark.parametrize("surface", NOT_FOUND)
def test_a_name_in_doubt_finds_none(surface):
    assert find_country(surface) is None


@pytest.mark.parametrize(("surface", "codes"), AMBIGUOUS)
def test_a_weak_name_still_tells_its_senses(surface, codes):
    assert {sense.iso3 for sense in country_senses(surface)} == codes
    assert not any(sense.strong for sense in country_senses(surface))


@pytest.mark.parametrize(("iso3", "since", "until", "successor"), HISTORIC)
def test_a_state_that_is_gone_has_years_and_successors(iso3, since, until, successor):
    gone = countries()[iso3]
    assert (gone.kind, gone.since, gone.until) == (CountryKind.HISTORIC, since, until)
    assert successor in gone.successors


def test_every_member_of_the_united_nations_is_there():
    states = [country for country in countries().values() if country.kind is CountryKind.STATE]
    assert sum(country.standing is None for country in states) == 193
    assert {c.iso3 for c in states if c.standing} == {"PSE", "VAT", "XKX", "TWN"}


def test_codes_items_and_relations_are_valid():
    for country in countries().values():
        assert re.fullmatch(r"[A-Z]{3}", country.iso3)
        assert re.fullmatch(r"Q[1-9]\d*", country.wikidata or "")
        assert country.parent is None or country.parent in countries()
        assert set(country.successors) <= set(countries())
    assert len({country.wikidata for country in countries().values()}) == len(countries())


def test_a_strong_name_names_one_country_only():
    shared = {
        surface: senses
        for surface, senses in country_names().items()
        if len({sense.iso3 for sense in senses}) > 1 and any(sense.strong for sense in senses)
    }
    assert shared == {}


def test_no_name_stands_twice_or_with_its_article():
    for country in countries().values():
        surfaces = [surface for surface, _ in country.surfaces]
        assert len(surfaces) == len(set(surfaces)), country.iso3
        assert all(not surface.startswith(("the ", "The ")) for surface in surfaces), country.iso3


def test_every_state_has_a_capital_and_an_adjective():
    states = [country for country in countries().values() if country.kind is CountryKind.STATE]
    without = {"MCO", "SGP", "SMR", "VAT"}  # cities themselves
    assert {c.iso3 for c in states if not c.capitals} == without
    nouns = {
        "NZL",
        "SLB",
        "LIE",
        "VAT",
        "DMA",
    }  # the name itself serves, or the adjective is another country's
    assert {c.iso3 for c in states if not c.adjectives} <= nouns | {"CAF"}


def test_alternative_labels_leave_out_what_others_share():
    korea = countries()["PRK"]
    assert korea.name == "North Korea"
    assert "DPRK" in korea.alt_labels
    assert "Korea" not in korea.alt_labels


def test_the_file_is_in_order():
    for kind in CountryKind:
        codes = [country.iso3 for country in countries().values() if country.kind is kind]
        assert codes == sorted(codes)


def test_every_surface_is_its_own_key():
    assert all(surface_key(surface) == surface for surface in country_names())
    assert {sense.kind for senses in country_names().values() for sense in senses} == set(NameKind)
