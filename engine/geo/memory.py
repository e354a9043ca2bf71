"""How much memory the machine has."""

from __future__ import annotations

import os


def memory_bytes() -> int | None:
    """Return the machine's memory, None where Python does not tell."""
    names = getattr(os, "sysconf_names", {})
    if not {"SC_PAGE_SIZE", "SC_PHYS_PAGES"} <= set(names):
        return None
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
