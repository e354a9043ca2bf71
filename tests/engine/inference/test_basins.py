"""The flood is that of scikit-image, with equal seeds in reading order."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage
from skimage.segmentation import watershed

from engine.geo.labels import Labels
from engine.inference.basins import basins


def fields(seed: int, n_levels: int) -> list[np.ndarray]:
    """Return three smooth random fields of so many levels: the fewer, the more plateaus and ties."""
    chance = np.random.default_rng(seed)
    smooth = [ndimage.gaussian_filter(chance.random((50, 70)), chance.uniform(0.6, 2.2)) for _ in range(3)]
    return [(np.round((f - f.min()) / np.ptp(f) * n_levels) / n_levels * 255).astype(np.uint8) for f in smooth]


def expected_basins(mask: np.ndarray, core: np.ndarray, distance: np.ndarray, level: int) -> np.ndarray:
    """Return the seed that each pixel belongs to, from 1; seeds of equal depth are told apart by their place."""
    seeds, _ = ndimage.label(mask & (core >= level))
    depth = (core.astype(np.int64) + distance) // 2
    n = mask.size + 1
    rank = np.where(seeds > 0, np.arange(mask.size).reshape(mask.shape), n - 1)
    return np.asarray(watershed((255 - depth) * float(n) + rank, markers=seeds, mask=mask))


@pytest.mark.parametrize("n_levels", [4, 12, 255])
@pytest.mark.parametrize("seed", range(12))
def test_every_pixel_goes_to_the_seed_that_scikit_image_finds(seed: int, n_levels: int) -> None:
    body, core, distance = fields(seed, n_levels)
    labels = Labels.of_mask(body >= 115)
    runs = labels.runs_of(np.unique(labels.runs.values))
    basin, n_basins = basins(runs.pixels(), *runs.values(np.stack([core, distance])), 140)
    assert n_basins.sum() == basin.max(initial=-1) + 1
    assert n_basins.max() > 2
    expected = runs.values(expected_basins(body >= 115, core, distance, 140).astype(np.uint8)[None])[0]
    begin = 0
    for n_seeds, n_px in zip(n_basins.tolist(), runs.areas_px.tolist(), strict=True):
        found, wanted = basin[begin : begin + n_px], expected[begin : begin + n_px]
        begin += n_px
        # Without a seed the component is one basin, and SciPy has numbered those of all components together.
        assert np.unique(found).tolist() == list(range(found.min(), found.min() + n_seeds))
        assert (found - found.min()).tolist() == np.unique(wanted, return_inverse=True)[1].tolist()
