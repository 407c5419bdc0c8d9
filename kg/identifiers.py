"""Identifiers made of what a thing is, never of the order in which it was met."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ı": "i",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
    }
)
LONGEST = 60


def slug(text: str) -> str:
    """A name as the end of an IRI: lower-case ASCII words joined by hyphens; a digest where nothing of it is ASCII."""
    plain = unicodedata.normalize("NFKD", text.translate(LETTERS))
    ascii_words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower().replace("'", ""))
    joined = "-".join(ascii_words)
    if not joined:
        return digest(text)
    return joined if len(joined) <= LONGEST else f"{joined[:LONGEST].rstrip('-')}-{digest(text)}"


def digest(*parts: str) -> str:
    """Eight hexadecimal digits that depend on the parts alone."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]
