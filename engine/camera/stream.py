"""Frames of a source, read in a thread of its own: a camera or a server that hangs holds up nobody.

OpenCV is imported here alone, and only when something is captured.
"""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

from engine.camera.frame import Frame
from engine.camera.source import DEVICE, FILE, Source
from engine.errors import CameraError

_ASK_S = 0.1  # how often a wait asks whether to stop
_AHEAD = 2  # frames that wait to be written
_NO_PICTURE_TRIES = 30  # broken pictures in a row, as after a lost packet, before a live source counts as ended


class Stream:
    """A source that is being read; used in a `with`.

    A file gives one frame each `every_s` of its own time, none is lost; a live source gives the newest picture there is
    at least `every_s` after the one before.
    """

    def __init__(self, source: Source, *, every_s: float, timeout_s: float) -> None:
        self._source = source
        self._every_s = every_s
        self._timeout_s = timeout_s
        self._frames: queue.Queue[Frame | Exception | None] = queue.Queue(_AHEAD)
        self._grabbed_s = float("-inf")  # when the source last gave a picture, wanted or not
        self._is_left = threading.Event()
        self._is_open = threading.Event()
        # A daemon: where a driver never comes back, the process ends all the same.
        self._thread = threading.Thread(target=self._read, name="camera", daemon=True)

    def __enter__(self) -> Stream:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_left.set()
        self._thread.join(timeout=1.0)

    def frames(self) -> Iterator[Frame | None]:
        """Yield frames until the source ends; None whenever it is time to ask whether to stop.

        Raises:
            CameraError: it cannot be opened, or gives nothing for `timeout_s`.
        """
        heard_s = time.monotonic()
        while True:
            try:
                item = self._frames.get(timeout=_ASK_S)
            except queue.Empty:
                if time.monotonic() - max(heard_s, self._grabbed_s) > self._timeout_s:
                    raise self._silent() from None
                yield None
                continue
            if isinstance(item, Exception):
                raise item
            if item is None:
                return
            yield item
            heard_s = time.monotonic()

    def _silent(self) -> CameraError:
        if not self._is_open.is_set():
            return CameraError(
                f"{self._source.name} did not open within {self._timeout_s:g} s",
                hint="Check that it is switched on and that the address is right, or give it longer with --timeout-s.",
            )
        return CameraError(
            f"{self._source.name} sent no picture for {self._timeout_s:g} s",
            hint="Check the camera and the network; frames taken so far are kept.",
        )

    # In the thread

    def _read(self) -> None:
        try:
            capture = _opened(self._source, self._timeout_s)
            self._is_open.set()
            try:
                for frame in self._file_frames(capture) if self._source.kind == FILE else self._live_frames(capture):
                    if not self._put(frame):
                        return
            finally:
                capture.release()
        except Exception as err:  # noqa: BLE001  (handed to the one who waits for frames, who raises it)
            self._put(err)
            return
        self._put(None)

    def _put(self, item: Frame | Exception | None) -> bool:
        """Hand over what was read, and return whether somebody still waits for more."""
        while not self._is_left.is_set():
            # If the writer is behind, a picture of a live source comes too late and is left out.
            if self._fits(item) or (self._source.is_live and isinstance(item, Frame)):
                return True
        return False

    def _fits(self, item: Frame | Exception | None) -> bool:
        try:
            self._frames.put(item, timeout=_ASK_S)
        except queue.Full:
            return False
        return True

    def _live_frames(self, capture: Any) -> Iterator[Frame]:
        began_s, due_s, n_broken = time.monotonic(), 0.0, 0
        while not self._is_left.is_set():
            if not capture.grab():
                n_broken += 1
                if n_broken >= (_NO_PICTURE_TRIES if self._source.kind == DEVICE else 1):
                    return
                time.sleep(0.03)
                continue
            self._grabbed_s = time.monotonic()
            time_s = time.monotonic() - began_s
            if time_s < due_s:
                continue  # grabbed so that the next one is new, not decoded
            is_read, pixels = capture.retrieve()
            if not is_read:
                n_broken += 1
                if n_broken >= _NO_PICTURE_TRIES:
                    return
                continue
            n_broken, due_s = 0, time_s + self._every_s
            yield Frame(_red_first(pixels), time_s, datetime.now(timezone.utc))

    def _file_frames(self, capture: Any) -> Iterator[Frame]:
        import cv2

        every_s, fps = self._every_s, capture.get(cv2.CAP_PROP_FPS)
        n_read, n_due = 0, 0
        while not self._is_left.is_set() and capture.grab():
            self._grabbed_s = time.monotonic()
            time_s = capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
            if time_s <= 0 and n_read and fps > 0:  # containers without times of their own
                time_s = n_read / fps
            n_read += 1
            # Counted from the start, so that rounding does not add up; a millisecond is what containers round to.
            if time_s + 0.001 < n_due * every_s:
                continue
            is_read, pixels = capture.retrieve()
            if is_read:
                n_due = int((time_s + 0.001) / every_s) + 1 if every_s else 0
                yield Frame(_red_first(pixels), time_s)


def _opened(source: Source, timeout_s: float) -> Any:
    import cv2

    _quiet(cv2)
    # Longer than ours, so that it is we who say what happened; the thread comes back from it in the end.
    patience_ms = int(2000 * timeout_s) + 1000
    milliseconds = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, patience_ms, cv2.CAP_PROP_READ_TIMEOUT_MSEC, patience_ms]
    try:
        if source.kind == DEVICE:
            capture = cv2.VideoCapture(int(source.address))
        else:
            capture = cv2.VideoCapture(source.address, cv2.CAP_FFMPEG, milliseconds)
    except cv2.error as err:
        raise _unopened(source) from err
    if not capture.isOpened():
        raise _unopened(source)
    return capture


def _unopened(source: Source) -> CameraError:
    hint = "Check that it is a video that plays; other formats can be converted with ffmpeg or VLC."
    if source.kind == DEVICE:
        hint = "Check that it is plugged in, that you may use it, and that no other program has it; try another number."
    elif source.is_live:
        hint = "Open the address in VLC or a browser to see whether it sends pictures, and whether it wants a password."
    return CameraError(f"{source.name} cannot be opened", hint=hint)


def _quiet(cv2: Any) -> None:
    """Let our sentences speak alone; what OpenCV and FFmpeg tell programmers is left out."""
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")  # read when the first video is opened
    log = getattr(getattr(cv2, "utils", None), "logging", None)
    if log is not None:
        log.setLogLevel(log.LOG_LEVEL_SILENT)


def _red_first(pixels: Any) -> Any:
    """Return uint8 (rows, cols, 3), red first, of what OpenCV gives: blue first, or one band."""
    import cv2

    if pixels.dtype != "uint8":
        pixels = cv2.convertScaleAbs(pixels, alpha=1 / 256)
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        return cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGB)
    return cv2.cvtColor(pixels[:, :, :3], cv2.COLOR_BGR2RGB)
