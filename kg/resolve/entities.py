"""Referents of all articles → entities: which of them are one and the same, each with its reason.

Gazetteer entries are known by their key; other organisations, places and groups by their name, apart for each
state that bears it ("Foreign Ministry"). Persons have a module of their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.garbage import no_search_for_garbage
from kg.identifiers import slug
from kg.language.descriptions import Description
from kg.language.lexicon import Lexicon
from kg.model import Article, Comparison, Decision, Entity, EntityKind, Evidence, Reading, Referent
from kg.resolve.acronyms import acronym_reasons, full_names
from kg.resolve.occurrences import Clusters, Occurrence, fullest_name, identified, split_by_state
from kg.resolve.persons import resolve_persons


@dataclass(frozen=True)
class Identities:
    """The entity that each referent of each article is, and the entities."""

    of_referent: Mapping[tuple[str, str], str]
    """(article identifier, referent key) → entity identifier."""
    entities: Mapping[str, Entity]
    comparisons: tuple[Comparison, ...] = ()
    unheeded: tuple[str, ...] = ()

    def of(self, article: Article, key: str) -> str:
        """The entity identifier of a referent; keys of gazetteers are identifiers already."""
        return self.of_referent.get((article.identifier, key), key)


@no_search_for_garbage()
def resolve_entities(
    readings: Sequence[Reading], lexicon: Lexicon, decisions: Sequence[Decision] = ()
) -> Identities:
    """Decide which referents are one entity, and describe each entity from all of them."""
    occurrences = [Occurrence(r.article, referent) for r in readings for referent in r.referents]
    things = _things([o for o in occurrences if o.referent.kind is not EntityKind.PERSON])
    bodies = {o.standing: identifier for identifier, found in things.items() for o in found}
    people = [_employed(o, bodies) for o in occurrences if o.referent.kind is EntityKind.PERSON]
    persons = resolve_persons(people, decisions, _countries_named(readings))
    clusters = {**things, **persons.clusters}
    of_referent = {o.standing: identifier for identifier, found in clusters.items() for o in found}
    reasons = {**{i: acronym_reasons(found) for i, found in things.items()}, **persons.reasons}
    entities = {i: _entity(i, found, lexicon, reasons.get(i, ())) for i, found in clusters.items()}
    return Identities(of_referent, _with_countries(entities, lexicon), persons.comparisons, persons.unheeded)


def _countries_named(readings: Iterable[Reading]) -> dict[str, frozenset[str]]:
    return {
        r.article.identifier: frozenset(f.key for f in r.referents if f.kind is EntityKind.COUNTRY)
        for r in readings
    }


def _employed(person: Occurrence, bodies: Mapping[tuple[str, str], str]) -> Occurrence:
    """A person, the body that he or she works for under the identifier that it has in all articles."""
    article, referent = person.article, person.referent
    country = bodies.get((article.identifier, referent.country or ""), referent.country)
    return replace(person, referent=replace(referent, country=country))


def _things(occurrences: Iterable[Occurrence]) -> Clusters:
    """What is no person: by the gazetteer's key, else by kind, full name and state."""
    listed = list(occurrences)
    in_full = full_names(listed)
    by_key: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in listed:
        known = _is_known(occurrence.referent)
        named = occurrence if known else in_full.get(occurrence.standing, occurrence)
        by_key[_key(named.referent)].append(occurrence)
    return identified(entry for key, found in by_key.items() for entry in _by_state(key, found))


def _key(referent: Referent) -> str:
    """The identifier of what is no person: the gazetteer's, or kind and name."""
    return referent.key if _is_known(referent) else f"{referent.kind.lower()}/{slug(referent.names[0])}"


def _is_known(referent: Referent) -> bool:
    return "/" in referent.key


def _by_state(key: str, found: Sequence[Occurrence]) -> Iterator[tuple[str, list[Occurrence]]]:
    """A gazetteer's entry as it is; of what only bears a name, that of each state by itself."""
    if any(_is_known(o.referent) for o in found):
        yield key, list(found)
        return
    for state, bearers in split_by_state(found):
        yield f"{key}-{state.rpartition('/')[2].lower()}" if state else key, bearers


# ---------------------------------------------------------------- descriptions


def _entity(
    identifier: str, found: Sequence[Occurrence], lexicon: Lexicon, reasons: tuple[str, ...] = ()
) -> Entity:
    """An entity as all its occurrences describe it, and the gazetteer where it has it."""
    known = lexicon.describe(identifier)
    if known is not None:
        return _described(identifier, known, found)
    forms = {n for o in found for n in (*o.referent.names, *o.referent.titled)}
    is_person = found[0].referent.kind is EntityKind.PERSON
    label = fullest_name(found) if is_person else max(forms, key=lambda n: (len(n), n)).removeprefix("the ")
    return Entity(
        identifier,
        found[0].referent.kind,
        label,
        _others(forms, label),
        _country(found),
        reasons=reasons,
        evidence=_evidence(found),
    )


def _described(identifier: str, known: Description, found: Sequence[Occurrence]) -> Entity:
    """An entry of a gazetteer: a country under its usual names, anything else under those of the texts."""
    forms = {n for o in found for n in o.referent.names}
    return Entity(
        identifier,
        known.kind,
        known.label,
        _others(known.alt_labels if known.kind is EntityKind.COUNTRY else forms, known.label),
        known.country or _country(found),
        iso3=known.iso3,
        wikidata=known.wikidata,
        state_media=known.state_media,
        evidence=_evidence(found),
    )


def _country(found: Iterable[Occurrence]) -> str | None:
    """The state (else the body) that most occurrences are of, the first of two."""
    named = Counter(sorted(o.referent.country for o in found if o.referent.country))
    return max(named, key=lambda country: named[country], default=None)


def _others(forms: Iterable[str], label: str) -> tuple[str, ...]:
    return tuple(sorted({" ".join(f.split()) for f in forms} - {label}))


def _evidence(found: Iterable[Occurrence]) -> tuple[Evidence, ...]:
    """The sentences that name an entity."""
    named = ((o.article, span) for o in found for span in o.referent.sentences)
    return tuple(sorted({Evidence(a.identifier, span, span.of(a.text), "name") for a, span in named}))


# ---------------------------------------------------------------- what entities need


def with_needed(
    entities: Mapping[str, Entity], identifiers: Iterable[str | None], lexicon: Lexicon
) -> dict[str, Entity]:
    """The entities together with those that the gazetteers know, and the countries that these belong to."""
    complete = dict(entities)
    waiting = list(identifiers)
    while waiting:
        identifier = waiting.pop()
        known = lexicon.describe(identifier) if identifier and identifier not in complete else None
        if identifier and known is not None:
            complete[identifier] = _described(identifier, known, ())
            waiting.append(known.country)
    return complete


def _with_countries(entities: Mapping[str, Entity], lexicon: Lexicon) -> dict[str, Entity]:
    """The entities together with the countries that they lie in or belong to."""
    return with_needed(entities, (e.country for e in entities.values()), lexicon)
