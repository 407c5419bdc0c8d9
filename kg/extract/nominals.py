"""Noun phrases: what "the minister", "North Korean officials", "both leaders" and "the country" mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.appositions import persons_named_in
from kg.extract.coordination import conjuncts
from kg.extract.discourse import LOOK_BACK, Discourse
from kg.extract.naming import name_thing
from kg.extract.nominal_words import nominal_words
from kg.extract.noun_phrases import is_definite, is_head_of_state, is_of_its_state
from kg.extract.officers import bears, holds, rules
from kg.extract.pairs import may_be_ours, number_of, pair_of_states, some_persons, some_states
from kg.extract.prepositions import preposition
from kg.extract.torn_phrases import origin_torn_off
from kg.extract.verbs import is_passive, subjects
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Token
from kg.model import EntityKind, Referent
from kg.world.surfaces import fold

UNTOLD = ("leader", "ruler", "head")
"""What rulers are called whose office a text has not told: "Uzbek leader X", "the Kenyan head of state X"."""


def resolve_nominal(discourse: Discourse, token: Token) -> None:
    """What a noun phrase means, where it can mean but one thing."""
    pair = persons_named_in(discourse, token) or _pair(discourse, token)
    if len(pair) == 2:
        discourse.pair = (token, pair)
    keys = (
        pair
        or officer_meant(discourse, token)
        or state_body(discourse, token)
        or _same_country(discourse, token)
        or _group(discourse, token)
    )
    if keys:
        discourse.by_token[token.i] = tuple(dict.fromkeys(keys))


def _pair(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """ "the two countries", "both leaders"; three are meant only where just three were named."""
    number = number_of(discourse.doc, token)
    if number is None:
        return officers_meant(discourse, token)
    if token.lemma in nominal_words()["pair_of_persons"]:
        persons = some_persons(discourse, token, number)
        if persons:
            return persons
    ruling = token.lemma in nominal_words()["rulers"]
    if token.lemma in nominal_words()["pair_of_states"] or ruling:
        states = pair_of_states(discourse, token) if number == 2 else some_states(discourse, token, number)
        return states if may_be_ours(discourse, token, states) else ()
    return ()


def officers_meant(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """ "The ministers", "Ministers": the two persons spoken of just before where that is what both are."""
    said = {c.text.lower() for c in discourse.doc.children(token) if c.i < token.i}
    if "Number=Plur" not in token.feats or not said <= {"the"} or _country_modifiers(discourse, token):
        return ()
    pair = some_persons(discourse, token, 2) if token.lemma.lower() in nominal_words()["offices"] else ()
    return pair if len(pair) == 2 and all(holds(discourse, k, token.lemma.lower()) for k in pair) else ()


def officer_meant(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """ "the minister", "the Vice President": the one person of that office, the last spoken of if several."""
    if token.lemma.lower() == "counterpart" and (homes := _country_modifiers(discourse, token)):
        return _compatriot(discourse, token, homes)
    homes = _country_modifiers(discourse, token)
    if not is_definite(discourse.doc, token) and not (homes and is_of_its_state(discourse.doc, token)):
        return ()
    if homes:
        return _of_country(discourse, token, homes)
    if is_head_of_state(discourse.doc, token):
        return _ruling(discourse, discourse.persons)
    if not discourse.lexicon.is_office(token.text):
        return ()
    distinct = [k for k in reversed(discourse.persons) if bears(discourse, k, token)]
    distinct = [k for k in distinct if bears(discourse, k, token, by_name=True)] or distinct
    return tuple(distinct[:1]) if distinct and (len(distinct) == 1 or token.text[:1].isupper()) else ()


def _ruling(discourse: Discourse, persons: Iterable[str]) -> tuple[str, ...]:
    """The one person of several who rules a country."""
    found = [k for k in persons if rules(discourse, k)]
    return tuple(found) if len(found) == 1 else ()


def _compatriot(discourse: Discourse, token: Token, homes: Sequence[str]) -> tuple[str, ...]:
    """ "his Peruvian counterpart": the one person of that country named so far."""
    theirs = [k for k in discourse.persons if homes == (discourse.things[k].country,)]
    return tuple(theirs) if len(theirs) == 1 and "Number=Plur" not in token.feats else ()


def _of_country(discourse: Discourse, token: Token, homes: Sequence[str]) -> tuple[str, ...]:
    """ "the Peruvian president", "the Peruvian leader": the one person of that country who holds such an office."""
    theirs = [k for k in discourse.persons if homes == (discourse.things[k].country,)]
    if token.lemma.lower() in nominal_words()["heads_of_state"] or is_head_of_state(discourse.doc, token):
        return _ruling(discourse, theirs)
    if not discourse.lexicon.is_office(token.text):
        return ()
    fitting = [k for k in theirs if bears(discourse, k, token)]
    if not fitting and token.text.lower() in nominal_words()["ruling_offices"]:
        fitting = [k for k in theirs if any(holds(discourse, k, w) for w in UNTOLD)]
    return tuple(fitting) if len(fitting) == 1 else ()


def _country_modifiers(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """The countries that a noun phrase names: "North Korean officials", "ministers from both countries"."""
    found: list[str] = []
    torn = origin_torn_off(discourse.doc, token)
    for child in (*discourse.doc.children(token, "amod", "nmod", "compound", "det"), *torn):
        late = child.i > token.i and preposition(discourse.doc, child) not in {"of", "from"}
        if late:
            continue
        for t in conjuncts(discourse.doc, child):
            if t.i > token.i and t.i not in discourse.by_token:
                _ahead(discourse, t)
            found += [
                k for k in discourse.by_token.get(t.i, ()) if discourse.things[k].kind is EntityKind.COUNTRY
            ]
    return tuple(dict.fromkeys(found))


def _ahead(discourse: Discourse, token: Token) -> None:
    """Read a name or phrase that stands behind the noun it belongs to."""
    if token.name is not None and token.name.kind not in {EntityKind.PERSON, EntityKind.AGREEMENT}:
        discourse.by_token[token.i] = (name_thing(discourse, token),)
    elif token.name is None and token.pos == "NOUN":
        resolve_nominal(discourse, token)


def state_body(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """ "the Greek government", "officials from both countries", "North Korean officials" act for their states."""
    lemma = token.lemma.lower() if token.pos == "NOUN" else token.text.lower().rstrip("s")
    if lemma not in nominal_words()["state_bodies"]:
        return ()
    return (
        _leaders(discourse, token)
        or _body_of_members(discourse, token)
        or _country_modifiers(discourse, token)
        or _same_envoys(discourse, token)
    )


def _same_envoys(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """ "the delegation": the last one told of in the sentences before, with whoever leads it."""
    doc, said = discourse.doc, {c.text.lower() for c in discourse.doc.children(token) if c.i < token.i}
    if token.lemma.lower() not in words("envoys") or said != {"the"} or "Number=Plur" in token.feats:
        return ()
    first = doc.sentences[max(token.sentence - LOOK_BACK, 0)].first
    before = [t for t in doc.tokens[first : token.i] if t.lemma.lower() == token.lemma.lower()]
    last = before[-1] if before else None
    if last is None:
        return ()
    leading = (v for v in doc.children(last, "acl") if words_of(v) & words("leading") and is_passive(doc, v))
    led = [k for v in leading for t in subjects(doc, v) for k in discourse.by_token.get(t.i, ())]
    return tuple(led) or discourse.by_token.get(last.i, ())


def _leaders(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """ "Lavrov's delegation" is told of as Lavrov."""
    if token.lemma.lower() not in {"delegation", "team", "party", "entourage", "mission"}:
        return ()
    owners = discourse.doc.children(token, "nmod:poss")
    return tuple(k for o in owners for k in discourse.by_token.get(o.i, ()) if discourse.is_person(k))


def _body_of_members(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """ "the EU's members", "members of ASEAN", "a delegation from ASEAN" act as the body."""
    if token.lemma.lower() not in {"member"} | words("envoys"):
        return ()
    around = discourse.doc.children(token, "nmod", "compound")
    owners = [o for o in around if preposition(discourse.doc, o) in {"", "of", "from"}]
    return tuple(
        o.name.key
        for o in owners
        if o.name and o.name.key and o.name.kind is EntityKind.ORGANIZATION and _is_known(discourse, o)
    )


def _is_known(discourse: Discourse, token: Token) -> bool:
    if token.i not in discourse.by_token:
        _ahead(discourse, token)
    return bool(discourse.by_token.get(token.i))


def _same_country(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """ "the country": the one spoken of last in this or the sentence before."""
    if (
        token.lemma not in {"country", "nation"}
        or not is_definite(discourse.doc, token)
        or _country_modifiers(discourse, token)
    ):
        return ()
    for back in range(2):
        here = discourse.spoken_before(token, back)
        found = discourse.states((t, k) for t, k in here if discourse.things[k].kind is EntityKind.COUNTRY)
        if found:
            return found if len(found) == 1 else ()
    return ()


def _group(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """Unnamed people who can take part in something: "leading women entrepreneurs"."""
    if token.lemma.lower() not in nominal_words()["people"] or "Number=Plur" not in token.feats:
        return ()
    words = [
        t
        for t in discourse.doc.subtree(token)
        if t.relation in {"compound", "amod", "nmod"} and t.i < token.i
    ]
    first = min([token.i, *(t.i for t in words)])
    text = discourse.doc.text[discourse.doc.tokens[first].span.start : token.span.end]
    key = f"group:{fold(text)}"
    discourse.things.setdefault(
        key, Referent(key, EntityKind.GROUP, (text,), sentences=(discourse.doc.sentence(token).span,))
    )
    return (key,)
