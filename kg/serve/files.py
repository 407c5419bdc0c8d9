"""Files to be taken as they are: what kg build wrote, and the ontology."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from os import fstat
from pathlib import Path
from typing import BinaryIO

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
            file = self._path.open("rb")
        except OSError:
            raise NothingThere(f"no {self._path.name} is here; kg build writes it") from None
        size = fstat(file.fileno()).st_size
        response.content_type = with_charset(self._media_type)
        if self._media_type == HTML:
            response.set_header(POLICY, ONTOLOGY_PAGE)
        response.set_header("Content-Length", str(size))
        response.stream = _pieces_of(file)

    on_head = on_get


async def _pieces_of(file: BinaryIO) -> AsyncIterator[bytes]:
    """An open file piece by piece, so that no more is under way than a client takes; a new build is another file."""
    with file:
        while piece := file.read(CHUNK):
            yield piece
