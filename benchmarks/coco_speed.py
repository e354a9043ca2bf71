"""How fast footprints are evaluated: ours against pycocotools, faster-coco-eval and hotcoco, on the same masks."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks import peers_world
from benchmarks.coco_world import CATEGORIES, coco_world, write_coco
from benchmarks.tables import table, verdict
from engine.evaluation.matching import Matches, Pair, match
from engine.evaluation.scores import precision_at_recall, tally

PEERS = ("pycocotools", "faster-coco-eval", "hotcoco")
MOST_SECONDS = 0.5
_ROUNDING = 1e-9


def measure(folder: Path, *, n_pictures: int, n_runs: int) -> str:
    """Return the table; `n_pictures` of 200 and several runs give the figures of the documentation."""
    pairs = coco_world(n_pictures)
    n_labels, n_found = sum(len(pair.labels) for pair in pairs), sum(len(pair.footprints) for pair in pairs)
    matches, ours = _ours(pairs, n_runs)
    ap, ap50 = _ap(matches)
    labels, results = write_coco(matches, folder)
    rows: list[Sequence[object]] = [
        ("DeepSeg, from polygons in memory", "", f"{ours:.2f}", f"{ap:.6f}", f"{ap50:.6f}", "1")
    ]
    is_equal = None
    for name in PEERS if peers_world.is_there() else ():
        figures = [_peer(name, labels, results) for _ in range(n_runs)]
        read, evaluate = (statistics.median(each[key] for each in figures) for key in ("read_s", "evaluate_s"))
        if name == "pycocotools":
            is_equal = bool(np.allclose([ap, ap50], [figures[0]["ap"], figures[0]["ap50"]], rtol=0, atol=_ROUNDING))
        scores = f"{figures[0]['ap']:.6f}", f"{figures[0]['ap50']:.6f}"
        title = f"{name} {peers_world.version_of(name)}, from masks in files"
        rows.append((title, f"{read:.2f}", f"{evaluate:.2f}", *scores, f"{(read + evaluate) / ours:.1f}"))
    head = ("evaluator", "reading, s", "evaluating, s", "AP", "AP50", "time, of ours")
    bounds = [
        (f"at most {MOST_SECONDS} s", f"{ours:.2f} s", verdict(ours <= MOST_SECONDS)),
        ("AP equal to pycocotools (1e-9)", f"{ap:.9f}", "not compared" if is_equal is None else verdict(is_equal)),
    ]
    said = f"{n_labels:,} labels, {n_found:,} footprints on {n_pictures} pictures; median of {n_runs} runs."
    return "\n".join([said, "", table(head, rows), "", table(("bound", "measured", "met"), bounds)])


def _ours(pairs: Sequence[Pair], n_runs: int) -> tuple[list[Matches], float]:
    """Return what was compared, and the median seconds from polygons to AP; burning the masks is among them."""
    times = []
    for _ in range(n_runs):
        began = time.perf_counter()
        matches = [match(pair) for pair in pairs]
        _ap(matches)
        times.append(time.perf_counter() - began)
    return matches, statistics.median(times)


def _ap(matches: Sequence[Matches]) -> tuple[float, float]:
    """Return AP and AP50, the means over the categories."""
    envelopes = [precision_at_recall(tally(matches, category.id)) for category in CATEGORIES]
    return float(np.mean(envelopes)), float(np.mean([envelope[0] for envelope in envelopes]))


def _peer(name: str, labels: Path, results: Path) -> dict[str, float]:
    return json.loads(peers_world.run("coco_evaluators.py", name, labels, results).lines[-1][1])
