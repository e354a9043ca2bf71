"""An environment is really made, offline, from a tiny wheel; and undone where anything goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deepseg_qgis.about import VERSION
from deepseg_qgis.engine_client.environment_lock import environment_lock
from deepseg_qgis.engine_client.installer import install
from deepseg_qgis.engine_client.installer_child import installer_environment
from deepseg_qgis.engine_client.places import complete_mark, in_progress_mark, lock_file, log_file, python_in
from deepseg_qgis.engine_client.pythons import probe
from deepseg_qgis.engine_client.setup_plan import SetupPlan, plan_setup
from deepseg_qgis.errors import EngineStoppedError, SetupError
from tests.plugin.setup_world import make_world, write_wheel

pytestmark = pytest.mark.slow
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="uv is played by a script")
MakePlan = Callable[..., SetupPlan]


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return make_world(tmp_path / "지수 Kim's files", monkeypatch)


@pytest.fixture
def plan(world: Path) -> SetupPlan:
    found = plan_setup(base_python=Path(sys.executable), wheels=world / "wheels", device="cpu")
    assert found.is_possible, found.problems
    return replace(found, uv=None)


def script(path: Path, text: str) -> str:
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)
    return str(path)


def left_over(plan: SetupPlan) -> list[str]:
    """Return what stands beside the environment's folder, the lock and what has come down aside."""
    return sorted(path.name for path in plan.folder.parent.iterdir() if path.suffix not in (".lock", ".cache"))


def test_an_environment_is_made_tried_and_found_again(plan: SetupPlan) -> None:
    lines: list[str] = []
    fractions: list[float] = []
    python = install(plan, on_progress=lambda fraction, _: fractions.append(fraction), on_text=lines.append)

    assert python == python_in(plan.folder)
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert not in_progress_mark(plan.folder).exists()
    facts = json.loads(complete_mark(plan.folder).read_text())
    assert (facts["engine"], facts["tool"], facts["device"]) == (VERSION, "pip", "cpu")
    assert "DeepSeg is ready and will use: CPU" in lines, "the engine was really run"
    log = log_file(plan.folder).read_text(encoding="utf-8")
    assert "Successfully installed tinything-1.0" in log
    assert left_over(plan) == [plan.folder.name]
    assert not plan.folder.with_name(plan.folder.name + ".cache").exists(), "what came down is not kept twice"

    # The second time nothing is installed, only tried.
    lines.clear()
    assert install(plan, on_text=lines.append) == python
    assert not [line for line in lines if line.startswith("$ ")]

    # Broken in the meantime: noticed, and made again.
    next(plan.folder.rglob("tinything.py")).unlink()
    lines.clear()
    assert install(plan, on_text=lines.append) == python
    assert "It does not work any more, so it is made again." in lines


def test_the_gpu_gets_a_build_of_its_own_and_the_old_one_stays_until_that_works(plan: SetupPlan, world: Path) -> None:
    install(plan)
    made = complete_mark(plan.folder).stat().st_mtime_ns
    wheel = next((world / "wheels").iterdir())
    hidden = wheel.rename(world / wheel.name)
    with pytest.raises(SetupError, match="tinything"):
        install(replace(plan, device="cuda"))
    assert complete_mark(plan.folder).stat().st_mtime_ns == made
    assert left_over(plan) == [plan.folder.name]

    # Killed in between: the next set-up finds the old one again.
    plan.folder.rename(plan.folder.with_name(plan.folder.name + ".before"))
    plan.folder.mkdir()
    in_progress_mark(plan.folder).write_text("{}")
    install(plan)
    assert complete_mark(plan.folder).stat().st_mtime_ns == made

    hidden.rename(wheel)
    lines: list[str] = []
    install(replace(plan, device="cuda"), on_text=lines.append)
    assert json.loads(complete_mark(plan.folder).read_text())["device"] == "cuda"
    assert [line for line in lines if "does not see the GPU" in line]
    assert left_over(plan) == [plan.folder.name]
    assert install(plan), "and what is made for the GPU is good for the processor"
    assert json.loads(complete_mark(plan.folder).read_text())["device"] == "cuda"


def test_a_set_up_that_was_killed_is_begun_again(plan: SetupPlan) -> None:
    plan.folder.mkdir(parents=True)
    in_progress_mark(plan.folder).write_text("{}")
    (plan.folder / "bin").mkdir()
    (plan.folder / "bin" / "python").write_text("half")
    (plan.folder / "left").write_text("")
    install(plan)
    assert complete_mark(plan.folder).is_file()
    assert not (plan.folder / "left").exists()


def test_packages_that_cannot_be_installed_leave_nothing_behind(plan: SetupPlan, world: Path) -> None:
    next((world / "wheels").iterdir()).unlink()
    with pytest.raises(SetupError, match="No matching distribution found for tinything") as caught:
        install(plan)
    assert caught.value.hint == "A package is missing in the folder of wheels."
    assert left_over(plan) == []
    assert "tinything" in log_file(plan.folder).read_text(encoding="utf-8"), "the log stays"


def test_an_engine_that_does_not_run_leaves_nothing_behind(plan: SetupPlan, world: Path) -> None:
    write_wheel(world / "wheels", code="raise ImportError('DLL load failed')\n")
    with pytest.raises(SetupError, match="DLL load failed"):
        install(plan)
    assert left_over(plan) == []


