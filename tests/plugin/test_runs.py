"""How runs are named, what state they are in, and where axes have their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from deepseg_qgis.domain.history import EpochRow
from deepseg_qgis.domain.runs import DONE, EMPTY, STOPPED, PastRun, next_run_name, run_stem
from deepseg_qgis.domain.ticks import ceiling, epoch_ticks, nice_ticks


@pytest.mark.parametrize(
    "site_name, taken, name",
    [
        ("kampala", [], "kampala-1"),
        ("kampala", ["kampala-1", "kampala-2"], "kampala-3"),
        ("kampala", ["kampala-2"], "kampala-3"),
        ("Kampala Süd", ["kampala-süd-9", "other-12"], "kampala-süd-10"),
        ("서울", [], "서울-1"),
        ("a/b: c", [], "a-b-c-1"),
        ("..", [], "run-1"),
    ],
)
def test_the_next_run_takes_the_next_number(site_name: str, taken: list[str], name: str) -> None:
    assert next_run_name(site_name, taken) == name


def test_a_long_name_is_cut() -> None:
    assert len(run_stem("x" * 100)) == 40


def run(n_done: int, n_epochs: int, *, has_model: bool = True, can_resume: bool = True) -> PastRun:
    rows = [EpochRow(epoch, 1.0) for epoch in range(1, n_done + 1)]
    return PastRun("a-1", "/runs/a-1", "/runs/a-1/a-1.safetensors", has_model, can_resume, n_epochs, 0.0, rows)


def test_a_run_that_did_all_its_epochs_is_done() -> None:
    assert run(20, 20).state == DONE


def test_a_run_that_ended_early_was_stopped_if_it_can_go_on() -> None:
    assert run(7, 20).state == STOPPED
    assert run(7, 20, can_resume=False).state == DONE


def test_a_run_without_an_epoch_is_empty() -> None:
    assert run(0, 20, has_model=False).state == EMPTY


@pytest.mark.parametrize(
    "low, high, n, ticks",
    [(0, 0, 4, [0]), (0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1.0]), (0, 1, 3, [0, 0.5, 1]), (0, 0.25, 3, [0, 0.1, 0.2]),
     (0, 3, 4, [0, 1, 2, 3]), (0, 2500, 3, [0, 1000, 2000])],
)  # fmt: skip
def test_ticks_are_round_numbers(low: float, high: float, n: int, ticks: list[float]) -> None:
    assert nice_ticks(low, high, n) == ticks


@pytest.mark.parametrize(
    "n_epochs, n, ticks", [(1, 5, [1]), (5, 5, [1, 2, 3, 4, 5]), (20, 5, [1, 5, 10, 15, 20]), (7, 4, [1, 5])]
)
def test_epochs_are_whole(n_epochs: int, n: int, ticks: list[int]) -> None:
    assert epoch_ticks(n_epochs, n) == ticks


@pytest.mark.parametrize("value, top", [(0, 1), (0.41, 0.5), (1.0, 1.0), (2.65, 3), (0.07, 0.08), (float("inf"), 1)])
def test_an_axis_ends_at_a_round_number_above(value: float, top: float) -> None:
    assert ceiling(value) == top


def test_the_domain_touches_no_file() -> None:
    folder = Path(__file__).parents[2] / "deepseg_qgis/domain"
    for name in ("history.py", "report.py", "runs.py", "ticks.py"):
        assert "open(" not in (folder / name).read_text(encoding="utf-8")
