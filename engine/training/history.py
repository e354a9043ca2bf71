"""What happened in every epoch: `history.csv` for machines, `curves.png` for people."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.whole_file import whole_file


@dataclass(frozen=True)
class EpochRecord:
    """One epoch: number from 1, mean of every loss term, scores on validation blocks, seconds since the start.

    `objective` is what the choice of the best epoch looks at, None without validation blocks.
    """

    epoch: int
    losses: Mapping[str, float]
    scores: Mapping[str, float]
    is_best: bool
    seconds: float
    objective: float | None = None

    @property
    def loss(self) -> float:
        """Return the sum of the loss terms."""
        return sum(self.losses.values())


def write_history(path: Path, records: Sequence[EpochRecord]) -> None:
    """Write one row per epoch, replacing the file as a whole."""
    columns = ["epoch", "seconds", "loss"]
    losses = sorted({name for record in records for name in record.losses})
    scores = sorted({name for record in records for name in record.scores})
    with whole_file(path) as beside, beside.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow([*columns, *(f"loss_{name}" for name in losses), *scores, "is_best"])
        for record in records:
            row: list[object] = [record.epoch, f"{record.seconds:.1f}", f"{record.loss:.6f}"]
            row += [_number(record.losses.get(name)) for name in losses]
            row += [_number(record.scores.get(name)) for name in scores]
            writer.writerow([*row, int(record.is_best)])


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}"


def draw_curves(path: Path, records: Sequence[EpochRecord]) -> None:
    """Draw loss and scores over the epochs, the best one marked, as a PNG that replaces the file as a whole."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4), dpi=120, layout="constrained")
    left = figure.subplots()
    epochs = [record.epoch for record in records]
    (line,) = left.plot(epochs, [record.loss for record in records], color="#0072b2", label="training loss")
    left.set_xlabel("epoch")
    left.set_ylabel("training loss")
    left.set_ylim(bottom=0)
    left.xaxis.get_major_locator().set_params(integer=True)  # type: ignore[call-arg]
    lines = [line]
    right = left.twinx()
    right.set_ylim(0, 1)
    right.set_ylabel("score on validation blocks")
    for name, color in (("f1", "#009e73"), ("map50", "#e69f00")):
        told = [record for record in records if name in record.scores]
        if told:
            numbers, values = [record.epoch for record in told], [record.scores[name] for record in told]
            lines += right.plot(numbers, values, color=color, label={"f1": "F1", "map50": "mAP50"}[name])
    best = [record for record in records if record.is_best]
    if best and "f1" in best[-1].scores:
        right.plot(best[-1].epoch, best[-1].scores["f1"], "o", color="#009e73")
        right.annotate(f"best, epoch {best[-1].epoch}", (best[-1].epoch, best[-1].scores["f1"]), (4, 6),
                       textcoords="offset points", fontsize=8)  # fmt: skip
    left.legend(handles=lines, loc="lower left", frameon=False)
    with whole_file(path) as beside:
        FigureCanvasAgg(figure).print_png(str(beside))
