"""One title for several names: "Peruvian and Chilean foreign ministers A and B", "the kings of Peru and Chile, A and B"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.titles import POSSESSIVE, Title
from kg.language.document import Document, Token
from kg.language.lexicon import Lexicon
from kg.model import EntityKind

JOINING = frozenset({",", "and", "&"})
SETTING_OFF = frozenset({",", "—", "–"})
LONGEST = 6
"""Words of an office that may stand between the states and the names."""


def shared_title(doc: Document, name: Token, lexicon: Lexicon) -> Title | None:
    """One person's part in a title in the plural: its words, and the state that stands in the place of the name."""
    row = _row(doc, name)
    if len(row) < 2:
        return None
    end, set_off = row[0].i - 1, False
    if end > 0 and doc.tokens[end].text in SETTING_OFF:
        end, set_off = end - 1, True
    words, states = _before(doc, end, lexicon) or _behind(doc, end, lexicon)
    if not words or (len(states) not in {1, len(row)} and (states or set_off)):
        return None
    place = [t.i for t in row].index(name.i)
    return Title(tuple(words), states[place if len(states) > 1 else 0] if states else None)


def _row(doc: Document, name: Token) -> list[Token]:
    """The persons that are named one behind the other with nothing but "and" and commas between them."""
    sentence, row = doc.sentence(name), [name]
    while (before := _next_person(doc, row[0], -1)) is not None and before.i >= sentence.first:
        row.insert(0, before)
    while (behind := _next_person(doc, row[-1], 1)) is not None and behind.i <= sentence.last:
        row.append(behind)
    return row


def _next_person(doc: Document, name: Token, step: int) -> Token | None:
    """The person before or behind a name, across what joins the two."""
    i = name.i + step
    while 0 <= i < len(doc.tokens) and doc.tokens[i].text.lower() in JOINING:
        i += step
    found = doc.tokens[i] if 0 <= i < len(doc.tokens) and i != name.i + step else None
    return found if found is not None and found.names(EntityKind.PERSON) else None


def _before(doc: Document, end: int, lexicon: Lexicon) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """ "Peruvian and Chilean | foreign ministers"."""
    words = _office(doc, end, lexicon)
    return (words, _states(doc, words[0].i - 1)) if words else None


def _behind(doc: Document, end: int, lexicon: Lexicon) -> tuple[Sequence[Token], Sequence[Token]]:
    """ "the presidents | of Togo and Benin"."""
    states = _states(doc, end)
    of = states[0].i - 1 if states else -1
    while of > 0 and doc.tokens[of].text.lower() == "the":
        of -= 1
    words = _office(doc, of - 1, lexicon) if of > 0 and doc.tokens[of].text == "of" else ()
    return words, states


def _office(doc: Document, end: int, lexicon: Lexicon) -> Sequence[Token]:
    """The words of an office in the plural that ends here, none where none does."""
    if end < 0 or not lexicon.is_plural_office(doc.tokens[end].text):
        return ()
    start = end
    while start > max(end - LONGEST, 0) and _is_of_office(doc.tokens[start - 1], lexicon):
        start -= 1
    return doc.tokens[start : end + 1]


def _is_of_office(token: Token, lexicon: Lexicon) -> bool:
    low = token.text.lower()
    return token.name is None and (lexicon.is_office(low) or low in lexicon.title_words)


def _states(doc: Document, end: int) -> list[Token]:
    """The states joined by "and" and commas that end here, in text order."""
    states: list[Token] = []
    i = end
    while i >= 0 and (doc.tokens[i].names(EntityKind.COUNTRY) or _joins(doc.tokens[i])):
        if doc.tokens[i].names(EntityKind.COUNTRY):
            states.insert(0, doc.tokens[i])
        i -= 1
    return states


def _joins(token: Token) -> bool:
    return token.text.lower() in JOINING | {"the"} or token.text in POSSESSIVE
