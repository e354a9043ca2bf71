"""What is kept of a run: what was asked, how it ended, what it brought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

RECORD_FORMAT = 1  # raised when an older reader would misunderstand a record
RUNNING, DONE, STOPPED, FAILED = "running", "done", "stopped", "failed"
STATES = (RUNNING, DONE, STOPPED, FAILED)
_TEXTS = ("command", "state", "started", "folder", "message", "about")
# Settings that say where results go: they always differ, and say nothing about why results do.
PLACES = frozenset({"output", "report", "html", "matches", "run_dir"})


@dataclass(frozen=True, kw_only=True)
class RunRecord:
    """One run of `command`.

    Attributes:
        state: RUNNING while it goes on, and for ever where it was killed.
        started: when it began, in UTC, such as 2026-03-01T14:05:00Z.
        seconds: how long it worked, the parts before it was gone on with among them.
        words: the command line after `deepseg`, as it was typed in `folder`.
        settings: what it was asked, defaults as well, flat: one name, one value.
        outputs: files that it wrote, by kind.
        result: scores, counts and areas, as its event `result` told them.
        message: why it failed, or what was kept when it was stopped.
        about: what it worked on and with, as it was told when the work began.
    """

    command: str
    state: str
    started: str
    seconds: float
    words: tuple[str, ...] = ()
    folder: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    result: Mapping[str, Any] = field(default_factory=dict)
    message: str = ""
    about: str = ""
    engine_version: str = ""

    def __post_init__(self) -> None:
        if self.state not in STATES:
            raise ValueError(f"state must be one of {', '.join(STATES)}, got {self.state!r}")
        if not self.command:
            raise ValueError("a run has a command")

    def as_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {"format": RECORD_FORMAT, **asdict(self), "words": list(self.words)}

    @classmethod
    def from_dict(cls, values: Any) -> RunRecord:
        """Return the record that `as_dict` wrote; names that are not known are left out.

        Raises:
            ValueError: it is none, or one of a later format.
        """
        if not isinstance(values, Mapping) or not isinstance(values.get("format"), int):
            raise ValueError("it is no record of a run")
        if values["format"] > RECORD_FORMAT:
            raise ValueError("a newer DeepSeg wrote it")
        known: dict[str, Any] = {each.name: values[each.name] for each in fields(cls) if each.name in values}
        for name in ("settings", "outputs", "result"):
            if not isinstance(known.get(name, {}), Mapping):
                raise ValueError(f"its {name} are no names with values")
        try:
            seconds, words = float(known.pop("seconds", 0.0)), tuple(map(str, known.pop("words", ())))
            texts = {name: str(known.get(name, "")) for name in _TEXTS}
        except TypeError as err:
            raise ValueError(f"a value in it cannot be: {err}") from err
        return cls(**{**known, **texts, "seconds": seconds, "words": words})

    @property
    def scores(self) -> dict[str, float]:
        """Return the scores that the run told: of the best epoch, or of the evaluation over all categories."""
        given = self.result.get("overall") if self.command == "evaluate" else self.result.get("scores")
        return _numbers(given)

    @property
    def category_scores(self) -> dict[str, float]:
        """Return the F1 of each category that was evaluated."""
        given = self.result.get("categories")
        f1 = {name: each.get("f1") for name, each in (given if isinstance(given, Mapping) else {}).items() if each}
        return _numbers(f1)

    @property
    def n_footprints(self) -> dict[str, float]:
        """Return how many footprints of each category a prediction brought."""
        return _numbers(self.result.get("per_category"))

    @property
    def areas_m2(self) -> dict[str, float]:
        """Return the ground that they cover."""
        return _numbers(self.result.get("area_m2_per_category"))


def _numbers(values: Any) -> dict[str, float]:
    given = values.items() if isinstance(values, Mapping) else ()
    return {str(name): value for name, value in given if isinstance(value, int | float) and not isinstance(value, bool)}
