"""Frames of a camera that is not there."""

from __future__ import annotations

import os
import struct
import zlib

from engine.telling import Failed, Stopped, asked_to_stop, step_s, steps, tell

WIDTH, HEIGHT = 32, 24


def capture(settings) -> None:
    if settings.source == "9":
        raise Failed("CameraError", "camera 9 cannot be opened", "Check that it is plugged in; try another number.")
    if settings.look:
        look(settings)
        return
    tell("stage", name="capture", message=f"taking frames of {WIDTH} x {HEIGHT} px from camera {settings.source}")
    os.makedirs(settings.output, exist_ok=True)
    count, paths = settings.count or 4, []
    for number in steps("capture", count, "frame", saved="Stopped; the frames are kept."):
        path = os.path.abspath(os.path.join(settings.output, f"camera0_20260304T050607{number:03d}Z_{number:04d}.png"))
        write_png(path, (40 * number) % 256)
        tell("artifact", kind="frame", path=path)
        paths.append(path)
        if settings.preview:
            write_png(settings.preview, (40 * number) % 256)
            tell("artifact", kind="preview", path=settings.preview)
    tell("result", values={"n_frames": count, "folder": settings.output, "text": f"{count} frames"})


def look(settings) -> None:
    """Show what is seen until somebody stops; a video ends."""
    count = 5 if os.path.isfile(settings.source) else 100_000
    for number in range(count):
        if asked_to_stop.wait(max(step_s(), 0.02)):
            raise Stopped("Stopped; no frame was kept.")
        write_png(settings.preview, 200)
        tell("artifact", kind="preview", path=settings.preview)
        if not number:
            tell("stage", name="capture", message="showing")
    tell("result", values={"n_frames": 0, "text": f"{settings.source} has ended; no frame was kept"})


def write_png(path: str, red: int) -> None:
    """Write a picture of one color."""
    rows = (b"\0" + bytes((red, 90, 30)) * WIDTH) * HEIGHT
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")):
            file.write(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))
