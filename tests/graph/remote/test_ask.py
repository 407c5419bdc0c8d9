"""kg query --endpoint: questions to servers over real sockets, good ones and bad ones."""

from __future__ import annotations

import json
import time
from urllib.parse import parse_qs

import pytest
from command import kg
from pyoxigraph import Literal
from servers import free_port, oxigraph, says, telling
from serving import serving

from kg.graph.remote.ask import Endpoint, ask
from kg.graph.remote.exchange import Client
from kg.graph.remote.mishaps import RemoteError

COUNTRIES = "SELECT ?name { ?c a kg:Country ; rdfs:label ?name } ORDER BY DESC(?name)"
ONE = "CONSTRUCT { ?c rdfs:label ?name } WHERE { ?c kg:iso3 'PER' ; rdfs:label ?name }"
ROWS = "application/sparql-results+json"
NOTHING = json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": []}})


@pytest.fixture(scope="module")
def there(small_folder, tmp_path_factory):
    with oxigraph(tmp_path_factory.mktemp("small")) as address:
        kg("push", f"{address}/store", "--graph", small_folder)
        yield f"{address}/query"


def test_rows_keep_their_order(there):
    result = kg("query", COUNTRIES, "--endpoint", there)
    assert result.stdout.splitlines() == ["name", "Peru", "Norway", "Kenya", "Bolivia"]
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("style", ["table", "csv", "tsv", "json", "xml"])
@pytest.mark.parametrize("question", [COUNTRIES, "ASK { ?c a kg:Country }"])
def test_every_form_of_rows_is_as_it_is_here(there, small_folder, question, style):
    here = kg("query", question, "--graph", small_folder, "--out-format", style)
    assert kg("query", question, "--endpoint", there, "--out-format", style).stdout == here.stdout


@pytest.mark.parametrize("style", ["ttl", "nt", "jsonld"])
@pytest.mark.parametrize("question", [ONE, "DESCRIBE kgid:country/PER"])
def test_every_form_of_triples_is_as_it_is_here(there, small_folder, question, style):
    question = question.replace("kgid:country/PER", "<https://w3id.org/kg-diplomacy/id/country/PER>")
    here = kg("query", question, "--graph", small_folder, "--out-format", style)
    assert kg("query", question, "--endpoint", there, "--out-format", style).stdout == here.stdout
    assert here.exit_code == 0


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ('DEFINE sql:select-option "order"\n', "SELECT * { ?x a kg:Country }"),
        ("define input:inference <a:b>  define sql:log-enable 3 ", "ASK {}"),
        ("", "SELECT * { ?x rdfs:label 'DEFINE a b ' }"),
        ("", "# DEFINE a b\nSELECT * {}"),
    ],
)
def test_virtuosos_settings_stay_at_the_beginning(settings, text):
    with telling(says(200, NOTHING, ROWS)) as server:
        ask(Endpoint(server.address, Client()), settings + text)
    [sent] = parse_qs(server.asked[0][2].decode())["query"]
    assert sent.startswith(f"{settings}PREFIX")
    assert sent.endswith(text)


def test_a_parameter_is_bound_and_not_pasted(there):
    for value in ["Peru", 'Pe"ru } SERVICE', "Pe\\ru\n"]:
        result = kg(
            "query", "ASK { VALUES ?given { 'Peru' } }", "--set", f"given={value}", "--endpoint", there
        )
        assert result.stdout.strip() == str(value == "Peru").lower()


