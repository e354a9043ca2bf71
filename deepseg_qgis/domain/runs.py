"""A training of the past, and what the next one is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .history import EpochRow, best

DONE, STOPPED, EMPTY = "done", "stopped", "empty"


@dataclass(frozen=True)
class PastRun:
    """A folder of runs/: what was asked for, what every epoch brought, and the model if there is one.

    `parameters` are those of `deepseg:train`, empty where they are not known; `when` is in seconds since 1970.
    """

    name: str
    folder: str
    model: str
    has_model: bool
    can_resume: bool
    n_epochs: int | None
    when: float
    rows: Sequence[EpochRow] = ()
    parameters: Mapping[str, object] = field(default_factory=dict)

    @property
    def best(self) -> EpochRow | None:
        """Return the epoch whose weights are in the model."""
        return best(self.rows)

    @property
    def state(self) -> str:
        """Return DONE, STOPPED (some epochs, fewer than asked for) or EMPTY (no epoch was done)."""
        if not self.rows:
            return DONE if self.has_model else EMPTY
        if self.n_epochs is not None and self.rows[-1].epoch < self.n_epochs and self.can_resume:
            return STOPPED
        return DONE


def run_stem(site_name: str) -> str:
    """Return what the runs of a site are called, fit for a folder on every system."""
    stem = re.sub(r"[^\w-]+", "-", site_name.strip(), flags=re.UNICODE).strip("-_").lower()
    return stem[:40] or "run"


def next_run_name(site_name: str, taken: Iterable[str]) -> str:
    """Return `kampala-3` where 1 and 2 are taken; numbers of deleted runs in between are not given again."""
    stem = run_stem(site_name)
    pattern = re.compile(re.escape(stem) + r"-(\d+)$", re.IGNORECASE)
    numbers = [int(found.group(1)) for found in map(pattern.match, taken) if found]
    return f"{stem}-{max(numbers, default=0) + 1}"
