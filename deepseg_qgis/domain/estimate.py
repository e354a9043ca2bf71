"""What a prediction will take, as the engine measured it on a few tiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Estimate:
    """Tiles, seconds and bytes; None where the engine could not tell. `memory_bytes` is the peak of all processes.

    `scratch_bytes` is the most disk while it works, `output_bytes` what stays, `free_bytes` what the disk has.
    """

    n_tiles: int | None = None
    seconds: float | None = None
    memory_bytes: float | None = None
    scratch_bytes: float | None = None
    output_bytes: float | None = None
    free_bytes: float | None = None

    @property
    def disk_bytes(self) -> float | None:
        """Return the most disk that it takes; None where nobody knows."""
        known = [size for size in (self.scratch_bytes, self.output_bytes) if size is not None]
        return sum(known) if known else None

    @property
    def is_disk_too_full(self) -> bool:
        """Tell whether the disk has less room than it takes."""
        disk_bytes = self.disk_bytes
        return disk_bytes is not None and self.free_bytes is not None and self.free_bytes < disk_bytes


def estimate_of(values: Mapping[str, Any]) -> Estimate:
    """Return the estimate in the result of `deepseg predict --dry-run`; what makes no sense is left out."""
    n_tiles = _number(values.get("n_tiles"))
    names = ("seconds", "memory_bytes", "scratch_bytes", "output_bytes", "free_bytes")
    return Estimate(None if n_tiles is None else round(n_tiles), **{name: _number(values.get(name)) for name in names})


def _number(value: Any) -> float | None:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value < float("inf") else None
