"""Started by path with the engine's Python: runs the package `engine` from the folder that is its first argument.

Never imported by the plugin, and imports nothing of it: it runs in another Python.
"""

from __future__ import annotations

import runpy
import sys


def main() -> None:
    """Put the engine's source before everything else on the path and run it as `python -m engine` does."""
    sys.path.insert(0, sys.argv.pop(1))
    runpy.run_module("engine", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
