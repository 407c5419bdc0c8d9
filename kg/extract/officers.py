"""Officers: whether a person holds an office of which a phrase can speak."""

from __future__ import annotations

from kg.extract.discourse import Discourse
from kg.extract.nominal_words import nominal_words
from kg.language.document import Token


def holds(discourse: Discourse, person: str, head: str) -> bool:
    """Whether an office of a person is of a sort: "foreign minister" of "minister"."""
    return any(
        o.label.split()[-1:] == [head] or f"{head} of" in o.label or f"{head} for" in o.label
        for o in discourse.things[person].offices
    )


def bears(discourse: Discourse, key: str, token: Token, *, by_name: bool = False) -> bool:
    """Whether a person has an office that "the Deputy Secretary" can be short for: its first words, or its head.

    `by_name`: whether the text itself calls the person so, not only the counterpart of somebody who is.
    """
    modifiers = [
        t.text.lower()
        for t in discourse.doc.children(token, "compound", "amod", "flat")
        if t.i < token.i and t.name is None
    ]
    words = [*modifiers, token.text.lower()]
    full = discourse.lexicon.normalize_office(" ".join(words)).split()
    offices = discourse.things[key].offices
    labels = [o.label.split() for o in offices if not (by_name and "counterpart" in o.verbatim.lower())]
    return any(
        label[: len(said)] == said or (said == label[-len(said) :] and len(said) > 1)
        for label in labels
        for said in (words, full)
        if said
    ) or any(
        words == [discourse.lexicon.normalize_office(" ".join(label)).split()[-1]] and len(label) < 3
        for label in labels
    )


def rules(discourse: Discourse, key: str) -> bool:
    """Whether a person is said to hold an office that rules a country."""
    ruling = nominal_words()["ruling_offices"]
    return any(o.label in ruling and not o.former for o in discourse.things[key].offices)


def serves_only(discourse: Discourse, key: str) -> bool:
    """Whether a person is known to hold offices, none of which rules a country."""
    offices = {o.label for o in discourse.things[key].offices if not o.former}
    return bool(offices) and not offices & nominal_words()["ruling_offices"]
