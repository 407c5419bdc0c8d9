"""The command line as its users meet it: exit codes, one-line errors, what goes to which stream."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from worlds import small_world

from kg.analytics.analysis import Survey
from kg.cli import COMMANDS, main
from kg.export.graphml import export_graphml
from kg.export.trig import export_trig
from kg.export.turtle import export_turtle
from kg.graph.build import Graphs
from kg.model import World

COUNT = "SELECT (COUNT(*) AS ?n) { ?m a kg:Meeting }"


def _kg(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], prog_name="kg")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small graph on disk."""
    folder = tmp_path_factory.mktemp("graph")
    export_trig(Graphs(small_world()), folder / "graph.trig")
    export_graphml(Survey(small_world()), folder / "graph.graphml")
    return folder


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_ends_with_an_example(name: str) -> None:
    text = _kg(name, "--help").output
    assert f"kg {name}" in text[text.index("Example:") :]


def test_help_lists_every_command() -> None:
    result = _kg("--help")
    assert result.exit_code == 0
    assert all(f"  {name} " in result.output for name in COMMANDS)


@pytest.mark.parametrize(
    "call",
    [
        ["nonsense"],
        ["build", "--format", "docx"],
        ["build", "--nonsense"],
        ["query", "cq01", "--out-format", "docx"],
        ["query", "cq01", "--set", "person"],
        ["query", "cq01", "cq02"],
        ["query", "--person", "Anna Dahl", "meetings-of"],
        ["query", "meetings-of", "--person"],
        ["query", "cq01", "--timeout", "-1"],
        ["explain"],
    ],
    ids=" ".join,
)
def test_wrong_use(call: list[str]) -> None:
    result = _kg(*call)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["bild"], "No such command 'bild'. Did you mean 'build'?"),
        (["nonsense"], "No such command 'nonsense'.\n"),
        (["analyze", "--since", "2024"], "'2024' is not a day, as 2024-01-26"),
        (["analyze", "--until", "2024-02-30"], "'2024-02-30' is not a day, as 2024-01-26"),
        (
            ["serve", "--cors", "example.org"],
            "'example.org' is no origin; write it as https://example.org, or *",
        ),
        # browsers send an origin without a path
        (["serve", "--cors", "https://example.org/"], "is no origin"),
    ],
)
def test_wrong_use_is_told_with_what_is_right(call: list[str], said: str) -> None:
    result = _kg(*call)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize("call", [["query", COUNT], ["explain", "Anna Dahl"]], ids="-".join)
def test_a_disk_that_is_full_is_told_in_one_line(graph: Path, call: list[str]) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "kg", *call, "--graph", str(graph)]
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    said = "kg: error: the output cannot be written (No space left on device); make room for it\n"
    assert (run.returncode, run.stderr) == (1, said)


def test_rows_go_to_standard_output(graph: Path) -> None:
    result = _kg("query", COUNT, "--graph", graph, "--out-format", "csv")
    assert (result.exit_code, result.stderr) == (0, "")
    assert next(csv.DictReader(io.StringIO(result.stdout)))["n"].isdigit()


def test_question_from_file(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "count.rq").write_text(COUNT, encoding="utf-8")
    assert "(1 row)" in _kg("query", tmp_path / "count.rq", "--graph", graph, "--out-format", "table").output


def test_question_from_standard_input(graph: Path) -> None:
    result = CliRunner().invoke(
        main, ["query", "-", "--graph", str(graph), "--out-format", "table"], input=COUNT
    )
    assert "(1 row)" in result.output


def test_variables_are_set(graph: Path) -> None:
    ask = "SELECT ?m { ?m a ?kind }"
    meetings = _kg("query", ask, "--graph", graph, "--set", "kind=kg:Meeting").output
    nothing = _kg("query", ask, "--graph", graph, "--set", "?kind=kg:Nothing").output
    assert nothing.splitlines() == ["m"]
    assert len(meetings.splitlines()) > 1
    assert _kg("query", ask, "--graph", graph, "--kind", "kg:Meeting").output == meetings


