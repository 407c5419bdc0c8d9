"""A request of the SPARQL 1.1 Protocol → the question that it asks."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from falcon import uri
from falcon.asgi import Request

from kg.graph.query import Sources
from kg.serve.answers import Question
from kg.serve.refusals import Refusal, TooLong, UnknownContent

MOST_BODY = 1 << 20
"""Bytes of a query."""
MOST_READ = 1 << 25
"""Bytes that are read and thrown away, so that whoever sends too many comes to read the answer."""
PATIENCE = 20
"""Seconds in which a body has to arrive."""

FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
READ_ONLY = "an update is refused, for this graph is only read; kg build makes it anew"

Parameters = Mapping[str, str | list[str]]


def read_parameters(written: str) -> Parameters:
    """The parameters of an address or a form; those without a value too."""
    return uri.parse_query_string(written, keep_blank=True)


def question_of(parameters: Parameters, query: str | None = None) -> Question:
    """The question that parameters ask, or of a query that came as a body.

    Raises:
        Refusal: if there is none or more than one, or an update.
    """
    if "update" in parameters:
        raise Refusal(READ_ONLY)
    queries = [*_all(parameters, "query"), *([] if query is None else [query])]
    if len(queries) != 1:
        raise Refusal(f"{'no' if not queries else 'more than one'} query; send exactly one as “query”")
    merged, named = _all(parameters, "default-graph-uri"), _all(parameters, "named-graph-uri")
    return Question(queries[0], Sources(tuple(merged), tuple(named)))


async def read_question(request: Request) -> Question:
    """The question of a POST: a form, or the query itself as the body.

    Raises:
        Refusal: if it asks none, is too long, or is of another kind.
    """
    kind = (request.content_type or "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise UnknownContent(READ_ONLY)
    if kind not in {FORM, QUERY}:
        raise UnknownContent(f"a body of {kind or 'no kind'} is not read; send {QUERY} or {FORM}")
    text = await _read_text(request)
    if kind == FORM:
        return question_of(read_parameters(text))
    return question_of(read_parameters(request.query_string), text)


async def _read_text(request: Request) -> str:
    try:
        async with asyncio.timeout(PATIENCE):
            body = await _read_body(request)
    except TimeoutError:
        raise Refusal(f"the body did not arrive within {PATIENCE} s") from None
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(f"the body is no UTF-8 ({error.reason} at byte {error.start})") from error


async def _read_body(request: Request) -> bytes:
    body, read = bytearray(), 0
    async for chunk in request.stream:
        read += len(chunk)
        if read <= MOST_BODY:
            body += chunk
        elif read > MOST_READ:
            break
    if read > MOST_BODY:
        raise TooLong(f"a query may have {MOST_BODY >> 20} MiB; this one has more")
    return bytes(body)


def _all(parameters: Parameters, name: str) -> list[str]:
    found = parameters.get(name, [])
    return [found] if isinstance(found, str) else found
