"""Participles that look like nouns: "Meeting in Oslo, the ministers agreed …", "left after meeting with the king"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from kg.language.attachments import hangs_on_itself
from kg.language.document import Token, universal

PARTICIPLES = {"meeting": "meet"}
"""Event nouns that, without an article, are participles where they open a clause; with their verbs."""

CONJUNCTIONS = frozenset({"after", "before", "since", "when", "while"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
BESIDE = frozenset({"appos", "conj", "flat", "nmod", "nsubj", "obl"})


def with_participles(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with such participles as clauses beside the main verb."""
    mended = list(tokens)
    for _, words in groupby(tokens, key=lambda t: t.sentence):
        sentence = list(words)
        for changed in (*_opening(sentence), *_behind_conjunctions(sentence)):
            if not hangs_on_itself(mended, changed):
                mended[changed.i] = changed
    return mended


def _opening(sentence: list[Token]) -> list[Token]:
    """ "Meeting in Oslo, | the ministers agreed": behind the comma stands the subject of the main verb."""
    first = sentence[0]
    verb = next((t for t in sentence if t.i == first.head and t.pos == "VERB"), None)
    comma = next((t.i for t in sentence if t.text == ","), None)
    if not _is_event(first) or verb is None or comma is None or not first.i < comma < verb.i:
        return []
    subject = next((t for t in sentence if comma < t.i < verb.i and _may_act(t, comma, verb)), None)
    if subject is None or universal(first.dep) not in {"nsubj", "advcl"}:
        return []
    joined = (t for t in sentence if subject.i < t.i < verb.i and _is_torn_off(t, comma))
    return [
        _participle(first),
        replace(subject, dep="nsubj", head=verb.i),
        *(replace(t, head=subject.i) for t in joined),
    ]


def _may_act(token: Token, comma: int, verb: Token) -> bool:
    """Whether a token is the verb's subject, or one that the tree hangs on what stands before the comma."""
    own = token.head == verb.i and universal(token.dep) == "nsubj"
    return token.pos in NOMINAL and (own or (token.head < comma and universal(token.dep) in BESIDE))


def _is_torn_off(token: Token, comma: int) -> bool:
    """Whether a subject joined by "and" hangs on what stands before the comma."""
    return token.pos in NOMINAL and token.head < comma and universal(token.dep) == "conj"


def _behind_conjunctions(sentence: list[Token]) -> list[Token]:
    """ "left after meeting | with the king": with an article it would be a noun."""
    found = []
    for before, token in pairwise(sentence):
        bound = before.text.lower() in CONJUNCTIONS and before.head == token.i
        if bound and _is_event(token) and universal(token.dep) in {"obl", "advcl"}:
            found.append(_participle(token))
    return found


def _is_event(token: Token) -> bool:
    return token.text.lower() in PARTICIPLES and token.pos in {"NOUN", "PROPN"}


def _participle(token: Token) -> Token:
    return replace(
        token, pos="VERB", lemma=PARTICIPLES[token.text.lower()], feats="VerbForm=Ger", dep="advcl"
    )
