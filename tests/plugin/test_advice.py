"""The advice under the list of categories follows what a project holds."""

from __future__ import annotations

import pytest

from deepseg_qgis.domain.advice import Advice, Holdings, advise


@pytest.mark.parametrize(
    "holdings, advice",
    [
        (None, Advice("open_project")),
        (Holdings(), Advice("add_raster")),
        (Holdings(n_rasters=1), Advice("add_category")),
        (Holdings(1, {"roof": 0}), Advice("draw_labels", "roof", 10)),
        (Holdings(1, {"roof": 9}, areas={"train": 1}), Advice("draw_labels", "roof", 1)),
        (Holdings(1, {"roof": 12, "tree": 4}), Advice("draw_labels", "tree", 6)),
        (Holdings(1, {"roof": 10}, 3), Advice("give_category", n=3)),
        (Holdings(1, {"roof": 10}), Advice("draw_training_area", "roof")),
        (Holdings(1, {"roof": 10}, areas={"evaluate": 1}), Advice("draw_training_area", "roof")),
        (Holdings(1, {"roof": 10, "tree": 10}), Advice("draw_training_area")),
        (Holdings(1, {"roof": 10}, areas={"train": 1}), Advice("ready_more_is_better", n=60)),
        (Holdings(1, {"roof": 90, "tree": 59}, areas={"train": 1}), Advice("ready_more_is_better", "tree", 60)),
        (Holdings(1, {"roof": 60}, areas={"train": 1}), Advice("ready_keep_an_area")),
        (Holdings(1, {"roof": 60}, areas={"train": 2, "evaluate": 1}), Advice("ready")),
    ],
)
def test_the_next_step_is_the_first_that_is_missing(holdings: Holdings | None, advice: Advice) -> None:
    assert advise(holdings) == advice


@pytest.mark.parametrize("labels, is_ready", [(9, False), (10, True), (1000, True)])
def test_training_may_start_with_ten_labels_inside_an_area(labels: int, is_ready: bool) -> None:
    assert advise(Holdings(1, {"roof": labels}, areas={"train": 1})).is_ready is is_ready


def test_all_labels_are_counted_also_those_without_category() -> None:
    assert Holdings(labels={"roof": 2, "tree": 3}, n_labels_without_category=4).n_labels == 9


def test_a_count_below_zero_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        Holdings(n_rasters=-1)
