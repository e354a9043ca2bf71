"""What a training brought: history.csv in, rows out, and back to a table."""

from __future__ import annotations

import pytest

from deepseg_qgis.domain.history import (
    EpochRow,
    best,
    history_csv,
    parse_history,
    row_of_event,
    seconds_per_epoch,
    shown_scores,
    with_row,
)

HISTORY = """epoch,seconds,loss,loss_body,f1,map,map50,is_best
1,16.2,2.652212,0.676687,0.100000,0.020000,0.050000,1
2,30.0,1.500000,0.400000,0.630000,0.300000,0.520000,1
3,45.0,1.200000,0.300000,0.600000,0.310000,,0
"""


def test_an_empty_text_is_an_empty_history() -> None:
    assert parse_history("") == []
    assert best([]) is None
    assert seconds_per_epoch([]) is None


def test_rows_have_loss_scores_and_time() -> None:
    rows = parse_history(HISTORY)
    assert [row.epoch for row in rows] == [1, 2, 3]
    assert rows[1] == EpochRow(2, 1.5, {"f1": 0.63, "map": 0.3, "map50": 0.52}, is_best=True, seconds=30.0)


def test_a_score_that_is_missing_is_left_out() -> None:
    assert parse_history(HISTORY)[2].scores == {"f1": 0.6, "map": 0.31}


def test_the_best_is_the_last_row_that_was_the_best() -> None:
    kept = best(parse_history(HISTORY))
    assert kept is not None and kept.epoch == 2


def test_half_a_row_is_no_row() -> None:
    assert [row.epoch for row in parse_history(HISTORY + ",\n4x,1\n")] == [1, 2, 3]


def test_seconds_per_epoch_is_the_mean() -> None:
    assert seconds_per_epoch(parse_history(HISTORY)) == 15.0


def test_an_event_becomes_a_row_with_the_sum_of_its_losses() -> None:
    values = {"epoch": 7, "n_epochs": 20, "losses": {"body": 0.25, "boundary": 0.5}, "scores": {"f1": 0.63}}
    assert row_of_event({**values, "is_best": True}) == EpochRow(7, 0.75, {"f1": 0.63}, is_best=True)


@pytest.mark.parametrize("values", [{}, {"epoch": None}, {"epoch": 0}, {"epoch": "x"}])
def test_what_is_no_epoch_becomes_no_row(values: dict[str, object]) -> None:
    assert row_of_event(values) is None


def test_numbers_that_are_not_finite_are_left_out() -> None:
    row = row_of_event({"epoch": 1, "losses": {"body": None}, "scores": {"f1": None}})
    assert row == EpochRow(1, None, {})


def test_a_resumed_run_replaces_the_row_of_the_same_epoch() -> None:
    rows = with_row([EpochRow(1, 2.0), EpochRow(2, 1.0)], EpochRow(2, 0.5))
    assert [(row.epoch, row.train_loss) for row in rows] == [(1, 2.0), (2, 0.5)]


def test_the_table_can_be_read_again() -> None:
    rows = parse_history(HISTORY)
    assert history_csv(rows).splitlines()[0] == "epoch,train_loss,f1,map,map50,is_best"
    assert history_csv(rows).splitlines()[3] == "3,1.200000,0.600000,0.310000,,0"


def test_only_scores_with_a_name_for_people_are_shown() -> None:
    assert shown_scores(parse_history(HISTORY)) == ["f1", "map50"]
    assert shown_scores([EpochRow(1, 1.0)]) == []


def test_epochs_count_from_one() -> None:
    with pytest.raises(ValueError, match="epochs count from 1, got 0"):
        EpochRow(0, 1.0)
