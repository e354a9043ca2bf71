"""Which footprints are shown, as a condition that databases and QGIS both understand."""

from __future__ import annotations

from collections.abc import Mapping

_SCORE_DECIMALS, _AREA_DECIMALS = 4, 3  # as the engine writes them


def score_filter(
    raster: str = "",
    *,
    score_threshold: float,
    category_thresholds: Mapping[str, float] | None = None,
    min_area_m2: float = 0.0,
) -> str:
    """Return the condition for footprints that reach the threshold of their category and the least area.

    It means what the engine means: a score equal to the threshold is enough, and where areas are unknown, because the
    raster has no place on the map, none is too small.

    Args:
        raster: only footprints of this one; empty: of all.
        score_threshold: from 0 to 1, of all categories that have none of their own.
        category_thresholds: by the categories' names.
        min_area_m2: in square metres; 0: any.
    """
    parts = [f'"raster" = {_quoted(raster)}'] if raster else []
    parts.append(_score_part(score_threshold, category_thresholds or {}))
    if min_area_m2 > 0:
        parts.append(f'("area_m2" IS NULL OR "area_m2" >= {_number(min_area_m2, _AREA_DECIMALS)})')
    return " AND ".join(parts)


def _score_part(score_threshold: float, category_thresholds: Mapping[str, float]) -> str:
    shared = f'"score" >= {_number(score_threshold, _SCORE_DECIMALS)}'
    own = {name: value for name, value in sorted(category_thresholds.items()) if value != score_threshold}
    if not own:
        return shared
    names = ", ".join(_quoted(name) for name in own)
    # A footprint without category is in no list, not even in NOT IN.
    others = f'(("category" IS NULL OR "category" NOT IN ({names})) AND {shared})'
    each = [
        f'("category" = {_quoted(name)} AND "score" >= {_number(value, _SCORE_DECIMALS)})'
        for name, value in own.items()
    ]
    return f"({' OR '.join([others, *each])})"


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _number(value: float, n_decimals: int) -> str:
    """Return the number as SQL writes it, whatever the language: never with an exponent or a comma."""
    text = f"{value:.{n_decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
