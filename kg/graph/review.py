"""Pairs of names in doubt ↔ the decisions that settle them."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.identity import Compared
from kg.model import Decision, Side, Verdict
from kg.read.decisions import is_thing, read_side
from kg.resolve.romanization_words import plain_letters


def decision_on(pair: Compared, verdict: Verdict, reason: str) -> Decision:
    """What somebody decided on a pair, in terms that mean exactly these two in the next build."""
    one, other = _sides(pair, verdict)
    return Decision(verdict, one, other, f"{' / '.join(pair.names)}: {reason}")


def _sides(pair: Compared, verdict: Verdict) -> tuple[Side, Side]:
    """Two persons by IRI; the names of one by name, a merge confirmed with the article of the surname alone."""
    if len(pair.persons) > 1:
        one, other = (read_side(iri) for iri, _ in pair.persons)
        return one, other
    label = pair.persons[0][1]
    form = next(name for name in pair.names if name != label)
    article = next((s.article for s in pair.sentences if form in s.quote and label not in s.quote), "")
    return Side(label), Side(form, article if verdict is Verdict.SAME else "")


def is_decided(pair: Compared, decisions: Iterable[Decision]) -> bool:
    """Whether one of some decisions settles a pair, by names or IRIs."""
    sides = [_keys(pair, k) for k in range(2)]
    return any(
        (_key(d.one) in sides[k] and _key(d.other) in sides[1 - k]) for d in decisions for k in range(2)
    )


def _keys(pair: Compared, k: int) -> set[str]:
    """What may stand for one side of a pair."""
    names = pair.names if len(pair.names) > 1 else pair.names * 2
    keys = {plain_letters(names[k])} if len(pair.names) > 1 or len(pair.persons) < 2 else set()
    if len(pair.persons) > 1:
        iri, label = pair.persons[k]
        keys |= {read_side(iri).name, plain_letters(label)}
    return keys


def _key(side: Side) -> str:
    return side.name if is_thing(side.name) else plain_letters(side.name)


def pair_as_json(pair: Compared) -> dict[str, object]:
    """A pair as JSON has it."""
    return {
        "names": list(pair.names),
        "persons": [{"iri": iri, "label": label} for iri, label in pair.persons],
        "merged": pair.verdict is Verdict.SAME,
        "by": pair.by,
        "why": pair.why,
        "evidence": [
            {"article": s.article, "start": s.start, "end": s.end, "quote": s.quote} for s in pair.sentences
        ],
    }
