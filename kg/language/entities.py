"""Named entities by form and by gazetteer, set beside what the statistical recogniser found."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc, Span

from kg.world.countries import NameKind, countries
from kg.world.offices import honorifics, office_heads
from kg.world.organizations import is_strong_name, organizations
from kg.world.places import is_strong, places

TokenPattern = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class EntityRule:
    """A kind of name that its form gives away."""

    name: str
    label: str
    firm: bool
    relabels: bool
    patterns: tuple[TokenPattern, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def load_rules() -> tuple[EntityRule, ...]:
    """The rules of `entities.toml`."""
    text = resources.files("kg.language").joinpath("entities.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    capitalised = tables.pop("capitalised")
    return tuple(
        EntityRule(
            name,
            table["label"],
            table.get("firm", False),
            table.get("relabels", False),
            tuple(_expand(pattern, capitalised, table.get("heads", [])) for pattern in table["patterns"]),
            tuple(table["examples"]),
            tuple(table["counterexamples"]),
        )
        for name, table in tables.items()
    )


def _expand(pattern: str, capitalised: str, heads: list[str]) -> TokenPattern:
    """Write out the abbreviations of a pattern and read it."""
    word = {"TEXT": {"REGEX": capitalised}}
    text = re.sub(r"\bHeads\b", lambda _: json.dumps({"TEXT": {"IN": heads}}), pattern)
    text = re.sub(r"\bCap([*+?])", lambda found: json.dumps({**word, "OP": found[1]}), text)
    tokens: TokenPattern = json.loads(text.replace("\\d", "[0-9]"))
    return tokens


@cache
def world_names() -> dict[str, tuple[str, ...]]:
    """The names of the world's data that need no context, by label; nationalities are MISC."""
    named = {NameKind.NAME, NameKind.ACRONYM, NameKind.CAPITAL}
    states = {
        surface
        for country in countries().values()
        for surface, kind in country.surfaces
        if kind in named and surface not in country.weak
    }
    cities = {name for place in places() for name in (place.name, *place.names) if is_strong(place, name)}
    bodies = {
        name for body in organizations() for name in (body.name, *body.names) if is_strong_name(body, name)
    }
    nations = {word for country in countries().values() for word in country.adjectives}
    found = {"GPE": states | cities, "ORG": bodies, "MISC": nations - states - cities}
    return {label: tuple(sorted(names)) for label, names in found.items()}


@Language.factory("kg_entities", assigns=["doc.ents"])
def make_entity_rules(nlp: Language, name: str) -> "EntityRules":
    """Make the component of a pipeline."""
    return EntityRules(nlp)


class EntityRules:
    """The rules and the gazetteer as a component."""

    def __init__(self, nlp: Language) -> None:
        self.rules = {rule.name: rule for rule in load_rules()}
        self.forms = Matcher(nlp.vocab)
        for rule in self.rules.values():
            self.forms.add(rule.name, list(rule.patterns), greedy="LONGEST")
        self.titles = frozenset(honorifics()) | {head.title() for head in office_heads()}
        self.names = PhraseMatcher(nlp.vocab)
        for label, names in world_names().items():
            self.names.add(label, [nlp.make_doc(name) for name in names])

    def __call__(self, doc: Doc) -> Doc:
        """Set rules and gazetteer against the entities found so far: firm ones first, then the longest."""
        taken: set[int] = set()
        kept = []
        for _, span in sorted(self._candidates(doc), key=lambda one: (one[0] > 0, -len(one[1]), one[0])):
            if taken.isdisjoint(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                kept.append(span)
        doc.set_ents(kept)
        return doc

    def _candidates(self, doc: Doc) -> Iterator[tuple[int, Span]]:
        """Yield spans with rank: 0 firm rules, 1 rules and gazetteer, 2 new labels, 3 the recogniser."""
        found = [self._without_title(span) for span in doc.ents]
        places = {(span.start, span.end) for span in found}
        for key, start, end in self.forms(doc):
            rule = self.rules[doc.vocab.strings[key]]
            if not rule.relabels or (start, end) in places:
                yield 1 - rule.firm + rule.relabels, Span(doc, start, end, label=rule.label)
        for key, start, end in self.names(doc):
            yield 1, Span(doc, start, end, label=doc.vocab.strings[key])
        yield from ((3, span) for span in found)

    def _without_title(self, span: Span) -> Span:
        """A person's name without the titles that the recogniser took with it."""
        start = span.start
        while span.label_ == "PERSON" and start < span.end - 1 and span.doc[start].text in self.titles:
            start += 1
        return Span(span.doc, start, span.end, label=span.label_)
