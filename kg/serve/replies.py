"""How what was worked out is sent: its form, its headers, piece by piece; and what is said where no form suits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import NoReturn

from falcon.asgi import Request, Response

from kg.serve.answers import Answer
from kg.serve.formats import HTML, QUADS, TRIPLES, with_charset
from kg.serve.manners import POLICY
from kg.serve.pages import PAGE
from kg.serve.refusals import NoSuchForm

CUT = "Kg-Cut-At-Rows"
"""The header that tells that there is more than the rows that were sent."""
CHUNK = 1 << 16
WHICH = "ask with ?default for the merged world, or ?graph=IRI for an article's"


def send(response: Response, answer: Answer, most_rows: int = 0) -> None:
    """An answer, with the number of rows that it was cut at."""
    response.content_type = with_charset(answer.media_type)
    response.vary = ("Accept",)
    if answer.media_type == HTML:
        response.set_header(POLICY, PAGE)
    if answer.is_cut:
        response.set_header(CUT, str(most_rows))
    body = answer.text.encode("utf-8")
    response.set_header("Content-Length", str(len(body)))
    response.context.held = len(body)
    response.stream = _in_pieces(body)


async def _in_pieces(body: bytes) -> AsyncIterator[bytes]:
    """A body piece by piece, so that no more is under way than a client takes."""
    for start in range(0, len(body), CHUNK):
        yield body[start : start + CHUNK]


def send_page(response: Response, page: str, policy: str) -> None:
    """A page, with what it may load."""
    response.content_type = with_charset(HTML)
    response.vary = ("Accept",)
    response.set_header(POLICY, policy)
    response.text = page


def no_triples(request: Request) -> NoReturn:
    """Refuse to send triples, or a page, in the forms that are asked for."""
    raise NoSuchForm(f"nothing here is {request.accept}; ask for one of: {', '.join([HTML, *TRIPLES])}")


def no_quads(request: Request) -> NoReturn:
    """Refuse to send the whole dataset in the forms that are asked for."""
    offered = ", ".join(QUADS)
    raise NoSuchForm(f"the whole dataset is not sent as {request.accept}, but as: {offered}; or {WHICH}")
