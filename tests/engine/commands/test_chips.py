"""Chips are read by the programs that they are for, and say what was drawn."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from PIL import Image
from pycocotools.coco import COCO
from rasterio.enums import ColorInterp

from engine.commands.chips import chips
from engine.domain.chips_settings import ChipsSettings
from engine.domain.settings import LabelSource
from engine.errors import AreaError, BandCountError, OutputError, Stopped, TooFewLabelsError
from engine.events import SilentReporter
from engine.stop import StopFlag
from tests.factories import NORTH_UP, UTM, map_box, numbered_pixels, write_polygons, write_raster

SIZE = 64
ROOF, POOL = (2, 3, 20, 30), (70, 70, 40, 10)  # row, column, rows, columns


class World:
    """A raster of 192 x 128 pixels with a roof in its first chip, a pool across two, and a courtyard house."""

    def __init__(self, folder: Path, *, transform: Affine | None = NORTH_UP, crs: str | None = UTM) -> None:
        self.folder = folder
        self.values = numbered_pixels(192, 128, 3)
        self.raster = write_raster(folder / "site.tif", self.values, transform=transform, crs=crs)
        at = transform if transform is not None else Affine(1, 0, 0, 0, -1, 0)
        yard = map_box(140, 10, 40, 40, at).difference(map_box(150, 20, 20, 20, at))
        shapes = [map_box(*ROOF, at), map_box(*POOL, at), yard]
        self.labels = write_polygons(folder / "labels.gpkg", shapes, crs=crs, kind=["roof", "pool", "roof"])
        self.transform = at

    def cut(self, layout: str, *, areas: Path | None = None, **options: Any) -> tuple[Path, SilentReporter]:
        source = LabelSource(
            labels=str(self.labels), category_field="kind", areas=None if areas is None else str(areas)
        )
        output = self.folder / layout
        options = {"size": SIZE, "val_share": 0.0, "rasters": (self.raster,), **options}
        reporter = SilentReporter()
        chips(ChipsSettings(source=source, output=output, layout=layout, **options), reporter=reporter, stop=StopFlag())
        return output, reporter

    def areas(self, *boxes: tuple[str, tuple[int, int, int, int]]) -> Path:
        shapes = [map_box(*box, self.transform) for _, box in boxes]
        return write_polygons(self.folder / "areas.gpkg", shapes, role=[role for role, _ in boxes])


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def listed(folder: Path) -> list[dict[str, str]]:
    with (folder / "chips.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_coco_is_read_by_pycocotools(world: World) -> None:
    folder, reporter = world.cut("coco")

    coco = COCO(str(folder / "annotations" / "instances_train.json"))
    assert [each["name"] for each in coco.loadCats(coco.getCatIds())] == ["pool", "roof"]
    assert [image["file_name"] for image in coco.loadImgs(coco.getImgIds())] == [
        f"site_{row}_{col}.png" for row, col in ((0, 0), (64, 64), (128, 0))
    ]
    roof, pool, yard = coco.loadAnns(coco.getAnnIds())
    assert roof["bbox"] == [3, 2, 30, 20] and roof["area"] == 600
    assert pool["bbox"] == [6, 6, 10, 40]
    mask = coco.annToMask(yard)
    assert mask.sum() == yard["area"] == 40 * 40 - 20 * 20
    assert not mask[22:42, 20:40].any()  # the courtyard, in rows and columns of the third chip
    assert coco.annToMask(roof)[2:22, 3:33].all() and coco.annToMask(roof).sum() == 600
    values = reporter.named("result")[0]["values"]
    assert values["n_per_category"] == {"pool": 1, "roof": 2}
    assert values["text"] == f"3 chips in {folder}: 3 to train, 0 to validate, 0 without labels"


def test_pictures_hold_the_pixels_of_the_raster(world: World) -> None:
    folder, _ = world.cut("coco")

    picture = np.asarray(Image.open(folder / "images" / "site_64_64.png"))
    assert np.array_equal(np.moveaxis(picture, -1, 0), world.values[:, 64:128, 64:128])


def test_a_label_across_chips_is_cut_at_their_edge(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.labels = write_polygons(tmp_path / "across.gpkg", [map_box(10, 50, 10, 40)], kind=["roof"])

    folder, _ = world.cut("coco")

    coco = COCO(str(folder / "annotations" / "instances_train.json"))
    assert [each["bbox"] for each in coco.loadAnns(coco.getAnnIds())] == [[50, 10, 14, 10], [0, 10, 26, 10]]


def test_yolo_is_laid_out_as_ultralytics_reads_it(world: World) -> None:
    # As Ultralytics 8.4.190 loads it: labels beside images by name, classes from 0, shares of width and height.
    folder, _ = world.cut("yolo", areas=world.areas(("train", (0, 0, 128, 128)), ("validate", (128, 0, 64, 64))))

    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) == [
        "chips.csv",
        "data.yaml",
        "images/train/site_0_0.png",
        "images/train/site_64_64.png",
        "images/val/site_128_0.png",
        "labels/train/site_0_0.txt",
        "labels/train/site_64_64.txt",
        "labels/val/site_128_0.txt",
    ]
    lines = (folder / "data.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == ["train: images/train", "val: images/val", "names:", '  0: "pool"', '  1: "roof"']
    number, *shares = (folder / "labels" / "train" / "site_0_0.txt").read_text().split()
    corners = {(round(x * SIZE), round(y * SIZE)) for x, y in np.array(shares, float).reshape(-1, 2)}
    assert number == "1"
    assert corners == {(3, 2), (33, 2), (33, 22), (3, 22)}


def test_a_yolo_outline_with_a_hole_is_one_ring(world: World) -> None:
    folder, _ = world.cut("yolo")

    (line,) = (folder / "labels" / "train" / "site_128_0.txt").read_text().splitlines()
    ring = np.array(line.split()[1:], float).reshape(-1, 2) * SIZE
    x, y = ring.T
    assert abs(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2 == pytest.approx(40 * 40 - 20 * 20)


def test_yolo_without_validation_validates_on_what_it_learns(world: World) -> None:
    folder, _ = world.cut("yolo")

    assert "val: images/train" in (folder / "data.yaml").read_text()


def test_masks_lie_on_the_ground_of_their_chips(world: World) -> None:
    folder, _ = world.cut("mask")

    assert sorted(path.name for path in (folder / "images").iterdir()) == sorted(
        path.name for path in (folder / "labels").iterdir()
    )
    name = "site_128_0.tif"
    with rasterio.open(folder / "images" / name) as chip, rasterio.open(folder / "labels" / name) as mask:
        assert np.array_equal(chip.read(), world.values[:, 128:192, 0:64])
        assert chip.transform == mask.transform == NORTH_UP * Affine.translation(0, 128)
        assert chip.crs == mask.crs == rasterio.crs.CRS.from_epsg(32632)
        assert mask.colorinterp == (ColorInterp.palette,)
        burned = mask.read(1)
    assert burned[12:52, 10:50].sum() == 2 * (40 * 40 - 20 * 20) == burned.sum()  # roof is the second category
    assert (folder / "classes.csv").read_text().splitlines()[1:3] == ['0,"background","#000000"', '1,"pool","#56b4e9"']
    assert (folder / "train.txt").read_text().splitlines() == ["site_0_0", "site_64_64", "site_128_0"]
    assert (folder / "val.txt").read_text() == ""


def test_a_mask_of_instances_numbers_them(tmp_path: Path) -> None:
    world = World(tmp_path)
    shapes = [map_box(1, 1, 10, 10), map_box(20, 20, 10, 10)]
    world.labels = write_polygons(tmp_path / "two.gpkg", shapes, kind=["roof", "roof"])

    folder, _ = world.cut("mask", mask="instance")

    with rasterio.open(folder / "labels" / "site_0_0.tif") as mask:
        burned = mask.read(1)
    assert mask.dtypes == ("uint16",)
    assert (burned[1:11, 1:11] == 1).all() and (burned[20:30, 20:30] == 2).all() and burned.sum() == 300


@pytest.mark.parametrize("angle", [90.0, 30.0])
def test_turned_chips_lie_where_their_ground_is(world: World, angle: float) -> None:
    folder, _ = world.cut("mask", rotations=(angle,), stride=32)

    row = next(row for row in listed(folder) if (row["row"], row["col"]) == ("64", "32"))
    with rasterio.open(folder / "images" / f"{row['name']}.tif") as chip:
        assert chip.transform.almost_equals(Affine(*(float(row[name]) for name in "abcdef")), precision=1e-6)
        middle = chip.transform * (SIZE / 2, SIZE / 2)
        assert middle == pytest.approx(NORTH_UP * (64, 96))
        # Along a row of the chip one goes as far on the ground, turned counterclockwise.
        x, y = np.subtract(chip.transform * (1, 0), chip.transform * (0, 0))
        assert np.degrees(np.arctan2(y, x)) == pytest.approx(angle)
    with rasterio.open(folder / "labels" / f"{row['name']}.tif") as mask:
        burned = mask.read(1)
        transform = ~NORTH_UP * mask.transform
    for r, c in ((10, 10), (32, 32), (20, 50), (50, 20)):
        x, y = transform * (c + 0.5, r + 0.5)
        assert (burned[r, c] == 1) == (70 <= x < 80 and 70 <= y < 110)


def test_values_and_bands_of_16_bits_stay_in_a_geotiff_and_are_stretched_in_a_png(tmp_path: Path) -> None:
    world = World(tmp_path)
    values = numbered_pixels(192, 128, 4, "uint16")
    world.raster = write_raster(tmp_path / "deep.tif", values, nodata=0)

    masked, _ = world.cut("mask", bands=(4, 2), rasters=(world.raster,))
    drawn, _ = world.cut("coco", rasters=(world.raster,))

    with rasterio.open(masked / "images" / "deep_64_64.tif") as chip:
        assert chip.dtypes == ("uint16", "uint16") and chip.nodata == 0
        assert np.array_equal(chip.read(), values[[3, 1], 64:128, 64:128])
    picture = np.asarray(Image.open(drawn / "images" / "deep_64_64.png"))
    assert picture.shape == (SIZE, SIZE, 3)
    assert 240 < np.ptp(picture) <= 255


def test_ground_outside_the_areas_is_blank_and_has_no_labels(world: World) -> None:
    folder, _ = world.cut("mask", areas=world.areas(("train", (0, 0, 64, 20))), chip_format="png")

    picture = np.asarray(Image.open(folder / "images" / "site_0_0.png"))
    assert picture[:, :20].any() and not picture[:, 20:].any()
    with rasterio.open(folder / "labels" / "site_0_0.tif") as mask:
        burned = mask.read(1) > 0
    assert burned[2:22, 3:20].all() and burned.sum() == 20 * 17


def test_chips_without_labels_are_written_where_they_are_wanted(world: World) -> None:
    _, reporter = world.cut("coco", empty_share=0.5)

    assert reporter.named("result")[0]["values"]["n_empty"] == 3
    assert [event["code"] for event in reporter.named("warning")] == ["sparse_labels"]


def test_inside_areas_a_tenth_may_be_empty(tmp_path: Path) -> None:
    world = World(tmp_path)
    at = NORTH_UP
    boxes = [map_box(row * 16 + 2, col * 16 + 2, 8, 8, at) for row in range(12) for col in range(5)]
    world.labels = write_polygons(tmp_path / "many.gpkg", boxes, kind=["roof"] * len(boxes))

    _, reporter = world.cut("coco", areas=world.areas(("train", (0, 0, 192, 128))), size=16)

    values = reporter.named("result")[0]["values"]
    assert (values["n_chips"], values["n_empty"]) == (66, 6)


def test_chips_of_nothing_but_nodata_are_left_out(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.values[:, :128, 64:] = 0  # two chips, of which one has the pool
    world.raster = write_raster(tmp_path / "hole.tif", world.values, nodata=0)

    folder, reporter = world.cut("coco", rasters=(world.raster,), empty_share=1.0)

    assert "hole_64_64" in {row["name"] for row in listed(folder)}
    assert not (folder / "images" / "hole_0_64.png").exists()
    assert reporter.named("result")[0]["values"]["n_chips"] == len(listed(folder)) == 5
    assert "left out: 1" in reporter.named("warning")[-1]["message"]


def test_the_same_seed_writes_the_same_chips(world: World) -> None:
    first, _ = world.cut("coco", empty_share=0.4, val_share=0.3, size=32, seed=3)
    before = {path.name: path.read_bytes() for path in first.rglob("*") if path.is_file()}
    first.rename(world.folder / "first")

    second, _ = world.cut("coco", empty_share=0.4, val_share=0.3, size=32, seed=3, threads=1)

    assert {path.name: path.read_bytes() for path in second.rglob("*") if path.is_file()} == before


def test_labels_of_a_raster_without_georeference_land_on_its_pixels(tmp_path: Path) -> None:
    folder, _ = World(tmp_path, transform=None, crs=None).cut("mask")

    with rasterio.open(folder / "labels" / "site_64_64.tif") as mask:
        assert mask.crs is None and mask.transform == Affine(1, 0, 64, 0, -1, -64)
        assert (mask.read(1)[6:46, 6:16] == 1).all()


def test_rasters_of_the_same_name_keep_apart(tmp_path: Path) -> None:
    world = World(tmp_path)
    (tmp_path / "b").mkdir()
    other = write_raster(tmp_path / "b" / "site.tif", world.values)

    folder, _ = world.cut("coco", rasters=(world.raster, other))

    assert {row["name"].rpartition("_")[0].rpartition("_")[0] for row in listed(folder)} == {"site", "site-2"}


def test_a_raster_smaller_than_a_chip_is_filled_up(tmp_path: Path) -> None:
    raster = write_raster(tmp_path / "small.tif", numbered_pixels(30, 20, 1) + 1)
    world = World(tmp_path)
    world.labels = write_polygons(tmp_path / "one.gpkg", [map_box(2, 2, 5, 5)], kind=["roof"])

    folder, _ = world.cut("coco", rasters=(raster,))

    picture = np.asarray(Image.open(folder / "images" / "small_0_0.png"))
    assert picture.shape == (SIZE, SIZE)
    assert picture[:30, :20].all() and not picture[30:].any() and not picture[:, 20:].any()


def refuse(world: World, error: type[Exception], why: str, **options: Any) -> Exception:
    with pytest.raises(error, match=why) as caught:
        world.cut("coco", **options)
    assert [path.name for path in world.folder.iterdir() if "coco" in path.name] in ([], ["coco"])
    return caught.value


def test_no_label_that_counts_is_told(world: World) -> None:
    world.labels = write_polygons(world.folder / "one.gpkg", [map_box(0, 0, 192, 128)], kind=["roof"])

    error = refuse(world, TooFewLabelsError, "none of 6 chips holds a label of which 50% lie in it", min_overlap=0.5)
    assert "smaller --min-overlap" in str(getattr(error, "hint", ""))


def test_areas_of_which_none_is_for_training_are_told(world: World) -> None:
    refuse(
        world, AreaError, "no area on the rasters has the role train", areas=world.areas(("evaluate", (0, 0, 64, 64)))
    )


def test_a_band_that_is_not_there_is_told(world: World) -> None:
    refuse(world, BandCountError, "band 9 was asked for", bands=(9,))


def test_a_folder_with_something_in_it_is_left_alone(world: World) -> None:
    (world.folder / "coco").mkdir()
    (world.folder / "coco" / "mine.txt").write_text("mine")

    refuse(world, OutputError, "is not empty")
    assert (world.folder / "coco" / "mine.txt").read_text() == "mine"


def test_nothing_is_left_when_it_is_stopped(world: World) -> None:
    stop = StopFlag()
    stop.request()
    source = LabelSource(labels=str(world.labels))
    settings = ChipsSettings(rasters=(world.raster,), source=source, output=world.folder / "coco", layout="coco")

    with pytest.raises(Stopped):
        chips(settings, reporter=SilentReporter(), stop=stop)
    assert not [path for path in world.folder.iterdir() if "coco" in path.name]


@pytest.mark.parametrize(
    "options, why",
    [
        ({"layout": "voc"}, "format must be one of coco, yolo, mask, arcgis, got 'voc'"),
        ({"size": 8}, "size must be from 16 to 8192, got 8"),
        ({"stride": 0}, "stride must be at least 1, got 0"),
        ({"min_overlap": 1.5}, "min_overlap must be from 0 to 1, got 1.5"),
        ({"empty_share": float("nan")}, "empty_share must be from 0 to 1, got nan"),
        ({"val_share": 0.9}, "val_share must be from 0 to 0.8, got 0.9"),
        ({"rotations": (float("inf"),)}, "rotation must be a list of angles"),
        ({"bands": (1, 2)}, "a png holds 1 or 3 bands; give --chip-format tif for 2"),
    ],
)
def test_settings_that_cannot_be_are_told(options: dict[str, Any], why: str) -> None:
    base = {"rasters": (), "source": LabelSource(labels="l.gpkg"), "output": Path("o"), "layout": "coco"}

    with pytest.raises(ValueError, match=why):
        ChipsSettings(**{**base, **options})


def test_annotations_are_plain_json(world: World) -> None:
    folder, _ = world.cut("coco")

    document = json.loads((folder / "annotations" / "instances_train.json").read_text(encoding="utf-8"))
    assert sorted(document) == ["annotations", "categories", "images", "info", "licenses"]
    assert not list(folder.rglob(".*"))
    assert shapely.Polygon(np.reshape(document["annotations"][0]["segmentation"][0], (-1, 2))).area == 600
