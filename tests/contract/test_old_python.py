"""The plugin runs in the Python that QGIS brings, which is 3.9 with QGIS 3.22 on Windows; the engine has its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parents[2] / "deepseg_qgis"
OLDEST = (3, 9)


def too_new(source: str) -> list[str]:
    """Return what Python 3.9 does not know, of what has tempted somebody."""
    tree = ast.parse(source, feature_version=OLDEST)
    found = [f"{type(node).__name__} in line {node.lineno}" for node in ast.walk(tree) if isinstance(node, ast.Match)]
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        if name == "zip" and any(word.arg == "strict" for word in node.keywords):
            found.append(f"zip(strict=) in line {node.lineno}")
        if name in ("isinstance", "issubclass") and any(isinstance(part, ast.BinOp) for part in node.args[1:]):
            found.append(f"{name} with | in line {node.lineno}")
        if any(word.arg == "slots" for word in node.keywords) and name.endswith("dataclass"):
            found.append(f"dataclass(slots=) in line {node.lineno}")
    return found


@pytest.mark.parametrize("path", sorted(PLUGIN.rglob("*.py")), ids=lambda path: path.relative_to(PLUGIN).as_posix())
def test_an_old_python_understands_the_plugin(path: Path) -> None:
    assert too_new(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source, n",
    [
        ("zip(a, b)", 0),
        ("zip(a, b, strict=True)", 1),
        ("isinstance(a, (int, str))", 0),
        ("isinstance(a, int | str)", 1),
        ("@dataclass(frozen=True, slots=True)\nclass A: ...", 1),
    ],
)
def test_what_is_too_new_is_noticed(source: str, n: int) -> None:
    assert len(too_new(source)) == n
