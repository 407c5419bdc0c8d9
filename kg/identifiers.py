"""Identifiers made of what a thing is, never of the order in which it was met."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LETTERS = str.maketrans(
    dict(zip("øØłŁđĐıəƏ", "oOlLdDiaA", strict=True)) | {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
)
"""Letters that don't come apart into a plain one and its mark."""

APOSTROPHES = re.compile("['’‘ʼ`]")
LONGEST = 60


def slug(text: str) -> str:
    """A name as the end of an IRI: lower-case ASCII words joined by hyphens.

    A digest of the name stands where nothing of it is ASCII, and behind what is too long.
    """
    joined = "-".join(plain_words(text))
    if not joined:
        return digest(text)
    return joined if len(joined) <= LONGEST else f"{joined[:LONGEST].rstrip('-')}-{digest(text)}"


def plain_words(text: str) -> list[str]:
    """The words of a name in lower-case ASCII, whatever its accents and apostrophes."""
    letters = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text.translate(LETTERS)))
    return re.findall(r"[a-z0-9]+", letters.encode("ascii", "ignore").decode().lower())


def digest(*parts: str) -> str:
    """Eight hexadecimal digits that depend on the parts alone."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]
