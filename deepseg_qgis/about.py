"""What the plugin is called and which version it is; the same as in metadata.txt."""

from __future__ import annotations

NAME = "DeepSeg"
VERSION = "0.1.0"
COMMANDS = ("train", "evaluate", "predict")  # the road of an afternoon, in order


def command_line() -> str:
    """Return how the engine is started by hand, for people who want to see what it can do."""
    return "\n".join(f"deepseg {command} --help" for command in COMMANDS)
