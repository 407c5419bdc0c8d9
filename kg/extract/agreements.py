"""Agreements: treaties by name, accords signed or broken, pledges and designations made together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.circumstances import when
from kg.extract.context import Context
from kg.extract.frames import Match, match_noun, match_rules
from kg.extract.predicates import VERBAL, Predicate, conjuncts, preposition
from kg.extract.rules import Rule, load_rules
from kg.extract.status import status_of
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.language.times import resolve_time
from kg.model import AgreementStatus, Argument, EntityKind, EventMention, Interval, Span, Status

TREATY_NOUNS, RATIFIED = "treaty", "ratification"
QUOTES = re.compile(r"[\"“”]|(?<!\w)['‘’]|['‘’](?!\w)")
YEAR = re.compile(r"^\d{4} ")
UNMADE = frozenset({Status.DENIED, Status.CANCELLED})


@dataclass(frozen=True, slots=True)
class Content:
    """What is agreed: the words, and the name where the agreement has one."""

    span: Span
    name: str | None = None
    definite: bool = False
    """Whether the words only point back: "the accord"."""
    token: Token | None = None
    """The token of the agreement's own name."""


def extract_agreements(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of an agreement, its parties states and organisations."""
    for match in (*match_rules(context, load_rules("agreements")), *_named_treaties(context)):
        content = _content(context, match)
        if content is None or _tells_no_act(context.doc, match, content):
            continue
        status = status_of(context.doc, match.predicate)
        if status in UNMADE and match.rule.name != TREATY_NOUNS:
            continue
        parties = tuple(dict.fromkeys([*_parties(context, match), *_shared_parties(context, match)]))
        if len(parties) < max(match.rule.parties, match.rule.at_least.get("party", 1)):
            continue
        yield _mention(context, match, content, status, parties)


def _named_treaties(context: Context) -> Iterator[Match]:
    """Every agreement that is called by name, whatever is said of it."""
    rule = next(r for r in load_rules("agreements") if r.name == TREATY_NOUNS)
    for token in context.doc.tokens:
        if _is_named(token):
            match = match_noun(context, rule, token)
            if match is not None:
                yield match


def _tells_no_act(doc: Document, match: Match, content: Content) -> bool:
    """What a document does, what is so in general, a treaty ratified that is named elsewhere."""
    trigger = match.predicate.trigger
    if match.rule.label == RATIFIED and content.definite:
        return True
    habitual = (
        "Tense=Pres" in trigger.feats and "VerbForm=Fin" in trigger.feats and not doc.children(trigger, "aux")
    )
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
    signed = next(r for r in load_rules("agreements") if r.name == "signed")
    return _is_named(head) or head.lemma.lower() in signed.objects


def _is_named(token: Token) -> bool:
    return token.name is not None and token.name.kind is EntityKind.AGREEMENT


def _mention(
    context: Context, match: Match, content: Content, status: Status, parties: Sequence[str]
) -> EventMention:
    rule, predicate = match.rule, match.predicate
    made = status is Status.HELD or rule.name == TREATY_NOUNS
    stage = AgreementStatus(rule.status or "Agreed") if made else AgreementStatus.PROPOSED
    signed_when = _signed_when(context, predicate, content.token) if content.token else None
    return EventMention(
        kind=_kind(rule, content),
        rule=rule.name,
        trigger=predicate.trigger.span,
        sentence=context.doc.sentence(predicate.trigger).span,
        arguments=tuple(Argument("party", key) for key in sorted(parties)),
        interval=signed_when or (when(context, predicate, status) if rule.name != TREATY_NOUNS else None),
        status=AgreementStatus.SIGNED
        if content.token and _participles(context.doc, content.token)
        else stage,
        name=None if content.definite else _called(context, rule, content),
        bare=rule.name == TREATY_NOUNS or context.doc.sentence(predicate.trigger).headline,
        definite=content.definite,
    )


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
    what = _without_article(_without_time(context, content.span).of(context.doc.text))
    if rule.label in {"reaffirmation", "designation", "ratification"}:
        return f"{rule.label} of {what}"
    return f"{rule.label} {what}".strip()


def _parties(context: Context, match: Match) -> tuple[str, ...]:
    """The states and organisations bound; a person binds the state that he or she represents."""
    things, parties = context.referents.things, []
    for key in match.fillers("party"):
        thing = things[key]
        party = thing.country if thing.kind is EntityKind.PERSON else key
        if party is not None and thing.kind is not EntityKind.GROUP:
            parties.append(party)
    return tuple(dict.fromkeys(parties))


def _shared_parties(context: Context, match: Match) -> list[str]:
    """The parties that "their" names: "met his counterpart, reaffirming their stance"; those of "an accord with …"."""
    doc, things, parties = context.doc, context.referents.things, []
    for token in match.predicate.tokens("object"):
        owners = [o for o in doc.children(token, "nmod:poss") if o.text.lower() == "their"]
        others = [c for c in doc.children(token, "nmod") if preposition(doc, c) in {"with", "between"}]
        for owner in (*owners, *(t for o in others for t in conjuncts(doc, o))):
            for key in context.referents.of(owner):
                country = things[key].country if things[key].kind is EntityKind.PERSON else key
                if country is not None:
                    parties.append(country)
    return parties


def _without_time(context: Context, span: Span) -> Span:
    """A phrase without the time at its end: "to defend common interests | on Friday"."""
    for times in context.times.values():
        for mention in times:
            if span.start < mention.span.start and mention.span.end == span.end:
                text = context.doc.text[span.start : mention.span.start].rstrip()
                last = text.rsplit(" ", 1)[-1].lower()
                end = (
                    len(text) - len(last)
                    if last in {"on", "in", "at", "by", "since", "during"}
                    else len(text)
                )
                return Span(span.start, span.start + len(text[:end].rstrip(" ,")))
    return span


# ---------------------------------------------------------------- content and name


def _content(context: Context, match: Match) -> Content | None:
    """What is agreed, by the slots of the rule; the named treaty itself for a treaty noun."""
    doc, rule = context.doc, match.rule
    if rule.name == TREATY_NOUNS:
        return _treaty(doc, match.predicate.trigger)
    if rule.objects and not rule.content:
        tokens = [
            t
            for t in match.predicate.tokens("object")
            if _is_named(t) or {t.lemma.lower(), t.text.lower()} & rule.objects
        ]
        return _object_content(context, tokens[0]) if tokens else None
    if rule.status in {"Withdrawn", "Violated"}:
        found = (_treaty(doc, t) or _plain_treaty(doc, t) for t in match.predicate.tokens(*rule.content))
        return next((c for c in found if c is not None), None)
    return _spoken_content(context, match)


def _object_content(context: Context, token: Token) -> Content:
    """The treaty that a verb has for its object: by name, by its own words, or pointing back."""
    doc = context.doc
    treaty = _treaty(doc, token)
    if treaty is not None:
        return treaty
    span = _without_time(context, _phrase(doc, token))
    determiners = {c.text.lower() for c in doc.children(token, "det")}
    described = [c for c in doc.children(token) if c.relation in {"amod", "compound", "nmod", "acl"}]
    return Content(
        span,
        _without_article(span.of(doc.text)),
        bool(determiners & {"the", "this", "that"}) and not described,
    )


def _spoken_content(context: Context, match: Match) -> Content | None:
    doc, verb = context.doc, match.predicate.trigger
    for slot in match.rule.content:
        heads = doc.children(verb, "xcomp", "ccomp") if slot == "clause" else match.predicate.tokens(slot)
        heads = tuple(
            sorted((h for h in heads if h.i > verb.i or slot == "object"), key=lambda h: h.i < verb.i)
        )
        named = next((t for h in heads for t in doc.subtree(h) if _is_named(t)), None)
        if named is not None and match.rule.name == "entered":
            return _treaty(doc, named)
        if heads:
            return Content(_phrase(doc, heads[0]))
    return None


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
        if later or child.dep == "obl:unmarked":
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
    return Content(span, _without_article(span.of(doc.text)))


def _treaty(doc: Document, token: Token) -> Content | None:
    """An agreement's own name: "Treaty of Friendship, Cooperation, and …"."""
    if not _is_named(token) or doc.sentence(token).headline:
        return None
    return Content(token.span, YEAR.sub("", _without_article(token.text)), token=token)


def _without_article(text: str) -> str:
    plain = QUOTES.sub("", " ".join(text.split())).strip()
    for article in ("the ", "The ", "a ", "an "):
        plain = plain.removeprefix(article)
    return plain


# ---------------------------------------------------------------- signed when


def _participles(doc: Document, token: Token) -> tuple[Token, ...]:
    """ "signed in 1961", behind the treaty's name."""
    behind = [t for t in doc.tokens[token.i + 1 : token.i + 3] if t.sentence == token.sentence]
    found = {t.i: t for t in (*doc.children(token, "acl", "advcl", "parataxis"), *behind)}
    return tuple(
        t
        for t in found.values()
        if t.pos in VERBAL and t.lemma in {"sign", "conclude", "reach"} and not doc.children(t, "nsubj")
    )


def _signed_when(context: Context, predicate: Predicate, token: Token) -> Interval | None:
    """When a treaty was signed, by its name's own words: "the October 1994 Agreed Framework", "…, signed in 1961"."""
    for mention in context.times_in(context.doc.sentence(token)):
        inside = mention.span.start < token.span.start + 5 and mention.span.end >= token.span.start - 1
        if inside and mention.span.start <= token.span.start:
            return resolve_time(mention, context.article.creation_time)
    for verb in _participles(context.doc, token):
        found = when(context, replace(predicate, trigger=verb, clause=verb))
        if found is not None:
            return found
    return None
