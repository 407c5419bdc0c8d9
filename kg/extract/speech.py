"""Verbs of saying: who speaks, and how they stand to what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claim_words import OPINION, claim_words, find_table, phrasal, stance_of
from kg.extract.clauses import QUOTED, Clause, clause_behind, quotation_behind, quoting_verb, rest_behind
from kg.extract.context import Context
from kg.extract.coordination import expand
from kg.extract.predicates import verb_predicate
from kg.extract.prepositions import preposition
from kg.extract.said import MARKS, Said
from kg.extract.sources import find_sources
from kg.extract.status import status_of
from kg.extract.tags import clause_around, clause_before, clause_beside, is_inverted, quotation_before
from kg.extract.unnamed import Source
from kg.extract.verbs import VERBAL, is_passive, subjects
from kg.language.document import Document, Token
from kg.model import EntityKind, Stance, Status

FORMS = (
    quotation_before,
    clause_behind,
    clause_around,
    clause_before,
    quotation_behind,
    clause_beside,
    rest_behind,
)
"""Where the words of a verb of saying may stand; the first that finds them speaks."""


def find_speech(context: Context) -> Iterator[Said]:
    """Each verb of saying with its speakers and its clause."""
    for verb in context.doc.tokens:
        if verb.pos not in VERBAL or verb.name is not None:
            continue
        lemma = phrasal(context.doc, verb)
        table = find_table("clause", lemma) or find_table("that", lemma)
        clause = clause_of(context.doc, verb) if table is not None else None
        if table is not None and clause is not None and _is_said(context, verb):
            yield from _said(context, verb, table, clause)


def clause_of(doc: Document, verb: Token) -> Clause | None:
    """What a verb of saying takes."""
    clause = next(filter(None, (form(doc, verb) for form in FORMS)), None)
    if clause is None or find_table("that", phrasal(doc, verb)) is None:
        return clause
    return clause if "that" in doc.text[verb.span.end : clause.span.start].lower().split() else None


def _said(context: Context, verb: Token, table: str, clause: Clause) -> Iterator[Said]:
    doc, carrier = context.doc, _carrier(context, verb)
    rule, stance = _rule(doc, verb, table, clause), _stance(doc, table, clause)
    for source in speakers(context, verb):
        via = carrier if carrier is None or carrier.key != source.key else None
        yield Said(rule, source, stance, clause.span, doc.sentence(verb), verb.span, via)


def _is_said(context: Context, verb: Token) -> bool:
    """Whether the words were spoken: not denied, not planned, not asked for."""
    marks = {c.text.lower() for c in context.doc.children(verb, "mark")}
    if marks & {"if", "whether"} or ("to" in marks and not is_fulfilled(context.doc, verb)):
        return False
    return (
        not _is_ahead(context.doc, verb)
        and status_of(context.doc, verb_predicate(context.doc, verb)) is not Status.DENIED
    )


def is_fulfilled(doc: Document, verb: Token) -> bool:
    """ "went on to say", "took the opportunity to announce": the infinitive came true."""
    words, above = claim_words()["fulfilled"], list(doc.ancestors(verb))
    if above and above[0].lemma in words["verbs"]:
        return True
    support = next((a for a in above if a.pos in VERBAL), None)
    behind = any(t.lemma in words["nouns"] for t in doc.tokens[max(0, verb.i - 3) : verb.i])
    return behind and support is not None and support.lemma in words["support"]


def _stance(doc: Document, table: str, clause: Clause) -> Stance:
    ahead = clause.head is not None and _is_ahead(doc, clause.head)
    return Stance.PREDICTS if table == OPINION and ahead else stance_of(table)


def _is_ahead(doc: Document, verb: Token) -> bool:
    """Whether a clause lies ahead: "will", "may"."""
    return any(c.text.lower() in claim_words()[OPINION]["ahead"] for c in doc.children(verb, "aux"))


def _rule(doc: Document, verb: Token, table: str, clause: Clause) -> str:
    if quoting_verb(doc, verb) is not None:
        return "quoted_as_saying"
    if table in {"denies", "predicts", OPINION}:
        return {"denies": "denial"}.get(table, "prediction")
    before = doc.text[max(0, clause.span.start - 1) : clause.span.start]
    return "direct_speech" if before and before in MARKS else "indirect_speech"


# ---------------------------------------------------------------- who


def speakers(context: Context, verb: Token) -> Sequence[Source]:
    """The sources that a verb's subject gives, "X" too in "X was quoted as saying"."""
    return [s for token in _speaking(context.doc, verb) for s in find_sources(context, token)]


