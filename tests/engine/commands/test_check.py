"""`deepseg check`: what is there, what is missing, and how to get it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from engine.commands import check as room
from engine.commands.check import PACKAGES, Package, check, why_not_loaded
from engine.domain.settings import CheckSettings
from engine.errors import DependencyError, DeviceError
from engine.events import SilentReporter
from engine.models import backends
from engine.models.backend_choices import BackendChoices, Choice, this_computer
from engine.stop import StopFlag

REPOSITORY = Path(__file__).parents[3]
SMALL = (Package("numpy>=1.24,<3", "numpy"), Package("torch>=2.4,<2.15", "torch"))


@pytest.fixture(autouse=True)
def few_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PACKAGES", SMALL)


def result_of(reporter: SilentReporter) -> dict:
    return reporter.named("result")[0]["values"]


def test_the_last_line_says_what_will_be_used() -> None:
    reporter = SilentReporter()
    check(CheckSettings(device="cpu"), reporter=reporter, stop=StopFlag())
    values = result_of(reporter)
    assert values["device"] == "cpu"
    assert values["missing"] == {}
    assert re.search(r"\nDeepSeg is ready and will use: CPU, \d+ cores?$", values["text"])
    assert values["packages"]["numpy"].count(".") >= 1
    assert values["free_disk_gb"] > 0


def test_what_may_run_a_network_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backends.importlib.util, "find_spec", lambda name: None if name == "openvino" else object())
    reporter = SilentReporter()
    check(CheckSettings(device="cpu"), reporter=reporter, stop=StopFlag())
    values = result_of(reporter)
    not_there = "the Python package openvino is not installed"
    assert values["backends"] == {"torch": "ready", "onnxruntime": "ready", "openvino": not_there}
    assert not_there in values["text"]


def test_what_trials_have_shown_on_this_computer_is_told(tmp_path: Path) -> None:
    choices = BackendChoices(tmp_path / "backends.json")
    seconds = {"torch": 3.333, "openvino": 1.97}
    choices.keep("a", Choice("openvino", seconds, "roofs", (1664, 1632), this_computer()))
    choices.keep("b", Choice("torch", {"torch": 1.0}, "roofs", (512, 512), "another computer"))
    reporter = SilentReporter()
    check(CheckSettings(device="cpu", choices=choices.path), reporter=reporter, stop=StopFlag())
    values = result_of(reporter)
    assert [choice["backend"] for choice in values["backend_choices"]] == ["openvino"]
    assert values["backend_choices_file"] == str(choices.path)
    assert "openvino for roofs, tiles of 1664 x 1632 (openvino 1.97 s, torch 3.33 s)" in values["text"]


def test_a_missing_package_is_named_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PACKAGES", (*SMALL, Package("nothing-like-it>=1,<2", "nothing_like_it")))
    reporter = SilentReporter()
    with pytest.raises(DependencyError) as caught:
        check(CheckSettings(device="cpu"), reporter=reporter, stop=StopFlag())
    assert caught.value.message == (
        "1 of 3 packages that DeepSeg needs cannot be loaded: nothing-like-it: No module named 'nothing_like_it'"
    )
    assert caught.value.hint.endswith('pip install "nothing-like-it>=1,<2"')
    assert result_of(reporter)["packages"]["nothing-like-it"] is None


def test_it_answers_without_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)  # import then fails as if it were not installed
    reporter = SilentReporter()
    with pytest.raises(DependencyError, match="torch"):
        check(CheckSettings(), reporter=reporter, stop=StopFlag())
    assert "will_use" not in result_of(reporter)
    assert "will use" not in result_of(reporter)["text"]


def test_a_device_that_is_not_there_is_an_error() -> None:
    with pytest.raises(DeviceError):
        check(CheckSettings(device="cuda:99"), reporter=SilentReporter(), stop=StopFlag())


def test_a_package_that_breaks_while_it_loads_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "halfway.py").write_text("raise OSError('libcudart.so.12: cannot open\\nsecond line')\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert why_not_loaded("halfway") == "libcudart.so.12: cannot open"


def test_the_packages_are_those_of_the_project_file() -> None:
    text = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    block = text.split("\ndependencies = [", 1)[1].split("\n]", 1)[0]
    assert [package.requirement for package in PACKAGES] == re.findall(r'"([^"]+)"', block)
