"""The folder of one training: settings, checkpoint, history, curves and log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from engine.errors import RunFolderError
from engine.whole_file import whole_file


class RunFolder:
    """Names the files of a run, and refuses to mix two runs."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.settings = path / "settings.json"
        self.checkpoint = path / "checkpoint.pt"
        self.history = path / "history.csv"
        self.curves = path / "curves.png"
        self.log_file = path / "log.txt"
        self.copies = path / "rasters"  # of rasters that are slow to read in windows; removed at the end

    @property
    def can_resume(self) -> bool:
        """Tell whether at least one epoch was saved here."""
        return self.checkpoint.is_file() and self.settings.is_file()

    def start(self, settings: Mapping[str, Any]) -> None:
        """Make the folder ready for a new run; the checkpoint of an older one is removed.

        Raises:
            RunFolderError: the folder holds files that are not a run's.
            OutputError: the folder cannot be made.
        """
        if self.path.is_dir() and set(self.path.iterdir()) - {self.copies} and not self.settings.is_file():
            raise RunFolderError(
                f"{self.path} is not empty and holds no run of DeepSeg", hint="Choose another --run-dir."
            )
        with whole_file(self.settings) as beside:
            for old in (self.checkpoint, self.history, self.curves, self.log_file):
                old.unlink(missing_ok=True)
            beside.write_text(json.dumps(settings, indent=2, sort_keys=True) + "\n", encoding="utf-8")

    def check_same(self, settings: Mapping[str, Any]) -> None:
        """Compare with the settings that the run began with.

        Raises:
            RunFolderError: they differ, so going on would not give the run's own result.
        """
        began = json.loads(self.settings.read_text(encoding="utf-8"))
        now = json.loads(json.dumps(settings))
        changed = sorted(key for key in began.keys() | now.keys() if began.get(key) != now.get(key))
        if changed:
            was = ", ".join(f"{key} was {began.get(key)!r}, is {now.get(key)!r}" for key in changed)
            raise RunFolderError(
                f"the run in {self.path} cannot be resumed: {was}",
                hint="Give the same settings, or train anew without --resume.",
            )

    def log(self, text: str) -> None:
        """Add a line to the run's log, with the time of day in UTC."""
        now = datetime.now(tz=timezone.utc).strftime("%Y-%m-%d %H:%M:%S")
        with self.log_file.open("a", encoding="utf-8") as file:
            file.write(f"{now}  {text}\n")
