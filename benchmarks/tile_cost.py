"""What one tile costs the default network, two members that vote: as it was trained, and by each backend.

`python -m benchmarks.tile_cost TILE plain torch openvino ...`: seconds of processor time on one thread, page faults and
the memory on top of Python, torch and the weights, each in a process of its own. Not on Windows.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

HALO_PX = 128
N_MEMBERS = 2
N_RUNS = 3


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--child"]:
        measure(arguments[1], int(arguments[2]))
        return
    tile_px, *kinds = arguments or ["2272"]
    for kind in kinds or ["plain", "torch"]:
        subprocess.run([sys.executable, "-m", "benchmarks.tile_cost", "--child", kind, tile_px], check=True)


def measure(kind: str, tile_px: int) -> None:
    import torch

    from engine.models.backends import drawer_for
    from engine.models.committee import Committee
    from engine.models.unet import UNet

    torch.set_num_threads(1)
    torch.manual_seed(0)
    network = Committee(UNet(3, 1, weights="imagenet"), N_MEMBERS).eval()
    for parameter in network.members[-1].parameters():
        parameter.data *= 1.01  # or a clever library computes equal members once
    pixels = torch.rand(1, 3, tile_px, tile_px).contiguous(memory_format=torch.channels_last)
    before, began_s = resource.getrusage(resource.RUSAGE_SELF), time.process_time()

    @torch.inference_mode()
    def plain(pixels: torch.Tensor) -> torch.Tensor:
        return (torch.sigmoid(network(pixels)) * 255).round().to(torch.uint8)

    def by_backend() -> object:
        shape = (tile_px, tile_px)
        return drawer_for(kind, network, torch.device("cpu"), halo_px=HALO_PX, tile_shape=shape, n_bands=3)

    draw = plain if kind == "plain" else by_backend()
    first_s, _ = cost(draw, pixels)  # the first takes longer: libraries make up their minds
    ready_s = time.process_time() - began_s
    seconds, n_faults = min(cost(draw, pixels) for _ in range(N_RUNS))
    megapixels = (tile_px - 2 * HALO_PX) ** 2 / 1e6
    peak_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before.ru_maxrss) / 1024
    print(
        f"{kind:12} tile {tile_px}: {seconds:.2f} s, {megapixels / seconds:.2f} megapixels of core per second, "
        f"{n_faults} page faults, {peak_mb:.0f} MB, ready after {ready_s - first_s:.1f} s and a first tile",
        flush=True,
    )


def cost(draw: object, pixels: object) -> tuple[float, int]:
    before = resource.getrusage(resource.RUSAGE_SELF)
    draw(pixels)  # type: ignore[operator]
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, after.ru_minflt - before.ru_minflt


if __name__ == "__main__":
    main(sys.argv[1:])
