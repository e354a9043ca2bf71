"""Lays runs side by side: which settings differ, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from engine.commands.run_search import NamedRun
from engine.domain.run_record import PLACES, RunRecord

_TOTAL = "all"
_COPIED = frozenset({"labels", "areas", "area"})


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
        *_settings(runs),
        *_numbers("score", records, lambda each: each.scores),
        *_numbers("f1", records, lambda each: each.category_scores),
        *_numbers("footprints", records, lambda each: _with_total(each.n_footprints)),
        *_numbers("area_m2", records, lambda each: _with_total(each.areas_m2)),
    ]


_ABOUT = ("command", "state", "started", "seconds")


def _settings(runs: Sequence[NamedRun]) -> list[ComparisonRow]:
    """Return the settings that are not the same in all runs, but for those that only say where results go."""
    rows = []
    are_trained = all(run.record.command == "train" for run in runs)
    are_alike = len({run.record.command for run in runs}) == 1
    for name in _names(run.record.settings for run in runs):
        if not are_alike and not all(name in run.record.settings for run in runs):
            continue  # what only one of the commands has cannot differ
        values = tuple(_seen(run, name) for run in runs)
        is_place = name in PLACES or (name == "model" and are_trained)
        if not is_place and any(value != values[0] for value in values[1:]):
            rows.append(ComparisonRow("setting", name, values))
    return rows


def _seen(run: NamedRun, name: str) -> Any:
    """Return a setting; the docks give each run a copy of its labels and areas, whose place says nothing."""
    value = run.record.settings.get(name)
    is_copy = name in _COPIED and str(value).startswith(str(run.folder.absolute()))
    return str(value).rpartition("|")[2] if is_copy else value


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
