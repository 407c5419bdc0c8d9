"""Who held which office of whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from readings import KOREA, Told, person, world_of

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
        # whose it is in most articles, where one puts its holder to another state
        (
            [holder("Wang Yi", CHN, office("foreign minister", CHN))] * 2
            + [holder("Wang Yi", PRK, office("foreign minister", PRK))],
            ["tenure/wang-yi-chn-foreign-minister"],
        ),
        # who served a state and then a body held the office of the state
        (
            [holder("Ban Ki-moon", "organization/nato", office("secretary general", "organization/nato"))] * 2
            + [holder("Ban Ki-moon", PRK, office("foreign minister", PRK))],
            ["tenure/ban-ki-moon-nato-secretary-general", "tenure/ban-ki-moon-prk-foreign-minister"],
        ),
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


# ---------------------------------------------------------------- from when to when


def in_office(name: str, who: str, published: str | None, *, former: bool = False, label: str = "") -> Told:
    """A text of a day that has somebody in office."""
    cast = (holder(who, CHN, office(label or "foreign minister", CHN, former=former)), KOREA)
    return Told(name, cast, published=date.fromisoformat(published) if published else None)


def spans(*told: Told) -> dict[str, tuple[str, str, str]]:
    """Each tenure's holder with the days from and until which it is attested, and who succeeded."""
    found = {}
    tenures = {t.identifier: t for t in world_of(*told).tenures}
    for tenure in (t for t in tenures.values() if not t.former):
        days = "/".join(map(str, tenure.attested or ()))
        after = tenures[tenure.succeeded_by].holder if tenure.succeeded_by else ""
        found[tenure.holder.removeprefix("person/")] = (days, str(tenure.ended_by or ""), after)
    return found


WANG, QIN = "Wang Yi", "Qin Gang"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # from the first article to the last
        (
            [in_office("a", WANG, "2022-03-01"), in_office("b", WANG, "2022-09-01")],
            {"wang-yi": ("2022-03-01/2022-09-01", "", "")},
        ),
        # a text without a date attests no day
        ([in_office("a", WANG, None)], {"wang-yi": ("", "", "")}),
        # who comes next succeeds
        (
            [in_office("a", WANG, "2022-03-01"), in_office("b", QIN, "2023-01-05")],
            {
                "wang-yi": ("2022-03-01/2022-03-01", "2023-01-05", "person/qin-gang"),
                "qin-gang": ("2023-01-05/2023-01-05", "", ""),
            },
        ),
        # two at one time: one of them is misread, and nobody succeeds
        (
            [
                in_office("a", WANG, "2022-03-01"),
                in_office("b", QIN, "2023-01-05"),
                in_office("c", WANG, "2023-08-01"),
            ],
            {
                "wang-yi": ("2022-03-01/2023-08-01", "", ""),
                "qin-gang": ("2023-01-05/2023-01-05", "", ""),
            },
        ),
        # an office that several hold
        (
            [
                in_office("a", WANG, "2022-03-01", label="vice foreign minister"),
                in_office("b", QIN, "2023-01-05", label="vice foreign minister"),
            ],
            {
                "wang-yi": ("2022-03-01/2022-03-01", "", ""),
                "qin-gang": ("2023-01-05/2023-01-05", "", ""),
            },
        ),
        # told as former: it ended by then
        (
            [in_office("a", WANG, "2022-03-01"), in_office("b", WANG, "2023-02-01", former=True)],
            {"wang-yi": ("2022-03-01/2022-03-01", "2023-02-01", "")},
        ),
        # told as former, and then in office again
        (
            [in_office("a", WANG, "2023-02-01", former=True), in_office("b", WANG, "2023-08-01")],
            {"wang-yi": ("2023-08-01/2023-08-01", "", "")},
        ),
        # a sentence that tells of the past has its people in office then
        (
            [in_office("a", WANG, "2023-08-01").meeting("p:1", PRK, when="2016-05-03")],
            {"wang-yi": ("2016-05-03/2016-05-03", "", "")},
        ),
        # … of a whole year: nobody knows when in it
        (
            [in_office("a", WANG, "2023-08-01").meeting("p:1", PRK, when="2016")],
            {"wang-yi": ("", "", "")},
        ),
        # who is to meet in September is in office now
        (
            [in_office("a", WANG, "2023-08-01").meeting("p:1", PRK, when="2023-09-03")],
            {"wang-yi": ("2023-08-01/2023-08-01", "", "")},
        ),
    ],
)
def test_from_when_to_when(told: list[Told], expected: dict[str, tuple[str, str, str]]) -> None:
    for text in told:
        first = Span(0, 1)
        text.events = [replace(m, sentence=first) for m in text.events]
    assert spans(*told) == expected
    assert spans(*told[::-1]) == expected
