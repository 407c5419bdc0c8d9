"""The world of some articles: the same whatever their order, run or hash seed, and whole."""

from __future__ import annotations

from pathlib import Path

from hash_seeds import outputs_under_hash_seeds
from hypothesis import given
from hypothesis import strategies as st
from readings import Told, world_of

from kg.language.lexicon import load_lexicon
from kg.model import AgreementStatus, Stance, Status, World
from kg.resolve.world import resolve_world

P = "place/pyongyang"


def articles() -> list[Told]:
    """Three articles with something of everything."""
    one = (
        Told("one").visit("p:sun", P, when="2024-01-25").meeting("p:sun", "p:pak", place=P, when="2024-01-26")
    )
    one.agreement("Coal Pact", "country/CHN", "country/PRK", status=AgreementStatus.SIGNED)
    two = Told("two").meeting("country/CHN", "country/PRK", kind="Talks", place="country/PRK")
    two.meeting("p:sun", "p:choe", status=Status.PLANNED).claim("country/PRK", Stance.SAYS)
    three = Told("three").meeting("p:sun", "p:pak", place=P, when="2024-01-27")
    three.tell("Relation", "source=country/CHN", "target=country/PRK", relation_type="allied-with")
    return [one, two, three]


def test_everything_sorted_by_identifier() -> None:
    world = world_of(*articles())
    for things in (
        world.entities,
        world.positions,
        world.tenures,
        world.events,
        world.claims,
        world.conflicts,
    ):
        assert [t.identifier for t in things] == sorted({t.identifier for t in things})  # type: ignore[attr-defined]
    assert [a.identifier for a in world.articles] == ["one", "three", "two"]


def test_built_twice_is_the_same() -> None:
    assert world_of(*articles()) == world_of(*articles())


@given(st.permutations(range(3)))
def test_order_of_articles_does_not_matter(order: list[int]) -> None:
    told = articles()
    assert world_of(*(told[k] for k in order)) == world_of(*told)


def test_hash_seed_does_not_matter(root: Path) -> None:
    program = "from resolve.test_world import articles, world_of; print(repr(world_of(*articles())))"
    assert len(outputs_under_hash_seeds(root, program, ("0", "1", "2"))) == 1


def test_what_is_referred_to_is_there() -> None:
    world = world_of(*articles())
    entities = {e.identifier for e in world.entities}
    events = {e.identifier for e in world.events}
    assert {a.entity for e in world.events for x in (e.merged, *e.accounts) for a in x.arguments} <= entities
    assert {e.country for e in world.entities} - {None} <= entities
    assert {i for c in world.claims for i in c.about} | {
        i for c in world.conflicts for i in c.concerns
    } <= events
    assert {t.holder for t in world.tenures} <= entities
    assert {t.position for t in world.tenures} == {p.identifier for p in world.positions}
    assert {i for found in world.mentioned.values() for i in found} <= entities


def test_every_quote_is_to_the_letter() -> None:
    world = world_of(*articles())
    texts = {a.identifier: a.text for a in world.articles}
    owners = (*world.entities, *(x for e in world.events for x in (e.merged, *e.accounts)), *world.conflicts)
    evidence = [e for owner in owners for e in owner.evidence] + [c.evidence for c in world.claims]
    assert evidence
    assert all(e.quote == e.span.of(texts[e.article]) for e in evidence)


def test_a_place_that_only_an_event_names_is_an_entity_with_its_evidence() -> None:
    told = Told("a", cast=()).meeting("country/CHN", "country/PRK", place="place/pyongyang")
    found = {e.identifier: e for e in world_of(told).entities}
    assert found["place/pyongyang"].country == "country/PRK"
    assert found["place/pyongyang"].evidence[0].article == "a"


def test_nothing_told_is_an_empty_world() -> None:
    assert resolve_world([], load_lexicon()) == World()
