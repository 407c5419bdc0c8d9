"""Counted phrases: which persons or states "both leaders", "the two countries" and "the three ministers" mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from kg.extract.claim_words import speaks
from kg.extract.coordination import conjuncts
from kg.extract.discourse import LOOK_BACK, Discourse
from kg.extract.nominal_words import nominal_words
from kg.extract.officers import rules, serves_only
from kg.extract.prepositions import preposition
from kg.extract.verbs import VERBAL
from kg.extract.wording import words
from kg.language.document import Document, Token

NUMBERS = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}


SPEAKING = "spokesperson"
FACING = frozenset({"among", "between", "with"})


def number_of(doc: Document, token: Token) -> int | None:
    """How many a phrase speaks of: "the two countries", "both leaders", "the three ministers"."""
    said = [c.text.lower() for c in doc.children(token, "nummod", "det", "amod")]
    return next((NUMBERS[w] for w in said if w in NUMBERS), None)


def some_persons(discourse: Discourse, token: Token, number: int) -> tuple[str, ...]:
    """So many persons of the nearest sentence that names that many; those who don't rule are no "leaders".

    Leaders may also stand each in a sentence of their own, where no others do.
    """
    ruling, seen = token.lemma in nominal_words()["rulers"], dict[str, None]()
    for back in range(LOOK_BACK + 1):
        here = discourse.spoken_before(token, back)
        named = tuple(dict.fromkeys(k for _, k in here if discourse.is_person(k)))
        keys = tuple(k for k in named if not _is_other_officer(discourse, k, token.lemma.lower()))
        if len(keys) == number:
            return () if ruling and any(serves_only(discourse, k) for k in keys) else keys
        seen.update(dict.fromkeys(keys))
        if ruling and len(seen) == number and _rule_apart(discourse, seen):
            return tuple(seen)
    return ()


def _rule_apart(discourse: Discourse, keys: Iterable[str]) -> bool:
    """Whether all rule, each another country."""
    countries = [c for k in keys if (c := discourse.things[k].country) is not None]
    return len(set(countries)) == len(countries) and all(rules(discourse, k) for k in keys)


def _is_other_officer(discourse: Discourse, person: str, head: str) -> bool:
    """Whether somebody only speaks for others, and is none of "the two ministers" or "the presidents"."""
    offices = discourse.things[person].offices
    speaks = [SPEAKING in office.label.split() for office in offices]
    return head in nominal_words()["offices"] and bool(speaks) and all(speaks)


def some_states(discourse: Discourse, token: Token, number: int) -> tuple[str, ...]:
    """So many states of the nearest sentence that has as many or more as sides; none of more.

    A state that is only spoken of ("discussed Chad", "Chad's exports") is none of them.
    """
    for back in range(LOOK_BACK + 1):
        here = discourse.spoken_before(token, back)
        sides = discourse.states((t, k) for t, k in here if _is_side(discourse, t, k))
        if len(sides) >= number:
            return sides if len(sides) == number else ()
    return ()


def _is_side(discourse: Discourse, token: Token, key: str) -> bool:
    """Whether a state acts or is faced, through people too, or is joined with others: "talks of Peru and Chad"."""
    doc = discourse.doc
    if discourse.is_person(key):
        return True
    first = doc.tokens[token.head] if token.relation == "conj" else token
    if preposition(doc, first) not in FACING | {"", "by", "from", "of"}:
        return False
    if first is not token or doc.children(token, "conj"):
        return True
    phrase = list(takewhile(lambda t: t.pos not in VERBAL, (token, *doc.ancestors(token))))
    if token.dep == "nmod:poss":
        encounters = words("meeting nouns") | words("talking nouns")
        return any(t.lemma.lower() in encounters for t in phrase[1:2])
    acts = any(t.relation == "nsubj" or t.dep == "obl:agent" for t in phrase)
    return acts or any(preposition(doc, t) in FACING for t in phrase)


def may_be_ours(discourse: Discourse, token: Token, states: Sequence[str]) -> bool:
    """Whether "our two countries" can be these: whoever says so in its sentence is of one of them."""
    doc = discourse.doc
    if not any(c.text.lower() == "our" for c in doc.children(token, "nmod:poss")):
        return True
    speaking = (t for t in doc.words(doc.sentence(token)) if t.i in discourse.named and speaks(doc, t))
    homes = {discourse.things[discourse.named[t.i]].country for t in speaking} - {None}
    return homes <= set(states)


def pair_of_states(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """The two states of the nearest sentence that speaks of two; of more, the main pair or the last two."""
    for back in range(LOOK_BACK + 1):
        if again := _pair_told(discourse, token, back):
            return again
        here = discourse.spoken_before(token, back)
        pair = discourse.states(here)
        if len(pair) == 2:
            if _acts_one(discourse, here):
                return pair
            if earlier := discourse.last_pair(token):
                return earlier
            continue
        acting = discourse.states(
            (t, k) for t, k in here if preposition(discourse.doc, t) not in {"in", "at"}
        )
        if len(pair) > 2 and len(acting) == 2:
            return acting
        joined = _joined_states(discourse, token, back) if len(pair) > 2 else ()
        if joined:
            return joined
        if len(pair) > 2:
            return (
                _pair_before(discourse, token, pair)
                or _main_pair(discourse, pair)
                or (discourse.states(reversed(here))[1::-1] if not back else ())
            )
    return _main_pair(discourse, ())


def _pair_before(discourse: Discourse, token: Token, since: Sequence[str]) -> tuple[str, ...]:
    """The pair last spoken of, unless one of it has since been told to have to do with others."""
    pair = discourse.last_pair(token)
    return () if len(set(pair).intersection(since)) == 1 else pair


def _pair_told(discourse: Discourse, token: Token, back: int) -> tuple[str, ...]:
    """The pair that a phrase of a sentence speaks of: "The two countries, with Peru's help, …": they are meant again."""
    if back > token.sentence:
        return ()
    here = discourse.doc.words(discourse.doc.sentences[token.sentence - back])
    phrases = (t for t in here if t.i < token.i and t.lemma in nominal_words()["pair_of_states"])
    told = (discourse.by_token.get(t.i, ()) for t in phrases if number_of(discourse.doc, t) == 2)
    return next((keys for keys in told if len(keys) == 2), ())


def _acts_one(discourse: Discourse, here: Sequence[tuple[Token, str]]) -> bool:
    """Whether one of a sentence's states does something in it or is joined with another: not "Chad's exports to Peru"."""
    doc = discourse.doc
    for token, _ in here:
        above = (token, *doc.ancestors(token))
        phrase = list(takewhile(lambda t: t.relation not in {"obj", "obl"} and t.pos not in VERBAL, above))
        joined = token.relation == "conj" or bool(doc.children(token, "conj"))
        if joined or any(t.relation == "nsubj" or t.dep == "obl:agent" for t in phrase):
            return True
    return False


def _joined_states(discourse: Discourse, token: Token, back: int) -> tuple[str, ...]:
    """The two states that a sentence names in one breath, where it names others too: "A and B, with C's help"."""
    here = discourse.doc.words(discourse.doc.sentences[token.sentence - back])
    first = [t for t in here if t.i < token.i and t.relation != "conj" and discourse.doc.children(t, "conj")]
    joined = {
        discourse.states((u, k) for u in conjuncts(discourse.doc, t) for k in discourse.by_token.get(u.i, ()))
        for t in first
    }
    pairs = [pair for pair in joined if len(pair) == 2]
    return pairs[0] if len(pairs) == 1 else ()


def _main_pair(discourse: Discourse, among: Sequence[str]) -> tuple[str, ...]:
    """The two countries that the text so far is about, where a third is far behind."""
    ranked = discourse.countries.most_common(3)
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
        return ()
    pair = tuple(k for k, _ in ranked[:2])
    return pair if not among or set(pair) <= set(among) else ()
