"""What is packed comes back, and what was damaged never does."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from engine.inference.packed_field import packed, unpacked


@pytest.mark.parametrize("shape", [(1, 1), (3, 700), (64, 64)])
def test_a_field_comes_back_as_it_was(shape: tuple[int, int]) -> None:
    smooth = ndimage.gaussian_filter(np.random.default_rng(0).random(shape), 2) * 255
    field = smooth.astype(np.uint8) + 1
    assert (unpacked(packed(field), shape) == field).all()
    assert (unpacked(packed(field[:, ::-1]), shape) == field[:, ::-1]).all()


def test_an_empty_field_takes_no_bytes() -> None:
    assert packed(np.zeros((4, 5), np.uint8)) == b""
    assert unpacked(b"", (4, 5)).tolist() == np.zeros((4, 5)).tolist()


def test_no_bit_can_fall_over_unseen() -> None:
    data = packed(np.arange(64, dtype=np.uint8).reshape(8, 8))
    for place in range(len(data)):
        damaged = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        with pytest.raises(ValueError, match="checksum"):
            unpacked(damaged, (8, 8))
    with pytest.raises(ValueError, match="checksum"):
        unpacked(data[:3], (8, 8))
