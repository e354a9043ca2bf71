"""Footprints are drawn by other processes as by this one, and these end with it, whatever ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.errors import RunFolderError, WorkerError
from engine.inference import walk as walk_module
from engine.inference import workers as workers_module
from engine.inference.drawing import BlockTask, Drawn
from engine.inference.manifest import Manifest, PredictionFolder
from engine.inference.rules import ShapeRules
from engine.inference.workers import Workers, n_workers
from tests.engine.inference.given_fields import RULES, fill, manifest_for, noise, swept

ROOT = Path(__file__).parents[3]
FIELDS = noise(100, 130, 2.5, n_categories=2)
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Manifest, PredictionFolder]:
    """Return a prediction in 4 x 5 blocks whose fields are all there."""
    monkeypatch.setattr(walk_module, "_BLOCK_PX", 32)
    manifest, folder = manifest_for(FIELDS), PredictionFolder(tmp_path / "run")
    fill(manifest, folder, FIELDS)
    folder.write(manifest)
    return manifest, folder


@pytest.fixture
def workers(run: tuple[Manifest, PredictionFolder]) -> Iterator[Workers]:
    workers = Workers(*run, RULES, 1)
    yield workers
    workers.close()


def task(row: int, col: int) -> BlockTask:
    return BlockTask(0, (row, col), ((), ()))


def ids_of(workers: Workers) -> list[int]:
    return [worker._process.pid for worker in workers._workers]


def is_there(process_id: int) -> bool:
    """Tell whether a process works; one that is dead and waits for its parent to notice does not."""
    try:
        os.kill(process_id, 0)
        return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def wait_until(happened: Callable[[], bool], longest_s: float = 60.0) -> bool:
    ends_s = time.monotonic() + longest_s
    while not happened():
        if time.monotonic() > ends_s:
            return False
        time.sleep(0.05)
    return True


def test_the_number_of_processes_suits_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = manifest_for(FIELDS), manifest_for(np.broadcast_to(np.uint8(0), (6, 9000, 9000)))
    for n_cores, expected in ((1, 1), (2, 1), (6, 3), (64, 4)):
        monkeypatch.setattr("os.cpu_count", lambda n=n_cores: n)
        assert n_workers(None, large) == expected
    assert n_workers(None, small) == 0  # drawn before a process has started
    assert n_workers(7, small) == 7 and n_workers(0, large) == 0
    assert n_workers(1000, large) == 64  # more would only take memory
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert n_workers(2, large) == 2


def test_any_number_of_processes_gives_the_same_footprints_in_the_same_order(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(walk_module, "_BLOCK_PX", 32)
    rules = ShapeRules((0.0, 0.0))
    alone = swept(tmp_path / "alone", FIELDS, rules=rules)
    assert len(alone) > 10
    for n in (1, 2):
        assert swept(tmp_path / str(n), FIELDS, rules=rules, workers=n) == alone


def test_they_do_not_load_the_network() -> None:
    code = "import sys, engine.inference.worker_process, engine.inference.drawing; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_nothing_is_loaded_before_threads_are_counted() -> None:
    code = "import sys, engine.inference.worker_process; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_footprints_come_back_as_they_were(run: tuple[Manifest, PredictionFolder]) -> None:
    drawn = Workers(*run, RULES, 0).draw(task(0, 0)).result()
    assert Drawn.unpacked(drawn.packed()).footprints(run[0]) == drawn.footprints(run[0])
    nothing = drawn.at(np.zeros(len(drawn.scores), bool))
    assert Drawn.unpacked(nothing.packed()).footprints(run[0]) == []


@POSIX
def test_they_heed_no_ctrl_c_and_end_when_told(workers: Workers) -> None:
    (process_id,) = ids_of(workers)
    os.kill(process_id, signal.SIGINT)  # perhaps before it has come to itself
    first = workers.draw(task(0, 0)).result(timeout=60)
    os.kill(process_id, signal.SIGINT)
    assert (workers.draw(task(0, 0)).result(timeout=60).scores == first.scores).all()
    began_s = time.monotonic()
    workers.close()
    assert time.monotonic() - began_s < workers_module._END_S
    assert not is_there(process_id)


@POSIX
def test_one_that_does_not_listen_is_killed(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers_module, "_END_S", 0.2)
    (process_id,) = ids_of(workers)
    os.kill(process_id, signal.SIGSTOP)
    workers.close()
    assert not is_there(process_id)


@POSIX
def test_the_death_of_one_is_told_in_a_sentence(workers: Workers) -> None:
    (process_id,) = ids_of(workers)
    os.kill(process_id, signal.SIGKILL)
    with pytest.raises(WorkerError, match="was killed, perhaps because memory ran out") as caught:
        workers.draw(task(0, 0)).result(timeout=60)
    assert "--workers 0" in caught.value.hint


def test_what_goes_wrong_in_one_is_told_here(workers: Workers, run: tuple[Manifest, PredictionFolder]) -> None:
    (run[1].path / "fields" / "000" / "r00001_c00001.fields").write_bytes(b"spoiled")
    with pytest.raises(RunFolderError, match=r"r00001_c00001\.fields cannot be read") as caught:
        workers.draw(task(1, 1)).result(timeout=60)
    assert caught.value.hint == "Delete this file and run the prediction again."
    with pytest.raises(RuntimeError, match="IndexError: tuple index out of range") as caught_fault:
        workers.draw(BlockTask(5, (0, 0), ((), ()))).result(timeout=60)
    assert "Traceback" in str(caught_fault.value.__cause__)
    assert workers.draw(task(0, 0)).result(timeout=60).number == 0  # and it goes on working


PARENT = """
import sys, time
from pathlib import Path
from engine.inference import walk
from engine.inference.drawing import BlockTask
from engine.inference.manifest import PredictionFolder
from engine.inference.rules import ShapeRules
from engine.inference.workers import Workers

if __name__ == "__main__":
    walk._BLOCK_PX = 32
    folder, task = PredictionFolder(Path(sys.argv[1])), BlockTask(0, (1, 1), ((), ()))
    workers = Workers(folder.read(), folder, ShapeRules((0.0, 0.0)), 2)
    workers.draw(task).result()
    print(*(worker._process.pid for worker in workers._workers), flush=True)
    while True:
        workers.draw(task)
        time.sleep(0.01)
"""


@POSIX
def test_none_outlives_a_parent_that_is_killed(run: tuple[Manifest, PredictionFolder], tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script), str(run[1].path)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        ids = [int(number) for number in parent.stdout.readline().split()]
        assert len(ids) == 2 and all(map(is_there, ids))
        parent.kill()
    assert wait_until(lambda: not any(map(is_there, ids)))
