"""On whose word a statement stands: the voice of the text, a source that it names, or an accuser."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kg.extract.prepositions import preposition
from kg.extract.verbs import VERBAL
from kg.language.document import Document, Token

LEANS = ("alleged", "reported")
"""From the weakest basis on."""

CONTENT = {
    "alleged": frozenset({"ccomp", "parataxis", "xcomp", "advcl", "obl"}),
    "reported": frozenset({"ccomp", "parataxis"}),
}
"""The relations in which what is said, or what somebody is accused of, hangs on the verb."""

AIMED = frozenset({"acl", "advcl", "conj", "nmod", "obj", "obl", "xcomp"})
"""The relations through which an aim reaches what is aimed at."""


@cache
def basis_words() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """The words of `basis.toml`, by basis and kind of word."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {
        basis: {kind: frozenset(words) for kind, words in table.items() if "example" not in kind}
        for basis, table in tables.items()
    }


def basis_of(doc: Document, trigger: Token) -> str:
    """ "alleged" under an accusation, "reported" under a source, else "asserted"."""
    found = set(_bases(doc, trigger))
    return next((basis for basis in LEANS if basis in found), "asserted")


def is_sought(doc: Document, trigger: Token) -> bool:
    """Whether what a trigger tells is only an aim: "seeks to deepen", "sent an envoy to deepen"."""
    words = basis_words()["sought"]
    if _is_purpose(doc, trigger):
        return True
    for current, head in _climb(doc, trigger):
        if current.relation not in AIMED or current.dep == "acl:relcl":
            return False
        aims = doc.children(head, "obj") if current.relation in {"acl", "advcl", "xcomp"} else ()
        if any(_is_word(t, words) for t in (head, *aims)):
            return True
    return False


def _is_purpose(doc: Document, verb: Token) -> bool:
    """ "sent an envoy to deepen": an infinitive that is no complement of its clause or noun."""
    return _infinitive(doc, verb).dep in {"acl", "advcl"} and _is_infinitive(doc, verb)


def is_undone(doc: Document, verb: Token) -> bool:
    """Whether a verb only says what it would be to do: "voted to deepen", but "continues to deepen"."""
    first = _infinitive(doc, verb)
    over = doc.head(first)
    if first.relation != "xcomp" or over is None or over.pos != "VERB" or not _is_infinitive(doc, verb):
        return False
    return not _is_word(over, basis_words()["done"])


def _infinitive(doc: Document, verb: Token) -> Token:
    """The first of coordinated infinitives, which bears their "to"."""
    head = doc.head(verb)
    return head if verb.relation == "conj" and head is not None else verb


def _is_infinitive(doc: Document, verb: Token) -> bool:
    marks = {c.text.lower() for c in doc.children(_infinitive(doc, verb), "mark")}
    return "to" in marks and not doc.children(verb, "nsubj") and not _is_perfect(doc, verb)


def _is_perfect(doc: Document, verb: Token) -> bool:
    """ "is said to have attacked"."""
    return any(c.lemma.lower() == "have" for c in doc.children(verb, "aux"))


def _climb(doc: Document, trigger: Token) -> Iterator[tuple[Token, Token]]:
    """Each dependent and its head, from a trigger up to the root."""
    current = trigger
    for head in doc.ancestors(trigger):
        yield current, head
        current = head


def _bases(doc: Document, trigger: Token) -> Iterator[str]:
    yield from _own(doc, trigger)
    if _is_quoted(doc, trigger):
        yield "reported"
    for current, head in _climb(doc, trigger):
        yield from _own(doc, head)
        yield from _governed(doc, current, head)


def _own(doc: Document, token: Token) -> Iterator[str]:
    """What a word's adverbs and adjectives, and the sources named beside it, say."""
    for basis in LEANS:
        words = basis_words()[basis]
        for child in doc.children(token):
            if (
                child.relation in {"advmod", "amod"}
                and child.text.lower() in words["adverbs"] | words["adjectives"]
            ):
                yield basis
            if child.relation in {"obl", "nmod", "advcl"} and preposition(doc, child) in words.get(
                "prepositions", ()
            ):
                yield basis
            if _is_inserted(doc, child, words):
                yield basis


def _is_inserted(doc: Document, verb: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "…, the agency said": a bare verb of saying hung on to what it says."""
    if verb.relation not in {"parataxis", "advcl"} or verb.lemma.lower() not in words["verbs"]:
        return False
    return bool(doc.children(verb, "nsubj")) and not doc.children(verb, "mark", "obj", "ccomp")


def _governed(doc: Document, current: Token, head: Token) -> Iterator[str]:
    """What a verb of saying or accusing above a clause, or a noun such as "allegation", makes of it."""
    for basis in LEANS:
        words = basis_words()[basis]
        if head.pos in VERBAL and head.lemma.lower() in words["verbs"] and current.relation in CONTENT[basis]:
            yield basis
        if (
            head.pos == "NOUN"
            and head.lemma.lower() in words["nouns"]
            and current.dep in {"acl", "nmod", "ccomp"}
        ):
            yield basis
        if basis == "alleged" and current.dep == "acl" and _is_accused(doc, head, words):
            yield basis


def _is_accused(doc: Document, noun: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether a noun is the one accused; the deed then hangs on it ("accused Peru of arming Chad")."""
    verb = doc.head(noun)
    return verb is not None and noun.relation == "obj" and verb.lemma.lower() in words["verbs"]


def _is_word(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    lemma = token.lemma.lower()
    kind = "verbs" if token.pos in VERBAL else "nouns" if token.pos == "NOUN" else "adjectives"
    return lemma in words.get(kind, ())


def _is_quoted(doc: Document, token: Token) -> bool:
    """Whether a word stands between quotation marks of its sentence."""
    sentence = doc.sentence(token)
    before = doc.text[sentence.span.start : token.span.start]
    after = doc.text[token.span.end : sentence.span.end]
    curly = before.count("“") > before.count("”") and "”" in after
    return curly or (before.count('"') % 2 == 1 and '"' in after)
