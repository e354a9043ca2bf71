"""What the pipeline costs beside the network: the default model against itself without a pipeline, and a network that
costs nothing against the floor and the peers, all in the same run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from benchmarks import peers_world, scenes
from benchmarks.bare_network import BareNetwork
from benchmarks.ours import Predicted, predict
from benchmarks.scale import bare_memory_mb
from benchmarks.stub_models import write_model
from benchmarks.tables import table, verdict
from engine.models.model_file import read_card

MOST_OVER_BARE, MOST_COMPUTED = 1.08, 1.35
LEAST_OF_FLOOR, LEAST_OF_GEOAI = 0.9, 4.0
_WALK_OF_PEERS = ("--tile-size", 512, "--overlap", 128)


def measure_model(model: Path, folder: Path, say: Callable[[str], None], *, side_px: int, n_tiles: int) -> str:
    """Return how long a prediction takes, of the time that the network alone takes for the same tiles.

    Args:
        model: a trained one.
        folder: for the raster.
        say: is told.
        side_px: of the raster, which shows Kampala again and again.
        n_tiles: how many tiles the network is timed on in turn, while the prediction stands still.
    """
    raster = scenes.huge_roofs(folder, side_px, read_card(model).resolution_m or scenes.RESOLUTION_M)
    output = folder / "speed.gpkg"
    with BareNetwork(model, raster, n_tiles) as bare:
        run = predict(model, raster, output, pause_at=bare.pause_at)
    say(f"{raster.name}: {run.megapixels:.0f} MP in {run.seconds:.1f} s")
    # Watching takes some hundredths of a prediction's time itself, so memory is of a run of its own.
    peak_mb = predict(model, raster, output, sample_s=1.0).peak_mb
    output.unlink()
    return _model_table(run, bare, peak_mb, peak_mb - bare_memory_mb(model))


def measure_stub(folder: Path, say: Callable[[str], None], *, side_px: int, large_px: int, n_runs: int) -> str:
    """Return how fast a prediction is whose network is a threshold, and how fast the floor and the peers are.

    Args:
        folder: for rasters.
        say: is told.
        side_px: of the raster that the peers read; SAHI gets half of its side and supervision a quarter.
        large_px: of a larger one, for the floor and us alone.
        n_runs: of which the median is taken; GeoAI, SAHI and supervision run once.
    """
    model = write_model("stub", folder)
    rows: list[tuple[object, ...]] = []
    bounds: list[tuple[object, ...]] = []
    raster = scenes.city(folder, side_px, round(3000 * (side_px / 4096) ** 2))
    floor = _floor(raster, n_runs, say)
    ours = _ours(model, raster, folder, n_runs, say)
    rows += [_peer_row("floor: read windows, run the stub, one thread", floor, 0.0, floor), *_our_rows(ours, floor)]
    bounds += _floor_bounds(f"{side_px}²", ours, floor)
    if peers_world.is_there():
        geoai, geoai_mb = _peer("geoai_predict.py", raster, folder / "geoai.tif", say=say)
        rows.append(_peer_row(f"GeoAI {peers_world.version_of('geoai-py')}", geoai, geoai_mb, floor))
        for name, part in (("sahi", 2), ("supervision", 4)):
            figures, peak_mb = _peer(f"{name}_predict.py", raster, side_px // part, say=say)
            rows.append(_peer_row(f"{name} {peers_world.version_of(name)}", figures, peak_mb, floor))
        times = ours["the same tiles, one core"].megapixels / ours["the same tiles, one core"].seconds / _speed(geoai)
        bounds.append((f"at least {LEAST_OF_GEOAI:.0f} x GeoAI", f"{times:.1f}", verdict(times >= LEAST_OF_GEOAI)))
        rows += _outline_rows(raster, floor)
    large = scenes.huge(folder, large_px)
    large_floor = _floor(large, 1, say)
    large_ours = _ours(model, large, folder, 1, say)
    rows += [_peer_row("floor", large_floor, 0.0, large_floor), *_our_rows(large_ours, large_floor)]
    bounds += _floor_bounds(f"{large_px}²", large_ours, large_floor)
    head = ("program", "megapixels", "objects", "seconds", "MP/s", "of the floor", "peak, MB")
    return "\n".join([table(head, rows), "", table(("bound", "measured", "met"), bounds)])


def _model_table(run: Predicted, bare: BareNetwork, peak_mb: float, above_mb: float) -> str:
    rows_px, cols_px = bare.shape["tile_rows"], bare.shape["tile_cols"]
    n_all = run.result["n_tiles"]
    computed = n_all * rows_px * cols_px / (run.plan.network_grid.rows * run.plan.network_grid.cols)
    bare_s, plain_s = (n_all * bare.seconds(way) for way in ("as_predicted", "plain"))
    rows = [
        ("prediction", f"{run.seconds:.1f}", f"{run.megapixels / run.seconds:.3f}", "1"),
        ("the network alone, as predictions run it", f"{bare_s:.1f}", f"{run.megapixels / bare_s:.3f}",
         f"{run.seconds / bare_s:.3f}"),
        ("the network alone, as torch runs it, whole tiles", f"{plain_s:.1f}", f"{run.megapixels / plain_s:.3f}",
         f"{run.seconds / plain_s:.3f}"),
    ]  # fmt: skip
    over = run.seconds / bare_s
    bounds = [
        (f"prediction over the network alone, at most {MOST_OVER_BARE}", f"{over:.3f}",
         verdict(over <= MOST_OVER_BARE)),
        (f"pixels computed per pixel of the raster, at most {MOST_COMPUTED}", f"{computed:.3f}",
         verdict(computed <= MOST_COMPUTED)),
    ]  # fmt: skip
    least_s, most_s = bare.spread("as_predicted")
    said = (
        f"{run.megapixels:.0f} MP, {n_all} tiles of {rows_px} x {cols_px}, {bare.shape['batch_size']} at a time, "
        f"{run.n_footprints:,} footprints; peak of another run {peak_mb:.0f} MB, {above_mb:.0f} MB above torch and "
        f"model. The network alone was timed {bare.n_timed} times, the prediction standing still ({least_s:.3f} to "
        f"{most_s:.3f} s a tile), the mean times the number of tiles."
    )
    head = ("400 MP with the default model" if run.megapixels >= 399 else "default model", "seconds", "MP/s",
            "prediction over it")  # fmt: skip
    return "\n".join([said, "", table(head, rows), "", table(("bound", "measured", "met"), bounds)])


def _floor(raster: Path, n_runs: int, say: Callable[[str], None]) -> dict[str, float]:
    """Return the floor's median run; nothing where the peers and OpenCV are not installed."""
    if not peers_world.is_there():
        return {}
    figures = [_peer("floor.py", raster, say=say)[0] for _ in range(n_runs)]
    return sorted(figures, key=lambda each: each["seconds"])[n_runs // 2]


def _ours(model: Path, raster: Path, folder: Path, n_runs: int, say: Callable[[str], None]) -> dict[str, Predicted]:
    """Return our median runs, by name: with the tiles and the one core that the floor has, and as users run it."""
    options = {
        "the same tiles, one core": ([*_WALK_OF_PEERS, "--threads", 1, "--workers", 0], {0}),
        "as it comes, all cores": ([], None),
    }
    found = {}
    for name, (words, cores) in options.items():
        runs = []
        for _ in range(n_runs):
            run = predict(model, raster, folder / "speed.gpkg", *words, sample_s=0.5, cores=cores)
            runs.append(run)
            say(f"DeepSeg, {name}: {run.megapixels:.1f} MP in {run.seconds:.2f} s")
        found[name] = sorted(runs, key=lambda run: run.seconds)[n_runs // 2]
    return found


def _peer(script: str, *arguments: object, say: Callable[[str], None]) -> tuple[dict[str, float], float]:
    """Return what a peer says of its run, and its peak of memory."""
    ran = peers_world.run(script, *arguments, sample_s=0.5)
    figures = json.loads(ran.lines[-1][1])
    if "seconds" in figures:
        say(f"{script}: {figures['pixels'] / 1e6:.1f} MP in {figures['seconds']:.2f} s")
    return figures, ran.peak_mb


def _speed(figures: dict[str, float]) -> float:
    return figures["pixels"] / 1e6 / figures["seconds"]


def _peer_row(name: str, figures: dict[str, float], peak_mb: float, floor: dict[str, float]) -> tuple[object, ...]:
    if not figures:
        return (name, *["not measured"] * 6)
    return (
        name, f"{figures['pixels'] / 1e6:.1f}", f"{figures['objects']:.0f}", f"{figures['seconds']:.2f}",
        f"{_speed(figures):.2f}", f"{_speed(figures) / _speed(floor):.2f}", f"{peak_mb:.0f}" if peak_mb else "",
    )  # fmt: skip


def _our_rows(ours: dict[str, Predicted], floor: dict[str, float]) -> list[tuple[object, ...]]:
    rows = []
    for name, run in ours.items():
        speed = run.megapixels / run.seconds
        share = f"{speed / _speed(floor):.2f}" if floor else ""
        rows.append(
            (f"DeepSeg, {name}", f"{run.megapixels:.1f}", run.n_footprints, f"{run.seconds:.2f}", f"{speed:.2f}",
             share, f"{run.peak_mb:.0f}")
        )  # fmt: skip
    return rows


def _floor_bounds(name: str, ours: dict[str, Predicted], floor: dict[str, float]) -> list[tuple[object, ...]]:
    if not floor:
        return []
    found = []
    for how, run in ours.items():
        share = run.megapixels / run.seconds / _speed(floor)
        text = f"{name}, {how}: at least {LEAST_OF_FLOOR} of the floor"
        found.append((text, f"{share:.2f}", verdict(share >= LEAST_OF_FLOOR)))
    return found


def _outline_rows(raster: Path, floor: dict[str, float]) -> list[tuple[object, ...]]:
    figures, _ = _peer("outlines.py", raster, say=lambda _: None)
    names = {"rasterio": "rasterio `shapes` and shapely, from labels in memory", "opencv": "OpenCV contours, binary"}
    return [
        _peer_row(
            name,
            {"pixels": figures["pixels"], "seconds": figures[f"{key}_s"], "objects": figures[f"{key}_objects"]},
            0.0,
            floor,
        )
        for key, name in names.items()
    ]
