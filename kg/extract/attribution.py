"""Sources that stand beside what they say: "according to X", "citing X", footnotes, provided blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.claim_words import find_table, phrasal, source_nouns
from kg.extract.context import Context
from kg.extract.prepositions import preposition
from kg.extract.said import Said, after_dateline, extent, last_word, whole, words_between
from kg.extract.sources import find_sources
from kg.extract.speech import clause_of, speakers
from kg.extract.unnamed import Source, body_called, press_keys
from kg.extract.verbs import VERBAL
from kg.language.document import Document, Sentence, Token
from kg.model import Span, Stance

SOURCES_LINE = re.compile(
    r"^[^\w\n]*(?:Sources?|References?|Notes?|Footnotes?)\b[ \t]*:?[ \t]*"
    r"(?P<items>.*(?:\n[ \t]*[\[(]?\d{1,2}[^\n]*)*)",
    re.M,
)
NUMBERED = re.compile(r"(?:^|(?<=[\s,;\[(]))(?P<number>\d{1,2})[.):\]]?[ \t]*(?P<name>[^\W\d_][^,;\n\d]*)")
PROVIDED = re.compile(
    r"\b(?:provided|told|given|offered|presented|supplied) by (?P<name>(?:the )?[A-Z][^.,;:\n]*)[.:]?\s*$"
)
LEFT_OUT = re.compile(r"(?:\s+and|\s*&)?\s*[.\])]*\s*$")


# ---------------------------------------------------------------- according to


def find_according(context: Context) -> Iterator[Said]:
    """ "According to X, …": X says, or reports where X is the press, the rest of the sentence."""
    for token in context.doc.tokens:
        if preposition(context.doc, token) == "according to":
            content = _beside(context.doc, token)
            anchor = next(c.span for c in context.doc.children(token, "case") if c.i < token.i)
            if content is None:
                continue
            for source in find_sources(context, token):
                stance = Stance.REPORTS if is_press(source) else Stance.SAYS
                yield Said("according_to", source, stance, content, context.doc.sentence(token), anchor)


def is_press(source: Source) -> bool:
    """Whether a source reports the news."""
    return source.key in press_keys() or source.referent.names[0].split()[-1].lower() in source_nouns("press")


def _beside(doc: Document, token: Token) -> Span | None:
    """The sentence without the phrase that attributes it: what stands behind it, before it, or around it."""
    sentence = doc.sentence(token)
    first = min(c.i for c in doc.children(token, "case") if c.i < token.i)
    last, end = _phrase_end(doc, token), last_word(doc, sentence)
    if first <= sentence.first + 1:
        return words_between(doc, last + 1, end)
    if last >= end - 1:
        return words_between(doc, after_dateline(doc, sentence), first - 1)
    clause = next((a for a in doc.ancestors(token) if a.pos in VERBAL), None)
    return extent(doc, doc.subtree(clause)) if clause is not None else None


def _phrase_end(doc: Document, token: Token) -> int:
    """The last word of a phrase: what hangs on it without a gap, up front to the comma."""
    inside, last = {t.i for t in doc.subtree(token)}, token.i
    while last + 1 in inside:
        last += 1
    closing = (t.i for t in doc.tokens[last + 1 : doc.sentence(token).last + 1] if t.text == ",")
    opens = min(inside) <= doc.sentence(token).first + 1 and doc.tokens[last].text != ","
    return next(closing, last) if opens else last


# ---------------------------------------------------------------- citing


def find_cited(context: Context) -> Iterator[Said]:
    """ "X reported, citing Y, that …": Y says it, and X carries it."""
    doc = context.doc
    for citing in doc.tokens:
        verb = doc.head(citing) if citing.text.lower() in {"citing", "quoting"} else None
        if verb is None or find_table("clause", phrasal(doc, verb)) is None:
            continue
        clause = clause_of(doc, verb)
        carriers = {c.key: c for c in speakers(context, verb)}
        for source in (s for token in doc.children(citing, "obj") for s in find_sources(context, token)):
            if clause is not None and source.key not in carriers:
                via = next(iter(carriers.values()), None)
                yield Said("cited", source, Stance.SAYS, clause.span, doc.sentence(verb), verb.span, via)


# ---------------------------------------------------------------- footnotes


def find_footnoted(context: Context) -> Iterator[Said]:
    """Each sentence before a footnote number, as a report of the source that the list gives to the number."""
    listed = read_source_list(context)
    sentences = context.doc.sentences
    for noted in sentences if listed else ():
        source = listed.get(noted.note)
        for sentence in _covered(context.doc, noted) if source is not None else ():
            content = whole(context.doc, sentence)
            if content is not None and source is not None:
                yield Said(
                    "footnote", source, Stance.REPORTS, content, sentence, Span(content.start, content.start)
                )


def read_source_list(context: Context) -> Mapping[str, Source]:
    """The sources that a line "Sources: 1 …, 2 …" gives to numbers."""
    found: dict[str, Source] = {}
    for line in SOURCES_LINE.finditer(context.doc.text):
        for item in NUMBERED.finditer(context.doc.text, *line.span("items")):
            name = LEFT_OUT.sub("", item["name"])
            if name[:1].isupper():
                found.setdefault(item["number"], body_called(context, name, Span(*line.span("items"))))
    return found


def _covered(doc: Document, noted: Sentence) -> Sequence[Sentence]:
    """A footnote stands for the sentences of its line since the last one."""
    covered = [noted]
    for i in range(noted.i - 1, -1, -1):
        earlier = doc.sentences[i]
        if earlier.note or earlier.headline or "\n" in doc.text[earlier.span.end : noted.span.start]:
            break
        covered.insert(0, earlier)
    return covered


# ---------------------------------------------------------------- blocks


def find_provided(context: Context) -> Iterator[Said]:
    """The sentences behind "A view, as provided by X.": X's words, to the end of the paragraph."""
    source: Source | None = None
    for before, sentence in zip((None, *context.doc.sentences), context.doc.sentences, strict=False):
        if before is None or "\n" in context.doc.text[before.span.end : sentence.span.start]:
            source = None
        content = whole(context.doc, sentence)
        if source is not None and content is not None:
            yield Said(
                "provided_by",
                source,
                _outlook(context.doc, sentence),
                content,
                sentence,
                Span(content.start, content.start),
            )
        source = _provider(context, sentence) or source


def _outlook(doc: Document, sentence: Sentence) -> Stance:
    """A sentence whose main clause lies ahead predicts."""
    root = next((t for t in doc.words(sentence) if t.head == t.i), None)
    ahead = root is not None and any(c.text.lower() == "will" for c in doc.children(root, "aux"))
    return Stance.PREDICTS if ahead else Stance.SAYS


def _provider(context: Context, sentence: Sentence) -> Source | None:
    """Who provides what follows: a sentence without a verb of its own that ends in "provided by X"."""
    match = PROVIDED.search(context.doc.quote(sentence))
    finite = any("VerbForm=Fin" in t.feats for t in context.doc.words(sentence))
    if match is None or finite:
        return None
    return body_called(context, match["name"].removeprefix("the "), sentence.span)
