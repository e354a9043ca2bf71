"""Where no Python fits but an older one is there, its pip fetches uv, which then brings a Python along."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deepseg_qgis.engine_client import setup_plan, uv
from deepseg_qgis.engine_client.installer import install
from deepseg_qgis.engine_client.places import complete_mark
from deepseg_qgis.engine_client.pythons import PythonFacts, probe
from deepseg_qgis.engine_client.setup_plan import SetupPlan, describe, plan_setup
from deepseg_qgis.errors import EngineStoppedError, SetupError
from tests.plugin.setup_world import make_world, write_uv_wheel, write_wheel

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="uv is played by a script")
OLD = PythonFacts(Path("/usr/bin/python3"), (3, 9, 18), 64, True, "Linux", "x86_64", "2.36")
MakePlan = Callable[..., SetupPlan]


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(setup_plan, "find_uv", lambda variables: None)
    monkeypatch.setattr(setup_plan, "cuda_driver", lambda: None)
    monkeypatch.setattr(setup_plan, "real_pythons", lambda variables: [])
    return make_world(tmp_path / "지수 Kim's files", monkeypatch)


@pytest.fixture
def plan_with(world: Path, monkeypatch: pytest.MonkeyPatch) -> MakePlan:
    """Plan where only these Pythons are found."""

    def make(*pythons: PythonFacts, **options: object) -> SetupPlan:
        monkeypatch.setattr(setup_plan, "probe_all", lambda paths: iter(pythons))
        return plan_setup(variables=options.pop("variables", {}), **options)

    return make


def test_an_old_python_fetches_uv_and_the_plan_says_so_with_sizes(plan_with: MakePlan) -> None:
    plan = plan_with(OLD)
    assert plan.is_possible, plan.problems
    assert (plan.python, plan.fetcher) == (None, OLD)
    assert describe(plan)[:2] == [
        "Download the program uv (about 20 MB), with pip of Python 3.9.18 at /usr/bin/python3.",
        "Download Python 3.12 (about 30 MB), with uv.",
    ]


@pytest.mark.parametrize("changes", [{"version": (3, 14, 1)}, {"version": (3, 8, 10)}, {"system": "Windows"}])
def test_any_python_that_uv_can_be_installed_with_will_do(plan_with: MakePlan, changes: dict[str, object]) -> None:
    assert plan_with(replace(OLD, **changes)).fetcher is not None


@pytest.mark.parametrize(
    "changes, sentence",
    [
        ({"version": (3, 7, 16)}, "is 3.7.16"),
        ({"bits": 32}, "32 bit"),
        ({"has_venv": False}, "is 3.9.18"),
        ({"libc": "2.17"}, "is 3.9.18"),
        ({"system": "Darwin", "machine": "x86_64"}, "is 3.9.18"),
    ],
)
def test_where_uv_would_not_help_it_is_not_fetched(
    plan_with: MakePlan, changes: dict[str, object], sentence: str
) -> None:
    plan = plan_with(replace(OLD, **changes))
    assert plan.fetcher is None
    assert sentence in plan.problems[0]


def test_a_python_that_fits_goes_before_uv(plan_with: MakePlan) -> None:
    good = replace(OLD, version=(3, 11, 2))
    assert plan_with(OLD, good).python == good
    assert plan_with(OLD, good).fetcher is None


def test_a_uv_that_is_there_needs_no_other(plan_with: MakePlan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_plan, "find_uv", lambda variables: "/opt/uv")
    assert plan_with(OLD).fetcher is None
    assert describe(plan_with(OLD))[0] == "Download Python 3.12 (about 30 MB), with uv."


def test_from_a_folder_of_wheels_uv_comes_from_there_or_not_at_all(plan_with: MakePlan, world: Path) -> None:
    plan = plan_with(OLD, wheels=world / "wheels")
    assert plan.fetcher is None
    assert "needs a Python from 3.10 to 3.13, 64 bit; /usr/bin/python3 is 3.9.18" in plan.problems[0]
    write_uv_wheel(world / "wheels")
    plan = plan_with(OLD, wheels=world / "wheels")
    assert plan.is_possible, plan.problems
    assert "Install the program uv from the folder" in describe(plan)[0]


def test_the_wheels_must_fit_the_python_that_uv_brings(plan_with: MakePlan, world: Path) -> None:
    write_uv_wheel(world / "wheels")
    wheel = next((world / "wheels").glob("tinything*"))
    wheel.rename(wheel.with_name("tinything-1.0-cp39-cp39-manylinux_2_28_x86_64.whl"))
    (sentence,) = plan_with(OLD, wheels=world / "wheels").problems
    assert sentence.endswith("for Python 3.12 on this system.")


# What is fetched is really run.


@pytest.fixture
def plan(plan_with: MakePlan, world: Path) -> SetupPlan:
    """A plan for the Python of these tests, which plays an old one; all packages lie in a folder."""
    write_uv_wheel(world / "wheels")
    found = plan_with(replace(probe(Path(sys.executable)), version=(3, 9, 18)), wheels=world / "wheels", device="cpu")
    assert found.fetcher is not None, found.problems
    return found


def left_over(plan: SetupPlan) -> list[str]:
    """Return what there is of an environment, of tools, and of what was needed only meanwhile."""
    home = plan.folder.parent.parent
    passing = [path.name for path in home.glob("environments/*.cache/for-uv")]
    return [
        *passing,
        *(
            path.name
            for path in (*home.glob("environments/*-*"), *home.glob("tools/*"))
            if path.suffix not in (".lock", ".cache")
        ),
    ]


@POSIX
@pytest.mark.slow
def test_uv_is_fetched_tried_and_makes_the_environment(plan: SetupPlan) -> None:
    lines: list[str] = []
    fractions: list[float] = []
    install(plan, on_progress=lambda fraction, _: fractions.append(fraction), on_text=lines.append)
    facts = json.loads(complete_mark(plan.folder).read_text())
    assert (facts["tool"], facts["python"]) == ("uv", "3.12")
    assert "uv 0.9.0" in lines, "it was tried first"
    assert fractions == sorted(fractions)
    assert left_over(plan) == [plan.folder.name, "uv"]
    assert uv.own_uv() == plan.folder.parent.parent / "tools" / "uv"
    assert uv.find_uv({"DEEPSEG_HOME": str(plan.folder.parent.parent)}) == str(uv.own_uv()), "next time it is there"


@POSIX
@pytest.mark.slow
def test_without_its_wheel_the_sentence_names_uv_and_the_other_way(plan: SetupPlan, world: Path) -> None:
    next((world / "wheels").glob("uv-*")).unlink()
    with pytest.raises(SetupError, match=r"The program uv could not be fetched: .*No matching distribution") as caught:
        install(plan)
    assert "Or install Python 3.12 from python.org" in caught.value.hint
    assert left_over(plan) == []


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("program", ["#!/bin/sh\necho 'error: not for this system'\nexit 1\n", "no program"])
def test_a_uv_that_does_not_run_here_is_not_kept(plan: SetupPlan, world: Path, program: str) -> None:
    write_uv_wheel(world / "wheels", program)
    with pytest.raises(SetupError, match=r"not for this system|does not start"):
        install(plan)
    assert left_over(plan) == []


@POSIX
@pytest.mark.slow
def test_a_failure_later_on_takes_uv_away_again(plan: SetupPlan, world: Path) -> None:
    write_wheel(world / "wheels", code="raise ImportError('DLL load failed')\n")
    with pytest.raises(SetupError, match="DLL load failed"):
        install(plan)
    assert left_over(plan) == []


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("at", ["-m venv", "--version"])
def test_a_stop_leaves_nothing_of_it(plan: SetupPlan, at: str) -> None:
    lines: list[str] = []
    with pytest.raises(EngineStoppedError):
        install(plan, on_text=lines.append, is_canceled=lambda: any(at in line for line in lines))
    assert left_over(plan) == []


@POSIX
@pytest.mark.slow
def test_what_stands_for_the_index_of_pytorch_holds_for_uv_too(plan_with: MakePlan, world: Path) -> None:
    write_uv_wheel(world / "wheels")
    plan = plan_with(
        replace(probe(Path(sys.executable)), version=(3, 9, 18)),
        device="cpu",
        variables={"DEEPSEG_PIP_ARGS": f'--no-index --find-links "{world / "wheels"}"'},
    )
    lines: list[str] = []
    with pytest.raises(EngineStoppedError):
        install(plan, on_text=lines.append, is_canceled=lambda: "Successfully installed uv-0.9.0" in lines)
