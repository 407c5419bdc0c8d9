"""What the names, pronouns and noun phrases of one text refer to.

Names come first; then pronouns and phrases such as "both leaders", "the minister" and "North Korean officials"
are read against what was named before them. One candidate or none: where two things fit, nothing is meant yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.appositions import persons_named_in
from kg.extract.counterparts import adopt_counterpart
from kg.extract.discourse import Discourse
from kg.extract.naming import name_thing
from kg.extract.nominal_words import nominal_words
from kg.extract.nominals import officer_meant, officers_meant, resolve_nominal, state_body
from kg.extract.pronouns import SINGULAR, resolve_pronoun
from kg.extract.shared_titles import shared_title
from kg.extract.titles import title_span
from kg.language.document import TITLE, Document, Token
from kg.language.lexicon import Lexicon
from kg.model import EntityKind, Referent


@dataclass(frozen=True)
class Referents:
    """Which things each token of a text speaks of (`by_token`), and the things."""

    doc: Document
    by_token: Mapping[int, tuple[str, ...]]
    things: Mapping[str, Referent]

    def of(self, token: Token) -> tuple[str, ...]:
        """The things that a token, taken as the head of its phrase, speaks of."""
        return self.by_token.get(token.i, ())

    def kind(self, key: str) -> EntityKind:
        """What kind of thing a key stands for."""
        return self.things[key].kind


def read_references(
    doc: Document, lexicon: Lexicon, by_token: Mapping[int, str], persons: Mapping[str, Referent]
) -> Referents:
    """Read a text once, its persons known."""
    discourse = Discourse(doc, lexicon, persons, by_token)
    for token in doc.tokens:
        _read(discourse, token, by_token.get(token.i))
    return Referents(doc, discourse.by_token, discourse.things)


def _read(discourse: Discourse, token: Token, person: str | None) -> None:
    """Find what one word speaks of: a person known before, a name, a pronoun, a phrase."""
    if person is not None:
        discourse.refer(token, person)
        _cover_title(discourse, token, person)
        adopt_counterpart(discourse, token, person)
    elif token.name is not None:
        if token.name.kind is not EntityKind.AGREEMENT:
            discourse.refer(token, name_thing(discourse, token))
    elif token.pos == "PRON" or token.text.lower() in SINGULAR:
        resolve_pronoun(discourse, token)
    elif (
        token.pos == "NOUN"
        or token.lemma in nominal_words()["pair_of_states"]
        or _opens_with_body(discourse.doc, token)
    ):
        resolve_nominal(discourse, token)
    elif (
        token.pos == "PROPN"
        and token.i not in discourse.by_token
        and (
            keys := persons_named_in(discourse, token)
            or officer_meant(discourse, token)
            or officers_meant(discourse, token)
            or _body_in_capitals(discourse, token)
        )
    ):
        discourse.by_token[token.i] = keys


def _body_in_capitals(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """ "the Chadian and Malian Foreign Ministers", which only capitals make look like a name."""
    return state_body(discourse, token) if token.dep not in {TITLE, "flat", "compound"} else ()


def _opens_with_body(doc: Document, token: Token) -> bool:
    """Whether a sentence opens with a noun, which only its capital makes look like a name: "Representatives of Chad met"."""
    opens = token.pos == "PROPN" and token.i == doc.sentence(token).first and token.dep != TITLE
    return opens and token.text.lower().rstrip("s") in nominal_words()["state_bodies"]


def _cover_title(discourse: Discourse, token: Token, person: str) -> None:
    """The title before a name speaks of the person too: in some trees it is the head of the phrase."""
    start = title_span(discourse.doc, token, discourse.lexicon).start
    for i in range(token.i - 1, discourse.doc.sentence(token).first - 1, -1):
        if discourse.doc.tokens[i].span.start < start:
            break
        discourse.by_token[i] = (person,)
    shared = shared_title(discourse.doc, token, discourse.lexicon)
    if shared is not None and shared.owner is not None:
        discourse.by_token[shared.owner.i] = (person,)
