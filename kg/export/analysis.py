"""The analysis of the network as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from kg.analytics.analysis import analyze, as_json
from kg.analytics.network import build_network
from kg.files import write_atomically
from kg.model import World


def export_analysis(world: World, path: Path) -> None:
    """Writes all measures of a world's network to a file, whole or not at all."""
    found = as_json(analyze(build_network(world)))
    write_atomically(path, json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
