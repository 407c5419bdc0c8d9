"""A file of decisions: what may stand in it, and what is said where it does not."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DecisionError
from kg.model import Decision, Side, Verdict
from kg.read.decisions import HEADER, read_decisions, read_side, write_decision, written

SAME = Decision(Verdict.SAME, Side("Ana Dahl"), Side("Anna Dahl"), "the ministry's page")


def _file(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "decisions.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "lines",
    [
        (HEADER, "same,Anna Dahl,Ana Dahl,the ministry's page"),
        # as a spreadsheet writes it: a byte order mark, semicolons
        ("\ufeff" + HEADER.replace(",", ";"), "same;Anna Dahl;Ana Dahl;the ministry's page", ""),
        (HEADER.replace(",", "\t"), "same\tAnna Dahl\tAna Dahl\tthe ministry's page"),
        # comments, empty lines, empty cells, stray spaces, capitals
        ("# who is who", HEADER.upper(), "", " Same , Ana  Dahl,Anna Dahl, the ministry's page", ",,,", "#x"),
        # quotation marks
        (HEADER, 'same,"Anna Dahl","Ana Dahl","the ministry\'s page"'),
    ],
)
def test_a_decision_is_read(tmp_path: Path, lines: tuple[str, ...]) -> None:
    (found,) = read_decisions(_file(tmp_path, *lines))
    assert (found.verdict, found.one, found.other, found.reason) == (
        SAME.verdict, SAME.one, SAME.other, SAME.reason,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Li Wei", Side("Li Wei")),
        ("kgid:person/li-wei-chn", Side("person/li-wei-chn")),
        ("<https://w3id.org/kg-diplomacy/id/person/li-wei-chn>", Side("person/li-wei-chn")),
        ("https://w3id.org/kg-diplomacy/id/person/li-wei-chn", Side("person/li-wei-chn")),
        # of one article
        ("Li Wei @ lima-2023-05-12", Side("Li Wei", "lima-2023-05-12")),
    ],
)
def test_a_side_is_a_name_or_an_iri_perhaps_of_one_article(text: str, side: Side) -> None:
    assert read_side(text) == side
    assert read_side(written(side)) == side


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            ("same,Anna Dahl,Ana Dahl,x",),
            r"line 1: the first line must be the header verdict,one,other,reason",
        ),
        ((HEADER, "", "differnt,A B,C D,x"), "line 3: “differnt” is no verdict; write same or different"),
        ((HEADER, "unsure,A B,C D,x"), "line 2: “unsure” is no verdict"),
        ((HEADER, "same,A B,,x"), "line 2: a decision needs two names"),
        ((HEADER, "same,A B,C D,"), "line 2: a decision needs a reason"),
        ((HEADER, "same,A B,C D"), "line 2: 3 cells where four belong"),
        ((HEADER, "same,A B,C D,x,y"), 'line 2: 5 cells where four belong .* write "…" around'),
        ((HEADER, 'same,"A B,C D,x'), "line 2: the quotation marks don't pair"),
        (
            (HEADER, "different,A B,A  B,x"),
            "line 2: both names are “A B”; tell the two apart by IRI or by article",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(DecisionError, match=message):
        read_decisions(_file(tmp_path, *lines))


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "decisions.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DecisionError, match="must be a UTF-8 table of verdict,one,other,reason"):
        read_decisions(tmp_path / "decisions.csv")


@pytest.mark.parametrize(
    "before",
    [None, "", "# who is who\n", HEADER, HEADER + "\n", "# x\n" + HEADER.replace(",", ";")],
    ids=["no file", "empty", "comment", "no line end", "header", "semicolons"],
)
def test_a_decision_is_added_at_the_end(tmp_path: Path, before: str | None) -> None:
    path = tmp_path / "decisions.csv"
    if before is not None:
        path.write_text(before, encoding="utf-8")
    write_decision(path, SAME)
    first = path.read_text(encoding="utf-8")
    assert first.startswith(before or "")
    write_decision(
        path, Decision(Verdict.DIFFERENT, Side("person/x"), Side("Y, Z", "a1"), 'he said "no"; so')
    )
    assert path.read_text(encoding="utf-8").startswith(first)
    found = read_decisions(path)
    assert [d.verdict for d in found] == [Verdict.DIFFERENT, Verdict.SAME]
    assert found[0].one == Side("Y, Z", "a1")
    assert found[0].reason == 'he said "no"; so'


@given(
    st.lists(st.sampled_from(["same,A B,C D,x", "different,C D,E F,y", "same,G H,I J,z"]), max_size=6),
    st.randoms(),
)
def test_the_order_of_lines_does_not_matter(lines: list[str], random: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one = _file(Path(folder), HEADER, *lines)
        before = [(d.verdict, d.one, d.other, d.reason) for d in read_decisions(one)]
        random.shuffle(lines)  # type: ignore[attr-defined]
        after = [
            (d.verdict, d.one, d.other, d.reason) for d in read_decisions(_file(Path(folder), HEADER, *lines))
        ]
    assert before == after
