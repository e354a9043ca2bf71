"""Chips show the ground that their transform names, with labels and known ground on the same pixels."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine

from engine.data.augment import NONE, AugmentStrength
from engine.data.batches import cut_ahead, make_batch
from engine.data.chips import ChipPlan, Ground, draw_chip
from engine.data.label_sheet import LabelSheet
from engine.domain.scaling import Scaling
from engine.geo.raster import open_raster

SIZE = 64
SQUARE = shapely.box(20, 10, 30, 18)  # columns 20..29, rows 10..17
OTHER = shapely.box(40, 40, 50, 50)


def ground_of(tmp_path, *, known=None, polygons=(SQUARE, OTHER), category_ids=(1, 2), nodata=None):
    path = tmp_path / "ground.tif"
    values = np.zeros((1, SIZE, SIZE), np.uint8)
    values[0, 10:18, 20:30] = 200
    profile = {"driver": "GTiff", "width": SIZE, "height": SIZE, "count": 1, "dtype": "uint8", "nodata": nodata}
    with rasterio.open(path, "w", crs="EPSG:32631", transform=Affine(1, 0, 5e5, 0, -1, 5e6), **profile) as file:
        file.write(values)
    sheet = LabelSheet(
        np.array(polygons, object), np.array(category_ids), np.arange(1, len(polygons) + 1), {}, SIZE, SIZE
    )
    known = shapely.box(0, 0, SIZE, SIZE) if known is None else known
    scaling = Scaling((0.0,), (200.0,))
    return Ground(open_raster(path), sheet, known, bands=(1,), scaling=scaling, n_categories=2)


def test_a_chip_that_is_not_turned_shows_the_raster_pixel_for_pixel(tmp_path):
    chip = ground_of(tmp_path).chip(Affine.translation(16, 8), 32)
    expected = np.zeros((32, 32), np.float32)
    expected[2:10, 4:14] = 1.0
    np.testing.assert_allclose(chip.pixels[0], expected, atol=1e-6)
    np.testing.assert_array_equal(chip.instances[0] > 0, expected > 0)
    assert not chip.instances[1, :10, :14].any()
    assert chip.known.all()


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_labels_turn_with_the_pixels(tmp_path, angle):
    around = Affine.translation(25, 14) * Affine.rotation(angle) * Affine.translation(-16, -16)
    chip = ground_of(tmp_path).chip(around, 32)
    np.testing.assert_array_equal(chip.pixels[0] > 0.5, chip.instances[0] > 0)
    assert (chip.instances[0] > 0).sum() == 80


def test_beyond_the_raster_the_ground_is_mirrored_and_unknown(tmp_path):
    chip = ground_of(tmp_path).chip(Affine.translation(-16, 0), 32)
    assert not chip.known[:, :16].any()
    assert chip.known[:, 16:].all()


def test_outside_the_known_ground_nothing_is_known(tmp_path):
    chip = ground_of(tmp_path, known=shapely.box(0, 0, 24, SIZE)).chip(Affine.translation(16, 8), 32)
    assert chip.known[:, :8].all()
    assert not chip.known[:, 8:].any()


def test_pixels_without_data_are_unknown(tmp_path):
    chip = ground_of(tmp_path, nodata=0).chip(Affine.translation(16, 8), 32)
    np.testing.assert_array_equal(chip.known, chip.instances[0] > 0)


def test_half_resolution_keeps_labels_on_their_pixels(tmp_path):
    chip = ground_of(tmp_path).chip(Affine.scale(2.0), 32)
    np.testing.assert_array_equal(chip.instances[0, 5:9, 10:15], 1)
    assert (chip.instances[0] > 0).sum() == 20


def test_every_category_is_drawn_as_often_as_the_other(tmp_path):
    many = [shapely.box(2 * i, 0, 2 * i + 1, 1) for i in range(20)]
    ground = ground_of(tmp_path, polygons=[*many, OTHER], category_ids=[1] * 20 + [2])
    plan = ChipPlan(32, 1.0, AugmentStrength(zoom=1.0, shear=0.0))
    generator = np.random.default_rng(0)
    with_rare = sum(draw_chip([ground], plan, 2, generator).instances[1].any() for _ in range(100))
    assert 40 <= with_rare <= 75


def test_a_label_outside_the_known_ground_is_no_object_to_learn(tmp_path):
    ground = ground_of(tmp_path, known=shapely.box(0, 0, 35, 35))
    assert (ground.n_objects(1), ground.n_objects(2)) == (1, 0)


def test_a_batch_depends_on_seed_and_number_alone(tmp_path):
    ground = ground_of(tmp_path)
    plan = ChipPlan(32, 0.5, AugmentStrength())

    def cut(step, seed=3):
        return make_batch([ground], plan, n_categories=2, n_chips=2, seed=seed, step=step)

    in_order = list(cut_ahead(cut, range(4)))
    assert (in_order[2].pixels == cut(2).pixels).all()
    assert (in_order[2].body == cut(2).body).all()
    assert not (cut(2).pixels == cut(3).pixels).all()
    assert not (cut(2).pixels == cut(2, seed=4).pixels).all()
    assert in_order[0].pixels.shape == (2, 1, 32, 32)
    assert in_order[0].body.shape == (2, 2, 32, 32)
    assert in_order[0].known.shape == (2, 32, 32)


def test_several_threads_cut_the_same_batches_in_the_same_order(tmp_path):
    ground = ground_of(tmp_path)
    plan = ChipPlan(32, 0.5, AugmentStrength())

    def cut(step):
        return make_batch([ground], plan, n_categories=2, n_chips=2, seed=3, step=step)

    together = list(cut_ahead(cut, range(20), n_threads=4))
    assert all((one.pixels == cut(step).pixels).all() for step, one in enumerate(together))


def test_cutting_ahead_can_be_left_halfway(tmp_path):
    cut = []
    for value in cut_ahead(lambda step: cut.append(step) or step, range(100)):
        if value == 3:
            break
    assert len(cut) < 10


def test_a_sharp_chip_holds_no_value_between_those_of_the_raster(tmp_path):
    plan = ChipPlan(32, 1.0, NONE)
    ground, generator = ground_of(tmp_path), np.random.default_rng(3)
    for _ in range(10):
        values = np.unique(draw_chip([ground], plan, 2, generator).pixels)
        assert np.minimum(abs(values), abs(values - 1)).max() < 1e-5
