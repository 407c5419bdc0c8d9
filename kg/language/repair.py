"""Attachments that cannot be, mended: a person is no part of a place, a day is no part of a person.

The parser knows words, not what names denote. Where the kinds of two names make an attachment impossible, the
dependent moves to the next governor that can have it (selectional preferences used as constraints).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.language.attachments import hangs_on_itself
from kg.language.document import Token
from kg.language.lexicon import Lexicon
from kg.language.openings import with_participles
from kg.language.repair_clauses import (
    active_subject,
    included,
    named_object,
    named_subject,
    phone_call,
    possessed_noun,
    sole_object,
    verb_with_object,
)
from kg.language.repair_names import (
    city_with_country,
    paired_name,
    person_in_place,
    place_in_person,
    time_in_person,
)

Mend = Callable[[list[Token], Token, Lexicon], Token]

MENDS: tuple[Mend, ...] = (
    possessed_noun,
    phone_call,
    named_subject,
    verb_with_object,
    sole_object,
    paired_name,
    active_subject,
    city_with_country,
    named_object,
    person_in_place,
    place_in_person,
    time_in_person,
    included,
)


def mend_tree(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens of a text with impossible attachments moved; the heads stay inside their sentences."""
    mended = with_participles(tokens)
    for mend in MENDS:
        for i in range(len(mended)):
            changed = mend(mended, mended[i], lexicon)
            if changed is not mended[i] and not hangs_on_itself(mended, changed):
                mended[i] = changed
    return mended
