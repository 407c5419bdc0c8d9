"""What a server sent back, and its words as they may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.graph.results import cut, visible

LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Reply:
    """The address asked, the status, the media type, the body, the headers by their lower-case names."""

    address: str
    status: int
    kind: str
    body: bytes
    headers: Mapping[str, str]


def shown_words(text: str) -> str:
    """What a server says, in one short line that does nothing to a terminal."""
    return cut(" ".join(visible(text).split()), LONGEST_WORDS)
