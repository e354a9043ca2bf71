"""Sentences and the table of the terminal."""

import pytest
from shapely import box

from engine.domain.category import categories_named
from engine.domain.shapes import Shapes
from engine.evaluation.matching import Pair
from engine.evaluation.report import evaluate_shapes
from engine.evaluation.wording import (
    big_numbers,
    ignored_sentence,
    margin_sentence,
    number,
    percent,
    recall_margin,
    text_table,
    threshold_sentence,
)

CATEGORIES = categories_named(["house", "tree"])
SHAPE = (100, 100)


def squares(*xs):
    return [box(x, 10, x + 10, 20) for x in xs]


def report_of(labels, footprints, scores, *, area=None, categories=CATEGORIES[:1]):
    pair = Pair(Shapes.of(labels, [1] * len(labels)), Shapes.of(footprints, [1] * len(scores), scores), area, SHAPE)
    return evaluate_shapes([pair], categories, score_threshold=0.5)


@pytest.mark.parametrize("value, text", [(None, "–"), (0.0, "0.00"), (0.666, "0.67"), (1.0, "1.00")])
def test_number_is_a_dash_where_there_is_none(value, text):
    assert number(value) == text


@pytest.mark.parametrize("value, text", [(None, "–"), (-0.001, "0 %"), (-0.126, "−13 %"), (0.2, "+20 %")])
def test_percent_has_a_sign(value, text):
    assert percent(value) == text


def test_three_numbers_say_what_they_count():
    ap, recall, f1 = big_numbers(report_of(squares(0, 20, 40), squares(0, 60), [0.9, 0.8]))
    assert (ap.name, recall.name, f1.name) == ("mAP", "Recall", "F1")
    assert recall.sentence == "1 of 3 labels was found, 2 were missed."
    assert f1.value == "0.40"
    assert f1.sentence.endswith("1 of 2 footprints was right (precision 0.50).")


def test_three_numbers_of_nothing():
    ap, recall, f1 = big_numbers(report_of([], [], []))
    assert {ap.value, recall.value, f1.value} == {"–"}
    assert recall.sentence == "There is no label in the area, so nothing can be said."
    assert f1.sentence.endswith("No footprint reaches the score threshold.")


def test_recall_of_few_labels_is_said_to_be_unsure():
    """43 labels: the interval of Wilson at 0.6 is about 0.28 wide."""
    report = report_of([box(x, y, x + 2, y + 2) for x in range(0, 99, 4) for y in range(0, 8, 4)][:43], [], [])
    assert recall_margin(report.overall) == pytest.approx(0.041, abs=0.001)
    assert margin_sentence(report).startswith("With 43 labels, another place of the same kind could give a recall")
    assert margin_sentence(report_of([], [], [])) == ""


def test_best_threshold_is_never_told_without_its_caution():
    told = threshold_sentence(report_of(squares(0, 20), squares(0, 20), [0.9, 0.3]))
    assert told == (
        "Footprints with a score of at least 0.50 are counted. The best F1, 1.00, stands at a score threshold of 0.30. "
        "It was chosen on these very labels, so it is a hint for other places and no result."
    )
    assert threshold_sentence(report_of(squares(0), [], [])) == "Footprints with a score of at least 0.50 are counted."


def test_ignored_labels_are_mentioned():
    assert ignored_sentence(report_of(squares(0), [], [])) == ""
    cut = report_of(squares(0, 20), [], [], area=box(0, 0, 22, 100))
    assert ignored_sentence(cut) == "1 label at the border of the area is ignored: mostly outside."


def test_table_has_a_line_per_category_and_one_for_all():
    lines = text_table(report_of(squares(0, 20), squares(0), [0.9], categories=CATEGORIES)).splitlines()
    assert " ".join(lines[0].split()) == "labels found missed false precision recall F1 mAP mAP50 pixel IoU"
    assert " ".join(lines[1].split()) == "house 2 1 1 0 1.00 0.50 0.67 0.50 0.50 0.50"
    assert " ".join(lines[2].split()) == "tree 0 0 0 0 – – – – – –"
    assert " ".join(lines[3].split()) == "all 2 1 1 0 1.00 0.50 0.67 0.50 0.50 0.50"
    assert lines[-1].startswith("tree has no label")


def test_table_of_one_category_is_one_line():
    lines = text_table(report_of(squares(0), squares(0), [0.9])).splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["house", "Footprints"]
