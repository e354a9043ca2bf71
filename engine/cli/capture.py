"""`deepseg capture`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command
from engine.domain.capture_settings import FRAME_FORMATS, CaptureSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg capture`."""
    parser.add_argument(
        "--source",
        required=True,
        metavar="0|FILE|URL",
        help="the number of a camera from 0, a video file, or the URL of a stream (rtsp://, http://, ...)",
    )
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="folder that the frames go to (required but for --look)"
    )
    parser.add_argument(
        "--every-s", type=float, default=1.0, metavar="N", help="seconds from frame to frame; 0: all (default: 1)"
    )
    parser.add_argument(
        "--count", type=int, metavar="N", help="how many frames (default: until the source ends or you stop)"
    )
    parser.add_argument("--format", choices=FRAME_FORMATS, default="png", help="default: png, without loss")
    parser.add_argument(
        "--preview", type=Path, metavar="FILE", help="a small JPEG of what is seen, written anew up to 4 times a second"
    )
    parser.add_argument(
        "--timeout-s",
        type=float,
        default=10.0,
        metavar="N",
        help="give up after so long without a picture (default: 10)",
    )
    parser.add_argument(
        "--look",
        action="store_true",
        help="only show the source in --preview, until you stop; no frame is kept, a video plays at its own speed",
    )


def settings(options: argparse.Namespace) -> CaptureSettings:
    """Return what `deepseg capture` was asked."""
    return CaptureSettings(
        source=options.source,
        output=options.output,
        every_s=options.every_s,
        count=options.count,
        format=options.format,
        preview=options.preview,
        timeout_s=options.timeout_s,
        look=options.look,
    )


COMMAND = Command(
    name="capture",
    summary="take frames from a camera, a video or a stream as rasters",
    example="deepseg capture --source site.mp4 --every-s 5 --output frames",
    add_options=add_options,
    settings=settings,
)
