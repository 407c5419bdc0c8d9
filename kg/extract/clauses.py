"""The words that stand behind a verb of saying: its clause, wherever the tree hangs it, or a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.claim_words import find_table, names_source
from kg.extract.prepositions import preposition
from kg.extract.said import MARKS, extent, last_word, words_between
from kg.language.document import Document, Token
from kg.model import Span

TOPICAL = frozenset({"about", "concerning", "of", "on", "over", "regarding"})
"""Prepositions that bring in what is spoken of, not where it is said: "commenting ON reports that …"."""
QUOTED = frozenset({"quote", "cite"})


@dataclass(frozen=True, slots=True)
class Clause:
    """The words that a verb of saying takes, and the head of their clause where the tree has one."""

    span: Span
    head: Token | None = None


def clause_behind(doc: Document, verb: Token) -> Clause | None:
    """ "She said that the treaty was dead"."""
    behind = [c for c in doc.children(verb) if c.i > verb.i]
    for heads in (
        [c for c in behind if c.relation == "ccomp" and not _comments(doc, c)],
        [c for c in behind if c.relation in {"parataxis", "advcl", "conj"} and _opens_with_that(doc, c)],
        [c for noun in (*behind, *_cited(doc, behind)) for c in _clauses_on_nouns(doc, verb, noun)],
        [c for c in behind if c.relation in {"xcomp", "advcl"} and _takes_infinitive(verb, c)],
    ):
        if heads:
            inside = [t.i for head in heads for t in doc.subtree(head) if t.i > verb.i]
            inside += [t.i for c in doc.children(verb, "conj") for t in _run_on(doc, c, max(inside))]
            torn = doc.tokens[min(inside)].pos == "CCONJ"
            span = clause_words(doc, verb.i + 1 if torn else min(inside), max(inside))
            return Clause(span, heads[0]) if span is not None else None
    return None


def _comments(doc: Document, clause: Token) -> bool:
    """Whether a clause only says what another amounts to: "…, he said, | in what could end the war"."""
    first = _first_word(doc, clause)
    return [t.text.lower() for t in doc.tokens[first.i : first.i + 2]] == ["in", "what"]


def _run_on(doc: Document, clause: Token, last: int) -> Sequence[Token]:
    """ "said that A did this and B did that": with no comma before it, the second is said too."""
    inside = doc.subtree(clause)
    follows = (
        inside[0].i == last + 1 and inside[0].text.lower() == "and" and bool(doc.children(clause, "nsubj"))
    )
    return inside if follows and find_table("clause", clause.lemma.lower()) is None else ()


def _cited(doc: Document, behind: Sequence[Token]) -> Sequence[Token]:
    """The objects of participles between a verb and its clause: "reported, citing X, that …"."""
    return [o for c in behind if c.relation == "advcl" for o in doc.children(c, "obj")]


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


def is_content(doc: Document, clause: Token) -> bool:
    """Whether "that" only opens a clause; in "the claim that he made" it fills a place in it."""
    if has_mark(doc, clause, "that") or not _opens_with_that(doc, clause):
        return has_mark(doc, clause, "that")
    filled = [c for relation in ("nsubj", "obj") for c in doc.children(clause, relation)[1:]]
    return bool(filled) or doc.tokens[_first_word(doc, clause).i - 1].text == ","


def _opens_with_that(doc: Document, clause: Token) -> bool:
    return _first_word(doc, clause).text.lower() == "that"


def _first_word(doc: Document, clause: Token) -> Token:
    return next((t for t in doc.subtree(clause) if t.pos != "PUNCT"), clause)


def has_mark(doc: Document, token: Token, word: str) -> bool:
    """Whether a word opens a clause: "that", "as"."""
    return any(c.text.lower() == word for c in doc.children(token, "mark"))


def _clauses_on_nouns(doc: Document, verb: Token, noun: Token) -> Sequence[Token]:
    """The clause of "told reporters that", "said on Monday that" where the tree hangs it on the noun."""
    if noun.relation not in {"obj", "iobj", "obl"} or _has_words_of_its_own(doc, verb, noun):
        return ()
    hearer = noun.relation != "obl" and verb.lemma not in {"say", "add"}
    clauses = doc.children(noun, "acl")
    return [c for c in clauses if is_content(doc, c) or (hearer and _opens_with_that(doc, c))]


def _has_words_of_its_own(doc: Document, verb: Token, noun: Token) -> bool:
    """ "stressed the need that …", "said in reply to the claim that …": the noun takes the clause."""
    if noun.relation == "obl":
        held = find_table("noun", noun.lemma.lower()) is not None
        return held and (not names_source(noun, "words") or preposition(doc, noun) in TOPICAL)
    return noun.head == verb.i and find_table("object", verb.lemma.lower()) is not None


def _takes_infinitive(verb: Token, clause: Token) -> bool:
    """ "claimed to have met", "denied having met"."""
    if verb.lemma == "deny":
        return clause.relation == "xcomp" or "VerbForm=Ger" in clause.feats or "VerbForm=Part" in clause.feats
    return verb.lemma == "claim" and clause.relation == "xcomp"


def quotation_behind(doc: Document, verb: Token) -> Clause | None:
    """ "She said: “…”": the rest of the sentence behind the colon or the mark."""
    last = last_word(doc, doc.sentence(verb))
    for token in doc.tokens[verb.i + 1 : last]:
        if token.text == ":" or (_opens_quotation(doc, token) and is_tag_verb(doc, verb)):
            span = words_between(doc, token.i + 1, last)
            return Clause(span) if span is not None else None
    return None


def _opens_quotation(doc: Document, mark: Token) -> bool:
    """Whether a mark stands before a capital and behind white space."""
    opens = set(mark.text) <= MARKS and doc.text[mark.span.start - 1].isspace()
    return opens and doc.tokens[mark.i + 1].text[:1].isupper()


def rest_behind(doc: Document, verb: Token) -> Clause | None:
    """ "said the two countries pledged …", "said in a statement he had …" read as nouns."""
    last = last_word(doc, doc.sentence(verb))
    nouns = [c for c in doc.children(verb, "obj", "obl") if c.i > verb.i and c.pos in {"NOUN", "PROPN"}]
    if verb.lemma != "say" or not nouns:
        return None
    if nouns[0].relation == "obl":
        return _clause_on_words(doc, nouns[0])
    finite = [t for t in doc.tokens[nouns[0].i + 1 : last + 1] if "VerbForm=Fin" in t.feats]
    span = words_between(doc, verb.i + 1, last)
    return Clause(span, finite[0]) if span is not None and finite else None


def _clause_on_words(doc: Document, noun: Token) -> Clause | None:
    """A clause with a subject of its own behind "in a statement"."""
    clauses = [
        c for c in doc.children(noun, "acl") if doc.children(c, "nsubj") and names_source(noun, "words")
    ]
    span = extent(doc, doc.subtree(clauses[0])) if clauses else None
    return Clause(span, clauses[0]) if span is not None else None


def is_tag_verb(doc: Document, verb: Token) -> bool:
    """Whether a verb can stand behind what is said, and no "as" before it."""
    return find_table("behind", verb.lemma.lower()) is not None and not has_mark(doc, verb, "as")


def quoting_verb(doc: Document, verb: Token) -> Token | None:
    """ "quoted" above "as saying"."""
    head = doc.head(verb)
    marked = any(c.text.lower() == "as" for c in doc.children(verb, "mark", "case"))
    return head if marked and head is not None and head.lemma in QUOTED else None
