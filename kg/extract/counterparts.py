"""Counterparts: "his Fijian counterpart" holds at home the office that "he" holds."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.discourse import Discourse
from kg.language.document import Token
from kg.model import EntityKind, Office


def adopt_counterpart(discourse: Discourse, token: Token, person: str) -> None:
    """ "his North Korean counterpart Pak Myong Ho" holds at home the office that "he" holds."""
    referent = discourse.things[person]
    if not any(o.label.endswith("counterpart") for o in referent.offices):
        return
    other = _other_side(discourse, token, person)
    offices: list[Office] = []
    for office in referent.offices:
        if not office.label.endswith("counterpart"):
            offices.append(office)
        elif other is not None:
            of = office.of or next((o.of for o in referent.offices if o.of), None)
            offices += [
                replace(o, of=of, verbatim=office.verbatim, span=office.span)
                for o in discourse.things[other].offices
            ]
    discourse.things[person] = replace(referent, offices=tuple(offices))


def _other_side(discourse: Discourse, token: Token, person: str) -> str | None:
    """Whose counterpart a person is: the possessor, else the one other person named before in the sentence."""
    for child in (
        c for t in (token, *discourse.doc.ancestors(token)) for c in discourse.doc.children(t, "nmod")
    ):
        if child.dep == "nmod:poss" and child.text.lower() == "their":
            return None
        if child.dep == "nmod:poss" and child.sentence == token.sentence:
            for key in discourse.by_token.get(child.i, ()):
                if key != person and discourse.things[key].kind is EntityKind.PERSON:
                    return key
    before = {k for _, k in discourse.spoken_before(token) if k != person and discourse.is_person(k)}
    return before.pop() if len(before) == 1 else None
