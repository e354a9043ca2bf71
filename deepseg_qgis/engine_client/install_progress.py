"""How far an installation is, read from what pip and uv write."""

from __future__ import annotations

import re

from ..i18n import tr

# pip: "  Downloading torch-2.9.0+cpu-cp311-...whl (184.4 MB)"; uv: "Downloading torch (175.9MiB)"
_DOWNLOAD = re.compile(r"^\s*Downloading (\S+) \((\d+(?:\.\d+)?) ?([kKMG])i?B\)")
# A path after "Processing" may have spaces; what follows a requirement is where it was asked for.
_COLLECT = re.compile(r"^\s*(?:Collecting ([^\s;]+)|Processing (.+\.whl))")
_UNPACK = re.compile(r"^\s*(?:Installing collected packages:|Prepared \d+ packages)")
_DONE = re.compile(r"^\s*(?:Successfully installed|Installed \d+ packages|Audited \d+ packages)")
_MEGABYTES = {"k": 0.001, "K": 0.001, "M": 1.0, "G": 1000.0}
# Of the whole time, downloads take the most; unpacking writes tens of thousands of files.
_DOWNLOADED = 0.7
_USUAL_PACKAGES = 60


class InstallProgress:
    """Reads lines and knows a rough fraction, which never goes back, and what is being done."""

    def __init__(self, *, download_mb: float, n_calls: int) -> None:
        self._download_mb = download_mb
        self._n_calls = max(n_calls, 1)
        self._n_done = 0
        self._n_packages = 0
        self._seen_mb = 0.0
        self.fraction = 0.0
        self.doing = ""

    def read(self, line: str) -> bool:
        """Take in a line; tell whether anything changed."""
        download, collect = _DOWNLOAD.match(line), _COLLECT.match(line)
        if download:
            self._seen_mb += float(download.group(2)) * _MEGABYTES[download.group(3)]
            self.doing = f"{_package_of(download.group(1))} ({download.group(2)} {download.group(3)}B)"
        elif collect:
            self._n_packages += 1
            self.doing = _package_of(collect.group(1) or collect.group(2))
        elif _DONE.match(line):
            self._n_done += 1
        elif _UNPACK.match(line):
            self.doing = tr("Unpacking; this takes minutes")
        else:
            return False
        self.fraction = max(self.fraction, self._now(is_unpacking=bool(_UNPACK.match(line))))
        return True

    def _now(self, *, is_unpacking: bool) -> float:
        if self._n_done >= self._n_calls:
            return 1.0
        by_count = self._n_packages / _USUAL_PACKAGES
        by_size = self._seen_mb / self._download_mb if self._download_mb else by_count
        part = min(1.0, 0.9 * by_size + 0.1 * by_count) * _DOWNLOADED
        is_last = self._n_done == self._n_calls - 1
        return max(part, _DOWNLOADED) if is_unpacking and is_last else part


def _package_of(text: str) -> str:
    """Return the name of a package in a file name, an address or a requirement."""
    name = re.split(r"[/\\]", text)[-1]
    return re.split(r"-\d|[<>=!~\[(]", name, maxsplit=1)[0] or name
