"""The page: one file that shows the graph in a browser, asks nothing of any network, and cites each sentence.

pyvis holds the drawing; the template is our own, as the one that pyvis brings loads parts from elsewhere and
lets a title become markup.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from pyvis.network import Network

from kg.analytics.analysis import Survey
from kg.export.page.dossier import dossier, numbers
from kg.export.page.drawing import draw
from kg.export.page.findings import findings
from kg.export.page.look import the_look, words
from kg.files import write_atomically
from kg.model import World

VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
SCRIPTS = (
    *("elements", "data", "state", "filters", "shapes", "labels", "graph", "camera", "spotlight", "paths"),
    *(
        "naming",
        "cite",
        "standing",
        "cards",
        "panel",
        "search",
        "legend",
        "time",
        "table",
        "changes",
        "findings",
        "timeline",
    ),
    *("svg", "chart", "save", "keys", "main"),
)
"""The parts of the page's own script, in the order in which they build on each other."""
ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def export_page(survey: Survey, path: Path) -> None:
    """Writes the page of a world to a file, whole or not at all."""
    write_atomically(path, page(survey))


def page(survey: Survey) -> str:
    """The page of a world, as HTML."""
    world = survey.world
    network, told = draw(survey), dossier(world)
    network.path = "page.html"
    network.templateEnv = _environment()
    number = numbers(world)
    data = {"drawing": drawing(network, number), "dossier": told, "look": _look()}
    data["findings"] = findings(survey.analysis, number)
    network.templateEnv.globals |= _parts() | _legend(told["things"]) | _counts(world) | data
    html: str = network.generate_html(name="graph.html")
    return html


def drawing(network: Network, number: Mapping[str, int]) -> dict[str, Any]:
    """Nodes and lines as rows, things by their number: names would fill megabytes."""
    return {
        "hasCore": any("core" in node for node in network.nodes),
        "nodes": [
            [number[n["id"]], n["label"], n["weight"], n["x"], n["y"], *n.get("core", ())]
            for n in network.nodes
        ],
        "lines": [_line(edge, number) for edge in network.edges],
        "options": network.options,
    }


def _line(edge: Mapping[str, Any], number: Mapping[str, int]) -> list[Any]:
    ends = (number[edge["from"]], number[edge["to"]])
    tells = [number[thing] for thing in edge["tells"]]
    return [*ends, edge["tone"], words(edge["status"]), int(edge["arrow"]), edge["bend"], tells]


def as_json(value: object) -> Markup:
    """Data for a script block: no letter of it can end the block or be taken for markup."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False, ensure_ascii=False)
    safe = text.translate(ESCAPES).encode("utf-8", "backslashreplace").decode("utf-8")
    return Markup(safe)  # noqa: S704 (escaped above)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kg.export.page", "template"), autoescape=True, keep_trailing_newline=True
    )
    environment.filters["as_json"] = as_json
    return environment


def _parts() -> dict[str, Any]:
    """Scripts and styles, which come from us and from pyvis alone, and the digests that admit no others."""
    vis = files("pyvis").joinpath(VIS).read_text(encoding="utf-8").split("//# sourceMappingURL=")[0]
    own = "".join(_own(f"{name}.js") for name in SCRIPTS)
    script = f'"use strict";\n(() => {{\n{own}}})();\n'
    css = _own("page.css")
    return {
        "vis": Markup(vis),  # noqa: S704 (the library of the installed package)
        "script": Markup(script),  # noqa: S704 (our own)
        "css": Markup(css),  # noqa: S704 (our own)
        "script_sources": Markup(f"{_digest(vis)} {_digest(script)}"),  # noqa: S704 (base64)
        "style_sources": Markup(_digest(css)),  # noqa: S704 (base64)
    }


def _own(name: str) -> str:
    """A script or style of ours without indents and comments, which no browser needs."""
    text = files("kg.export.page").joinpath("template", name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def _digest(content: str) -> str:
    """How a content security policy names a script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _look() -> dict[str, Any]:
    """What the script has to know to draw."""
    look = the_look()
    return {
        "families": {
            f.name: {
                "shape": f.shape,
                "colour": f.colour,
                "outline": f.outline,
                "radius": f.radius,
                "font": f.font,
            }
            for f in look.families.values()
        },
        "titles": {f.name: f.title for f in look.families.values()}
        | {t.name: t.title for t in look.tones.values()},
        "tones": {t.name: t.colour for t in look.tones.values()},
        "shapes": look.shapes,
        "firmness": {words(status): firmness for status, firmness in look.firmness.items()},
        "dashes": {words(status): dashes for status, dashes in look.dashes.items()},
        "marks": {words(status): mark for status, mark in look.marks.items()},
    }


def _legend(things: list[dict[str, Any]]) -> dict[str, Any]:
    look = the_look()
    types = Counter(thing["type"] for thing in things)
    statuses = Counter(thing["status"] for thing in things if "event" in thing)
    return {
        "families": [
            (f, look.shapes[f.shape], types[f.name]) for f in look.families.values() if types[f.name]
        ],
        "tones": [(t, types[t.name]) for t in look.tones.values() if types[t.name]],
        "inferred": any(thing.get("inferred") for thing in things),
        "ties": [t for t in look.tones.values() if t.name in ("role", "belonging")],
        "statuses": [
            {"name": words(status), "count": statuses[words(status)], "firmness": firmness}
            | {"dashes": look.dashes.get(status, []), "mark": look.marks.get(status, "")}
            for status, firmness in look.firmness.items()
            if statuses[words(status)]
        ],
    }


def _counts(world: World) -> dict[str, int]:
    return {"articles": len(world.articles), "actors": len(world.entities), "events": len(world.events)}
