"""A server of its own process for the tests, asked over real sockets."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from kg.analytics.analysis import Survey
from kg.export.description import export_description
from kg.export.page import export_page
from kg.export.trig import export_trig
from kg.graph.build import Graphs
from kg.model import World

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def kind(self) -> str:
        """The media type, without its charset."""
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True)
class Served:
    """A running server: its address, what it serves, its log, its process."""

    address: str
    folder: Path
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def place(self) -> tuple[str, int]:
        """Host and port."""
        parts = urlsplit(self.address)
        return str(parts.hostname), int(parts.port or 0)

    def ask(
        self,
        path: str,
        accept: str | None = None,
        method: str = "GET",
        body: bytes | None = None,
        **headers: str,
    ) -> Reply:
        """One request, its headers written as keywords."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection(*self.place, timeout=120)
        try:
            connection.request(method, path, body, sent | ({"Accept": accept} if accept else {}))
            answer = connection.getresponse()
            received = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, received, answer.read().decode("utf-8"))
        finally:
            connection.close()

    def query(self, text: str, accept: str | None = None, **parameters: str) -> Reply:
        """A question in the address."""
        return self.ask(f"/sparql?{urlencode({'query': text} | parameters, quote_via=quote)}", accept)

    def form(self, accept: str | None = None, **parameters: str) -> Reply:
        """A question in a form."""
        body = urlencode(parameters).encode()
        return self.ask(
            "/sparql", accept, "POST", body, Content_Type="application/x-www-form-urlencoded; charset=UTF-8"
        )

    def post(
        self, body: bytes, kind: str = "application/sparql-query", path: str = "/sparql", **headers: str
    ) -> Reply:
        """A question as the body itself."""
        return self.ask(path, None, "POST", body, Content_Type=kind, **headers)


def write_exports(world: World, folder: Path) -> None:
    """What `kg build` would make of a world, as far as a server wants it."""
    graphs = Graphs(world)
    export_trig(graphs, folder / "graph.trig")
    export_page(Survey(world), folder / "graph.html")
    export_description(graphs, folder / "void.ttl", [folder / "graph.trig", folder / "graph.html"])


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Served]:
    """`kg serve` on a free port, until the test is done; its log lies beside the folder."""
    log = folder.with_suffix(".log")
    call = [sys.executable, "-m", "kg", "serve", "--graph", str(folder), "--port", "0", *options]
    with log.open("w") as written, subprocess.Popen(call, stderr=written, cwd=ROOT) as process:
        try:
            yield Served(_address(log, process), folder, log, process)
        finally:
            process.terminate()


def _address(log: Path, process: subprocess.Popen[bytes]) -> str:
    """Where it listens, once it says so."""
    for _ in range(2400):
        if address := re.search(r"http://\S+/", log.read_text()):
            return address[0]
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise AssertionError(log.read_text())
