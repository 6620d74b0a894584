"""The house rules: what lies where, which way data flows, and what a page may ask the network for."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOP_LEVEL = {"requirements.txt", "README.md", "dashboard.py", "pages", "loaders", "tests", "data"}
# Left by Python itself where someone imports the server as a module; git ignores it.
BYPRODUCTS = {"__pycache__"}
LONGEST_PAGE_SCRIPT = 120

# Who may not import whom: data flows data -> loaders -> pages/ui -> a page.
FORBIDDEN_IMPORTS = {
    "loaders": ("streamlit", "plotly", "pydeck", "kaleido", "pages", "dashboard", "tests"),
    "pages/figures": (
        "streamlit",
        "kaleido",
        "pages.ui",
        "pages.export",
        "pages.server",
        "dashboard",
        "tests",
    ),
    "pages/export": ("streamlit", "pages.ui", "pages.server", "dashboard", "tests"),
    "pages/ui": ("pages.server", "dashboard", "tests"),
    "pages/server": ("plotly", "pydeck", "kaleido", "dashboard", "tests"),
}
WITHOUT_LOADING = ("pages/figures", "pages/export")

OUTSIDE_ADDRESS = re.compile(r"(?:https?|wss?):?//(?!localhost\b|127\.0\.0\.1\b)", re.IGNORECASE)
# Names of XML vocabularies: never fetched.
NAMESPACES = ("http://www.w3.org/", "{http://www.w3.org/")
EXACT_PIN = re.compile(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==[0-9][0-9A-Za-z.]*")


def python_files(*folders: str) -> list[Path]:
    """The project's own Python files below the folders, in a fixed order."""
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def page_scripts() -> list[Path]:
    return sorted(file for file in (ROOT / "pages").glob("*.py") if file.name != "__init__.py")


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def imported_names(tree: ast.AST, package: str = "") -> Iterator[str]:
    """Every dotted name that a module imports; `package` resolves its relative imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*parents, node.module] if node.module else parents)
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def imports_of(file: Path) -> set[str]:
    package = ".".join(file.relative_to(ROOT).parent.parts)
    return set(imported_names(ast.parse(file.read_text(encoding="utf-8")), package))


def strings_of(tree: ast.AST) -> Iterator[str]:
    """Every string that is a value; docstrings, which nobody fetches, are left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def test_the_top_level_holds_nothing_else() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - BYPRODUCTS == TOP_LEVEL


@pytest.mark.parametrize("folder", FORBIDDEN_IMPORTS)
def test_imports_go_one_way(folder: str) -> None:
    wrong = [
        f"{name_of(file)} imports {name}"
        for file in python_files(folder)
        for name in sorted(imports_of(file))
        if any(is_within(name, package) for package in FORBIDDEN_IMPORTS[folder])
    ]
    assert not wrong


@pytest.mark.parametrize("folder", WITHOUT_LOADING)
def test_figures_and_exports_load_nothing(folder: str) -> None:
    """They are given frames: of `loaders` they may use tables and types, nothing that reads a file."""
    wrong = [
        f"{name_of(file)} imports {name}"
        for file in python_files(folder)
        for name in sorted(imports_of(file))
        if name == "loaders.load" or (is_within(name, "loaders") and name.split(".")[-1].startswith("load_"))
    ]
    assert not wrong


def test_no_module_imports_a_page_script() -> None:
    scripts = {f"pages.{file.stem}" for file in page_scripts()}
    wrong = [
        f"{name_of(file)} imports {name}"
        for file in python_files("loaders", "pages")
        for name in sorted(imports_of(file) & scripts)
    ]
    assert not wrong


@pytest.mark.parametrize("script", page_scripts(), ids=name_of)
def test_a_page_script_is_short_and_defines_nothing(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    assert not [node.name for node in ast.walk(ast.parse(text)) if isinstance(node, definitions)]
    assert len(text.splitlines()) <= LONGEST_PAGE_SCRIPT


def test_no_file_is_named_for_holding_anything() -> None:
    vague = {"utils.py", "util.py", "helpers.py", "common.py", "misc.py"}
    assert not [name_of(file) for file in python_files("loaders", "pages", "tests") if file.name in vague]


def test_no_page_asks_an_outside_host() -> None:
    wrong = [
        f"{name_of(file)}: {text[:80]}"
        for file in [ROOT / "dashboard.py", *python_files("pages")]
        for text in strings_of(ast.parse(file.read_text(encoding="utf-8")))
        if OUTSIDE_ADDRESS.search(text) and not text.startswith(NAMESPACES)
    ]
    assert not wrong


def test_the_server_keeps_to_itself() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["browser"]["gatherUsageStats"] is False
    # On its first run Streamlit would otherwise wait at the terminal for an e-mail address.
    assert config["server"]["showEmailPrompt"] is False
    # Without an address it listens to the whole network, and asks an outside host for its own address.
    assert config["server"]["address"] == "localhost"


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_requirements_are_exact(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    wanted = [line.split("#")[0].strip() for line in lines]
    loose = [line for line in wanted if line and not line.startswith("-r ") and not EXACT_PIN.fullmatch(line)]
    assert not loose


SPEECH = [
    ("import streamlit", "", {"streamlit"}),
    ("import plotly.graph_objects as go", "", {"plotly.graph_objects"}),
    ("from loaders import load", "", {"loaders", "loaders.load"}),
    ("from . import marks", "pages.figures", {"pages.figures", "pages.figures.marks"}),
    ("from ..ui import bar", "pages.figures", {"pages.ui", "pages.ui.bar"}),
    ("def f():\n    import pages", "", {"pages"}),
]


@pytest.mark.parametrize(("code", "package", "names"), SPEECH)
def test_imported_names_are_found(code: str, package: str, names: set[str]) -> None:
    assert set(imported_names(ast.parse(code), package)) == names


def test_an_outside_address_is_found() -> None:
    code = '"""See https://docs.example."""\nsource = "https://tiles.example/{z}"\nlocal = "http://127.0.0.1:80"\n'
    found = [text for text in strings_of(ast.parse(code)) if OUTSIDE_ADDRESS.search(text)]
    assert found == ["https://tiles.example/{z}"]
