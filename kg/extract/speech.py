"""Verbs of saying: who speaks, and how they stand to what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claim_words import OPINION, find_table, phrasal, stance_of
from kg.extract.clauses import Clause, clause_of
from kg.extract.context import Context
from kg.extract.predicates import VERBAL, expand, is_passive, preposition, subjects, verb_predicate
from kg.extract.said import MARKS, Said
from kg.extract.sources import find_sources
from kg.extract.status import status_of
from kg.extract.unnamed import Source
from kg.language.document import Document, Token
from kg.model import EntityKind, Stance, Status

QUOTED = frozenset({"quote", "cite"})
AHEAD = frozenset({"will", "would", "may", "might", "could", "shall", "'ll", "’ll", "wo"})


def find_speech(context: Context) -> Iterator[Said]:
    """Each verb of saying with its speakers and its clause."""
    for verb in context.doc.tokens:
        table = (
            find_table("clause", phrasal(context.doc, verb))
            if verb.pos in VERBAL and verb.name is None
            else None
        )
        if table is None:
            continue
        clause = clause_of(context.doc, verb)
        if clause is None or not _is_said(context, verb):
            continue
        yield from _said(context, verb, table, clause)


def _said(context: Context, verb: Token, table: str, clause: Clause) -> Iterator[Said]:
    sentence = context.doc.sentence(verb)
    carrier = _carrier(context, verb)
    for source in speakers(context, verb):
        via = carrier if carrier is None or carrier.key != source.key else None
        yield Said(
            _rule(context.doc, table, clause),
            source,
            _stance(context.doc, table, clause),
            clause.span,
            sentence,
            verb.span,
            via,
        )


def _is_said(context: Context, verb: Token) -> bool:
    """Whether the words were spoken: not denied, not planned, not asked for."""
    if any(c.text.lower() in {"to", "if", "whether"} for c in context.doc.children(verb, "mark")):
        return False
    modals = {c.text.lower() for c in context.doc.children(verb, "aux")} & AHEAD
    return not modals and status_of(context.doc, verb_predicate(context.doc, verb)) is not Status.DENIED


def _stance(doc: Document, table: str, clause: Clause) -> Stance:
    ahead = clause.head is not None and any(c.text.lower() in AHEAD for c in doc.children(clause.head, "aux"))
    return Stance.PREDICTS if table == OPINION and ahead else stance_of(table)


def _rule(doc: Document, table: str, clause: Clause) -> str:
    if table in {"denies", "predicts", OPINION}:
        return {"denies": "denial"}.get(table, "prediction")
    before = doc.text[max(0, clause.span.start - 1) : clause.span.start]
    return "direct_speech" if before and before in MARKS else "indirect_speech"


# ---------------------------------------------------------------- who


def speakers(context: Context, verb: Token) -> Sequence[Source]:
    """The sources that a verb's subject gives, "X" too in "X was quoted as saying"."""
    return [s for token in _speaking(context.doc, verb) for s in find_sources(context, token)]


def _speaking(doc: Document, verb: Token) -> Sequence[Token]:
    quoting = _quoting(doc, verb)
    if quoting is None:
        return subjects(doc, verb)
    return expand(
        doc, doc.children(quoting, "nsubj") if is_passive(doc, quoting) else doc.children(quoting, "obj")
    )


def _quoting(doc: Document, verb: Token) -> Token | None:
    """ "quoted" above "as saying"."""
    head = doc.head(verb)
    if (
        head is not None
        and head.lemma in QUOTED
        and any(c.text.lower() == "as" for c in doc.children(verb, "mark", "case"))
    ):
        return head
    return None


def _carrier(context: Context, verb: Token) -> Source | None:
    """The outlet through which the words came: quoted by it, told to it, said in an interview with it."""
    for token in _carrying(context.doc, verb):
        for source in find_sources(context, token):
            if source.referent.kind is EntityKind.ORGANIZATION:
                return source
    return None


def _carrying(doc: Document, verb: Token) -> Iterator[Token]:
    quoting = _quoting(doc, verb)
    if quoting is not None:
        yield from subjects(doc, quoting)
    if verb.lemma == "tell":
        yield from doc.children(verb, "obj", "iobj")
    for occasion in doc.children(verb, "obl"):
        if occasion.lemma in {"interview", "comment", "remark"}:
            yield from (
                c for c in doc.children(occasion, "nmod", "obl") if preposition(doc, c) in {"with", "to"}
            )
