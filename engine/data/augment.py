"""How one place on the ground becomes many different chips; every draw comes from the generator passed in."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from affine import Affine
from numpy.random import Generator
from numpy.typing import NDArray
from scipy import ndimage

Pixels = NDArray[np.float32]
GRAY = 0.5  # what invalid and cut-out pixels hold


@dataclass(frozen=True)
class AugmentStrength:
    """How far augmentation may go; each `*_probability` is the share of chips that get it."""

    zoom: float = 2.0  # objects appear up to this many times larger or smaller: elsewhere they are of other sizes
    # As the raster shows them, turned by quarters: pixels between pixels are blurred, and a network that has seen no
    # others is less sure of the sharp ones that it predicts from.
    sharp_probability: float = 0.5
    shear: float = 0.1
    light: float = 0.15  # offset and gain of all bands together
    band: float = 0.1  # offset and gain of every band on its own
    gamma: float = 0.3
    mix_probability: float = 0.3  # bands blended into one another: turns hues
    gray_probability: float = 0.1
    recolor_probability: float = 0.3  # instances painted in colors they never had
    noise: float = 0.03
    blur_probability: float = 0.15
    cutout_probability: float = 0.3


# Chips as the raster shows them, but for quarters of a turn.
NONE = AugmentStrength(
    zoom=1.0,
    sharp_probability=1.0,
    shear=0.0,
    light=0.0,
    band=0.0,
    gamma=0.0,
    mix_probability=0.0,
    gray_probability=0.0,
    recolor_probability=0.0,
    noise=0.0,
    blur_probability=0.0,
    cutout_probability=0.0,
)


@dataclass(frozen=True)
class Placement:
    """How a chip lies on the raster: turned by `angle_deg`, maybe mirrored, `zoom` chip pixels per network pixel."""

    angle_deg: float = 0.0
    zoom: float = 1.0
    is_mirrored: bool = False
    shear: float = 0.0

    @property
    def is_sharp(self) -> bool:
        """Tell whether chip pixels can lie on network pixels, with nothing to be interpolated."""
        return self.zoom == 1.0 and self.shear == 0.0 and self.angle_deg % 90 == 0

    def chip_to_raster(self, center: tuple[float, float], chip_size_px: int, *, scale: float = 1.0) -> Affine:
        """Return the transform from chip (col, row) to raster (col, row).

        Args:
            center: raster (col, row) under the middle of the chip.
            chip_size_px: side of the chip.
            scale: network pixels per raster pixel.
        """
        step = 1.0 / (scale * self.zoom)  # raster pixels per chip pixel
        across = -step if self.is_mirrored else step
        cos, sin = (round(f(math.radians(self.angle_deg)), 15) for f in (math.cos, math.sin))  # quarters are whole
        a, b = cos * across, (cos * self.shear - sin) * step
        d, e = sin * across, (sin * self.shear + cos) * step
        half_px = chip_size_px / 2
        return Affine(a, b, center[0] - (a + b) * half_px, d, e, center[1] - (d + e) * half_px)


def draw_placement(generator: Generator, strength: AugmentStrength) -> Placement:
    """Return a random placement, either side up: any angle and zoom, spread evenly over its logarithm, or neither."""
    if generator.random() < strength.sharp_probability:
        angle_deg = 90.0 * int(generator.integers(4))
        return Placement(angle_deg=angle_deg, is_mirrored=bool(generator.random() < 0.5))
    reach = np.log(strength.zoom)
    return Placement(
        angle_deg=float(generator.uniform(0.0, 360.0)),
        zoom=float(np.exp(generator.uniform(-reach, reach))),
        is_mirrored=bool(generator.random() < 0.5),
        shear=float(generator.uniform(-strength.shear, strength.shear)),
    )


def photometric(
    pixels: Pixels, instances: NDArray[np.int32], generator: Generator, strength: AugmentStrength
) -> Pixels:
    """Return the chip under another light and in other colors, float32 (bands, rows, cols).

    Args:
        pixels: float32 (bands, rows, cols), mostly in 0..1.
        instances: int32 (C, rows, cols), told apart when single instances change color.
        generator: the source of chance.
        strength: how far it may go.
    """
    if generator.random() < strength.recolor_probability:
        pixels = recolored(pixels, instances, generator)
    if generator.random() < strength.mix_probability:
        pixels = mixed(pixels, generator)
    if generator.random() < strength.gray_probability:
        pixels = np.broadcast_to(pixels.mean(axis=0), pixels.shape)
    pixels = relit(pixels, generator, strength)
    if generator.random() < strength.blur_probability:
        sigma_px = generator.uniform(0.4, 1.2)
        pixels = ndimage.gaussian_filter(pixels, (0, sigma_px, sigma_px))
    if generator.random() < strength.cutout_probability:
        pixels = cut_out(pixels, generator)
    noise = generator.standard_normal(pixels.shape, np.float32) * generator.uniform(0.0, strength.noise)
    return np.clip(pixels + noise, -0.5, 1.5).astype(np.float32)


def relit(pixels: Pixels, generator: Generator, strength: AugmentStrength) -> Pixels:
    """Return the pixels with another gain, offset and gamma, partly shared by the bands, partly each its own."""
    shape = (len(pixels), 1, 1)
    light_gain, light_offset = generator.uniform(-strength.light, strength.light, 2)
    band_gain, band_offset = generator.uniform(-strength.band, strength.band, (2, *shape))
    gamma = np.exp(generator.uniform(-strength.gamma, strength.gamma))
    curved = np.clip(pixels, 0.0, 1.0) ** gamma + (pixels - np.clip(pixels, 0.0, 1.0))
    gain = 1 + light_gain + band_gain
    offset = (light_offset + band_offset) / 2
    return ((curved - GRAY) * gain + GRAY + offset).astype(np.float32)


def mixed(pixels: Pixels, generator: Generator) -> Pixels:
    """Return the bands blended into one another by a random matrix whose rows sum to one."""
    n_bands = len(pixels)
    shuffled = np.eye(n_bands)[generator.permutation(n_bands)]
    matrix = np.eye(n_bands) + generator.uniform(0.0, 1.0) * (shuffled - np.eye(n_bands))
    return np.einsum("ij,jrc->irc", matrix.astype(np.float32), pixels)


def recolored(pixels: Pixels, instances: NDArray[np.int32], generator: Generator) -> Pixels:
    """Return the pixels with about half of the instances in another color, their texture kept.

    A network that has seen red roofs only learns "red"; painted roofs teach it shape, edge and shadow.
    """
    painted = pixels.copy()
    for ids in instances:
        for number, window in enumerate(ndimage.find_objects(ids), start=1):
            if window is None or generator.random() < 0.5:
                continue
            inside = ids[window] == number
            here = painted[(slice(None), *window)]  # a view: (bands, rows, cols)
            here[:, inside] = _new_color(here[:, inside], generator)
    return painted


def _new_color(values: Pixels, generator: Generator) -> Pixels:
    """Return the values (bands, n) moved to another mean color, with their contrast stretched or squeezed."""
    mean = values.mean(axis=1, keepdims=True)
    texture = (values - mean) * generator.uniform(0.6, 1.3)
    gray = generator.uniform(0.1, 0.95)
    tint = generator.normal(0.0, 0.15, mean.shape)
    strength = generator.uniform(0.3, 1.0)
    return (mean + strength * (gray + tint - mean) + texture).astype(np.float32)


def cut_out(pixels: Pixels, generator: Generator) -> Pixels:
    """Return the pixels with a few rectangles hidden, as a tree or a cloud would."""
    holed = pixels.copy()
    rows, cols = pixels.shape[1:]
    for _ in range(int(generator.integers(1, 5))):
        height, width = (int(side * generator.uniform(0.03, 0.12)) + 1 for side in (rows, cols))
        row, col = int(generator.integers(0, rows)), int(generator.integers(0, cols))
        holed[:, row : row + height, col : col + width] = generator.uniform(0.0, 1.0)
    return holed
