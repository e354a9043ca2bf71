"""Every name and every enum that the plugin takes from Qt exists in Qt 6."""

from __future__ import annotations

import ast
import enum
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PLUGIN = Path(__file__).parents[2] / "deepseg_qgis"
FILES = sorted(path for path in PLUGIN.rglob("*.py") if "engine_source" not in path.parts)


def imported(tree: ast.AST) -> Iterator[tuple[str, str, str]]:
    """Yield local name, module and name of all that is imported from `qgis.PyQt`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt."):
            for alias in node.names:
                yield alias.asname or alias.name, node.module.replace("qgis.PyQt", "PyQt6"), alias.name


def chains(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Yield line and parts of every `A.b.c`, the whole of it only."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or id(node) in inner:
            continue
        parts, at = [], node
        while isinstance(at, ast.Attribute):
            parts.append(at.attr)
            at = at.value
        if isinstance(at, ast.Name):
            yield node.lineno, [at.id, *reversed(parts)]


def missing(source: str) -> list[str]:
    """Return what a file takes from Qt that Qt 6 does not have."""
    tree = ast.parse(source)
    names: dict[str, Any] = {}
    wrong = []
    for local, module, name in imported(tree):
        try:
            names[local] = getattr(importlib.import_module(module), name)
        except (ImportError, AttributeError):
            wrong.append(f"{module}.{name}")
    for line, (root, *parts) in chains(tree):
        thing = names.get(root)
        for part in parts:
            if not isinstance(thing, type):
                break  # what a method or a member of an enum has is not asked
            if not hasattr(thing, part):
                wrong.append(f"line {line}: {'.'.join([root, *parts])}")
                break
            thing = getattr(thing, part)
            if isinstance(thing, enum.Enum):
                break
    return wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PLUGIN).as_posix())
def test_all_that_a_file_takes_from_qt_exists_in_qt_6(path: Path) -> None:
    assert missing(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source, wrong",
    [
        ("from qgis.PyQt.QtCore import Qt\nQt.AlignmentFlag.AlignLeft", []),
        ("from qgis.PyQt.QtCore import Qt\nQt.AlignLeft", ["line 2: Qt.AlignLeft"]),
        ("from qgis.PyQt.QtCore import Qt as Q\nf(Q.AlignLeft)", ["line 2: Q.AlignLeft"]),
        ("from qgis.PyQt.QtWidgets import QAction", ["PyQt6.QtWidgets.QAction"]),
        ("from qgis.PyQt.QtWidgets import QMessageBox\nQMessageBox.Yes", ["line 2: QMessageBox.Yes"]),
        ("from qgis.PyQt.QtWidgets import QMessageBox\nQMessageBox.question(a.b)", []),
        ("from qgis.core import Qgis\nQgis.Whatever", []),
    ],
)
def test_it_notices_what_is_gone(source: str, wrong: list[str]) -> None:
    assert missing(source) == wrong
