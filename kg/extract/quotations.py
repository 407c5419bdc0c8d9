"""Quotations of several sentences: what stands between two marks belongs to one speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from kg.extract.context import Context
from kg.extract.said import MARKS, Said, whole
from kg.extract.unnamed import Source
from kg.language.document import Document, Sentence
from kg.model import Span, Stance

PAIRED = re.compile(r"“[^”\n]*(?:”|$)|«[^»\n]*(?:»|$)|(?<!\w)\"[^\"\n]*(?:\"|$)", re.M)
SHORTEST = 4
"""Fewer words than this between marks are a name or a scare quote, no speech, unless a stop ends them."""
STOPS = (".”", "!”", "?”", '."', '!"', '?"', ".»", "!»", "?»")


def find_quotations(text: str) -> tuple[Span, ...]:
    """What stands between double marks, the marks included; an open one runs to the end of its paragraph."""
    return tuple(Span(*m.span()) for m in PAIRED.finditer(text) if _is_speech(m.group()))


def _is_speech(words: str) -> bool:
    return len(words.split()) >= SHORTEST or words.endswith(STOPS)


def find_continued(context: Context, said: Sequence[Said]) -> Iterator[Said]:
    """Each sentence inside a quotation that no verb of saying claims: its speaker is who speaks beside it."""
    doc, quotations = context.doc, find_quotations(context.doc.text)
    spoken = {s.sentence.i for s in said}
    voices = {s.sentence.i: s.source for s in sorted(_outermost(said), key=lambda s: s.anchor)}
    for sentence in doc.sentences:
        content = whole(doc, sentence)
        quotation = None if content is None else _around(quotations, content)
        if quotation is None or content is None or sentence.i in spoken:
            continue
        source = _tagged(quotation, said) or voices.get(_previous(doc, sentence))
        if source is not None:
            voices[sentence.i] = source
            anchor = Span(content.start, content.start)
            yield Said("continued_quotation", source, Stance.SAYS, content, sentence, anchor)


def _around(quotations: Sequence[Span], content: Span) -> Span | None:
    """The quotation that holds some words; quotations lie in order and apart."""
    last = bisect_right(quotations, content.start, key=lambda q: q.start) - 1
    return quotations[last] if last >= 0 and quotations[last].covers(content) else None


def _outermost(said: Sequence[Said]) -> Iterator[Said]:
    """The claims that are not made in the words of another one."""
    contents = sorted(s.content for s in said)
    reached = [-1, *accumulate((content.end for content in contents), max)]  # by the first so many of them
    for s in said:
        before = bisect_right(contents, s.anchor.start, key=lambda content: content.start)
        if reached[before] < s.anchor.end:
            yield s


def _tagged(quotation: Span, said: Sequence[Said]) -> Source | None:
    """Who says another part of a quotation, the verb of saying standing outside it."""
    for s in said:
        overlaps = s.content.start < quotation.end and quotation.start < s.content.end
        if overlaps and not quotation.covers(s.anchor):
            return s.source
    return None


def _previous(doc: Document, sentence: Sentence) -> int:
    """The sentence before that holds words."""
    i = sentence.i - 1
    while i > 0 and set(doc.quote(doc.sentences[i])) <= MARKS:
        i -= 1
    return i
