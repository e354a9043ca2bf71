"""The workbench: one run at a time, told in words, and ended with QGIS; each QGIS project keeps its own results."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtWidgets import QApplication, QPushButton

from deepseg_qgis.docks.run_algorithm import RunResult
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.domain import work_state
from deepseg_qgis.errors import DeepSegPluginError
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.interface import Interface, forget_deleted
from tests.qgis.trial import AT_WORK, TrialProvider, wait_until

UTM = QgsCoordinateReferenceSystem("EPSG:32636")


@pytest.fixture(autouse=True)
def provider() -> Iterator[None]:
    provider = TrialProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield
    QgsApplication.processingRegistry().removeProvider(provider)


def new_workbench(iface: Interface) -> Workbench:
    return Workbench(
        window=iface.mainWindow(),
        canvas=iface.mapCanvas(),
        message_bar=iface.messageBar(),
        qgis_project=QgsProject.instance(),
        digitize=iface.setActiveLayer,
    )


@pytest.fixture
def workbench(iface: Interface) -> Iterator[Workbench]:
    workbench = new_workbench(iface)
    yield workbench
    workbench.shut_down()
    workbench.deleteLater()
    forget_deleted()


def told(iface: Interface) -> list[str]:
    return [item.text() for item in iface.messageBar().items()]


def is_gone(pid: str) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] == "Z"


def test_a_run_goes_from_idle_to_idle(workbench: Workbench) -> None:
    kinds: list[str] = []
    results: list[RunResult] = []
    ends: list[str] = []
    workbench.state_changed.connect(lambda state: kinds.append(state.kind))
    workbench.run_ended.connect(lambda name, _: ends.append(name))
    assert workbench.run("trial:quick", {"OUTPUT": "TEMPORARY_OUTPUT"}, kind="dividing", then=results.append)
    assert workbench.is_busy
    wait_until(lambda: not workbench.is_busy)
    assert kinds == ["dividing", "idle"]
    assert [result.outcome for result in results] == ["done"]
    assert ends == ["trial:quick"]


def test_there_is_one_run_at_a_time(workbench: Workbench, iface: Interface) -> None:
    lines: list[str] = []
    workbench.engine_text.connect(lines.append)
    assert workbench.run("trial:patient", {}, kind="training")
    assert not workbench.run("trial:quick", {"OUTPUT": "TEMPORARY_OUTPUT"}, kind="dividing")
    assert told(iface) == ["DeepSeg is still at work (TRAINING). Wait until it is done, or stop it."]
    wait_until(lambda: AT_WORK in lines)  # one that has not begun is stopped at once
    workbench.stop()
    assert workbench.state.kind == work_state.STOPPING
    wait_until(lambda: not workbench.is_busy)


def test_a_run_that_qgis_cancels_is_seen_to_stop(workbench: Workbench, iface: Interface) -> None:
    kinds: list[str] = []
    lines: list[str] = []
    workbench.engine_text.connect(lines.append)
    workbench.run("trial:patient", {}, kind="training")
    workbench.state_changed.connect(lambda state: kinds.append(state.kind))
    wait_until(lambda: AT_WORK in lines)
    QgsApplication.taskManager().cancelAll()  # as QGIS does when it is to be closed
    wait_until(lambda: not workbench.is_busy)
    assert kinds == ["stopping", "idle"]
    assert told(iface) == ["Stopped; the best model so far is kept."]


def test_why_a_run_cannot_start_is_told(workbench: Workbench, iface: Interface) -> None:
    assert not workbench.run("trial:picky", {}, kind="training")
    assert not workbench.run("trial:none", {}, kind="training")
    assert told(iface)[1].startswith("There is no word.")
    assert "trial:none is not there" in told(iface)[0]
    assert workbench.state.kind == work_state.IDLE


def test_a_failure_says_what_happened_and_its_details_can_be_copied(workbench: Workbench, iface: Interface) -> None:
    workbench.run("trial:failing", {}, kind="training")
    wait_until(lambda: not workbench.is_busy)
    assert told(iface) == ["The disk is full. Make room."]
    item = iface.messageBar().items()[0]
    button = item.findChild(QPushButton, "deepseg_message_button")
    assert button.text() == "Copy details"
    button.click()
    copied = QApplication.clipboard().text()
    assert "The disk is full. Make room." in copied and "QGIS 3" in copied
    assert str(Path.home()) not in copied


def test_a_link_in_the_message_bar_leads_on(workbench: Workbench, iface: Interface) -> None:
    clicked: list[bool] = []
    workbench.say("Ready.", link=("Show", lambda: clicked.append(True)))
    iface.messageBar().items()[0].findChild(QPushButton).click()
    assert clicked == [True]


@pytest.mark.parametrize(
    "kind, sentence",
    [
        ("error", "city.tif has 3 bands; the model reads 4. Choose the raster with 4 bands."),
        ("killed", "memory"),
        ("crash", "crashed"),
        ("no_start", "torch"),
        ("wrong_version", "version"),
    ],
)
def test_every_failure_of_the_engine_is_told_and_work_can_go_on(
    workbench: Workbench, iface: Interface, monkeypatch: pytest.MonkeyPatch, kind: str, sentence: str
) -> None:
    use_fake_engine(monkeypatch, kind)
    workbench.run("trial:child", {}, kind="checking")
    wait_until(lambda: not workbench.is_busy)
    assert sentence in told(iface)[0]
    use_fake_engine(monkeypatch)
    results: list[RunResult] = []
    workbench.run("trial:child", {}, kind="checking", then=results.append)
    wait_until(lambda: results)
    assert results[0].is_done


def test_the_device_is_named_in_the_engines_words(workbench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "core" in workbench.device_text() or "GPU" in workbench.device_text()
    use_fake_engine(monkeypatch)
    words: list[str] = []
    workbench.device_changed.connect(words.append)
    workbench.run("trial:child", {}, kind="checking")
    wait_until(lambda: not workbench.is_busy)
    assert words == [workbench.device_text()]
    assert words[0]


def test_a_project_is_made_opened_and_found_again(workbench: Workbench, tmp_path: Path) -> None:
    changes: list[bool] = []
    workbench.site_changed.connect(lambda: changes.append(workbench.site is not None))
    assert workbench.new_site(tmp_path / "a site 끝" / "site.gpkg", "Kampala", UTM)
    QgsProject.instance().write(str(tmp_path / "a site 끝" / "map.qgz"))
    QgsProject.instance().clear()
    assert workbench.site is None
    QgsProject.instance().read(str(tmp_path / "a site 끝" / "map.qgz"))
    assert workbench.site is not None and workbench.site.name == "Kampala"
    assert changes == [True, False, True]


def test_a_project_that_cannot_be_opened_is_told(workbench: Workbench, iface: Interface, tmp_path: Path) -> None:
    assert not workbench.open_site(tmp_path / "none.gpkg")
    assert "none.gpkg is not there" in told(iface)[0]
    assert workbench.site is None


def test_changes_of_the_project_reach_the_docks(workbench: Workbench, tmp_path: Path) -> None:
    workbench.new_site(tmp_path / "site.gpkg", "Kampala", UTM)
    changes: list[bool] = []
    workbench.data_changed.connect(lambda: changes.append(True))
    workbench.site.add_category("tree")
    wait_until(lambda: changes)


def test_a_chosen_model_is_handed_on_once(workbench: Workbench) -> None:
    models: list[str] = []
    workbench.model_changed.connect(models.append)
    workbench.use_model("/a/roofs.safetensors")
    workbench.use_model("/a/roofs.safetensors")
    assert models == ["/a/roofs.safetensors"] and workbench.model_path == models[0]


def test_another_qgis_project_does_not_get_the_results_but_is_told(workbench: Workbench, iface: Interface) -> None:
    results: list[object] = []
    workbench.run_ended.connect(lambda *_: results.append("ended"))
    workbench.run("trial:quick", {"OUTPUT": "TEMPORARY_OUTPUT"}, kind="predicting", then=results.append)
    QgsProject.instance().clear()
    wait_until(lambda: not workbench.is_busy)
    assert results == []
    assert told(iface) == [
        "Predicting is done, for the QGIS project that was open before; nothing was added to this one."
    ]
    assert QgsProject.instance().count() == 0


def test_opening_another_project_lets_the_run_go_on(workbench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    use_fake_engine(monkeypatch, "slow")
    workbench.run("trial:child", {}, kind="checking")
    events: list[str] = []
    workbench.engine_event.connect(lambda event: events.append(event.kind))
    QgsProject.instance().clear()
    assert workbench.is_busy
    wait_until(lambda: not workbench.is_busy)
    assert events[-1] == "result"


def test_shutting_down_stops_the_run_and_leaves_no_process(
    iface: Interface, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    use_fake_engine(monkeypatch, "silent", pids=tmp_path / "pids")
    workbench = new_workbench(iface)
    results: list[RunResult] = []
    workbench.run("trial:child", {}, kind="training", then=results.append)
    wait_until(lambda: (tmp_path / "pids").exists())
    workbench.shut_down()
    assert not workbench.is_busy
    assert results == []  # nothing is done with a result in a window that is about to go
    assert told(iface) == [
        "DeepSeg is being closed and ends its work (TRAINING): the best model so far is kept, and RESUME goes on."
    ]
    forget_deleted()
    assert iface.messageBar().findChildren(QgsMessageBarItem, "deepseg_message") == [], "what is left is QGIS's own"
    assert all(is_gone(pid) for pid in (tmp_path / "pids").read_text().split())


def test_an_engine_that_does_not_stop_is_ended_with_all_it_started(
    iface: Interface, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    use_fake_engine(monkeypatch, "ignores_stop", pids=tmp_path / "pids")
    monkeypatch.setattr("deepseg_qgis.docks.workbench.STOP_S", 0.5)
    workbench = new_workbench(iface)
    workbench.run("trial:child", {}, kind="training")
    wait_until(lambda: (tmp_path / "pids").exists() and len((tmp_path / "pids").read_text().split()) == 2)
    workbench.shut_down()
    assert not workbench.is_busy
    assert all(is_gone(pid) for pid in (tmp_path / "pids").read_text().split())


def test_shutting_down_takes_its_messages_away(iface: Interface) -> None:
    workbench = new_workbench(iface)
    workbench.say("Ready.")
    workbench.shut_down()
    forget_deleted()
    assert told(iface) == []
    assert iface.messageBar().findChildren(QgsMessageBarItem, "deepseg_message") == []


def test_it_works_where_there_is_no_message_bar() -> None:
    workbench = Workbench(
        window=None, canvas=None, message_bar=None, qgis_project=QgsProject.instance(), digitize=lambda layer: None
    )
    workbench.say("Ready.")
    workbench.say_error(DeepSegPluginError("No."))
    workbench.shut_down()
