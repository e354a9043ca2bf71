"""Shows what a source sees in a small JPEG that is written anew all the time; nothing is kept."""

from __future__ import annotations

import time
from pathlib import Path

from engine.camera.frame import Frame, write_preview
from engine.camera.source import Source
from engine.camera.stream import Stream
from engine.errors import CameraError
from engine.events import Reporter
from engine.stop import StopFlag

_EVERY_S = 0.1  # smooth enough to point a camera; a picture costs some milliseconds on either side
_ASK_S = 0.05


def look(source: Source, preview: Path, *, timeout_s: float, reporter: Reporter, stop: StopFlag) -> None:
    """Write the newest picture to `preview` until the source ends or somebody stops; a video plays at its own speed.

    Raises:
        CameraError: the source cannot be opened, gives no picture, or falls silent.
        OutputError: the picture cannot be written.
        Stopped: when `stop` was requested.
    """
    reporter.stage("capture", f"opening {source.name}")
    began_s = time.monotonic()
    n_shown = 0
    with Stream(source, every_s=_EVERY_S, timeout_s=timeout_s) as stream:
        for frame in stream.frames():
            stop.check("Stopped; no frame was kept.")
            if frame is None:
                continue
            if not n_shown:
                rows, cols = frame.pixels.shape[:2]
                reporter.stage("capture", f"showing {cols} x {rows} px from {source.name}")
                began_s = time.monotonic() - frame.time_s
            if not source.is_live:
                _wait_for(frame, began_s, stop)
            write_preview(preview, frame)
            reporter.artifact("preview", preview)
            n_shown += 1
    stop.check("Stopped; no frame was kept.")
    if not n_shown:
        raise CameraError(f"{source.name} ended before it gave a picture", hint="Check that it plays elsewhere.")
    reporter.result({"source": source.name, "n_frames": 0, "text": f"{source.name} has ended; no frame was kept"})


def _wait_for(frame: Frame, began_s: float, stop: StopFlag) -> None:
    """Return when it is this frame's turn."""
    while (left_s := began_s + frame.time_s - time.monotonic()) > 0:
        stop.check("Stopped; no frame was kept.")
        time.sleep(min(left_s, _ASK_S))
