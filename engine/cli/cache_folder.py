"""Where this user's programs keep what may be removed at any time."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from engine.models.backend_choices import usual_file


def choices_file() -> Path | None:
    """Return the file of backends that were found to be fastest; None for a user without a folder of their own."""
    try:
        home = Path.home()
    except RuntimeError:  # as in containers that run under a number instead of a name
        return None
    return usual_file(os.environ, sys.platform, home)
