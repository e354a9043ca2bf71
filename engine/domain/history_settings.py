"""What `deepseg history` was asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FORMATS = ("table", "json", "csv")


@dataclass(frozen=True, kw_only=True)
class HistorySettings:
    """The folder whose runs are wanted; two or more of them to compare, or one to show whole."""

    folder: Path
    compare: tuple[str, ...] = ()
    show: str | None = None
    format: str = "table"
    output: Path | None = None

    def __post_init__(self) -> None:
        if self.format not in FORMATS:
            raise ValueError(f"format must be one of {', '.join(FORMATS)}, got {self.format!r}")
        if len(self.compare) == 1:
            raise ValueError(f"compare must name two or more runs, got {self.compare[0]!r}")
        if self.compare and self.show is not None:
            raise ValueError("give either --compare or --show, not both")
