"""What the names, pronouns and noun phrases of one text refer to.

Names come first; then pronouns and phrases such as "both leaders", "the minister" and "North Korean officials"
are read against what was named before them. One candidate or none: where two things fit, nothing is meant yet.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kg.extract.coordination import conjuncts
from kg.extract.prepositions import preposition
from kg.extract.titles import title_span
from kg.language.document import TITLE, Document, Token
from kg.language.lexicon import Lexicon
from kg.model import EntityKind, Office, Referent
from kg.world.surfaces import fold

SINGULAR = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
PLURAL = frozenset({"they", "them", "their", "theirs", "both", "themselves"})
NUMBERS = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}
LOOK_BACK = 3
"""Sentences before its own in which a phrase may find what it speaks of."""


@cache
def nominal_words() -> Mapping[str, frozenset[str]]:
    """The nouns of `coreference.toml`, by what they can speak of."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in tables.items()}


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
    state = _Reader(doc, lexicon, dict(persons))
    for token in doc.tokens:
        state.read(token, by_token.get(token.i))
    return Referents(doc, state.by_token, state.things)


class _Reader:
    """Reads a text once from left to right and remembers what was spoken of."""

    def __init__(self, doc: Document, lexicon: Lexicon, persons: dict[str, Referent]) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.things: dict[str, Referent] = dict(persons)
        self.by_token: dict[int, tuple[str, ...]] = {}
        self.spoken: dict[int, list[tuple[Token, str]]] = defaultdict(list)
        """What each sentence has named so far, in order."""
        self.persons: dict[str, None] = {}
        """The persons named so far, the last one last."""
        self.countries: Counter[str] = Counter()
        """How often each country was named as more than a scene."""

    # ------------------------------------------------------------ reading

    def read(self, token: Token, person: str | None) -> None:
        if person is not None:
            self._refer(token, person)
            self._cover_title(token, person)
            self._adopt_counterpart(token, person)
        elif token.name is not None:
            if token.name.kind is not EntityKind.AGREEMENT:
                self._refer(token, self._named(token))
        elif token.pos == "PRON" or token.text.lower() in SINGULAR:
            self._pronoun(token)
        elif token.pos == "NOUN" or token.lemma in nominal_words()["pair_of_states"]:
            self._nominal(token)
        elif (
            token.pos == "PROPN"
            and token.i not in self.by_token
            and (keys := self._included(token) or self._titled(token) or self._the_pair(token))
        ):
            self.by_token[token.i] = keys

    def _refer(self, token: Token, *keys: str) -> None:
        self.by_token[token.i] = keys
        self.spoken[token.sentence].extend((token, key) for key in keys)
        for key in keys:
            if self._is_person(key):
                self.persons.pop(key, None)
                self.persons[key] = None
            elif self.things[key].kind is EntityKind.COUNTRY and not self._is_scene(token):
                self.countries[key] += 1

    def _spoken_before(self, token: Token, back: int = 0) -> list[tuple[Token, str]]:
        """What was named in a word's own sentence, or so many before it, ahead of the word."""
        return [(t, k) for t, k in self.spoken.get(token.sentence - back, ()) if t.i < token.i]

    def _cover_title(self, token: Token, person: str) -> None:
        """The title before a name speaks of the person too: in some trees it is the head of the phrase."""
        start = title_span(self.doc, token, self.lexicon).start
        for i in range(token.i - 1, self.doc.sentence(token).first - 1, -1):
            if self.doc.tokens[i].span.start < start:
                break
            self.by_token[i] = (person,)

    def _named(self, token: Token) -> str:
        """The key of a country, place or organisation, made on first mention."""
        name = token.name
        assert name is not None  # the caller has looked
        key = name.key or f"{name.kind.lower()}:{fold(name.text.removeprefix('the '))}"
        known = self.things.get(key)
        names = (*known.names, name.text) if known else (name.text,)
        sentences = (
            (*known.sentences, self.doc.sentence(token).span) if known else (self.doc.sentence(token).span,)
        )
        described = self.lexicon.describe(key)
        country = known.country if known and known.country else self._owner(token)
        country = country or (described.country if described else None)
        self.things[key] = Referent(
            key,
            name.kind,
            tuple(dict.fromkeys(names)),
            country=country,
            sentences=tuple(dict.fromkeys(sentences)),
        )
        return key

    def _owner(self, token: Token) -> str | None:
        """The country set before an organisation, or behind a place: "Russian Security Council", "Kaspi, Georgia"."""
        neighbours = []
        if token.name is not None and token.name.kind is EntityKind.ORGANIZATION:
            neighbours = [c for c in self.doc.children(token, "nmod", "amod", "compound") if c.i < token.i]
            if token.i and self.doc.tokens[token.i - 1].name is not None:
                neighbours.append(self.doc.tokens[token.i - 1])
        elif token.name is not None and token.name.kind is EntityKind.PLACE:
            neighbours = list(self.doc.children(token, "appos", "nmod", "amod", "compound", "flat"))
        countries = [
            c.name.key for c in neighbours if c.name and c.name.kind is EntityKind.COUNTRY and c.name.key
        ]
        return countries[0] if len(set(countries)) == 1 else None

    def _adopt_counterpart(self, token: Token, person: str) -> None:
        """ "his North Korean counterpart Pak Myong Ho" holds at home the office that "he" holds."""
        referent = self.things[person]
        if not any(o.label.endswith("counterpart") for o in referent.offices):
            return
        other = self._other_side(token, person)
        offices: list[Office] = []
        for office in referent.offices:
            if not office.label.endswith("counterpart"):
                offices.append(office)
            elif other is not None:
                of = office.of or next((o.of for o in referent.offices if o.of), None)
                offices += [
                    replace(o, of=of, verbatim=office.verbatim, span=office.span)
                    for o in self.things[other].offices
                ]
        self.things[person] = replace(referent, offices=tuple(offices))

    def _other_side(self, token: Token, person: str) -> str | None:
        """Whose counterpart a person is: the possessor, else the one other person named before in the sentence."""
        for child in (c for t in (token, *self.doc.ancestors(token)) for c in self.doc.children(t, "nmod")):
            if child.dep == "nmod:poss" and child.text.lower() == "their":
                return None
            if child.dep == "nmod:poss" and child.sentence == token.sentence:
                for key in self.by_token.get(child.i, ()):
                    if key != person and self.things[key].kind is EntityKind.PERSON:
                        return key
        before = {k for _, k in self._spoken_before(token) if k != person and self._is_person(k)}
        return before.pop() if len(before) == 1 else None

    # ------------------------------------------------------------ pronouns

    def _is_person(self, key: str) -> bool:
        return self.things[key].kind is EntityKind.PERSON

    def _pronoun(self, token: Token) -> None:
        word = token.text.lower()
        if word in SINGULAR:
            key = self._last_person(token, SINGULAR[word])
            if key is not None:
                self.by_token[token.i] = (key,)
        elif word in PLURAL:
            keys = self._last_group(token)
            if keys:
                self.by_token[token.i] = keys

    def _last_person(self, token: Token, gender: str) -> str | None:
        """The person a singular pronoun means: the subject of its own or the sentence before, else the only one."""
        for back in range(LOOK_BACK + 1):
            candidates = [
                (t, k)
                for t, k in self._spoken_before(token, back)
                if self._is_person(k) and self._fits(k, gender)
            ]
            if candidates:
                return self._governing(token, candidates) or self._preferred(candidates)
        return None

    def _governing(self, pronoun: Token, candidates: Sequence[tuple[Token, str]]) -> str | None:
        """Who acts in the nearest clause that the pronoun stands in: "A said B would see his father"."""
        acting = {
            t.head: k for t, k in candidates if t.relation == "nsubj" and t.sentence == pronoun.sentence
        }
        return next((acting[t.i] for t in self.doc.ancestors(pronoun) if t.i in acting), None)

    def _preferred(self, candidates: Sequence[tuple[Token, str]]) -> str | None:
        keys = list(dict.fromkeys(k for _, k in candidates))
        if len(keys) == 1:
            return keys[0]
        several = {t.i for t, _ in candidates if len(self._joined(t)) > 1}
        alone = [(t, k) for t, k in candidates if t.i not in several]
        if several and len({k for _, k in alone}) == 1:
            return alone[0][1]
        subjects = list(dict.fromkeys(k for t, k in candidates if self._is_subject(t)))
        return subjects[0] if subjects else None

    def _joined(self, token: Token) -> tuple[Token, ...]:
        """The names that a subject joins by "and", of which "he" means neither; a name alone is itself."""
        head = self.doc.head(token)
        first = head if token.relation == "conj" and head is not None else token
        return conjuncts(self.doc, first) if self._is_subject(first) else (token,)

    def _is_subject(self, token: Token) -> bool:
        head = self.doc.head(token)
        if token.relation == "nsubj":
            return True
        return head is not None and head.relation == "nsubj" and token.relation in {"flat", "appos"}

    def _fits(self, key: str, gender: str) -> bool:
        known = {self.lexicon.gender(name) for name in self.things[key].names} - {None}
        titled = {g for t in self.things[key].titled if (g := self.lexicon.title_gender(t))}
        return not (known | titled) or gender in (titled or known)

    def _last_group(self, token: Token) -> tuple[str, ...]:
        """What "they" means: the several subjects of the sentence before (or of this one), else all its persons."""
        for back in range(LOOK_BACK):
            group = self._subject_group(token, back)
            if group:
                return group
            spoken = self._spoken_before(token, back)
            persons = tuple(dict.fromkeys(k for _, k in spoken if self._is_person(k)))
            if persons:
                return persons if len(persons) > 1 else ()
        return ()

    def _subject_group(self, token: Token, back: int) -> tuple[str, ...]:
        """The last subject before a token, in its sentence or one before, that names two or more."""
        if token.sentence - back < 0:
            return ()
        words = self.doc.words(self.doc.sentences[token.sentence - back])
        for subject in reversed([t for t in words if t.i < token.i and t.relation == "nsubj"]):
            acting = self._acting(subject, token)
            if len(acting) > 1:
                return acting
        return ()

    def _acting(self, subject: Token, before: Token) -> tuple[str, ...]:
        """The persons or states of a subject, with the persons whom its verb sets over against it."""
        others = [c for c in self.doc.children(self.doc.tokens[subject.head], "obj", "obl") if c.i < before.i]
        keys = [k for t in conjuncts(self.doc, subject) for k in self.by_token.get(t.i, ())]
        if keys and all(self._is_person(k) for k in keys):
            beside = [c for c in others if c.relation == "obj" or preposition(self.doc, c) == "with"]
            keys += [
                k
                for c in beside
                for t in conjuncts(self.doc, c)
                for k in self.by_token.get(t.i, ())
                if self._is_person(k)
            ]
        return tuple(
            dict.fromkeys(k for k in keys if self.things[k].kind in {EntityKind.PERSON, EntityKind.COUNTRY})
        )

    # ------------------------------------------------------------ noun phrases

    def _nominal(self, token: Token) -> None:
        keys = self._included(token) or self._pair(token) or self._titled(token) or self._state_body(token)
        keys = keys or self._same_country(token) or self._group(token)
        if keys:
            self.by_token[token.i] = tuple(dict.fromkeys(keys))

    def _included(self, token: Token) -> tuple[str, ...]:
        """The persons named in "leaders, including A and B", or in apposition: "the president, A"."""
        found: list[str] = []
        for child in self.doc.children(token, "nmod", "acl", "appos", "flat", "obl"):
            if child.relation in {"appos", "flat"} or preposition(self.doc, child) in {
                "including",
                "such as",
                "like",
            }:
                named = [t for t in conjuncts(self.doc, child) if t.name and t.name.kind is EntityKind.PERSON]
                found += [k for t in named for k in self.by_token.get(t.i, ()) or self._person_ahead(t)]
        return tuple(found) or self._set_off(token)

    def _set_off(self, token: Token) -> tuple[str, ...]:
        """ "his counterpart, Pak Myong Ho,": a definite office and, set off by commas, who holds it."""
        following = self.doc.tokens[token.i + 1 : token.i + 12]
        if not self.lexicon.is_office(token.text) or not following or following[0].text != ",":
            return ()
        person = next((t for t in following[1:] if t.dep != TITLE), None)
        if (
            person is None
            or person.name is None
            or person.name.kind is not EntityKind.PERSON
            or person.relation == "nsubj"
        ):
            return ()
        definite = {c.text.lower() for c in self.doc.children(token, "det", "nmod")} & {
            "the",
            "his",
            "her",
            "its",
            "their",
        }
        return self._person_ahead(person) if definite else ()

    def _person_ahead(self, token: Token) -> tuple[str, ...]:
        return tuple(k for k, r in self.things.items() if token.text in r.names)

    def _number(self, token: Token) -> int | None:
        """How many a phrase speaks of: "the two countries", "both leaders", "the three ministers"."""
        words = [c.text.lower() for c in self.doc.children(token, "nummod", "det", "amod")]
        return next((NUMBERS[w] for w in words if w in NUMBERS), None)

    def _pair(self, token: Token) -> tuple[str, ...]:
        """ "the two countries", "both leaders"; three are meant only where just three were named."""
        number = self._number(token)
        if number is None:
            return self._the_pair(token)
        if token.lemma in nominal_words()["pair_of_persons"]:
            persons = self._some_persons(token, number)
            if persons:
                return persons
        ruling = token.lemma in nominal_words()["rulers"]
        if token.lemma in nominal_words()["pair_of_states"] or ruling:
            return self._pair_of_states(token) if number == 2 else self._some_states(token, number)
        return ()

    def _the_pair(self, token: Token) -> tuple[str, ...]:
        """ "The ministers", "Ministers": the two persons spoken of just before where that is what both are."""
        said = {c.text.lower() for c in self.doc.children(token) if c.i < token.i}
        if "Number=Plur" not in token.feats or not said <= {"the"} or self._country_modifiers(token):
            return ()
        pair = self._some_persons(token, 2) if token.lemma.lower() in nominal_words()["offices"] else ()
        return pair if len(pair) == 2 and all(self._holds(k, token.lemma.lower()) for k in pair) else ()

    def _holds(self, person: str, head: str) -> bool:
        """Whether an office of a person is of a sort: "foreign minister" of "minister"."""
        return any(
            o.label.split()[-1:] == [head] or f"{head} of" in o.label or f"{head} for" in o.label
            for o in self.things[person].offices
        )

    def _some_persons(self, token: Token, number: int) -> tuple[str, ...]:
        """So many persons of the nearest sentence that names that many; those who don't rule are no "leaders"."""
        for back in range(LOOK_BACK + 1):
            here = self._spoken_before(token, back)
            keys = tuple(dict.fromkeys(k for _, k in here if self._is_person(k)))
            if len(keys) == number:
                ruling = token.lemma in nominal_words()["rulers"]
                return () if ruling and any(self._serves(k) for k in keys) else keys
            if len(keys) > number:
                return ()
        return ()

    def _serves(self, key: str) -> bool:
        """Whether a person is known to hold offices, none of which rules a country."""
        offices = {o.label for o in self.things[key].offices if not o.former}
        return bool(offices) and not offices & nominal_words()["ruling_offices"]

    def _some_states(self, token: Token, number: int) -> tuple[str, ...]:
        for back in range(LOOK_BACK + 1):
            states = self._countries(self._spoken_before(token, back))
            if len(states) >= number:
                return states if len(states) == number else ()
        return ()

    def _pair_of_states(self, token: Token) -> tuple[str, ...]:
        """The two states of the nearest sentence that speaks of two; of more, the main pair or the last two."""
        for back in range(LOOK_BACK + 1):
            here = self._spoken_before(token, back)
            pair = self._countries(here)
            if len(pair) == 2:
                return pair
            acting = self._countries((t, k) for t, k in here if preposition(self.doc, t) not in {"in", "at"})
            if len(pair) > 2 and len(acting) == 2:
                return acting
            joined = self._joined_states(token, back) if len(pair) > 2 else ()
            if joined:
                return joined
            if len(pair) > 2:
                return self._main_pair(pair) or (self._countries(reversed(here))[1::-1] if not back else ())
        return self._main_pair(())

    def _joined_states(self, token: Token, back: int) -> tuple[str, ...]:
        """The two states that a sentence names in one breath, where it names others too: "A and B, with C's help"."""
        words = self.doc.words(self.doc.sentences[token.sentence - back])
        first = [t for t in words if t.i < token.i and t.relation != "conj" and self.doc.children(t, "conj")]
        joined = {
            self._countries((u, k) for u in conjuncts(self.doc, t) for k in self.by_token.get(u.i, ()))
            for t in first
        }
        pairs = [pair for pair in joined if len(pair) == 2]
        return pairs[0] if len(pairs) == 1 else ()

    def _is_scene(self, token: Token) -> bool:
        """A capital that is only where something happens, or where the report was written."""
        if token.name is None or token.name.form != "capital":
            return False
        following = self.doc.tokens[token.i + 1].text if token.i + 1 < len(self.doc.tokens) else ""
        return following == ":" or preposition(self.doc, token) in {
            "in",
            "at",
            "to",
            "near",
            "from",
            "through",
            "via",
        }

    def _countries(self, spoken: Iterable[tuple[Token, str]]) -> tuple[str, ...]:
        """The countries spoken of, by name or through their officials, each once."""
        found = []
        for _, key in spoken:
            country = key if self.things[key].kind is EntityKind.COUNTRY else self.things[key].country
            if (
                country in self.things
                and str(country).startswith("country/")
                and self.things[key].kind in {EntityKind.COUNTRY, EntityKind.PERSON}
            ):
                found.append(country)
        return tuple(dict.fromkeys(found))

    def _main_pair(self, among: Sequence[str]) -> tuple[str, ...]:
        """The two countries that the text so far is about, where a third is far behind."""
        ranked = self.countries.most_common(3)
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
            return ()
        pair = tuple(k for k, _ in ranked[:2])
        return pair if not among or set(pair) <= set(among) else ()

    def _titled(self, token: Token) -> tuple[str, ...]:
        """ "the minister", "the Vice President": the one person of that office, the last spoken of if several."""
        if not self._is_definite(token):
            return ()
        if homes := self._country_modifiers(token):
            return self._of_country(token, homes)
        if not self.lexicon.is_office(token.text):
            return ()
        distinct = [k for k in reversed(self.persons) if self._bears(k, token)]
        return tuple(distinct[:1]) if distinct and (len(distinct) == 1 or token.text[:1].isupper()) else ()

    def _of_country(self, token: Token, homes: Sequence[str]) -> tuple[str, ...]:
        """ "the Peruvian president", "the Peruvian leader": the one person of that country who holds such an office."""
        theirs = [k for k in self.persons if homes == (self.things[k].country,)]
        if token.lemma.lower() in nominal_words()["heads_of_state"]:
            ruling = nominal_words()["ruling_offices"]
            fitting = [k for k in theirs if any(o.label in ruling for o in self.things[k].offices)]
        else:
            fitting = (
                [k for k in theirs if self._bears(k, token)] if self.lexicon.is_office(token.text) else []
            )
        return tuple(fitting) if len(fitting) == 1 else ()

    def _bears(self, key: str, token: Token) -> bool:
        """Whether a person has an office that "the Deputy Secretary" can be short for: its first words, or its head."""
        modifiers = [
            t.text.lower()
            for t in self.doc.children(token, "compound", "amod", "flat")
            if t.i < token.i and t.name is None
        ]
        words = [*modifiers, token.text.lower()]
        labels = [office.label.split() for office in self.things[key].offices]
        return any(
            label[: len(words)] == words or (words == label[-len(words) :] and len(words) > 1)
            for label in labels
        ) or any(
            words == [self.lexicon.normalize_office(" ".join(label)).split()[-1]] and len(label) < 3
            for label in labels
        )

    def _is_definite(self, token: Token) -> bool:
        determiners = {c.text.lower() for c in self.doc.children(token, "det")}
        plural = "Number=Plur" in token.feats
        return not plural and bool(determiners & {"the", "this"}) and not self.doc.children(token, "acl")

    def _country_modifiers(self, token: Token) -> tuple[str, ...]:
        """The countries that a noun phrase names: "North Korean officials", "ministers from both countries"."""
        found: list[str] = []
        for child in self.doc.children(token, "amod", "nmod", "compound", "det"):
            late = child.i > token.i and preposition(self.doc, child) not in {"of", "from"}
            if late:
                continue
            for t in conjuncts(self.doc, child):
                if t.i > token.i and t.i not in self.by_token:
                    self._ahead(t)
                found += [k for k in self.by_token.get(t.i, ()) if self.things[k].kind is EntityKind.COUNTRY]
        return tuple(dict.fromkeys(found))

    def _ahead(self, token: Token) -> None:
        """Read a name or phrase that stands behind the noun it belongs to."""
        if token.name is not None and token.name.kind not in {EntityKind.PERSON, EntityKind.AGREEMENT}:
            self.by_token[token.i] = (self._named(token),)
        elif token.name is None and token.pos == "NOUN":
            self._nominal(token)

    def _state_body(self, token: Token) -> tuple[str, ...]:
        """ "the Greek government", "officials from both countries", "North Korean officials" act for their states."""
        if token.lemma.lower() not in nominal_words()["state_bodies"]:
            return ()
        return self._leaders(token) or self._body_of_members(token) or self._country_modifiers(token)

    def _body_of_members(self, token: Token) -> tuple[str, ...]:
        """ "the EU's members", "members of ASEAN" act as the body."""
        if token.lemma.lower() != "member":
            return ()
        owners = self.doc.children(token, "nmod", "compound")
        return tuple(
            o.name.key
            for o in owners
            if o.name and o.name.key and o.name.kind is EntityKind.ORGANIZATION and self._is_known(o)
        )

    def _is_known(self, token: Token) -> bool:
        if token.i not in self.by_token:
            self._ahead(token)
        return bool(self.by_token.get(token.i))

    def _leaders(self, token: Token) -> tuple[str, ...]:
        """ "Lavrov's delegation" is told of as Lavrov."""
        if token.lemma.lower() not in {"delegation", "team", "party", "entourage", "mission"}:
            return ()
        owners = self.doc.children(token, "nmod:poss")
        return tuple(k for o in owners for k in self.by_token.get(o.i, ()) if self._is_person(k))

    def _same_country(self, token: Token) -> tuple[str, ...]:
        """ "the country": the one spoken of last in this or the sentence before."""
        if (
            token.lemma not in {"country", "nation"}
            or not self._is_definite(token)
            or self._country_modifiers(token)
        ):
            return ()
        for back in range(2):
            here = self._spoken_before(token, back)
            found = self._countries((t, k) for t, k in here if self.things[k].kind is EntityKind.COUNTRY)
            if found:
                return found if len(found) == 1 else ()
        return ()

    def _group(self, token: Token) -> tuple[str, ...]:
        """Unnamed people who can take part in something: "leading women entrepreneurs"."""
        if token.lemma.lower() not in nominal_words()["people"] or "Number=Plur" not in token.feats:
            return ()
        words = [
            t for t in self.doc.subtree(token) if t.relation in {"compound", "amod", "nmod"} and t.i < token.i
        ]
        first = min([token.i, *(t.i for t in words)])
        text = self.doc.text[self.doc.tokens[first].span.start : token.span.end]
        key = f"group:{fold(text)}"
        self.things.setdefault(
            key, Referent(key, EntityKind.GROUP, (text,), sentences=(self.doc.sentence(token).span,))
        )
        return (key,)
