"""Coreference: which things the pronouns and phrases of a text speak of."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, read, unmarked

from kg.extract.context import Context
from kg.model import EntityKind

PERSONS = frozenset({EntityKind.PERSON})
STATES = frozenset({EntityKind.COUNTRY})


def things(context: Context, kinds: frozenset[EntityKind]) -> list[str]:
    """The keys of the things named in a text, in order of first mention."""
    named = [t for t in context.doc.tokens if t.name is not None and t.name.kind in kinds]
    return list(dict.fromkeys(k for t in named for k in context.referents.of(t)))


def meant(text: str, kinds: frozenset[EntityKind]) -> list[tuple[int, ...] | None]:
    """What each phrase that is marked by its brackets speaks of, as numbers of the things in the text."""
    plain, spans = unmarked(text)
    context = read(plain)
    numbered = {key: i for i, key in enumerate(things(context, kinds))}
    found: list[tuple[int, ...] | None] = []
    for start, end in spans:
        keys = [
            k
            for t in context.doc.tokens
            if start <= t.span.start < end and not (t.name and t.name.kind in kinds)
            for k in context.referents.of(t)
            if k in numbered
        ]
        found.append(tuple(sorted({numbered[k] for k in keys})) or None)
    return found


# Who is meant by the bracketed word: 0 is the first person named, None means nobody yet.
@pytest.mark.parametrize(
    ("expected", "text"),
    [
        # the one person there is
        (0, "President Ngozi Okonkwo arrived. Then [she] spoke."),
        # in the same sentence
        (0, "President Ngozi Okonkwo said [she] was tired."),
        # the subject of the sentence before, not its object
        (0, "President Elias Haddad met Minister Heng Sokha. [He] then left."),
        # gender decides: a given name
        (1, "President Elias Haddad met Minister Fatima Diallo. [She] then left."),
        # gender decides: a title
        (1, "President Elias Haddad met Queen Okonkwo. Later [she] left."),
        # the possessive
        (0, "President Elias Haddad praised [his] envoys."),
        # an object pronoun
        (0, "President Elias Haddad arrived. Envoys greeted [him]."),
        # over two sentences
        (0, "President Elias Haddad arrived. It rained. [He] spoke."),
        # nobody of that gender
        (None, "President Elias Haddad arrived. [She] spoke."),
        # nobody at all
        (None, "Snow fell in Mongolia. [He] spoke."),
        # two who are no subjects: doubt
        (None, "Envoys waited for Elias Haddad and Pedro Quispe. [He] spoke."),
        # nobody far back
        (None, "President Elias Haddad left. It rained. It snowed. It rained. It froze. [He] spoke."),
        # not whoever is met in the same clause
        (0, "President Elias Haddad arrived. After talks with Pedro Quispe, [he] left."),
        (None, "At a meeting with Pedro Quispe, [he] spoke."),
        # not who acts upon him
        (0, "President Elias Haddad arrived. Pedro Quispe greeted [him]."),
        # an object after two persons: doubt
        (None, "President Elias Haddad met Pedro Quispe. Envoys greeted [him]."),
        # two who act, and nobody speaks on: doubt
        (None, "Elias Haddad said Pedro Quispe was tired. [He] will rest."),
        # whoever spoke goes on speaking
        (0, "Elias Haddad said Pedro Quispe was tired. [He] added that it rained."),
        # who acts by the way
        (0, "Elias Haddad, who waited while Pedro Quispe slept, left. [He] will rest."),
        # an officer without a name who acts in between
        (
            None,
            "President Elias Haddad rested after the envoy led a team with which [he] slept.",
        ),
        # but not who only speaks of him
        (0, "President Elias Haddad rested. An envoy said [he] slept."),
        # his counterpart, who was named
        (
            1,
            "Zambian Minister Elias Haddad met Chilean Minister Pedro Quispe. His Chilean [counterpart] slept.",
        ),
        # the deed of whoever is thanked for it
        (1, "President Elias Haddad thanked Pedro Quispe for [his] visit."),
        # what is praised for itself
        (0, "President Elias Haddad praised [his] visit."),
        # the reflexive
        (0, "President Elias Haddad introduced [himself]."),
        # "the minister": the one minister
        (1, "President Elias Haddad met Foreign Minister Heng Sokha. The [minister] then left."),
        # "the president": the one president
        (0, "President Elias Haddad met Foreign Minister Heng Sokha. The [president] then left."),
        # "the minister": one of two
        (None, "Foreign Minister Elias Haddad met Defense Minister Heng Sokha. Later the [minister] left."),
        # "the foreign minister": the one of two
        (
            0,
            "Foreign Minister Elias Haddad met Trade Minister Heng Sokha. Later the foreign [minister] left.",
        ),
        # "a minister" is a new one
        (None, "Foreign Minister Elias Haddad arrived. Later a [minister] spoke."),
        # "ministers" are others
        (None, "Foreign Minister Elias Haddad arrived. Later [ministers] spoke."),
        # "the Chadian minister" is another's
        (None, "Foreign Minister Elias Haddad arrived. Later the Chadian [minister] spoke."),
        # an office by its letters
        (0, "Deputy Prime Minister Elias Haddad arrived. The Deputy [PM] spoke."),
        # the delegation, by who leads it
        (0, "A team led by Elias Haddad arrived. It rained. The [team] spoke."),
        # a delegation without a name
        (None, "Elias Haddad arrived. The [team] spoke."),
        # apposition
        (0, "The [president], Elias Haddad, spoke."),
        # a state's officer, in the genitive
        (0, "Chadian President Elias Haddad met Heng Sokha. Chad's [president] then left."),
        (0, "Chadian President Elias Haddad met Heng Sokha. Chad's [leader] then left."),
        (None, "Chadian Trade Minister Elias Haddad met Heng Sokha. Chad's [minister] of defense then left."),
        (None, "Chadian Trade Minister Elias Haddad met Heng Sokha. Chad's [leader] then left."),
        # the head of state, of a state or alone
        (0, "Chadian President Elias Haddad arrived. The Chadian [Head] of State spoke."),
        (0, "Chadian President Elias Haddad met Minister Heng Sokha. The [head] of state spoke."),
        (None, "Chadian Trade Minister Elias Haddad arrived. The [head] of state spoke."),
        (None, "President Elias Haddad met President Heng Sokha. The [head] of state spoke."),
        # the president, of whom only "leader" was told
        (0, "Chadian leader Elias Haddad arrived. The Chadian [president] spoke."),
        # "the president" is who was called so, not who was called his counterpart
        (0, "President Elias Haddad met his Peruvian counterpart Pedro Quispe. The [President] then left."),
        # not whom the same clause names behind it
        (
            0,
            "President Elias Haddad was greeted by Pedro Quispe. [He] then held talks with Heng Sokha and Mr Quispe.",
        ),
        # who is named behind the phrase that a sentence opens with
        (1, "President Elias Haddad left. On [his] last day, Pedro Quispe rested."),
        # but not by whom he is received
        (0, "President Elias Haddad arrived. During [his] visit, Pedro Quispe received him."),
    ],
)
def test_one_person(expected: int | None, text: str) -> None:
    assert meant(text, PERSONS) == [None if expected is None else (expected,)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        # two in a row
        ((0, 1), "President Elias Haddad and Minister Heng Sokha arrived. [They] then spoke."),
        # subject and object
        ((0, 1), "President Elias Haddad met Minister Heng Sokha. [They] talked for hours."),
        # both leaders
        ((0, 1), "President Elias Haddad met President Ngozi Okonkwo. The two [leaders] spoke of trade."),
        ((0, 1), "President Elias Haddad met President Ngozi Okonkwo. Both [presidents] spoke of trade."),
        # their
        ((0, 1), "Elias Haddad and Heng Sokha praised [their] envoys."),
        # leaders told of one by one
        (
            (0, 1),
            "President Elias Haddad arrived. It rained. President Ngozi Okonkwo spoke. The two [leaders] met.",
        ),
        # … of whom one is none
        (
            None,
            "President Elias Haddad arrived. It rained. Minister Ngozi Okonkwo spoke. The two [leaders] met.",
        ),
        # three are not two
        (None, "Elias Haddad, Heng Sokha and Pedro Quispe arrived. The two [ministers] spoke."),
        # one is not two
        (None, "President Elias Haddad arrived. The two [leaders] spoke of trade."),
        # a state acts in between
        (
            None,
            "President Elias Haddad met Minister Heng Sokha. Peru is the country that knows it, because [they] wait.",
        ),
        # of those who act together
        ((0, 1), "Elias Haddad and Heng Sokha left Peru because [they] were tired."),
        # one is not "they"
        (None, "President Elias Haddad arrived. [They] spoke."),
        # a spokesman is no minister
        (
            (0, 1),
            "Minister Elias Haddad met Minister Heng Sokha. Spokesman Pedro Quispe and aides said the two [ministers] left.",
        ),
    ],
)
def test_two_persons(expected: tuple[int, ...] | None, text: str) -> None:
    assert meant(text, PERSONS) == [expected]


# Which states are meant: 0 is the first named.
@pytest.mark.parametrize(
    ("expected", "text"),
    [
        # the two countries
        ((0, 1), "Peru and Ecuador share a river. The two [countries] talked."),
        ((0, 1), "Peru and Ecuador share a river. Both [sides] talked."),
        # the same two again, beside others
        (
            (0, 1),
            "Peru and Ecuador talked. The two countries, with Chad and Kenya, dug. The two [states] met.",
        ),
        # by demonyms
        ((0, 1), "Peruvian and Ecuadorian farmers met. The two [nations] share a river."),
        # officers without names, in capitals too
        ((0, 1), "The Peruvian and Ecuadorian Foreign [Ministers] share a river."),
        # they
        ((0, 1), "Peru and Ecuador share a river. [They] talked."),
        # the two named in one breath, beside a third
        ((0, 1), "Peru and Ecuador signed a truce drafted in Kenya by Brazil. The two [countries] talked."),
        # three are not two
        (None, "Peru, Ecuador and Bolivia share a lake. The two [countries] talked."),
        # three, beside one that is only spoken of
        ((0, 1, 2), "Peru, Chad and Fiji met. They discussed Mali. The three [countries] trade."),
        (
            (0, 1, 2),
            "The ministers of Peru, Chad and Fiji met. Peru told Chad of Mali's arms. The three [nations] trade.",
        ),
        (None, "The Peruvian minister met the Chadian king to discuss Mali. The three [countries] trade."),
        (
            (0, 1, 2),
            "Peru, Chad and Fiji met. The talks on Mali, Togo and Niger failed. The three [states] trade.",
        ),
        # ours are the speaker's too
        ((0, 1, 2), "Peru, Chad and Fiji met. “Our three [countries] trade,” King Omar Saleh of Fiji said."),
        (None, "Peru, Chad and Fiji met. “Our three [countries] trade,” King Omar Saleh of Mali said."),
        (None, "Peru and Chad met. “Our two [countries] trade,” King Omar Saleh of Mali said."),
        # one is not two
        (None, "Peru has a river. The two [countries] talked."),
        # the country
        ((0,), "Peru has a river. The [country] also has lakes."),
        # the country, of two
        (None, "Peru and Ecuador share a river. The [country] also has lakes."),
        # a government is its state
        ((0,), "The Peruvian [government] waited."),
        # officials are their state's
        ((0,), "Kenyan [officials] waited."),
        # officials at the head of a sentence
        ((0,), "[Representatives] of Kenya waited."),
        # the delegation of a state
        ((0,), "A Kenyan delegation came. It rained. The [delegation] waited."),
        # two delegations
        ((0, 1), "Peru and Ecuador share a river. The two [delegations] talked."),
        # officials of two
        ((0, 1), "[Officials] from Peru and Ecuador waited."),
        # nobody's government
        (None, "The [government] waited."),
        # a farmer is not the state
        (None, "A Peruvian [farmer] waited."),
        # not those of which one only has what goes to the other
        (
            (0, 1),
            "Peru and Ecuador met. Both sides talked. A note condemned Kenya's exports to Chile. The two [sides] rested.",
        ),
        # nor the last two of three whom nobody joins
        (
            (0, 1),
            "Peru and Ecuador met. Both sides talked. He told of Kenya's help in Chile's war on Togo. The two [sides] left.",
        ),
        # but for one who has to do with others since
        (
            (1, 2),
            "Peru and Ecuador met. Both sides talked. Ecuador is accused of giving Kenya arms in Kenya's war on Togo. "
            "As a result, the two [sides] make weapons.",
        ),
    ],
)
def test_states(expected: tuple[int, ...] | None, text: str) -> None:
    assert meant(text, STATES) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the ruler of a country
        ("Kenyan President Mary Banda left. The [Kenyan leader] slept.", (0,)),
        # an office of a country
        ("Kenyan Foreign Minister Mary Banda left. The [Kenyan minister] slept.", (0,)),
        # of another country
        ("Kenyan President Mary Banda left. The [Fijian leader] slept.", None),
        # a minister does not rule
        ("Kenyan Foreign Minister Mary Banda left. The [Kenyan leader] slept.", None),
    ],
)
def test_the_officer_of_a_country(text: str, expected: tuple[int, ...] | None) -> None:
    assert meant(text, PERSONS) == [expected]


def test_a_counterpart_holds_the_same_office_at_home() -> None:
    context = read("Kenyan Foreign Minister Mary Banda met her Fijian counterpart Heng Sokha.")
    persons = [context.referents.things[k] for k in things(context, PERSONS)]
    assert [(p.names[0], p.country, [o.label for o in p.offices]) for p in persons] == [
        ("Mary Banda", "country/KEN", ["foreign minister"]),
        ("Heng Sokha", "country/FJI", ["foreign minister"]),
    ]


def test_unnamed_people_are_a_group() -> None:
    context = read("President Mary Banda met young Kenyan entrepreneurs.")
    groups = [t for t in context.referents.things.values() if t.kind is EntityKind.GROUP]
    assert [g.names for g in groups] == [("young Kenyan entrepreneurs",)]


def test_a_body_belongs_to_the_country_before_it() -> None:
    context = read("He led the Kenyan Ministry of Health.")
    bodies = [t for t in context.referents.things.values() if t.kind is EntityKind.ORGANIZATION]
    assert [(b.names, b.country) for b in bodies] == [(("Ministry of Health",), "country/KEN")]


@given(any_text)
def test_every_reference_is_to_a_thing_named_in_the_text(text: str) -> None:
    context = read(text)
    for i, keys in context.referents.by_token.items():
        assert 0 <= i < len(context.doc.tokens)
        assert len(set(keys)) == len(keys) > 0
        assert set(keys) <= set(context.referents.things)
    for thing in context.referents.things.values():
        assert all(name in text for name in thing.names)
        assert all(span.of(text) in text for span in thing.sentences)
