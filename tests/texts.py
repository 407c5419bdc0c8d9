"""Texts for tests: read as an article would be, and texts of any kind for the laws."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from hypothesis import strategies as st

from kg.extract.context import Context, build_context
from kg.extract.predicates import Predicate, noun_predicate, verb_predicate
from kg.extract.rules import Rule
from kg.extract.verbs import VERBAL
from kg.language.document import Document, Token
from kg.language.lexicon import load_lexicon
from kg.language.pipeline import read_document
from kg.model import Article, EventMention, Span

HUGGED = Rule(
    "hugged",
    "Meeting",
    verbs=frozenset({"hug"}),
    roles={"participant": ("subject", "object")},
    at_least={"participant": 2},
)
"""A rule by which two meet, with a verb that no rule of ours has."""

Extractor = Callable[[Context], Iterator[EventMention]]

WRITTEN = date(2022, 6, 15)
"""The day of writing, a Wednesday."""

SUPPORT = frozenset({"hold", "have", "pay", "make"})
"""Verbs that only carry an event noun."""


def read(text: str, publisher: str | None = None) -> Context:
    """A text with its tree, references and times."""
    article = Article("example", text, publisher=publisher, published=WRITTEN)
    return build_context(article, read_document(text), load_lexicon())


def token(doc: Document, word: str) -> Token:
    """The first token that is this word or name."""
    return next(t for t in doc.tokens if t.text == word)


NEWS = (
    "the a his her their both two leaders minister foreign president he she they met visited will may not "
    "refused to hold talks with in of and , . ? ! “ ” ( ) - ; : 's said agreed signed treaty accord summit "
    "visit call letter Kenya Kenyan Lima President King Abdullah Maria Ali Hassan Wang Yi UN NATO Monday "
    "2021 if after before 12) 1. \n \n\n \r\n \t * – … é 中 😀 \u00a0 \u200b"
)
"""Words of the news, signs and white space, as they never follow each other in the news."""

any_text = st.one_of(
    st.text(max_size=80), st.lists(st.sampled_from(NEWS.split(" ")), max_size=40).map(" ".join)
)


def unmarked(text: str) -> tuple[str, list[Span]]:
    """A text such as "Then [she] left." without its brackets, and where what stood in them stands."""
    parts = re.split(r"[\[\]]", text)
    starts = [sum(map(len, parts[:i])) for i in range(len(parts))]
    marked = [Span(starts[i], starts[i] + len(part)) for i, part in enumerate(parts) if i % 2]
    return "".join(parts), marked


def marked_token(doc: Document, span: Span) -> Token:
    """The token that stands at a place."""
    return next(t for t in doc.tokens if t.span.start == span.start)


def marked(text: str) -> tuple[Document, Token]:
    """A document and the one token that the text marks by brackets."""
    plain, (span,) = unmarked(text)
    doc = read_document(plain)
    return doc, marked_token(doc, span)


def marked_predicate(text: str) -> tuple[Context, Predicate]:
    """A text, read, and what its one bracketed word tells of."""
    plain, (span,) = unmarked(text)
    context = read(plain)
    return context, predicate_at(context, marked_token(context.doc, span))


def predicate_at(context: Context, trigger: Token) -> Predicate:
    """What a verb or an event noun tells of."""
    if trigger.pos in VERBAL:
        return verb_predicate(context.doc, trigger)
    return noun_predicate(context.doc, trigger, SUPPORT)


def told(context: Context, extract: Extractor, role: str = "participant") -> list[tuple[str, str, str]]:
    """What an extractor reads: each event's kind, who is in a role (sorted), its status."""
    things = context.referents.things
    return [
        (
            e.kind,
            ", ".join(sorted(things[a.entity].names[0] for a in e.arguments if a.role == role)),
            e.status.value,
        )
        for e in extract(context)
    ]


def check_in_text(context: Context, events: Iterable[EventMention]) -> None:
    """Every event lies in one of the text's sentences, its arguments are things of the text."""
    sentences = {s.span for s in context.doc.sentences}
    known = set(context.referents.things)
    for event in events:
        assert event.sentence in sentences
        assert event.sentence.covers(event.trigger)
        assert event.trigger.of(context.doc.text)
        assert event.arguments == tuple(sorted(set(event.arguments)))
        assert all(a.entity in known or a.entity.startswith(("place/", "country/")) for a in event.arguments)
        assert event.interval is None or event.interval.earliest <= event.interval.latest
