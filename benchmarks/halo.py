"""How far from a tile's edge a model's fields still feel the edge: tiles of several sizes and halos against large ones.

The raster is mirrored to the right and downward, so that many seams fall on it. The reference are tiles of 2048 pixels
with a halo of 448. For every tiling: what is computed per pixel, the error of the body (0 to 255), and how many of the
reference's instances have a twin with an IoU of at least 0.98, of any score and of the score threshold of the model.

    .venv/bin/python benchmarks/halo.py --model roofs.safetensors [--raster RASTER] [--tilings 1024/64 1536/96]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage
from torch import nn

from engine.data.bands import normalize
from engine.domain.model_card import ModelCard
from engine.geo.raster import open_raster
from engine.inference.instances import separate
from engine.models.model_file import load_model

KAMPALA = Path(__file__).parents[1] / "examples" / "kampala" / "kampala.tif"
REFERENCE = (2048, 448)
TILINGS = (
    "1024/32",
    "1024/64",
    "1024/96",
    "1024/128",
    "1024/192",
    "1536/96",
    "2048/64",
    "2048/128",
    "512/64",
    "512/128",
)
TWIN_IOU = 0.98
LEAST_SCORE = 0.05

Instances = tuple[NDArray[np.int32], NDArray[np.float32]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="a model with one category")
    parser.add_argument("--raster", type=Path, default=KAMPALA)
    parser.add_argument("--tilings", nargs="*", default=TILINGS, metavar="TILE/HALO")
    options = parser.parse_args()
    model = load_model(options.model, torch.device("cpu"))
    network = model.network.to(memory_format=torch.channels_last)
    pixels = mirrored_twice(read(options.raster, model.card))
    true_fields = draw(network, pixels, *REFERENCE)
    truth = cut(true_fields, model.card)
    print(
        "| tile | halo | pixels computed | mean error | 99.9th percentile | twins of any score | twins of those shown |"
    )
    print("|---" * 7 + "|")
    for tiling in options.tilings:
        tile_px, halo_px = map(int, tiling.split("/"))
        fields = draw(network, pixels, tile_px, halo_px)
        error = np.abs(fields[0].astype(int) - true_fields[0])
        found = cut(fields, model.card)
        twins = [share_with_twin(truth, found, least) for least in (LEAST_SCORE, model.card.score_threshold)]
        cost = (tile_px / (tile_px - 2 * halo_px)) ** 2
        told = " | ".join(f"{share:.1%} of {n}" for share, n in twins)
        print(
            f"| {tile_px} | {halo_px} | {cost:.2f} | {error.mean():.3f} | {np.percentile(error, 99.9):.0f} | {told} |"
        )


def read(path: Path, card: ModelCard) -> NDArray[np.float32]:
    """Return the whole raster as the network sees it, float32 (bands, rows, cols)."""
    with open_raster(path) as raster:
        view = raster.at_scale(card.scale)
        return normalize(view.read(view.grid.window, card.bands), card.scaling)


def mirrored_twice(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the pixels with their mirror image to the right, and both mirrored downward."""
    wide = np.concatenate([pixels, pixels[:, :, ::-1]], axis=2)
    return np.concatenate([wide, wide[:, ::-1]], axis=1)


@torch.inference_mode()
def draw(network: nn.Module, pixels: NDArray[np.float32], tile_px: int, halo_px: int) -> NDArray[np.uint8]:
    """Return the fields of one category, uint8 (3, rows, cols), drawn tile by tile."""
    rows, cols = pixels.shape[1:]
    core_px = tile_px - 2 * halo_px
    padded = np.pad(pixels, ((0, 0), (halo_px, tile_px), (halo_px, tile_px)), mode="reflect")
    fields = np.zeros((3, rows + core_px, cols + core_px), np.uint8)
    for row in range(0, rows, core_px):
        for col in range(0, cols, core_px):
            tile = torch.from_numpy(padded[None, :, row : row + tile_px, col : col + tile_px].copy())
            drawn = torch.sigmoid(network(tile.contiguous(memory_format=torch.channels_last)))[0]
            core = drawn[:, halo_px : halo_px + core_px, halo_px : halo_px + core_px]
            fields[:, row : row + core_px, col : col + core_px] = (core * 255).round().to(torch.uint8).numpy()
    return fields[:, :rows, :cols]


def cut(fields: NDArray[np.uint8], card: ModelCard) -> Instances:
    """Return the instances, int32 (rows, cols), and their scores."""
    return separate(*fields, thresholds=card.thresholds[0])


def share_with_twin(truth: Instances, found: Instances, least_score: float) -> tuple[float, int]:
    """Return which share of the true instances of at least this score has such a twin, and of how many."""
    (ids, scores), (other_ids, other_scores) = truth, found
    areas_px, other_areas_px = np.bincount(ids.ravel()), np.bincount(other_ids.ravel())
    has_twin = []
    for number, window in enumerate(ndimage.find_objects(ids), start=1):
        if window is None or scores[number - 1] < least_score:
            continue
        shared_px = np.bincount(other_ids[window][ids[window] == number])
        shared_px[0] = 0
        twin = int(shared_px.argmax())
        iou = shared_px[twin] / (areas_px[number] + other_areas_px[twin] - shared_px[twin])
        has_twin.append(twin > 0 and iou >= TWIN_IOU and other_scores[twin - 1] >= least_score)
    return float(np.mean(has_twin)) if has_twin else 1.0, len(has_twin)


if __name__ == "__main__":
    main()
