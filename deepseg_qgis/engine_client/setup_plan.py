"""What setting up DeepSeg would do on this computer, told before anything is downloaded."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..about import VERSION
from ..errors import SetupError
from ..i18n import tr
from .driver import cuda_driver
from .obstacles import obstacles, wheels_missing
from .places import environment_folder
from .pythons import PythonFacts, probe, probe_all, real_pythons
from .requirements import engine_requirements, pytorch_requirements, requirements_hash
from .uv import PYTHON_OF_UV, UV_DISK_MB, UV_DOWNLOAD_MB, can_fetch_uv, find_uv, python_of_uv

PIP_ARGUMENTS_VARIABLE = "DEEPSEG_PIP_ARGS"
PYTORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"
# Runs on every driver from 525 on; what PyPI has may ask for a newer one.
PYTORCH_CUDA_INDEX = "https://download.pytorch.org/whl/cu128"
# About, rounded up; MB down and MB on disk. The CUDA build took 6.3 GB on disk when tried; the rest is estimated.
_CPU_SIZES_MB = (450, 1800)
_CUDA_SIZES_MB = (3550, 7700)


@dataclass(frozen=True)
class SetupPlan:
    """What will be done: an environment made in `folder`, or a Python of the user's (`uses`) tried and remembered.

    `fetcher` is a Python that the engine does not run on, whose pip fetches uv first; uv then fetches another.
    `device` is "cpu" or "cuda". `index_arguments` say where PyTorch comes from, or with `wheels` everything.
    `problems` are sentences; with any of them the plan cannot be carried out.
    """

    folder: Path
    requirements: tuple[str, ...]
    python: PythonFacts | None = None
    uses: Path | None = None
    device: str = "cpu"
    driver: str | None = None
    uv: str | None = None
    fetcher: PythonFacts | None = None
    wheels: Path | None = None
    index_arguments: tuple[str, ...] = ()
    download_mb: int = 0
    disk_mb: int = 0
    problems: tuple[str, ...] = ()

    @property
    def is_possible(self) -> bool:
        """Tell whether nothing stands in the way."""
        return not self.problems

    @property
    def has_pytorch_apart(self) -> bool:
        """Tell whether PyTorch comes from another place than the rest, and so is installed first."""
        return self.wheels is None and self.index_arguments[:1] == ("--index-url",)

    def problem(self) -> SetupError:
        """Return the first problem as an error."""
        return SetupError(self.problems[0], hint=" ".join(self.problems[1:]))


def plan_setup(
    *,
    uses: Path | None = None,
    base_python: Path | None = None,
    wheels: Path | None = None,
    device: str = "auto",
    variables: Mapping[str, str] | None = None,
) -> SetupPlan:
    """Return what setting up would do. Starts Pythons to ask for their versions; changes nothing.

    Args:
        uses: a Python of the user's that has the engine's packages already; nothing is installed then.
        base_python: the Python to make the environment with; None looks for one.
        wheels: a folder of wheels to install from, without the network.
        device: "auto", "cpu" or "cuda"; "auto" looks for a driver.
        variables: environment variables, those of this process by default.

    Raises:
        SetupError: the list of packages is damaged, or the Python that was named does not start.
    """
    variables = os.environ if variables is None else variables
    requirements = engine_requirements()
    folder = environment_folder(VERSION, requirements_hash(requirements))
    if uses is not None:
        facts = probe(uses)
        return SetupPlan(folder, requirements, facts, uses=uses, problems=obstacles(facts, has_uv=True))
    uv = find_uv(variables)
    driver = cuda_driver() if device != "cpu" else None
    chosen = device if device != "auto" else ("cuda" if driver and sys.platform != "darwin" else "cpu")
    fetcher = None
    if base_python is not None:
        python = probe(base_python)
    else:
        python, fetcher = choose_python(variables, has_uv=uv is not None, wheels=wheels)
    has_uv = uv is not None or fetcher is not None
    arguments = index_arguments(chosen, wheels=wheels, variables=variables)
    download_mb, disk_mb = sizes_mb(chosen, arguments, wheels=wheels)
    disk_mb += UV_DISK_MB if python is None else 0
    problems = obstacles(python, has_uv=has_uv, folder=folder, needed_mb=download_mb + disk_mb)
    if wheels is not None:
        runs_on = python_of_uv(fetcher) if fetcher is not None else python
        problems += wheels_missing(wheels, requirements, runs_on)
    return SetupPlan(
        folder,
        requirements,
        python,
        device=chosen,
        driver=driver,
        uv=uv,
        fetcher=fetcher,
        wheels=wheels,
        index_arguments=arguments,
        download_mb=download_mb,
        disk_mb=disk_mb,
        problems=problems,
    )


def choose_python(
    variables: Mapping[str, str], *, has_uv: bool, wheels: Path | None
) -> tuple[PythonFacts | None, PythonFacts | None]:
    """Return the first Python that nothing speaks against; if there is none, one whose pip can fetch uv.

    Where neither is there, the first Python that was found is returned: it is what the sentence speaks of.
    """
    found = []
    for facts in probe_all(real_pythons(variables)):
        if not obstacles(facts, has_uv=has_uv):
            return facts, None
        found.append(facts)
    if has_uv:
        return None, None  # uv brings a Python along
    fetcher = next((facts for facts in found if can_fetch_uv(facts, wheels=wheels)), None)
    return (None, fetcher) if fetcher is not None or not found else (found[0], None)


def index_arguments(
    device: str, *, wheels: Path | None, variables: Mapping[str, str], platform: str = sys.platform
) -> tuple[str, ...]:
    """Return the arguments of pip and uv that say where packages come from.

    PyPI's PyTorch is a build of several GB with CUDA on Linux and one without on Windows, so the index of PyTorch
    is asked for the one that is wanted. What DEEPSEG_PIP_ARGS holds, also nothing, stands instead of that.
    """
    if wheels is not None:
        return ("--no-index", "--find-links", str(wheels))
    if PIP_ARGUMENTS_VARIABLE in variables:
        return tuple(shlex.split(variables[PIP_ARGUMENTS_VARIABLE], posix=platform != "win32"))
    if platform == "darwin":
        return ()
    return ("--index-url", PYTORCH_CUDA_INDEX if device == "cuda" else PYTORCH_CPU_INDEX)


def sizes_mb(
    device: str, arguments: Sequence[str], *, wheels: Path | None, platform: str = sys.platform
) -> tuple[int, int]:
    """Return how much comes down and how much it takes on the disk."""
    # PyPI and its mirrors give Linux the large build whatever it is used for.
    is_large = device == "cuda" or (
        platform.startswith("linux") and wheels is None and "cpu" not in " ".join(arguments)
    )
    download_mb, disk_mb = _CUDA_SIZES_MB if is_large else _CPU_SIZES_MB
    return (0 if wheels is not None else download_mb), disk_mb


def describe(plan: SetupPlan) -> list[str]:
    """Return the plan as sentences for a person, in the order of the work."""
    if plan.uses is not None:
        return [
            tr("Use the Python {path} of yours. Nothing is installed or changed in it.").format(path=plan.uses),
            tr("Try it, which takes up to a minute."),
        ]
    steps = [
        _about_uv(plan),
        _about_python(plan),
        tr("Make DeepSeg's own environment in {folder}. QGIS itself is not changed.").format(folder=plan.folder),
        _about_download(plan),
        _about_device(plan),
        tr("Needs about {size} on the disk.").format(size=size_text(plan.disk_mb)),
    ]
    return [step for step in steps if step]


def size_text(megabytes: int) -> str:
    """Return a size as people read it."""
    if megabytes < 1000:
        return tr("{number} MB").format(number=megabytes)
    return tr("{number} GB").format(number=round(megabytes / 1000, 1))


def _about_uv(plan: SetupPlan) -> str:
    if plan.fetcher is None:
        return ""
    if plan.wheels is not None:
        text = tr("Install the program uv from the folder, with pip of Python {version} at {path}.")
    else:
        text = tr("Download the program uv (about {size}), with pip of Python {version} at {path}.")
    return text.format(size=size_text(UV_DOWNLOAD_MB), version=plan.fetcher.version_text, path=plan.fetcher.path)


def _about_python(plan: SetupPlan) -> str:
    if plan.python is not None:
        return tr("Use Python {version} at {path}.").format(version=plan.python.version_text, path=plan.python.path)
    if plan.uv is not None or plan.fetcher is not None:
        return tr("Download Python {version} (about 30 MB), with uv.").format(version=PYTHON_OF_UV)
    return ""


def _about_download(plan: SetupPlan) -> str:
    if plan.wheels is not None:
        return tr("Install from the folder {folder}, without the network.").format(folder=plan.wheels)
    return tr("Download about {size}: PyTorch and {n} other packages with what they need.").format(
        size=size_text(plan.download_mb), n=len(plan.requirements) - len(pytorch_requirements(plan.requirements))
    )


def _about_device(plan: SetupPlan) -> str:
    if plan.device != "cuda":
        return tr("Work on the processor (CPU).")
    if plan.driver is None:
        return tr("Work on an NVIDIA GPU (CUDA), though no driver was found.")
    return tr("Work on the GPU: {driver}.").format(driver=plan.driver)


def install_groups(plan: SetupPlan) -> list[Sequence[str]]:
    """Return the arguments for pip or uv, one group per call: PyTorch from its own index, then the rest."""
    if not plan.has_pytorch_apart:
        return [(*plan.index_arguments, *plan.requirements)]
    return [(*plan.index_arguments, *pytorch_requirements(plan.requirements)), plan.requirements]
