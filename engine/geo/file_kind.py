"""What a file really is, by its first bytes: names lie, and downloads fail."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_HEAD_BYTES = 512
_TAIL_BYTES = 1024
_END_MARKS = ((b"\x89PNG", b"IEND"), (b"\xff\xd8\xff", b"\xff\xd9"), (b"GIF8", b"\x3b"))
# The endings that go with what GDAL calls a format.
_ENDINGS: dict[str, tuple[str, ...]] = {
    "GeoTIFF": (".tif", ".tiff", ".gtiff", ".btf", ".tf8"),
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif", ".jif"),
    "JPEG 2000": (".jp2", ".j2k", ".j2c", ".jpc", ".jpx", ".jpf"),
    "WebP": (".webp",),
    "BMP": (".bmp", ".dib"),
    "GIF": (".gif",),
}
_DRIVERS = {
    "GTiff": "GeoTIFF",
    "COG": "GeoTIFF",
    "PNG": "PNG",
    "JPEG": "JPEG",
    "JP2OpenJPEG": "JPEG 2000",
    "JP2ECW": "JPEG 2000",
    "JP2KAK": "JPEG 2000",
    "JP2MrSID": "JPEG 2000",
    "WEBP": "WebP",
    "BMP": "BMP",
    "GIF": "GIF",
}
_RASTERS = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),
    (b"MM\x00+", "TIFF"),
    (b"\x00\x00\x00\x0cjP", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"BM", "BMP"),
    (b"GIF8", "GIF"),
)
# What people take for rasters; most of it came in place of a download.
_STRANGERS = (
    (b"<!doctype html", "a web page", "Download the raster itself; you may have to sign in first."),
    (b"<html", "a web page", "Download the raster itself; you may have to sign in first."),
    (b"version https://git-lfs", "a pointer of Git LFS", "Fetch the file itself with `git lfs pull`."),
    (b"pk\x03\x04", "a zip archive", "Unpack it first."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it first."),
    (b"rar!", "a RAR archive", "Unpack it first."),
    (b"%pdf", "a PDF document", "Save its picture as a GeoTIFF or PNG, for example in QGIS."),
    (b"<?xml", "an XML file", "Choose the raster that it describes."),
    (b"<svg", "an SVG drawing", "Save it as a PNG."),
)
_MEDIA = (
    ((b"heic", b"heix", b"mif1", b"msf1", b"heim"), "a HEIC picture", "Save it as a JPEG or PNG."),
    ((b"avif", b"avis"), "an AVIF picture", "Save it as a JPEG or PNG."),
    (
        (b"isom", b"mp41", b"mp42", b"qt  ", b"m4v ", b"avc1", b"iso2", b"iso5", b"iso6"),
        "a video",
        "Take frames from it with `deepseg capture`.",
    ),
)
_TURNS = {
    "2": "mirrored",
    "3": "turned by 180 degrees",
    "4": "flipped",
    "5": "flipped and turned to the right",
    "6": "turned to the right",
    "7": "flipped and turned to the left",
    "8": "turned to the left",
}


def why_not_opened(path: Path) -> tuple[str, str] | None:
    """Return what a file that GDAL does not open is instead, and what to do; None where its content does not tell."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return None
    if not size:
        return "it is empty", "It was not copied or downloaded to its end; get it again."
    if not head.strip(b"\x00"):
        return "it begins with zeros only", "It was not copied or downloaded to its end; get it again."
    kind = next((name for start, name in _RASTERS if head.startswith(start)), None)
    if kind is None and head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        kind = "WebP"
    if kind is not None:
        return (
            f"it begins like a {kind} but cannot be read on",
            "It is damaged or was not copied to its end; copy or export it again.",
        )
    stranger = _stranger(head)
    return None if stranger is None else (f"it is {stranger[0]}", stranger[1])


def may_be_cut_short(path: Path) -> bool:
    """Tell whether a file lacks the mark of its end, is shorter than it says, or says neither; its pixels know."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(12)
            file.seek(max(size - _TAIL_BYTES, 0))
            tail = file.read(_TAIL_BYTES)
    except OSError:
        return True
    if head[:4] == b"RIFF":
        return size < int.from_bytes(head[4:8], "little") + 8
    mark = next((mark for start, mark in _END_MARKS if head.startswith(start)), None)
    if mark is not None:
        return mark not in tail
    return head[:2] in (b"II", b"MM") or (head[:2] == b"BM" and size < int.from_bytes(head[2:6], "little"))


def _stranger(head: bytes) -> tuple[str, str] | None:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    found = next(((name, hint) for start, name, hint in _STRANGERS if text.startswith(start)), None)
    if found is None and head[4:8] == b"ftyp":
        found = next(((name, hint) for brands, name, hint in _MEDIA if head[8:12].lower() in brands), None)
    if found is None and head[:4] == b"RIFF" and head[8:12] == b"AVI ":
        return "a video", "Take frames from it with `deepseg capture`."
    if found is None and all(byte in b"\t\r\n" or 32 <= byte < 127 for byte in head):
        return "text", "Choose the raster itself."
    return found


def name_note(path: Path, driver: str) -> str:
    """Return a sentence where the ending of the name is that of another format; empty where all is well."""
    kind, ending = _DRIVERS.get(driver), path.suffix.lower()
    said = next((name for name, endings in _ENDINGS.items() if ending in endings), None)
    if kind is None or said is None or kind == said:
        return ""
    return f"It is a {kind}, although its name ends in {path.suffix}; it is read as what it is."


def turn_note(tags: Mapping[str, str]) -> str:
    """Return a sentence where the camera noted how to hold the picture, which neither GDAL nor QGIS follows."""
    turn = _TURNS.get(str(tags.get("EXIF_Orientation", "")).strip())
    if turn is None:
        return ""
    return f"Its camera wants it shown {turn}; DeepSeg and QGIS take the pixels as they are stored."
