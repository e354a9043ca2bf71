"""The files that a person opens and a script reads."""

import base64
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
import shapely
from PIL import Image
from shapely import box

from engine.domain.category import Category, categories_named
from engine.domain.model_card import ModelCard
from engine.domain.scaling import Scaling
from engine.domain.shapes import Shapes
from engine.domain.thresholds import Thresholds
from engine.evaluation.html import report_html
from engine.evaluation.matches import outcomes
from engine.evaluation.matching import Pair
from engine.evaluation.misses import largest_missed, surest_false
from engine.evaluation.pictures import draw, svg_path, true_color, window_around
from engine.evaluation.report import evaluate_shapes
from engine.evaluation.report_file import Evaluation, report_json
from engine.geo.window import Window
from tests.factories import make_raster

HOUSE, TREE = categories_named(["house", "tree"])
AREA = box(0, 0, 80, 60)


def card_for(categories, bands=(1, 2, 3)):
    return ModelCard(
        family="unet",
        encoder="tf_efficientnet_lite0",
        categories=tuple(categories),
        bands=bands,
        scaling=Scaling(low=(0.0,) * len(bands), high=(200.0,) * len(bands)),
        dtype="uint8",
        scale=1.0,
        resolution_m=1.0,
        raster_resolution_m=1.0,
        chip_size_px=64,
        score_threshold=0.5,
        thresholds=(Thresholds(),) * len(categories),
        name="roofs",
    )


@pytest.fixture
def raster(tmp_path):
    values = np.full((3, 60, 100), 100, np.uint8)
    values[0, :, 50:] = 200
    with make_raster(tmp_path / "site.tif", values) as opened:
        yield opened


def evaluation_of(raster, labels, footprints, scores, *, area=AREA, categories=(HOUSE,)):
    pair = Pair(Shapes.of(labels, [1] * len(labels)), Shapes.of(footprints, [1] * len(scores), scores), area, (60, 100))
    report = evaluate_shapes([pair], categories, score_threshold=0.5)
    return Evaluation(report, card_for(categories), Path("roofs.safetensors"), (raster,), (area,), "2025-01-31")


LABELS = [box(5, 5, 15, 15), box(30, 5, 50, 15), box(30, 30, 40, 40), box(76, 30, 86, 40)]
FOOTPRINTS = [box(5, 5, 15, 15), box(30, 5, 39, 15), box(5, 40, 15, 50), box(30, 30, 40, 40)]
SCORES = [0.95, 0.9, 0.8, 0.3]


class Reader(HTMLParser):
    """Collects what would be loaded from elsewhere, and whether tags close as they open."""

    VOID = frozenset({"meta", "input", "br", "image", "path", "line", "circle", "link", "img"})

    def __init__(self):
        super().__init__()
        self.outside, self.stack, self.text = [], [], []

    def handle_starttag(self, tag, attributes):
        self.outside += [v for k, v in attributes if k in ("src", "href", "srcset") and not v.startswith("data:")]
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.stack.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def read(page):
    reader = Reader()
    reader.feed(page)
    assert reader.stack == []
    return reader, re.sub(r"\s+", " ", " ".join(reader.text))


def test_page_says_the_numbers_and_needs_nothing_else(raster):
    page = report_html(evaluation_of(raster, LABELS, FOOTPRINTS, SCORES))
    reader, text = read(page)
    assert reader.outside == []
    assert not re.search(r"https?://|url\(|@import|<script", page)
    for part in (
        "How well roofs finds house",
        "3 labels on 1 raster",
        "1 of 3 labels was found, 2 were missed.",
        "1 label at the border of the area is ignored",
        "site.tif, 82 m × 60 m",  # the area and a margin
        "found, but only with a score of 0.30",
        "best IoU 0.45, too far off",
        "score 0.80; no label here",
        "tf_efficientnet_lite0",
    ):
        assert part in text
    assert page.count("data:image/jpeg;base64,") == 1 + 2 + 2


def test_page_of_an_empty_evaluation(raster):
    for area in (AREA, None, shapely.Polygon()):
        _, text = read(report_html(evaluation_of(raster, [], [], [], area=area)))
        assert "house has no label in the area" in text
        assert "None: every footprint is right." in text


def test_names_cannot_break_the_page(raster):
    evil = Category(1, '<script>alert("x")</script> & "co"', "#e69f00")
    evaluation = evaluation_of(raster, LABELS, FOOTPRINTS, SCORES, categories=(evil, TREE))
    page = report_html(replace(evaluation, card=replace(evaluation.card, name="<img src=x>")))
    reader, text = read(page)
    assert "<script" not in page
    assert reader.outside == []
    assert '<script>alert("x")</script> & "co"' in text


