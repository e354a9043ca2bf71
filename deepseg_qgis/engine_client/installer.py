"""Makes the engine's environment, whole or not at all: locked, marked, logged, tried, and undone where it fails."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from typing import IO

from ..about import VERSION
from ..errors import SetupError
from ..i18n import tr
from .environment_lock import environment_lock
from .events import Event
from .install_failures import disk_failure, failure_of
from .install_progress import InstallProgress
from .installer_child import installer_environment, run_lines
from .launch import command_text
from .made_folder import claim, clear, device_of, mark_complete, put_back, set_aside
from .places import complete_mark, lock_file, log_file, python_in
from .pythons import PythonFacts
from .requirements import requirements_hash
from .setup_plan import SetupPlan, describe, install_groups
from .trial import Onlooker, still_works, try_engine
from .uv import PYTHON_OF_UV, fetch_uv, own_uv

OnProgress = Callable[[float, str], None]
OnText = Callable[[str], None]
OnEvent = Callable[[Event], None]
IsCanceled = Callable[[], bool]
# Parts of the whole: the environment is there, packages are there; trying it is the rest.
_MADE, _INSTALLED = 0.03, 0.9


def install(
    plan: SetupPlan,
    *,
    proxy: Mapping[str, str] | None = None,
    on_progress: OnProgress = lambda fraction, doing: None,
    on_text: OnText = lambda line: None,
    on_event: OnEvent = lambda event: None,
    is_canceled: IsCanceled = lambda: False,
) -> Path:
    """Carry out a plan and return the Python that runs the engine. Works in any thread.

    Args:
        plan: what `plan_setup` returned.
        proxy: environment variables that name the proxy, for pip and uv alone.
        on_progress: is given the fraction done, 0 to 1, and what is being done.
        on_text: is given every line of the log.
        on_event: is given what the engine says when it is tried.
        is_canceled: is asked ten times a second.

    Raises:
        SetupError: the plan has problems, another process is at it, or something failed; what was made is gone again.
        EngineStoppedError: the user stopped it; what was made is gone again.
    """
    if not plan.is_possible:
        raise plan.problem()
    onlooker = Onlooker(on_progress, on_text, on_event, is_canceled)
    if plan.uses is not None:
        try_engine(plan.uses, onlooker)
        on_progress(1.0, "")
        return plan.uses
    python = python_in(plan.folder)
    with environment_lock(lock_file(plan.folder)) as lock, _log(plan.folder, on_text) as tell:
        onlooker = replace(onlooker, on_text=tell)
        for step in describe(plan):
            tell(step)
        put_back(plan.folder)  # of a set-up that was killed
        works = complete_mark(plan.folder).is_file() and still_works(python, onlooker)
        # A build for the GPU also works on the processor, not the other way round.
        if not works or (plan.device == "cuda" and device_of(plan.folder) == "cpu"):
            with set_aside(plan.folder) if works else nullcontext():
                _Making(plan, lock, proxy or {}, onlooker).make()
        on_progress(1.0, "")
    return python


class _Making:
    """The making of one environment, by one process that holds its lock."""

    def __init__(self, plan: SetupPlan, lock: int, proxy: Mapping[str, str], onlooker: Onlooker) -> None:
        self._plan, self._lock, self._proxy, self._onlooker = plan, lock, proxy, onlooker
        self._on_progress, self._tell = onlooker.on_progress, onlooker.on_text
        self._cache = plan.folder.with_name(plan.folder.name + ".cache")
        self._python = python_in(plan.folder)
        self._uv = plan.uv or ""
        self._fetched_uv: Path | None = None  # by this set-up, so that it goes again if that fails

    def make(self) -> None:
        """Make the environment, try it and mark it complete; undo it where anything fails."""
        tools = ["uv"] if self._plan.uv or self._plan.fetcher else []
        if self._plan.python is not None and self._plan.python.has_venv:
            tools.append("pip")
        while tools:
            tool = tools.pop(0)
            try:
                self._make_with(tool)
                return
            except SetupError as err:
                if not tools:
                    raise
                # A company's settings are often made for pip alone.
                self._tell(tr("{tool} failed: {reason} Trying again with pip.").format(tool=tool, reason=err.message))

    def _make_with(self, tool: str) -> None:
        folder = self._plan.folder
        clear(folder)
        try:
            claim(folder)
            (self._cache / "tmp").mkdir(parents=True, exist_ok=True)
            if self._plan.fetcher is not None:
                self._fetch_uv(self._plan.fetcher)
            self._make_environment(tool)
            self._install_packages(tool)
            self._on_progress(_INSTALLED, tr("Trying it"))
            try_engine(self._python, self._onlooker, wants_gpu=self._plan.device == "cuda")
            mark_complete(folder, self._facts(tool))
        except OSError as err:
            self._undo()
            raise disk_failure(folder, err) from err
        except BaseException:
            self._undo()
            raise
        shutil.rmtree(self._cache, ignore_errors=True)

    def _undo(self) -> None:
        clear(self._plan.folder)
        if self._fetched_uv is not None:
            with suppress(OSError):
                self._fetched_uv.unlink()

    def _fetch_uv(self, python: PythonFacts) -> None:
        self._on_progress(0.0, tr("Fetching uv"))
        # What may be named for PyTorch alone has no uv.
        arguments = () if self._plan.has_pytorch_apart else self._plan.index_arguments
        failed = tr("The program uv could not be fetched: {reason}")
        was_there = own_uv().is_file()  # another set-up was quicker
        uv = fetch_uv(
            python, arguments, cache=self._cache, run=lambda command: self._run(command, self._tell, failed=failed)
        )
        self._uv, self._fetched_uv = str(uv), None if was_there else uv

    def _make_environment(self, tool: str) -> None:
        self._on_progress(0.0, tr("Making the environment"))
        python = str(self._plan.python.path) if self._plan.python else PYTHON_OF_UV
        if tool == "uv":
            # The folder is there already, with our mark in it.
            command = [self._uv, "venv", "--allow-existing", "--no-project", "--python", python]
        else:
            command = [python, "-I", "-m", "venv"]
        self._run([*command, str(self._plan.folder)], self._tell)
        self._on_progress(_MADE, tr("Made the environment"))

    def _install_packages(self, tool: str) -> None:
        groups = install_groups(self._plan)
        progress = InstallProgress(download_mb=self._plan.download_mb, n_calls=len(groups))

        def on_line(line: str) -> None:
            self._tell(line)
            if progress.read(line):
                self._on_progress(_MADE + progress.fraction * (_INSTALLED - _MADE), progress.doing)

        for arguments in groups:
            self._run([*self._pip(tool), *arguments], on_line)

    def _facts(self, tool: str) -> dict[str, str]:
        return {
            "engine": VERSION,
            "requirements": requirements_hash(self._plan.requirements),
            "device": self._plan.device,
            "python": self._plan.python.version_text if self._plan.python else PYTHON_OF_UV,
            "tool": tool,
        }

    def _pip(self, tool: str) -> list[str]:
        # Wheels only: what must be compiled fails late and in words that nobody understands.
        if tool == "uv":
            start = [self._uv, "pip", "install", "--python", str(self._python)]
            return [*start, "--only-binary", ":all:", "--compile-bytecode"]
        start = [str(self._python), "-I", "-m", "pip", "install"]
        return [*start, "--only-binary", ":all:", "--progress-bar", "off", "--no-warn-script-location"]

    def _run(self, command: Sequence[str], on_line: OnText, *, failed: str = "") -> None:
        self._tell("$ " + command_text(command))
        last: list[str] = []

        def keep(line: str) -> None:
            last[:] = [*last[-30:], line]
            on_line(line)

        status = run_lines(
            command,
            environment=installer_environment(os.environ, cache=self._cache, proxy=self._proxy),
            on_line=keep,
            is_canceled=self._onlooker.is_canceled,
            inherited=(self._lock,),
        )
        if status != 0:
            raise failure_of(last, has_wheels=self._plan.wheels is not None, failed=failed)


@contextmanager
def _log(folder: Path, on_text: OnText) -> Iterator[OnText]:
    """Give a function that writes lines both to the log on disk and to `on_text`."""
    path = log_file(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", errors="backslashreplace") as file:
        yield lambda text: _write(file, text, on_text)


def _write(file: IO[str], text: str, on_text: OnText) -> None:
    for line in text.splitlines():
        file.write(f"{time.strftime('%H:%M:%S')} {line}\n")
        on_text(line)
    # Flushed: the log is wanted most when QGIS ended in the middle.
    file.flush()
