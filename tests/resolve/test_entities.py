"""Who is who over several articles: one entity under many names, two entities under one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import CAST, ORGANIZATION, PLACE, Told, person, thing, world_of

from kg.language.lexicon import load_lexicon
from kg.model import Entity, EntityKind, Office, Referent, Span
from kg.resolve.entities import Identities, resolve_entities

CHN, KOR, PRK, USA = "country/CHN", "country/KOR", "country/PRK", "country/USA"


def resolved(*casts: tuple[Referent, ...]) -> Identities:
    """The identities of the referents of some articles, one cast each."""
    return resolve_entities([Told(f"a{k}", cast).reading for k, cast in enumerate(casts)], load_lexicon())


def entities(*casts: tuple[Referent, ...]) -> dict[str, Entity]:
    """The entities without the countries that they need."""
    return {k: e for k, e in resolved(*casts).entities.items() if e.kind is not EntityKind.COUNTRY}


@pytest.mark.parametrize(
    ("one", "other", "identifiers"),
    [
        # the same name
        (person("p:1", "Sun Weidong", of=CHN), person("p:9", "Sun Weidong", of=CHN), ["person/sun-weidong"]),
        # case, accents and hyphens
        (person("p:1", "Kim Jong Un", of=PRK), person("p:1", "KIM Jong-un", of=PRK), ["person/kim-jong-un"]),
        # another spelling of the same name, in one state
        (
            person("p:1", "Pak Myong Ho", of=PRK),
            person("p:1", "Park Myung-ho", of=PRK),
            ["person/pak-myong-ho"],
        ),
        # … in two states
        (
            person("p:1", "Pak Myong Ho", of=PRK),
            person("p:1", "Park Myung-ho", of=KOR),
            ["person/pak-myong-ho", "person/park-myung-ho"],
        ),
        # … in an article that gives no state: too little to go by
        (
            person("p:1", "Pak Myong Ho", of=PRK),
            person("p:1", "Park Myung-ho"),
            ["person/pak-myong-ho", "person/park-myung-ho"],
        ),
        # namesakes in two states are two persons, told apart by the state
        (
            person("p:1", "Li Wei", of=CHN),
            person("p:1", "Li Wei", of="country/SGP"),
            ["person/li-wei-chn", "person/li-wei-sgp"],
        ),
        # initials that differ make two; none of them speaks against nobody
        (
            person("p:1", "Thomas S. Stanmore", of=USA, office="envoy"),
            person("p:1", "Thomas F. Stanmore", of=USA, office="envoy"),
            ["person/thomas-f-stanmore", "person/thomas-s-stanmore"],
        ),
        (
            person("p:1", "Thomas S. Stanmore", of=USA, office="envoy"),
            person("p:1", "Thomas Stanmore", of=USA, office="envoy"),
            ["person/thomas-s-stanmore"],
        ),
        # the one without a state goes to the only state
        (person("p:1", "Li Wei", of=CHN), person("p:1", "Li Wei"), ["person/li-wei"]),
        # who serves an organisation is no citizen of it
        (
            person("p:1", "Ban Ki-moon", of=KOR),
            person("p:1", "Ban Ki-moon", of="organization/united-nations"),
            ["person/ban-ki-moon"],
        ),
        # a surname with the office of a full name
        (
            person("p:1", "Donald Trump", of=USA, office="president"),
            person("p:1", "Trump", of=USA, office="president"),
            ["person/donald-trump"],
        ),
        # a surname with another office
        (
            person("p:1", "Joe Biden", of=USA, office="president"),
            person("p:1", "Biden", of=USA, office="spokesman"),
            ["person/biden-usa", "person/joe-biden"],
        ),
        # a surname alone joins nobody elsewhere
        (person("p:1", "Kim"), person("p:1", "Kim"), ["person/kim-a0", "person/kim-a1"]),
        # a nickname in the name or the text, and that office
        (
            person("p:1", "Omar “Sanbal” Dahir", of=KOR, office="president"),
            person("p:1", "Sanbal", of=KOR, office="president"),
            ["person/omar-sanbal-dahir"],
        ),
        (
            person("p:1", "Omar Dahir", "Sanbal", of=KOR, office="president"),
            person("p:1", "Sanbal", of=KOR, office="president"),
            ["person/omar-dahir"],
        ),
        # … and another
        (
            person("p:1", "Omar “Sanbal” Dahir", of=KOR, office="president"),
            person("p:1", "Sanbal", of=KOR, office="spokesman"),
            ["person/omar-sanbal-dahir", "person/sanbal-kor"],
        ),
        # a name with a word left out, in one office of a body
        (
            person("p:1", "Omar Dahir", of="organization/african-union", office="au commission chair"),
            person("p:1", "Omar Ismail Dahir", of="organization/african-union", office="au commission chair"),
            ["organization/african-union", "person/omar-ismail-dahir"],
        ),
        # … and in two
        (
            person("p:1", "Omar Dahir", of="organization/african-union", office="au commission chair"),
            person("p:1", "Omar Ismail Dahir", of="organization/nato", office="spokesperson"),
            [
                "organization/african-union",
                "organization/nato",
                "person/omar-dahir",
                "person/omar-ismail-dahir",
            ],
        ),
        # two surnames of one state with different offices are two, and none is lost
        (
            person("p:1", "Kim", of=KOR, office="president"),
            person("p:1", "Kim", of=KOR, office="defence minister"),
            ["person/kim-kor", "person/kim-kor-2"],
        ),
        # a surname alone, the same office of the same state
        (
            person("p:1", "Kim", of=KOR, office="president"),
            person("p:1", "Kim", of=KOR, office="president"),
            ["person/kim-kor"],
        ),
    ],
)
def test_persons(one: Referent, other: Referent, identifiers: list[str]) -> None:
    assert sorted(entities((one,), (other,))) == identifiers
    assert sorted(entities((other,), (one,))) == identifiers


@pytest.mark.parametrize(
    ("office", "states", "persons"),
    [
        ("president", ["PER", "PER", "USA"], 1),  # what each state has once: one article has the state wrong
        ("president", ["PER", "USA"], 2),  # … but which of two?
        ("president", ["PER", "PER", "PER", "USA", "USA"], 2),  # … and hardly two articles
        ("ambassador", ["PER", "PER", "USA"], 2),  # which each state has many of
    ],
)
def test_one_office_in_two_states(office: str, states: list[str], persons: int) -> None:
    casts = [(person("p:1", "Ana Rojas", of=f"country/{state}", office=office),) for state in states]
    assert len(entities(*casts)) == persons


@pytest.mark.parametrize(
    ("one", "other", "identifiers"),
    [
        # a body that no gazetteer knows, by its name
        (
            thing("o:1", ORGANIZATION, "Coal Board"),
            thing("o:7", ORGANIZATION, "Coal Board"),
            ["organization/coal-board"],
        ),
        # a name that each state has
        (
            thing("o:1", ORGANIZATION, "Foreign Ministry", of=CHN),
            thing("o:1", ORGANIZATION, "Foreign Ministry", of=KOR),
            ["organization/foreign-ministry-chn", "organization/foreign-ministry-kor"],
        ),
        # a place of that kind
        (
            thing("l:1", PLACE, "Presidential Palace", of=CHN),
            thing("l:1", PLACE, "Presidential Palace", of=KOR),
            ["place/presidential-palace-chn", "place/presidential-palace-kor"],
        ),
        # a place and a body of one name
        (
            thing("l:1", PLACE, "White Hall"),
            thing("o:1", ORGANIZATION, "White Hall"),
            ["organization/white-hall", "place/white-hall"],
        ),
    ],
)
def test_things(one: Referent, other: Referent, identifiers: list[str]) -> None:
    assert sorted(entities((one,), (other,))) == identifiers


@pytest.mark.parametrize(
    ("names", "office", "identifiers"),
    [
        # two short forms of a name, all of the one holder of an office
        (["Ana Rojas", "Ana Rojas Soto", "Ana Soto"], "president", ["ana-rojas-soto"]),
        # nobody has the words of both
        (["Ana Rojas", "Ana Soto"], "president", ["ana-rojas", "ana-soto"]),
        # … or the other word of the name is neither's
        (["Ana Rojas", "Ana Maria Soto"], "president", ["ana-maria-soto", "ana-rojas"]),
        # an office of many
        (
            ["Ana Rojas", "Ana Rojas Soto", "Ana Soto"],
            "lawmaker",
            ["ana-rojas", "ana-rojas-soto", "ana-soto"],
        ),
    ],
)
def test_short_forms_of_one_name(names: list[str], office: str, identifiers: list[str]) -> None:
    casts = [(person("p:1", name, of="country/PER", office=office),) for name in names]
    assert sorted(entities(*casts)) == [f"person/{i}" for i in identifiers]
    assert sorted(entities(*casts[::-1])) == [f"person/{i}" for i in identifiers]


JAPAN = thing("country/JPN", EntityKind.COUNTRY, "Japan")


@pytest.mark.parametrize(
    ("told", "untold", "number"),
    [
        # a whole name in another spelling or order, in an article that names the state
        ((person("p:1", "Tarō Ono", of="country/JPN"),), (person("p:1", "ONO Taro"), JAPAN), 1),
        (
            (person("p:1", "Faisal al-Rashidi", of="country/JPN"),),
            (person("p:1", "Faysal Al Rashidi"), JAPAN),
            1,
        ),
        # … that names another
        ((person("p:1", "Tarō Ono", of="country/JPN"),), (person("p:1", "ONO Taro"), CAST[0]), 2),
        # … of two without a state, where both articles name one country
        ((person("p:1", "Tarō Ono"), JAPAN), (person("p:1", "ONO Taro"), JAPAN), 1),
        # the Russian and the Ukrainian form of one given name
        (
            (person("p:1", "Mykola Hrytsenko", of="country/JPN"),),
            (person("p:1", "Nikolai Hrytsenko"), JAPAN),
            1,
        ),
        # … but not of another
        (
            (person("p:1", "Mykola Hrytsenko", of="country/JPN"),),
            (person("p:1", "Mikhail Hrytsenko"), JAPAN),
            2,
        ),
        # a name with words left out may be another's
        (
            (person("p:1", "Fahd Omar al-Rashidi", of="country/JPN"),),
            (person("p:1", "Fahd al-Rashidi"), JAPAN),
            2,
        ),
        # so may one with an initial
        ((person("p:1", "Ana Ono", of="country/JPN"),), (person("p:1", "A. Ono"), JAPAN), 2),
        # and the Korean name that Pinyin may write
        ((person("p:1", "Ryu Yongwook", of="country/JPN"),), (person("p:1", "Liu Yongyu"), JAPAN), 2),
    ],
)
def test_an_article_that_names_the_state_ties_a_whole_name(
    told: tuple[Referent, ...], untold: tuple[Referent, ...], number: int
) -> None:
    assert len([e for e in entities(told, untold).values() if e.kind is EntityKind.PERSON]) == number


def president(name: str, of: str | None = None, office: str = "president") -> Referent:
    """Somebody with an office of which the text does not say whose it is, unless of a state."""
    return replace(person("p:1", name, of=of), offices=(Office(office, of, office, Span(0, 1)),))


@pytest.mark.parametrize(
    ("full", "alone", "number"),
    [
        # a surname with an office of which a state has one holder, in an article that names the state
        ((president("Hana Ono", "country/JPN"),), (president("Ono"), JAPAN), 1),
        # … that names another
        ((president("Hana Ono", "country/JPN"),), (president("Ono"), CAST[0]), 2),
        # an office that many hold
        (
            (president("Hana Ono", "country/JPN", "adviser"),),
            (president("Ono", office="adviser"), JAPAN),
            2,
        ),
        # two of the surname hold it
        (
            (
                president("Hana Ono", "country/JPN"),
                replace(president("Kenji Ono", "country/JPN"), key="p:2"),
            ),
            (president("Ono"), JAPAN),
            3,
        ),
    ],
)
def test_an_article_that_names_the_state_ties_a_surname_in_office(
    full: tuple[Referent, ...], alone: tuple[Referent, ...], number: int
) -> None:
    assert len([e for e in entities(full, alone).values() if e.kind is EntityKind.PERSON]) == number


def test_who_is_put_to_another_state_once_is_of_the_usual_one() -> None:
    right, wrong = (person("p:1", "Ana Rojas", of=of, office="president") for of in ("country/PER", USA))
    identities = resolved((right,), (wrong,), (right,))
    assert identities.entities["person/ana-rojas"].country == "country/PER"
    assert (
        "one office in PER and, in fewer articles, in USA"
        in identities.entities["person/ana-rojas"].reasons[0]
    )


SECRETARY, DEPUTY = "foreign secretary", "vice foreign minister"


@pytest.mark.parametrize(
    ("names", "office", "dates", "number"),
    [
        # nearly one name, and an office that one person has
        (("Ramesh Khadka", "Rameesh Khadka"), SECRETARY, ("2024-03-01", "2024-12-01"), 1),
        # … of three spellings, of which two are further apart
        (("Kiran Ramesh Khadka", "Ramesh Khadka", "Md Rameesh Khadka"), SECRETARY, ("2024-03-01",) * 3, 1),
        # … years later: a successor of such a name
        (("Ramesh Khadka", "Rameesh Khadka"), SECRETARY, ("2019-03-01", "2024-12-01"), 2),
        # … in articles of unknown days
        (("Ramesh Khadka", "Rameesh Khadka"), SECRETARY, (None, None), 2),
        # … that begins otherwise: no slip
        (("Ramesh Khadka", "Ramesh Hadka"), SECRETARY, ("2024-03-01", "2024-12-01"), 2),
        # … or has an initial
        (("Ramesh Khadka", "Laxmi Khadka", "L. Khadka"), SECRETARY, ("2024-03-01",) * 3, 3),
        # another name
        (("Ramesh Khadka", "Dilip Khadka"), SECRETARY, ("2024-03-01", "2024-12-01"), 2),
        # an office that several have
        (("Ramesh Khadka", "Rameesh Khadka"), DEPUTY, ("2024-03-01", "2024-12-01"), 2),
        # … by the same words in another order
        (("Bold Ganbat", "Ganbat Bold"), DEPUTY, ("2020-03-01", "2024-12-01"), 1),
        # … with nothing in common but the name
        (("Bold Ganbat", "Ganbat Bold"), None, ("2020-03-01", "2024-12-01"), 2),
    ],
)
def test_one_holder_under_nearly_the_same_name(
    names: tuple[str, ...], office: str | None, dates: tuple[str | None, ...], number: int
) -> None:
    told = [
        Told(
            f"a{k}", (person("p:1", name, of="country/JPN", office=office),), day and date.fromisoformat(day)
        )
        for k, (name, day) in enumerate(zip(names, dates, strict=True))
    ]
    found = resolve_entities([t.reading for t in told], load_lexicon()).entities.values()
    assert len([e for e in found if e.kind is EntityKind.PERSON]) == number


def test_two_spellings_in_one_article_are_one_even_without_a_state() -> None:
    cast = person("p:1", "Park Myung-ho", of=PRK), person("p:2", "Park Minghao")
    assert list(entities(cast)) == ["person/park-myung-ho"]


def test_a_spelling_that_fits_two_states_joins_neither() -> None:
    cast = (
        person("p:1", "Pak Myong Ho", of=PRK),
        person("p:2", "Park Myung-ho", of=KOR),
        person("p:3", "Park Minghao"),
    )
    assert len(entities(cast)) == 3


def test_person_has_every_form_and_a_reason_for_each() -> None:
    one = person("p:1", "Pak Myong Ho", "Pak", of=PRK, office="vice foreign minister")
    other = replace(person("p:1", "Park Myung-ho", of=PRK), titled=("Deputy Minister Park Myung-ho",))
    found = entities((one,), (other,))["person/pak-myong-ho"]
    assert found.label == "Pak Myong Ho"
    assert found.alt_labels == ("Deputy Minister Park Myung-ho", "Pak", "Park Myung-ho")
    assert found.country == PRK
    assert len(found.reasons) == 1
    assert "Park Myung-ho" in found.reasons[0]


def test_surname_has_its_reason() -> None:
    one = person("p:1", "Donald Trump", of=USA, office="president")
    found = entities((one,), (person("p:1", "Trump", of=USA, office="president"),))["person/donald-trump"]
    assert found.reasons == (
        "“Trump” is taken for “Donald Trump”: the same surname and office, and nobody else has both.",
    )


def test_country_under_its_usual_names_and_a_place_under_those_of_the_texts() -> None:
    found = resolved((thing("place/pyongyang", PLACE, "Pyongyang", "the North's capital"),)).entities
    assert found["place/pyongyang"].alt_labels == ("the North's capital",)
    assert found["place/pyongyang"].country == PRK
    assert found[PRK].iso3 == "PRK"
    assert "DPRK" in found[PRK].alt_labels


def test_every_referent_is_an_entity() -> None:
    identities = resolved(CAST, (person("p:1", "Kim"), person("p:2", "Kim", of=KOR, office="president")))
    assert set(identities.of_referent.values()) <= set(identities.entities)
    assert identities.of(Told("nowhere").reading.article, "country/CHN") == "country/CHN"


# ---------------------------------------------------------------- laws

PEOPLE = st.builds(
    person,
    st.sampled_from(["p:1", "p:2", "p:3"]),
    st.sampled_from(
        ["Kim Jong Un", "Kim Jong-un", "Kim", "Pak Myong Ho", "Park Myung-ho", "Park Minghao", "Li Wei"]
    ),
    of=st.sampled_from([None, PRK, KOR, CHN]),
    office=st.sampled_from([None, "president", "foreign minister"]),
)
CASTS = st.lists(st.lists(PEOPLE, max_size=3, unique_by=lambda r: r.key).map(tuple), min_size=1, max_size=4)


@given(CASTS, st.randoms(use_true_random=False))
def test_order_of_articles_and_of_names_does_not_matter(
    casts: list[tuple[Referent, ...]], random: object
) -> None:
    told = [Told(f"a{k}", cast) for k, cast in enumerate(casts)]
    expected = world_of(*told)
    shuffled = [replace(t, cast=tuple(random.sample(t.cast, len(t.cast)))) for t in told]  # type: ignore[attr-defined]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert world_of(*shuffled) == expected


@given(CASTS)
def test_nobody_has_two_states_without_one_office_and_nobody_is_lost(
    casts: list[tuple[Referent, ...]],
) -> None:
    identities = resolved(*casts)
    states: dict[str, set[str]] = {}
    misplaced = {c.concerns[0] for c in identities.comparisons if c.basis == "office"}
    for number, cast in enumerate(casts):
        for referent in cast:
            identifier = identities.of_referent[f"a{number}", referent.key]
            states.setdefault(identifier, set()).update({referent.country} - {None})  # type: ignore[arg-type]
    assert all(len(found) < 2 for person, found in states.items() if person not in misplaced)
    assert states.keys() <= identities.entities.keys()
