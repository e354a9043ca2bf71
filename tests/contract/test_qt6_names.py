"""What can be seen without Qt: enums in full, and nothing that moved or went with Qt 6. tests/qt6 asks PyQt6 itself."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parents[2] / "deepseg_qgis"
FILES = sorted(path for path in PLUGIN.rglob("*.py") if "engine_source" not in path.parts)

MOVED = {"QAction", "QActionGroup", "QShortcut", "QFileSystemModel", "QUndoCommand", "QUndoStack"}
GONE = {"QRegExp", "QStringList", "QDesktopWidget", "QTextCodec", "QGLWidget", "QMatrix"}
GONE_METHODS = {"exec_", "localPos", "windowPos", "screenPos", "setTabStopWidth", "toPyObject"}


def wrong(source: str) -> list[str]:
    """Return what would break on Qt 6."""
    tree = ast.parse(source)
    inside = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt"):
            found += [alias.name for alias in node.names if alias.name in MOVED | GONE]
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if alias.name.startswith("qgis.PyQt")]
        if not isinstance(node, ast.Attribute):
            continue
        if node.attr in GONE_METHODS:
            found.append(node.attr)
        # `Qt.AlignLeft`: a member without its enum.
        if isinstance(node.value, ast.Name) and node.value.id == "Qt" and id(node) not in inside:
            found.append(ast.unparse(node))
    return found


def annotations(source: str) -> set[str]:
    """Return the attributes of Qt that stand where a type is named: `mode: Qt.TextElideMode` is an enum, no member."""
    tree = ast.parse(source)
    named = [node.annotation for node in ast.walk(tree) if isinstance(node, (ast.arg, ast.AnnAssign))]
    named += [node.returns for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {
        ast.unparse(part) for node in named if node is not None for part in ast.walk(node)
        if isinstance(part, ast.Attribute)
    }  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PLUGIN).as_posix())
def test_a_file_is_written_for_qt_5_and_qt_6(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert [name for name in wrong(source) if name not in annotations(source)] == []


@pytest.mark.parametrize(
    "source, names",
    [
        ("x = Qt.AlignmentFlag.AlignLeft", []),
        ("x = Qt.AlignLeft", ["Qt.AlignLeft"]),
        ("dialog.exec_()", ["exec_"]),
        ("dialog.exec()", []),
        ("from qgis.PyQt.QtWidgets import QAction, QMenu", ["QAction"]),
    ],
)
def test_it_notices_what_breaks(source: str, names: list[str]) -> None:
    assert wrong(source) == names
