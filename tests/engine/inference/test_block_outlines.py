"""The components of a block are cut together as each would be alone, to the last bit."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from engine.domain.thresholds import Thresholds
from engine.geo.labels import Labels
from engine.geo.window import Window
from engine.inference.components import Component, components_of, label_components
from engine.inference.footprints import Cut, Outline, block_outlines, component_outlines

ORIGIN = (700, 300)
Told = list[tuple[bytes, float]]


def drawn(seed: int, n_levels: int, size: int = 160) -> np.ndarray:
    """Return smooth random fields of so many levels: the fewer, the more plateaus and ties."""
    chance = np.random.default_rng(seed)
    smooth = [ndimage.gaussian_filter(chance.random((size, size)), chance.uniform(0.8, 2.2)) for _ in range(3)]
    steps = [np.round((f - f.min()) / np.ptp(f) * n_levels) / n_levels * 255 for f in smooth]
    return np.stack(steps).astype(np.uint8)


def told(outlines: list[Outline]) -> Told:
    return [(outline.polygon.wkb, outline.score) for outline in outlines]


def cut(fields: np.ndarray, labels: Labels, component: Component, block: Window) -> Cut:
    rows, cols = component.window.slices_in(block)
    raster = labels.raster()
    row, col = component.anchor
    mask = raster[rows, cols] == raster[row - block.row, col - block.col]
    return Cut(fields[:, rows, cols], mask, component.window)


@pytest.mark.parametrize("n_levels", [6, 20, 255])
@pytest.mark.parametrize(
    "mask_threshold, core_threshold, tolerance_px", [(0.45, 0.3, 0.6), (0.5, 0.45, 0.0), (0.6, 0.5, 2.0)]
)
def test_together_they_are_cut_as_alone(
    n_levels: int, mask_threshold: float, core_threshold: float, tolerance_px: float
) -> None:
    thresholds = Thresholds(mask_threshold, core_threshold, min_area_px=3)
    n_components = 0
    for seed in range(3):
        fields = drawn(seed, n_levels)
        block = Window(*ORIGIN, *fields.shape[1:])
        labels = label_components(fields[0], thresholds)
        components = components_of(labels, block)
        options = {"thresholds": thresholds, "tolerance_px": tolerance_px}
        found = block_outlines(fields, labels, components, block, **options)
        cuts = [cut(fields, labels, component, block) for component in components]
        alone = [told(component_outlines([each], **options)[0]) for each in cuts]
        assert [told(each) for each in found] == alone
        assert [told(each) for each in component_outlines(cuts[::-1], **options)] == alone[::-1]
        n_components += len(components)
    assert n_components > 5


@pytest.mark.parametrize("least_score", [0.15, 0.2, 0.3])
def test_doubtful_components_are_left_out_early_and_no_other(least_score: float) -> None:
    thresholds = Thresholds(0.4, 0.3, min_area_px=3)
    fields = drawn(1, 255)
    block = Window(*ORIGIN, *fields.shape[1:])
    labels = label_components(fields[0], thresholds)
    components = components_of(labels, block)
    everything = block_outlines(fields, labels, components, block, thresholds=thresholds)
    found = block_outlines(fields, labels, components, block, thresholds=thresholds, least_score=least_score)
    assert [told(each) for each in found] == [told([o for o in each if o.score >= least_score]) for each in everything]
    assert 0 < sum(map(len, found)) < sum(map(len, everything))


def test_only_the_wanted_components_come_in_the_order_in_which_they_were_asked_for() -> None:
    thresholds = Thresholds(0.4, 0.3, min_area_px=3)
    fields = drawn(2, 255)
    block = Window(*ORIGIN, *fields.shape[1:])
    labels = label_components(fields[0], thresholds)
    components = components_of(labels, block)
    everything = block_outlines(fields, labels, components, block, thresholds=thresholds)
    found = block_outlines(fields, labels, components[::-3], block, thresholds=thresholds)
    assert [told(each) for each in found] == [told(each) for each in everything[::-3]]


def test_no_component_gives_nothing_and_an_empty_one_an_empty_list() -> None:
    fields = np.zeros((3, 6, 6), np.uint8)
    fields[0, 2, 2] = 255
    block = Window(0, 0, 6, 6)
    thresholds = Thresholds(min_area_px=2)
    labels = label_components(fields[0], thresholds)
    assert block_outlines(fields, labels, [], block, thresholds=thresholds) == []
    assert component_outlines([], thresholds=thresholds) == []
    assert block_outlines(fields, labels, components_of(labels, block), block, thresholds=thresholds) == [[]]
