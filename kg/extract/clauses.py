"""The words that a verb of saying takes: the clause behind it, before it or around it, or a quotation."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.predicates import VERBAL
from kg.extract.said import MARKS, words_between
from kg.language.document import Document, Token
from kg.model import Span

FREE = frozenset(
    {
        "say",
        "add",
        "report",
        "state",
        "tell",
        "announce",
        "declare",
        "note",
        "claim",
        "insist",
        "warn",
        "write",
        "explain",
        "reply",
    }
)
"""Verbs that can stand behind what is said: "…, she added"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words that a verb of saying takes, and the head of their clause where the tree has one."""

    span: Span
    head: Token | None = None


def clause_of(doc: Document, verb: Token) -> Clause | None:
    """What a verb of saying takes: the clause behind it, else around or before it, else a quotation."""
    return (
        _clause_behind(doc, verb)
        or _clause_around(doc, verb)
        or _clause_before(doc, verb)
        or _quotation_behind(doc, verb)
    )


def _clause_behind(doc: Document, verb: Token) -> Clause | None:
    heads = [c for c in doc.children(verb, "ccomp") if c.i > verb.i]
    heads = heads or [
        c for c in doc.children(verb, "parataxis", "advcl") if c.i > verb.i and _has_mark(doc, c, "that")
    ]
    heads = heads or [
        c for c in doc.children(verb, "obj") if c.i > verb.i and _is_clause_misread(doc, verb, c)
    ]
    heads = heads or [
        c for c in doc.children(verb, "xcomp", "advcl") if c.i > verb.i and _takes_infinitive(doc, verb, c)
    ]
    if not heads:
        return None
    behind = [t.i for head in heads for t in doc.subtree(head) if t.i > verb.i]
    first = min(behind) + (doc.tokens[min(behind)].text.lower() == "that")
    span = words_between(doc, first, max(behind))
    return Clause(span, heads[0]) if span is not None else None


def _has_mark(doc: Document, token: Token, word: str) -> bool:
    return any(c.text.lower() == word for c in doc.children(token, "mark"))


def _is_clause_misread(doc: Document, verb: Token, noun: Token) -> bool:
    """ "said the two countries pledged …" read as a noun with a participle: nobody says countries."""
    return verb.lemma in {"say", "add"} and noun.pos in {"NOUN", "PROPN"} and bool(doc.children(noun, "acl"))


def _takes_infinitive(doc: Document, verb: Token, clause: Token) -> bool:
    """ "claimed to have met", "denied having met"."""
    if verb.lemma == "deny":
        return clause.relation == "xcomp" or "VerbForm=Ger" in clause.feats or "VerbForm=Part" in clause.feats
    return verb.lemma == "claim" and clause.relation == "xcomp"


def _clause_around(doc: Document, verb: Token) -> Clause | None:
    """ "The treaty, she said, is dead": the clause in which the verb is a parenthesis."""
    head = doc.head(verb)
    if verb.relation != "parataxis" or head is None or head.i < verb.i or not _is_free(doc, verb):
        return None
    around = [t.i for t in doc.subtree(head)]
    span = words_between(doc, min(around), max(around))
    return Clause(span, head) if span is not None else None


def _clause_before(doc: Document, verb: Token) -> Clause | None:
    """ "The treaty is dead, she said": all that stands before the comma or the mark."""
    sentence, start = doc.sentence(verb), _tag_start(doc, verb)
    if (
        not _is_free(doc, verb)
        or not doc.children(verb, "nsubj")
        or start - 1 <= sentence.first
        or not set(doc.tokens[start - 1].text) <= MARKS | {","}
    ):
        return None
    span = words_between(doc, sentence.first, start - 1)
    head = next((t for t in doc.tokens[sentence.first : start] if t.pos in VERBAL), None)
    return Clause(span, head) if span is not None and head is not None else None


def _is_free(doc: Document, verb: Token) -> bool:
    return verb.lemma.lower() in FREE and not _has_mark(doc, verb, "as")


def _tag_start(doc: Document, verb: Token) -> int:
    """Where "…, the minister said" or "…, said the minister" begins."""
    before = [t.i for s in doc.children(verb, "nsubj") for t in doc.subtree(s) if t.i < verb.i]
    own = [c.i for c in doc.children(verb, "aux", "advmod") if c.i < verb.i]
    return min([verb.i, *before, *own])


def _quotation_behind(doc: Document, verb: Token) -> Clause | None:
    """ "She said: “…”": the rest of the sentence behind the colon or the mark."""
    sentence = doc.sentence(verb)
    for token in doc.tokens[verb.i + 1 : sentence.last]:
        if token.text == ":" or (
            set(token.text) <= MARKS and _is_free(doc, verb) and doc.tokens[token.i + 1].text[:1].isupper()
        ):
            span = words_between(doc, token.i + 1, sentence.last)
            return Clause(span) if span is not None else None
    return None
