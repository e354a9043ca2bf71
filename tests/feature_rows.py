"""Reads the table of docs/features.md, for the tests that try what stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "features.md"
NONE = "—"


@dataclass(frozen=True)
class FeatureRow:
    """One feature: `commands` such as "predict --crs", `algorithms` such as "deepseg:predict CRS", and its widget."""

    name: str
    commands: tuple[str, ...]
    algorithms: tuple[str, ...]
    dock: str
    widget: str


def feature_rows() -> list[FeatureRow]:
    """Return the rows of the table; headings inside it are left out."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[1:]]
    return [_row(cells) for cells in rows if any(cells[1:])]


def _row(cells: list[str]) -> FeatureRow:
    assert len(cells) == 4, f"a row has four cells: {cells}"
    name, command, algorithm, place = cells
    dock, _, widget = place.partition(" > ")
    return FeatureRow(
        name,
        tuple(word.removeprefix("deepseg ") for word in _code(command)),
        tuple(_code(algorithm)),
        "" if place == NONE else dock,
        "" if place == NONE else widget.strip("`"),
    )


def _code(cell: str) -> list[str]:
    """Return what stands in backticks; a cell has some, or is a dash."""
    found: list[str] = re.findall(r"`([^`]+)`", cell)
    assert found or cell == NONE, f"neither a dash nor something in backticks: {cell!r}"
    return found
