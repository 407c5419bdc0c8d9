"""When an agreement was reached, and when a treaty that is named was signed."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.agreement_content import SIGNINGS, TREATY_NOUNS, Content, own_span
from kg.extract.agreement_parties import announcement
from kg.extract.context import Context
from kg.extract.event_times import days_of_any_year, has_time, when
from kg.extract.frames import Match
from kg.extract.predicates import Predicate
from kg.extract.verbs import VERBAL, is_passive
from kg.language.document import Document, Token
from kg.language.times import resolve_time
from kg.model import Interval, Span, Status

NOT_YET = frozenset({"any", "future", "if", "never", "no", "not", "possible", "proposed", "to", "yet"})
"""Words under which "a truce reached" tells of none."""


def is_reached(doc: Document, trigger: Token) -> bool:
    """Whether a participle only says of a thing that it was agreed: "a truce reached by both sides"."""
    noun = doc.head(trigger)
    hedged = {c.text.lower() for c in doc.children(trigger, "advmod", "aux", "mark")}
    return (
        trigger.dep == "acl"
        and is_passive(doc, trigger)
        and noun is not None
        and not hedged & NOT_YET
        and not any(t.text.lower() in NOT_YET for t in doc.children(noun, "det", "amod"))
    )


def interval_of(context: Context, match: Match, content: Content, status: Status) -> Interval | None:
    """The time of the act; that of the clause around "the accord reached" is another one."""
    predicate = announcement(context.doc, match) or match.predicate
    if match.rule.name == TREATY_NOUNS or _is_background(match):
        return None
    context = _without_times_in(context, content)
    if not is_reached(context.doc, predicate.trigger):
        return when(context, predicate, status)
    inside = context.doc.subtree(predicate.trigger)
    own = [
        t
        for m in context.times_in(context.doc.sentence(predicate.trigger))
        for t in inside
        if m.span.covers(t.span)
    ]
    return when(context, predicate, status) if own else None


def _is_background(match: Match) -> bool:
    """Whether a signing is only told of beside something that has a day of its own: "since the signing of the pact"."""
    return match.rule.name == SIGNINGS and match.predicate.trigger.relation in {"nmod", "obl"}


def has_open_day(context: Context, match: Match, content: Content) -> bool:
    """Whether words tell when a paper was signed, be they understood or not."""
    return has_time(_without_times_in(context, content), match.predicate)


def calendar_of(context: Context, match: Match, content: Content, status: Status) -> Interval | None:
    """The days on which a paper was signed, where its words leave the year open."""
    return days_of_any_year(_without_times_in(context, content), match.predicate, status)


def _without_times_in(context: Context, content: Content) -> Context:
    """The context without the times in a thing's own name: "left | the 1994 accord | in 2002"."""
    if content.head is None:
        return context
    named = Span(content.span.start, content.head.span.start)
    times = {s: tuple(m for m in ms if not named.covers(m.span)) for s, ms in context.times.items()}
    return replace(context, times=times)


def date_of_signing(context: Context, predicate: Predicate, token: Token) -> Interval | None:
    """When a treaty was signed, by its name's own words: "the October 1994 Agreed Framework", "…, signed in 1961"."""
    for mention in context.times_in(context.doc.sentence(token)):
        inside = mention.span.start < token.span.start + 5 and mention.span.end >= token.span.start - 1
        behind = own_span(context.doc, token).end < mention.span.start < token.span.end
        if (inside and mention.span.start <= token.span.start) or (behind and predicate.trigger.i != token.i):
            return resolve_time(mention, context.article.creation_time)
    for verb in participles_of_signing(context.doc, token):
        found = when(context, replace(predicate, trigger=verb, clause=verb))
        if found is not None:
            return found
    return None


def participles_of_signing(doc: Document, token: Token) -> tuple[Token, ...]:
    """ "signed in 1961", behind the treaty's name."""
    behind = [t for t in doc.tokens[token.i + 1 : token.i + 3] if t.sentence == token.sentence]
    found = {t.i: t for t in (*doc.children(token, "acl", "advcl", "parataxis"), *behind)}
    return tuple(
        t
        for t in found.values()
        if t.pos in VERBAL and t.lemma in {"sign", "conclude", "reach"} and not doc.children(t, "nsubj")
    )
