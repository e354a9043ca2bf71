"""Of two commands with one run folder the second is refused; nothing of that is left when the first has ended."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from engine.commands.predict import predict
from engine.commands.sole_use import sole_use
from engine.domain.settings import PredictSettings
from engine.errors import RunFolderError
from engine.events import SilentReporter
from engine.models.registry import FAMILIES
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyFamily, picture, write_tiny_model
from tests.factories import write_raster

needs_locks = pytest.mark.skipif(sys.platform == "win32", reason="Windows holds no folders")
HOLDING = "import sys, time; from pathlib import Path; from engine.commands.sole_use import sole_use\n"
HOLDING += "with sole_use(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(60)"


@needs_locks
def test_a_folder_is_held_until_the_end_and_not_longer(tmp_path: Path) -> None:
    with sole_use(tmp_path / "run"):
        with pytest.raises(RunFolderError, match=r"another command is working in .*run$"), sole_use(tmp_path / "run"):
            pass
        with sole_use(tmp_path / "other"):
            pass
    with sole_use(tmp_path / "run"):
        assert list((tmp_path / "run").iterdir()) == []


@needs_locks
def test_a_command_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDING, tmp_path / "run"], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline().strip() == b"held"
        with pytest.raises(RunFolderError), sole_use(tmp_path / "run"):
            pass
        other.kill()
    with sole_use(tmp_path / "run"):
        pass


def test_a_place_that_cannot_be_a_folder_is_left_to_who_writes_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with sole_use(tmp_path / "file" / "run"):
        pass


@needs_locks
def test_a_prediction_does_not_write_into_the_folder_of_another(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setitem(FAMILIES, "tiny", TinyFamily())
    settings = PredictSettings(
        model=write_tiny_model(tmp_path / "m.safetensors"),
        rasters=(write_raster(tmp_path / "city.tif", picture(60, 60)),),
        output=tmp_path / "out.gpkg",
        workers=0,
    )
    with sole_use(tmp_path / "out.run"):
        with pytest.raises(RunFolderError):
            predict(settings, reporter=SilentReporter(), stop=StopFlag())
        assert list((tmp_path / "out.run").iterdir()) == []
    predict(settings, reporter=SilentReporter(), stop=StopFlag())
    assert (tmp_path / "out.gpkg").exists() and not (tmp_path / "out.run").exists()
