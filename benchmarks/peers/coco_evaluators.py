"""Times one of the evaluators that are compared with ours. Runs in the environment of the peers.

python coco_evaluators.py pycocotools|faster-coco-eval|hotcoco LABELS RESULTS
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import sys
import time

# Package, its module and class of data sets, its module and class of evaluations.
EVALUATORS = {
    "pycocotools": ("pycocotools.coco", "COCO", "pycocotools.cocoeval", "COCOeval"),
    "faster-coco-eval": ("faster_coco_eval", "COCO", "faster_coco_eval", "COCOeval_faster"),
    "hotcoco": ("hotcoco", "COCO", "hotcoco", "COCOeval"),
}


def main(name: str, labels: str, results: str) -> None:
    data_room, data, evaluation_room, evaluation = EVALUATORS[name]
    make_data = getattr(importlib.import_module(data_room), data)
    make_evaluation = getattr(importlib.import_module(evaluation_room), evaluation)
    with contextlib.redirect_stdout(io.StringIO()):
        began = time.perf_counter()
        truth = make_data(labels)
        load = getattr(truth, "loadRes", None) or truth.load_res
        check = make_evaluation(truth, load(results), "segm")
        read = time.perf_counter()
        check.evaluate()
        check.accumulate()
        check.summarize()
        done = time.perf_counter()
    figures = {"read_s": read - began, "evaluate_s": done - read, "ap": check.stats[0], "ap50": check.stats[1]}
    # One write to the file itself: some of them print from native code, which nothing of Python's redirects.
    os.write(1, ("\n" + json.dumps({key: float(value) for key, value in figures.items()}) + "\n").encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
