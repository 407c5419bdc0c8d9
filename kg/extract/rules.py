"""Rules: which words report an event of a kind, and in which slots its arguments stand.

A rule is data (a `.toml` beside its extractor) and carries examples and counterexamples, which the tests run.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.errors import WorldError

FIELDS = frozenset(
    {
        "kind",
        "verbs",
        "nouns",
        "support",
        "objects",
        "not_objects",
        "roles",
        "fallback",
        "at_least",
        "place",
        "status",
        "plover",
        "relation",
        "sought",
        "generic",
        "parties",
        "intransitive",
        "means",
        "named",
        "needs",
        "persons",
        "symmetric",
        "no_infinitive",
        "particle",
        "modifiers",
        "not_modifiers",
        "not_means",
        "content",
        "label",
        "examples",
        "counterexamples",
        "adjectives",
    }
)

WORD_SETS = frozenset(
    {
        "verbs",
        "nouns",
        "adjectives",
        "support",
        "objects",
        "not_objects",
        "modifiers",
        "not_modifiers",
        "means",
        "not_means",
    }
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which English reports an event.

    `verbs` or `nouns` (lemmas) trigger it; `objects` restrict the lemma of a verb's object; `support` are the
    light verbs of a noun; `roles` say for each role in which slots its fillers stand; `fallback` are slots
    used where those do not give `at_least` so many. `relation` is the type of a standing relation, `sought` the
    type that stands where the text only says that it is sought.
    """

    name: str
    kind: str
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    support: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    not_modifiers: frozenset[str] = frozenset()
    particle: str = ""
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fallback: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    at_least: Mapping[str, int] = field(default_factory=dict)
    place: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    status: str | None = None
    label: str = ""
    plover: str | None = None
    relation: str | None = None
    sought: str | None = None
    parties: int = 0
    """How many parties an agreement needs, those counted that "their" names."""
    generic: bool = False
    """Whether it only says what people do when they meet or call ("discussed"), so that a fuller report tells which."""
    needs: tuple[str, ...] = ()
    """Slots of which one must name an actor."""
    means: frozenset[str] = frozenset()
    """Nouns of which one must say by what means the act is done ("by phone")."""
    not_means: frozenset[str] = frozenset()
    """Nouns of means by which the act would be another thing ("consulted by phone")."""
    intransitive: bool = False
    """Whether an object would make it another thing ("gathered support")."""
    named: bool = False
    """Whether unnamed people don't count among those it needs ("spoke to reporters")."""
    persons: bool = False
    """Whether subject and object must be persons, and the object is called nothing ("called him a friend")."""
    symmetric: bool = False
    no_infinitive: bool = False
    """Whether a clause with "to" would make it another thing ("called on X to stop")."""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@cache
def load_rules(name: str) -> tuple[Rule, ...]:
    """The rules of `kg/extract/NAME.toml`, in the order of the file."""
    path = Path(__file__).with_name(f"{name}.toml")
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise WorldError(f"{path.name}: {error}; mend the file") from error
    return tuple(_rule(path.name, key, table) for key, table in tables.items())


def _rule(file: str, name: str, table: Mapping[str, object]) -> Rule:
    unknown = sorted(set(table) - FIELDS)
    if unknown:
        raise WorldError(
            f"{file} [{name}]: unknown {', '.join(unknown)}; known are {', '.join(sorted(FIELDS))}"
        )
    if not table.get("examples") or not table.get("counterexamples"):
        raise WorldError(
            f"{file} [{name}]: a rule needs examples and counterexamples; write at least one of each"
        )
    return Rule(name=name, **{key: _frozen(key, value) for key, value in table.items()})  # type: ignore[arg-type]


def _frozen(key: str, value: object) -> object:
    """A value of the file as the record holds it: word lists as sets, slots and examples in their order."""
    if isinstance(value, list):
        return frozenset(value) if key in WORD_SETS else tuple(value)
    if isinstance(value, dict):
        return {role: _frozen(role, part) for role, part in value.items()}
    return value
