"""The network of a model on tiles in memory, timed while a prediction with the same model stands still."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from benchmarks.process import ROOT
from engine.cli.threads import wait_briefly

_TILES_A_TURN = 4  # that the prediction draws from one pause to the next


class BareNetwork:
    """A process with a network and some tiles, which says how long it takes for one of them.

    A machine that gets slower or faster while it is measured does so for the prediction and for the network.
    """

    def __init__(self, model: Path, raster: Path, n_tiles: int) -> None:
        """Start it; `n_tiles` are held in memory and drawn in turn."""
        words = [sys.executable, "-m", "benchmarks.bare", "speed", model, raster, n_tiles]
        environment = dict(os.environ)
        wait_briefly(environment)  # as predictions do
        self._process = subprocess.Popen(
            list(map(str, words)),
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.shape = self._answer()
        self._seconds: dict[str, list[float]] = {"as_predicted": [], "plain": []}
        self._last_done = 0

    def __enter__(self) -> BareNetwork:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    @property
    def n_timed(self) -> int:
        """Return how many tiles were timed as predictions draw them."""
        return len(self._seconds["as_predicted"])

    def seconds(self, way: str) -> float:
        """Return the mean seconds of a tile, `as_predicted` or `plain`."""
        return statistics.mean(self._seconds[way])

    def spread(self, way: str) -> tuple[float, float]:
        """Return the least and the most seconds of a tile."""
        return min(self._seconds[way]), max(self._seconds[way])

    def pause_at(self, line: str) -> Callable[[], None] | None:
        """Return what is to be timed when the prediction has said `line`, if anything."""
        event = json.loads(line)
        if event["event"] != "progress" or event["stage"] != "predict" or not event["done"]:
            return None
        if event["done"] < self._last_done + _TILES_A_TURN or event["done"] == event["total"]:
            return None
        self._last_done = event["done"]
        return self._time

    def _time(self) -> None:
        for way in self._seconds:
            assert self._process.stdin is not None
            self._process.stdin.write(f"{way}\n")
            self._process.stdin.flush()
            self._seconds[way].append(self._answer()["seconds"])

    def _answer(self) -> dict[str, float]:
        assert self._process.stdout is not None
        answer: dict[str, float] = json.loads(self._process.stdout.readline())
        return answer
