"""Resolved claims: the chain of who carries what, the events they are about, and identifiers that stay."""

from __future__ import annotations

import pytest

from kg.extract import read_statements
from kg.language.lexicon import load_lexicon
from kg.language.pipeline import read_document
from kg.model import Article, Claim, Stance, Status, World
from kg.resolve.world import resolve_world


def world_of(*texts: str) -> World:
    articles = [Article(f"article-{k}", text) for k, text in enumerate(texts)]
    readings = [read_statements(a, read_document(a.text), load_lexicon()) for a in articles]
    return resolve_world(readings, load_lexicon())


def chain(world: World, claim: Claim) -> list[str]:
    """Who claims, and through whom, outwards."""
    by_identifier = {c.identifier: c for c in world.claims}
    found = [claim.claimant]
    while claim.via is not None:
        claim = by_identifier[claim.via]
        found.append(claim.claimant)
    return found


def by(world: World, claimant: str) -> Claim:
    return next(c for c in world.claims if c.claimant == claimant)


@pytest.mark.parametrize(
    ("text", "claimant", "expected"),
    [
        # nobody in between
        ("Kenya said that the border was closed.", "country/KEN", ["country/KEN"]),
        # the carrier makes a claim of its own around the words
        (
            "According to Reuters, Kenya said that the border was closed.",
            "country/KEN",
            ["country/KEN", "organization/reuters"],
        ),
        # the carrier only passes the words on
        (
            "Kenya told Reuters that the border was closed.",
            "country/KEN",
            ["country/KEN", "organization/reuters"],
        ),
        # two carriers
        (
            "According to Reuters, Kenya said that the border was closed.1\nSources: 1The Guardian.",
            "country/KEN",
            ["country/KEN", "organization/reuters", "organization/guardian"],
        ),
    ],
)
def test_chain(text: str, claimant: str, expected: list[str]) -> None:
    world = world_of(text)
    assert chain(world, by(world, claimant)) == expected


def test_carrier_reports_the_same_words() -> None:
    world = world_of("Kenya told Reuters that the border was closed.")
    carrier = by(world, "organization/reuters")
    assert (carrier.stance, carrier.content) == (Stance.REPORTS, "the border was closed")


def test_claim_is_about_the_event_in_its_words_with_the_status_it_gives() -> None:
    world = world_of("Peru said that Amina Mohamed would meet King Abdullah in Lima.")
    claim = by(world, "country/PER")
    assert [claim.about] == [(event.identifier,) for event in world.events]
    assert claim.status is Status.PLANNED


def test_evidence_is_the_sentence_to_the_letter() -> None:
    text = "The border is long.  Kenya said\tthat the border was closed."
    claim = by(world_of(text), "country/KEN")
    assert claim.evidence.quote == claim.evidence.span.of(text) == "Kenya said\tthat the border was closed."


def test_every_claimant_and_carrier_is_in_the_world() -> None:
    world = world_of(
        "An Omani official told Reuters that the talks had begun.", "A Chilean diplomat denied a visit."
    )
    entities = {e.identifier for e in world.entities}
    claims = {c.identifier for c in world.claims}
    assert {c.claimant for c in world.claims} <= entities
    assert {c.via for c in world.claims if c.via is not None} <= claims


def test_identifiers_do_not_depend_on_the_other_articles() -> None:
    text = "Kenya said that the border was closed."
    alone, among = world_of(text), world_of(text, "Chile denied any agreement with Bolivia.")
    assert {c.identifier for c in alone.claims} <= {c.identifier for c in among.claims}
