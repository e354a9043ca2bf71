"""What a person names as the source of frames: a camera of this computer, a video file, or the URL of a stream."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from engine.errors import CameraError

SCHEMES = ("http", "https", "rtsp", "rtsps", "rtmp", "rtmps", "tcp", "udp", "rtp", "srt")
DEVICE, FILE, URL = "device", "file", "url"


@dataclass(frozen=True)
class Source:
    """A source of one kind; `name` says it to people without user, password and query, `stem` begins file names."""

    kind: str
    address: str
    name: str
    stem: str

    @property
    def is_live(self) -> bool:
        """Tell whether frames come when they come; those of a file wait until they are fetched."""
        return self.kind != FILE


def parse_source(text: str) -> Source:
    """Return the source that a person named.

    Raises:
        CameraError: there is no such file, or it is a kind of address that is not read.
    """
    text = text.strip()
    if text.isdigit():
        return Source(DEVICE, text, f"camera {text}", f"camera{text}")
    if "://" in text:
        return _of_url(text)
    path = Path(text)
    if not path.is_file():
        what = f"{path} is a folder" if path.is_dir() else f"{path} does not exist"
        raise CameraError(
            f"{what}; a source is the number of a camera, a video file or a URL",
            hint="Give 0 for the first camera, the path of a video, or a URL that begins with rtsp:// or http://.",
        )
    return Source(FILE, str(path), path.name, path.stem)


def _of_url(text: str) -> Source:
    try:
        parts = urlsplit(text)
        port = f":{parts.port}" if parts.port else ""
    except ValueError as err:
        raise CameraError(f"this is no URL: {err}", hint="Copy it from the camera's page or manual.") from err
    if parts.scheme.lower() not in SCHEMES or not parts.hostname:
        raise CameraError(
            f"a URL that begins with {parts.scheme}:// cannot be a source",
            hint=f"Use one that begins with {', '.join(f'{scheme}://' for scheme in SCHEMES)}.",
        )
    # User, password and query stay out of file names, metadata and messages.
    stem = "".join(letter if letter.isalnum() else "-" for letter in parts.hostname).strip("-") or "stream"
    return Source(URL, text, f"{parts.scheme.lower()}://{parts.hostname}{port}{parts.path}", stem)
