"""Quotations of several sentences: what stands between two marks belongs to one speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.context import Context
from kg.extract.said import MARKS, Said, whole
from kg.extract.unnamed import Source
from kg.language.document import Document, Sentence
from kg.model import Span, Stance

PAIRED = re.compile(r"“[^”\n]*(?:”|$)|«[^»\n]*(?:»|$)|(?<!\w)\"[^\"\n]*(?:\"|$)", re.M)
SHORTEST = 4
"""Fewer words than this between marks are a name or a scare quote, no speech."""


def find_quotations(text: str) -> tuple[Span, ...]:
    """What stands between double marks, the marks included; an open one runs to the end of its paragraph."""
    return tuple(Span(*m.span()) for m in PAIRED.finditer(text) if len(m.group().split()) >= SHORTEST)


def find_continued(context: Context, said: Sequence[Said]) -> Iterator[Said]:
    """Each sentence inside a quotation that no verb of saying claims: its speaker is who speaks beside it."""
    doc, speaking = context.doc, {s.sentence.i: s for s in sorted(said, key=lambda s: s.anchor)}
    quotations = find_quotations(doc.text)
    for sentence in doc.sentences:
        content = whole(doc, sentence)
        quotation = next((q for q in quotations if content is not None and q.covers(content)), None)
        if quotation is None or content is None or sentence.i in speaking:
            continue
        source = _speaker(doc, sentence, quotation, said, speaking)
        if source is not None:
            speaking[sentence.i] = Said(
                "continued_quotation",
                source,
                Stance.SAYS,
                content,
                sentence,
                Span(content.start, content.start),
            )
            yield speaking[sentence.i]


def _speaker(
    doc: Document, sentence: Sentence, quotation: Span, said: Sequence[Said], speaking: dict[int, Said]
) -> Source | None:
    """Who claims another part of the quotation, else who spoke in the sentence before."""
    shared = [
        s
        for s in said
        if s.content.start < quotation.end
        and quotation.start < s.content.end
        and not _is_quoted(s, quotation)
    ]
    before = speaking.get(_previous(doc, sentence))
    if shared:
        return shared[0].source
    return before.source if before is not None else None


def _is_quoted(said: Said, quotation: Span) -> bool:
    """Whether a verb of saying stands inside the quotation itself."""
    return quotation.covers(said.anchor)


def _previous(doc: Document, sentence: Sentence) -> int:
    """The sentence before that holds words."""
    i = sentence.i - 1
    while i > 0 and set(doc.quote(doc.sentences[i])) <= MARKS:
        i -= 1
    return i