@pytest.mark.parametrize(
    ("question", "code"), [("ASK { ?x a kg:Nothing }", 1), ("ASK {}", 0), (COUNTRIES, 0), (ONE, 0)]
)
def test_exit_code_on_request(there, question, code):
    assert kg("query", question, "--endpoint", there, "--exit-code").exit_code == code


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        (["SELECT ?x {\n ?x a }", "--endpoint", "{there}"], 2, "line 2, column 8: cannot be parsed at the end"),
        (["ASK {}", "--endpoint", "{there}/nowhere"], 1, "404, it says “"),
        (["ASK {}", "--endpoint", "http://nowhere.invalid/x"], 1, "no such host; check the address"),
        (["ASK {}", "--endpoint", "http://127.0.0.1:{free}/x"], 1, "nothing listens there; is the server running?"),
        (["ASK {}", "--endpoint", "file:///etc/passwd"], 1, "no address of a server; write it as http"),
        (["ASK {}", "--endpoint", "http://[::1"], 1, "no address of a server; write it as http"),
        (["ASK {}", "--endpoint", "http://\u202e.example/"], 1, "no address of a server; write it as http"),
        (["ASK {}", "--endpoint", "http://me:secret@127.0.0.1/"], 1, "an address with a user in it; give --user"),
        (["CLEAR ALL", "--endpoint", "{there}"], 2, "CLEAR is refused, for kg query only asks"),
        (["ASK {}", "--endpoint", "{there}", "--user", "me"], 2, "no password for me; set KG_PASSWORD"),
        (["ASK {}", "--endpoint", "{there}", "--default-graph", "<no iri>"], 2, "is no IRI"),
        (["ASK {}", "--endpoint", "{there}", "--graph", "exports"], 2, "ask here (--graph) or at a server"),
        (["ASK {}", "--default-graph", "kgid:world"], 2, "are for a server; name it: --endpoint URL"),
    ],
)  # fmt: skip
def test_mistakes_are_told_in_one_line(there, call, code, said):
    result = kg(
        "query", *(word.replace("{there}", there).replace("{free}", str(free_port())) for word in call)
    )
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert "secret" not in result.stderr
    assert len([line for line in result.stderr.splitlines() if "rror: " in line]) == 1


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        (says(200, "<html>hello</html>", "text/html"), 1, "it answers text/html, no SPARQL results; give the address"),
        (says(200, "hello", ""), 1, "it answers something without a name, no SPARQL results"),
        (says(200, "{", ROWS), 1, "the answer cannot be read"),
        (says(200, NOTHING[:-9], ROWS), 1, "the answer cannot be read"),
        (says(302, Location="file:///etc/passwd"), 1, "it sends on to file:///etc/passwd, which is not followed"),
        (says(307, Location="http://127.0.0.1:1/"), 1, "it sends on to http://127.0.0.1:1/, which is not followed"),
        (says(400, "\x1b[31mred\nand \u202eback" + "x" * 9999), 2, "400, it says “\\u001b[31mred and \\u202ebackxxx"),
        (says(404, "<html><script>bad()</script><h1>No &c</h1>", "text/html"), 1, "404, it says “No &c”"),
        (says(401, WWW_Authenticate="Basic realm=x"), 1, "401; check --user, KG_PASSWORD"),
        (says(503, "busy", Retry_After="7"), 1, "503, it says “busy”; try again later"),
        (says(200, NOTHING, ROWS, Content_Length="9999"), 1, "the connection broke"),
        (lambda request: request.connection.close(), 1, "the connection broke"),
    ],
)  # fmt: skip
def test_servers_that_answer_something_else(answer, code, said):
    with telling(answer) as server:
        result = kg("query", "SELECT ?x {}", "--endpoint", server.address)
        assert (result.exit_code, result.stdout) == (code, "")
        assert said in result.stderr
        assert len(result.stderr) < 500
        assert result.stderr.count("\n") == 1


def _drip(piece):
    def answer(request):
        request.send_response(200)
        request.send_header("Content-Type", ROWS)
        request.end_headers()
        while True:
            request.wfile.write(piece)
            time.sleep(0.01 if len(piece) < 9 else 0)

    return answer


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (_drip(b" "), "no whole answer after 0.3 s"),  # never ends, byte by byte
        (lambda _: time.sleep(3), "no whole answer after 0.3 s"),  # never begins
        (_drip(b" " * 65536), "its answer has more than 1 MiB|no whole answer after"),  # never ends, in bulk
    ],
)
def test_answers_without_an_end(answer, said):
    with telling(answer) as server:
        begun = time.monotonic()
        with pytest.raises(RemoteError, match=said):
            ask(Endpoint(server.address, Client(seconds=0.3, most_bytes=1 << 20)), "ASK {}")
        assert time.monotonic() - begun < 20


def test_our_own_server_can_be_asked(small_folder):
    with serving(small_folder) as served:
        result = kg("query", COUNTRIES, "--endpoint", f"{served.address}sparql")
        assert result.stdout.splitlines() == ["name", "Peru", "Norway", "Kenya", "Bolivia"]
        refused = kg(
            "query", "ASK { SERVICE <http://127.0.0.1:1/> {} }", "--endpoint", f"{served.address}sparql"
        )
        assert (refused.exit_code, refused.stderr.count("SERVICE is refused")) == (2, 1)


def test_what_is_sent():
    with telling(says(200, NOTHING, ROWS)) as server:
        endpoint = Endpoint(server.address, Client(), "http://example.org/world")
        ask(endpoint, "SELECT ?x { ?x a kg:Country }", {"x": Literal('"}')})
    ((method, path, body),) = server.asked
    sent = parse_qs(body.decode(), strict_parsing=True)
    assert (method, path, sent["default-graph-uri"]) == ("POST", "/sparql", ["http://example.org/world"])
    assert sent["query"][0].endswith(' SELECT ?x { VALUES ?x { "\\"}" } ?x a kg:Country }')
    assert "PREFIX kg: <https://w3id.org/kg-diplomacy/ontology#> " in sent["query"][0]


@pytest.mark.parametrize(
    "challenge", ['Basic realm="x"', 'Digest realm="x", nonce="n", qop="auth", algorithm=SHA-256']
)
def test_the_user_is_told_as_the_server_wants(challenge):
    answers = [says(401, WWW_Authenticate=challenge)] * (1 + challenge.startswith("Digest"))
    with telling(*answers, says(200, NOTHING, ROWS)) as server:
        result = kg("query", "SELECT ?x {}", "--endpoint", server.address, "--user", "mé", KG_PASSWORD="päss")
        assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("header", ["Kg_Cut_At_Rows", "X_SPARQL_MaxRows"])
def test_rows_that_were_kept_back_are_told(header):
    with telling(says(200, NOTHING, ROWS, **{header: "10000"})) as server:
        result = kg("query", "SELECT ?x {}", "--endpoint", server.address)
    assert (result.exit_code, result.stdout.splitlines()) == (0, ["x"])
    assert "sends 10000 rows at most; there may be more" in result.stderr
