"""What is agreed: an agreement's own name, or the words that a clause gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.context import Context
from kg.extract.frames import Match
from kg.extract.prepositions import preposition
from kg.extract.rules import load_rules
from kg.extract.verbs import is_passive
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.language.times import find_times
from kg.model import EntityKind, Span

QUOTES = re.compile(r"[\"“”]|(?<!\w)['‘’]|['‘’](?!\w)")
SHORT = re.compile(r"\s*\([A-Za-z.]{2,8}(?:\)|$)")
"""An abbreviation behind a name: "Memorandum of Understanding (MoU)"."""
YEAR = re.compile(r"^\d{4} ")
TREATY_NOUNS = "treaty"
SIGNINGS = "signing"
"""The rules of treaties by name and of "the signing of a treaty"."""
BEFORE_TIMES = frozenset(
    {"at", "beginning", "by", "during", "from", "in", "on", "since", "starting", "until"}
)


@dataclass(frozen=True, slots=True)
class Content:
    """What is agreed: the words, and the name where the agreement has one."""

    span: Span
    name: str | None = None
    definite: bool = False
    """Whether the words only point back: "the accord"."""
    token: Token | None = None
    """The token of the agreement's own name."""
    head: Token | None = None
    """The noun that says what it is, where it has no name."""


def content_of(context: Context, match: Match) -> Content | None:
    """What is agreed, by the slots of the rule; the named treaty itself for a treaty noun."""
    doc, rule = context.doc, match.rule
    if rule.name == TREATY_NOUNS:
        return _treaty(doc, match.predicate.trigger)
    if rule.name == SIGNINGS:
        return _signed_content(context, match)
    if rule.objects and not rule.content:
        tokens = [
            t
            for t in match.predicate.tokens("object")
            if t.names(EntityKind.AGREEMENT) or {t.lemma.lower(), t.text.lower()} & rule.objects
        ]
        return _object_content(context, tokens[0]) if tokens else None
    if rule.status in {"Withdrawn", "Violated"}:
        found = (_treaty(doc, t) or _plain_treaty(doc, t) for t in match.predicate.tokens(*rule.content))
        return next((c for c in found if c is not None), None)
    return _spoken_content(context, match)


def _signed_content(context: Context, match: Match) -> Content | None:
    """The paper whose signing is told: "the signing | of two accords"; not one that has its anniversary."""
    head = context.doc.head(match.predicate.trigger)
    if head is not None and head.lemma.lower() == "anniversary":
        return None
    papers = next(r.objects for r in load_rules("agreements") if r.name == "signed")
    for token in match.predicate.tokens("of"):
        if token.names(EntityKind.AGREEMENT) or {token.lemma.lower(), token.text.lower()} & papers:
            return _object_content(context, token)
    return None


def _object_content(context: Context, token: Token) -> Content:
    """The treaty that a verb has for its object: by name, by its own words, or pointing back."""
    doc = context.doc
    treaty = _treaty(doc, token)
    if treaty is not None:
        return treaty
    span = without_time(context, _phrase(doc, token))
    determiners = {c.text.lower() for c in doc.children(token, "det")}
    described = [c for c in doc.children(token) if c.relation in {"amod", "compound", "nmod", "acl"}]
    return Content(
        span,
        without_article(span.of(doc.text)),
        bool(determiners & {"the", "this", "that"}) and not described,
        head=token,
    )


def _spoken_content(context: Context, match: Match) -> Content | None:
    doc, verb = context.doc, match.predicate.trigger
    if verb.dep == "acl" and is_passive(doc, verb):
        return _object_content(context, doc.tokens[verb.head])
    for slot in match.rule.content:
        heads = _clauses(doc, verb) if slot == "clause" else match.predicate.tokens(slot)
        heads = tuple(
            sorted((h for h in heads if _may_be_agreed(context, h, verb, slot)), key=lambda h: h.i < verb.i)
        )
        named = next((t for h in heads for t in doc.subtree(h) if is_named(t)), None)
        if named is not None and match.rule.name == "entered":
            return _treaty(doc, named)
        if heads:
            return Content(_phrase(doc, heads[0]))
    return None


def _clauses(doc: Document, verb: Token) -> tuple[Token, ...]:
    """The clauses that a verb takes; the infinitive too that the tree hangs beside it."""
    found = doc.children(verb, "xcomp", "ccomp")
    return found or tuple(
        c for c in doc.children(verb, "advcl") if any(m.text.lower() == "to" for m in doc.children(c, "mark"))
    )


def _may_be_agreed(context: Context, head: Token, verb: Token, slot: str) -> bool:
    """Whether a phrase stands where what is agreed stands, and is no time: "agreed | on Friday"."""
    times = context.times_in(context.doc.sentence(verb))
    return (head.i > verb.i or slot == "object") and not any(m.span.covers(head.span) for m in times)


