"""Only one process makes an environment at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deepseg_qgis.engine_client.environment_lock import environment_lock
from deepseg_qgis.errors import SetupError

REPOSITORY = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from deepseg_qgis.engine_client.environment_lock import environment_lock
with environment_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
CHILD = "import sys; print('started', flush=True); sys.stdin.read()"


def started(code: str, *arguments: str, **options: object) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        **options,
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def test_another_process_waits_and_is_told_for_whom(tmp_path: Path) -> None:
    path = tmp_path / "환경 1.lock"
    with started(HOLDER, str(path)) as other:
        with pytest.raises(SetupError, match=f"by process {other.pid}"), environment_lock(path):
            pytest.fail("two hold it")
        other.communicate()
    with environment_lock(path):
        assert path.read_text() == str(os.getpid())


def test_a_lock_is_free_again_when_its_holder_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with started(HOLDER, str(path)) as other:
        other.kill()
        other.wait()
        with environment_lock(path):
            pass


def test_two_threads_of_one_process_are_two(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with environment_lock(path), pytest.raises(SetupError, match="already"), environment_lock(path):
        pytest.fail("two hold it")


def test_it_is_free_after_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with pytest.raises(ValueError), environment_lock(path):
        raise ValueError
    with environment_lock(path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="children inherit no locks there")
def test_it_is_held_while_a_child_that_inherited_it_works_on(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    orphan = """
import subprocess, sys
from pathlib import Path
from deepseg_qgis.engine_client.environment_lock import environment_lock
with environment_lock(Path(sys.argv[1])) as lock:
    child = subprocess.Popen([sys.executable, "-c", sys.argv[2]], stdin=sys.stdin, pass_fds=(lock,))
    child.wait()
"""
    with started(orphan, str(path), CHILD) as killed:
        killed.kill()
        killed.wait()
        with pytest.raises(SetupError, match="already"), environment_lock(path):
            pytest.fail("the child still writes into the environment")
        killed.stdin.close()
        killed.stdout.read()  # ends when the child has ended
    with environment_lock(path):
        pass


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SetupError, match="Nothing can be written") as caught, environment_lock(tmp_path / "file" / "x"):
        pytest.fail("held")
    assert "DEEPSEG_HOME" in caught.value.hint
