"""Keeps a record of every training, evaluation and prediction, for `deepseg history`."""

from __future__ import annotations

import dataclasses
import json
import math
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, cast

import engine
from engine.domain.run_record import DONE, FAILED, PLACES, RUNNING, STOPPED, RunRecord
from engine.domain.settings import EvaluateSettings, PredictSettings, TrainSettings
from engine.errors import DeepSegError, OutputError, Stopped
from engine.events import Reporter, plain
from engine.whole_file import whole_file

RECORD = "run.json"
_BEGINNINGS = ("train", "predict")  # stages from which on the run's folder is there, and the run is worth keeping
# What a run may be gone on with differently and yet be the same run.
_FREE = PLACES | {"resume", "time_limit_s", "device", "threads", "epochs"}


def record_path(settings: Any) -> Path | None:
    """Return where the record of a command with these settings goes; None where none is kept.

    A prediction without `--run-dir` keeps nothing beside its output, so no record either.
    """
    if isinstance(settings, TrainSettings):
        return (settings.run_dir or settings.model.with_suffix(".run")) / RECORD
    if isinstance(settings, PredictSettings) and settings.run_dir is not None and not settings.dry_run:
        return settings.run_dir / RECORD
    if isinstance(settings, EvaluateSettings):
        return settings.report.with_suffix(f".{RECORD}")
    return None


def read_record(path: Path) -> RunRecord:
    """Return the record in a file.

    Raises:
        ValueError: the file holds none, or cannot be read; the message says why.
    """
    try:
        text = path.read_text(encoding="utf-8")
        return RunRecord.from_dict(json.loads(text, parse_float=_finite, parse_constant=_finite))
    except OSError as err:
        raise ValueError(err.strerror or str(err)) from err
    except RecursionError as err:
        raise ValueError("it is nested too deeply") from err
    except (json.JSONDecodeError, UnicodeDecodeError) as err:
        raise ValueError(f"it is no JSON ({err})") from err


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is no number that can be")
    return value


@contextmanager
def recorded(command: str, words: Sequence[str], settings: Any, reporter: Reporter) -> Iterator[Reporter]:
    """Yield the reporter to give to the command; however it ends, that is kept."""
    path = record_path(settings)
    if path is None:
        yield reporter
        return
    recorder = _Recorder(path, command, words, settings, reporter)
    try:
        yield cast(Reporter, recorder)
    except BaseException as err:
        recorder.end(err)
        raise
    recorder.end(None)


class _Recorder:
    """A reporter that passes everything on, and keeps what belongs into the record."""

    def __init__(self, path: Path, command: str, words: Sequence[str], settings: Any, reporter: Reporter) -> None:
        self._reporter = reporter
        self._path = path
        self._began_s = time.monotonic()
        self._before_s = 0.0
        self._has_begun = False
        self._is_new = True
        self._record = RunRecord(
            command=command,
            state=RUNNING,
            started=datetime.now(tz=timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            seconds=0.0,
            words=tuple(words),
            folder=str(Path.cwd()),
            settings=flat(settings),
            engine_version=engine.__version__,
        )

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reporter, name)

    def stage(self, name: str, message: str = "") -> None:
        """Pass it on; with the first stage that works, the run is worth keeping."""
        self._reporter.stage(name, message)
        if name == "resume":
            self._is_new = False
        if name in _BEGINNINGS and not self._has_begun:
            self._has_begun = True
            self._take_over()
            self._change(about=message)
            self._write(RUNNING)

    def epoch(
        self, *, epoch: int, n_epochs: int, losses: Mapping[str, float], scores: Mapping[str, float], is_best: bool
    ) -> None:
        """Pass it on, and keep the best so far: the training may be stopped, or killed."""
        self._reporter.epoch(epoch=epoch, n_epochs=n_epochs, losses=losses, scores=scores, is_best=is_best)
        best = {"best_epoch": epoch, "scores": plain(scores)} if is_best else {}
        self._change(result={**self._record.result, **best, "epochs": epoch})
        self._write(RUNNING)

    def artifact(self, kind: str, path: Path) -> None:
        """Pass it on, and keep which file it was."""
        self._reporter.artifact(kind, path)
        self._change(outputs={**self._record.outputs, kind: str(path.absolute())})

    def result(self, values: Mapping[str, Any]) -> None:
        """Pass it on, and keep it."""
        self._reporter.result(values)
        self._change(result={**self._record.result, **plain(values)})

    def end(self, error: BaseException | None) -> None:
        """Keep how it ended; a run that ended before its work began leaves nothing."""
        if not self._has_begun:
            return
        state = DONE if error is None else STOPPED if isinstance(error, Stopped | KeyboardInterrupt) else FAILED
        message = error.message if isinstance(error, DeepSegError) else str(error or "")
        if isinstance(error, Stopped):
            message = error.saved
        self._change(message=message)
        self._write(state)

    def _take_over(self) -> None:
        """Where an older part of the same run is gone on with, its time counts, and it began when that did."""
        if self._is_new and not self._record.settings.get("resume"):
            return
        try:
            older = read_record(self._path)
        except ValueError:
            return
        if older.state != DONE and _decisive(older.settings) == _decisive(self._record.settings):
            self._before_s = older.seconds
            self._change(started=older.started, result=older.result)

    def _change(self, **values: Any) -> None:
        self._record = dataclasses.replace(self._record, **values)

    def _write(self, state: str) -> None:
        self._change(state=state, seconds=round(self._before_s + time.monotonic() - self._began_s, 1))
        text = json.dumps(self._record.as_dict(), indent=2, ensure_ascii=False, allow_nan=False) + "\n"
        try:
            with whole_file(self._path) as beside:
                beside.write_text(text, encoding="utf-8", errors="backslashreplace")
        except OutputError as err:  # the run itself goes on: its results are what was asked for
            self._reporter.warning("no_record", f"the record of this run is missing: {err.message}", err.hint)


def flat(settings: Any) -> dict[str, Any]:
    """Return settings as names with plain values, those inside others as well; an inner one gives way to its like."""
    values: dict[str, Any] = {}
    for each in dataclasses.fields(settings):
        value = getattr(settings, each.name)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            for name, inner in flat(value).items():
                values[f"{each.name}_{name}" if name in values else name] = inner
        else:
            values[each.name] = plain(value)
    return values


def _decisive(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in settings.items() if name not in _FREE}
