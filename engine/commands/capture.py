"""`deepseg capture`: frames of a camera, a video or a stream become rasters in a folder, or are only looked at."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from engine.camera.frame import Frame, frame_path, free_stem, time_text, write_frame, write_preview
from engine.camera.look import look
from engine.camera.source import FILE, Source, parse_source
from engine.camera.stream import Stream
from engine.domain.capture_settings import CaptureSettings
from engine.errors import CameraError
from engine.events import Reporter
from engine.stop import StopFlag
from engine.whole_file import check_no_input

_PREVIEW_EVERY_S = 0.25


def capture(settings: CaptureSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write frames until there are `settings.count`, the source ends, or somebody stops; what was written stays.

    Raises:
        CameraError: the source cannot be opened, gives no picture, or falls silent.
        OutputError: a frame cannot be written.
        Stopped: when `stop` was requested; the frames are kept.
    """
    source = parse_source(settings.source)
    if settings.preview is not None and source.kind == FILE:
        check_no_input(settings.preview, Path(source.address))
    if settings.look and settings.preview is not None:
        look(source, settings.preview, timeout_s=settings.timeout_s, reporter=reporter, stop=stop)
        return
    assert settings.output is not None
    source = replace(source, stem=free_stem(settings.output, source))
    reporter.stage("capture", f"opening {source.name}")
    taking = _Taking(settings, settings.output, source, reporter)
    # A preview looks more often than frames are kept.
    has_live_preview = settings.preview is not None and source.is_live
    every_s = min(settings.every_s, _PREVIEW_EVERY_S) if has_live_preview else settings.every_s
    with Stream(source, every_s=every_s, timeout_s=settings.timeout_s) as stream:
        for frame in stream.frames():
            stop.check(taking.kept())
            if frame is not None:
                taking.take(frame)
            if taking.is_done:
                break
    stop.check(taking.kept())
    taking.tell_end()


class _Taking:
    """What was taken so far."""

    def __init__(self, settings: CaptureSettings, folder: Path, source: Source, reporter: Reporter) -> None:
        self._settings = settings
        self._folder = folder
        self._source = source
        self._reporter = reporter
        self._due_s = 0.0
        self._previewed_s = float("-inf")
        self._first: Frame | None = None
        self._last: Frame | None = None
        self.n_frames = 0

    @property
    def is_done(self) -> bool:
        """Tell whether there are as many frames as were asked for."""
        return self._settings.count is not None and self.n_frames >= self._settings.count

    def kept(self) -> str:
        """Return what is there when it is stopped now."""
        if not self.n_frames:
            return "Stopped before the first frame."
        return f"Stopped; {_frames(self.n_frames)} in {self._folder} kept."

    def take(self, frame: Frame) -> None:
        """Show a picture, and keep it if it is time for the next frame."""
        if self._last is None and self._first is None:
            rows, cols = frame.pixels.shape[:2]
            self._reporter.stage("capture", f"taking frames of {cols} x {rows} px from {self._source.name}")
        is_due = not self._source.is_live or frame.time_s >= self._due_s
        if is_due:
            self._keep(frame)
            self._due_s = frame.time_s + self._settings.every_s
        self._show(frame)

    def _keep(self, frame: Frame) -> None:
        number, ending = self.n_frames + 1, self._settings.format
        path = frame_path(self._folder, self._source, frame, number, ending)
        write_frame(path, self._source, frame)
        self.n_frames = number
        self._first, self._last = self._first or frame, frame
        self._reporter.artifact("frame", path)
        if self._settings.count is not None:  # otherwise nobody knows how many there will be
            self._reporter.progress("capture", number, self._settings.count, "frame")

    def _show(self, frame: Frame) -> None:
        now_s = time.monotonic()
        if self._settings.preview is None or now_s - self._previewed_s < _PREVIEW_EVERY_S:
            return
        self._previewed_s = now_s
        write_preview(self._settings.preview, frame)
        self._reporter.artifact("preview", self._settings.preview)

    def tell_end(self) -> None:
        """Tell how many frames there are.

        Raises:
            CameraError: there is none.
        """
        if self._first is None or self._last is None:
            raise CameraError(
                f"{self._source.name} ended before it gave a picture",
                hint="Check that it is a video that plays." if self._source.kind == FILE else "Check the camera.",
            )
        count, n_frames = self._settings.count, self.n_frames
        if not self.is_done and (count is not None or self._source.is_live):
            asked = f" of {count}" if count is not None else ""
            self._reporter.warning("source_ended", f"{self._source.name} ended after {n_frames}{asked} frames")
        rows, cols = self._last.pixels.shape[:2]
        times = time_text(self._first), time_text(self._last)
        self._reporter.result(
            {
                "source": self._source.name,
                "folder": self._folder.absolute(),
                "n_frames": n_frames,
                "width_px": cols,
                "height_px": rows,
                "first": times[0],
                "last": times[1],
                "text": f"{_frames(n_frames)} of {cols} x {rows} px in {self._folder}, from {times[0]} to {times[1]}",
            }
        )


def _frames(n: int) -> str:
    return "1 frame" if n == 1 else f"{n} frames"
