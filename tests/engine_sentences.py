"""Every sentence in the engine's source that people may read, for the tests of how it is told in QGIS."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ENGINE = Path(__file__).parents[1] / "engine"
_NAMES = re.compile(r"--[a-z]|`deepseg")
_FIELD = re.compile(r"^([a-z][a-z0-9_]*) must\b")  # of settings, which the command line tells as an option


def engine_sentences() -> list[tuple[str, str]]:
    """Return file and text of all that names an option or a command; help of the command line is none of it."""
    return [
        (str(path.relative_to(ENGINE)), text)
        for path in sorted(ENGINE.rglob("*.py"))
        for text in _texts(path)
        if _NAMES.search(text) and text != "--events"
    ]


def _texts(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = [node for each in ast.walk(tree) if isinstance(each, ast.Raise) for node in ast.walk(each)]
    nodes = told if path.parent.name == "cli" else list(ast.walk(tree))  # there the rest is help and examples
    quiet = {id(node) for each in ast.walk(tree) for node in _docstring(each)}
    pieces = {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    for node in nodes:
        if id(node) in quiet or id(node) in pieces:
            continue
        text = _text_of(node)
        if path.stem.endswith("settings"):
            text = _FIELD.sub(lambda match: f"--{match[1].replace('_', '-')} must", text)
        yield text


def _text_of(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text_of(piece) or "7" for piece in node.values)
    if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Attribute) and node.value.attr == "prog":
        return "deepseg train"
    return ""


def _docstring(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and node.body:
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            yield first.value
