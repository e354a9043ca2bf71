"""A training, an evaluation or a prediction as the engine kept it, and runs laid side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

RECORD_FORMAT = 1
TRAIN, EVALUATE, PREDICT = "train", "evaluate", "predict"
RUNNING, DONE, STOPPED, FAILED = "running", "done", "stopped", "failed"
SETTING, SCORE, CATEGORY_F1, FOOTPRINTS, AREAS = "setting", "score", "f1", "footprints", "area_m2"
TOTAL = "all"
_PLACES = frozenset({"output", "report", "html", "matches", "run_dir"})  # where results go always differs
_OF_COMPUTER = frozenset({"choices"})  # where the engine notes what is fastest here
_COPIED = frozenset({"labels", "areas", "area"})  # the docks give each run its own copy


@dataclass(frozen=True)
class KeptRun:
    """One run.

    Attributes:
        name: its place below the folder of runs, without the parts that every run has.
        folder: the folder that is the run's own.
        started: when it began, in UTC, such as 2026-03-01T14:05:00Z.
        words: the command line after the engine's name.
        parameters: those of the Processing algorithm, with which a dock began it; empty for runs from elsewhere.
        footprints: the file of footprints, of a prediction.
    """

    name: str
    command: str
    state: str
    folder: str = ""
    started: str = ""
    seconds: float = 0.0
    words: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)
    category_f1: Mapping[str, float] = field(default_factory=dict)
    n_footprints: Mapping[str, float] = field(default_factory=dict)
    areas_m2: Mapping[str, float] = field(default_factory=dict)
    message: str = ""
    about: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    footprints: str = ""

    @property
    def n_all(self) -> int | None:
        """Return how many footprints there are; None where it is no prediction that is done."""
        return int(sum(self.n_footprints.values())) if self.n_footprints else None

    @property
    def area_all_m2(self) -> float | None:
        """Return the ground that they cover; None where nobody knows."""
        return round(sum(self.areas_m2.values()), 2) if self.areas_m2 else None

    def again(self) -> dict[str, Any]:
        """Return the parameters to do it again with; those of a command line are named as the algorithms name them."""
        if self.parameters:
            return dict(self.parameters)
        return {name.upper(): value for name, value in self.settings.items() if value not in (None, [], False)}


@dataclass(frozen=True)
class ComparedRow:
    """One line: `values` in the order of the runs, None where a run does not say."""

    group: str
    name: str
    values: tuple[Any, ...]

    @property
    def best(self) -> int | None:
        """Return which run has the best score; None where it is no score, or several have it."""
        if self.group not in (SCORE, CATEGORY_F1):
            return None
        known = [value for value in self.values if value is not None]
        return self.values.index(max(known)) if len(known) > 1 and known.count(max(known)) == 1 else None


def parse_record(values: Any, *, name: str, folder: str) -> KeptRun:
    """Return the run that a `run.json` holds; names that are not known are left alone.

    Raises:
        ValueError: it is no record, or one of a later DeepSeg.
    """
    if not isinstance(values, Mapping) or not isinstance(values.get("format"), int):
        raise ValueError("it is no record of a run")
    if values["format"] > RECORD_FORMAT:
        raise ValueError("a newer DeepSeg wrote it")
    command, result = str(values.get("command") or ""), _mapping(values.get("result"))
    if not command:
        raise ValueError("a run has a command")
    outputs = {str(kind): str(path) for kind, path in _mapping(values.get("outputs")).items()}
    by_category = {str(name): _mapping(each).get("f1") for name, each in _mapping(result.get("categories")).items()}
    seconds, words = values.get("seconds"), values.get("words")
    return KeptRun(
        name=name,
        command=command,
        state=str(values.get("state") or RUNNING),
        folder=folder,
        started=str(values.get("started") or ""),
        seconds=float(seconds) if isinstance(seconds, (int, float)) else 0.0,
        words=tuple(map(str, words)) if isinstance(words, list) else (),
        settings=_mapping(values.get("settings")),
        outputs=outputs,
        scores=_numbers(result.get("overall") if command == EVALUATE else result.get("scores")),
        category_f1=_numbers(by_category),
        n_footprints=_numbers(result.get("per_category")),
        areas_m2=_numbers(result.get("area_m2_per_category")),
        message=str(values.get("message") or ""),
        about=str(values.get("about") or ""),
        footprints=outputs.get("footprints", "") if command == PREDICT else "",
    )


def compared(runs: Sequence[KeptRun]) -> list[ComparedRow]:
    """Return the settings that differ, or all where it is one run, then all scores, counts and areas."""
    return [
        *_settings(runs),
        *_rows(SCORE, runs, lambda run: run.scores),
        *_rows(CATEGORY_F1, runs, lambda run: run.category_f1),
        *_rows(FOOTPRINTS, runs, lambda run: _with_total(run.n_footprints)),
        *_rows(AREAS, runs, lambda run: _with_total(run.areas_m2)),
    ]


def _settings(runs: Sequence[KeptRun]) -> list[ComparedRow]:
    are_trained = all(run.command == TRAIN for run in runs)
    are_alike = len({run.command for run in runs}) == 1
    rows = []
    for name in _names(run.settings for run in runs):
        if not are_alike and not all(name in run.settings for run in runs):
            continue  # what only one of the commands has cannot differ
        row = ComparedRow(SETTING, name, tuple(_seen(run, name) for run in runs))
        if name in _PLACES or name in _OF_COMPUTER or (name == "model" and are_trained):
            continue
        is_shown = any(value != row.values[0] for value in row.values[1:])
        if is_shown or (len(runs) == 1 and row.values[0] not in (None, [], False)):
            rows.append(row)
    return rows


def _seen(run: KeptRun, name: str) -> Any:
    value = run.settings.get(name)
    is_copy = name in _COPIED and bool(run.folder) and str(value).startswith(run.folder)
    return str(value).rpartition("|")[2] if is_copy else value


def _rows(group: str, runs: Sequence[KeptRun], numbers: Callable[[KeptRun], Mapping[str, float]]) -> list[ComparedRow]:
    given = [numbers(run) for run in runs]
    return [ComparedRow(group, name, tuple(each.get(name) for each in given)) for name in _names(given)]


def _names(values: Iterable[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(name for each in values for name in each))


def _with_total(values: Mapping[str, float]) -> dict[str, float]:
    return {**values, TOTAL: round(sum(values.values()), 2)} if len(values) > 1 else dict(values)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _numbers(values: Any) -> dict[str, float]:
    items = _mapping(values).items()
    return {str(name): each for name, each in items if isinstance(each, (int, float)) and not isinstance(each, bool)}