@pytest.mark.parametrize("written", [["--person", "Dahl"], ["--person=Dahl"]], ids=" ".join)
def test_parameters_are_set_by_name(graph: Path, written: list[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(_kg("query", "meetings-of", *written, "--graph", graph).stdout)))
    assert {row["who"] for row in rows} == {"Anna Dahl"}


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["meetings-of", "--persn", "Dahl"], "meetings-of has no parameter --persn; it has --person"),
        (["cq01", "--out-fromat", "csv"], "no variable ?out-fromat to set; it has "),
    ],
)
def test_parameter_that_is_not_known(graph: Path, call: list[str], said: str) -> None:
    result = _kg("query", *call, "--graph", graph)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("call", "said"),
    [
        # a slip, a name that is spelled otherwise, and one that nothing is like
        (["meetings-of", "--person", "Ana Dahl"], "kg: nothing is called “Ana Dahl”; near it: Anna Dahl, "),
        (["visits", "--country", "Peruu"], "kg: nothing is called “Peruu”; near it: Peru"),
        (["timeline", "--one", "Peru", "--other", "Xyz"], "kg: nothing is called “Xyz”; no name is near it"),
        (["statements-of-article", "--article", "oslo_2024"], "called “oslo_2024”; near it: oslo_2023"),
        # a name that is known, in whatever case, by its code, or as an article
        (["visits", "--country", "ken"], None),
        (["meetings-of", "--person", "norway"], None),
        (["statements-of-article", "--article", "oslo_2023"], None),
        # what is not asked for by a name
        (["planned-only", "--until", "1900-01-01"], None),
        (["SELECT ?who { ?p rdfs:label ?who }", "--who", "Nobody"], None),
        # a term that there is not; not where there is an answer
        (["SELECT ?p { ?p a kg:Persn }"], "kg: kg:Persn is no term of the ontology; near it: kg:Person"),
        (["SELECT ?p { { ?p a kg:Persn } FILTER(false) }"], "kg: kg:Persn is no term"),
    ],
)
def test_a_name_that_nothing_has_is_told_beside_the_answer(
    graph: Path, call: list[str], said: str | None
) -> None:
    result = _kg("query", *call, "--graph", graph)
    assert result.exit_code == 0
    assert (said or "") in result.stderr
    assert result.stderr.count("\n") == (1 if said else 0)
    if said:
        assert result.stdout.count("\n") == 1  # the head alone


@pytest.mark.parametrize(
    ("ask", "codes"),
    [
        ("ASK { ?m a kg:Meeting }", (0, 0)),
        ("ASK { ?m a kg:Nothing }", (0, 1)),
        ("SELECT ?m { ?m a kg:Nothing }", (0, 1)),
        ("CONSTRUCT { ?m a kg:Meeting } WHERE { ?m a kg:Meeting }", (0, 0)),
        ("CONSTRUCT { ?m a kg:Meeting } WHERE { ?m a kg:Nothing }", (0, 1)),
        # what cannot be parsed
        ("SELECT ?m { ?m a kg:Meeting", (2, 2)),
        # a question that nobody has written
        ("who-is-tallest", (2, 2)),
    ],
)
def test_exit_code_of_a_question(graph: Path, ask: str, codes: tuple[int, int]) -> None:
    asked = ("query", ask, "--graph", graph)
    assert (_kg(*asked).exit_code, _kg(*asked, "--exit-code").exit_code) == codes


def test_question_that_never_ends_is_stopped(graph: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    call = [sys.executable, "-m", "kg", "query", endless, "--graph", str(graph), "--timeout", "0.5"]
    run = subprocess.run(call, capture_output=True, text=True, check=False, timeout=60)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == "kg: error: query: stopped after 0.5 s; ask for less, or allow more: --timeout\n"


def test_what_takes_too_much_memory_is_stopped() -> None:
    code = (
        "import time; from kg.commands.limits import stopped_at\nwith stopped_at(0, 1 << 20): time.sleep(60)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 1
    assert run.stderr == "kg: error: query: stopped, for it took more than 0.0 GiB of memory; ask for less\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--timeout", "nan"), "nan is no number of seconds"),
        (("--timeout", "inf"), "not in the range"),
        (("--timeout", "-1"), "not in the range"),
        (("--set", "x=1", "--set", "?x=2"), "x is set twice"),
        (("--x", "1", "--x=1"), "--x is set twice"),
    ],
)
def test_options_that_are_refused(graph: Path, options: tuple[str, ...], said: str) -> None:
    result = _kg("query", "ASK { ?x ?y ?z }", "--graph", graph, *options)
    assert result.exit_code == 2
    assert said in result.stderr


