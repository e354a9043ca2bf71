"""Files in folders of labels: found without following links, in an order that does not change."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from engine.errors import LabelFileError

MOST_FILES = 1_000_000
MOST_TEXT_BYTES = 1 << 27


def files_below(folder: Path, endings: Sequence[str]) -> list[Path]:
    """Return the files with one of the endings in a folder and those below it, by name.

    Folders that are links are not entered, so that none leads round in a circle.

    Raises:
        LabelFileError: there are more than a million, or none.
    """
    found: list[Path] = []
    for place, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        chosen = (name for name in sorted(names) if not name.startswith("."))
        found += [Path(place, name) for name in chosen if name.lower().endswith(tuple(endings))]
        if len(found) > MOST_FILES:
            raise LabelFileError(
                f"{folder} holds more than {MOST_FILES:,} files", hint="Give the folder with the labels alone."
            )
    found = [path for path in found if path.is_file()]  # a link to itself, or to nowhere, is none
    if not found:
        raise LabelFileError(
            f"there is no file that ends in {' or '.join(endings)} in {folder}",
            hint="Check that it is the folder that the other program wrote.",
        )
    return found


def short_text(path: Path, *, most_bytes: int = MOST_TEXT_BYTES) -> str:
    """Return the text of a file of moderate size.

    Raises:
        LabelFileError: it is too large, cannot be read or is not UTF-8.
    """
    try:
        if path.stat().st_size > most_bytes:
            raise LabelFileError(
                f"{path} is larger than {most_bytes >> 20} MB, which no such file is", hint="Check the folder."
            )
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as err:
        raise LabelFileError(f"{path} is not text in UTF-8", hint="Save it again as UTF-8.") from err
    except OSError as err:
        raise LabelFileError(
            f"{path} cannot be read: {err.strerror or err}", hint="Check the path and your permissions."
        ) from err
