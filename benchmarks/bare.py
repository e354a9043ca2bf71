"""What there is without the pipeline: the memory of torch and a model, and the time of the network on tiles in memory.

Both run in a process of their own, as predictions do:

    python -m benchmarks.bare memory MODEL
    python -m benchmarks.bare speed MODEL RASTER N_TILES [--threads N]

The second tells the shape of the tiles as a line of JSON, then reads lines and answers each with the seconds of one
tile: `as_predicted`, with the network as predictions run it, or `plain`, as torch runs it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from itertools import cycle
from pathlib import Path

import torch

from benchmarks.stub_models import register
from engine.models.allocator import keep_freed_memory
from engine.models.model_file import LoadedModel, load_model

_CPU = torch.device("cpu")


def main() -> None:
    keep_freed_memory()
    register()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("memory", "speed"))
    parser.add_argument("model", type=Path)
    parser.add_argument("raster", type=Path, nargs="?")
    parser.add_argument("n_tiles", type=int, nargs="?", default=0)
    parser.add_argument("--threads", type=int)
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    model = load_model(options.model, _CPU)
    if options.what == "memory":
        time.sleep(1.0)  # so that whoever watches sees it
        return
    serve(model, options.raster, options.n_tiles)


def serve(model: LoadedModel, raster: Path, n_tiles: int) -> None:
    """Time tiles as long as somebody asks.

    The tiles are read beforehand, by the walk and in the batches that a prediction of this raster has.
    """
    # Here, so that measuring the memory of torch and the model loads nothing else.
    from engine.domain.settings import TileSettings
    from engine.events import SilentReporter
    from engine.geo.raster import open_raster
    from engine.inference.block import batches, read_block
    from engine.inference.fit import fit_raster
    from engine.inference.predict import N_FIELD_KINDS, choose_batch_size
    from engine.inference.tile_choice import choose_walk
    from engine.models.prepared import prepared
    from engine.models.registry import family_named

    reporter = SilentReporter()
    card = model.card
    with open_raster(raster) as opened:
        seen = opened.at_scale(fit_raster(opened, card, reporter))
        halo_px = family_named(card.family).halo_px(card.encoder_depth)
        n_fields = N_FIELD_KINDS * len(card.categories)
        walk = choose_walk(TileSettings(), seen.grid, halo_px=halo_px, n_fields=n_fields, reporter=reporter)
        size = choose_batch_size(walk, _CPU)
        held = []
        places = iter(walk.blocks(seen.grid.rows, seen.grid.cols).places())
        while sum(len(batch.cores) for batch in held) < n_tiles:
            window = walk.blocks(seen.grid.rows, seen.grid.cols).window_of(next(places))
            held += list(batches(read_block(seen, window, walk, card), window, walk, card, batch_size=size))
    plain = model.network.to(memory_format=torch.channels_last)

    def run_plain(pixels: torch.Tensor) -> None:
        with torch.inference_mode():
            torch.sigmoid(plain(pixels.contiguous(memory_format=torch.channels_last)))

    ways = {"as_predicted": prepared(model.network, _CPU, halo_px=walk.halo_px), "plain": run_plain}
    tensors = [torch.from_numpy(batch.pixels) for batch in held]
    for draw in ways.values():
        draw(tensors[0])  # the first run is slower: memory is fetched, and kernels are chosen
    _say({"tile_rows": walk.tile_shape[0], "tile_cols": walk.tile_shape[1], "batch_size": size})
    for way, pixels in zip(sys.stdin, cycle(tensors), strict=False):
        began = time.perf_counter()
        ways[way.strip()](pixels)
        _say({"seconds": (time.perf_counter() - began) / len(pixels)})


def _say(values: dict[str, float]) -> None:
    print(json.dumps(values), flush=True)


if __name__ == "__main__":
    main()
