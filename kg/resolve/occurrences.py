"""Occurrences: referents in their articles, and which of them share a state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.name_parts import name_parts
from kg.model import Article, Referent

Clusters = dict[str, list["Occurrence"]]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A referent in its article."""

    article: Article
    referent: Referent

    @property
    def standing(self) -> tuple[str, str]:
        """Article and key: what tells two occurrences apart."""
        return self.article.identifier, self.referent.key

    @property
    def state(self) -> str | None:
        """The country that it belongs to or represents; None for an organisation's people."""
        country = self.referent.country
        return country if country is not None and country.startswith("country/") else None

    @property
    def offices(self) -> frozenset[tuple[str, str]]:
        """The offices that the text gives it, with whose they are."""
        return frozenset((o.label, o.of) for o in self.referent.offices if o.of is not None)


def fullest_name(found: Iterable[Occurrence]) -> str:
    """The name form with most words, then most letters."""
    names = {n for o in found for n in o.referent.names}
    return max(names, key=lambda n: (len(name_parts(n)), len(n), n))


def states_of(found: Iterable[Occurrence]) -> list[str]:
    """The states that occurrences belong to, sorted."""
    return sorted({o.state for o in found if o.state is not None})


def commonest_state(found: Iterable[Occurrence]) -> str | None:
    """The state that most occurrences belong to, the first of two."""
    told = Counter(sorted(o.state for o in found if o.state is not None))
    return max(told, key=lambda state: told[state], default=None)


def split_by_state(block: Sequence[Occurrence]) -> Iterator[tuple[str | None, list[Occurrence]]]:
    """The occurrences of one name, each state's by themselves; those without a state go to the only one."""
    states = states_of(block)
    if len(states) <= 1:
        yield None, list(block)
        return
    by_state: dict[str | None, list[Occurrence]] = defaultdict(list)
    for occurrence in block:
        by_state[occurrence.state].append(occurrence)
    yield from by_state.items()


def identified(named: Iterable[tuple[str, list[Occurrence]]]) -> Clusters:
    """Each cluster under its identifier; a counter in article order tells namesakes apart."""
    found: Clusters = {}
    seen: dict[str, int] = defaultdict(int)
    for name, cluster in sorted(named, key=lambda entry: (entry[0], min(o.standing for o in entry[1]))):
        seen[name] += 1
        found[name if seen[name] == 1 else f"{name}-{seen[name]}"] = cluster
    return found
