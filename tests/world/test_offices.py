"""Offices: one label for each way to write one, its head, and its rank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.world.countries import CountryKind, countries
from kg.world.office_labels import normalize_office
from kg.world.offices import (
    Level,
    ambiguous_honorifics,
    find_office,
    honorifics,
    names_of_rulers,
    office_examples,
    office_heads,
    office_level,
    plural_heads,
    portfolios,
    regnal_titles,
    reigning_titles,
)

LABELS = [
    # the same office, six ways
    ("Vice Minister of Foreign Affairs", "vice foreign minister"),
    ("Vice-Minister of Foreign Affairs", "vice foreign minister"),
    ("Deputy Minister for Foreign Affairs", "vice foreign minister"),
    ("vice foreign minister", "vice foreign minister"),
    ("Chinese Vice Foreign Minister", "vice foreign minister"),
    ("Deputy Foreign Affairs Minister of the Islamic Republic of Iran", "vice foreign minister"),
    # both orders, both spellings
    ("Minister of Defence", "defense minister"),
    ("Minister of National Defense", "defense minister"),
    ("Israeli Defence Minister", "defense minister"),
    ("Minister of the Interior", "interior minister"),
    ("Finance Minister", "finance minister"),
    ("South Korean Unification Minister", "unification minister"),
    ("minister for tourism", "tourism minister"),
    ("Minister for Veterans", "minister of veterans"),  # no usual second order
    # the holder's own country goes, somebody else's stays
    ("US Secretary of State", "secretary of state"),
    ("U.S. Deputy Secretary of State", "deputy secretary of state"),
    ("Russia's Foreign Minister", "foreign minister"),
    ("Beijing's ambassador to Pyongyang", "ambassador to pyongyang"),
    ("South African President", "president"),
    ("President of the Republic of Korea", "president"),
    ("Prime Minister of the Republic of Georgia", "prime minister"),
    ("President of Bosnia and Herzegovina", "president"),
    ("US special envoy for North Korea", "special envoy for north korea"),
    ("North Korea envoy", "north korea envoy"),  # to it, not of it
    ("U.S. Ambassador to the United Nations", "ambassador to the united nations"),
    ("Korean Peninsula special envoy", "korean peninsula special envoy"),  # a region, not Korea's
    ("Governor of the Bank of Japan", "governor of the bank of japan"),  # the bank's, not the country's
    ("American", "american"),  # no office at all
    # what says when goes
    ("former President", "president"),
    ("then-President", "president"),
    ("ex-Chancellor", "chancellor"),
    ("outgoing U.S. Secretary of Defense", "secretary of defense"),
    # gendered forms and abbreviations
    ("spokeswoman", "spokesperson"),
    ("Foreign Ministry spokesman", "foreign ministry spokesperson"),
    ("State Department spokesperson", "state department spokesperson"),
    ("chairwoman", "chair"),
    ("Congressman", "member of congress"),
    ("PM", "prime minister"),
    ("Pres.", "president"),
    ("Lt. Gen.", "lieutenant general"),
    ("national security advisor", "national security adviser"),
    ("Defense Secretary", "secretary of defense"),
    # bodies
    ("Secretary-General of the United Nations", "un secretary general"),
    ("UN Secretary-General", "un secretary general"),
    ("NATO Secretary General", "nato secretary general"),
    ("President of the European Commission", "european commission president"),
    ("IAEA Director General", "iaea director general"),
    ("Director of the CIA", "cia director"),
    ("leader of the Workers' Party of Korea", "workers' party of korea leader"),
    # kept as they are
    (
        "professor of African history at the School of Law at the University",
        "professor of african history at the school of law at the university",
    ),
    ("top diplomat", "top diplomat"),
    ("Deputy Prime Minister", "deputy prime minister"),
    ("state councillor and foreign minister", "state councilor and foreign minister"),
    ("Supreme Leader", "supreme leader"),
    ("King", "king"),
]

HEADS = [
    ("Chinese Vice Minister of Foreign Affairs", "vice minister", Level.VICE_MINISTER, True),
    ("Foreign Minister", "foreign minister", Level.MINISTER, True),
    ("Deputy Foreign Minister", "foreign minister", Level.VICE_MINISTER, True),
    ("Assistant Secretary of State", "secretary of state", Level.VICE_MINISTER, True),
    ("Undersecretary of State for Political Affairs", "undersecretary", Level.VICE_MINISTER, True),
    ("Secretary of State", "secretary of state", Level.MINISTER, True),
    ("Crown Prince", "crown prince", Level.LEADER, True),
    ("Deputy Prime Minister", "prime minister", Level.MINISTER, True),
    ("Vice President", "vice president", Level.MINISTER, True),
    ("head of state", "head of state", Level.LEADER, True),
    ("ambassador to Canada", "ambassador", Level.AMBASSADOR, True),
    ("special envoy for climate", "special envoy", Level.AMBASSADOR, True),
    ("foreign ministry spokeswoman", "spokesperson", Level.OFFICIAL, True),
    ("MP", "member of parliament", Level.LEGISLATOR, True),
    ("Gen.", "general", Level.MILITARY, True),
    ("professor of history", "professor", Level.OTHER, False),
    ("North Korea analyst", "analyst", Level.OTHER, False),
]

NO_OFFICE = ["Pyongyang", "relations with China", "", "the talks", "ministry of foreign affairs"]


@pytest.mark.parametrize(("words", "label"), [*LABELS, *office_examples()])
def test_an_office_has_one_label(words, label):
    assert normalize_office(words) == label


@pytest.mark.parametrize("label", sorted({label for _, label in [*LABELS, *office_examples()]}))
def test_a_label_is_its_own_label(label):
    assert normalize_office(label) == label


@given(st.text(max_size=60))
def test_any_words_come_to_tidy_lower_case(words):
    label = normalize_office(words)
    assert label == " ".join(label.split())
    assert label == label.lower()


ADJECTIVES = sorted(
    c.adjectives[0] for c in countries().values() if c.adjectives and c.kind is CountryKind.STATE
)


@given(st.sampled_from(ADJECTIVES), st.sampled_from(sorted(office_heads())))
def test_the_holders_own_country_never_shows(adjective, head):
    assert normalize_office(f"{adjective} {head}") == normalize_office(head)


@given(st.sampled_from(sorted(office_heads())), st.sampled_from(sorted(portfolios())))
def test_a_label_stays_as_it_is(head, field):
    for words in (
        head,
        f"deputy {head}",
        f"{field} {head}",
        f"{head} of {field}",
        f"{head} of the Security Council",
    ):
        label = normalize_office(words)
        assert normalize_office(label) == label


@pytest.mark.parametrize(("words", "noun", "level", "official"), HEADS)
def test_an_office_has_a_head_and_a_rank(words, noun, level, official):
    head = find_office(words)
    assert head is not None
    assert (head.noun, head.official) == (noun, official)
    assert office_level(words) is level


@pytest.mark.parametrize("words", NO_OFFICE)
def test_what_is_no_office_has_no_head(words):
    assert find_office(words) is None
    assert office_level(words) is None


def test_forms_are_lower_case_and_belong_to_one_head():
    assert all(form == form.lower() for form in office_heads())
    forms = [form for head in set(office_heads().values()) for form in (head.noun, *head.variants)]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    ("plural", "noun"),
    [
        ("foreign ministers", "foreign minister"),
        ("secretaries of state", "secretary of state"),
        ("attorneys general", "attorney general"),
        ("spokespeople", "spokesperson"),
    ],
)
def test_plurals_lead_to_their_head(plural, noun):
    assert plural_heads()[plural].noun == noun


def test_forms_of_address():
    assert {"Mr.", "H.E.", "Sheikh", "His Majesty"} <= honorifics()
    assert ambiguous_honorifics() <= honorifics()
    assert "President" not in honorifics()


def test_regnal_titles_are_offices():
    assert all(title in office_heads() for title in regnal_titles() | names_of_rulers())
    assert reigning_titles() == regnal_titles() & names_of_rulers()
