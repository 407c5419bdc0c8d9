"""Verbs of saying behind, within or before what is said: "…, she said", "as she said, …"."""

from __future__ import annotations

from kg.extract.claim_words import find_table
from kg.extract.clauses import Clause, clause_words, has_mark, is_tag_verb, quoting_verb
from kg.extract.said import MARKS, after_dateline, last_word, words_between
from kg.extract.verbs import VERBAL
from kg.language.document import Document, Token
from kg.language.times import find_times

DOUBLE = frozenset('"”»')


def quotation_before(doc: Document, verb: Token) -> Clause | None:
    """ "“The treaty is dead,” she told reporters": a quotation closes right before the tag."""
    before = doc.tokens[max(0, _tag_start(doc, verb) - 1)]
    closes = set(before.text) <= DOUBLE and not doc.text[before.span.start - 1].isspace()
    return clause_before(doc, verb) if closes else None


def clause_around(doc: Document, verb: Token) -> Clause | None:
    """ "The treaty, she said, is dead": the clause in which the verb is a parenthesis."""
    head = doc.head(verb)
    if verb.relation != "parataxis" or head is None or head.i < verb.i or not is_tag_verb(doc, verb):
        return None
    around = [t.i for t in doc.subtree(head)]
    span = clause_words(doc, min(around), max(around))
    return Clause(span, head) if span is not None else None


def clause_before(doc: Document, verb: Token) -> Clause | None:
    """ "The treaty is dead, she said": all that stands before the comma or the mark."""
    sentence, start = doc.sentence(verb), _tag_start(doc, verb)
    if (
        start - 1 <= sentence.first
        or not set(doc.tokens[start - 1].text) <= MARKS | {","}
        or not _is_tag(doc, verb)
    ):
        return None
    first = after_dateline(doc, sentence)
    span = words_between(doc, first, start - 1)
    head = next((t for t in doc.tokens[first:start] if _stands_alone(doc, t) or _is_told(doc, t, verb)), None)
    return Clause(span, head) if span is not None and head is not None else None


def _is_tag(doc: Document, verb: Token) -> bool:
    """Whether a verb of saying has its speaker and nothing else to say."""
    speaks = is_inverted(doc, verb) or (bool(doc.children(verb, "nsubj")) and not _takes_object(doc, verb))
    quoted = quoting_verb(doc, verb) is not None
    return quoted or (is_tag_verb(doc, verb) and (speaks or verb.lemma == "tell"))


def _takes_object(doc: Document, verb: Token) -> bool:
    """Whether something other than a day stands behind a verb: "reported | Saturday"."""
    behind = (c for c in doc.children(verb, "obj") if c.i > verb.i)
    return any(not find_times(doc.text, *c.span) for c in behind)


def _is_told(doc: Document, token: Token, verb: Token) -> bool:
    """Whether a verb of saying hangs on a verb before it as a parenthesis does."""
    return verb.relation == "parataxis" and verb.head == token.i and token.pos in VERBAL


def _stands_alone(doc: Document, token: Token) -> bool:
    """Whether a clause has a subject and could be a sentence: not "while talks went on"."""
    return bool(doc.children(token, "nsubj", "expl")) and not doc.children(token, "mark")


def is_inverted(doc: Document, verb: Token) -> bool:
    """ "…, said an official": the speaker behind the verb, even where the tree takes it for an object."""
    behind = doc.children(verb, "obj")
    return bool(behind) and behind[0].i > verb.i and set(doc.tokens[verb.i - 1].text) <= MARKS | {","}


def _tag_start(doc: Document, verb: Token) -> int:
    """Where "…, the minister said", "…, said the minister" or "…, he was quoted as saying" begins."""
    verb = quoting_verb(doc, verb) or verb
    subjects = [s for s in doc.children(verb, "nsubj") if s.i < verb.i][-1:]
    before = [t.i for s in subjects for t in doc.subtree(s) if t.i < verb.i and t.pos != "PUNCT"]
    own = [c.i for c in doc.children(verb, "aux", "advmod") if c.i < verb.i]
    return min([verb.i, *before, *own])


def clause_beside(doc: Document, verb: Token) -> Clause | None:
    """ "As Kenya said, the border is closed": the sentence beside the "as" clause."""
    sentence, inside = doc.sentence(verb), doc.subtree(verb)
    if verb.relation != "advcl" or not has_mark(doc, verb, "as") or _takes_object(doc, verb):
        return None
    if find_table("behind", verb.lemma.lower()) is None:
        return None
    opens = inside[0].i == sentence.first
    first, last = (inside[-1].i + 1, last_word(doc, sentence)) if opens else (sentence.first, inside[0].i - 1)
    span = words_between(doc, first, last)
    return Clause(span, doc.head(verb)) if span is not None else None
