"""What a user chose is there the next time, as the type it was."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsSettings

from deepseg_qgis import settings
from deepseg_qgis.log import log, log_warning
from deepseg_qgis.settings import Settings


def test_what_was_never_set_is_the_default():
    assert Settings.get("docks/x") is None
    assert Settings.get("docks/x", 7) == 7
    assert (settings.picked_python(), settings.device()) == ("", "auto")


@pytest.mark.parametrize("value", [True, False, 7, 0.25, "경로 with space", ""])
def test_a_value_comes_back_as_it_was(value):
    Settings.set("docks/x", value)
    QgsSettings().sync()
    assert Settings.get("docks/x", type(value)()) == value


def test_a_value_that_somebody_broke_counts_as_never_set():
    QgsSettings().setValue("deepseg/docks/epochs", "many")
    assert Settings.get("docks/epochs", 20) == 20


def test_the_picked_python_is_kept_and_forgotten():
    settings.set_picked_python("/opt/파이썬/bin/python")
    assert settings.picked_python() == "/opt/파이썬/bin/python"
    settings.set_picked_python("")
    assert settings.picked_python() == ""
    assert not QgsSettings().contains("deepseg/engine/picked_python")


def test_the_device_is_kept():
    settings.set_device("cuda:1")
    assert settings.device() == "cuda:1"


def test_the_log_has_a_tab_of_ours():
    told = []
    messages = QgsApplication.messageLog()

    def note(text: str, tag: str, level: object) -> None:
        told.append((text, tag))

    messages.messageReceived.connect(note)
    log("something happened")
    log_warning("something odd")
    messages.messageReceived.disconnect(note)
    assert told == [("something happened", "DeepSeg"), ("something odd", "DeepSeg")]


@pytest.mark.parametrize("turn", ["first", "second"])
def test_a_test_finds_nothing_of_the_one_before(turn: str) -> None:
    assert Settings.get("docks/turn", "") == ""
    Settings.set("docks/turn", turn)
