"""Runs a command: wires up stop and events, and turns every end into an event and an exit status."""

from __future__ import annotations

import errno
import os
import platform
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

import engine
from engine.commands.signals import stopping
from engine.commands.streams import event_stream
from engine.errors import DeepSegError, DependencyError, ExitStatus, InternalError, OutputError, Stopped
from engine.events import EventReporter, JsonReporter, Reporter
from engine.stop import StopFlag

Work = Callable[[Reporter, StopFlag], None]


def run(command: str, work: Work, *, has_events: bool) -> ExitStatus:
    """Run `work` as this process's one task and return how the process should leave."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what libraries say to programmers helps no user; -W shows it
    stop = StopFlag()
    with stopping(stop, has_events=has_events):
        if not has_events:
            from engine.console import ConsoleReporter

            return report_run(command, work, reporter=ConsoleReporter(), stop=stop)
        with event_stream() as stream:
            reporter = JsonReporter(stream, on_reader_gone=stop.request)
            return report_run(command, work, reporter=reporter, stop=stop)


def report_run(command: str, work: Work, *, reporter: EventReporter, stop: StopFlag) -> ExitStatus:
    """Run `work`; tell its start and, however it ends, its end. The only broad catch of the engine."""
    try:
        reporter.start(command)
        work(reporter, stop)
    except Stopped as err:
        reporter.stopped(err.saved or "Stopped.")
        return ExitStatus.STOPPED
    except KeyboardInterrupt:
        reporter.stopped("Stopped.")
        return ExitStatus.STOPPED
    except DeepSegError as err:
        reporter.error(err)
        return ExitStatus.BAD_INPUT
    except Exception as err:  # noqa: BLE001  (the one place that answers for everything)
        told = _foreseen(err) or _our_fault(command, err)
        reporter.error(told)
        return ExitStatus.OUR_FAULT if isinstance(told, InternalError) else ExitStatus.BAD_INPUT
    finally:
        reporter.close()
    return ExitStatus.DONE


def _foreseen(err: Exception) -> DeepSegError | None:
    """Return the sentence for a failure that may come from anywhere and is not our mistake; None for all others."""
    if isinstance(err, ImportError) and not (err.name or "").startswith("engine"):
        return DependencyError(
            f"the Python package {err.name or err} cannot be loaded: {err}",
            hint="Run `deepseg check`: it names what is missing and how to install it.",
        )
    if isinstance(err, OSError) and err.errno in (errno.ENOSPC, errno.EDQUOT):
        place = err.filename or "where the results or temporary files go"
        return OutputError(f"the disk is full: no room left at {place}", hint="Free some space, then run it again.")
    return None


def _our_fault(command: str, err: Exception) -> InternalError:
    kind = type(err).__name__
    # torch has errors of its own for this, and is not imported just to ask.
    if isinstance(err, MemoryError) or kind == "OutOfMemoryError" or "can't allocate memory" in str(err):
        message = f"there was not enough memory to {command}"
        hint = "Close other programs, or choose a smaller --batch-size, --chip-size or --tile-size."
    else:
        message = f"DeepSeg made a mistake while it ran {command}: {kind}: {err}".rstrip(": ")
        hint = "Please report it."
    log = _write_details(command, err)
    return InternalError(message, hint=f"{hint} The details are in {log}." if log else hint)


def _write_details(command: str, err: Exception) -> Path | None:
    """Write what a bug report needs into a file of its own and return its path; None when even that fails."""
    about = f"deepseg {engine.__version__} {command}\nPython {sys.version}\n{platform.platform()}\n\n"
    text = about + "".join(traceback.format_exception(err))
    try:
        handle, name = tempfile.mkstemp(prefix="deepseg-", suffix=".log", text=True)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:
        return None
    return Path(name)
