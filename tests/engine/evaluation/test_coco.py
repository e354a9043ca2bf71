"""Our numbers are those of pycocotools on the same masks."""

import contextlib
import io
import json

import numpy as np
import pytest
import shapely
import shapely.affinity
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

from engine.domain.category import categories_named
from engine.domain.shapes import Shapes
from engine.evaluation.coco import as_coco
from engine.evaluation.matching import Pair
from engine.evaluation.report import evaluate_shapes

CATEGORIES = categories_named(["house", "tree", "pool", "never labeled", "never seen"])
SHAPE = (160, 200)
AREA = shapely.box(30, 20, 150.5, 130.25)


def blob(generator, x, y, size):
    angles = np.sort(generator.uniform(0, 2 * np.pi, 9))
    radii = size * generator.uniform(0.6, 1.0, 9)
    return shapely.convex_hull(shapely.MultiPoint(np.c_[x + radii * np.cos(angles), y + radii * np.sin(angles)]))


def random_pair(seed, n_labels=120, area=AREA):
    """Overlapping labels of three categories, footprints near them and elsewhere, many with equal scores."""
    generator = np.random.default_rng(seed)
    label_ids = generator.choice([1, 2, 3], n_labels, p=[0.5, 0.3, 0.2])
    centers = generator.uniform((-4, -4), (SHAPE[1] + 4, SHAPE[0] + 4), (n_labels, 2))
    labels = [blob(generator, x, y, generator.uniform(3, 14)) for x, y in centers]
    footprints, ids = [], []
    for label, category in zip(labels, label_ids, strict=True):
        for _ in range(generator.choice([0, 1, 2], p=[0.25, 0.5, 0.25])):
            spread = generator.uniform(0, 4)
            footprints.append(shapely.affinity.translate(label, *generator.uniform(-spread, spread, 2)))
            ids.append(category if generator.random() < 0.9 else 4)
    for x, y in generator.uniform((0, 0), (SHAPE[1], SHAPE[0]), (25, 2)):
        footprints.append(blob(generator, x, y, generator.uniform(0.3, 10)))
        ids.append(generator.integers(1, 5))
    scores = np.round(generator.random(len(ids)), 1)
    return Pair(Shapes.of(labels, label_ids), Shapes.of(footprints, ids, scores), area, SHAPE)


def pycocotools_says(report, categories):
    """AP at every IoU and AP50 per category, and the precision at 101 recalls, from an unchanged COCOeval."""
    datasets = []
    for values in as_coco(report.matches, categories):
        coco = COCO()
        coco.dataset = json.loads(json.dumps(values))
        with contextlib.redirect_stdout(io.StringIO()):
            coco.createIndex()
        datasets.append(coco)
    check = COCOeval(*datasets, "segm")
    check.params.maxDets = [1, 10, 10_000]
    with contextlib.redirect_stdout(io.StringIO()):
        check.evaluate()
        check.accumulate()
    return check.eval["precision"][:, :, :, 0, 2], check.eval["recall"][:, :, 0, 2]  # (IoUs, 101, K), (IoUs, K)


def mean_of_present(precision):
    return precision[precision > -1].mean()


@pytest.mark.parametrize("seeds", [[0], [1, 2], [3, 4, 5], [6, 7, 8, 9]])
def test_scores_equal_those_of_pycocotools(seeds):
    report = evaluate_shapes([random_pair(seed) for seed in seeds], CATEGORIES, score_threshold=0.0)
    precision, recall = pycocotools_says(report, CATEGORIES)
    for k, category in enumerate(CATEGORIES[:3]):
        ours = report.categories[category.name]
        assert 0.05 < ours.map < ours.map50 < 0.95  # the world is not trivial
        assert ours.n_ignored_labels > 0
        assert ours.map == pytest.approx(precision[:, :, k].mean(), abs=1e-9)
        assert ours.map50 == pytest.approx(precision[0, :, k].mean(), abs=1e-9)
        assert ours.recall == pytest.approx(recall[0, k], abs=1e-9)
        assert report.curves[category.name].precision_at_recall == pytest.approx(precision[0, :, k], abs=1e-9)
    assert report.overall.map == pytest.approx(mean_of_present(precision), abs=1e-9)
    assert report.overall.map50 == pytest.approx(mean_of_present(precision[0]), abs=1e-9)


def test_category_that_pycocotools_calls_minus_one_is_none():
    report = evaluate_shapes([random_pair(0)], CATEGORIES, score_threshold=0.0)
    precision, _ = pycocotools_says(report, CATEGORIES)
    assert (precision[:, :, 3:] == -1).all()
    assert report.categories["never labeled"].map is None
    assert report.categories["never labeled"].fp > 0
    assert report.categories["never seen"].map is None


def test_labels_without_footprints_and_footprints_without_labels():
    full = random_pair(5)
    blind = Pair(full.labels, Shapes.none(), full.area, SHAPE)
    dreaming = Pair(Shapes.none(), full.footprints, full.area, SHAPE)
    for pairs in ([blind], [full, blind], [dreaming, full], [dreaming, blind]):
        report = evaluate_shapes(pairs, CATEGORIES, score_threshold=0.0)
        precision, _ = pycocotools_says(report, CATEGORIES)
        assert report.overall.map == pytest.approx(mean_of_present(precision), abs=1e-9)


def test_whole_raster_without_an_area():
    report = evaluate_shapes([random_pair(11, area=None)], CATEGORIES, score_threshold=0.0)
    precision, _ = pycocotools_says(report, CATEGORIES)
    assert report.overall.n_ignored_labels == 0
    assert report.overall.map == pytest.approx(mean_of_present(precision), abs=1e-9)


def test_runs_that_meet_at_the_foot_of_a_column_are_one_run():
    walls = Shapes.of([shapely.box(1, 0, 3, 4)], [1])
    report = evaluate_shapes([Pair(walls, Shapes.none(), None, (4, 5))], CATEGORIES, score_threshold=0.5)
    labels, _ = as_coco(report.matches, CATEGORIES)
    assert labels["annotations"][0]["segmentation"] == {"size": [4, 5], "counts": [4, 8, 8]}
    assert labels["annotations"][0]["bbox"] == [1.0, 0.0, 2.0, 4.0]
