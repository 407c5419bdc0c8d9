"""Files to be taken as they are: what kg build wrote, and the ontology."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from falcon.asgi import Request, Response

from kg.export.description import FORMS
from kg.serve.formats import HTML, with_charset
from kg.serve.manners import POLICY
from kg.serve.pages import ONTOLOGY_PAGE
from kg.serve.refusals import NothingThere
from kg.serve.replies import CHUNK

ADDRESSES: Mapping[str, str] = {
    f"/{name}": form.packing or form.media_type for name, form in FORMS.items() if name != "graph.html"
}
"""Address → media type of the files of kg build, beside the page, which is at the top."""
ONTOLOGY_FILES: Mapping[str, str] = {
    "index.html": HTML,
    "kg.ttl": "text/turtle",
    "shapes.ttl": "text/turtle",
    "queries.ttl": "text/turtle",
}


class File:
    """A file."""

    def __init__(self, path: Path, media_type: str) -> None:
        self._path, self._media_type = path, media_type

    async def on_get(self, _request: Request, response: Response) -> None:
        """The file."""
        try:
            size = self._path.stat().st_size
        except OSError:
            raise NothingThere(f"no {self._path.name} is here; kg build writes it") from None
        response.content_type = with_charset(self._media_type)
        if self._media_type == HTML:
            response.set_header(POLICY, ONTOLOGY_PAGE)
        response.set_header("Content-Length", str(size))
        response.stream = _pieces_of(self._path, size)

    on_head = on_get


async def _pieces_of(path: Path, size: int) -> AsyncIterator[bytes]:
    """A file piece by piece, so that no more is under way than a client takes."""
    with path.open("rb") as file:
        for start in range(0, size, CHUNK):
            yield file.read(min(CHUNK, size - start))
