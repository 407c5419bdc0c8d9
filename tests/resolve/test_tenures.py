"""Who held which office of whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from readings import Told, person, world_of

from kg.model import Office, Referent, Span

CHN, PRK = "country/CHN", "country/PRK"


def holder(name: str, of: str | None, *offices: Office) -> Referent:
    return replace(person("p:1", name, of=of), offices=offices)


def office(label: str, of: str | None = None, *, former: bool = False) -> Office:
    return Office(label, of, label, Span(0, 1), former)


def tenures(*casts: Referent) -> list[str]:
    return [t.identifier for t in world_of(*(Told(f"a{k}", (r,)) for k, r in enumerate(casts))).tenures]


@pytest.mark.parametrize(
    ("casts", "expected"),
    [
        # one office, told twice
        (
            [holder("Wang Yi", CHN, office("foreign minister", CHN))] * 2,
            ["tenure/wang-yi-chn-foreign-minister"],
        ),
        # two offices
        (
            [holder("Wang Yi", CHN, office("foreign minister", CHN), office("top diplomat", CHN))],
            ["tenure/wang-yi-chn-foreign-minister", "tenure/wang-yi-chn-top-diplomat"],
        ),
        # whose it is stands in another text
        (
            [
                holder("Choe Son Hui", PRK, office("foreign minister", PRK)),
                holder("Choe Son Hui", None, office("foreign minister")),
            ],
            ["tenure/choe-son-hui-prk-foreign-minister"],
        ),
        # whose it is follows from the state that its holder represents
        ([holder("Wang Yi", CHN, office("foreign minister"))], ["tenure/wang-yi-chn-foreign-minister"]),
        # nobody knows
        ([holder("Wang Yi", None, office("foreign minister"))], ["tenure/wang-yi-unknown-foreign-minister"]),
        # a former office is another tenure
        (
            [
                holder("Wang Yi", CHN, office("foreign minister", CHN)),
                holder("Wang Yi", CHN, office("foreign minister", CHN, former=True)),
            ],
            ["tenure/wang-yi-chn-foreign-minister", "tenure/wang-yi-chn-foreign-minister-former"],
        ),
    ],
)
def test_tenures(casts: list[Referent], expected: list[str]) -> None:
    assert tenures(*casts) == expected


def test_tenure_names_its_holder_position_and_sentences() -> None:
    cast = holder("Wang Yi", CHN, office("foreign minister", CHN))
    told = [
        Told(name, (replace(cast, sentences=(Span(0, 9),)),)).meeting("p:1", "country/CHN") for name in "ab"
    ]
    world = world_of(*told)
    (tenure,), (position,) = world.tenures, world.positions
    assert (tenure.holder, tenure.position, tenure.former) == ("person/wang-yi", position.identifier, False)
    assert (position.label, position.of) == ("foreign minister", CHN)
    assert [(e.article, e.quote) for e in tenure.evidence] == [("a", "a tells i"), ("b", "b tells i")]
