"""Servers that the tests start themselves: Oxigraph, Virtuoso, and small ones that answer as they are told to."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from wanted import wanted

OXIGRAPH = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


def free_port() -> int:
    """A port of this machine on which nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def running(call: list[str], port: int, place: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A server in a process of its own, once its port is open, and until the test is done."""
    with (
        (place / "log").open("w") as log,
        subprocess.Popen(call, stdout=log, stderr=log, cwd=place) as process,
    ):
        try:
            _wait_for(port, process, place / "log")
            yield process
        finally:
            process.kill()


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(1200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        assert process.poll() is None, log.read_text()
        time.sleep(0.05)
    raise AssertionError(log.read_text())


@contextmanager
def oxigraph(place: Path, port: int | None = None) -> Iterator[str]:
    """Oxigraph with its data in a folder; its address."""
    wanted(OXIGRAPH, "no oxigraph here: pip install oxigraph")
    port = port or free_port()
    place.mkdir(exist_ok=True)
    call = [str(OXIGRAPH), "serve", "--location", str(place / "data"), "--bind", f"127.0.0.1:{port}"]
    with running(call, port, place):
        yield f"http://127.0.0.1:{port}"


VIRTUOSO = shutil.which("virtuoso-t")
ENDS_WITH_US = ("setpriv", "--pdeathsig", "KILL") if shutil.which("setpriv") else ()
"""So that tests which are killed leave no database server behind."""
SETTINGS = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CheckpointInterval = 0
CaseMode = 2
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
ThreadsPerQuery = 1
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 4
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 10000
"""


@contextmanager
def virtuoso(place: Path) -> Iterator[str]:
    """Virtuoso with a new database in a folder, reached from this machine alone; its user is dba, password dba."""
    wanted(VIRTUOSO, "no virtuoso-t here: apt-get install virtuoso-opensource-7-bin")
    sql, http = free_port(), free_port()
    (place / "virtuoso.ini").write_text(SETTINGS.format(sql=sql, http=http))
    call = [*ENDS_WITH_US, str(VIRTUOSO), "+configfile", "virtuoso.ini", "+foreground", "+wait"]
    with running(call, http, place):
        yield f"http://127.0.0.1:{http}"


Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Told:
    """A server that gives its answers in turn, the last one again and again, and keeps what it was asked."""

    address: str
    answers: list[Answer]
    asked: list[tuple[str, str, bytes]] = field(default_factory=list)

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Keep the request, and give the next answer."""
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        self.asked.append((request.command, request.path, body))
        (self.answers.pop(0) if len(self.answers) > 1 else self.answers[0])(request)


def says(status: int, body: str | bytes = b"", kind: str = "text/plain", **headers: str) -> Answer:
    """An answer, its headers written as keywords."""
    sent = body.encode() if isinstance(body, str) else body

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(sent)), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(sent)

    return answer


@contextmanager
def telling(*answers: Answer) -> Iterator[Told]:
    """A real server on a socket that answers as it is told to."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Nothing is written."""

        def handle(self) -> None:
            with suppress(OSError):
                super().handle()

        def do_GET(self) -> None:
            told.answer(self)

        do_HEAD = do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815  so http.server wants it

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told = Told(f"http://127.0.0.1:{server.server_port}/sparql", list(answers))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
