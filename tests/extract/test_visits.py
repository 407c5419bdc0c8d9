"""Visits: who went where, when, and whether the journey was made."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, check_in_text, read

from kg.extract.visits import extract_visits


def visits(text: str) -> list[tuple[str, str, str]]:
    """Each visit: who, where to, its status."""
    context = read(text)
    things = context.referents.things
    return [
        (
            ", ".join(sorted(things[a.entity].names[0] for a in e.arguments if a.role == "visitor")),
            ", ".join(a.entity for a in e.arguments if a.role == "destination"),
            e.status.value,
        )
        for e in extract_visits(context)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb
        ("President Mary Banda visited Peru.", ("Mary Banda", "country/PER", "Held")),
        # a city, not the country beside it
        ("President Mary Banda visited Mombasa, Kenya.", ("Mary Banda", "place/mombasa", "Held")),
        # a capital is a city
        ("President Mary Banda arrived in Lima.", ("Mary Banda", "place/lima", "Held")),
        # a journey
        ("President Mary Banda flew to Peru on Monday.", ("Mary Banda", "country/PER", "Held")),
        # a noun
        ("President Mary Banda paid a visit to Peru.", ("Mary Banda", "country/PER", "Held")),
        # in the genitive
        ("President Mary Banda's visit to Peru ended.", ("Mary Banda", "country/PER", "Held")),
        # the passive
        ("Peru was visited by President Mary Banda.", ("Mary Banda", "country/PER", "Held")),
        # two go
        ("President Mary Banda and King Letsie visited Peru.", ("Letsie, Mary Banda", "country/PER", "Held")),
        # a pronoun
        ("President Mary Banda left. She will visit Peru.", ("Mary Banda", "country/PER", "Planned")),
        # a plan
        ("President Mary Banda plans to visit Peru.", ("Mary Banda", "country/PER", "Planned")),
        # an invitation
        ("Peru invited President Mary Banda to visit Lima.", ("Mary Banda", "place/lima", "Possible")),
        # a refusal
        ("President Mary Banda declined to visit Peru.", ("Mary Banda", "country/PER", "Denied")),
        # by whom, behind other phrases
        (
            "A visit to Peru last week by President Mary Banda ended well.",
            ("Mary Banda", "country/PER", "Held"),
        ),
        # of which somebody comes back
        ("President Mary Banda returned home from Peru.", ("Mary Banda", "country/PER", "Held")),
        ("Kenyan President Mary Banda returned from Peru.", ("Mary Banda", "country/PER", "Held")),
        # where a journey takes somebody
        ("A tour took President Mary Banda to Peru.", ("Mary Banda", "country/PER", "Held")),
        ("The trip will take President Mary Banda to Peru.", ("Mary Banda", "country/PER", "Planned")),
        # whom somebody accompanies
        (
            "President Mary Banda accompanied King Letsie to Peru.",
            ("Letsie, Mary Banda", "country/PER", "Held"),
        ),
        # after which somebody leaves
        ("President Mary Banda left Peru after paying a state visit.", ("Mary Banda", "country/PER", "Held")),
        # set out
        ("President Mary Banda left Lusaka on Monday for Peru.", ("Mary Banda", "country/PER", "Held")),
        # is there
        ("President Mary Banda is in Peru on a short visit.", ("Mary Banda", "country/PER", "Held")),
        ("President Mary Banda is on a state visit to Peru.", ("Mary Banda", "country/PER", "Held")),
        # a stop on the way
        ("President Mary Banda made a stopover in Lima.", ("Mary Banda", "place/lima", "Held")),
        # waited for
        ("President Mary Banda is expected in Peru on Friday.", ("Mary Banda", "country/PER", "Planned")),
        # announced by others
        (
            "Zambia announced a visit by President Mary Banda to Peru.",
            ("Mary Banda", "country/PER", "Planned"),
        ),
        # a name set off
        ("Mary Banda, meanwhile, will visit Peru.", ("Mary Banda", "country/PER", "Planned")),
        # where troops are, not whose they are
        ("Mary Banda visited Chilean and U.S. troops in Peru.", ("Mary Banda", "country/PER", "Held")),
        # set off behind a name
        (
            "Zambian President Mary Banda, currently on a visit to Peru, slept.",
            ("Mary Banda", "country/PER", "Held"),
        ),
        # whoever is thanked for it
        ("King Letsie thanked Mary Banda for visiting Peru.", ("Mary Banda", "country/PER", "Held")),
        # of two joined by "and" he is neither
        (
            "Heng Sokha and Elias Haddad met King Letsie during his visit to Peru.",
            ("Letsie", "country/PER", "Held"),
        ),
        # what befalls a trip is not said of the place
        (
            "They discussed Mary Banda's trip to Peru, which was postponed in May.",
            ("Mary Banda", "country/PER", "Cancelled"),
        ),
        # as whose envoy, which is no place
        ("Mary Banda flew to Peru as Zambia's envoy.", ("Mary Banda", "country/PER", "Held")),
        # whoever is to go
        (
            "Peru withdrew an invitation for President Mary Banda to visit Lima.",
            ("Mary Banda", "place/lima", "Cancelled"),
        ),
        # an airport by its town
        ("President Mary Banda landed at Bamako airport.", ("Mary Banda", "place/bamako", "Held")),
        # the country that is not the visitor's own
        (
            "Zambian President Mary Banda arrived in the country on Monday, a Kenyan aide said.",
            ("Mary Banda", "country/KEN", "Held"),
        ),
        # a body by those whom it sends
        ("A mission from the African Union arrived in Mali.", ("African Union", "country/MLI", "Held")),
        # called off with a particle
        ("President Mary Banda called off her trip to Peru.", ("Mary Banda", "country/PER", "Cancelled")),
        # called off
        ("President Mary Banda cancelled a trip to Peru.", ("Mary Banda", "country/PER", "Cancelled")),
    ],
)
def test_one_visit(text: str, expected: tuple[str, str, str]) -> None:
    assert visits(text) == [expected]


def test_a_tour_is_a_visit_to_each_place() -> None:
    assert visits("President Mary Banda travelled to Peru, Chile and Bolivia.") == [
        ("Mary Banda", "country/PER", "Held"),
        ("Mary Banda", "country/CHL", "Held"),
        ("Mary Banda", "country/BOL", "Held"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # nowhere
        "President Mary Banda arrived on Monday.",
        # a thing
        "A letter to President Mary Banda arrived in Peru.",
        # a country does not visit itself
        "Peruvian President Mary Banda returned to Peru.",
        # a house
        "President Mary Banda headed to the Sheraton Hotel.",
        # one of two countries
        "Kenya and Chad share a lake. Zambian President Mary Banda toured the country.",
        # perhaps back home
        "Mary Banda returned to Peru.",
        "Mary Banda landed back in Peru.",
        # a town at home
        "Peruvian President Mary Banda flew to Lima.",
        # a matter
        "President Mary Banda returned to politics.",
        # home may be what one returns from
        "President Mary Banda returned from Peru.",
        # who visited is not told
        "President Mary Banda left Peru after the visit.",
        # a page
        "Readers visit the page every day.",
        # nobody
        "A visit to Peru is cheap.",
        # a company's plant
        "President Mary Banda praised Peru.",
    ],
)
def test_no_visit(text: str) -> None:
    assert visits(text) == []


@pytest.mark.parametrize(
    ("text", "visitors"),
    [
        # the last of people of two states
        (
            "The king spoke with Zambian President Mary Banda and Chadian President Elias Haddad, who arrived in Peru.",
            ["Elias Haddad"],
        ),
        # … in the last one's talks with a host
        (
            "Talks of Zambian President Mary Banda with Chadian President Elias Haddad, who flew to Lusaka, ended.",
            ["Elias Haddad"],
        ),
        # both, as the verb tells
        (
            "Zambian President Mary Banda and Chadian President Elias Haddad, who are visiting Peru, sang.",
            ["Elias Haddad", "Mary Banda"],
        ),
        # both, of one state
        (
            "The king spoke with Zambian President Mary Banda and Zambian Prime Minister Kofi Mensah, who arrived in Peru.",
            ["Kofi Mensah", "Mary Banda"],
        ),
    ],
)
def test_who_of_several_travelled(text: str, visitors: list[str]) -> None:
    context = read(text)
    keys = {a.entity for e in extract_visits(context) for a in e.arguments if a.role == "visitor"}
    assert sorted(context.referents.things[key].names[0] for key in keys) == visitors


def test_when() -> None:
    (event,) = extract_visits(read("President Mary Banda visited Peru on 3 May 2021."))
    assert event.interval is not None
    assert event.interval.edtf == "2021-05-03"


@given(any_text)
def test_visits_lie_in_the_text(text: str) -> None:
    context = read(text)
    found = list(extract_visits(context))
    check_in_text(context, found)
    assert all({a.role for a in event.arguments} == {"visitor", "destination"} for event in found)
