"""Whether a model and a raster go together, and at what scale the model wants to see it."""

from __future__ import annotations

from engine.domain.model_card import ModelCard
from engine.errors import BandCountError, ResolutionError
from engine.events import Reporter
from engine.geo.raster import Raster

_SAME_SCALE = 0.02  # a difference that resampling would only blur
_DOUBTFUL, _HOPELESS = 2.0, 4.0  # how much finer or coarser than the training rasters


def fit_raster(raster: Raster, card: ModelCard, reporter: Reporter) -> float:
    """Return network pixels per pixel of the raster, for `Raster.at_scale`; say what may spoil the result.

    Raises:
        BandCountError: the raster lacks a band that the model reads.
        ResolutionError: the raster is more than 4 times finer or coarser than those the model learned from.
    """
    _check_bands(raster, card, reporter)
    if raster.dtype != card.dtype:
        reporter.warning(
            "dtype",
            f"{raster.name} holds {raster.dtype} values, the model learned from {card.dtype}",
            hint="If the result is poor, predict on a raster with values of the same kind.",
        )
    scale = _scale(raster, card, reporter)
    return 1.0 if abs(scale - 1.0) <= _SAME_SCALE else scale


def _check_bands(raster: Raster, card: ModelCard, reporter: Reporter) -> None:
    wanted = ", ".join(str(band) for band in card.bands)
    try:
        raster.check_bands(card.bands)
    except BandCountError as err:
        raise BandCountError(
            f"{raster.name} has {_counted(raster.n_bands)}; the model reads bands {wanted}",
            hint="Choose a raster with the bands that the model learned from, or train on this one.",
        ) from err
    hidden = [band for band in card.bands if band not in raster.default_bands]
    if hidden:
        reporter.warning(
            "alpha_band",
            f"band {hidden[0]} of {raster.name} is its alpha band, and the model reads it as a picture "
            f"(bands {wanted})",
            hint="Check that the raster has the same bands in the same order as those the model learned from.",
        )


def _scale(raster: Raster, card: ModelCard, reporter: Reporter) -> float:
    if card.resolution_m is None:
        return card.scale
    resolution_m = raster.grid.metres_per_pixel
    if resolution_m is None:
        reporter.warning(
            "no_resolution",
            f"{raster.name} has no coordinate system, so it is taken to have the pixel size that the model learned "
            f"from, {card.raster_resolution_m or card.resolution_m / card.scale:.3g} m",
            hint="If it has another one, give the raster a CRS and a world file, or say its CRS with --crs.",
        )
        return card.scale
    if card.raster_resolution_m is not None:
        _check_resolution(raster.name, resolution_m, card.raster_resolution_m, reporter)
    return resolution_m / card.resolution_m


def _check_resolution(name: str, resolution_m: float, learned_m: float, reporter: Reporter) -> None:
    factor = max(resolution_m / learned_m, learned_m / resolution_m)
    message = (
        f"{name} has pixels of {resolution_m:.3g} m, {factor:.1f} times "
        f"{'coarser' if resolution_m > learned_m else 'finer'} than the {learned_m:.3g} m that the model learned from"
    )
    if factor > _HOPELESS:
        raise ResolutionError(message, hint="Train a model on rasters like this one, or resample the raster.")
    if factor > _DOUBTFUL:
        reporter.warning("resolution", message, hint="Look at the result closely; details may be missing or invented.")


def _counted(n_bands: int) -> str:
    return "1 band" if n_bands == 1 else f"{n_bands} bands"
