import numpy as np
import pytest

from engine.domain.thresholds import Thresholds
from engine.geo.pixel_lists import PixelLists
from engine.inference.instances import level, scores, separate, tuning_grid

HALF = Thresholds(mask_threshold=0.5, core_threshold=0.5, extent_share=0.1, min_area_px=1)


def fields_of(body, boundary=None):
    """Return body, boundary and distance, uint8; the distance follows the body, the boundary is empty if not given."""
    body = np.array(body, np.uint8)
    boundary = np.zeros_like(body) if boundary is None else np.array(boundary, np.uint8)
    return body, boundary, body // 2


def two_rooms(rows=6, cols=9):
    """Return fields of one body that a boundary in the middle column parts in two."""
    body = np.zeros((rows, cols), np.uint8)
    body[1:-1, 1:-1] = 230
    boundary = np.zeros_like(body)
    boundary[:, cols // 2] = 220
    return fields_of(body, boundary)


def town(seed=0):
    """Return smooth random fields, 96 x 96, with many components of every shape."""
    from scipy import ndimage

    chance = np.random.default_rng(seed)
    body, boundary, distance = (ndimage.gaussian_filter(chance.random((96, 96)), 2.5) for _ in range(3))
    stretched = [np.clip((f - 0.5) * 1500 + 128, 0, 255).astype(np.uint8) for f in (body, boundary, distance)]
    return stretched[0], stretched[1], stretched[2]


def test_empty_ground_has_no_instances():
    labels, found = separate(*fields_of(np.zeros((4, 5))), thresholds=HALF)
    assert labels.shape == (4, 5)
    assert labels.dtype == np.int32
    assert not labels.any()
    assert found.shape == (0,)


def test_a_single_pixel_can_be_an_instance():
    labels, found = separate(*fields_of([[255]]), thresholds=HALF)
    assert labels.tolist() == [[1]]
    assert found[0] > 0.9


def test_a_boundary_parts_two_neighbors_and_no_pixel_is_lost():
    labels, found = separate(*two_rooms(), thresholds=HALF)
    assert len(found) == 2
    assert labels[2, 1] != labels[2, 7]
    assert np.array_equal(labels > 0, two_rooms()[0] > 0)


def test_without_a_boundary_they_are_one():
    body, boundary, distance = two_rooms()
    assert len(separate(body, boundary * 0, distance, thresholds=HALF)[1]) == 1


def test_a_component_without_a_core_is_one_instance():
    labels, found = separate(*fields_of([[140, 140, 0, 140]], [[255, 255, 0, 255]]), thresholds=HALF)
    assert labels.tolist() == [[1, 1, 0, 2]]
    assert len(found) == 2


def test_small_things_are_dropped_and_numbers_have_no_holes():
    body = [[200, 0, 200, 200, 200, 0, 200, 0, 200, 200, 200]]
    labels, found = separate(*fields_of(body), thresholds=Thresholds(0.5, 0.5, 0.1, min_area_px=3))
    assert labels.tolist() == [[0, 0, 1, 1, 1, 0, 0, 0, 2, 2, 2]]
    assert len(found) == 2


@pytest.mark.parametrize("threshold, smallest", [(0.5, 128), (1 / 255, 1), (0.999, 255)])
def test_a_field_reaches_a_threshold_from_this_value_on(threshold, smallest):
    assert level(threshold) == smallest


@pytest.mark.parametrize("seed", range(3))
def test_a_component_gives_the_same_instances_in_any_window_that_holds_it(seed):
    fields = town(seed)
    whole, whole_scores = separate(*fields, thresholds=HALF)
    for row, col in [(0, 0), (7, 13), (31, 20)]:
        window = (slice(row, row + 60), slice(col, col + 60))
        part, part_scores = separate(*(f[window] for f in fields), thresholds=HALF)
        mask = fields[0][window] >= level(0.5)
        for ids in _inner_components(mask):
            assert _same_partition(part[ids], whole[window][ids])
            for number in np.unique(part[ids]):
                twin = whole[window][part == number][0]
                assert part_scores[number - 1] == whole_scores[twin - 1]


def _inner_components(mask):
    """Yield the components, bool, that do not touch the window's edge."""
    from scipy import ndimage

    components, n_components = ndimage.label(mask)
    at_edge = np.unique([*components[0], *components[-1], *components[:, 0], *components[:, -1]])
    for number in range(1, n_components + 1):
        if number not in at_edge:
            yield components == number


def _same_partition(one, other):
    pairs = set(zip(one.tolist(), other.tolist(), strict=True))
    return len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})


def test_a_faint_thing_is_cut_at_half_its_own_height_as_a_plain_one_is():
    body = [[60, 110, 110, 60, 0, 60, 110, 130, 250, 250, 250]]
    labels, _ = separate(*fields_of(body), thresholds=Thresholds(0.2, 0.3, 0.5, min_area_px=1))
    assert labels.tolist() == [[1, 1, 1, 1, 0, 0, 0, 2, 2, 2, 2]]


def test_of_an_instance_that_falls_apart_the_largest_piece_stays():
    body = [[250, 250, 60, 250, 250, 250, 60, 250]]
    labels, _ = separate(*fields_of(body), thresholds=Thresholds(0.2, 0.2, 0.5, min_area_px=1))
    assert labels.tolist() == [[0, 0, 0, 1, 1, 1, 0, 0]]


def test_surer_instances_score_higher_and_doubt_stays_below_one_half():
    pixels = PixelLists.of(np.array([0, 1, 3, 4]), np.array([0, 2, 4]), stride=6)
    numbers, body = np.array([0, 0, 1, 1], np.int32), np.array([250, 240, 140, 160], np.uint8)
    sure, doubtful = scores(pixels, numbers, pixels.edges(numbers), 2, body)
    assert 0.0 < doubtful < 0.5 < sure < 1.0


def test_the_tuning_grid_is_small_and_holds_the_asked_for_area():
    grid = list(tuning_grid(min_area_px=9))
    assert 1 < len(grid) <= 20
    assert {t.min_area_px for t in grid} == {9}
