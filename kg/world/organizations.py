"""Organisations: world bodies, blocs, organs of states, parties, think tanks, news agencies and outlets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg.world.surfaces import index_surfaces, surface_key
from kg.world.tables import Entry, entries, sections

FILES = ("organizations.toml", "outlets.toml")
LISTS = ("names", "acronyms", "metonyms")
OTHERS = (
    "kind",
    "country",
    "part_of",
    "members",
    "permanent_members",
    "state_media",
    "metonym",
    "weak",
    "wikidata",
)


class OrganizationKind(StrEnum):
    """What sort of body a name denotes; the values are the sections and `kind` fields of the files."""

    INTERNATIONAL_BODY = "international_body"
    BLOC = "bloc"
    BLOC_ORGAN = "bloc_organ"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    AGENCY = "agency"
    LEGISLATURE = "legislature"
    COURT = "court"
    MILITARY = "military"
    PARTY = "party"
    ARMED_GROUP = "armed_group"
    THINK_TANK = "think_tank"
    UNIVERSITY = "university"
    COMPANY = "company"
    NEWS_AGENCY = "news_agency"
    OUTLET = "outlet"


MEDIA = frozenset({OrganizationKind.NEWS_AGENCY, OrganizationKind.OUTLET})


@dataclass(frozen=True, slots=True)
class Organization:
    """A body with its other names; `metonym` says that the name stands for the government of its country."""

    name: str
    kind: OrganizationKind
    country: str | None = None
    names: tuple[str, ...] = ()
    weak: frozenset[str] = frozenset()
    part_of: str | None = None
    members: tuple[str, ...] = ()
    permanent_members: tuple[str, ...] = ()
    state_media: bool = False
    metonym: bool = False
    wikidata: str | None = None

    @property
    def is_media(self) -> bool:
        """Whether it reports the news."""
        return self.kind in MEDIA


@cache
def organizations() -> tuple[Organization, ...]:
    """Every organisation, in the order of the files."""
    return tuple(
        _organization(entry, OrganizationKind(kind))
        for file in FILES
        for kind, section in sections(file, [k.value for k in OrganizationKind])
        for entry in entries(file, section)
    )


@cache
def organization_names() -> Mapping[str, tuple[Organization, ...]]:
    """Every surface form, as `surface_key` writes it, with the organisations that it may name."""
    return index_surfaces((name, body) for body in organizations() for name in (body.name, *body.names))


def organization_senses(surface: str) -> tuple[Organization, ...]:
    """The organisations that a surface form may name, exactly as written."""
    return organization_names().get(surface_key(surface), ())


def find_organization(surface: str) -> Organization | None:
    """The one organisation that a surface form names without help from its context, or none."""
    strong = [body for body in organization_senses(surface) if is_strong_name(body, surface)]
    return strong[0] if len(strong) == 1 and len(organization_senses(surface)) == 1 else None


def is_strong_name(body: Organization, surface: str) -> bool:
    """Whether this form names the organisation without help from its context."""
    weak = {surface_key(name) for name in body.weak}
    return not weak or surface_key(surface) not in weak


def _organization(entry: Entry, kind: OrganizationKind) -> Organization:
    entry.only(*LISTS, *OTHERS)
    names = tuple(dict.fromkeys(name for field in LISTS for name in entry.texts(field)))
    weak = frozenset(entry.texts("weak"))
    if stray := sorted(weak - {entry.key, *names}):
        raise entry.error(f"calls {stray} weak, which it does not list among its names")
    return Organization(
        name=entry.key,
        kind=_kind(entry, kind),
        country=entry.optional_text("country"),
        names=names,
        weak=weak,
        part_of=entry.optional_text("part_of"),
        members=entry.texts("members"),
        permanent_members=entry.texts("permanent_members"),
        state_media=entry.flag("state_media"),
        metonym=entry.flag("metonym"),
        wikidata=entry.optional_text("wikidata"),
    )


def _kind(entry: Entry, section: OrganizationKind) -> OrganizationKind:
    kind = entry.optional_text("kind")
    if kind is not None and kind not in {known.value for known in OrganizationKind}:
        raise entry.error(f"has the unknown kind {kind!r}; known are {[k.value for k in OrganizationKind]}")
    return OrganizationKind(kind) if kind else section
