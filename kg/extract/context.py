"""What every extractor is handed: a parsed text with its referents and time expressions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.affiliations import with_affiliations
from kg.extract.allegiance import with_countries
from kg.extract.coreference import Referents, read_references
from kg.extract.persons import find_persons
from kg.language.document import Document, Sentence
from kg.language.lexicon import Lexicon
from kg.language.times import TimeMention, find_times
from kg.model import Article


@dataclass(frozen=True, eq=False)
class Context:
    """A text, its tree, what its phrases refer to, and the times of each sentence (by sentence index).

    A context is equal to itself alone, so that what is found in it can be remembered.
    """

    article: Article
    doc: Document
    referents: Referents
    times: Mapping[int, tuple[TimeMention, ...]]
    lexicon: Lexicon

    def times_in(self, sentence: Sentence) -> tuple[TimeMention, ...]:
        """The time expressions of a sentence."""
        return self.times.get(sentence.i, ())


def build_context(article: Article, doc: Document, lexicon: Lexicon) -> Context:
    """Resolve the references of a parsed article and find its times."""
    times = {s.i: find_times(doc.text, s.span.start, s.span.end) for s in doc.sentences}
    referents = _find_referents(article, doc, lexicon)
    return Context(article, doc, referents, times, lexicon)


def _find_referents(article: Article, doc: Document, lexicon: Lexicon) -> Referents:
    """Read the references twice: whose officials the persons are is known only when the names are."""
    by_token, persons = find_persons(doc, lexicon)
    read = read_references(doc, lexicon, by_token, persons)
    named = with_affiliations(with_countries(article, read, lexicon))
    known = {key: named.things[key] for key in persons}
    return read_references(doc, lexicon, by_token, known)
