"""What a prediction will take, before it runs: tiles, time, memory and disk."""

from __future__ import annotations

from dataclasses import dataclass

from engine.geo.gdal_settings import CACHE_BYTES
from engine.inference.copy_trial import NO_COPIES, Copying
from engine.inference.manifest import Manifest, PredictionFolder
from engine.inference.trial import Trial
from engine.inference.wanted import first_places

# Roughly, of a small outline and what is told of it, by the ending of the file.
_FOOTPRINT_BYTES = {".geojson": 800, ".gpkg": 450, ".parquet": 300, ".json": 450}
_FILE_BYTES = 100_000  # a file without footprints
_WORKER_BYTES = 170 << 20  # a process that draws footprints
_N_BLOCKS_HELD = 6  # fields of blocks in memory: drawn, waiting, being kept, being looked through
_N_BATCHES_HELD = 5  # tiles in memory: read ahead, and the one in hand
_N_TIMES_READ = 3  # a block's pixels: as they are decoded, resampled, and cut into tiles


@dataclass(frozen=True)
class Workload:
    """What there is to do: in all, and what is left of it after an earlier run. Pixels are those of the network."""

    n_blocks: int
    n_tiles: int
    n_tiles_left: int
    megapixels: float
    megapixels_left: float
    computed_megapixels: float

    @classmethod
    def of(cls, manifest: Manifest, folder: PredictionFolder) -> Workload:
        """Return it; blocks that are kept in the folder count as done where the folder is that of the same run."""
        goes_on = folder.stored_guard() == manifest.guard
        n_blocks = n_tiles = n_tiles_left = 0
        pixels = pixels_left = computed = 0
        for number, plan in enumerate(manifest.plans):
            store = folder.store(manifest, number)
            rows, cols = plan.walk.tile_shape
            for place in first_places(plan):
                window = plan.blocks.window_of(place)
                n = plan.walk.n_tiles(window)
                is_left = not (goes_on and store.has(place))
                n_blocks, n_tiles, n_tiles_left = n_blocks + 1, n_tiles + n, n_tiles_left + n * is_left
                pixels += window.rows * window.cols
                pixels_left += window.rows * window.cols * is_left
                computed += n * rows * cols
        return cls(n_blocks, n_tiles, n_tiles_left, pixels / 1e6, pixels_left / 1e6, computed / 1e6)

    @property
    def computed_per_pixel(self) -> float:
        """Return how many pixels the network reads per pixel that is drawn."""
        return self.computed_megapixels / self.megapixels if self.megapixels else 0.0


@dataclass(frozen=True)
class Estimate:
    """What it will take; sizes in bytes.

    `seconds` and `scratch_bytes` come from tiles that were tried; `most_scratch_bytes` is certain. Tiles without a
    valid pixel, which take no time, are counted as if they had some. `copy_seconds` of them go into copies.
    """

    workload: Workload
    seconds: float | None
    memory_bytes: int
    scratch_bytes: int
    most_scratch_bytes: int
    output_bytes: int | None
    copy_seconds: float | None = 0.0
    tried_tiles: int = 0
    tried_copy_megapixels: float = 0.0


def estimate(
    manifest: Manifest,
    workload: Workload,
    trial: Trial | None,
    copying: Copying = NO_COPIES,
    *,
    ending: str,
    copy_bytes: int,
    decoder_bytes: int,
    batch_size: int,
    n_workers: int,
    process_bytes: int,
) -> Estimate:
    """Return what it will take.

    Args:
        manifest: what will be done.
        workload: how much of it is left.
        trial: what a few tiles took; None where none held a valid pixel or none is left.
        copying: what copies will take.
        ending: of the file of footprints, such as `.gpkg`.
        copy_bytes: of the copies of rasters that are slow to read as they are.
        decoder_bytes: what reading them takes in memory beyond GDAL's cache.
        batch_size: tiles that go through the network together.
        n_workers: processes that draw footprints.
        process_bytes: most memory that this process had so far: after the trial, with model and tiles.
    """
    n_fields = 3 * len(manifest.card.categories)
    most = round(workload.megapixels * 1e6) * n_fields
    kept = most if trial is None else min(most, round(workload.megapixels * 1e6 * trial.bytes_per_pixel))
    output = None
    if trial is not None:
        found = workload.megapixels * 1e6 * trial.things_per_pixel
        output = _FILE_BYTES + round(found * _FOOTPRINT_BYTES.get(ending, max(_FOOTPRINT_BYTES.values())))
    held = max((_held_bytes(manifest, number, batch_size) for number in range(len(manifest.plans))), default=0)
    return Estimate(
        workload,
        _seconds(workload, trial, copying),
        process_bytes + held + decoder_bytes + CACHE_BYTES + n_workers * _WORKER_BYTES,
        kept + copy_bytes,
        most + copy_bytes,
        output,
        copying.seconds,
        0 if trial is None else trial.n_tiles,
        copying.tried_megapixels,
    )


def _seconds(workload: Workload, trial: Trial | None, copying: Copying) -> float | None:
    if not workload.n_tiles_left:
        return 0.0
    if trial is None or copying.seconds is None:
        return None
    return copying.seconds + workload.megapixels_left * 1e6 * trial.seconds_per_pixel


def _held_bytes(manifest: Manifest, number: int, batch_size: int) -> int:
    """Return what the blocks and tiles of a raster take that are in memory together."""
    plan, card = manifest.plans[number], manifest.card
    rows, cols = plan.walk.tile_shape
    block = plan.blocks
    read = (block.block_rows + 2 * plan.walk.halo_px) * (block.block_cols + 2 * plan.walk.halo_px)
    drawn = block.block_rows * block.block_cols * 3 * len(card.categories)
    tiles = batch_size * rows * cols * len(card.bands) * 4
    bytes_per_value = 4 if card.dtype.startswith("float") else 2 if "16" in card.dtype else 1
    return (
        _N_TIMES_READ * read * (len(card.bands) * bytes_per_value + 1)
        + _N_BLOCKS_HELD * drawn
        + _N_BATCHES_HELD * tiles
    )
