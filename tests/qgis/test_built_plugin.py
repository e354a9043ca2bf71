"""What `make plugin` builds is loaded by QGIS, and the demo project of `make qgis` is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProject

from deepseg_qgis.layers.project import find_project

REPOSITORY = Path(__file__).parents[2]
SCRIPTS = REPOSITORY / "scripts"
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
ALGORITHMS = (
    "capture",
    "checklabels",
    "chips",
    "classify",
    "classifytrain",
    "cleanshapes",
    "cutouts",
    "estimate",
    "evaluate",
    "exportlabels",
    "history",
    "importlabels",
    "jointiles",
    "maskraster",
    "measure",
    "predict",
    "savetiles",
    "setup",
    "statistics",
    "suggestareas",
    "tile",
    "train",
    "vectorize",
)


def run(*words: object, **variables: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    environment.update({name: str(value) for name, value in variables.items()})
    return subprocess.run([*map(str, words)], capture_output=True, text=True, env=environment, timeout=120)


@pytest.mark.skipif(PROGRAM is None, reason="this QGIS has no qgis_process")
def test_qgis_loads_the_built_plugin_and_its_algorithms_work(tmp_path: Path) -> None:
    assert run(sys.executable, SCRIPTS / "build-plugin", tmp_path / "built").returncode == 0
    where = {"QGIS_PLUGINPATH": tmp_path / "built", "QGIS_CUSTOM_CONFIG_PATH": tmp_path / "settings"}
    (tmp_path / "settings").mkdir()
    assert run(PROGRAM, "plugins", "enable", "deepseg_qgis", **where).returncode == 0
    words = run(PROGRAM, "list", **where).stdout.split()
    assert [word for word in words if word.startswith("deepseg:")] == [f"deepseg:{name}" for name in ALGORITHMS]
    raster, tiles = REPOSITORY / "examples" / "kampala" / "kampala_30cm.tif", tmp_path / "tiles.geojson"
    done = run(PROGRAM, "run", "deepseg:tile", "--", f"RASTER={raster}", f"OUTPUT={tiles}", **where)
    assert done.returncode == 0, done.stderr
    assert "N_TILES:\t1" in done.stdout and tiles.is_file()
    assert not list((tmp_path / "built").rglob("__pycache__"))


def test_the_demo_project_has_labels_areas_and_the_raster(tmp_path: Path) -> None:
    done = run(sys.executable, SCRIPTS / "make-demo-project", tmp_path / "démo folder")
    assert done.returncode == 0, done.stderr
    assert QgsProject.instance().read(str(tmp_path / "démo folder" / "kampala.qgz"))
    site = find_project(QgsProject.instance())
    assert site is not None
    assert site.label_counts() == {"building": 108}
    assert {role: n for role, n in site.areas_counts().items() if n} == {"train": 1, "evaluate": 1}
    assert [Path(raster.path).name for raster in site.rasters()] == ["kampala.tif"]
    assert site.rasters()[0].layer is not None and site.rasters()[0].layer.isValid()