def test_a_stop_in_the_middle_leaves_nothing_behind(plan: SetupPlan) -> None:
    lines: list[str] = []
    with pytest.raises(EngineStoppedError):
        install(plan, on_text=lines.append, is_canceled=lambda: any("pip install" in line for line in lines))
    assert left_over(plan) == []
    install(plan)  # and the lock is free


@POSIX
def test_a_stop_ends_all_that_was_started(plan: SetupPlan, world: Path) -> None:
    number = world / "number of the grandchild"
    uv = script(world / "uv", f'sleep 600 & echo $! > "{number}"; mv "{number}" "{number}.there"; wait\n')
    there = number.with_name(number.name + ".there")
    with pytest.raises(EngineStoppedError):
        install(replace(plan, uv=uv), is_canceled=there.exists)
    grandchild = int(there.read_text())
    deadline = time.monotonic() + 10
    while is_alive(grandchild) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_alive(grandchild)


def is_alive(process: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True).stdout.strip()
    return bool(state) and not state.startswith("Z")


@POSIX
def test_where_uv_fails_pip_is_tried(plan: SetupPlan, world: Path) -> None:
    lines: list[str] = []
    uv = script(world / "uv", "echo 'error: no such index'; exit 2\n")
    install(replace(plan, uv=uv), on_text=lines.append)
    assert json.loads(complete_mark(plan.folder).read_text())["tool"] == "pip"
    assert [line for line in lines if line.startswith("uv failed") and "no such index" in line]


@POSIX
def test_without_another_way_the_failure_of_uv_is_told(plan: SetupPlan, world: Path) -> None:
    uv = script(world / "uv", "echo 'error: no such index'; exit 2\n")
    with pytest.raises(SetupError, match="no such index"):
        install(replace(plan, uv=uv, python=replace(plan.python, has_venv=False)))
    assert left_over(plan) == []


def test_while_another_process_is_at_it_nothing_is_touched(plan: SetupPlan) -> None:
    with environment_lock(lock_file(plan.folder)), pytest.raises(SetupError, match="being set up already"):
        install(plan)
    assert not plan.folder.exists()


def test_a_folder_that_is_not_ours_is_never_deleted(plan: SetupPlan) -> None:
    plan.folder.mkdir(parents=True)
    (plan.folder / "thesis.txt").write_text("years")
    with pytest.raises(SetupError, match="DeepSeg did not make it"):
        install(plan)
    assert (plan.folder / "thesis.txt").read_text() == "years"


@POSIX
def test_what_a_link_points_to_is_never_deleted(plan: SetupPlan, world: Path) -> None:
    other = world / "other"
    other.mkdir()
    in_progress_mark(other).write_text("{}")
    plan.folder.parent.mkdir(parents=True)
    plan.folder.symlink_to(other)
    with pytest.raises(SetupError, match="DeepSeg did not make it"):
        install(plan)
    assert in_progress_mark(other).exists()


def test_a_plan_with_a_problem_is_not_begun(plan: SetupPlan) -> None:
    with pytest.raises(SetupError, match="Too old") as caught:
        install(replace(plan, problems=("Too old.", "Too full.")))
    assert caught.value.hint == "Too full."
    assert not plan.folder.parent.exists()


def test_a_python_of_the_users_is_tried_and_left_alone(world: Path, plan: SetupPlan) -> None:
    own = world / "내 파이썬"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", own], check=True, env=clean_environment())
    python = python_in(own)
    uses = plan_setup(uses=python)
    with pytest.raises(SetupError, match="No module named 'tinything'") as caught:
        install(uses)
    assert "pip install tinything" in caught.value.hint
    packages = next(own.rglob("site-packages"))
    (packages / "tinything.py").write_text("SIZE = 7\n")
    before = sorted(own.rglob("*"))
    assert install(uses) == python
    assert sorted(own.rglob("*")) == before
    assert probe(python).path == python


def clean_environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key != "PYTHONHOME"}


def test_pip_is_not_led_elsewhere_by_the_users_variables(tmp_path: Path) -> None:
    base = {
        "PIP_TARGET": "/x",
        "PIP_USER": "1",
        "PIP_INDEX_URL": "https://i",
        "PYTHONPATH": "/q",
        "HTTPS_PROXY": "http://a",
    }
    found = installer_environment(base, cache=tmp_path, proxy={"HTTPS_PROXY": "http://b"})
    assert not {"PIP_TARGET", "PIP_USER", "PYTHONPATH"} & set(found)
    assert found["PIP_INDEX_URL"] == found["UV_DEFAULT_INDEX"] == "https://i", "a company's own index is heeded"
    assert found["HTTPS_PROXY"] == "http://b", "the proxy of QGIS goes before"
    assert Path(found["TMPDIR"]).is_relative_to(tmp_path)


def test_uv_hears_what_was_set_for_pip_unless_it_has_settings_of_its_own(tmp_path: Path) -> None:
    found = installer_environment({"PIP_CERT": "/c.pem"}, cache=tmp_path)
    assert found["SSL_CERT_FILE"] == "/c.pem"
    found = installer_environment({"PIP_CERT": "/c.pem", "SSL_CERT_FILE": "/s.pem"}, cache=tmp_path)
    assert found["SSL_CERT_FILE"] == "/s.pem"
    assert "UV_DEFAULT_INDEX" not in found
