"""What `deepseg capture` was asked to do."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

FRAME_FORMATS = ("png", "jpg")


@dataclass(frozen=True, kw_only=True)
class CaptureSettings:
    """What `deepseg capture` was asked; `count` None takes frames until the source ends or somebody stops.

    With `look` the source is shown in `preview`, and no frame is kept.
    """

    source: str
    output: Path | None = None
    every_s: float = 1.0
    count: int | None = None
    format: str = "png"
    preview: Path | None = None
    timeout_s: float = 10.0
    look: bool = False

    def __post_init__(self) -> None:
        if not self.source.strip():
            raise ValueError("source must name a camera, a video file or a URL")
        if self.look and self.preview is None:
            raise ValueError("preview must be given with --look: the JPEG in which the source is seen")
        if not self.look and self.output is None:
            raise ValueError("output must be given: the folder that the frames go to")
        if not (math.isfinite(self.every_s) and self.every_s >= 0):
            raise ValueError(f"every_s must be at least 0, got {self.every_s}")
        if self.count is not None and self.count < 1:
            raise ValueError(f"count must be at least 1, got {self.count}")
        if self.format not in FRAME_FORMATS:
            raise ValueError(f"format must be one of {', '.join(FRAME_FORMATS)}, got {self.format!r}")
        if self.preview is not None and self.preview.suffix.lower() not in (".jpg", ".jpeg"):
            raise ValueError(f"preview must end in .jpg, got {str(self.preview)!r}")
        if not (math.isfinite(self.timeout_s) and self.timeout_s > 0):
            raise ValueError(f"timeout_s must be more than 0, got {self.timeout_s}")
