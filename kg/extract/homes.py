"""Where a text speaks from: a government or a state's news agency names its own people without their state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.coreference import Referents
from kg.extract.scenes import is_subject
from kg.extract.verbs import VERBAL
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.language.lexicon import Lexicon
from kg.language.lines import find_dateline
from kg.language.surface_forms import Entry
from kg.model import Article, EntityKind, Referent

GOVERNMENT = re.compile(
    r"\b(?:Department|Ministry|Office|White House|Embassy|Government|Presidency|Cabinet)\b"
)


def publishing_country(article: Article, lexicon: Lexicon) -> str | None:
    """The country whose government publishes a text, by the publisher's name."""
    publisher = article.publisher or ""
    if not GOVERNMENT.search(publisher):
        return None
    starts = [m.start() for m in re.finditer(r"\b\w", publisher)]
    entries = [entry for start in starts for _, entry in _first(lexicon, publisher, start)]
    states = {entry.key for entry in entries if entry.kind is EntityKind.COUNTRY}
    found = states or {entry.country for entry in entries if entry.country is not None}
    return found.pop() if len(found) == 1 else None


def dateline_country(article: Article, lexicon: Lexicon) -> str | None:
    """The country of the state's agency that a dateline names, else of the capital that it was written in."""
    span = find_dateline(article.text)
    written = span.of(article.text) if span else ""
    entries = [entry for _, entry in _names_in(lexicon, written)]
    publishers = [entry for _, entry in _names_in(lexicon, article.publisher or "")]
    agencies = {
        known.country
        for entry in (*entries, *publishers)
        if (known := lexicon.describe(entry.key)) is not None and known.state_media and known.country
    }
    grounds = {place.casefold() for place in lexicon.meeting_grounds}
    if any(place in written.casefold() for place in grounds) and not agencies:
        return None
    found = agencies or {e.country for e in entries if e.kind is not EntityKind.ORGANIZATION and e.country}
    return found.pop() if len(found) == 1 else None


def of_home(
    referents: Referents, mentions: Sequence[Token], thing: Referent, home: str | None, lexicon: Lexicon
) -> str | None:
    """The country of a dateline, for whoever acts before anybody else's state is spoken of.

    A text that tells of the country's people with their state ("the Chadian president") was not written for them,
    and whoever arrives there comes from elsewhere.
    """
    first, doc = mentions[0], referents.doc
    if home is None or any(o.label in lexicon.lacking_offices.get(home, ()) for o in thing.offices):
        return None
    named = [t for t in doc.tokens if t.name is not None and t.i != first.i]
    everybody = {
        referents.things[k].country for t in named for k in referents.of(t) if t.names(EntityKind.PERSON)
    }
    named = [t for t in named if t.i < first.i]
    persons = {
        referents.things[k].country for t in named for k in referents.of(t) if t.names(EntityKind.PERSON)
    }
    states = {
        k for t in named if t.i < first.i for k in referents.of(t) if referents.kind(k) is EntityKind.COUNTRY
    }
    acts = is_subject(doc, first)
    if home in everybody or (acts and _arrives(doc, first)):
        return None
    return home if acts or not (persons | states) - {None, home} else None


def _arrives(doc: Document, token: Token) -> bool:
    """Whether the verb over a name tells of a journey."""
    verb = next((t for t in doc.ancestors(token) if t.pos in VERBAL), None)
    return verb is not None and verb.lemma in words("visits") | words("journeys")


def _names_in(lexicon: Lexicon, text: str) -> Iterator[tuple[int, Entry]]:
    """The gazetteers' names in a short text."""
    for start in (m.start() for m in re.finditer(r"\b\w", text)):
        yield from _first(lexicon, text, start)


def _first(lexicon: Lexicon, text: str, start: int) -> Iterator[tuple[int, Entry]]:
    for end, entry in lexicon.entries_at(text, start):
        if end == len(text) or not text[end].isalnum():
            yield end, entry
            return
