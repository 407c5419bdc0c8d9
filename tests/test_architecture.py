"""The shape of the package: who may import what, and how long things are."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "kg"

ORDER = (
    "errors",
    "model",
    "identifiers",
    "garbage",
    "files",
    "cache",
    "world",
    "read",
    "language",
    "extract",
    "resolve",
    "graph",
    "analytics",
    "export",
    "serve",
    "pipeline",
    "commands",
    "cli",
    "__main__",
)
"""Each may import what stands before it, and itself."""

AT_HOME = {
    "spacy": {"language"},
    "thinc": {"language"},
    "rdflib": {"graph", "export"},
    "oxrdflib": {"graph", "export"},
    "pyoxigraph": {"graph", "export"},
    "pyshacl": {"graph"},
    "networkx": {"analytics", "export"},
    "pyvis": {"export"},
    "yaml": {"read"},
    "click": {"commands", "cli"},
    "falcon": {"serve"},
    "uvicorn": {"serve"},
    "requests": {"graph"},
    "urllib3": {"graph"},
    "rich": {"graph", "commands"},
}
"""A library → the only parts that know it."""

COMES_WITH = {"yaml": "pyyaml", "thinc": "spacy", "markupsafe": "jinja2"}
"""An import → the dependency that brings it, where the name is another."""

SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools"}

SHORT, LONGEST = 30, 60

MODULES = sorted(PACKAGE.rglob("*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef


def _tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def _part(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _length(function: Function) -> int:
    """Lines from `def` to the end, without the docstring."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def _name(module: Path) -> str:
    return str(module.relative_to(PACKAGE))


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_imports_go_one_way(module: Path) -> None:
    own = {name.split(".")[1] for name in _imported(_tree(module)) if name.startswith("kg.")}
    here = ORDER.index(_part(module)) if _part(module) != "__init__" else 0
    later = {part for part in own if ORDER.index(part) > here}
    assert not later, f"{_name(module)} imports from {later}, which stand behind it"


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_libraries_stay_at_home(module: Path) -> None:
    libraries = {name.split(".")[0] for name in _imported(_tree(module))}
    strangers = {
        library for library in libraries if _part(module) not in AT_HOME.get(library, {_part(module)})
    }
    assert not strangers, f"{_name(module)} knows {strangers}"


def test_every_library_is_declared() -> None:
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^\w-]", dependency)[0] for dependency in project["dependencies"]}
    imported = {name.split(".")[0] for module in MODULES for name in _imported(_tree(module))} - {"kg"}
    libraries = {COMES_WITH.get(name, name) for name in imported - sys.stdlib_module_names}
    assert libraries <= declared, f"{libraries - declared} are no dependencies in pyproject.toml"


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_no_import_inside_a_function(module: Path) -> None:
    inner = [
        node.lineno
        for function in _functions(_tree(module))
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not inner, f"{_name(module)}: lines {inner}"


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_names_say_what_is_inside(module: Path) -> None:
    assert not SAY_NOTHING & {part.removesuffix(".py") for part in module.relative_to(PACKAGE).parts}


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_public_functions_have_docstrings(module: Path) -> None:
    public = [
        node for node in _tree(module).body if isinstance(node, Function) and not node.name.startswith("_")
    ]
    silent = [function.name for function in public if not ast.get_docstring(function)]
    assert not silent, f"{_name(module)}: {silent}"


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_no_function_is_very_long(module: Path) -> None:
    long = {f.name: _length(f) for f in _functions(_tree(module)) if _length(f) > LONGEST}
    assert not long, f"{_name(module)}: {long}"


def test_no_path_of_one_machine() -> None:
    texts = [
        path
        for path in PACKAGE.rglob("*")
        if path.suffix in {".py", ".toml", ".cfg", ".json", ".html", ".js"} and ".min." not in path.name
    ]
    named = [
        _name(path) for path in texts if re.search(r"/(?:home|root|work|Users)/", path.read_text("utf-8"))
    ]
    assert not named, f"{named} name a folder that only one machine has"


def test_nearly_all_functions_are_short() -> None:
    lengths = [_length(function) for module in MODULES for function in _functions(_tree(module))]
    short = sum(length < SHORT for length in lengths) / len(lengths)
    assert short >= 0.97, f"{short:.1%} of {len(lengths)} functions have fewer than {SHORT} lines"


@pytest.mark.parametrize("call", [["--help"], ["query", "--help"]], ids=" ".join)
def test_start_up_leaves_language_alone(call: list[str]) -> None:
    show = "import sys; sys.argv = ['kg', *sys.argv[1:]]; from kg.cli import main\n"
    show += "try: main()\nfinally: print(sorted(set(sys.modules) & {'spacy', 'thinc', 'networkx', 'pyvis', 'requests'}))"
    run = subprocess.run([sys.executable, "-c", show, *call], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
