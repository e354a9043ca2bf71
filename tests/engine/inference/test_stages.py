"""Stages overlap in time, keep their order, and end with their `with`, whatever fails."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from engine.errors import Stopped
from engine.inference.stages import Ahead, Behind
from engine.stop import StopFlag


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) == before


def nothing() -> None:
    """Stands for a stop that nobody asks for."""


@pytest.mark.parametrize("n_items", [0, 1, 2, 7])
@pytest.mark.parametrize("n_ahead", [0, 1, 3])
def test_items_come_in_their_order(n_items: int, n_ahead: int) -> None:
    with Ahead(iter(range(n_items)), n_ahead=n_ahead, check=nothing) as items:
        assert list(items) == list(range(n_items))


def test_no_more_items_are_taken_than_may_be_ready() -> None:
    taken = []
    third = threading.Event()

    def numbers() -> Iterator[int]:
        for number in range(10):
            taken.append(number)
            if number == 2:
                third.set()
            yield number

    with Ahead(numbers(), n_ahead=2, check=nothing) as items:
        assert next(iter(items)) == 0
        assert third.wait(10)
    assert taken == [0, 1, 2]


def test_items_are_made_in_another_thread_and_their_maker_is_closed() -> None:
    told = []

    def items() -> Iterator[int]:
        told.append(threading.current_thread() is threading.main_thread())
        try:
            yield 1
            yield 2
        finally:
            told.append("closed")

    with Ahead(items(), n_ahead=0, check=nothing) as ahead:
        assert next(iter(ahead)) == 1
    assert told == [False, "closed"]


def test_what_fails_ahead_is_raised_after_the_items_before_it() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("torn")

    seen = []
    with pytest.raises(ValueError, match="torn"), Ahead(items(), n_ahead=3, check=nothing) as ahead:
        for item in ahead:
            seen.append(item)
    assert seen == [1]


def test_a_stop_is_heard_while_an_item_takes_long() -> None:
    stop, leave = StopFlag(), threading.Event()

    def check() -> None:
        leave.set()
        stop.check()

    def items() -> Iterator[int]:
        stop.request()
        assert leave.wait(10)
        yield 1

    with pytest.raises(Stopped), Ahead(items(), n_ahead=0, check=check) as ahead:
        next(iter(ahead))


def test_work_behind_is_done_in_order_before_the_block_ends() -> None:
    done = []
    with Behind(done.append, n_waiting=1, check=nothing) as behind:
        for number in range(5):
            behind.put(number)
    assert done == [0, 1, 2, 3, 4]


def test_drained_means_that_all_is_done() -> None:
    done = []
    with Behind(done.append, n_waiting=5, check=nothing) as behind:
        behind.put(1)
        behind.put(2)
        behind.drain()
        assert done == [1, 2]


def test_no_more_waits_than_may_wait() -> None:
    began, go_on = threading.Semaphore(0), threading.Semaphore(0)
    stop = StopFlag()

    def work(number: int) -> None:
        began.release()
        assert go_on.acquire(timeout=10)

    def check() -> None:
        go_on.release(3)  # we wait for room: let the work go on
        stop.request()

    with Behind(work, n_waiting=1, check=check) as behind:
        behind.put(1)
        behind.put(2)
        assert not stop.is_requested
        behind.put(3)
        assert stop.is_requested


@pytest.mark.parametrize("ask", ["put", "drain", "leave"])
def test_what_fails_behind_is_raised_by_the_next_call_and_drops_what_waits(ask: str) -> None:
    done = []

    def work(number: int) -> None:
        if number == 2:
            raise ValueError("full")
        done.append(number)

    def go(behind: Behind[int]) -> None:
        for number in (1, 2, 3):
            behind.put(number)
        if ask == "drain":
            behind.drain()
        while ask == "put":
            behind.put(4)

    with pytest.raises(ValueError, match="full"), Behind(work, n_waiting=5, check=nothing) as behind:
        go(behind)
    assert done == [1]


def test_what_waits_is_still_done_when_the_main_thread_leaves() -> None:
    done = []
    with pytest.raises(Stopped), Behind(done.append, n_waiting=5, check=nothing) as behind:
        behind.put(1)
        behind.put(2)
        raise Stopped
    assert done == [1, 2]
