"""A model that does not fit a raster is refused or warned about in words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from affine import Affine

from engine.errors import BandCountError, ResolutionError
from engine.events import SilentReporter
from engine.inference.fit import fit_raster
from tests.engine.inference.tiny_model import tiny_card
from tests.factories import make_raster

NO_REFERENCE = {"crs": None, "transform": None}


def fitted(path: Path, *, pixel_m: float = 1.0, dtype: str = "uint8", n_bands: int = 2, options=None, **card):
    """Return the scale and the warnings' codes."""
    values = np.zeros((n_bands, 8, 8), dtype)
    options = {"transform": Affine(pixel_m, 0, 500_000, 0, -pixel_m, 5_600_000), **(options or {})}
    reporter = SilentReporter()
    with make_raster(path / "r.tif", values, **options) as raster:
        scale = fit_raster(raster, tiny_card(**card), reporter)
    return scale, [event["code"] for event in reporter.events]


def test_the_raster_it_learned_from_is_seen_as_it_is(tmp_path: Path) -> None:
    assert fitted(tmp_path) == (1.0, [])


@pytest.mark.parametrize("pixel_m, scale", [(1.015, 1.0), (0.5, 0.5), (1.5, 1.5)])
def test_other_pixels_are_brought_to_the_size_that_the_network_knows(
    tmp_path: Path, pixel_m: float, scale: float
) -> None:
    found, warned = fitted(tmp_path, pixel_m=pixel_m)
    assert found == pytest.approx(scale, rel=1e-3)
    assert warned == []


@pytest.mark.parametrize("pixel_m", [0.45, 2.2])
def test_twice_as_fine_or_coarse_is_doubtful(tmp_path: Path, pixel_m: float) -> None:
    assert fitted(tmp_path, pixel_m=pixel_m)[1] == ["resolution"]


@pytest.mark.parametrize("pixel_m, word", [(0.2, "finer"), (5.0, "coarser")])
def test_four_times_is_hopeless(tmp_path: Path, pixel_m: float, word: str) -> None:
    with pytest.raises(ResolutionError, match=rf"r\.tif has pixels of {pixel_m:g} m, 5\.0 times {word} than the 1 m"):
        fitted(tmp_path, pixel_m=pixel_m)


def test_a_raster_without_georeference_is_taken_to_be_like_those_learned_from(tmp_path: Path) -> None:
    assert fitted(tmp_path, options=NO_REFERENCE, scale=0.5, resolution_m=2.0) == (0.5, ["no_resolution"])


def test_a_model_without_metres_asks_for_none(tmp_path: Path) -> None:
    options = {"scale": 0.5, "resolution_m": None, "raster_resolution_m": None}
    assert fitted(tmp_path, options=NO_REFERENCE, **options) == (0.5, [])
    assert fitted(tmp_path, **options) == (0.5, [])


def test_other_values_are_warned_about(tmp_path: Path) -> None:
    assert fitted(tmp_path, dtype="uint16") == (1.0, ["dtype"])


def test_missing_bands_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BandCountError, match=r"r\.tif has 1 band; the model reads bands 1, 2") as caught:
        fitted(tmp_path, n_bands=1)
    assert "train on this one" in caught.value.hint


def test_an_alpha_band_read_as_a_picture_is_warned_about(tmp_path: Path) -> None:
    assert fitted(tmp_path, options={"alpha": True})[1] == ["alpha_band"]
