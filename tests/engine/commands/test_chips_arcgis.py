"""Chips in the layout of ArcGIS are found the way that arcgis.learn 2.4.2 looks for them, and its numbers hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import pytest
import rasterio
from numpy.typing import NDArray
from rasterio.enums import ColorInterp

from engine.commands.chips import chips
from engine.domain.chips_settings import ChipsSettings
from engine.domain.settings import LabelSource
from engine.events import SilentReporter
from engine.stop import StopFlag
from tests.factories import map_box, numbered_pixels, write_polygons, write_raster

SIZE = 64
FILES = ["esri_accumulated_stats.json", "esri_model_definition.emd", "images", "labels", "map.txt", "stats.txt"]


class World:
    """A raster of 128 x 64 pixels: a roof with a shed on it and another roof above, a pool below."""

    def __init__(self, folder: Path, names: tuple[str, str, str] = ("roof", "shed", "pool")) -> None:
        self.folder = folder
        self.values = numbered_pixels(128, 64, 3)
        self.raster = write_raster(folder / "강남 site.tif", self.values)
        roof, shed, pool = names
        shapes = [map_box(2, 3, 20, 30), map_box(30, 3, 10, 10), map_box(5, 5, 6, 6), map_box(70, 10, 40, 10)]
        self.labels = write_polygons(folder / "labels.gpkg", shapes, kind=[roof, roof, shed, pool])

    def cut(self, mask: str, **options: Any) -> Path:
        source = LabelSource(labels=str(self.labels), category_field="kind")
        output = self.folder / "chips"
        asked = {"size": SIZE, "val_share": 0.0, "mask": mask, **options}
        settings = ChipsSettings(rasters=(self.raster,), source=source, output=output, layout="arcgis", **asked)
        chips(settings, reporter=SilentReporter(), stop=StopFlag())
        return output


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def told(folder: Path, name: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads((folder / name).read_bytes().decode("ascii"))
    return answer


def mapped(folder: Path) -> list[list[str]]:
    return [line.split() for line in (folder / "map.txt").read_text(encoding="utf-8").splitlines()]


def pixels(path: Path) -> NDArray[Any]:
    with rasterio.open(path) as file:
        values: NDArray[Any] = file.read()
    return values


def test_classified_tiles_pair_images_and_masks_by_name(world: World) -> None:
    folder = world.cut("class") / "train"

    assert sorted(path.name for path in folder.iterdir()) == FILES
    lines = mapped(folder)
    assert lines == [[f"images/00000000{n}.tif", f"labels/00000000{n}.tif"] for n in (0, 1)]
    first, second = ([pixels(folder / place) for place in line] for line in lines)
    assert np.array_equal(first[0], world.values[:, :64]) and np.array_equal(second[0], world.values[:, 64:])
    values = {each["Name"]: each["Value"] for each in told(folder, "esri_model_definition.emd")["Classes"]}
    assert (first[1][0, 5:11, 5:11] == values["shed"]).all() and first[1][0, 3, 4] == values["roof"]
    assert set(np.unique(second[1])) == {0, values["pool"]}
    with rasterio.open(folder / lines[1][1]) as file:
        assert file.dtypes == ("uint8",) and file.colorinterp == (ColorInterp.gray,)
        assert file.crs.to_epsg() == 32632 and tuple(file.transform)[:6] == (1, 0, 500000, 0, -1, 5_599_936)


def test_a_program_without_gdal_finds_the_classes_in_classified_tiles(world: World) -> None:
    folder = world.cut("class") / "train"
    values = {each["Value"] for each in told(folder, "esri_model_definition.emd")["Classes"]}

    for _, place in mapped(folder):
        with PIL.Image.open(folder / place) as picture:
            shown = np.array(picture.convert("RGB"))  # what arcgis.learn 2.4.4 does where osgeo.gdal is missing
        assert set(np.unique(shown)) <= values | {0}


def test_classified_tiles_are_counted_as_arcgis_counts(world: World) -> None:
    folder = world.cut("class") / "train"

    counted = told(folder, "esri_accumulated_stats.json")
    assert (counted["MetaDataMode"], counted["NumTiles"], counted["NumBands"]) == ("Classified_Tiles", 2, 3)
    names = [each["ClassName"] for each in counted["Classes"]]
    pixel_counts = dict(zip(names, counted["ClassPixelStats"]["NumPixelsPerClass"], strict=True))
    assert pixel_counts == {"pool": 400, "roof": 20 * 30 + 100 - 36, "shed": 36}
    assert counted["ClassPixelStats"]["PixelsPerClass"][0] == {
        "Min": 0, "Max": 400, "Mean": 200.0, "Sum": 400, "Count": 2
    }  # fmt: skip
    assert counted["ClassPixelStats"]["NumClassesPerImage"]["Sum"] == 3
    for number, band in enumerate(told(folder, "esri_model_definition.emd")["AllTilesStats"]):
        values = world.values[number].astype(float)
        expected = {"Min": values.min(), "Max": values.max(), "Mean": values.mean(), "StdDev": values.std()}
        assert band == pytest.approx(expected)
    assert (folder / "stats.txt").read_text(encoding="utf-8").startswith("images = 2 *3*64*64\nclasses per image = [")


def test_instances_lie_in_a_folder_named_like_their_class(tmp_path: Path) -> None:
    world = World(tmp_path, ("지붕/집", "지붕:집", "pool"))

    folder = world.cut("instance") / "train"

    model = told(folder, "esri_model_definition.emd")
    assert model["MetaDataMode"] == "RCNN_Masks"
    found = {}
    for each in model["Classes"]:
        place = folder / "labels" / each["Name"]
        assert place.is_dir()
        found[each["Name"]] = {path.stem: sorted(np.unique(pixels(path)).tolist()) for path in place.iterdir()}
    assert found == {
        "pool": {"000000001": [0, 1]},
        "지붕_집": {"000000000": [0, 1, 2]},
        "지붕_집_2": {"000000000": [0, 1]},
    }
    assert mapped(folder)[0][1:] == ["labels/지붕_집/000000000.tif", "labels/지붕_집_2/000000000.tif"]
    counted = told(folder, "esri_accumulated_stats.json")["FeatureStats"]
    assert (counted["NumFeaturesTotal"], counted["NumFeaturesPerClass"]) == (4, [1, 2, 1])
    assert counted["FeatureAreaPerClass"][1]["Sum"] == 700


def test_chips_to_validate_are_a_folder_of_their_own(world: World) -> None:
    folder = world.cut("class", val_share=0.5)

    assert sorted(path.name for path in folder.iterdir()) == ["chips.csv", "train", "val"]
    assert sorted(path.name for path in (folder / "val").iterdir()) == FILES
    assert len(mapped(folder / "train")) == len(mapped(folder / "val")) == 1


@pytest.mark.parametrize("mask", ["class", "instance"])
def test_without_chips_to_validate_there_is_no_such_folder(world: World, mask: str) -> None:
    assert sorted(path.name for path in world.cut(mask).iterdir()) == ["chips.csv", "train"]


def test_a_raster_without_georeference_is_said_to_have_none(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.raster = write_raster(tmp_path / "photo.png", world.values, transform=None, crs=None)
    world.labels = write_polygons(tmp_path / "l.gpkg", [map_box(2, 3, 20, 30, rasterio.Affine(1, 0, 0, 0, -1, 0))],
                                  crs=None, kind=["roof"])  # fmt: skip

    model = told(world.cut("class", chip_format="png") / "train", "esri_model_definition.emd")

    assert model["ImageSpaceUsed"] == "PIXEL_SPACE" and "MinCellSize" not in model


def test_nodata_counts_in_no_band(tmp_path: Path) -> None:
    world = World(tmp_path)
    values = np.full((1, 64, 64), 7, np.uint16)
    values[:, :10], values[:, 63] = 65_535, 9
    world.raster = write_raster(tmp_path / "deep.tif", values, nodata=65_535)

    model = told(world.cut("class") / "train", "esri_model_definition.emd")

    assert model["InputRastersProps"]["BandNames"] == ["Band_1"]
    # One row of 54 is 9, the others are 7.
    expected = {"Min": 7, "Max": 9, "Mean": 7 + 2 / 54, "StdDev": 2 * 53**0.5 / 54}
    assert model["AllTilesStats"][0] == pytest.approx(expected)
