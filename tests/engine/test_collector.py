"""What libraries hold is left alone by Python's collector of garbage; what comes later is not."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref

import pytest

from engine.collector import libraries_left_alone


class Thing:
    """Something that holds itself, so that only the collector frees it."""

    def __init__(self) -> None:
        self.itself = self


def test_what_was_there_is_not_looked_at_again_and_what_comes_later_is_collected() -> None:
    program = (
        "import gc, engine.collector\n"
        "with engine.collector.libraries_left_alone():\n"
        "    assert not gc.isenabled()\n"
        "    import shapely\n"
        "print(gc.isenabled(), gc.get_freeze_count() > 10_000, len(gc.get_objects()) < 1_000)"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["True", "True", "True"]


def test_later_garbage_is_collected() -> None:
    try:
        with libraries_left_alone():
            pass
        thing = weakref.ref(Thing())
        gc.collect()
        assert thing() is None
    finally:
        gc.unfreeze()


def test_a_collector_that_was_off_stays_off_whatever_happens() -> None:
    gc.disable()
    try:
        with pytest.raises(ImportError), libraries_left_alone():
            raise ImportError("a library is missing")
        assert not gc.isenabled()
    finally:
        gc.unfreeze()
        gc.enable()
