"""Templates of Turtle: plain text, in which every name must be given."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def turtle_templates(folder: Path) -> Environment:
    """The templates of a folder; what they are given is written as it is."""
    return Environment(  # noqa: S701  Turtle is no HTML
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
