"""Markdown tables, and the parts of docs/performance.md that are written by the benchmarks."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path

from benchmarks.process import ROOT

PAGE = ROOT / "docs" / "performance.md"
_BUSY_LOAD = 0.5  # runnable processes beside ours at the start


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table; numbers are written as the rows give them."""
    lines = [_line(head), "|" + "---|" * len(head)]
    return "\n".join([*lines, *(_line(row) for row in rows)])


def write_section(name: str, text: str, page: Path = PAGE) -> None:
    """Put the text between the marks of a section."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, found, rest = page.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    if not (found and after):
        raise ValueError(f"{page} has no marks for {name}")
    page.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


def machine() -> str:
    """Return one line: when, on what, and whether anything else was running. Call it before the measurement."""
    load = os.getloadavg()[0]
    busy = f"load {load:.1f} before it began" if load > _BUSY_LOAD else "otherwise idle"
    today = datetime.now(timezone.utc).strftime("%Y-%m-%d")
    return (
        f"{today}, {len(os.sched_getaffinity(0))} cores ({processor()}), {busy}; "
        f"Python {platform.python_version()}, torch {version('torch')}, rasterio {version('rasterio')}."
    )


def processor() -> str:
    """Return the processor's name."""
    try:
        found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    except OSError:
        found = None
    return found[1].strip() if found else platform.machine()


def verdict(is_met: bool) -> str:
    """Return how a bound is marked in a table."""
    return "yes" if is_met else "**no**"


def _line(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"
