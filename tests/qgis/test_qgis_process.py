"""The algorithms in real `qgis_process`: exit statuses, Ctrl-C, sudden death, and a model of the designer."""

from __future__ import annotations

import csv
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from osgeo import gdal, ogr

from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.processing_world import ALGORITHMS, World, make_world

REPOSITORY = Path(__file__).parents[2]
MODEL3 = REPOSITORY / "examples" / "predict_and_count.model3"
KAMPALA = REPOSITORY / "examples" / "kampala"
# Debian wraps it in a script that adds an option which the sub-commands do not know.
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="this QGIS has no qgis_process"),
]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Variables for a QGIS of its own in which the plugin is switched on."""
    plugins = tmp_path_factory.mktemp("plugins")
    (plugins / "deepseg_qgis").symlink_to(REPOSITORY / "deepseg_qgis")
    variables = {
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_PLUGINPATH": str(plugins),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path_factory.mktemp("config")),
        "XDG_RUNTIME_DIR": str(tmp_path_factory.mktemp("runtime")),
        "PYTHONDONTWRITEBYTECODE": "1",
        "DEEPSEG_HOME": str(tmp_path_factory.mktemp("home")),
        "LC_ALL": "C.UTF-8",
    }
    done = call({**os.environ, **variables}, "plugins", "enable", "deepseg_qgis")
    assert done.returncode == 0, done.stdout + done.stderr
    return variables


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str]) -> World:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    world = make_world(tmp_path)
    use_fake_engine(monkeypatch, arguments=world.notes)
    monkeypatch.setenv("DEEPSEG_FAKE_PIDS", str(tmp_path / "pids"))
    return world


def call(variables: dict[str, str], *words: str, timeout_s: float = 120) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, timeout=timeout_s, env=variables)


def run(algorithm: str, *words: str, timeout_s: float = 120) -> subprocess.CompletedProcess[str]:
    return call(dict(os.environ), "run", algorithm, "--", *words, timeout_s=timeout_s)


def training(world: World, epochs: int = 2) -> list[str]:
    words = [f"RASTERS={world.raster}", f"LABELS={world.labels}", "CATEGORY_FIELD=category", f"EPOCHS={epochs}"]
    return [*words, f"MODEL={world.model}"]


def told(done: subprocess.CompletedProcess[str], name: str) -> str:
    """Return an output as `qgis_process` prints it."""
    found = re.search(rf"^{re.escape(name)}:\s+(.*)$", done.stdout, re.MULTILINE)
    assert found, done.stdout + done.stderr
    return found[1].strip()


def wait_until(is_so: Callable[[], bool], timeout_s: float = 30) -> bool:
    ends_at = time.monotonic() + timeout_s
    while time.monotonic() < ends_at:
        if is_so():
            return True
        time.sleep(0.05)
    return is_so()


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"  # ended, and nobody asked for its status yet


def test_all_nine_are_listed_and_each_has_help(world: World) -> None:
    done = call(dict(os.environ), "list")
    assert done.returncode == 0
    ids = re.findall(r"^\s*(deepseg:\w+)", done.stdout, re.MULTILINE)
    assert sorted(ids) == sorted(ALGORITHMS)
    done = call(dict(os.environ), "help", "deepseg:predict")
    assert done.returncode == 0
    assert "RASTERS" in done.stdout and "SCORE_THRESHOLD" in done.stdout


def test_the_whole_way_has_exit_status_0(world: World) -> None:
    done = run("deepseg:train", *training(world))
    assert done.returncode == 0, done.stdout + done.stderr
    assert told(done, "MODEL") == str(world.model)
    report = world.folder / "report.json"
    with_labels = [f"LABELS={world.labels}", "CATEGORY_FIELD=category", f"MATCHES={world.folder / 'matches.gpkg'}"]
    done = run("deepseg:evaluate", f"MODEL={world.model}", f"RASTERS={world.raster}", *with_labels, f"REPORT={report}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert report.is_file() and 0 <= float(told(done, "F1")) <= 1
    output, run_dir = world.folder / "footprints.gpkg", world.folder / "run"
    done = run(
        "deepseg:predict",
        f"MODEL={world.model}",
        f"RASTERS={world.raster}",
        f"OUTPUT={output}",
        f"RUN_DIR={run_dir}",
        "KEEP_FIELDS=true",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert told(done, "N_FOOTPRINTS") == "7"
    done = run("deepseg:vectorize", f"RUN_DIR={run_dir}", "SCORE_THRESHOLD=0.9", f"FILE={world.folder / 'a.geojson'}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert told(done, "N_FOOTPRINTS") == "1"
    done = run("deepseg:statistics", f"INPUT={output}", f"OUTPUT={world.folder / 'counts.csv'}")
    assert done.returncode == 0, done.stdout + done.stderr
    with (world.folder / "counts.csv").open(encoding="utf-8") as file:
        assert {row["category"] for row in csv.DictReader(file)} == {"roof", "tree"}


def test_bad_input_has_exit_status_1_and_a_sentence(world: World) -> None:
    done = run("deepseg:predict", "MODEL=nothing.safetensors", f"RASTERS={world.raster}", "OUTPUT=TEMPORARY_OUTPUT")
    assert done.returncode == 1
    assert "The model nothing.safetensors does not exist." in done.stdout + done.stderr


@pytest.mark.parametrize("kind, words", [("error", "3 bands; the model reads 4"), ("crash", "engine crashed")])
def test_a_failure_has_exit_status_1_and_a_sentence(
    world: World, monkeypatch: pytest.MonkeyPatch, kind: str, words: str
) -> None:
    monkeypatch.setenv("DEEPSEG_FAKE", kind)
    done = run("deepseg:train", *training(world))
    assert done.returncode == 1
    assert words in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_without_an_engine_it_says_what_to_do(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEEPSEG_PYTHON")
    done = run("deepseg:train", *training(world))
    assert done.returncode == 1
    assert "deepseg:setup" in done.stdout + done.stderr


class Running:
    """A training in `qgis_process` that goes on until somebody ends it."""

    def __init__(self, world: World, monkeypatch: pytest.MonkeyPatch, log: Path) -> None:
        monkeypatch.setenv("DEEPSEG_FAKE", "slow")
        self._log = log
        self._pids = Path(os.environ["DEEPSEG_FAKE_PIDS"])
        with log.open("wb") as file:
            words = ["run", "deepseg:train", "--", *training(world, epochs=5000)]
            self.process = subprocess.Popen([PROGRAM, *words], stdout=file, stderr=subprocess.STDOUT)

    def log(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    def wait_for_epoch(self) -> int:
        """Return the engine's process id once an epoch is done."""
        assert wait_until(lambda: "Epoch 1 of 5000" in self.log()), self.log()
        return int(self._pids.read_text().split()[0])


