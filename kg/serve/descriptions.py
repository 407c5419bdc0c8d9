"""What is told of the data itself: what is in it and where, what its terms mean, what can be asked."""

from __future__ import annotations

from pathlib import Path

from falcon import HTTP_SEE_OTHER
from falcon.asgi import Request, Response

from kg.graph.service import DESCRIPTION
from kg.serve.answers import answer_description, answer_ontology, answer_questions
from kg.serve.formats import HTML, TRIPLES, best_of, with_charset
from kg.serve.replies import no_triples, send
from kg.serve.workers import Workers


class Description:
    """What the dataset holds, and where it can be had."""

    def __init__(self, directory: Path, workers: Workers) -> None:
        self._written, self._workers = directory / DESCRIPTION, workers

    async def on_get(self, request: Request, response: Response) -> None:
        """The description, in VoID and DCAT."""
        address = f"{request.prefix}/{DESCRIPTION}"
        wanted = best_of(TRIPLES, request.accept) or no_triples(request)
        answer = await self._workers.ask(answer_description, self._written, address, wanted)
        send(response, answer)

    on_head = on_get


class Ontology:
    """What the terms mean: at the path of their IRIs, to be read by people or programs."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    async def on_get(self, request: Request, response: Response) -> None:
        """The way to the page, or the triples."""
        wanted = best_of([*TRIPLES, HTML], request.accept) or no_triples(request)
        if wanted != HTML:
            send(response, await self._workers.ask(answer_ontology, wanted))
            return
        response.status = HTTP_SEE_OTHER
        response.content_type = with_charset(HTML)
        response.vary = ("Accept",)
        response.location = f"{request.prefix}{request.path}/index.html"

    on_head = on_get


class Questions:
    """The ready questions in SHACL's terms, each with the endpoint to put it to."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    async def on_get(self, request: Request, response: Response) -> None:
        """The questions."""
        wanted = best_of(TRIPLES, request.accept) or no_triples(request)
        answer = await self._workers.ask(answer_questions, f"{request.prefix}/sparql", wanted)
        send(response, answer)

    on_head = on_get
