"""The list of packages that the plugin installs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import tomllib

from deepseg_qgis.engine_client.requirements import (
    NEWEST_PYTHON,
    OLDEST_PYTHON,
    engine_requirements,
    package_name,
    pytorch_requirements,
    requirements_hash,
)
from deepseg_qgis.errors import SetupError

REPOSITORY = Path(__file__).parents[2]
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_a_checkout_takes_them_from_pyproject() -> None:
    assert list(engine_requirements(REPOSITORY)) == PROJECT["dependencies"]


def test_a_built_plugin_carries_the_same(tmp_path: Path) -> None:
    script = REPOSITORY / "scripts" / "engine-requirements"
    subprocess.run([sys.executable, script, tmp_path / "requirements.txt"], check=True)
    assert engine_requirements(tmp_path) == engine_requirements(REPOSITORY)


def test_without_either_the_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="cannot be read") as caught:
        engine_requirements(tmp_path)
    assert "Install the DeepSeg plugin again" in caught.value.hint


def test_every_requirement_is_bounded_on_both_sides() -> None:
    assert [line for line in engine_requirements(REPOSITORY) if not (">=" in line and ",<" in line)] == []


def test_the_oldest_python_is_the_engines() -> None:
    assert PROJECT["requires-python"] == ">=" + ".".join(map(str, OLDEST_PYTHON))
    assert NEWEST_PYTHON >= OLDEST_PYTHON


def test_the_hash_changes_with_a_bound_and_not_with_the_order() -> None:
    assert requirements_hash(["a>=1", "b>=2"]) == requirements_hash(["b >= 2", "a>=1"])
    assert requirements_hash(["a>=1"]) != requirements_hash(["a>=2"])


@pytest.mark.parametrize(
    "requirement, name", [("torch>=2.4,<2.15", "torch"), ("Pillow", "pillow"), ("a-b[c]~=1", "a-b"), ("x ==1", "x")]
)
def test_a_requirement_has_a_name(requirement: str, name: str) -> None:
    assert package_name(requirement) == name


def test_torch_and_torchvision_come_from_one_place() -> None:
    names = [package_name(line) for line in pytorch_requirements(engine_requirements(REPOSITORY))]
    assert names == ["torch", "torchvision"]
