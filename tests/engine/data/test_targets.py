import numpy as np
import pytest

from engine.data.targets import make_targets


def one_category(rows):
    return np.array([rows], np.int32)


def everywhere(instances):
    return np.ones(instances.shape[1:], bool)


def test_an_empty_chip_has_empty_fields():
    instances = np.zeros((2, 3, 4), np.int32)
    targets = make_targets(instances, everywhere(instances))
    for field in (targets.body, targets.boundary, targets.distance):
        assert field.shape == (2, 3, 4)
        assert field.dtype == np.float32
        assert not field.any()


def test_distance_peaks_at_one_in_the_middle_of_every_instance():
    small, large = np.zeros((5, 12), np.int32), np.zeros((5, 12), np.int32)
    small[1:4, 1:4] = 7
    large[0:5, 6:11] = 3
    instances = (small + large)[None]
    distance = make_targets(instances, everywhere(instances)).distance[0]
    assert distance[2, 2] == 1.0
    assert distance[2, 1] == pytest.approx(0.5)
    assert distance[2, 8] == 1.0


def test_touching_instances_are_kept_apart_by_the_boundary():
    instances = one_category([[1, 1, 1, 1, 2, 2, 2, 2]] * 6)
    targets = make_targets(instances, everywhere(instances), boundary_px=1)
    assert targets.boundary[0, 3].tolist() == [0, 0, 0, 1, 1, 0, 0, 0]


def test_a_gap_between_two_instances_is_boundary_and_open_ground_is_not():
    instances = one_category([[0, 0, 0, 1, 1, 0, 2, 2, 0, 0, 0]])
    boundary = make_targets(instances, everywhere(instances), boundary_px=1).boundary[0, 0]
    assert boundary[5] == 1
    assert boundary[[0, 1, 2, 8, 9, 10]].tolist() == [0] * 6


def test_an_instance_cut_by_the_chip_goes_on_outside():
    instances = one_category([[1, 1, 1, 1, 0]] * 5)
    boundary = make_targets(instances, everywhere(instances), boundary_px=1).boundary[0]
    assert boundary[:, 3].all()
    assert not boundary[:, :3].any()


def test_an_instance_that_fills_the_chip_has_no_boundary():
    instances = np.ones((1, 4, 4), np.int32)
    targets = make_targets(instances, everywhere(instances))
    assert not targets.boundary.any()
    assert np.all(targets.distance == 1)


def test_categories_that_nest_do_not_erase_each_other():
    area = np.ones((6, 6), np.int32)
    court = np.zeros((6, 6), np.int32)
    court[2:4, 2:4] = 2
    instances = np.stack([area, court])
    targets = make_targets(instances, everywhere(instances))
    assert targets.body[0].all()
    assert targets.body[1].sum() == 4


def test_what_is_known_is_handed_on():
    known = np.array([[True, False]])
    assert make_targets(np.zeros((1, 1, 2), np.int32), known).known.tolist() == [[True, False]]
