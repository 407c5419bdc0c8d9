"""The analysis of the network as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from kg.analytics.analysis import Analysis, analyze_world, as_json
from kg.files import write_atomically
from kg.model import World


def export_analysis(world: World, path: Path, found: Analysis | None = None) -> None:
    """Writes all measures of a world's network to a file, whole or not at all; `found` are these, if known."""
    told = as_json(found or analyze_world(world))
    write_atomically(path, json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