def _speaking(doc: Document, verb: Token) -> Sequence[Token]:
    quoting = quoting_verb(doc, verb)
    if quoting is not None:
        return expand(doc, doc.children(quoting, "nsubj" if is_passive(doc, quoting) else "obj"))
    if _speaks_behind(doc, verb):
        return expand(doc, doc.children(verb, "obj"))
    if _goes_on(doc, verb):
        return _speakers_above(doc, verb) or subjects(doc, verb)
    before = [s for s in doc.children(verb, "nsubj") if s.i < verb.i]
    if len(before) > 1 and not is_passive(doc, verb):
        return expand(doc, before[-1:])
    return subjects(doc, verb) or _named_before(doc, verb) or _subjects_above(doc, verb)


def _goes_on(doc: Document, verb: Token) -> bool:
    """ "…, adding that …", wherever the tree hangs it."""
    participle = "VerbForm=Part" in verb.feats or "VerbForm=Ger" in verb.feats
    behind_comma = verb.i > 0 and doc.tokens[verb.i - 1].text == ","
    return participle and behind_comma and verb.lemma in claim_words()["fulfilled"]["goes_on"]


def _speakers_above(doc: Document, verb: Token) -> Sequence[Token]:
    """Who says the clause that "adding" hangs in: "she said Peru was ready, | adding: …"."""
    for above in doc.ancestors(verb):
        if above.pos in VERBAL and find_table("clause", phrasal(doc, above)) is not None:
            return subjects(doc, above)
    return ()


def _subjects_above(doc: Document, verb: Token) -> Sequence[Token]:
    """Who took the opportunity to say it, whichever noun the tree hangs the infinitive on."""
    support = (
        next((a for a in doc.ancestors(verb) if a.pos in VERBAL), None) if verb.relation == "acl" else None
    )
    return subjects(doc, support) if support is not None and is_fulfilled(doc, verb) else ()


def _named_before(doc: Document, verb: Token) -> Sequence[Token]:
    """The name that a verb hangs on, or that hangs on it, where a long apposition has torn the two apart."""
    head = doc.head(verb)
    aside = [c for c in doc.children(verb, "parataxis") if c.i < verb.i and c.name is not None]
    if aside and doc.children(aside[0], "appos"):
        return aside[:1]
    torn = head is not None and head.name is not None and head.i < verb.i and verb.relation == "parataxis"
    return (head,) if torn and head is not None else ()


def _speaks_behind(doc: Document, verb: Token) -> bool:
    return is_inverted(doc, verb) and not doc.children(verb, "nsubj") and verb.lemma != "tell"


def _carrier(context: Context, verb: Token) -> Source | None:
    """The outlet through which the words came: quoted by it, told to it, said in an interview with it."""
    for token in _carrying(context.doc, verb):
        for source in find_sources(context, token):
            if source.referent.kind is EntityKind.ORGANIZATION:
                return source
    return None


def _carrying(doc: Document, verb: Token) -> Iterator[Token]:
    quoting = quoting_verb(doc, verb)
    if quoting is not None:
        yield from subjects(doc, quoting)
    for subject in doc.children(verb, "nsubj"):
        yield from (
            a
            for c in doc.children(subject, "acl")
            if c.lemma in QUOTED
            for a in subjects(doc, c)
            if is_passive(doc, c)
        )
    if verb.lemma == "tell":
        yield from doc.children(verb, "obj", "iobj")
    for occasion in doc.children(verb, "obl"):
        if occasion.lemma in {"interview", "comment", "remark"}:
            heard = doc.children(occasion, "nmod", "obl")
            yield from (c for c in heard if preposition(doc, c) in {"with", "to"})
