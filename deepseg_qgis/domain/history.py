"""What a training brought, epoch by epoch: read from `history.csv`, or gathered from event lines."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# Scores that a person is shown, in the order of the legend; the file may hold more.
SHOWN_SCORES = ("f1", "map50")
_NO_SCORES = frozenset({"epoch", "seconds", "loss", "is_best"})


@dataclass(frozen=True)
class EpochRow:
    """One epoch: its number from 1, the training loss, the scores on the validation blocks, seconds since the start.

    `is_best` says that it was the best when it ended; of several such rows the last is the one kept.
    """

    epoch: int
    train_loss: float | None
    scores: Mapping[str, float] = field(default_factory=dict)
    is_best: bool = False
    seconds: float | None = None

    def __post_init__(self) -> None:
        if self.epoch < 1:
            raise ValueError(f"epochs count from 1, got {self.epoch}")


def parse_history(text: str) -> list[EpochRow]:
    """Return the rows of a `history.csv`, in order; rows that are not whole are left out."""
    rows = []
    for values in csv.DictReader(io.StringIO(text)):
        epoch = _number(values.get("epoch"))
        if epoch is None or epoch < 1:
            continue
        rows.append(
            EpochRow(
                epoch=int(epoch),
                train_loss=_number(values.get("loss")),
                scores=_scores(values),
                is_best=values.get("is_best") == "1",
                seconds=_number(values.get("seconds")),
            )
        )
    return sorted(rows, key=lambda row: row.epoch)


def row_of_event(values: Mapping[str, Any], *, seconds: float | None = None) -> EpochRow | None:
    """Return the row that an `epoch` event tells of; None where it is no such event."""
    epoch = _number(values.get("epoch"))
    if epoch is None or epoch < 1:
        return None
    losses = [number for number in map(_number, _mapping(values.get("losses")).values()) if number is not None]
    scores = {name: _number(value) for name, value in _mapping(values.get("scores")).items()}
    return EpochRow(
        epoch=int(epoch),
        train_loss=sum(losses) if losses else None,
        scores={name: value for name, value in scores.items() if value is not None},
        is_best=bool(values.get("is_best")),
        seconds=seconds,
    )


def with_row(rows: Sequence[EpochRow], row: EpochRow) -> list[EpochRow]:
    """Return the rows with one more; a row of the same epoch, left by a run that was resumed, gives way."""
    return sorted([each for each in rows if each.epoch != row.epoch] + [row], key=lambda each: each.epoch)


def best(rows: Sequence[EpochRow]) -> EpochRow | None:
    """Return the epoch whose weights were kept; None without any."""
    return next((row for row in reversed(rows) if row.is_best), None)


def seconds_per_epoch(rows: Sequence[EpochRow]) -> float | None:
    """Return how long an epoch took in the mean; None where the rows do not say."""
    if not rows or not rows[-1].seconds:
        return None
    return rows[-1].seconds / rows[-1].epoch


def history_csv(rows: Sequence[EpochRow]) -> str:
    """Return the rows as a table for a spreadsheet."""
    names = sorted({name for row in rows for name in row.scores})
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["epoch", "train_loss", *names, "is_best"])
    for row in rows:
        scores = [_text(row.scores.get(name)) for name in names]
        writer.writerow([row.epoch, _text(row.train_loss), *scores, int(row.is_best)])
    return text.getvalue()


def shown_scores(rows: Iterable[EpochRow]) -> list[str]:
    """Return which of the scores that a person is shown occur."""
    occurring = {name for row in rows for name in row.scores}
    return [name for name in SHOWN_SCORES if name in occurring]


def _scores(values: Mapping[str, Any]) -> dict[str, float]:
    scores = {}
    for name, value in values.items():
        if not name or name in _NO_SCORES or name.startswith("loss_"):
            continue
        number = _number(value)
        if number is not None:
            scores[name] = number
    return scores


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}"
