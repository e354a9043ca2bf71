"""What `docs/performance.md` says, measured: seams, scale, jpeg2000, speed, coco and more, or all of them.

Each writes its own part of the page; with --short each only runs, on small rasters, and writes nothing.
On two cores and an otherwise idle machine:

    seams        12 minutes  footprints are the same however a raster is tiled
    scale        25 minutes  memory and time from 100 megapixels to 6.4 gigapixels; 1 GB of disk
    jpeg2000     20 minutes  in tiles and in one tile, lossy and lossless; 3 GB of disk
    speed        20 minutes  against the bare network, the floor, GeoAI, SAHI and supervision
    coco          1 minute   evaluation against pycocotools, faster-coco-eval and hotcoco
    vectorizing   1 minute   from fields to footprints
    chips         3 minutes  training data for other programs against a plain loop
    shaping       1 minute   clean outlines, against buildingregulariser and shapely
    kill         10 minutes  20 kills at moments chosen by chance, each gone on from

    python -m benchmarks.performance COMMAND [COMMAND ...] [--short] [--model FILE]

seams and speed need a model trained on Kampala; without --model one is trained first, in ten minutes, and kept.
The peers live in an environment of their own: scripts/setup-bench .venv-bench (`make bench` sees to it).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import chips_speed, coco_speed, jpeg2000, peers_world, scale, seam_worlds, seams, speed
from benchmarks.process import ROOT
from benchmarks.tables import machine, write_section

FOLDER = ROOT / "build" / "bench"
_KAMPALA = ROOT / "examples" / "kampala"


@dataclass(frozen=True)
class Plan:
    """What was asked for on the command line."""

    is_short: bool
    folder: Path
    model: Path | None

    def trained_model(self) -> Path:
        """Return a model trained on Kampala; trained now where there is none."""
        path = self.model or self.folder / "kampala.safetensors"
        if not path.is_file():
            say("training the default model on Kampala, about ten minutes")
            inputs = ["--raster", _KAMPALA / "kampala.tif", "--labels", _KAMPALA / "buildings.geojson"]
            areas = ["--areas", _KAMPALA / "areas.geojson", "--epochs", "20", "--model", path]
            command = [sys.executable, "-m", "engine", "train", *inputs, *areas]
            subprocess.run(list(map(str, command)), cwd=ROOT, check=True)
        return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commands", nargs="+", choices=[*COMMANDS, "all"], metavar="COMMAND")
    parser.add_argument("--short", action="store_true", help="small rasters, once: only sees whether all runs")
    parser.add_argument("--model", type=Path, help="a model that was trained on Kampala")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="for rasters and results (build/bench)")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    plan = Plan(options.short, options.folder.resolve(), options.model)
    if not peers_world.is_there():
        say("the peers are not installed and are left out: scripts/setup-bench .venv-bench")
    for name in COMMANDS if "all" in options.commands else options.commands:
        began, said = time.monotonic(), machine()
        say(f"{name} begins")
        text = COMMANDS[name](plan)
        say(f"{name} took {(time.monotonic() - began) / 60:.1f} minutes")
        print(text)
        if not plan.is_short:
            write_section(name, f"{said}\n\n{text}")


def say(text: str) -> None:
    """Tell how far it is."""
    print(f"[{time.strftime('%H:%M:%S')}] {text}", file=sys.stderr, flush=True)


def run_seams(plan: Plan) -> str:
    worlds = seam_worlds.short(plan.folder) if plan.is_short else seam_worlds.full(plan.folder, plan.trained_model())
    return seams.measure(worlds, plan.folder, say, is_short=plan.is_short)


def run_scale(plan: Plan) -> str:
    if plan.is_short:
        return scale.measure(plan.folder, say, sides_px=(512, 1024), jp2_side_px=1024)
    return scale.measure(plan.folder, say, sides_px=scale.SIDES_PX, jp2_side_px=scale.JP2_SIDE_PX)


def run_jpeg2000(plan: Plan) -> str:
    if plan.is_short:
        sides_px = {"lossy_side_px": 3072, "lossless_side_px": 3072}
        return jpeg2000.measure(plan.folder, say, **sides_px, cuts_all=True)
    sides_px = {"lossy_side_px": jpeg2000.LOSSY_SIDE_PX, "lossless_side_px": jpeg2000.LOSSLESS_SIDE_PX}
    return jpeg2000.measure(plan.folder, say, **sides_px)


def run_speed(plan: Plan) -> str:
    if plan.is_short:
        return speed.measure_stub(plan.folder, say, side_px=1024, large_px=1024, n_runs=1)
    stub = speed.measure_stub(plan.folder, say, side_px=4096, large_px=10_000, n_runs=3)
    model = speed.measure_model(plan.trained_model(), plan.folder, say, side_px=20_000, n_tiles=12)
    return "\n".join(["### Beside the network", "", model, "", "### Against the floor and the peers", "", stub])


def run_coco(plan: Plan) -> str:
    folder = plan.folder / "coco"
    folder.mkdir(exist_ok=True)
    return coco_speed.measure(folder, n_pictures=2 if plan.is_short else 200, n_runs=1 if plan.is_short else 5)


def run_vectorizing(plan: Plan) -> str:
    return _script("vectorizing", plan)


def run_chips(plan: Plan) -> str:
    n_copies = (1, 1) if plan.is_short else (8, 6)
    return chips_speed.measure(plan.folder, n_copies=n_copies, n_runs=1 if plan.is_short else 3)


def run_shaping(plan: Plan) -> str:
    return _script("shaping", plan)


def run_kill(plan: Plan) -> str:
    return _script("kill_test", plan)


def _script(name: str, plan: Plan) -> str:
    """Return what a benchmark that stands by itself prints."""
    words = [sys.executable, "-m", f"benchmarks.{name}", *(["--short"] if plan.is_short else [])]
    done = subprocess.run(list(map(str, words)), cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()


COMMANDS: dict[str, Callable[[Plan], str]] = {
    "seams": run_seams,
    "scale": run_scale,
    "jpeg2000": run_jpeg2000,
    "speed": run_speed,
    "coco": run_coco,
    "vectorizing": run_vectorizing,
    "chips": run_chips,
    "shaping": run_shaping,
    "kill": run_kill,
}

if __name__ == "__main__":
    main()
