"""The Statistics tab: charts of number, ground, density and sizes, and what it saves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from deepseg_qgis.docks.prediction_dock import PredictionDock
from deepseg_qgis.docks.results_section import STATISTICS
from deepseg_qgis.docks.statistics_tab import SIZES, StatisticsTab
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.domain.size_bars import SizeBars
from deepseg_qgis.domain.statistics import CategoryCount
from deepseg_qgis.layers.footprint_counts import count_footprints
from deepseg_qgis.layers.footprint_sizes import size_bars
from deepseg_qgis.layers.project import SiteProject
from tests.qgis.interface import Interface
from tests.qgis.prediction_world import move_threshold, predict, shown_dock, write_model
from tests.qgis.site_world import bar_texts, make_raster, make_site, wait_until

pytestmark = pytest.mark.usefixtures("provider")

COUNTS = [CategoryCount("pool", "", 3, 90.0, 30.0), CategoryCount("roof", "", 5, 1000.0, 200.0)]
COLORS = {"roof": "#e69f00", "pool": "#56b4e9"}


@pytest.fixture
def dock(workbench: Workbench, iface: Interface) -> Iterator[PredictionDock]:
    with shown_dock(workbench, iface) as dock:
        yield dock


@pytest.fixture
def site(dock: PredictionDock, workbench: Workbench, tmp_path: Path) -> SiteProject:
    """A site whose two rasters have been predicted in: fourteen footprints are shown."""
    site = make_site(workbench, tmp_path)
    workbench.use_model(write_model(tmp_path / "roofs.safetensors"))
    dock.images.add_files([make_raster(tmp_path / "north.tif")])
    predict(dock)
    dock.results.tabs.setCurrentIndex(STATISTICS)
    wait_until(lambda: "14" in dock.results.statistics.sentence.text())
    return site


def choose(tab: StatisticsTab, kind: str) -> None:
    tab.chart_box.setCurrentIndex(tab.chart_box.findData(kind))


def first_numbers(tab: StatisticsTab) -> list[str]:
    return [line.split(",")[0] for line in tab.chart.table_csv().splitlines()[1:]]


def test_without_counts_there_is_no_chart() -> None:
    tab = StatisticsTab()
    tab.show_counts([], {}, "")
    assert not tab.chart.isVisibleTo(tab) and not tab.choice.isVisibleTo(tab)


def test_one_chart_is_shown_and_the_others_are_a_click_away() -> None:
    tab = StatisticsTab()
    tab.set_sources(lambda: 20_000.0, lambda: SizeBars((0, 100, 200), {"pool": (3, 0), "roof": (1, 4)}))
    tab.show_counts(COUNTS, COLORS, "2 images")
    assert "4.0 / ha" in tab.sentence.text().replace("&nbsp;", " ")
    assert first_numbers(tab) == ["roof", "pool"]
    choose(tab, "ground")
    assert tab.chart.isVisibleTo(tab) and not tab.size_chart.isVisibleTo(tab)
    choose(tab, "density")
    assert tab.chart.table_csv().splitlines()[1] == "roof,5,1000.000,200.000,2.5"
    choose(tab, SIZES)
    assert tab.size_chart.isVisibleTo(tab) and not tab.chart.isVisibleTo(tab)
    assert tab.size_chart.table_csv().splitlines()[1:3] == ["pool,0,100,3", "pool,100,200,0"]
    tab.grab()  # paints


def test_without_ground_and_areas_the_charts_say_so(tmp_path: Path) -> None:
    tab = StatisticsTab()
    tab.show_counts([CategoryCount("roof", "", 5, None, None)], COLORS, "a.png")
    for kind in ("ground", "density", SIZES):
        choose(tab, kind)
        tab.grab()
    assert tab.chart._why_empty() and tab.size_chart.bars.totals == ()


def test_sizes_follow_the_threshold_and_hold_every_footprint(dock: PredictionDock, site: SiteProject) -> None:
    tab = dock.results.statistics
    choose(tab, SIZES)
    assert sum(tab.size_chart.bars.totals) == 14
    move_threshold(dock, 90)
    assert sum(tab.size_chart.bars.totals) == 2


def test_a_layer_in_edit_mode_has_the_same_sizes(dock: PredictionDock, site: SiteProject) -> None:
    layers, project = dock.results.layers(), dock.workbench.qgis_project
    asked = size_bars(layers, project)
    for layer in layers:
        layer.startEditing()
    assert size_bars(layers, project) == asked
    for layer in layers:
        layer.rollBack()


def test_density_counts_on_the_rectangles_of_the_images(dock: PredictionDock, site: SiteProject) -> None:
    ground_m2 = dock.results._ground_m2()
    n = sum(count.n_footprints for count in count_footprints(dock.results.layers(), dock.workbench.qgis_project))
    choose(dock.results.statistics, "density")
    assert ground_m2 and n == 14
    line = dock.results.statistics.chart.table_csv().splitlines()[1].split(",")
    assert float(line[4]) == pytest.approx(int(line[1]) / ground_m2 * 1e4, rel=1e-4)


@pytest.mark.parametrize("ending, n_images", [(".html", 2), (".csv", 1), (".json", 2)])
def test_what_is_shown_is_saved(
    dock: PredictionDock, site: SiteProject, tmp_path: Path, iface: Interface, ending: str, n_images: int
) -> None:
    if n_images == 1:
        dock.results.scope_box.setCurrentIndex(1)
    path = tmp_path / f"out{ending}"
    dock.results.statistics.save_button.wanted.emit(str(path))
    wait_until(dock.results.statistics.save_button.isEnabled)
    assert path.is_file(), bar_texts(iface)
    assert any("The statistics are in" in text for text in bar_texts(iface))
    command, *words = json.loads((tmp_path / "asked.jsonl").read_text().splitlines()[-1])
    assert command == "statistics" and f"--output={path}" in words
    assert sum(word.startswith("--raster=") for word in words) == n_images
    assert "--by=raster" in words and any(word.startswith("--bins=") for word in words)
    assert ("--color=roof=#e69f00" in words) == (ending == ".html")


def test_a_place_that_cannot_be_written_is_told(
    dock: PredictionDock, site: SiteProject, tmp_path: Path, iface: Interface
) -> None:
    dock.results.saver.save(dock.results.layers(), str(tmp_path / "missing" / "out.csv"))
    wait_until(dock.results.statistics.save_button.isEnabled)
    assert not any("The statistics are in" in text for text in bar_texts(iface))
