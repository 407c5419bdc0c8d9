"""Referents of all articles → entities: which of them are one and the same, each with its reason.

Gazetteer entries are known by their key, other organisations and places by their name. Persons are one where
their full names are the same but for case, accents and hyphens, and no state speaks against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.persons import name_parts
from kg.identifiers import slug
from kg.language.lexicon import Lexicon
from kg.model import Article, Entity, EntityKind, Evidence, Reading, Referent, Span


@dataclass(frozen=True)
class Identities:
    """The entity that each referent of each article is, and the entities."""

    of_referent: Mapping[tuple[str, str], str]
    """(article identifier, referent key) → entity identifier."""
    entities: Mapping[str, Entity]

    def of(self, article: Article, key: str) -> str:
        """The entity identifier of a referent; keys of gazetteers are identifiers already."""
        return self.of_referent.get((article.identifier, key), key)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A referent in its article."""

    article: Article
    referent: Referent


def resolve_entities(readings: Sequence[Reading], lexicon: Lexicon) -> Identities:
    """Decide which referents are one entity, and describe each entity from all of them."""
    occurrences = [Occurrence(r.article, ref) for r in readings for ref in r.referents]
    clusters: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        if occurrence.referent.kind is not EntityKind.PERSON:
            clusters[_key(occurrence.referent)].append(occurrence)
    clusters.update(_person_clusters([o for o in occurrences if o.referent.kind is EntityKind.PERSON]))
    of_referent = {
        (o.article.identifier, o.referent.key): identifier
        for identifier, found in clusters.items()
        for o in found
    }
    entities = {identifier: _entity(identifier, found, lexicon) for identifier, found in clusters.items()}
    return Identities(of_referent, _with_countries(entities, lexicon))


def _key(referent: Referent) -> str:
    """The identifier of what is no person: the gazetteer's, or kind and name."""
    if "/" in referent.key:
        return referent.key
    return f"{referent.kind.lower()}/{slug(referent.names[0])}"


# ---------------------------------------------------------------- persons


def _person_clusters(occurrences: Sequence[Occurrence]) -> dict[str, list[Occurrence]]:
    """Persons by full name; the same name in two states is two persons."""
    blocks: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        parts = name_parts(occurrence.referent.names[0])
        blocks["".join(parts) if len(parts) > 1 else _lone_name(occurrence)].append(occurrence)
    named = [
        (found, country)
        for key, block in sorted(blocks.items())
        for country, found in _by_state(block).items()
    ]
    full = [(found, country) for found, country in named if len(name_parts(_fullest(found))) > 1]
    lone = [(found, country) for found, country in named if len(name_parts(_fullest(found))) == 1]
    homeless = [entry for entry in lone if not _join_full_name(entry[0], full)]
    return {_person_identifier(found, country): found for found, country in [*full, *homeless]}


def _join_full_name(lone: list[Occurrence], full: Sequence[tuple[list[Occurrence], str | None]]) -> bool:
    """Put a surname with its office to the one full name of that surname, office and state, if any."""
    surname = name_parts(_fullest(lone))[0]
    offices = {(o.label, o.of) for x in lone for o in x.referent.offices if o.of}
    fitting = [
        found
        for found, _ in full
        if surname in {name_parts(_fullest(found))[0], name_parts(_fullest(found))[-1]}
        and offices & {(o.label, o.of) for x in found for o in x.referent.offices}
    ]
    if len(fitting) == 1:
        fitting[0].extend(lone)
    return len(fitting) == 1


def _lone_name(occurrence: Occurrence) -> str:
    """A surname alone joins nobody in another article, but for the same office of the same state."""
    referent = occurrence.referent
    offices = sorted(f"{o.label}@{o.of}" for o in referent.offices if o.of)
    scope = offices[0] if offices else occurrence.article.identifier
    return f"{''.join(name_parts(referent.names[0]))}@{scope}"


