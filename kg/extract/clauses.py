"""The words that a verb of saying takes: the clause behind it, before it or around it, or a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.claim_words import find_table, source_nouns
from kg.extract.predicates import VERBAL
from kg.extract.said import MARKS, after_dateline, last_word, words_between
from kg.language.document import Document, Token
from kg.model import Span

DOUBLE = frozenset('"”»')


@dataclass(frozen=True, slots=True)
class Clause:
    """The words that a verb of saying takes, and the head of their clause where the tree has one."""

    span: Span
    head: Token | None = None


def clause_of(doc: Document, verb: Token) -> Clause | None:
    """What a verb of saying takes: the quotation it tags, else the clause behind, around or before it."""
    found = (
        find(doc, verb)
        for find in (
            _tagged,
            _clause_behind,
            _clause_around,
            _clause_before,
            _quotation_behind,
            _as_said,
            _rest_behind,
        )
    )
    return next((clause for clause in found if clause is not None), None)


def _tagged(doc: Document, verb: Token) -> Clause | None:
    """ "“The treaty is dead,” she told reporters": a quotation closes right before the tag."""
    before = doc.tokens[max(0, _tag_start(doc, verb) - 1)]
    closes = set(before.text) <= DOUBLE and not doc.text[before.span.start - 1].isspace()
    return _clause_before(doc, verb) if closes else None


def _clause_behind(doc: Document, verb: Token) -> Clause | None:
    """ "She said that the treaty was dead"."""
    behind = [c for c in doc.children(verb) if c.i > verb.i]
    for heads in (
        [c for c in behind if c.relation == "ccomp"],
        [c for c in behind if c.relation in {"parataxis", "advcl", "conj"} and _opens_with_that(doc, c)],
        [c for noun in behind for c in _clauses_on_nouns(doc, verb, noun)],
        [c for c in behind if c.relation in {"xcomp", "advcl"} and _takes_infinitive(verb, c)],
    ):
        if heads:
            inside = [t.i for head in heads for t in doc.subtree(head) if t.i > verb.i]
            torn = doc.tokens[min(inside)].pos == "CCONJ"
            span = clause_words(doc, verb.i + 1 if torn else min(inside), max(inside))
            return Clause(span, heads[0]) if span is not None else None
    return None


def clause_words(doc: Document, first: int, last: int) -> Span | None:
    """The words of a clause without the "that" that opens it and an attribution that closes it."""
    while first < last and (doc.tokens[first].pos == "PUNCT" or doc.tokens[first].text.lower() == "that"):
        first += 1
    words = [t.text.lower() for t in doc.tokens[first : last + 1]]
    if "according" in words[1:]:
        at = len(words) - 1 - words[::-1].index("according")
        if words[at - 1] == "," and "," not in words[at:]:
            last = first + at - 1
    return words_between(doc, first, last)


def _opens_with_that(doc: Document, clause: Token) -> bool:
    return next((t.text.lower() == "that" for t in doc.subtree(clause) if t.pos != "PUNCT"), False)


def _has_mark(doc: Document, token: Token, word: str) -> bool:
    return any(c.text.lower() == word for c in doc.children(token, "mark"))


def _clauses_on_nouns(doc: Document, verb: Token, noun: Token) -> Sequence[Token]:
    """The clause of "told reporters that", "said on Monday that" where the tree hangs it on the noun."""
    held = (
        find_table("object", verb.lemma.lower())
        if noun.relation == "obj"
        else find_table("noun", noun.lemma.lower())
    )
    if noun.relation not in {"obj", "iobj", "obl"} or (
        held is not None and noun.lemma not in source_nouns("words")
    ):
        return ()
    return [c for c in doc.children(noun, "acl") if _has_mark(doc, c, "that")]


def _takes_infinitive(verb: Token, clause: Token) -> bool:
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
    span = clause_words(doc, min(around), max(around))
    return Clause(span, head) if span is not None else None


def _clause_before(doc: Document, verb: Token) -> Clause | None:
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
    return _is_free(doc, verb) and (speaks or verb.lemma == "tell")


def _takes_object(doc: Document, verb: Token) -> bool:
    return any(c.i > verb.i for c in doc.children(verb, "obj"))


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


def _is_free(doc: Document, verb: Token) -> bool:
    return find_table("behind", verb.lemma.lower()) is not None and not _has_mark(doc, verb, "as")


def _tag_start(doc: Document, verb: Token) -> int:
    """Where "…, the minister said" or "…, said the minister" begins."""
    before = [
        t.i for s in doc.children(verb, "nsubj") for t in doc.subtree(s) if t.i < verb.i and t.pos != "PUNCT"
    ]
    own = [c.i for c in doc.children(verb, "aux", "advmod") if c.i < verb.i]
    return min([verb.i, *before, *own])


def _quotation_behind(doc: Document, verb: Token) -> Clause | None:
    """ "She said: “…”": the rest of the sentence behind the colon or the mark."""
    last = last_word(doc, doc.sentence(verb))
    for token in doc.tokens[verb.i + 1 : last]:
        if token.text == ":" or (_opens_quotation(doc, token) and _is_free(doc, verb)):
            span = words_between(doc, token.i + 1, last)
            return Clause(span) if span is not None else None
    return None


def _opens_quotation(doc: Document, mark: Token) -> bool:
    """Whether a mark stands before a capital and behind white space."""
    opens = set(mark.text) <= MARKS and doc.text[mark.span.start - 1].isspace()
    return opens and doc.tokens[mark.i + 1].text[:1].isupper()


def _rest_behind(doc: Document, verb: Token) -> Clause | None:
    """ "said the two countries pledged …" read as a verb with an object: nobody says countries."""
    last = last_word(doc, doc.sentence(verb))
    objects = [c for c in doc.children(verb, "obj") if c.i > verb.i and c.pos in {"NOUN", "PROPN"}]
    finite = [
        t
        for o in objects
        for t in doc.tokens[o.i + 1 : last + 1]
        if "VerbForm=Fin" in t.feats or doc.children(o, "acl")
    ]
    span = words_between(doc, verb.i + 1, last) if verb.lemma == "say" and finite else None
    return Clause(span, finite[0]) if span is not None else None


def _as_said(doc: Document, verb: Token) -> Clause | None:
    """ "As Kenya said, the border is closed": the sentence beside the "as" clause."""
    sentence, inside = doc.sentence(verb), doc.subtree(verb)
    if verb.relation != "advcl" or not _has_mark(doc, verb, "as") or _takes_object(doc, verb):
        return None
    if find_table("behind", verb.lemma.lower()) is None:
        return None
    opens = inside[0].i == sentence.first
    first, last = (inside[-1].i + 1, last_word(doc, sentence)) if opens else (sentence.first, inside[0].i - 1)
    span = words_between(doc, first, last)
    return Clause(span, doc.head(verb)) if span is not None else None