def test_page_has_a_table_for_several_categories_only(raster):
    assert "<table>" not in report_html(evaluation_of(raster, LABELS, FOOTPRINTS, SCORES))
    page = report_html(evaluation_of(raster, LABELS, FOOTPRINTS, SCORES, categories=(HOUSE, TREE)))
    _, text = read(page)
    assert "Category by category" in text
    assert "tree has no label in the area" in text


def test_json_has_the_keys_that_were_promised_and_no_nan(raster):
    values = json.loads(report_json(evaluation_of(raster, LABELS, FOOTPRINTS, SCORES, categories=(HOUSE, TREE))))
    promised = {"map", "map50", "precision", "recall", "f1", "tp", "fp", "fn", "n_labels", "n_footprints"}
    assert promised | {"pixel_iou", "score_threshold", "best_f1", "best_f1_threshold"} <= set(values["overall"])
    assert promised <= set(values["categories"]["house"])
    assert values["categories"]["tree"]["map"] is None
    assert values["overall"]["tp"] == 1
    assert values["rasters"][0]["name"] == "site.tif"
    assert values["rasters"][0]["metres_per_pixel"] == pytest.approx(1, abs=0.01)
    assert (values["rasters"][0]["tp"], values["rasters"][0]["fp"], values["rasters"][0]["fn"]) == (1, 2, 2)
    assert len(values["pr_curves"]["recall_points"]) == 101
    assert values["pr_curves"]["categories"]["house"]["scores"] == [0.95, 0.9, 0.8, 0.3]
    assert values["model"]["name"] == "roofs"
    assert "half of its surface" in values["rule"]
    assert any("chosen on these very labels" in note for note in values["notes"])


def test_worst_misses_come_first(raster):
    evaluation = evaluation_of(raster, LABELS, FOOTPRINTS, SCORES)
    matches = evaluation.report.matches
    became = [outcomes(matches[0], 0.5)]
    missed = largest_missed(matches, became, [HOUSE], [2.0], 12)
    assert [miss.surface for miss in missed] == [800, 400]  # 200 and 100 pixels of 4 square metres
    assert len(largest_missed(matches, became, [HOUSE], [None], 1)) == 1
    false = surest_false(matches, became, [HOUSE], [None], 12)
    assert [miss.remark for miss in false] == ["score 0.90; best IoU 0.45, too far off", "score 0.80; no label here"]


def test_second_footprint_on_one_label_is_explained(raster):
    evaluation = evaluation_of(raster, LABELS[:1], [LABELS[0], box(5, 5, 15, 14)], [0.9, 0.8])
    became = [outcomes(evaluation.report.matches[0], 0.5)]
    (miss,) = surest_false(evaluation.report.matches, became, [HOUSE], [None], 12)
    assert miss.remark == "score 0.80; its label was found already"


def test_picture_shows_the_ground_that_it_says(raster):
    picture = draw(raster, Window(10, 40, 20, 20), card_for([HOUSE]), [("tp", np.array([box(42, 12, 48, 18)]))], 100)
    assert picture.back == (40, 10, 20, 20)
    pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(picture.jpeg))))
    assert pixels.shape == (20, 20, 3)
    assert pixels[10, 2].tolist() == pytest.approx([128, 128, 128], abs=6)
    assert pixels[10, 17].tolist() == pytest.approx([255, 128, 128], abs=12)
    assert picture.outlines[0].path == "M48.0 12.0L48.0 18.0 42.0 18.0 42.0 12.0Z"


def test_picture_of_a_large_window_is_small_and_still_in_place(raster):
    picture = draw(raster, Window(3, 1, 56, 97), card_for([HOUSE]), [], 30)
    pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(picture.jpeg))))
    assert max(pixels.shape) <= 32
    x, y, cols, rows = picture.back
    assert x <= 1
    assert y <= 3
    assert x + cols >= 98
    assert y + rows >= 59


def test_picture_of_one_band_is_gray_and_lone_invalid_pixels_are_not_marked(tmp_path):
    values = np.full((1, 40, 40), 100, np.uint8)
    mask = np.ones((40, 40), bool)
    mask[20, 20] = False
    mask[:10, :10] = False
    with make_raster(tmp_path / "gray.tif", values, mask=mask) as raster:
        rgb = true_color(raster, Window(0, 0, 40, 40), card_for([HOUSE], bands=(1,)))
    assert rgb.shape == (40, 40, 3)
    assert rgb[20, 20].tolist() == rgb[30, 30].tolist() == [128, 128, 128]
    assert rgb[3, 3].tolist() == [236, 236, 236]


def test_window_around_stays_on_the_raster(raster):
    assert window_around((-5.5, 50.2, 20.1, 70), 3, raster) == Window(47, 0, 13, 24)


def test_path_of_no_polygon_is_empty_and_holes_are_kept():
    assert svg_path(np.zeros(0, object), 0.5) == ""
    ring = box(0, 0, 20, 20).difference(box(5, 5, 10, 10))
    assert svg_path(np.array([ring], object), 0.5).count("M") == 2
