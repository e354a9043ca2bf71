"""`mask` hides what lies outside polygons, or paints what they say, pixel by pixel as GDAL's own programs do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import rasterio.mask
from rasterio.enums import ColorInterp
from shapely import Point, affinity, box

from engine.commands import mask_kinds
from engine.commands.mask import mask
from engine.domain.mask_settings import MaskSettings
from engine.errors import CategoryFieldError, OutputError, Stopped, UsageError
from engine.events import SilentReporter
from engine.geo.cog import pack_cog
from engine.stop import StopFlag
from tests.factories import UTM, map_box, numbered_pixels, write_polygons, write_raster

COURTS = [map_box(5, 5, 30, 30), map_box(10, 10, 8, 8), map_box(30, 25, 15, 20)]
BLOB = affinity.rotate(map_box(8, 12, 17, 23), 31).difference(Point(500_022, 5_599_984).buffer(4))


def masked(folder: Path, raster: Path, source: Path | str, **options: Any) -> dict[str, Any]:
    """Run the command and return what rasterio, which is independent of our readers, reads of the output."""
    output = folder / "masked.tif"
    reporter = SilentReporter()
    settings = MaskSettings(raster=raster, polygons=str(source), output=output, **options)
    mask(settings, reporter=reporter, stop=StopFlag())
    with rasterio.open(output) as file:
        values = reporter.named("result")[0]["values"]
        return {
            "pixels": file.read(),
            "shown": file.dataset_mask() > 0,
            "profile": file.profile,
            "result": values,
            "colors": file.colorinterp,
            "overviews": file.overviews(1),
            "tags": file.tags(1),
            "map": file.colormap(1) if file.colorinterp[0] == ColorInterp.palette else None,
            "layout": file.tags(ns="IMAGE_STRUCTURE").get("LAYOUT"),
            "events": reporter.events,
        }


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return write_raster(tmp_path / "city.tif", numbered_pixels(60, 70, 3))


@pytest.mark.parametrize("keeps_inside", [True, False])
@pytest.mark.parametrize("all_touched", [True, False])
def test_the_pixels_are_those_that_rasterio_masks(
    tmp_path: Path, city: Path, keeps_inside: bool, all_touched: bool
) -> None:
    source = write_polygons(tmp_path / "a.gpkg", [BLOB])
    options = {"keeps_inside": keeps_inside, "all_touched": all_touched}
    found = masked(tmp_path, city, source, fill=7.0, **options)
    with rasterio.open(city) as file:
        expected, _ = rasterio.mask.mask(file, [BLOB], invert=not keeps_inside, all_touched=all_touched, nodata=7)
    assert np.array_equal(found["pixels"], expected)


@pytest.mark.parametrize(
    "dtype, options, fill, hidden",
    [
        ("uint8", {"nodata": 255}, "nodata", 255),
        ("int16", {"nodata": -9999}, "nodata", -9999),
        ("float32", {}, "nodata", np.nan),
        ("float64", {"nodata": -1.5}, "nodata", -1.5),
        ("uint8", {}, "nodata", 0),
        ("uint16", {}, "transparent", 0),
        ("int32", {}, "nodata", 0),
        ("uint8", {"n_bands": 3}, "transparent", 0),
        ("int16", {}, -5.0, -5),
    ],
)
def test_hidden_pixels_are_said_to_be_so_in_every_type(
    tmp_path: Path, dtype: str, options: dict[str, Any], fill: str | float, hidden: float
) -> None:
    options = dict(options)
    n_bands = options.pop("n_bands", 2)
    values = numbered_pixels(60, 70, n_bands, dtype)
    raster = write_raster(tmp_path / "a.tif", values, **options)
    found = masked(tmp_path, raster, write_polygons(tmp_path / "a.gpkg", COURTS[:1]), fill=fill)
    inside = np.zeros((60, 70), bool)
    inside[5:35, 5:35] = True
    assert found["profile"]["dtype"] == dtype
    assert np.array_equal(found["pixels"][:n_bands, inside], values[:, inside])
    outside = found["pixels"][:n_bands, ~inside]
    assert np.isnan(outside).all() if np.isnan(hidden) else (outside == hidden).all()
    if isinstance(fill, str):
        assert np.array_equal(found["shown"], inside)


def test_alpha_is_used_where_there_is_one_and_kept_where_a_number_fills(tmp_path: Path) -> None:
    values = np.concatenate([numbered_pixels(60, 70, 3), np.full((1, 60, 70), 255, np.uint8)])
    values[3, :10] = 0
    raster = write_raster(tmp_path / "a.tif", values, alpha=True)
    source = write_polygons(tmp_path / "a.gpkg", COURTS[:1])
    found = masked(tmp_path, raster, source)
    assert found["profile"]["count"] == 4 and found["shown"].sum() == 25 * 30  # five rows were transparent before
    assert np.array_equal(masked(tmp_path, raster, source, fill=3.0)["pixels"][3], values[3])


def test_a_mask_that_was_there_stays(tmp_path: Path) -> None:
    before = np.ones((60, 70), bool)
    before[:, :10] = False
    raster = write_raster(tmp_path / "a.tif", numbered_pixels(60, 70, 3), mask=before)
    found = masked(tmp_path, raster, write_polygons(tmp_path / "a.gpkg", COURTS[:1]))
    assert found["shown"].sum() == 30 * 25


def test_a_color_table_becomes_colors_when_it_has_to_be_transparent(tmp_path: Path) -> None:
    path = tmp_path / "palette.tif"
    profile = {"driver": "GTiff", "count": 1, "height": 60, "width": 70, "dtype": "uint8", "crs": UTM}
    with rasterio.open(path, "w", **profile, transform=rasterio.Affine(1, 0, 500_000, 0, -1, 5_600_000)) as file:
        file.write(np.full((1, 60, 70), 3, np.uint8))
        file.write_colormap(1, {3: (10, 20, 30, 255)})
    source = write_polygons(tmp_path / "a.gpkg", COURTS[:1])
    found = masked(tmp_path, path, source, fill="transparent")
    assert found["pixels"][:, 20, 20].tolist() == [10, 20, 30, 255] and found["shown"].sum() == 900
    kept = masked(tmp_path, path, source)
    assert kept["map"][3] == (10, 20, 30, 255) and kept["shown"].sum() == 900


def test_of_categories_the_smaller_lies_on_top(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", COURTS[::-1], category=["area", "court", "area"])
    found = masked(tmp_path, city, source, kind="class", colors=(("court", "#ff0000"),))
    expected = np.zeros((60, 70), np.uint8)
    expected[30:45, 25:45] = expected[5:35, 5:35] = 1
    expected[10:18, 10:18] = 2
    assert np.array_equal(found["pixels"][0], expected)
    assert found["profile"]["dtype"] == "uint8" and found["profile"]["nodata"] == 0
    assert found["map"][1] == (0x56, 0xB4, 0xE9, 255) and found["map"][2] == (255, 0, 0, 255)
    assert found["tags"]["CLASS_2"] == "court" and found["layout"] == "COG"
    assert found["result"]["classes"] == [
        {"value": 1, "name": "area", "color": "#56b4e9"},
        {"value": 2, "name": "court", "color": "#ff0000"},
    ]
    assert "<Category></Category><Category>area</Category>" in (tmp_path / "masked.tif.aux.xml").read_text()


def test_categories_are_numbered_as_they_were_asked_for(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", COURTS, category=["a", "b", "c"])
    found = masked(tmp_path, city, source, kind="class", categories=("c", "b"))
    assert found["pixels"][0, 35, 30] == 1 and found["pixels"][0, 12, 12] == 2 and found["pixels"][0, 7, 7] == 0


def test_instances_are_numbered_by_their_rows(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", [map_box(500, 500, 2, 2), *COURTS])
    found = masked(tmp_path, city, source, kind="instance")
    assert found["profile"]["dtype"] == "uint16"
    assert [found["pixels"][0, row, col] for row, col in ((0, 0), (7, 7), (12, 12), (40, 30))] == [0, 2, 3, 4]


def test_of_scores_the_higher_lies_on_top(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", COURTS[:2], score=[0.9, 0.4])
    found = masked(tmp_path, city, source, kind="score")
    assert found["pixels"][0, 12, 12] == np.float32(0.9) and np.isnan(found["pixels"][0, 0, 0])
    with pytest.raises(CategoryFieldError, match='has no field "sure"'):
        masked(tmp_path, city, source, kind="score", score_field="sure")


def test_windows_leave_no_seams(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raster = write_raster(tmp_path / "a.tif", numbered_pixels(200, 300, 3), tiled=True, blockxsize=64, blockysize=64)
    boxes = [affinity.rotate(map_box(10 * i, 17 * i, 40, 25), 13 * i) for i in range(14)]
    source = write_polygons(tmp_path / "a.gpkg", boxes, category=[f"c{i % 3}" for i in range(14)])
    whole = masked(tmp_path, raster, source)["pixels"], masked(tmp_path, raster, source, kind="class")["pixels"]
    monkeypatch.setattr(mask_kinds, "_PIECE_BYTES", 64 * 64 * 4)
    monkeypatch.setattr(mask_kinds, "_PAINT_PX", 64)
    parts = masked(tmp_path, raster, source)["pixels"], masked(tmp_path, raster, source, kind="class")["pixels"]
    assert np.array_equal(whole[0], parts[0]) and np.array_equal(whole[1], parts[1])


def test_no_polygon_hides_everything_and_is_told(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", [map_box(500, 500, 2, 2)])
    found = masked(tmp_path, city, source)
    assert not found["shown"].any()
    assert any("no polygon of a.gpkg lies on city.tif" in event.get("message", "") for event in found["events"])


def test_a_raster_without_a_place_takes_pixel_coordinates(tmp_path: Path) -> None:
    photo = write_raster(tmp_path / "photo.png", numbered_pixels(60, 70, 3), crs=None, transform=None, driver="PNG")
    source = write_polygons(tmp_path / "a.gpkg", [box(10, -30, 20, -5)], crs=None, category=["x"])
    found = masked(tmp_path, photo, source, kind="class")
    expected = np.zeros((60, 70), np.uint8)
    expected[5:30, 10:20] = 1
    assert np.array_equal(found["pixels"][0], expected)


@pytest.mark.parametrize(
    "options, error, message",
    [
        ({"fill": 300.0}, UsageError, "--fill 300 does not fit city.tif, which holds whole numbers from 0 to 255"),
        ({"fill": 0.5}, UsageError, "--fill 0.5 does not fit city.tif"),
        ({"categories": ("car",)}, CategoryFieldError, 'a.gpkg holds no polygon of the category "car"'),
        ({"kind": "class", "category_field": "kind"}, CategoryFieldError, 'a.gpkg has no field "kind"'),
    ],
)
def test_what_cannot_be_is_one_sentence(
    tmp_path: Path, city: Path, options: dict[str, Any], error: type[Exception], message: str
) -> None:
    source = write_polygons(tmp_path / "a.gpkg", COURTS[:1], category=["x"])
    with pytest.raises(error, match=message):
        masked(tmp_path, city, source, **options)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.gpkg", "city.tif"]


def test_outputs_that_cannot_be_are_refused(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", COURTS[:1])
    (tmp_path / "folder").mkdir()
    for output, error, message in (
        (tmp_path / "a.png", OutputError, "does not end in .tif"),
        (city, OutputError, "city.tif is also what is read, and would be lost"),
        (tmp_path / "folder" / ".." / "city.tif", OutputError, "city.tif is also what is read"),
    ):
        with pytest.raises(error, match=message):
            settings = MaskSettings(raster=city, polygons=str(source), output=output)
            mask(settings, reporter=SilentReporter(), stop=StopFlag())
    real = write_raster(tmp_path / "real.tif", numbered_pixels(60, 70, 1, "float32"))
    with pytest.raises(UsageError, match=r"real.tif holds float32, which has no transparent pixels"):
        masked(tmp_path, real, source, fill="transparent")


class _StopsWhilePacking(SilentReporter):
    """Asks to stop as soon as overviews are added."""

    def __init__(self, stop: StopFlag) -> None:
        super().__init__()
        self._stop = stop

    def stage(self, name: str, message: str = "") -> None:
        super().stage(name, message)
        if name == "pack":
            self._stop.request()


def test_a_stop_ends_packing_at_once_and_leaves_nothing(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", COURTS[:1], category=["x"])
    stop = StopFlag()
    with pytest.raises(Stopped):
        settings = MaskSettings(raster=city, polygons=str(source), output=tmp_path / "o.tif", kind="class")
        mask(settings, reporter=_StopsWhilePacking(stop), stop=stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.gpkg", "city.tif"]


def test_what_packing_leaves_beside_its_file_goes_with_it(tmp_path: Path, city: Path) -> None:
    (tmp_path / "o.tif.ovr.tmp").write_text("half")
    with pytest.raises(Stopped):
        pack_cog(city, tmp_path / "o.tif", {}, go_on=_refuse)
    assert "o.tif.ovr.tmp" not in {path.name for path in tmp_path.iterdir()}


def test_a_place_that_packing_cannot_write_to_is_named(tmp_path: Path, city: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot write .*nowhere.o.tif"):
        pack_cog(city, tmp_path / "nowhere" / "o.tif", {}, go_on=lambda: None)


def _refuse() -> None:
    raise Stopped("")


@pytest.mark.parametrize("kind", ["pixels", "class"])
def test_nothing_is_left_after_a_stop(tmp_path: Path, city: Path, kind: str) -> None:
    source = write_polygons(tmp_path / "a.gpkg", COURTS[:1], category=["x"])
    stop = StopFlag()
    stop.request()
    with pytest.raises(Stopped):
        settings = MaskSettings(raster=city, polygons=str(source), output=tmp_path / "o.tif", kind=kind)
        mask(settings, reporter=SilentReporter(), stop=stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.gpkg", "city.tif"]
