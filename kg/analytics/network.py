"""The world as a network: actors and events are nodes, the roles that actors play are edges.

An event that is nothing but one side's act or standing toward another (an interaction, a relation) is an
edge between the two; every other event is a node of its own, as it may have any number of participants.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import ParseError

import networkx as nx

from kg.errors import GraphError
from kg.graph.iris import thing_iri
from kg.model import Account, Argument, Entity, EntityKind, Event, Evidence, World

BETWEEN = (("actor", "recipient"), ("source", "target"))
BELONGING = {
    EntityKind.PERSON: "represents",
    EntityKind.GROUP: "represents",
    EntityKind.ORGANIZATION: "organizationOf",
    EntityKind.PLACE: "inCountry",
}

Attributes = dict[str, str | int | float]


def build_network(world: World) -> nx.MultiDiGraph:
    """The network of a world; attributes are scalars, and every edge's key is unique in the network."""
    network = nx.MultiDiGraph()
    played = {argument.entity for event in world.events for argument in event.merged.arguments}
    labels = {entity.identifier: entity.label for entity in world.entities}
    labels |= {event.identifier: event.label for event in world.events}
    offices = _offices(world, labels)
    for entity in world.entities:
        if entity.kind is not EntityKind.PLACE or entity.identifier in played:
            network.add_node(entity.identifier, **_entity_attributes(entity, labels, offices))
    for event in world.events:
        if ends(event) is None:
            network.add_node(event.identifier, **_event_attributes(event, labels))
    _add_roles(network, world, labels)
    _add_belonging(network, world, labels)
    return network


def ends(event: Event) -> tuple[str, str] | None:
    """The two roles between which an event is an edge; None where it needs a node of its own."""
    roles = {argument.role for argument in event.merged.arguments} - {"place"}
    return next((pair for pair in BETWEEN if roles == set(pair)), None)


def sources(event: Event) -> tuple[Evidence, ...]:
    """Each sentence that tells of an event, once, in the order of articles and offsets."""
    told = (event.merged, *event.accounts)
    return tuple(sorted({evidence for account in told for evidence in account.evidence}))


def joined(values: Iterable[str]) -> str:
    """Several values as one, for formats that know no lists."""
    return " | ".join(values)


def _add_roles(network: nx.MultiDiGraph, world: World, labels: dict[str, str]) -> None:
    for event in world.events:
        pair = ends(event)
        shared = _event_attributes(event, labels)
        if pair is None:
            for argument in event.merged.arguments:
                _add_role(network, event, argument, shared, labels)
        else:
            for source in event.merged.fillers(pair[0]):
                for target in event.merged.fillers(pair[1]):
                    key = joined((event.identifier, f"{pair[0]} {source}", f"{pair[1]} {target}"))
                    interaction = event.plover or event.relation_type or event.kind
                    attributes = shared | _edge_names(source, interaction, target, labels)
                    network.add_edge(source, target, key=key, **attributes | {"label": event.label})


def _add_role(
    network: nx.MultiDiGraph, event: Event, argument: Argument, shared: Attributes, labels: dict[str, str]
) -> None:
    key = joined((event.identifier, f"{argument.role} {argument.entity}"))
    names = _edge_names(event.identifier, argument.role, argument.entity, labels)
    told = {name: value for name, value in shared.items() if name not in ("aliases", "place")}
    network.add_edge(event.identifier, argument.entity, key=key, **told | names | {"type": "Role"})


def _add_belonging(network: nx.MultiDiGraph, world: World, labels: dict[str, str]) -> None:
    for entity in world.entities:
        role = BELONGING.get(entity.kind)
        if role and entity.country and {entity.country, entity.identifier} <= network.nodes:
            names = _edge_names(entity.identifier, role, entity.country, labels)
            key = joined((entity.identifier, f"{role} {entity.country}"))
            uri = str(thing_iri(entity.identifier))
            shared: Attributes = {"type": "Belonging", "uri": uri, "weight": 1.0}
            network.add_edge(entity.identifier, entity.country, key=key, **shared | names)


def _edge_names(source: str, interaction: str, target: str, labels: dict[str, str]) -> Attributes:
    name = f"{labels.get(source, source)} ({interaction}) {labels.get(target, target)}"
    return {"label": interaction, "name": name, "interaction": interaction}


def _entity_attributes(
    entity: Entity, labels: dict[str, str], offices: dict[str, tuple[str, ...]]
) -> Attributes:
    return _known(
        label=entity.label,
        name=entity.label,
        type=str(entity.kind),
        uri=str(thing_iri(entity.identifier)),
        aliases=joined(entity.alt_labels),
        offices=joined(offices.get(entity.identifier, ())),
        country=labels.get(entity.country or "", entity.country),
        iso3=entity.iso3,
        wikidata=entity.wikidata,
    ) | _source_attributes(entity.evidence)


def _event_attributes(event: Event, labels: dict[str, str]) -> Attributes:
    account = event.merged
    return (
        _known(
            label=event.label,
            name=event.label,
            type=event.kind,
            uri=str(thing_iri(event.identifier)),
            event=event.identifier,
            aliases=joined(event.alt_labels),
            status=str(account.status),
            place=joined(labels.get(place, place) for place in account.fillers("place")),
            plover=event.plover,
            relation_type=event.relation_type,
            basis=event.basis,
        )
        | _time_attributes(account)
        | _source_attributes(sources(event))
    )


def _time_attributes(account: Account) -> Attributes:
    if account.interval is None:
        return {}
    earliest, latest, edtf = account.interval
    return {"start": earliest.isoformat(), "end": latest.isoformat(), "edtf": edtf}


def _source_attributes(told: tuple[Evidence, ...]) -> Attributes:
    articles = sorted({evidence.article for evidence in told})
    counts: Attributes = {"weight": float(max(len(told), 1)), "source_count": len(articles)}
    return counts | _known(quote=joined(evidence.quote for evidence in told), article=joined(articles))


def _known(**values: str | None) -> Attributes:
    return {name: value for name, value in values.items() if value}


def _offices(world: World, labels: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Holder → offices, in words."""
    positions = {position.identifier: position for position in world.positions}
    offices: dict[str, list[str]] = {}
    for tenure in world.tenures:
        position = positions[tenure.position]
        of = f" ({labels.get(position.of, position.of)})" if position.of else ""
        former = "former " if tenure.former else ""
        offices.setdefault(tenure.holder, []).append(f"{former}{position.label}{of}")
    return {holder: tuple(sorted(set(words))) for holder, words in offices.items()}


def read_network(path: Path) -> nx.MultiDiGraph:
    """The network that a build wrote as GraphML.

    Raises:
        GraphError: if there is none, or it cannot be read.
    """
    try:
        return nx.read_graphml(path, force_multigraph=True)
    except FileNotFoundError as error:
        raise GraphError(f"{path}: no network here; make one with: kg build --out {path.parent}") from error
    except (OSError, ParseError, nx.NetworkXError) as error:
        raise GraphError(f"{path}: cannot be read ({error}); build it again with kg build") from error
