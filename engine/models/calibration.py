"""Which backend runs a network fastest here: the same few tiles through each, timed and compared."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.errors import Stopped
from engine.models.prepared import Drawer

Build = Callable[[], Drawer]
OnTile = Callable[[], None]
_LEAST_GAIN = 0.10  # of torch's time: for less, nobody should have another backend without asking
_MOST_DIFFERENCE = 1  # of 255: what rounding in other places may change
_HOPELESS = 1.5  # times as slow as the fastest so far: one tile is enough to see that
_MOST_TOLD = 200  # letters of what a library says


@dataclass(frozen=True)
class Calibration:
    """What was measured: the backend to use, seconds a tile of those that agree, and why the others are out."""

    backend: str
    seconds: Mapping[str, float]
    refused: Mapping[str, str] = field(default_factory=dict)


def calibrate(
    tiles: Sequence[NDArray[np.float32]], builds: Mapping[str, Build], *, on_tile: OnTile
) -> tuple[Calibration, Drawer]:
    """Return which backend is the fastest, and its drawer.

    Another backend than torch is taken if it draws the same fields, but for rounding, in a tenth less time.

    Args:
        tiles: float32 (1, bands, rows, cols) each, of one shape, at least one.
        builds: makes the drawer of each backend; torch comes first.
        on_tile: called after every tile; what it raises ends the trial.
    """
    (first, build), *others = builds.items()
    assert first == "torch", "all are measured against torch"
    best = torch = _Trial(build())
    torch.draw_all(tiles, on_tile)
    seconds, refused, backend = {first: torch.least_s}, {}, first
    for name, build in others:
        trial = _tried(build, tiles, torch.drawn, on_tile, hopeless_s=_HOPELESS * best.least_s)
        if isinstance(trial, str):
            refused[name] = trial
            continue
        seconds[name] = trial.least_s
        if trial.least_s <= (1 - _LEAST_GAIN) * torch.least_s and trial.least_s < best.least_s:
            backend, best = name, trial
    return Calibration(backend, seconds, refused), best.draw


class _Trial:
    """A drawer, what it drew of the tiles, and how long each took."""

    def __init__(self, draw: Drawer) -> None:
        self.draw = draw
        self.drawn: list[NDArray[np.uint8]] = []
        self.least_s = math.inf

    def draw_all(self, tiles: Sequence[NDArray[np.float32]], on_tile: OnTile, *, hopeless_s: float = math.inf) -> None:
        """Draw the tiles, and none after one that took hopelessly long."""
        self.draw(tiles[0])  # the first takes longer: libraries make up their minds
        for tile in tiles:
            began_s = time.perf_counter()
            self.drawn.append(self.draw(tile))
            self.least_s = min(self.least_s, time.perf_counter() - began_s)
            on_tile()
            if self.least_s > hopeless_s:
                return


def _tried(
    build: Build,
    tiles: Sequence[NDArray[np.float32]],
    expected: Sequence[NDArray[np.uint8]],
    on_tile: OnTile,
    *,
    hopeless_s: float,
) -> _Trial | str:
    """Return what a backend took, or why it is no choice here."""
    try:
        trial = _Trial(build())
        trial.draw_all(tiles, on_tile, hopeless_s=hopeless_s)
    except Stopped:
        raise
    except Exception as err:  # noqa: BLE001  (libraries that cannot run a network say so in kinds of their own)
        return " ".join(str(err).split())[:_MOST_TOLD] or type(err).__name__
    most = max(int(np.abs(a.astype(np.int16) - b).max()) for a, b in zip(trial.drawn, expected, strict=False))
    return f"it draws other fields than torch, by up to {most} of 255" if most > _MOST_DIFFERENCE else trial
