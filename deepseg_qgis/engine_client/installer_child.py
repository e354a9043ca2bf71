"""Runs pip and uv: their lines as they come, ended with everything they started when the user stops."""

from __future__ import annotations

import os
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from ..errors import EngineStoppedError, SetupError
from ..i18n import tr
from .environment import child_environment
from .process_tree import end_tree, start_options

# They would put packages elsewhere than into our environment, or none anywhere.
_NOT_OURS = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_PYTHON", "PIP_DRY_RUN", "PIP_REQUIRE_VIRTUALENV")
# What a company has set for pip alone is told uv as well, where it was not told otherwise.
_FOR_UV_TOO = {"PIP_CERT": "SSL_CERT_FILE", "PIP_INDEX_URL": "UV_DEFAULT_INDEX"}


def installer_environment(
    base: Mapping[str, str], *, cache: Path, proxy: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the environment of pip and uv: clean, with the proxy, what is fetched kept in a folder of ours.

    A retry after a failure finds there what has come down already. Temporary files go there as well: /tmp is often
    small and in memory.
    """
    temporary = str(cache / "tmp")
    environment = {key: value for key, value in child_environment(base).items() if key not in _NOT_OURS}
    told_pip = {for_uv: environment[name] for name, for_uv in _FOR_UV_TOO.items() if environment.get(name)}
    return {
        **told_pip,
        **environment,
        **(proxy or {}),
        "PIP_CACHE_DIR": str(cache / "pip"),
        "UV_CACHE_DIR": str(cache / "uv"),
        # A Python that uv fetches lies with all else that is ours: removing our folder removes it.
        "UV_PYTHON_INSTALL_DIR": str(cache.parent.parent / "python"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "UV_NO_PROGRESS": "1",
        "NO_COLOR": "1",
        "TMPDIR": temporary,
        "TEMP": temporary,
        "TMP": temporary,
    }


def run_lines(
    command: Sequence[str],
    *,
    environment: Mapping[str, str],
    on_line: Callable[[str], None],
    is_canceled: Callable[[], bool],
    inherited: Sequence[int] = (),
    poll_s: float = 0.1,
) -> int:
    """Run a command and return its exit status; stdout and stderr come line by line, in order.

    Args:
        command: the argument list.
        environment: all environment variables of the child.
        on_line: is given every line, in the thread of the caller.
        is_canceled: is asked ten times a second.
        inherited: file descriptors that stay open in the child (not on Windows).
        poll_s: how often `is_canceled` is asked.

    Raises:
        SetupError: the command does not start.
        EngineStoppedError: it was canceled; everything that it started has ended.
    """
    kept = {"pass_fds": tuple(inherited)} if os.name == "posix" else {}
    try:
        child = subprocess.Popen(  # noqa: S603
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=dict(environment),
            **kept,
            **start_options(),
        )
    except OSError as err:
        raise SetupError(
            tr("{program} does not start: {reason}").format(program=command[0], reason=err.strerror or err),
            hint=tr("Choose another Python, or look whether an antivirus program holds it back."),
        ) from err
    lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    assert child.stdout is not None
    threading.Thread(target=_read, args=(child.stdout, lines), daemon=True).start()
    try:
        _hand_over(lines, on_line, is_canceled, poll_s)
        return child.wait()
    finally:
        end_tree(child)


def _read(pipe: IO[bytes], lines: queue.SimpleQueue[bytes | None]) -> None:
    with pipe:
        for line in pipe:
            lines.put(line)
    lines.put(None)


def _hand_over(
    lines: queue.SimpleQueue[bytes | None],
    on_line: Callable[[str], None],
    is_canceled: Callable[[], bool],
    poll_s: float,
) -> None:
    while True:
        if is_canceled():
            raise EngineStoppedError(
                tr("Setting up was stopped."), hint=tr("What has come down is kept for the next time.")
            )
        try:
            line = lines.get(timeout=poll_s)
        except queue.Empty:
            continue
        if line is None:
            return
        on_line(line.decode("utf-8", "replace").rstrip())
