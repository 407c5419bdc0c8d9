"""The page: one file that shows the graph in a browser, asks nothing of any network, and cites each sentence.

pyvis holds the drawing; the template is our own, as the one that pyvis brings loads parts from elsewhere and
lets a title become markup.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from pyvis.network import Network

from kg.export.page.dossier import dossier
from kg.export.page.drawing import DASHES, draw
from kg.export.page.look import the_look
from kg.files import write_atomically
from kg.model import World

VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def export_page(world: World, path: Path) -> None:
    """Writes the page of a world to a file, whole or not at all."""
    write_atomically(path, page(world))


def page(world: World) -> str:
    """The page of a world, as HTML."""
    network = draw(world)
    network.path = "page.html"
    network.templateEnv = _environment()
    network.templateEnv.globals |= _parts() | _legend(network) | _counts(world) | {"dossier": dossier(world)}
    html: str = network.generate_html(name="graph.html")
    return html


def as_json(value: object) -> Markup:
    """Data for a script block: no letter of it can end the block or be taken for markup."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return Markup(text.translate(ESCAPES))  # noqa: S704 (escaped above)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kg.export.page", "template"), autoescape=True, keep_trailing_newline=True
    )
    environment.filters["as_json"] = as_json
    return environment


def _parts() -> dict[str, Any]:
    """Scripts and styles, which come from us and from pyvis alone, and the digests that admit no others."""
    vis = files("pyvis").joinpath(VIS).read_text(encoding="utf-8").split("//# sourceMappingURL=")[0]
    script = _own("page.js")
    css = _own("page.css")
    return {
        "vis": Markup(vis),  # noqa: S704 (the library of the installed package)
        "script": Markup(script),  # noqa: S704 (our own)
        "css": Markup(css),  # noqa: S704 (our own)
        "script_sources": Markup(f"{_digest(vis)} {_digest(script)}"),  # noqa: S704 (base64)
        "style_sources": Markup(_digest(css)),  # noqa: S704 (base64)
    }


def _own(name: str) -> str:
    return files("kg.export.page").joinpath("template", name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """How a content security policy names a script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _legend(network: Network) -> dict[str, Any]:
    look = the_look()
    nodes = Counter(node["family"] for node in network.nodes)
    lines = Counter(edge["tone"] for edge in network.edges)
    return {
        "families": [
            {"name": f.name, "title": f.title, "shape": f.shape, "colour": f.colour, "count": nodes[f.name]}
            for f in look.families.values()
            if nodes[f.name]
        ],
        "tones": [
            {"name": t.name, "title": t.title, "colour": t.colour, "count": lines[t.name]}
            for t in look.tones.values()
            if lines[t.name]
        ],
        "firmnesses": [
            {"title": title, "dashes": " ".join(map(str, dashes)) if isinstance(dashes, list) else "none"}
            for (name, title) in look.firmness_titles.items()
            for dashes in [DASHES[name]]
        ],
    }


def _counts(world: World) -> dict[str, int]:
    return {"articles": len(world.articles), "actors": len(world.entities), "events": len(world.events)}
