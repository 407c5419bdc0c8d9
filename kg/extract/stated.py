"""Claims without a clause of saying: what is stressed, denied, condemned, accusations, "X's claim that"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from kg.extract.claim_words import STANCES, claim_words, find_table, phrasal, stance_of
from kg.extract.clauses import clause_words, is_content
from kg.extract.context import Context
from kg.extract.predicates import verb_predicate
from kg.extract.prepositions import preposition
from kg.extract.said import Said, extent
from kg.extract.sources import authors, find_sources
from kg.extract.status import status_of
from kg.extract.verbs import VERBAL, is_passive, subjects
from kg.language.document import Document, Token
from kg.model import Stance, Status

RULES = {"denies": "denial", "accuses": "accusation"}
COMPLETING = frozenset(
    {
        "about",
        "against",
        "as",
        "concerning",
        "for",
        "of",
        "over",
        "regarding",
        "that",
        "to",
        "toward",
        "towards",
    }
)
CLAUSES = ("acl", "ccomp")


def find_stated(context: Context) -> Iterator[Said]:
    """Each claim that stands as the object of a verb, behind an accusation, or in a noun of words."""
    for token in context.doc.tokens:
        if token.name is not None:
            continue
        if token.pos in VERBAL:
            yield from chain(_stated_objects(context, token), _accusations(context, token))
        elif token.pos == "NOUN":
            yield from _words_nouns(context, token)


def _stated_objects(context: Context, verb: Token) -> Iterator[Said]:
    """ "stressed the importance of …", "denied any agreement", "rejected the allegation that …"."""
    doc, lemma = context.doc, phrasal(context.doc, verb)
    table = find_table("object", lemma) or find_table("object_of_words", lemma)
    clausal = find_table("clause", lemma) is not None and doc.children(verb, "ccomp")
    if table is None or clausal or not _is_done(context, verb):
        return
    times = context.times_in(doc.sentence(verb))
    objects = [o for o in _claimed_objects(doc, verb) if not any(m.span.covers(o.span) for m in times)]
    if not objects or not _can_be_claimed(doc, table, lemma, objects[0], verb):
        return
    rule, span = RULES.get(table, "stated_object"), extent(doc, _with_complements(doc, verb, objects[0]))
    for source in (s for token in subjects(doc, verb) for s in find_sources(context, token)):
        if span is not None:
            yield Said(rule, source, stance_of(table), span, doc.sentence(verb), verb.span)


def _claimed_objects(doc: Document, verb: Token) -> Sequence[Token]:
    """The one object of a verb, which its passive has as its subject; none where it is only "it" or "him"."""
    found = doc.children(verb, "nsubj") if is_passive(doc, verb) else doc.children(verb, "obj", "iobj")
    return found if len(found) == 1 and found[0].pos != "PRON" else ()


def _with_complements(doc: Document, verb: Token, noun: Token) -> Sequence[Token]:
    """A noun with what completes it, on either of which the tree may hang it: "concern about", "wish to"."""
    found = list(doc.subtree(noun))
    for child in doc.children(verb, "obl", "xcomp", "advcl", "ccomp", "nmod"):
        inside = doc.subtree(child)
        if inside[0].i == found[-1].i + 1 and inside[0].text.lower() in COMPLETING:
            found += inside
    return found


def _is_done(context: Context, verb: Token) -> bool:
    return status_of(context.doc, verb_predicate(context.doc, verb)) is Status.HELD


def _can_be_claimed(doc: Document, table: str, lemma: str, noun: Token, verb: Token) -> bool:
    """Nobody claims a visa that is denied; an offer that is rejected was no claim."""
    words = claim_words()[table]
    if noun.lemma.lower() in words.get("not_objects", ()):
        return False
    return lemma not in words.get("object_of_words", ()) or _holds_words(noun)


def _holds_words(noun: Token) -> bool:
    return any(noun.lemma.lower() in claim_words()[table].get("noun", ()) for table in STANCES)


def _accusations(context: Context, verb: Token) -> Iterator[Said]:
    """ "accused Y of doing Z": whom and what, in one; in the passive what alone."""
    doc = context.doc
    if verb.lemma.lower() not in claim_words()["accuses"]["target"] or not _is_done(context, verb):
        return
    accused = [c for c in doc.children(verb, "obj", "xcomp") if c.i > verb.i and not _names_a_deed(doc, c)]
    deeds = [c for c in doc.children(verb, "advcl", "obl", "xcomp") if c.i > verb.i and _names_a_deed(doc, c)]
    inside = [t for head in (*accused, *deeds) for t in doc.subtree(head) if t.i > verb.i]
    span = extent(doc, inside) if accused or is_passive(doc, verb) else None
    for source in (s for token in subjects(doc, verb) for s in find_sources(context, token)):
        if span is not None:
            yield Said("accusation", source, Stance.ACCUSES, span, doc.sentence(verb), verb.span)


def _names_a_deed(doc: Document, token: Token) -> bool:
    marks = {c.text.lower() for c in doc.children(token, "mark", "case")}
    return bool(marks & {"of", "for"})


def _words_nouns(context: Context, noun: Token) -> Iterator[Said]:
    """ "Kenya's claim that …": the owner of the words says the clause."""
    doc, table = context.doc, find_table("noun", noun.lemma.lower())
    clauses = _clauses_of(doc, noun) if table is not None else ()
    if table is None or not clauses:
        return
    inside = [t.i for t in doc.subtree(clauses[0])]
    span = clause_words(doc, min(inside), max(inside))
    owned = doc.children(noun, "nmod:poss") or [
        c for c in doc.children(noun, "amod", "compound", "nmod") if _is_owner(doc, c)
    ]
    for source in authors(context, noun) if owned else ():
        if span is not None:
            yield Said("words_noun", source, stance_of(table), span, doc.sentence(noun), noun.span)


def _clauses_of(doc: Document, noun: Token) -> Sequence[Token]:
    """A clause that says what the words are: "that …" with a subject of its own."""
    found = [c for c in doc.children(noun, *CLAUSES) if c.i > noun.i]
    return [c for c in found if doc.children(c, "nsubj") and not _is_relative(doc, c)]


def _is_relative(doc: Document, clause: Token) -> bool:
    """ "the claim that he made": "that" fills a place in the clause, it does not open it."""
    fills = any("PronType=Rel" in c.feats for c in doc.children(clause, "nsubj", "obj", "obl"))
    return fills and not is_content(doc, clause)


def _is_owner(doc: Document, token: Token) -> bool:
    return token.name is not None and (
        token.i < doc.tokens[token.head].i or preposition(doc, token) in {"by", "from", "of"}
    )
