"""Lays runs side by side: which settings differ, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from engine.commands.run_search import NamedRun
from engine.domain.run_record import PLACES, RunRecord

_TOTAL = "all"


@dataclass(frozen=True)
class ComparisonRow:
    """One line: `values` in the order of the runs, None where a run does not say."""

    group: str  # run, setting, score, f1, footprints or area_m2
    name: str
    values: tuple[Any, ...]


def compare_runs(runs: Sequence[NamedRun]) -> list[ComparisonRow]:
    """Return what there is to say of the runs: how they ended, settings that differ, then all scores and counts."""
    records = [run.record for run in runs]
    return [
        *(ComparisonRow("run", name, tuple(getattr(record, name) for record in records)) for name in _ABOUT),
        *_settings(records),
        *_numbers("score", records, lambda each: each.scores),
        *_numbers("f1", records, lambda each: each.category_scores),
        *_numbers("footprints", records, lambda each: _with_total(each.n_footprints)),
        *_numbers("area_m2", records, lambda each: _with_total(each.areas_m2)),
    ]


_ABOUT = ("command", "state", "started", "seconds")


def _settings(records: Sequence[RunRecord]) -> list[ComparisonRow]:
    """Return the settings that are not the same in all runs, but for those that only say where results go."""
    rows = []
    for name in _names(record.settings for record in records):
        is_place = name in PLACES or (name == "model" and all(record.command == "train" for record in records))
        row = ComparisonRow("setting", name, tuple(record.settings.get(name) for record in records))
        if not is_place and any(value != row.values[0] for value in row.values[1:]):
            rows.append(row)
    return rows


def _numbers(
    group: str, records: Sequence[RunRecord], numbers: Callable[[RunRecord], dict[str, float]]
) -> list[ComparisonRow]:
    given = [numbers(record) for record in records]
    return [ComparisonRow(group, name, tuple(each.get(name) for each in given)) for name in _names(given)]


def _names(values: Iterable[Any]) -> list[str]:
    """Return the names that occur, each once, in the order in which they come."""
    return list(dict.fromkeys(name for each in values for name in each))


def _with_total(values: dict[str, float]) -> dict[str, float]:
    return {**values, _TOTAL: round(sum(values.values()), 2)} if len(values) > 1 else values
