"""Rasters without georeference all begin at the same corner: labels and areas name the raster that they lie on."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from engine.data.areas import read_areas
from engine.data.labels import LabelSet, load_labels
from engine.data.owners import find_owners
from engine.domain.settings import LabelSource
from engine.errors import AreaError, LabelsOutsideError
from engine.events import SilentReporter
from engine.geo.raster import Raster
from tests.factories import make_raster, numbered_pixels, write_polygons


def plain(path: Path, rows: int = 20, cols: int = 20) -> Raster:
    """Return a raster without georeference."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return make_raster(path, numbered_pixels(rows, cols), crs=None, transform=None)


def pixel_box(row: int, col: int, rows: int, cols: int) -> shapely.Polygon:
    """Return a box as QGIS shows it on such a raster: y negative downward."""
    return shapely.box(col, -row - rows, col + cols, -row)


def loaded(rasters: list[Raster], labels: Path, reporter: SilentReporter, areas: Path | None = None) -> LabelSet:
    source = LabelSource(labels=str(labels), areas=areas and str(areas))
    return load_labels(rasters, source, reporter=reporter)


def boxes_of(labels: LabelSet) -> list[list[tuple[float, ...]]]:
    return [[polygon.bounds for polygon in sheet.polygons] for sheet in labels.sheets]


def codes(reporter: SilentReporter) -> list[str]:
    return [event["code"] for event in reporter.named("warning") if event["code"] != "sparse_labels"]


def test_each_raster_takes_the_labels_that_name_it(tmp_path: Path) -> None:
    boxes = [pixel_box(1, 2, 3, 4), pixel_box(5, 6, 2, 2), pixel_box(1, 2, 3, 4)]
    path = write_polygons(tmp_path / "labels.gpkg", boxes, crs=None, raster=["a.tif", "B.TIF", "b.tif"])
    reporter = SilentReporter()
    with plain(tmp_path / "a.tif") as a, plain(tmp_path / "b.tif") as b:
        labels = loaded([a, b], path, reporter)
    assert boxes_of(labels) == [[(2, 1, 6, 4)], [(6, 5, 8, 7), (2, 1, 6, 4)]]
    assert codes(reporter) == [] and labels.findings.n_labels == 3


def test_labels_that_name_no_raster_lie_on_all_and_this_is_told(tmp_path: Path) -> None:
    path = write_polygons(tmp_path / "labels.gpkg", [pixel_box(1, 2, 3, 4)] * 2, crs=None, raster=["a.tif", None])
    reporter = SilentReporter()
    with plain(tmp_path / "a.tif") as a, plain(tmp_path / "b.tif") as b:
        assert list(map(len, boxes_of(loaded([a, b], path, reporter)))) == [2, 1]
    (warning,) = reporter.named("warning")
    assert warning["message"].startswith("1 of 2 labels in labels.gpkg do not say which raster they lie on")


def test_a_file_without_the_field_still_works_for_one_raster(tmp_path: Path) -> None:
    path = write_polygons(tmp_path / "labels.gpkg", [pixel_box(1, 2, 3, 4)], crs=None)
    reporter = SilentReporter()
    with plain(tmp_path / "a.tif") as a:
        assert boxes_of(loaded([a], path, reporter)) == [[(2, 1, 6, 4)]]
    assert codes(reporter) == []


def test_labels_of_rasters_that_were_not_given_are_left_out(tmp_path: Path) -> None:
    boxes = [pixel_box(1, 2, 3, 4), pixel_box(5, 6, 2, 2)]
    path = write_polygons(tmp_path / "labels.gpkg", boxes, crs=None, raster=["a.tif", "kept.tif"])
    reporter = SilentReporter()
    with plain(tmp_path / "a.tif") as a:
        labels = loaded([a], path, reporter)
    assert boxes_of(labels) == [[(2, 1, 6, 4)]]
    (warning,) = reporter.named("warning")
    assert warning["message"] == "1 of 2 labels in labels.gpkg belong to other rasters: kept.tif"


def test_labels_that_all_belong_elsewhere_are_an_error_that_names_the_rasters(tmp_path: Path) -> None:
    boxes = [pixel_box(1, 2, 3, 4), pixel_box(5, 6, 2, 2)]
    path = write_polygons(tmp_path / "labels.gpkg", boxes, crs=None, raster=["x.tif", "y.tif"])
    with plain(tmp_path / "a.tif") as a, pytest.raises(LabelsOutsideError) as raised:
        loaded([a], path, SilentReporter())
    assert raised.value.message == "no label in labels.gpkg belongs to a.tif: their field raster names x.tif, y.tif"


@pytest.mark.parametrize(
    "owner, on",
    [
        ("one/a.tif", [True, False]),
        ("two\\a.tif", [False, True]),
        ("a.tif", [True, True]),  # says too little to choose
        ("three/a.tif", [False, False]),
        (None, [True, True]),
    ],
)
def test_folders_tell_rasters_of_one_name_apart(tmp_path: Path, owner: str | None, on: list[bool]) -> None:
    with plain(tmp_path / "one" / "a.tif") as one, plain(tmp_path / "two" / "a.tif") as two:
        owned = find_owners([owner, "one/a.tif"], [one, two])
    assert [bool(may_lie[0]) for may_lie in owned.on] == on


def test_a_raster_whose_folder_was_moved_is_known_by_its_name(tmp_path: Path) -> None:
    with plain(tmp_path / "new" / "a.tif") as a:
        assert find_owners(["old/a.tif"], [a]).on[0].tolist() == [True]


def test_on_rasters_with_a_place_the_field_means_nothing(tmp_path: Path) -> None:
    with make_raster(tmp_path / "a.tif", numbered_pixels(20, 20)) as a:
        assert find_owners(["other.tif"], [a]).on[0].tolist() == [True]


def test_areas_name_their_raster_as_well(tmp_path: Path) -> None:
    boxes = [pixel_box(0, 0, 10, 10), pixel_box(0, 0, 5, 5)]
    path = write_polygons(tmp_path / "areas.gpkg", boxes, crs=None, role=["train", "train"], raster=["a.tif", "b.tif"])
    reporter = SilentReporter()
    with plain(tmp_path / "a.tif") as a, plain(tmp_path / "b.tif") as b, plain(tmp_path / "c.tif") as c:
        on_a, on_b, on_c = read_areas([a, b, c], str(path), reporter=reporter)
    assert [[area.area for area in on["train"]] for on in (on_a, on_b, on_c)] == [[100], [25], []]
    assert codes(reporter) == []


def test_areas_that_all_belong_elsewhere_are_an_error(tmp_path: Path) -> None:
    path = write_polygons(
        tmp_path / "areas.gpkg", [pixel_box(0, 0, 9, 9)], crs=None, role=["train"], raster=["elsewhere.png"]
    )
    with plain(tmp_path / "a.tif") as a, pytest.raises(AreaError, match=r"they belong to elsewhere\.png"):
        read_areas([a], str(path), reporter=SilentReporter())