def _by_state(block: Sequence[Occurrence]) -> dict[str | None, list[Occurrence]]:
    """The occurrences of one name by state; those without a state go to the only one, else stand alone."""
    by_state: dict[str | None, list[Occurrence]] = defaultdict(list)
    for occurrence in block:
        by_state[occurrence.referent.country].append(occurrence)
    states = sorted(s for s in by_state if s is not None)
    if len(states) <= 1:
        return {None: list(block)}
    return dict(by_state)


def _person_identifier(found: Sequence[Occurrence], state: str | None) -> str:
    name = _fullest(found)
    lone = len(name_parts(name)) == 1
    country = state or (
        next((o.referent.country for o in found if o.referent.country), None) if lone else None
    )
    scope = country.rpartition("/")[2].lower() if country else ""
    if lone and not country:
        scope = slug(found[0].article.identifier)
    return f"person/{slug(name)}" + (f"-{slug(scope)}" if scope else "")


def _fullest(found: Iterable[Occurrence]) -> str:
    names = sorted({n for o in found for n in o.referent.names})
    return max(names, key=lambda n: (len(name_parts(n)), len(n), n))


# ---------------------------------------------------------------- descriptions


def _entity(identifier: str, found: Sequence[Occurrence], lexicon: Lexicon) -> Entity:
    kind = found[0].referent.kind
    forms = sorted({n for o in found for n in (*o.referent.names, *o.referent.titled)})
    evidence = tuple(sorted({_evidence(o.article, s) for o in found for s in o.referent.sentences}))
    country = next(iter(sorted({o.referent.country for o in found if o.referent.country})), None)
    if kind is EntityKind.PERSON:
        label = _fullest(found)
        return Entity(
            identifier,
            kind,
            label,
            _others(forms, label),
            country,
            reasons=_reasons(found),
            evidence=evidence,
        )
    known = lexicon.describe(identifier)
    if known is None:
        label = max(forms, key=lambda n: (len(n), n)).removeprefix("the ")
        return Entity(identifier, kind, label, _others(forms, label), country, evidence=evidence)
    alternatives = known.alt_labels if kind is EntityKind.COUNTRY else tuple(forms)
    return Entity(
        identifier,
        known.kind,
        known.label,
        _others(alternatives, known.label),
        known.country or country,
        iso3=known.iso3,
        wikidata=known.wikidata,
        state_media=known.state_media,
        evidence=evidence,
    )


def _others(forms: Iterable[str], label: str) -> tuple[str, ...]:
    return tuple(sorted({" ".join(f.split()) for f in forms} - {label}))


def _evidence(article: Article, span: Span) -> Evidence:
    return Evidence(article.identifier, span, span.of(article.text), "name")


def _reasons(found: Sequence[Occurrence]) -> tuple[str, ...]:
    """Why the name forms of a person are taken for one, a sentence for each form of another article."""
    names = sorted({o.referent.names[0] for o in found})
    articles = sorted({o.article.identifier for o in found})
    if len(names) < 2:
        return ()
    listed = ", ".join(f"“{n}”" for n in names)
    return (
        f"{listed} are one name but for case, accents, hyphens or shortening (in {', '.join(articles)}).",
    )


def with_needed(entities: dict[str, Entity], identifier: str | None, lexicon: Lexicon) -> dict[str, Entity]:
    """The entities together with one that the gazetteers know, and the country that it belongs to."""
    if identifier is None or identifier in entities:
        return entities
    known = lexicon.describe(identifier)
    if known is None:
        return entities
    entity = Entity(
        identifier,
        known.kind,
        known.label,
        known.alt_labels,
        known.country,
        iso3=known.iso3,
        wikidata=known.wikidata,
    )
    return with_needed({**entities, identifier: entity}, known.country, lexicon)


def _with_countries(entities: Mapping[str, Entity], lexicon: Lexicon) -> dict[str, Entity]:
    """The entities together with the countries that they lie in or belong to."""
    complete = dict(entities)
    for entity in entities.values():
        complete = with_needed(complete, entity.country, lexicon)
    return complete
