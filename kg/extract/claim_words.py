"""The words of `claims.toml`: verbs and nouns by stance, and the nouns that name a source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kg.language.document import Document, Token
from kg.model import Stance

Words = Mapping[str, Mapping[str, frozenset[str]]]

STANCES = {
    "says": Stance.SAYS,
    "denies": Stance.DENIES,
    "accuses": Stance.ACCUSES,
    "reports": Stance.REPORTS,
    "predicts": Stance.PREDICTS,
}
OPINION = "opinion"


@cache
def claim_words() -> Words:
    """The word lists of each table, without the examples."""
    tables = tomllib.loads(Path(__file__).with_name("claims.toml").read_text(encoding="utf-8"))
    return {
        table: {kind: frozenset(words) for kind, words in lists.items() if "examples" not in kind}
        for table, lists in tables.items()
    }


def source_nouns(kind: str) -> frozenset[str]:
    """The nouns of one sort of source: "people", "institutions", "words" and others."""
    return claim_words()["sources"][kind]


def names_source(token: Token, *kinds: str) -> bool:
    """Whether a noun is of one of the sorts of source; "media" is looked up as it stands."""
    return any({token.lemma.lower(), token.text.lower()} & source_nouns(kind) for kind in kinds)


def find_table(kind: str, word: str) -> str | None:
    """The table whose list of a kind ("clause", "object", "noun") holds a word."""
    return _tables(kind).get(word)


@cache
def _tables(kind: str) -> Mapping[str, str]:
    """Each word of the lists of a kind, and the first table that holds it."""
    return {
        word: table for table in reversed((*STANCES, OPINION)) for word in claim_words()[table].get(kind, ())
    }


def stance_of(table: str) -> Stance:
    """The stance of a table; an opinion is said until its content lies ahead."""
    return STANCES.get(table, Stance.SAYS)


def phrasal(doc: Document, verb: Token) -> str:
    """A verb's lemma with its particle: "point out"."""
    particle = next((c.text.lower() for c in doc.children(verb, "compound:prt")), "")
    return f"{verb.lemma.lower()} {particle}".strip()


def speaks(doc: Document, noun: Token) -> bool:
    """Whether a noun is the subject of a verb of saying, or stands behind it as its speaker."""
    head = doc.head(noun) if noun.relation in {"nsubj", "obj"} else None
    return head is not None and find_table("clause", phrasal(doc, head)) is not None
