"""A real QGIS without a screen, its application and a main window that is shown."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# All of this must be in place before `qgis` is imported for the first time.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = SETTINGS = tempfile.mkdtemp(prefix="deepseg-qgis-")
os.environ["XDG_RUNTIME_DIR"] = RUNTIME = tempfile.mkdtemp(prefix="deepseg-runtime-")
if Path("/usr/share/qgis/python/plugins").is_dir():  # where Debian keeps the plugins that come with QGIS
    sys.path.append("/usr/share/qgis/python/plugins")

from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.testing import start_app

from deepseg_qgis.algorithms.provider import DeepSegProvider
from deepseg_qgis.docks.workbench import Workbench
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.interface import Interface, registered_provider
from tests.qgis.processing_world import World, make_world
from tests.qgis.site_world import new_workbench

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session", autouse=True)
def application() -> None:
    start_app()


def pytest_unconfigure() -> None:
    """Let go of all that is QGIS's while QGIS is still there: layers that outlive it take the process down."""
    for name in ("last_exc", "last_value", "last_type", "last_traceback"):  # where pytest keeps what failed last
        if hasattr(sys, name):
            delattr(sys, name)
    gc.collect()
    for folder in (SETTINGS, RUNTIME):
        atexit.register(shutil.rmtree, folder, ignore_errors=True)  # QGIS writes there to the end


@pytest.fixture
def iface() -> Iterator[Interface]:
    interface = Interface()
    yield interface
    interface.close()


@pytest.fixture
def provider() -> Iterator[DeepSegProvider]:
    """Our algorithms, which QGIS knows meanwhile."""
    with registered_provider() as provider:
        yield provider


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """Files to work on, and a fake engine that works on them."""
    world = make_world(tmp_path)
    use_fake_engine(monkeypatch, arguments=world.notes)
    return world


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which a fake engine writes down what it was asked."""
    path = tmp_path / "asked.jsonl"
    use_fake_engine(monkeypatch, arguments=path)
    return path


@pytest.fixture
def drawn() -> list[QgsVectorLayer]:
    """Layers that a person was asked to draw on."""
    return []


@pytest.fixture
def workbench(iface: Interface, notes: Path, drawn: list[QgsVectorLayer]) -> Iterator[Workbench]:
    """The workbench of a plugin whose engine is a fake one."""
    workbench = new_workbench(iface, drawn)
    yield workbench
    workbench.shut_down()


@pytest.fixture(autouse=True)
def empty_project() -> Iterator[None]:
    yield
    QgsProject.instance().clear()


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """What a test keeps in the profile, such as how fast it predicted, is gone before the next one."""
    yield
    QgsSettings().remove("deepseg")


@pytest.fixture(scope="session")
def engine_python() -> Path:
    """The Python of the engine's own environment: nothing of it can be imported here."""
    scripts = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    path = Path(os.environ.get("DEEPSEG_ENGINE_VENV", REPOSITORY / ".venv")) / scripts
    assert path.exists(), f"{path} is not there; `make setup` makes it"
    return path


@pytest.fixture(scope="session")
def base_python(engine_python: Path) -> Path:
    """A Python that an environment can be made with, whichever QGIS has: the one that made the engine's own."""
    program = "import sys; print(sys._base_executable)"
    done = subprocess.run([engine_python, "-c", program], check=True, capture_output=True, text=True)
    return Path(done.stdout.strip())
