"""JSON files that are there whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def write_whole_json(path: Path, values: Mapping[str, Any]) -> None:
    """Write the values under the final name only when all of them are written.

    Raises:
        OSError: the place cannot be written.
    """
    beside = path.with_suffix(".part")
    beside.write_text(json.dumps(dict(values), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    os.replace(beside, path)
