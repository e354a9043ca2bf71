"""What is told before anything is downloaded."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from deepseg_qgis.engine_client import setup_plan
from deepseg_qgis.engine_client.driver import driver_of
from deepseg_qgis.engine_client.obstacles import obstacles, wheels_missing
from deepseg_qgis.engine_client.proxy import proxy_variables
from deepseg_qgis.engine_client.pythons import PythonFacts
from deepseg_qgis.engine_client.setup_plan import SetupPlan, index_arguments, install_groups, plan_setup, sizes_mb
from tests.plugin.setup_world import write_engine, write_wheel

PYTHON = PythonFacts(Path("/usr/bin/python3"), (3, 11, 7), 64, True, "Linux", "x86_64", "2.36")
REQUIREMENTS = ("torch>=2.4,<2.15", "torchvision>=0.19,<0.30", "numpy>=1.24,<3")


def test_nothing_speaks_against_a_good_python() -> None:
    assert obstacles(PYTHON, has_uv=False) == ()


@pytest.mark.parametrize(
    "changes, sentence",
    [
        ({"version": (3, 9, 18)}, "needs a Python from 3.10 to 3.13, 64 bit; /usr/bin/python3 is 3.9.18"),
        ({"version": (3, 14, 0)}, "is 3.14.0"),
        ({"bits": 32}, "32 bit"),
        ({"has_venv": False}, "apt install python3-venv"),
        ({"libc": "2.17"}, "glibc 2.17"),
        ({"libc": ""}, "without glibc"),
        ({"machine": "riscv64"}, "this processor (riscv64)"),
        ({"system": "Darwin", "machine": "x86_64"}, "Intel"),
        ({"system": "Windows", "machine": "ARM64"}, "Windows on ARM"),
    ],
)
def test_what_cannot_work_is_told_first(changes: dict[str, object], sentence: str) -> None:
    assert [text for text in obstacles(replace(PYTHON, **changes), has_uv=False) if sentence in text]


@pytest.mark.parametrize("changes", [{"system": "Darwin", "machine": "arm64", "libc": ""}, {"version": (3, 13, 1)}])
def test_what_can_work_is_not_held_up(changes: dict[str, object]) -> None:
    assert obstacles(replace(PYTHON, **changes), has_uv=False) == ()


def test_uv_needs_neither_the_venv_module_nor_a_python() -> None:
    assert obstacles(replace(PYTHON, has_venv=False), has_uv=True) == ()
    assert obstacles(None, has_uv=True) == ()
    assert "found none" in obstacles(None, has_uv=False)[0]


def test_a_full_disk_is_told_with_numbers_and_a_way_out(tmp_path: Path) -> None:
    (sentence,) = obstacles(PYTHON, has_uv=False, folder=tmp_path / "not yet", needed_mb=10**9)
    assert "1000000000 MB are needed" in sentence
    assert "DEEPSEG_HOME" in sentence
    assert obstacles(PYTHON, has_uv=False, folder=tmp_path, needed_mb=1) == ()


@pytest.mark.parametrize(
    "device, platform, variables, expected",
    [
        ("cpu", "linux", {}, ("--index-url", setup_plan.PYTORCH_CPU_INDEX)),
        ("cuda", "linux", {}, ("--index-url", setup_plan.PYTORCH_CUDA_INDEX)),
        ("cuda", "win32", {}, ("--index-url", setup_plan.PYTORCH_CUDA_INDEX)),
        ("cpu", "darwin", {}, ()),
        ("cpu", "linux", {"DEEPSEG_PIP_ARGS": ""}, ()),
        ("cuda", "linux", {"DEEPSEG_PIP_ARGS": "--index-url https://i/s"}, ("--index-url", "https://i/s")),
        ("cpu", "win32", {"DEEPSEG_PIP_ARGS": r"--find-links C:\w"}, ("--find-links", r"C:\w")),
    ],
)
def test_pytorch_comes_from_where_its_build_fits(
    device: str, platform: str, variables: dict[str, str], expected: tuple[str, ...]
) -> None:
    assert index_arguments(device, wheels=None, variables=variables, platform=platform) == expected


def test_a_folder_of_wheels_needs_no_network() -> None:
    arguments = index_arguments("cpu", wheels=Path("/내 wheels"), variables={"DEEPSEG_PIP_ARGS": "-i x"})
    assert arguments == ("--no-index", "--find-links", str(Path("/내 wheels")))


@pytest.mark.parametrize(
    "device, arguments, platform, is_large",
    [
        ("cpu", ("--index-url", setup_plan.PYTORCH_CPU_INDEX), "linux", False),
        ("cuda", ("--index-url", setup_plan.PYTORCH_CUDA_INDEX), "linux", True),
        ("cpu", (), "linux", True),  # PyPI has the build with CUDA
        ("cpu", (), "win32", False),
        ("cpu", (), "darwin", False),
    ],
)
def test_the_size_is_that_of_the_build_which_comes(
    device: str, arguments: tuple[str, ...], platform: str, is_large: bool
) -> None:
    assert (sizes_mb(device, arguments, wheels=None, platform=platform)[0] > 1000) == is_large


def test_pytorch_is_installed_first_from_its_own_index() -> None:
    plan = SetupPlan(Path("/e"), REQUIREMENTS, PYTHON, index_arguments=("--index-url", "https://cpu"))
    assert install_groups(plan) == [("--index-url", "https://cpu", *REQUIREMENTS[:2]), REQUIREMENTS]


@pytest.mark.parametrize("arguments", [(), ("--no-index", "--find-links", "/w"), ("--extra-index-url", "https://i")])
def test_from_one_place_all_is_installed_together(arguments: tuple[str, ...]) -> None:
    assert install_groups(SetupPlan(Path("/e"), REQUIREMENTS, PYTHON, index_arguments=arguments)) == [
        (*arguments, *REQUIREMENTS)
    ]


@pytest.mark.parametrize(
    "wheel, fits",
    [
        ("numpy-2.0.0-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl", True),
        ("numpy-2.0.0-cp312-cp312-manylinux_2_17_x86_64.whl", False),
        ("numpy-2.0.0-cp311-cp311-win_amd64.whl", False),
        ("numpy-2.0.0-cp38-abi3-manylinux_2_17_x86_64.whl", True),
        ("numpy-2.0.0-py2.py3-none-any.whl", True),
    ],
)
def test_a_wheel_for_another_python_or_system_does_not_count(tmp_path: Path, wheel: str, fits: bool) -> None:
    (tmp_path / wheel).touch()
    assert (wheels_missing(tmp_path, ("numpy>=1",), PYTHON) == ()) == fits


def test_what_the_folder_of_wheels_lacks_is_named(tmp_path: Path) -> None:
    write_wheel(tmp_path, "scikit_image")
    (sentence,) = wheels_missing(tmp_path, ("scikit-image>=0.2", "torch>=2", "timm>=1"), PYTHON)
    assert sentence.endswith("for Python 3.11 of: torch, timm")
    assert "is not there" in wheels_missing(tmp_path / "no", ("torch",), PYTHON)[0]


@pytest.mark.parametrize(
    "listed, expected",
    [
        ("NVIDIA H100 80GB HBM3, 550.54.15\n", "NVIDIA H100 80GB HBM3, driver 550.54.15"),
        ("Tesla K80, 470.1\nNVIDIA L4, 570.2\n", "NVIDIA L4, driver 570.2"),
        ("Tesla K80, 470.1\n", None),
        ("", None),
        ("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.", None),
    ],
)
def test_a_gpu_counts_with_a_driver_that_pytorch_can_use(listed: str, expected: str | None) -> None:
    assert driver_of(listed) == expected


def test_the_proxy_of_qgis_is_told_the_way_pip_hears_it() -> None:
    found = proxy_variables(
        kind="HttpProxy",
        host="proxy.example",
        port="3128",
        user="a b",
        password="p@ss:/",
        excluded=["https://in.example/x"],
    )
    assert found["HTTPS_PROXY"] == found["http_proxy"] == "http://a%20b:p%40ss%3A%2F@proxy.example:3128"
    assert found["NO_PROXY"] == "in.example"


@pytest.mark.parametrize("kind, host", [("DefaultProxy", "x"), ("HttpProxy", ""), ("", "x")])
def test_without_a_proxy_nothing_is_told(kind: str, host: str) -> None:
    assert proxy_variables(kind=kind, host=host) == {}


@pytest.fixture
def small_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_engine(tmp_path / "source", "0.1.0")
    monkeypatch.setenv("DEEPSEG_ENGINE_SOURCE", str(tmp_path / "source"))
    monkeypatch.setenv("DEEPSEG_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(setup_plan, "cuda_driver", lambda: None)
    monkeypatch.setattr(setup_plan, "find_uv", lambda variables: None)
    return tmp_path


def test_without_a_driver_the_processor_is_planned(small_world: Path) -> None:
    plan = plan_setup(base_python=Path(sys.executable), variables={})
    assert plan.device == "cpu"
    assert plan.is_possible, plan.problems
    text = "\n".join(setup_plan.describe(plan))
    assert "processor" in text
    assert str(plan.folder) in text


def test_with_a_driver_the_gpu_is_planned_and_named(small_world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_plan, "cuda_driver", lambda: "NVIDIA L4, driver 570.2")
    plan = plan_setup(base_python=Path(sys.executable), variables={})
    assert plan.device == ("cpu" if sys.platform == "darwin" else "cuda")
    assert plan_setup(base_python=Path(sys.executable), device="cpu", variables={}).device == "cpu"
    assert "NVIDIA L4" in "\n".join(setup_plan.describe(plan))


def test_of_all_pythons_the_first_that_fits_is_taken(small_world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, good = replace(PYTHON, version=(3, 9, 2)), replace(PYTHON, path=Path("/opt/python"))
    monkeypatch.setattr(setup_plan, "real_pythons", lambda variables: [])
    monkeypatch.setattr(setup_plan, "probe_all", lambda pythons: iter([old, good, PYTHON]))
    assert plan_setup(variables={}).python == good
    monkeypatch.setattr(setup_plan, "probe_all", lambda pythons: iter([replace(old, has_venv=False)]))
    assert "3.9.2" in plan_setup(variables={}).problems[0]
    monkeypatch.setattr(setup_plan, "probe_all", lambda pythons: iter([]))
    assert "found none" in plan_setup(variables={}).problems[0]


def test_planning_changes_nothing_on_the_disk(small_world: Path) -> None:
    before = sorted(small_world.rglob("*"))
    plan_setup(base_python=Path(sys.executable), wheels=small_world, variables={})
    assert sorted(small_world.rglob("*")) == before