def _phrase(doc: Document, head: Token) -> Span:
    """A phrase without what only hangs on to it: later clauses, times, relative clauses."""
    dropped = _loose_parts(doc, head)
    kept = {t.i for t in doc.subtree(head)} - dropped
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    last = _before_participle(doc, first, _aim_end(doc, head, last))
    while last > first and doc.tokens[last].pos in {"PUNCT", "CCONJ", "ADP"}:
        last -= 1
    while first < last and doc.tokens[first].pos == "PUNCT":
        first += 1
    return Span(doc.tokens[first].span.start, doc.tokens[last].span.end)


def _loose_parts(doc: Document, head: Token) -> set[int]:
    """What of a phrase says something besides: later clauses, times, the words that tie it to its verb."""
    loose: set[int] = set()
    for child in doc.children(head):
        later = child.dep in {"advcl", "parataxis", "acl:relcl", "nmod:poss"} and child.i > head.i
        told = child.dep == "obl:unmarked" or preposition(doc, child) == "according to"
        opening = doc.subtree(child)[0]
        beside = child.dep == "appos" and {opening.text, doc.tokens[opening.i - 1].text} & {",", ":"}
        if later or told or beside:
            loose |= {t.i for t in doc.subtree(child)}
        tie = child.relation in {"mark", "case"} and child.i < head.i
        if tie and child.text.lower() not in {"to", "not"}:
            loose.add(child.i)
    for clause in (t for t in doc.subtree(head) if t.dep == "acl:relcl"):
        inside = doc.subtree(clause)
        if "," in {inside[0].text, doc.tokens[inside[0].i - 1].text}:
            loose |= {t.i for t in inside}
    return loose


def _before_participle(doc: Document, first: int, last: int) -> int:
    """The end of a phrase before a participle set off by a comma: "to share the port | , strengthening ties"."""
    for i in range(first + 1, last):
        following = doc.tokens[i + 1]
        if (
            doc.tokens[i].text == ","
            and following.pos == "VERB"
            and "VerbForm=Fin" not in following.feats
            and following.dep == "advcl"
        ):
            return i - 1
    return last


def _aim_end(doc: Document, head: Token, last: int) -> int:
    """Where the aim behind a noun ends: "their commitment | to strengthening ties", whatever it is attached to."""
    following = doc.tokens[last + 1 : last + 3]
    if head.lemma.lower() not in words("aims") or len(following) < 2 or following[0].text.lower() != "to":
        return last
    aim = following[1] if following[1].head < following[1].i else doc.tokens[following[1].head]
    inside = {t.i for t in doc.subtree(aim)} - _loose_parts(doc, aim) - {head.i}
    last += 2
    while last + 1 in inside:
        last += 1
    return last


def _plain_treaty(doc: Document, token: Token) -> Content | None:
    """ "the ceasefire", "UN resolutions": a treaty noun without a name of its own."""
    rules = {r.name: r for r in load_rules("agreements")}
    words = {token.lemma.lower(), token.text.lower()}
    if not words & rules["violated"].objects:
        return None
    span = _phrase(doc, token)
    return Content(span, without_article(span.of(doc.text)), head=token)


def own_span(doc: Document, token: Token) -> Span:
    """An agreement's name without a day that the search for names takes for its end: "… Accord | on Monday"."""
    for mention in find_times(doc.text, *token.span):
        if mention.span.end == token.span.end:
            words_before = doc.text[token.span.start : mention.span.start].rstrip()
            name, _, last = words_before.rpartition(" ")
            if last.lower() in BEFORE_TIMES and name:
                return Span(token.span.start, token.span.start + len(name))
    return token.span


def _treaty(doc: Document, token: Token) -> Content | None:
    """An agreement's own name: "Treaty of Friendship, Cooperation, and …"."""
    if not is_named(token) or doc.sentence(token).headline:
        return None
    span = own_span(doc, token)
    return Content(span, YEAR.sub("", without_article(span.of(doc.text))), token=token)


def without_article(text: str) -> str:
    """The words of a name on one line, without an article, quotation marks and an abbreviation in brackets."""
    plain = QUOTES.sub("", SHORT.sub("", " ".join(text.split()))).strip()
    for article in ("the ", "The ", "a ", "an "):
        plain = plain.removeprefix(article)
    return plain


def is_named(token: Token) -> bool:
    """Whether a token is an agreement's own name; "Memorandum of Understanding" is what many are."""
    return token.names(EntityKind.AGREEMENT) and not set(token.text.lower().split()) <= words("treaty_words")


def without_time(context: Context, span: Span) -> Span:
    """A phrase without the time at its end: "to defend common interests | on Friday"."""
    for times in context.times.values():
        for mention in times:
            if span.start < mention.span.start and mention.span.end == span.end:
                text = context.doc.text[span.start : mention.span.start].rstrip()
                last = text.rsplit(" ", 1)[-1].lower()
                end = len(text) - len(last) if last in BEFORE_TIMES else len(text)
                return Span(span.start, span.start + len(text[:end].rstrip(" ,")))
    return span
