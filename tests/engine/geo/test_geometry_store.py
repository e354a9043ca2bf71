"""Geometries wait on disk, and come back in any order."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from shapely import box

from engine.geo.geometry_store import GeometryStore


def geometries(*sides: float | None) -> np.ndarray:
    found = np.empty(len(sides), object)
    found[:] = [None if side is None else box(0, 0, side, side) for side in sides]
    return found


def areas(store: GeometryStore, *rows: int) -> list[float | None]:
    return [None if each is None else each.area for each in store.get(np.array(rows))]


def test_an_empty_store_holds_nothing(tmp_path: Path) -> None:
    with GeometryStore(tmp_path, 2) as store:
        assert areas(store, 1, 0) == [None, None]
        assert len(store.get(np.zeros(0, np.int64))) == 0


def test_rows_come_back_in_the_order_asked_the_newest_of_each(tmp_path: Path) -> None:
    with GeometryStore(tmp_path, 3) as store:
        store.put(np.array([2, 0, 1]), geometries(3, 1, None))
        store.put(np.array([0]), geometries(5))
        assert areas(store, 1, 2, 0, 2) == [None, 9, 25, 9]


def test_it_grows_with_what_is_put_in() -> None:
    with GeometryStore() as store:
        store.put(np.zeros(0, np.int64), geometries())
        for row in range(10):
            store.put(np.array([row]), geometries(row + 1))
        assert areas(store, 9, 0) == [100, 1]
