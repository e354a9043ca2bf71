"""One picture of a source, and the file that it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin

from engine.camera.source import Source
from engine.whole_file import whole_file

_JPEG_QUALITY = 95
_PNG_LEVEL = 3  # 6 takes twice as long and saves a twentieth
_PREVIEW_PX = 640
_DESCRIPTION, _DATE_TIME, _DATE_TIME_ORIGINAL, _OFFSET_ORIGINAL, _SUBSEC_ORIGINAL = (
    0x010E,
    0x0132,
    0x9003,
    0x9011,
    0x9291,
)
_EXIF_IFD = 0x8769


@dataclass(frozen=True, eq=False)
class Frame:
    """Pixels uint8 (rows, cols, 3), red first; `time_s` since the start of the video, or of the capture if it is live.

    `taken_at` is the moment, in UTC, at which a live source gave it; None for the frames of a file.
    """

    pixels: NDArray[np.uint8]
    time_s: float
    taken_at: datetime | None = None


def frame_path(folder: Path, source: Source, frame: Frame, number: int, ending: str) -> Path:
    """Return where a frame goes: source, time and number, so that names sort in order of time."""
    return folder / f"{source.stem}_{_time_in_name(frame)}_{number:04d}.{ending}"


def free_stem(folder: Path, source: Source) -> str:
    """Return how names begin: another number is added where frames of another video with this name lie already."""
    names = [] if source.is_live else [path.name for path in folder.glob("*_*_*")]  # a moment comes only once
    taken = {name.rsplit("_", 2)[0].casefold() for name in names}
    stem, number = source.stem, 1
    while stem.casefold() in taken:
        number += 1
        stem = f"{source.stem}-{number}"
    return stem


def write_frame(path: Path, source: Source, frame: Frame) -> None:
    """Write a frame with its time and source inside; it appears under its name when it is whole.

    Raises:
        OutputError: it cannot be written.
    """
    picture = Image.fromarray(frame.pixels)
    with whole_file(path) as beside:
        if path.suffix.lower() == ".png":
            picture.save(beside, "PNG", compress_level=_PNG_LEVEL, pnginfo=_png_texts(source, frame))
        else:
            picture.save(beside, "JPEG", quality=_JPEG_QUALITY, subsampling=0, exif=_exif(source, frame))


def write_preview(path: Path, frame: Frame) -> None:
    """Write a small JPEG of a frame, over the one before.

    Raises:
        OutputError: it cannot be written.
    """
    picture = Image.fromarray(frame.pixels)
    picture.thumbnail((_PREVIEW_PX, _PREVIEW_PX))
    with whole_file(path) as beside:
        picture.save(beside, "JPEG", quality=80)


def time_text(frame: Frame) -> str:
    """Return the moment of a frame as ISO 8601, or its time in the video as 0:01:02.500."""
    if frame.taken_at is not None:
        return frame.taken_at.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    hours, minutes, seconds, thousandths = _parts(frame.time_s)
    return f"{hours}:{minutes:02d}:{seconds:02d}.{thousandths:03d}"


def _time_in_name(frame: Frame) -> str:
    if frame.taken_at is not None:
        return (
            frame.taken_at.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%S") + f"{_thousandths(frame.taken_at):03d}Z"
        )
    hours, minutes, seconds, thousandths = _parts(frame.time_s)
    return f"{hours:02d}h{minutes:02d}m{seconds:02d}s{thousandths:03d}"


def _parts(time_s: float) -> tuple[int, int, int, int]:
    seconds, thousandths = divmod(round(max(time_s, 0.0) * 1000), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return hours, minutes, seconds, thousandths


def _thousandths(moment: datetime) -> int:
    return moment.microsecond // 1000


def _png_texts(source: Source, frame: Frame) -> PngImagePlugin.PngInfo:
    texts = PngImagePlugin.PngInfo()
    texts.add_itxt("Source", source.name)
    texts.add_text("Creation Time" if frame.taken_at is not None else "Video Time", time_text(frame))
    return texts


def _exif(source: Source, frame: Frame) -> Any:
    exif = Image.Exif()
    about = "at" if frame.taken_at is not None else "at the video time"
    # EXIF texts are ASCII; what is not stays readable.
    exif[_DESCRIPTION] = f"{source.name} {about} {time_text(frame)}".encode("ascii", "backslashreplace").decode()
    if frame.taken_at is not None:
        moment = frame.taken_at.astimezone(timezone.utc)
        exif[_DATE_TIME] = moment.strftime("%Y:%m:%d %H:%M:%S")
        own = exif.get_ifd(_EXIF_IFD)
        own[_DATE_TIME_ORIGINAL] = moment.strftime("%Y:%m:%d %H:%M:%S")
        own[_OFFSET_ORIGINAL] = "+00:00"
        own[_SUBSEC_ORIGINAL] = f"{_thousandths(moment):03d}"
    return exif