def test_question_that_cannot_be_read_is_one_line(graph: Path) -> None:
    result = _kg("query", "SELECT ?m {\n ?m a }", "--graph", graph)
    assert result.stderr.startswith("kg: error: query: line 2, column ")
    assert result.stderr.count("\n") == 1


def test_no_graph(tmp_path: Path) -> None:
    result = _kg("query", COUNT, "--graph", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"kg: error: {tmp_path}: ")
    assert "kg build" in result.stderr


def test_a_file_is_no_folder(graph: Path) -> None:
    result = _kg("query", COUNT, "--graph", graph / "graph.trig")
    assert result.exit_code == 1
    assert (
        result.stderr
        == f"kg: error: {graph / 'graph.trig'}: no folder; name the one that holds it: {graph}\n"
    )


@pytest.mark.parametrize(
    ("call", "told"),
    [
        # what each article says is asked for, and not there
        (["query", "who-met-whom"], True),
        (["query", "SELECT ?g { graph ?g { ?s ?p ?o } }"], True),
        (["explain", "Anna Dahl"], True),
        # the merged world is
        (["query", COUNT], False),
        (["query", "SELECT ?x { ?x a kg:Treaty ; rdfs:label 'GRAPH' } # GRAPH"], False),
    ],
)
def test_where_there_is_turtle_alone(tmp_path: Path, call: list[str], told: bool) -> None:
    export_turtle(Graphs(small_world()), tmp_path / "graph.ttl")
    result = _kg(*call, "--graph", tmp_path)
    said = (
        "kg: what each article says is not in this graph; build it with graph.trig: kg build --format trig\n"
    )
    assert (result.exit_code, result.stderr) == (0, said if told else "")


def test_ready_questions_are_listed() -> None:
    result = _kg("query")
    assert result.exit_code == 0
    assert {line.split()[0] for line in result.stdout.splitlines()} >= {f"cq{n:02}" for n in range(1, 26)}


def test_ready_question_is_told() -> None:
    told = _kg("query", "meetings-of", "--list").stdout
    assert "--person  any name that the texts use" in told
    assert told.endswith(Path("ontology/queries/meetings-of.rq").read_text(encoding="utf-8"))


def test_list_may_be_asked_for() -> None:
    assert _kg("query", "--list").stdout == _kg("query").stdout


def test_table_on_a_terminal_and_csv_elsewhere(graph: Path) -> None:
    call = ["query", COUNT, "--graph", str(graph)]
    assert _kg(*call).stdout.startswith("n\n")
    ours, theirs = os.openpty()
    subprocess.run([sys.executable, "-m", "kg", *call], stdout=theirs, check=True)
    os.close(theirs)
    assert b"(1 row)" in os.read(ours, 4096)
    os.close(ours)


def test_thing_is_explained_by_its_sentences(graph: Path) -> None:
    result = _kg("explain", "Anna Dahl", "--graph", graph)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Anna Dahl (kgid:person/anna-dahl)\n")
    assert "“Dahl met Peruvian President Luis Quispe in Lima on May 11, 2023.”" in result.stdout


def test_thing_that_nobody_names(graph: Path) -> None:
    result = _kg("explain", "Ana Dahl", "--graph", graph)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "near it: Anna Dahl" in result.stderr


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ([], 1),
        (["--about", "quispe"], 1),
        (["--about", "Wanjiru"], 0),
        (["--aspect", "date"], 1),
        (["--aspect", "place"], 0),
    ],
    ids=str,
)
def test_contradictions_are_listed(graph: Path, asked: list[str], count: int) -> None:
    result = _kg("conflicts", "--graph", graph, *asked)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1] == f"{count} contradiction" + "s" * (count != 1)


def test_a_contradiction_shows_both_sides_with_article_and_date(graph: Path) -> None:
    assert _kg("conflicts", "--graph", graph).stdout.splitlines()[:4] == [
        "date: lima-2023-05-12 has the talks on 11 May 2023, oslo_2023 on 10 May 2023.",
        "    lima-2023-05-12 (2023-05-12): “Dahl met Peruvian President Luis Quispe in Lima on May 11, 2023.”",
        "    oslo_2023 (2023-05-13): “Foreign minister A. Dahl held talks with President Quispe in Cusco on May 10.”",
        "    preferred: 2023-05-11 rather than 2023-05-10: the fuller account tells it so.",
    ]


