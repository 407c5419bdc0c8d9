"""What is said of several things at once: names joined or listed, relative pronouns with what they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.wording import words
from kg.language.document import TITLE, Document, Token
from kg.model import EntityKind


def expand(doc: Document, tokens: Iterable[Token]) -> tuple[Token, ...]:
    """The tokens with their conjuncts; relative pronouns replaced by what they stand for."""
    found: dict[int, Token] = {}
    for token in tokens:
        for t in conjuncts(doc, antecedent(doc, token)):
            found[t.i] = t
    return tuple(found[i] for i in sorted(found))


def antecedent(doc: Document, token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if "PronType=Rel" not in token.feats and not (
        token.pos == "PRON" and token.text.lower() in {"who", "which", "whom"}
    ):
        return token
    for verb in doc.ancestors(token):
        if verb.dep == "acl:relcl":
            return doc.tokens[verb.head]
    return token


def conjuncts(doc: Document, token: Token) -> tuple[Token, ...]:
    """A token and all that is coordinated with it; names set side by side count as coordinated."""
    found, queue = [token], [token]
    while queue:
        current = queue.pop()
        for child in doc.children(current, "conj", "appos", "flat"):
            joined = child.relation == "conj" and not _serves(doc, current, child)
            if joined or _names_two_persons(doc, current, child):
                found.append(child)
                queue.append(child)
            elif child.names(EntityKind.PERSON):
                queue.append(child)
    found += _listed_after(doc, found)
    return tuple(sorted({t.i: t for t in found}.values(), key=lambda t: t.i))


def _listed_after(doc: Document, found: Sequence[Token]) -> list[Token]:
    """The persons set in a row behind the last one: "A, B, as well as C", whatever the tree makes of a long list."""
    last = max((t for t in found if t.names(EntityKind.PERSON)), key=lambda t: t.i, default=None)
    listed: list[Token] = []
    if last is None:
        return listed
    comma = False
    for token in doc.tokens[last.i + 1 : doc.sentence(last).last + 1]:
        if token.names(EntityKind.PERSON):
            if not comma or token.relation == "nsubj" or _serves(doc, last, token):
                return listed
            listed.append(token)
            comma = False
        elif token.text in {",", "and", ";"} or token.text.lower() in {"as", "well", "including", "such"}:
            comma = True
        elif (
            token.dep != TITLE
            and not _is_home(doc, token)
            and not (comma and (token.pos in {"ADJ", "NOUN", "DET", "PROPN"} or token.text in {"his", "her"}))
        ):
            return listed
    return listed


def _is_home(doc: Document, token: Token) -> bool:
    """The "of Estonia" behind a name in a list."""
    if token.text.lower() in {"of", "the"}:
        following = doc.tokens[token.i + 1 : token.i + 3]
        return any(t.names(EntityKind.COUNTRY) for t in following)
    return (
        token.name is not None
        and token.name.kind is EntityKind.COUNTRY
        and doc.tokens[token.i - 1].text.lower() in {"of", "the"}
    )


def _names_two_persons(doc: Document, a: Token, b: Token) -> bool:
    both = a.name is not None and b.name is not None
    named = both and {a.name.kind, b.name.kind} == {EntityKind.PERSON} and a.text != b.text  # type: ignore[union-attr]
    return named and not _serves(doc, a, b)


def _serves(doc: Document, a: Token, b: Token) -> bool:
    """Whether a second person is only named in the office of the first: "A, adviser to President B"."""
    between = doc.tokens[a.i + 1 : b.i]
    to = next((t.i for t in reversed(between) if t.text.lower() in {"of", "to"}), None)
    title = [t for t in between if to is not None and t.i > to and t.name is None]
    ruling = {t.text.lower() for t in title} & words("ruling")
    return bool(ruling) and all(t.text not in {",", "and"} for t in title)
