"""Names that people gave, as names of files and folders that every system takes."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # devices of Windows
_MOST_BYTES = 80


def safe_name(name: str) -> str:
    """Return a name without what file systems forbid: no slash, no `..`, no device, not empty, not too long."""
    clean = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip(" .")
    clean = clean.encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .")
    if not clean:
        return "_"
    return f"{clean}_" if _RESERVED.fullmatch(clean) else clean


class FolderNames:
    """Gives each name a folder of its own, also where two names differ by case or forbidden signs only."""

    def __init__(self) -> None:
        self.folders: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, name: str) -> str:
        """Return the folder of a name, the same each time."""
        if name not in self.folders:
            stem = folder = safe_name(name)
            number = 2
            while folder.casefold() in self._taken:
                folder, number = f"{stem}_{number}", number + 1
            self._taken.add(folder.casefold())
            self.folders[name] = folder
        return self.folders[name]