def test_graph_that_carries_what_it_must(graph: Path) -> None:
    result = _kg("validate", "--graph", graph)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"kg: {graph}: no breaches\n"


def test_graph_that_does_not(graph: Path, tmp_path: Path) -> None:
    text = (graph / "graph.trig").read_text(encoding="utf-8")
    (tmp_path / "graph.trig").write_text(text.replace("kg:quote ", "kg:note "), encoding="utf-8")
    result = _kg("validate", "--graph", tmp_path)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) > 1
    assert f"kg: {tmp_path}: {len(result.stdout.splitlines())} breaches" in result.stderr


def test_as_module(graph: Path) -> None:
    call = [sys.executable, "-m", "kg", "query", COUNT, "--graph", str(graph), "--out-format", "tsv"]
    run = subprocess.run(call, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("?n\n")


def test_reader_that_stops_listening(graph: Path) -> None:
    everything = "SELECT ?s ?p ?o { ?s ?p ?o }"
    call = f"{sys.executable} -m kg query '{everything}' --graph {graph} --out-format csv | head -n 1"
    run = subprocess.run(["bash", "-c", call], capture_output=True, text=True, check=True)
    assert (run.stdout.strip(), run.stderr) == ("s,p,o", "")


def test_analysis_summary(graph: Path) -> None:
    result = _kg("analyze", "--graph", graph)
    assert result.exit_code == 0
    assert "Anna Dahl" in result.output
    assert "Norway  Peru" in result.output


def test_analysis_as_csv_has_all_rows(graph: Path) -> None:
    rows = list(
        csv.reader(io.StringIO(_kg("analyze", "pairs", "--csv", "--top", 1, "--graph", graph).output))
    )
    assert rows[0] == ["one", "other", "month", "cooperation", "conflict", "events"]
    assert ["Bolivia", "Peru", "undated", "0", "2", "Peru accuses Bolivia"] in rows


def test_analysis_as_json(graph: Path) -> None:
    told = json.loads(_kg("analyze", "--json", "--graph", graph).output)
    assert told["standings"][0]["events"]


def test_changes(graph: Path) -> None:
    call = ("analyze", "changes", "--since", "2023-05-11", "--until", "2023-05-12", "--graph", graph)
    assert "Anna Dahl - Grace Wanjiru" in _kg(*call).output
    assert json.loads(_kg(*call, "--json").output)["actors"] == ["person/grace-wanjiru"]


@pytest.mark.parametrize(
    "days", [[], ["--since", "2023-05-12"], ["--since", "2023-05-12", "--until", "2023-05-12"]]
)
def test_changes_want_two_days(graph: Path, days: list[str]) -> None:
    result = _kg("analyze", "changes", *days, "--graph", graph)
    assert result.exit_code == 2
    assert "--since DAY --until DAY" in result.output


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """A name that a spreadsheet would run."""
    world = small_world()
    entities = tuple(replace(entity, label=f"=HYPERLINK({entity.label})") for entity in world.entities)
    export_graphml(Survey(replace(world, entities=entities)), tmp_path / "graph.graphml")
    assert "\n=" not in _kg("analyze", "actors", "--csv", "--graph", tmp_path).output


def test_path_is_told_by_its_sentences(graph: Path) -> None:
    result = _kg("path", "Grace Wanjiru", "Quispe", "--graph", graph)
    assert result.exit_code == 0
    assert "1. Grace Wanjiru and Anna Dahl: 1 shared event\n" in result.output
    assert "“Dahl telephoned Kenyan President Grace Wanjiru on May 12.”" in result.output


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("Rosa Mamani", "no chain"),
        ("Lima", "is no actor"),
        ("Nobody", "nothing is called"),
        ("Wanjiru", "are one actor; name two"),
    ],
)
def test_no_path(graph: Path, other: str, said: str) -> None:
    result = _kg("path", "Grace Wanjiru", other, "--graph", graph)
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("days", [[], ["--since", "2030-01-01"]], ids=["empty", "later"])
def test_nothing_to_analyze(graph: Path, tmp_path: Path, days: list[str]) -> None:
    export_graphml(Survey(World()), tmp_path / "graph.graphml")
    result = _kg("analyze", *days, "--graph", graph if days else tmp_path)
    assert result.exit_code == 0
    assert "no event is told as a fact here" in result.stderr
