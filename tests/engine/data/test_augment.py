from dataclasses import replace

import numpy as np
import pytest

from engine.data.augment import (
    NONE,
    AugmentStrength,
    Placement,
    cut_out,
    draw_placement,
    mixed,
    photometric,
    recolored,
    relit,
)

STILL = replace(NONE, sharp_probability=AugmentStrength().sharp_probability)


def place(transform, point):
    """Return where the transform puts (col, row)."""
    col, row = point
    return transform.a * col + transform.b * row + transform.c, transform.d * col + transform.e * row + transform.f


def chance(seed=0):
    return np.random.default_rng(seed)


def chip(n_bands=3):
    """Return pixels (n_bands, 8, 8) in 0..1 and one instance in the upper left quarter."""
    instances = np.zeros((1, 8, 8), np.int32)
    instances[0, :4, :4] = 5
    return chance(7).random((n_bands, 8, 8), np.float32), instances


@pytest.mark.parametrize("chip_px, raster", [((50, 50), (200, 300)), ((0, 0), (150, 250)), ((100, 0), (250, 250))])
def test_a_placement_that_does_nothing_centers_the_chip(chip_px, raster):
    assert place(Placement().chip_to_raster((200, 300), 100), chip_px) == pytest.approx(raster)


def test_zoom_and_scale_both_make_things_larger_in_the_chip():
    transform = Placement(zoom=2.0).chip_to_raster((0, 0), 100, scale=0.5)
    assert place(transform, (100, 50)) == pytest.approx((50, 0))
    assert place(Placement(zoom=2.0).chip_to_raster((0, 0), 100), (100, 50)) == pytest.approx((25, 0))


def test_a_quarter_turn_moves_the_right_edge_to_the_bottom():
    assert place(Placement(angle_deg=90).chip_to_raster((0, 0), 10), (10, 5)) == pytest.approx((0, 5))


def test_a_mirrored_chip_is_seen_from_the_other_side():
    assert place(Placement(is_mirrored=True).chip_to_raster((0, 0), 10), (10, 2)) == pytest.approx((-5, -3))


def test_zooms_stay_within_reach_and_cover_both_directions():
    generator = chance()
    strength = AugmentStrength(zoom=2.0, sharp_probability=0.0)
    zooms = [draw_placement(generator, strength).zoom for _ in range(200)]
    assert 0.5 <= min(zooms) < 0.6
    assert 1.8 < max(zooms) <= 2.0


def test_sharp_placements_turn_by_quarters_and_lay_pixels_on_pixels():
    generator = chance()
    placements = [draw_placement(generator, AugmentStrength(sharp_probability=1.0)) for _ in range(50)]
    assert {placement.angle_deg for placement in placements} == {0.0, 90.0, 180.0, 270.0}
    assert {placement.is_mirrored for placement in placements} == {False, True}
    for placement in placements:
        assert placement.is_sharp
        transform = placement.chip_to_raster((300.0, 200.0), 64)
        assert all(value == round(value) for value in transform)


def test_about_the_asked_share_of_placements_is_sharp():
    generator = chance()
    strength = AugmentStrength(sharp_probability=0.5)
    n_sharp = sum(draw_placement(generator, strength).is_sharp for _ in range(400))
    assert 160 < n_sharp < 240


def test_no_strength_changes_no_pixel():
    pixels, instances = chip()
    np.testing.assert_allclose(photometric(pixels, instances, chance(), STILL), pixels, atol=1e-6)


@pytest.mark.parametrize("n_bands", [1, 3, 5])
def test_any_number_of_bands_keeps_its_shape_and_range(n_bands):
    pixels, instances = chip(n_bands)
    for seed in range(20):
        changed = photometric(pixels, instances, chance(seed), AugmentStrength(recolor_probability=1.0))
        assert changed.shape == pixels.shape
        assert changed.dtype == np.float32
        assert changed.min() >= -0.5
        assert changed.max() <= 1.5


def test_the_same_seed_gives_the_same_chip():
    pixels, instances = chip()
    strength = AugmentStrength()
    once, again = (photometric(pixels, instances, chance(3), strength) for _ in range(2))
    assert np.array_equal(once, again)
    assert draw_placement(chance(3), strength) == draw_placement(chance(3), strength)


def test_the_pixels_handed_in_are_never_changed():
    pixels, instances = chip()
    before = pixels.copy()
    for seed in range(20):
        photometric(pixels, instances, chance(seed), AugmentStrength(recolor_probability=1.0, cutout_probability=1.0))
    assert np.array_equal(pixels, before)


def test_only_instances_are_painted():
    pixels, instances = chip()
    painted = [recolored(pixels, instances, chance(seed)) for seed in range(8)]
    assert any(not np.allclose(p[:, :4, :4], pixels[:, :4, :4]) for p in painted)
    assert all(np.array_equal(p[:, instances[0] == 0], pixels[:, instances[0] == 0]) for p in painted)


def test_mixing_bands_leaves_gray_as_it_is():
    gray = np.full((4, 2, 2), 0.3, np.float32)
    np.testing.assert_allclose(mixed(gray, chance()), gray, atol=1e-6)


def test_another_light_keeps_dark_below_bright():
    ramp = np.linspace(0, 1, 16, dtype=np.float32).reshape(1, 4, 4)
    for seed in range(10):
        assert np.all(np.diff(relit(ramp, chance(seed), AugmentStrength()).ravel()) > 0)


def test_a_hole_hides_the_same_pixels_in_all_bands():
    pixels, _ = chip()
    hidden = cut_out(pixels, chance()) != pixels
    assert hidden.any()
    assert np.array_equal(hidden[0], hidden[1])
