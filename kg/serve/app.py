"""The addresses of the server, and what each does."""

from __future__ import annotations

from pathlib import Path

from falcon import CORSMiddleware, HTTPError, HTTPMethodNotAllowed, HTTPNotFound
from falcon.asgi import App, Request, Response

from kg.errors import KgError
from kg.graph.iris import iri_of_path
from kg.graph.ontology import ontology_directory
from kg.graph.service import DESCRIPTION
from kg.serve.answers import answer_dataset, answer_graph, answer_question, answer_service, answer_thing
from kg.serve.descriptions import Description, Ontology, Questions
from kg.serve.files import ADDRESSES, ONTOLOGY_FILES, File
from kg.serve.formats import HTML, QUADS, TRIPLES, best_of, wanted_of, with_charset
from kg.serve.manners import POLICY, Hosts, Manners
from kg.serve.outbox import Outbox
from kg.serve.pages import EDITOR, GRAPH_PAGE, PAGE, STATIC, editor_page, home_page
from kg.serve.refusals import Exhausted, Refusal, status_of
from kg.serve.replies import CUT, WHICH, no_quads, no_triples, send, send_page
from kg.serve.requests import Parameters, question_of, read_parameters, read_question
from kg.serve.workers import Workers

WAIT = "5"
"""Seconds after which to ask again where a server is busy."""
WHOLE_PAGE = "graph.html"


def make_app(
    directory: Path, workers: Workers, most_rows: int, hosts: frozenset[str] | None, origin: str | None
) -> App[Request, Response]:
    """All addresses; `hosts` are the names that the server answers to, `origin` is whose pages may ask it too."""
    app: App[Request, Response] = App()
    app.add_middleware([Manners(), Outbox(), Hosts(hosts)])
    if origin:
        app.add_middleware(CORSMiddleware(allow_origins=origin, expose_headers=[CUT]))
    for address in ("/", f"/{WHOLE_PAGE}"):
        app.add_route(address, Home(directory))
    app.add_route("/sparql", Endpoint(workers, most_rows))
    app.add_route("/data", GraphStore(workers))
    app.add_route("/id/{path:path}", Things(workers, most_rows))
    _add_descriptions(app, directory, workers)
    app.add_static_route("/static", STATIC)
    app.add_error_handler(KgError, _tell)
    app.set_error_serializer(_serialize)
    return app


def _add_descriptions(app: App[Request, Response], directory: Path, workers: Workers) -> None:
    for address in (f"/{DESCRIPTION}", "/.well-known/void"):
        app.add_route(address, Description(directory, workers))
    for address, media_type in ADDRESSES.items():
        app.add_route(address, File(directory / address[1:], media_type))
    app.add_route("/ontology", Ontology(workers))
    for address in ("/ontology/queries", "/.well-known/sparql-examples"):
        app.add_route(address, Questions(workers))
    for name, media_type in ONTOLOGY_FILES.items():
        app.add_route(f"/ontology/{name}", File(ontology_directory() / name, media_type))


class Home:
    """The page of the graph, as kg build wrote it; without one, what else there is."""

    def __init__(self, directory: Path) -> None:
        self._page = directory / WHOLE_PAGE

    async def on_get(self, _request: Request, response: Response) -> None:
        """The page."""
        written = self._page.is_file()
        response.set_header(POLICY, GRAPH_PAGE if written else PAGE)
        response.content_type = with_charset(HTML)
        response.text = self._page.read_text(encoding="utf-8") if written else home_page()

    on_head = on_get


class Endpoint:
    """SPARQL 1.1 Protocol: questions, a description of the service, and an editor for browsers."""

    def __init__(self, workers: Workers, most_rows: int) -> None:
        self._workers, self._most_rows = workers, most_rows

    async def on_get(self, request: Request, response: Response) -> None:
        """The answer to `query`; without one, the editor or the description."""
        parameters = read_parameters(request.query_string)
        if parameters:
            await self._answer(request, response, parameters)
            return
        media_type = best_of([*TRIPLES, HTML], request.accept)
        if media_type == HTML:
            send_page(response, editor_page(), EDITOR)
        else:
            endpoint = f"{request.prefix}{request.path}"
            wanted = media_type or no_triples(request)
            send(response, await self._workers.ask(answer_service, endpoint, wanted), self._most_rows)

    on_head = on_get

    async def on_post(self, request: Request, response: Response) -> None:
        """The answer to a form, or to a query that is the body."""
        wanted = wanted_of(request.accept)
        question = await read_question(request)
        send(response, await self._workers.ask(answer_question, question, wanted), self._most_rows)

    async def _answer(self, request: Request, response: Response, parameters: Parameters) -> None:
        question, wanted = question_of(parameters), wanted_of(request.accept)
        send(response, await self._workers.ask(answer_question, question, wanted), self._most_rows)


class GraphStore:
    """Graph Store Protocol, to be read: a graph of the dataset as a whole, or all of them."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    async def on_get(self, request: Request, response: Response) -> None:
        """The graph of `graph`, or with `default` the merged world; without either the whole dataset."""
        parameters = read_parameters(request.query_string)
        iri = parameters.get("graph")
        if "graph" not in parameters and "default" not in parameters:
            wanted = best_of(QUADS, request.accept) or no_quads(request)
            send(response, await self._workers.ask(answer_dataset, wanted))
            return
        if ("default" in parameters) == ("graph" in parameters) or isinstance(iri, list):
            raise Refusal(f"which graph? {WHICH}")
        wanted = best_of(TRIPLES, request.accept) or no_triples(request)
        send(response, await self._workers.ask(answer_graph, iri, wanted))

    on_head = on_get


class Things:
    """A page for each thing at the path of its IRI, and the same as triples."""

    def __init__(self, workers: Workers, most_rows: int) -> None:
        self._workers, self._most_rows = workers, most_rows

    async def on_get(self, request: Request, response: Response, path: str) -> None:
        """All that the graph says of a thing."""
        # The path as it was sent, where a slash within a part is still told from one between parts.
        sent = request.scope.get("raw_path") or path.encode()
        iri = str(iri_of_path(sent.decode("ascii", "replace").partition("/id/")[2]))
        style = request.get_param("format")
        named = next((media_type for media_type, known in TRIPLES.items() if known == style), None)
        wanted = named or best_of([*TRIPLES, HTML], request.accept) or no_triples(request)
        send(response, await self._workers.ask(answer_thing, iri, wanted), self._most_rows)

    on_head = on_get


async def _tell(_request: Request, response: Response, error: KgError, _parameters: object) -> None:
    """One line in plain text for whoever asked."""
    response.status = status_of(error)
    response.content_type = with_charset("text/plain")
    if isinstance(error, Exhausted):
        response.set_header("Retry-After", WAIT)
    response.text = f"{error}\n"


def _serialize(request: Request, response: Response, error: HTTPError) -> None:
    """What the framework refuses by itself, in one line too."""
    told = error.description or error.title
    if isinstance(error, HTTPNotFound):
        told = "nothing is here"
    elif isinstance(error, HTTPMethodNotAllowed):
        told = f"{request.method} is not done here, where all is only read; ask with GET"
    response.content_type = with_charset("text/plain")
    response.text = f"{told}\n"
