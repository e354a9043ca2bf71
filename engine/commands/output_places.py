"""Whether results can be written where they are asked for: told before the work, not after hours of it."""

from __future__ import annotations

from typing import Any

from engine.whole_file import check_file_place, check_folder_place

_FILES = ("output", "report", "html", "matches", "sizes", "grid", "preview")
_WRITES_MODEL = ("train", "classify-train")  # for others the model is what they read
_WRITES_RUN = ("train", "predict")
_WRITES_FOLDER = ("capture", "chips", "cutouts", "tile")
_WRITES_EITHER = ("export-labels",)  # by the format, which the command itself looks at


def check_places(command: str, settings: Any) -> None:
    """Accept the places that a command is asked to write to; folders that are missing can be made.

    Raises:
        OutputError: at one of them nothing can be written, or a folder stands where a file shall be.
    """
    if getattr(settings, "dry_run", False):
        return
    for name in (*_FILES, *(["model"] if command in _WRITES_MODEL else [])):
        path = getattr(settings, name, None)
        if path is None:
            continue
        if name == "output" and command in _WRITES_FOLDER:
            check_folder_place(path)
        elif name == "output" and command in _WRITES_EITHER:
            check_folder_place(path.parent)
        else:
            check_file_place(path)
    run_dir = getattr(settings, "run_dir", None)
    if run_dir is not None and command in _WRITES_RUN:
        check_folder_place(run_dir)
