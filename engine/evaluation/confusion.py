"""How well things were sorted into kinds: who was taken for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Confusion:
    """`counts` int (n, n): rows are what things are, columns what they were taken for, in the order of `names`."""

    names: tuple[str, ...]
    counts: NDArray[np.int64]

    @classmethod
    def of(cls, names: Sequence[str], truths: NDArray[np.int64], answers: NDArray[np.int64]) -> Confusion:
        """Return the counts of numbers (m,) of names."""
        counts = np.zeros((len(names), len(names)), np.int64)
        np.add.at(counts, (truths, answers), 1)
        return cls(tuple(names), counts)

    @property
    def n(self) -> int:
        """Return how many things were judged."""
        return int(self.counts.sum())

    @property
    def accuracy(self) -> float:
        """Return the share that was sorted right; NaN where nothing was judged."""
        return float(np.trace(self.counts) / self.n) if self.n else float("nan")

    @property
    def recalls(self) -> dict[str, float | None]:
        """Return the share of each kind that was recognized; None for kinds of which none was judged."""
        return self._shares(self.counts.sum(axis=1))

    @property
    def precisions(self) -> dict[str, float | None]:
        """Return the share of what was taken for each kind that is of it; None where nothing was."""
        return self._shares(self.counts.sum(axis=0))

    @property
    def f1(self) -> float:
        """Return the mean over the judged kinds of the harmonic mean of recall and precision; NaN without any."""
        sums = self.counts.sum(axis=0) + self.counts.sum(axis=1)
        is_judged = self.counts.sum(axis=1) > 0
        if not is_judged.any():
            return float("nan")
        return float((2 * np.diag(self.counts)[is_judged] / sums[is_judged]).mean())

    @property
    def mean_recall(self) -> float:
        """Return the mean recall of the judged kinds; NaN without any."""
        known = [value for value in self.recalls.values() if value is not None]
        return float(np.mean(known)) if known else float("nan")

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain values."""
        return {
            "n": self.n,
            "accuracy": self.accuracy,
            "mean_recall": self.mean_recall,
            "f1": self.f1,
            "categories": {
                name: {"n": int(n), "recall": self.recalls[name], "precision": self.precisions[name]}
                for name, n in zip(self.names, self.counts.sum(axis=1), strict=True)
            },
            "names": list(self.names),
            "confusion": self.counts.tolist(),
        }

    def as_text(self) -> str:
        """Return a table: one row per kind, with its recall and what it was taken for."""
        width = max(5, *(len(name) for name in self.names))
        n_digits = max(3, len(str(int(self.counts.max(initial=0)))))
        head = " ".join(f"{i + 1:>{n_digits}}" for i in range(len(self.names)))
        lines = [f"{'taken for':>{width + 4}}  recall  {head}"]
        for i, (name, row) in enumerate(zip(self.names, self.counts, strict=True)):
            recall = self.recalls[name]
            shown = "     -" if recall is None else f"{100 * recall:5.0f}%"
            cells = " ".join(f"{n if n else '.':>{n_digits}}" for n in row.tolist())
            lines.append(f"{i + 1:>3} {name:<{width}}  {shown}  {cells}")
        return "\n".join(lines)

    def _shares(self, totals: NDArray[np.int64]) -> dict[str, float | None]:
        right = np.diag(self.counts)
        return {
            name: float(hits / total) if total else None
            for name, hits, total in zip(self.names, right.tolist(), totals.tolist(), strict=True)
        }
