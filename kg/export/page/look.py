"""How the page draws each kind of thing, as `look.toml` says."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.analytics.network import ends
from kg.model import Event


@dataclass(frozen=True, slots=True)
class Family:
    """Nodes that are drawn alike; radii and fonts from the least to the most important, in pixels."""

    name: str
    title: str
    shape: str
    colour: str
    outline: str
    radius: tuple[float, float]
    font: tuple[float, float]
    kinds: frozenset[str]
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tone:
    """Lines that are drawn alike, and the PLOVER codes that they stand for."""

    name: str
    title: str
    colour: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Look:
    """The families and their shapes, the tones, and how firm each status is and looks."""

    families: dict[str, Family]
    shapes: dict[str, str]
    tones: dict[str, Tone]
    firmness: dict[str, str]
    dashes: dict[str, list[int]]
    marks: dict[str, str]

    def family_of(self, kind: str, roles: frozenset[str] = frozenset()) -> Family:
        """The family of an entity or event: by its kind, else by its roles."""
        families = self.families.values()
        named = next((family for family in families if kind in family.kinds), None)
        return named or next((f for f in families if f.roles & roles), self.families["act"])

    def tone_of(self, event: Event) -> str:
        """Whether an act or relation is friendly, hostile or neither."""
        return next((name for name, tone in self.tones.items() if event.plover in tone.codes), "relation")

    def type_of(self, event: Event) -> str:
        """The family of an event that is a node, the tone of one that is a line."""
        if ends(event) is not None:
            return self.tone_of(event)
        return self.family_of(event.kind, frozenset(a.role for a in event.merged.arguments)).name

    def firmness_of(self, event: Event) -> str:
        """Whether an event is told as a fact, as open, or as not (or no longer) so."""
        return self.firmness[event.merged.status]


@cache
def the_look() -> Look:
    """The look that ships with the package."""
    table = tomllib.loads(files("kg.export.page").joinpath("look.toml").read_text(encoding="utf-8"))
    return Look(
        {name: _family(name, row) for name, row in table["family"].items()},
        table["shape"],
        {
            name: Tone(name, row["title"], row["colour"], frozenset(row.get("codes", ())))
            for name, row in table["tone"].items()
        },
        {status: name for name, statuses in table["firmness"].items() for status in statuses},
        table["dashes"],
        table["mark"],
    )


def _family(name: str, row: dict[str, str | list[str] | list[float]]) -> Family:
    plain = {key: row[key] for key in ("title", "shape", "colour")} | {
        "outline": row.get("outline", row["colour"])
    }
    pairs = {key: tuple(row[key]) for key in ("radius", "font")}
    named = {key: frozenset(row.get(key, ())) for key in ("kinds", "roles")}
    return Family(name, **plain, **pairs, **named)  # type: ignore[arg-type]


def words(name: str) -> str:
    """A camel-case name as words: "InForce" → "in force"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
