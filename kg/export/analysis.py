"""The analysis of the network as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from kg.analytics.analysis import Survey, as_json
from kg.files import write_atomically


def export_analysis(survey: Survey, path: Path) -> None:
    """Writes all measures of a world's network to a file, whole or not at all."""
    told = as_json(survey.analysis)
    write_atomically(path, json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
