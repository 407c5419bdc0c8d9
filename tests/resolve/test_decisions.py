"""What people decided about names wins over what the names tell, through chains and in any order."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from readings import SUN, Told, decide, person

from kg.errors import DecisionError
from kg.language.lexicon import load_lexicon
from kg.model import Referent, Verdict
from kg.resolve.entities import Identities, resolve_entities
from kg.resolve.person_names import judge_names
from kg.resolve.surnames import with_surnames

CHN, KOR, PRK = "country/CHN", "country/KOR", "country/PRK"
MYONG = person("p:1", "Pak Myong Ho", of=PRK)
MYUNG = person("p:1", "Park Myung-ho", of=PRK)
PINYIN = person("p:1", "Park Minghao", of=PRK)


def resolved(casts: list[tuple[Referent, ...]], *lines: str) -> Identities:
    """The identities in some articles (a0, a1 …), as some decisions have it."""
    readings = [Told(f"a{k}", cast).reading for k, cast in enumerate(casts)]
    return resolve_entities(readings, load_lexicon(), [decide(line, k) for k, line in enumerate(lines, 1)])


def persons(*lines: str, cast: tuple[Referent, ...]) -> list[str]:
    """The persons of some articles of one name each."""
    identities = resolved([(referent,) for referent in cast], *lines)
    return sorted({i for i in identities.of_referent.values() if i.startswith("person/")})


WEI = person("p:1", "Li Wei", of=CHN)
LONE = person("p:1", "Kim", of=KOR, office="president")


@pytest.mark.parametrize(
    ("cast", "lines", "identifiers"),
    [
        # without a decision, three spellings are one
        ((MYONG, MYUNG, PINYIN), (), ["pak-myong-ho"]),
        # two are told apart: the third fits both, and joins neither
        (
            (MYONG, MYUNG, PINYIN),
            ("different, Pak Myong Ho, Park Minghao",),
            ["pak-myong-ho", "park-minghao", "park-myung-ho"],
        ),
        # … until it is decided whose it is
        (
            (MYONG, MYUNG, PINYIN),
            ("different, Pak Myong Ho, Park Minghao", "same, Park Myung-ho, Park Minghao"),
            ["pak-myong-ho", "park-myung-ho"],
        ),
        # names that nothing else ties, by name, by IRI, in another case
        ((MYONG, WEI), ("same, PAK Myong-ho, Li Wei",), ["pak-myong-ho"]),
        ((MYONG, WEI), ("same, kgid:person/pak-myong-ho, kgid:person/li-wei",), ["pak-myong-ho"]),
        # a chain
        ((MYONG, WEI, LONE), ("same, Pak Myong Ho, Li Wei", "same, Li Wei, Kim"), ["pak-myong-ho"]),
        # an alias does not keep other spellings away
        ((MYONG, MYUNG, WEI), ("same, Pak Myong Ho, Li Wei",), ["pak-myong-ho"]),
        # namesakes of two states, by IRI
        (
            (WEI, person("p:1", "Li Wei", of="country/SGP")),
            ("same, kgid:person/li-wei-chn, kgid:person/li-wei-sgp",),
            ["li-wei-chn"],
        ),
        # one name of one state in two articles
        ((WEI, WEI), (), ["li-wei"]),
        ((WEI, WEI), ("different, Li Wei, Li Wei @ a1",), ["li-wei", "li-wei-a1"]),
        ((WEI, WEI, WEI), ("different, Li Wei @ a0, Li Wei @ a1",), ["li-wei", "li-wei-a0", "li-wei-a1"]),
        # … where the rest is the one's too
        (
            (WEI, WEI, WEI),
            ("different, Li Wei @ a0, Li Wei @ a1", "same, Li Wei @ a2, Li Wei @ a1"),
            ["li-wei", "li-wei-a0"],
        ),
        # a surname alone has its office in common, and yet is another's
        (
            (person("p:1", "Kim Dae-jung", of=KOR, office="president"), LONE),
            (),
            ["kim-dae-jung"],
        ),
        (
            (person("p:1", "Kim Dae-jung", of=KOR, office="president"), LONE),
            ("different, Kim, Kim Dae-jung",),
            ["kim-dae-jung", "kim-kor"],
        ),
    ],
)
def test_decisions_are_followed(
    cast: tuple[Referent, ...], lines: tuple[str, ...], identifiers: list[str]
) -> None:
    assert persons(*lines, cast=cast) == [f"person/{i}" for i in identifiers]
    assert persons(*reversed(lines), cast=cast) == [f"person/{i}" for i in identifiers]
    assert resolved([(r,) for r in cast], *lines).unheeded == ()


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (("same, A Bo, C Do", "different, C Do, A Bo"), ["line 1", "line 2"]),
        # through a third, whom no article names
        (("same, A Bo, C Do", "same, C Do, E Fo", "different, A Bo, E Fo"), ["line 1", "line 2", "line 3"]),
        # a name and the IRI of its bearer
        (("same, Pak Myong Ho, Li Wei", "different, kgid:person/li-wei, Pak Myong Ho"), ["line 1", "line 2"]),
    ],
)
def test_contradictory_decisions_are_an_error_that_names_the_lines(
    lines: tuple[str, ...], named: list[str]
) -> None:
    with pytest.raises(DecisionError) as error:
        resolved([(MYONG,), (WEI,)], *lines)
    assert all(line in str(error.value) for line in named)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("same, Pak Myong Ho, Nobody Here", "line 1: these articles name no person “Nobody Here”"),
        ("same, Pak Myong Ho, Park Myungho Lee", "near it: Park Myung-ho"),
        ("different, kgid:person/nobody, Pak Myong Ho", "no person “kgid:person/nobody”"),
        ("same, Pak Myong Ho @ a7, Li Wei", "no person “Pak Myong Ho @ a7”"),
        # a surname alone may be anybody's
        ("same, Kim, Pak Myong Ho", "“Kim” may be Kim .* or Kim .*; write an IRI, or “Kim @ ARTICLE”"),
        # one and the same
        ("different, Li Wei, LI WEI", "tell the two apart by article"),
    ],
)
def test_what_cannot_be_followed_is_told(line: str, complaint: str) -> None:
    casts = [(MYONG,), (MYUNG,), (WEI,), (person("p:1", "Kim"),), (person("p:1", "Kim"),)]
    (told,) = resolved(casts, line).unheeded
    assert re.search(complaint, told), told


def test_a_decision_is_the_reason_of_its_merge() -> None:
    identities = resolved([(MYONG,), (WEI,)], "same, Pak Myong Ho, Li Wei")
    assert identities.entities["person/pak-myong-ho"].reasons == (
        "“Li Wei” is “Pak Myong Ho” by decision: because",
    )
    (comparison,) = identities.comparisons
    assert (comparison.verdict, comparison.basis) == (Verdict.SAME, "decision")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        # spellings of one name, and nothing else to go by
        (MYONG, person("p:1", "Park Myung-ho"), ("unsure", "names", "nothing beside the names ties them")),
        # … in two states
        (MYONG, person("p:1", "Park Myung-ho", of=KOR), ("unsure", "state", "two states, KOR and PRK")),
        # a namesake
        (WEI, person("p:1", "Li Wei", of=KOR), ("unsure", "state", "two states, CHN and KOR")),
        # a name that may be short for the other, in one state
        (
            person("p:1", "Thura Shwe Mann", of="country/MMR"),
            person("p:1", "Shwe Mann", of="country/MMR"),
            ("unsure", "names", "may be one Burmese name, shortened, or two"),
        ),
        # a surname that was merged for its office
        (
            person("p:1", "Kim Dae-jung", of=KOR, office="president"),
            LONE,
            ("same", "office", "the same surname and office"),
        ),
        # other names say nothing
        (MYONG, WEI, None),
    ],
)
def test_what_came_near_is_told(one: Referent, other: Referent, told: tuple[str, str, str] | None) -> None:
    found = resolved([(one,), (other,)]).comparisons
    if told is None:
        assert found == ()
    else:
        assert [(c.verdict, c.basis) for c in found] == [told[:2]]
        assert told[2] in found[0].reason
        assert {e.article for e in found[0].evidence} == {"a0", "a1"}


# ---------------------------------------------------------------- laws

NAMES = (
    "Kim Jong Un",
    "Kim Jong-un",
    "Pak Myong Ho",
    "Park Myung-ho",
    "Park Minghao",
    "Li Wei",
    "Kim",
    "Lee Wei",
)
PEOPLE = st.builds(
    person,
    st.sampled_from(["p:1", "p:2"]),
    st.sampled_from(NAMES),
    of=st.sampled_from([None, PRK, KOR, CHN]),
    office=st.sampled_from([None, "president"]),
)
CASTS = st.lists(st.lists(PEOPLE, max_size=2, unique_by=lambda r: r.key).map(tuple), min_size=1, max_size=4)
SIDES = st.sampled_from([*NAMES, "Li Wei @ a0", "Kim @ a1", "kgid:person/park-minghao"])
LINES = st.lists(
    st.tuples(
        st.sampled_from(["same", "different"]), st.lists(SIDES, min_size=2, max_size=2, unique=True)
    ).map(lambda d: f"{d[0]}, {d[1][0]}, {d[1][1]}"),
    max_size=4,
)


def _outcome(casts: list[tuple[Referent, ...]], lines: list[str]) -> Identities | None:
    """The identities in articles of which each has all its persons meet one more, and write to him."""
    told = [Told(f"a{k}", (*cast, SUN)) for k, cast in enumerate(casts)]
    for article, cast in zip(told, casts, strict=True):
        for referent in cast:
            article.meeting(referent.key, "p:sun").meeting(referent.key, "p:sun", kind="MessageExchange")
    decisions = [decide(line, k) for k, line in enumerate(lines, 1)]
    readings = [article.reading for article in told]
    try:
        return with_surnames(resolve_entities(readings, load_lexicon(), decisions), readings)
    except DecisionError:
        return None


@given(CASTS, LINES, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_order_of_decisions_does_not_matter(
    casts: list[tuple[Referent, ...]], lines: list[str], random: object
) -> None:
    expected = _outcome(casts, lines)
    random.shuffle(lines)  # type: ignore[attr-defined]
    found = _outcome(casts, lines)
    assert (found is None) == (expected is None)
    if found and expected:
        assert (found.of_referent, found.entities) == (expected.of_referent, expected.entities)
        assert found.comparisons == expected.comparisons


@given(CASTS, LINES)
@settings(max_examples=150, deadline=None)
def test_who_is_different_by_decision_never_is_one(
    casts: list[tuple[Referent, ...]], lines: list[str]
) -> None:
    found = _outcome(casts, lines)
    assume(found is not None)
    assert found is not None
    for comparison in found.comparisons:
        if comparison.verdict is Verdict.DIFFERENT:
            assert len(set(comparison.concerns)) == 2
            assert found.entities.keys() >= set(comparison.concerns)
    ruled = [line for k, line in enumerate(lines, 1) if not any(f"line {k}:" in u for u in found.unheeded)]
    for line in ruled:
        verdict, *sides = line.split(", ")
        if "Kim" in sides and verdict == "same":
            continue
        if not any("@" in side or ":" in side for side in sides):
            one, other = (
                {found.of_referent[f"a{k}", r.key] for k, c in enumerate(casts) for r in c if r.names[0] == s}
                for s in sides
            )
            assert len(one | other) <= 1 if verdict == "same" else not one & other


@given(CASTS)
@settings(max_examples=150, deadline=None)
def test_no_person_has_two_names_that_differ(casts: list[tuple[Referent, ...]]) -> None:
    identities = resolved(casts)
    names: dict[str, set[str]] = {}
    for number, cast in enumerate(casts):
        for referent in cast:
            names.setdefault(identities.of_referent[f"a{number}", referent.key], set()).add(referent.names[0])
    for forms in names.values():
        for one, other in combinations(sorted(forms), 2):
            assert judge_names(one, other).verdict is not Verdict.DIFFERENT