@pytest.fixture
def running(world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    running = Running(world, monkeypatch, tmp_path / "log")
    yield running
    if running.process.poll() is None:
        running.process.kill()
    running.process.wait(30)


def test_ctrl_c_stops_cleanly_and_says_what_was_kept(running: Running, world: World) -> None:
    engine = running.wait_for_epoch()
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(30) == 1
    assert "the best model so far (epoch" in running.log()
    assert world.model.is_file()
    assert not is_alive(engine)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_no_engine_outlives_a_qgis_that_dies(running: Running, end: signal.Signals) -> None:
    engine = running.wait_for_epoch()
    assert is_alive(engine)
    running.process.send_signal(end)
    running.process.wait(30)
    assert wait_until(lambda: not is_alive(engine), 20), running.log()


def counts(path: Path) -> dict[str, float]:
    """Return how many footprints of each category a table tells."""
    with path.open(encoding="utf-8") as file:
        return {row["category"]: float(row["n_footprints"]) for row in csv.DictReader(file)}


def predict_and_count(model: Path, raster: Path, folder: Path, timeout_s: float = 120) -> dict[str, float]:
    done = run(
        str(MODEL3),
        f"MODEL={model}",
        f"RASTERS={raster}",
        f"predict:FOOTPRINTS={folder / 'footprints.gpkg'}",
        f"statistics:COUNTS={folder / 'counts.csv'}",
        timeout_s=timeout_s,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = counts(folder / "counts.csv")
    data = ogr.Open(str(folder / "footprints.gpkg"))
    assert data.GetLayer(0).GetFeatureCount() == sum(found.values())
    return found


def test_the_model_of_the_examples_predicts_and_counts(world: World) -> None:
    assert run("deepseg:train", *training(world)).returncode == 0
    assert predict_and_count(world.model, world.raster, world.folder) == {"roof": 4, "tree": 3}


def test_the_real_engine_trains_evaluates_predicts_and_counts(
    world: World, monkeypatch: pytest.MonkeyPatch, engine_python: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("DEEPSEG_PYTHON", str(engine_python))
    monkeypatch.delenv("DEEPSEG_ENGINE_SOURCE")
    model, raster = tmp_path / "roofs.safetensors", tmp_path / "kampala.tif"
    # As little as has ground of both roles: what the engine does with more of it is tested in tests/engine.
    gdal.Translate(str(raster), str(KAMPALA / "kampala_30cm.tif"), srcWin=[384, 128, 256, 256])
    labels = [f"RASTERS={raster}", f"LABELS={KAMPALA / 'buildings.geojson'}", f"AREAS={KAMPALA / 'areas.geojson'}"]
    short = ["EPOCHS=1", "STEPS_PER_EPOCH=2", "MEMBERS=1", "DEVICE=cpu"]
    done = run("deepseg:train", *labels, *short, f"MODEL={model}", timeout_s=300)
    assert done.returncode == 0, done.stdout + done.stderr
    report = tmp_path / "report.json"
    with_labels = [*labels, "SCORE_THRESHOLD=0.1", "DEVICE=cpu", f"REPORT={report}"]
    done = run("deepseg:evaluate", f"MODEL={model}", *with_labels, timeout_s=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert 0 <= float(told(done, "F1")) <= 1
    predict_and_count(model, raster, tmp_path, timeout_s=300)
