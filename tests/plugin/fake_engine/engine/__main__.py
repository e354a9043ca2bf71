"""The command line, with the same options as the real one."""

from __future__ import annotations

import argparse
import os
import sys

from engine import (
    capturing,
    cleaning,
    counting,
    cutting,
    evaluation,
    exchanging,
    measuring,
    misbehaving,
    prediction,
    sorting,
    suggesting,
    training,
)
from engine.recording import keep_record
from engine.telling import Failed, Stopped, note_arguments, note_pid, start, tell, watch_stdin

COMMANDS = {
    "train": training.train,
    "evaluate": evaluation.evaluate,
    "predict": prediction.predict,
    "vectorize": prediction.vectorize,
    "info": prediction.info,
    "check": prediction.check,
    "capture": capturing.capture,
    "suggest-areas": suggesting.suggest_areas,
    "measure": measuring.measure,
    "statistics": counting.statistics,
    "clean-shapes": cleaning.clean_shapes,
    "tile": cutting.tile,
    "join-tiles": cutting.join_tiles,
    "chips": cutting.chips,
    "import-labels": exchanging.import_labels,
    "export-labels": exchanging.export_labels,
    "cutouts": sorting.cutouts,
    "classify-train": sorting.classify_train,
    "classify": sorting.classify,
    "mask": sorting.mask,
}
TEXTS = {
    "train": "labels category-field areas model family encoder encoder-weights from-model bands run-dir",
    "evaluate": "labels category-field areas model report html matches",
    "predict": "model area output run-dir backend",
    "vectorize": "run-dir output",
    "info": "",
    "check": "",
    "capture": "source output format preview",
    "suggest-areas": "labels areas model output run-dir",
    "measure": "output bands percentiles",
    "statistics": "output by format category-field area bins sizes",
    "clean-shapes": "output inside",
    "tile": "output grid format",
    "join-tiles": "output",
    "import-labels": "output format category-field category pixels crs",
    "export-labels": "output format category-field pixels crs",
    "cutouts": "output format bands category-field padding",
    "classify-train": "cutouts footprints category-field model bands encoder encoder-weights device padding",
    "classify": "model output category-field truth-field device",
    "mask": "raster polygons output kind keep fill category-field score-field",
    "chips": "labels category-field areas output format rotation chip-format mask bands",
}
NUMBERS = {
    "tile": "rows columns tile-size overlap",
    "chips": "size stride seed threads",
    "capture": "count",
    "train": "patience batch-size chip-size steps-per-epoch members threads",
    "evaluate": "threads views",
    "predict": "tile-size overlap rows columns batch-size threads views workers",
    "vectorize": "workers",
    "cutouts": "size",
    "classify-train": "epochs size seed threads",
    "classify": "views batch-size threads",
    "suggest-areas": "count sample threads",
}
FRACTIONS = {
    "chips": "min-overlap empty-share val-share",
    "capture": "every-s timeout-s",
    "train": "val-fraction learning-rate time-limit-s",
    "evaluate": "score-threshold",
    "predict": "score-threshold min-area-m2 simplify-m fill-holes-m2 wall-shift-m least-iou smooth-m",
    "vectorize": "score-threshold min-area-m2 simplify-m fill-holes-m2 wall-shift-m least-iou smooth-m",
    "clean-shapes": "min-area-m2 simplify-m fill-holes-m2 wall-shift-m least-iou smooth-m",
    "suggest-areas": "size-m",
    "classify-train": "time-limit-s",
}
REQUIRED = {
    "capture": {"source"},
    "train": {"labels", "model"},
    "evaluate": {"labels", "model", "report"},
    "predict": {"model", "output"},
    "vectorize": {"run-dir", "output"},
    "suggest-areas": {"model", "output"},
    "measure": {"output"},
    "clean-shapes": {"output"},
    "join-tiles": {"output"},
    "import-labels": {"output"},
    "export-labels": {"output", "format"},
    "chips": {"labels", "output", "format"},
}


class Parser(argparse.ArgumentParser):
    def error(self, message: str):
        raise Failed("UsageError", message, f"See `{self.prog} --help`.")


def threshold(text: str) -> tuple[str, float]:
    name, _, value = text.rpartition("=")
    return name, float(value)


def make_parser() -> Parser:
    parser = Parser(prog="deepseg")
    commands = parser.add_subparsers(dest="command", required=True)
    for name in COMMANDS:
        own = commands.add_parser(name, allow_abbrev=False)
        own.add_argument("--events", action="store_true")
        for option in TEXTS[name].split():
            own.add_argument(f"--{option}", required=option in REQUIRED.get(name, ()))
        for option in NUMBERS.get(name, "").split():
            own.add_argument(f"--{option}", type=int)
        for option in FRACTIONS.get(name, "").split():
            own.add_argument(f"--{option}", type=float)
        if name in ("train", "evaluate", "predict", "suggest-areas"):
            own.add_argument("--raster", action="append", required=True)
        if name in ("train", "evaluate", "predict", "info", "suggest-areas"):
            own.add_argument("--crs")
        if name in ("train", "evaluate", "predict", "check", "suggest-areas"):
            own.add_argument("--device", default="auto")
        if name in ("predict", "vectorize", "clean-shapes"):
            own.add_argument("--right-angles", action="store_true")
        if name in ("predict", "vectorize"):
            own.add_argument("--category-threshold", action="append", type=threshold)
    choices = commands.choices
    cutting.add_options(choices)
    sorting.add_options(choices)
    exchanging.add_options(choices)
    choices["info"].add_argument("raster", nargs="+")
    choices["clean-shapes"].add_argument("polygons")
    choices["clean-shapes"].add_argument("--crs")
    choices["measure"].add_argument("polygons")
    choices["measure"].add_argument("--raster", action="append")
    choices["measure"].add_argument("--crs")
    choices["statistics"].add_argument("footprints")
    choices["statistics"].add_argument("--raster", action="append")
    choices["statistics"].add_argument("--color", action="append")
    choices["statistics"].add_argument("--crs")
    choices["measure"].add_argument("--texture", action="store_true")
    choices["train"].add_argument("--epochs", type=int, default=20)
    choices["train"].add_argument("--seed", type=int, default=0)
    choices["train"].add_argument("--resume", action="store_true")
    choices["capture"].add_argument("--look", action="store_true")
    for flag in ("--keep-fields", "--dry-run", "--skip-bad-blocks"):
        choices["predict"].add_argument(flag, action="store_true")
    return parser


def main() -> int:
    kind = os.environ.get("DEEPSEG_FAKE") or "done"
    words = sys.argv[1:]
    command = words[0] if words else ""
    note_pid(os.getpid())
    note_arguments(words)
    watch_stdin()
    try:
        if kind not in ("done", "slow"):
            status = misbehaving.misbehave(kind, command)
            if status is not None:
                return status
        start(command)
        misbehaving.before(kind)
        settings = make_parser().parse_args(words)
        try:
            COMMANDS[settings.command](settings)
        except (Stopped, Failed) as err:
            keep_record(settings, words, "stopped" if isinstance(err, Stopped) else "failed")
            raise
        keep_record(settings, words, "done")
        misbehaving.after(kind)
    except Stopped as err:
        tell("stopped", message=str(err))
        return 3
    except Failed as err:
        tell(**err.event)
        return err.status
    return 0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.exit(status)
