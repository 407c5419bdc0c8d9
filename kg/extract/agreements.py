"""Agreements: treaties by name, accords signed or broken, pledges and designations made together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.agreement_content import (
    TREATY_NOUNS,
    Content,
    content_of,
    is_named,
    without_article,
    without_time,
)
from kg.extract.agreement_dates import (
    calendar_of,
    date_of_signing,
    has_open_day,
    interval_of,
    is_reached,
    participles_of_signing,
)
from kg.extract.agreement_parties import announcement, parties_of, signing_people
from kg.extract.basis import basis_of
from kg.extract.context import Context
from kg.extract.frames import Match, match_noun, match_rules
from kg.extract.rules import Rule, load_rules
from kg.extract.speech import is_fulfilled
from kg.extract.status import status_of
from kg.extract.verbs import VERBAL, is_finite_present
from kg.extract.word_forms import words_of
from kg.language.document import Document, Token
from kg.model import AgreementStatus, Argument, EventMention, Status

RATIFIED = "ratification"

UNMADE = frozenset({Status.DENIED, Status.CANCELLED})

BROKEN = frozenset({"Withdrawn", "Violated"})

EACH_ITS_OWN = frozenset({"identical", "parallel", "separate", "similar", "simultaneous"})
"""What papers are that several issue, each its own."""

PAPERS = frozenset({"concluded", "signed", "signed-statement"})
"""The rules whose objects are documents."""


def extract_agreements(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of an agreement, its parties states and organisations."""
    for match in (*match_rules(context, load_rules("agreements")), *_named_treaties(context)):
        told = agreement_mention(context, match, parties_of(context, match))
        if told is not None:
            yield told


def agreement_mention(context: Context, match: Match, parties: Sequence[str]) -> EventMention | None:
    """What a rule read as an agreement of these parties; None where it tells of none, or of too few."""
    content = content_of(context, match)
    if content is None or _tells_no_act(context.doc, match, content):
        return None
    status = _status(context.doc, match)
    if status in UNMADE and match.rule.name != TREATY_NOUNS:
        return None
    if match.rule.status in BROKEN and not _is_broken(context.doc, match, status):
        return None
    if len(parties) < max(match.rule.parties, match.rule.at_least.get("party", 1)):
        return None
    return _mention(context, match, content, status, parties)


def _named_treaties(context: Context) -> Iterator[Match]:
    """Every agreement that is called by name, whatever is said of it."""
    rule = next(r for r in load_rules("agreements") if r.name == TREATY_NOUNS)
    for token in context.doc.tokens:
        if is_named(token):
            match = match_noun(context, rule, token)
            if match is not None:
                yield match


def _tells_no_act(doc: Document, match: Match, content: Content) -> bool:
    """What a document does, what is so in general, a treaty ratified that is named elsewhere."""
    trigger = match.predicate.trigger
    if match.rule.label == RATIFIED and content.definite:
        return True
    habitual = is_finite_present(trigger) and not doc.children(trigger, "aux")
    own = {c.text.lower() for t in match.predicate.tokens("object") for c in doc.children(t, "amod")}
    if own & EACH_ITS_OWN:
        return True
    return _is_in_agreement(doc, trigger) or (habitual and not doc.sentence(trigger).headline)


def _is_in_agreement(doc: Document, trigger: Token) -> bool:
    """Whether a verb only tells what a named document does: "a joint statement affirming …"."""
    head = doc.head(trigger)
    if (
        trigger.relation != "acl"
        or head is None
        or trigger.pos not in VERBAL
        or "Tense=Past" in trigger.feats
    ):
        return False
    papers = {o for r in load_rules("agreements") if r.name in PAPERS for o in r.objects}
    return is_named(head) or head.lemma.lower() in papers


def _status(doc: Document, match: Match) -> Status:
    """The status of what a clause tells; "the accord reached in Lima" takes for given that it was.

    A year that both announce will be called something has been designated with that.
    """
    if is_reached(doc, match.predicate.trigger):
        return Status.HELD
    announced = announcement(doc, match)
    if announced is not None and is_fulfilled(doc, announced.trigger):
        return Status.HELD
    return status_of(doc, announced or match.predicate)


def _is_broken(doc: Document, match: Match, status: Status) -> bool:
    """Whether it is a fact that an agreement was left or broken, not an aim or an accusation."""
    return status is Status.HELD and basis_of(doc, match.predicate.trigger) != "alleged"


def _mention(
    context: Context, match: Match, content: Content, status: Status, parties: Sequence[str]
) -> EventMention:
    rule, predicate = match.rule, match.predicate
    named = rule.name == TREATY_NOUNS and not _is_to_be_made(context.doc, predicate.trigger, status)
    made = status is Status.HELD or named
    stage = AgreementStatus(rule.status or "Agreed") if made else AgreementStatus.PROPOSED
    signed_when = date_of_signing(context, predicate, content.token) if content.token else None
    day = signed_when or interval_of(context, match, content, status)
    people = signing_people(context, match) if parties and rule.name in PAPERS else ()
    untold = day is None and rule.name in PAPERS and has_open_day(context, match, content)
    return EventMention(
        kind=_kind(rule, content),
        rule=rule.name,
        trigger=predicate.trigger.span,
        sentence=context.doc.sentence(predicate.trigger).span,
        arguments=tuple(Argument("party", key) for key in sorted({*parties, *people})),
        interval=day,
        status=AgreementStatus.SIGNED
        if content.token and participles_of_signing(context.doc, content.token)
        else stage,
        name=None if content.definite else _called(context, rule, content),
        bare=rule.name == TREATY_NOUNS or context.doc.sentence(predicate.trigger).headline,
        definite=content.definite,
        untold=untold,
        calendar=calendar_of(context, match, content, status) if untold else None,
    )


def _is_to_be_made(doc: Document, treaty: Token, status: Status) -> bool:
    """Whether a treaty that the world does not know by its name is only to be signed: "will sign the Treaty of Amity"."""
    verb = doc.head(treaty) if treaty.relation == "obj" or treaty.dep == "nsubj:pass" else None
    known = treaty.name is not None and treaty.name.key is not None
    making = frozenset().union(*(r.verbs for r in load_rules("agreements") if r.name in PAPERS))
    ahead = status in {Status.PLANNED, Status.POSSIBLE}
    return verb is not None and bool(words_of(verb) & making) and ahead and not known


def _called(context: Context, rule: Rule, content: Content) -> str:
    """The agreement's own name, or what is agreed; a ratification is one more agreement about the treaty."""
    if content.name is None:
        return _label(context, rule, content)
    return f"{rule.label} of the {content.name}" if rule.label == RATIFIED else content.name


def _kind(rule: Rule, content: Content) -> str:
    name = (content.name or "").lower()
    if "treaty" in name or "convention" in name or (rule.kind == "Treaty" and "pact" in name):
        return "Treaty"
    if "joint statement" in name or "communiqu" in name:
        return "JointStatement"
    return "Agreement" if rule.kind == "Treaty" else rule.kind


def _label(context: Context, rule: Rule, content: Content) -> str:
    what = without_article(without_time(context, content.span).of(context.doc.text))
    if rule.label in {"reaffirmation", "designation", "ratification"}:
        return f"{rule.label} of {what}"
    return f"{rule.label} {what}".strip()
