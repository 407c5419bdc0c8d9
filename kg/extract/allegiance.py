"""Whose official a person is, where the title does not say.

In this order: the state of the officials that a list belongs to ("Korean leaders, including …"), the state of the
office if only one state has such ("secretary of state"), the country that the sentence is set in for those met
there ("In Seoul, she met Foreign Minister …"), the government that publishes the text for its own people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.company import of_beside, of_company, of_company_behind, of_list
from kg.extract.coreference import Referents
from kg.extract.homes import dateline_country, of_home, publishing_country
from kg.extract.implied import (
    Description,
    find_descriptions,
    of_description,
    of_reporter,
    of_sole_office,
    of_thanks,
    of_topic,
)
from kg.extract.scenes import is_subject, of_retinue, of_setting, of_visit
from kg.language.document import Document, Token
from kg.language.lexicon import Lexicon
from kg.model import Article, EntityKind, Referent

PASSES = 2
"""How often the states of the persons are read: once more for those that hang on others' states."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text tells to all its persons: where it is published and written, its descriptions, where each is named."""

    publisher: str | None
    home: str | None
    descriptions: tuple[Description, ...]
    mentions: Mapping[str, Sequence[Token]]


def with_countries(article: Article, referents: Referents, lexicon: Lexicon) -> Referents:
    """The referents, officials without a state given the one that the text implies; whose state that tells, too."""
    around = _surroundings(article, referents, lexicon)
    for _ in range(PASSES):
        things = dict(referents.things)
        for key, thing in referents.things.items():
            if thing.kind is EntityKind.PERSON and thing.country is None:
                country = _implied(referents, key, thing, around, lexicon)
                things[key] = thing if country is None else _represent(thing, country)
        referents = replace(referents, things=things)
    return referents


def _surroundings(article: Article, referents: Referents, lexicon: Lexicon) -> Surroundings:
    mentions: dict[str, list[Token]] = defaultdict(list)
    for token in referents.doc.tokens:
        keys = referents.of(token) if token.name is not None else ()
        if len(keys) == 1:
            mentions[keys[0]].append(token)
    return Surroundings(
        publishing_country(article, lexicon),
        dateline_country(article, lexicon),
        find_descriptions(referents, lexicon),
        mentions,
    )


def _implied(
    referents: Referents, key: str, thing: Referent, around: Surroundings, lexicon: Lexicon
) -> str | None:
    mentions = around.mentions.get(key, ())
    beside = of_beside(referents, mentions)
    if beside is not None or not thing.offices or _is_of_bodies(thing, lexicon):
        return beside
    readings = _readings(referents, key, thing, around, lexicon)
    told = next((country for country in readings if country is not None), None)
    if told is not None:
        return told
    lacking = lexicon.lacking_offices.get(around.publisher or "", ())
    own = _is_own(referents.doc, mentions, thing) and not any(o.label in lacking for o in thing.offices)
    return around.publisher if own else None


def _represent(thing: Referent, country: str) -> Referent:
    offices = tuple(o if o.of else replace(o, of=country) for o in thing.offices)
    return replace(thing, country=country, offices=offices)


def _readings(
    referents: Referents, key: str, thing: Referent, around: Surroundings, lexicon: Lexicon
) -> Iterator[str | None]:
    """What each way of telling says, the surest first."""
    mentions = around.mentions[key]
    yield of_list(referents, mentions)
    yield of_sole_office(thing, lexicon)
    yield of_setting(referents, mentions, lexicon)
    yield of_company_behind(referents, mentions)
    yield of_reporter(referents, mentions, lexicon)
    yield of_company(referents, mentions, thing)
    yield of_retinue(referents, mentions)
    yield of_description(referents, key, thing, mentions[0], around.descriptions)
    yield of_visit(referents, mentions, lexicon)
    yield of_home(referents, mentions, thing, around.home, lexicon)
    yield of_thanks(referents, mentions)
    yield of_topic(referents, mentions[0])


def _is_own(doc: Document, mentions: Sequence[Token], thing: Referent) -> bool:
    """Whether a government speaks of its own: the one who acts in its text, or its spokesperson."""
    return is_subject(doc, mentions[0]) or any("spokesperson" in o.label for o in thing.offices)


def _is_of_bodies(thing: Referent, lexicon: Lexicon) -> bool:
    """Whether somebody holds an office that bodies have, not states: nothing near by tells of which."""
    return any(o.label.endswith(lexicon.offices_of_bodies) for o in thing.offices)
