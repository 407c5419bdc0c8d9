"""Words of a clause, mended: what is a verb or a noun, a subject or an object, by what stands beside it."""

from __future__ import annotations

from dataclasses import replace

from kg.language.attachments import has_subject, words_around
from kg.language.document import Token, universal
from kg.language.lexicon import Lexicon
from kg.language.titles import POSSESSIVES

PHONES = frozenset({"phone", "telephone", "video"})
ADJECTIVAL = frozenset({"demonym", "people", "metonym"})


def active_subject(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "the president today | spoke by phone": without an auxiliary there is no passive."""
    if token.dep not in {"nsubj:pass", "obl:agent"} or tokens[token.head].pos != "VERB":
        return token
    verb = tokens[token.head]
    finite = "Tense=Past" in verb.feats and universal(verb.dep) in {
        "root",
        "ROOT",
        "conj",
        "ccomp",
        "parataxis",
    }
    auxiliaries = [
        t for t in words_around(tokens, verb) if t.head == verb.i and universal(t.dep) in {"aux", "cop"}
    ]
    if (
        not finite
        or auxiliaries
        or not any(t.head == verb.i and t.dep == "nsubj:pass" for t in words_around(tokens, verb))
    ):
        return token
    return replace(token, dep="nsubj" if token.dep == "nsubj:pass" else "obl")


def named_object(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """A name behind a verb is no adverb and no open complement of it: "visited Kyiv"."""
    if token.name is None or token.name.form in ADJECTIVAL or token.dep not in {"xcomp", "advmod"}:
        return token
    behind = tokens[token.head].pos == "VERB" and token.head < token.i
    return replace(token, dep="obj", pos="PROPN") if behind else token


def named_subject(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "Mary Banda | plans to go": a name before a finite verb is its subject, not a part of it."""
    verb = tokens[token.head]
    before = token.name is not None and token.dep in {"compound", "flat"} and token.i < verb.i
    if not before or verb.pos != "VERB" or "VerbForm=Fin" not in verb.feats or has_subject(tokens, verb):
        return token
    return replace(token, dep="nsubj")


def sole_object(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "warned | Norway": the only object of a verb is no indirect one."""
    if token.dep != "iobj" or any(
        t.head == token.head and t.dep == "obj" for t in words_around(tokens, token)
    ):
        return token
    return replace(token, dep="obj")


def verb_with_object(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "Norway | armed Kenya": what has a subject and an object is a verb."""
    if token.pos != "ADJ":
        return token
    relations = {universal(t.dep) for t in words_around(tokens, token) if t.head == token.i}
    verbal = {"nsubj", "obj"} <= relations and "cop" not in relations
    return replace(token, pos="VERB", feats="Tense=Past|VerbForm=Fin") if verbal else token


def possessed_noun(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "the minister's | Visit": what follows a possessor is a noun, whatever its capital letter."""
    if token.pos != "VERB" or token.i == 0 or tokens[token.i - 1].text not in POSSESSIVES:
        return token
    owned = (
        tokens[tokens[token.i - 1].head].dep == "nmod:poss"
        and tokens[tokens[token.i - 1].head].head == token.i
    )
    return replace(token, pos="NOUN", feats="Number=Sing") if owned else token


def included(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "met leaders, | including Mary Banda": who is included is one of those named right before."""
    governor = tokens[token.head]
    if token.name is None or token.dep != "obl" or governor.pos != "VERB":
        return token
    marks = (t.i for t in tokens[governor.i : token.i] if t.head == token.i and t.text.lower() == "including")
    before = next(marks, governor.i + 1) - 1
    noun = tokens[before - (tokens[before].text == ",")]
    fits = noun.pos in {"NOUN", "PROPN"} and noun.head == governor.i
    return replace(token, dep="nmod", head=noun.i) if fits else token


def phone_call(tokens: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """ "received telephone | calls from the king": a telephone before it makes a call a noun, with phrases of its own."""
    if (token.pos == "VERB" or token.dep in {"ccomp", "xcomp"}) and _is_phone_call(tokens, token.i):
        governed = tokens[token.head].pos == "VERB" and token.head < token.i
        feats = "Number=Plur" if token.text.endswith("s") else "Number=Sing"
        return replace(token, pos="NOUN", dep="obj" if governed else token.dep, feats=feats)
    own = {"nsubj": "compound", "obl": "nmod"}.get(token.dep)
    return replace(token, dep=own) if own and _is_phone_call(tokens, token.head) else token


def _is_phone_call(tokens: list[Token], i: int) -> bool:
    """Whether "calls" stands behind a noun for a telephone that hangs on it."""
    before = tokens[i - 1] if i else None
    near = before is not None and before.head == i and before.text.lower() in PHONES
    return near and tokens[i].text.lower() in {"call", "calls"}
