"""What was counted, as a table for people, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from engine.measurement.counting import Count, Counts

_GROUND = ("ground_m2", "n_per_ha", "n_per_km2", "covered")
_TITLES = {
    "total_area_m2": "total m²",
    "mean_area_m2": "mean m²",
    "ground_m2": "ground m²",
    "n_per_ha": "per ha",
    "n_per_km2": "per km²",
}


def values_of(counts: Counts, *, by_raster: bool, has_ground: bool) -> dict[str, Any]:
    """Return the counts as plain values; densities only where the ground is known."""
    lines = [_line(count, by_raster, has_ground) for count in (*counts.lines, counts.total)]
    values: dict[str, Any] = {"counts": lines[:-1], "total": lines[-1]}
    if counts.sizes:
        rows = [
            {"category": each.category, **({"raster": each.raster} if by_raster else {}), "n": list(each.n)}
            for each in counts.sizes
        ]
        values["sizes"] = {"edges_m2": [_finite(edge) for edge in counts.edges_m2], "counts": rows}
    return values


def table(values: dict[str, Any]) -> str:
    """Return lines as people read them; what is empty in all of them is left away."""
    rows = [*values["counts"], values["total"]]
    names = [name for name in values["total"] if name not in _GROUND]
    if "raster" in (values["counts"] or [{}])[0]:
        names = ["category", "raster", *[name for name in names if name not in ("category", "raster")]]
    names += [name for name in ("n_per_ha", "n_per_km2") if any(row.get(name) is not None for row in rows)]
    cells = [
        [_TITLES.get(name, name) for name in names],
        *([_cell(row.get(name, "")) for name in names] for row in rows),
    ]
    widths = [max(_width(row[i]) for row in cells) for i in range(len(names))]
    n_texts = 2 if "raster" in names else 1
    lines = [
        "  ".join(
            cell + " " * (width - _width(cell)) if i < n_texts else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
    return "\n".join(lines) + "\n"


def as_json(values: dict[str, Any]) -> str:
    """Return all values."""
    return json.dumps(values, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def as_csv(values: dict[str, Any]) -> str:
    """Return the counts as CSV; without the total, which spreadsheets and scripts would count twice."""
    text = io.StringIO()
    names = list(values["counts"][0] if values["counts"] else values["total"])
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(values["counts"])
    return text.getvalue()


def sizes_csv(values: dict[str, Any]) -> str:
    """Return the size histogram as CSV, one row per bar; `to_m2` is empty where a bar has no end."""
    text = io.StringIO()
    sizes = values.get("sizes", {"edges_m2": [], "counts": []})
    names = ["category", *(["raster"] if "raster" in (sizes["counts"] or [{}])[0] else []), "from_m2", "to_m2", "n"]
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_bars(sizes))
    return text.getvalue()


def _bars(sizes: dict[str, Any]) -> Iterator[dict[str, Any]]:
    edges = sizes["edges_m2"]
    for row in sizes["counts"]:
        of = {name: value for name, value in row.items() if name != "n"}
        for begin, end, n in zip(edges[:-1], edges[1:], row["n"], strict=True):
            yield {**of, "from_m2": begin, "to_m2": end, "n": n}


def _line(count: Count, by_raster: bool, has_ground: bool) -> dict[str, Any]:
    left_out = {*(() if by_raster else ("raster",)), *(() if has_ground else _GROUND)}
    return {name: value for name, value in asdict(count).items() if name not in left_out}


def _finite(edge: float) -> float | None:
    return edge if math.isfinite(edge) else None


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _width(text: str) -> int:
    """Return how many letters wide a terminal shows it: Korean, Chinese and Japanese letters are two wide."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
