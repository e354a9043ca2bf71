"""Fields on disk, block by block, so that a run can be stopped anywhere and thresholds moved afterwards."""

from __future__ import annotations

import json
import struct
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import RunFolderError
from engine.geo.window import Window
from engine.inference.packed_field import packed, unpacked
from engine.inference.walk import BlockGrid, Place
from engine.whole_file import whole_file

_MAGIC = b"DSF3"
_STRIP_ROWS = 256  # packed together: what goes on from the block above is read without the rest of the block
_HELD_BYTES = 1 << 26  # of fields that were read last and may be asked for again


@dataclass(frozen=True)
class Hole:
    """Pixels that could not be read, in pixels of the network, and why."""

    window: Window
    reason: str


class FieldStore:
    """The fields of one raster, uint8, in a folder with one compressed file per block.

    A file appears when it is whole, so the files that are there are the blocks that are done. Beside a block in
    which pixels could not be read stands a file that says which.
    """

    def __init__(self, folder: Path, grid: BlockGrid, n_fields: int) -> None:
        self._folder = folder
        self.grid = grid
        self._n_fields = n_fields
        self._held: OrderedDict[tuple[Place, int, int], NDArray[np.uint8]] = OrderedDict()

    def has(self, place: Place) -> bool:
        """Tell whether the block at `place` is done."""
        return self._path(place).is_file()

    def is_whole(self, place: Place) -> bool:
        """Tell whether the block at `place` is done and has no holes."""
        return self.has(place) and not self._holes_path(place).exists()

    def write(self, place: Place, fields: NDArray[np.uint8], holes: Sequence[Hole] = ()) -> None:
        """Keep the fields of a whole block, uint8 (n_fields, rows, cols), and where pixels could not be read.

        Raises:
            OutputError: the folder cannot be written to, or the disk is full.
        """
        window = self.grid.window_of(place)
        if fields.shape != (self._n_fields, window.rows, window.cols):
            raise ValueError(f"the block at {place} is {window}, got fields of shape {fields.shape}")
        if holes:  # first, so that a block with holes never looks whole
            self._write_holes(place, holes)
        parts = [packed(field[rows]) for field in fields for rows in _strips(window.rows)]
        sizes = [len(part) for part in parts]
        with whole_file(self._path(place)) as beside, beside.open("wb") as file:
            file.write(_MAGIC + struct.pack(f"<{len(sizes)}Q", *sizes))
            file.writelines(parts)
        if not holes:
            self._holes_path(place).unlink(missing_ok=True)

    def holes(self) -> Iterator[Hole]:
        """Yield all pixels of the raster that could not be read, block by block, row by row.

        Raises:
            RunFolderError: what was noted of them is damaged.
        """
        for path in sorted(self._folder.glob("*.holes")):
            yield from _read_holes(path)

    def read(self, window: Window, numbers: Sequence[int]) -> NDArray[np.uint8]:
        """Return some of the fields in a window, uint8 (numbers, rows, cols); 0 where no block is done.

        Raises:
            RunFolderError: a block is damaged.
        """
        fields = np.zeros((len(numbers), window.rows, window.cols), np.uint8)
        for place in filter(self.has, self.grid.places_in(window)):
            block = self.grid.window_of(place)
            for strip, rows in enumerate(_strips(block.rows)):
                held = Window(block.row + rows.start, block.col, rows.stop - rows.start, block.cols)
                shared = held.intersection(window)
                if not shared.is_empty:
                    there, here = shared.slices_in(window), shared.slices_in(held)
                    for field, number in zip(fields, numbers, strict=True):
                        field[there] = self._strip(place, number, strip)[here]
        return fields

    def hold(self, place: Place, fields: NDArray[np.uint8]) -> None:
        """Take the fields of a block, uint8 (n_fields, rows, cols), as written, for whoever reads them next."""
        for number, field in enumerate(fields):
            for strip, rows in enumerate(_strips(len(field))):
                self._remember((place, number, strip), field[rows])

    def let_go(self) -> None:
        """Forget what is held in memory."""
        self._held.clear()

    def _path(self, place: Place) -> Path:
        return self._folder / f"r{place[0]:05d}_c{place[1]:05d}.fields"

    def _holes_path(self, place: Place) -> Path:
        return self._path(place).with_suffix(".holes")

    def _write_holes(self, place: Place, holes: Sequence[Hole]) -> None:
        text = json.dumps([asdict(hole) for hole in holes], ensure_ascii=False)
        with whole_file(self._holes_path(place)) as beside:
            beside.write_text(text + "\n", encoding="utf-8")

    def _strip(self, place: Place, number: int, strip: int) -> NDArray[np.uint8]:
        """Return some rows of one field of a block, uint8 (rows, cols), from memory where they were read lately."""
        key = (place, number, strip)
        if key not in self._held:
            self._remember(key, self._read_strip(place, number, strip))
        self._held.move_to_end(key)
        return self._held[key]

    def _remember(self, key: tuple[Place, int, int], rows: NDArray[np.uint8]) -> None:
        """Hold some rows, and let go of those that were asked for longest ago."""
        self._held[key] = rows
        largest = min(_STRIP_ROWS, self.grid.block_rows) * self.grid.block_cols
        while len(self._held) > 1 and len(self._held) * largest > _HELD_BYTES:
            self._held.popitem(last=False)

    def _read_strip(self, place: Place, number: int, strip: int) -> NDArray[np.uint8]:
        path, window = self._path(place), self.grid.window_of(place)
        strips = _strips(window.rows)
        head = struct.Struct(f"<{self._n_fields * len(strips)}Q")
        part = number * len(strips) + strip
        try:
            with path.open("rb") as file:
                if file.read(len(_MAGIC)) != _MAGIC:
                    raise ValueError("it does not begin as such a file does")
                sizes = head.unpack(file.read(head.size))
                file.seek(sum(sizes[:part]), 1)
                data = file.read(sizes[part])
                if len(data) < sizes[part]:
                    raise ValueError("it ends too early")
                return unpacked(data, (strips[strip].stop - strips[strip].start, window.cols))
        except (OSError, ValueError, struct.error) as err:
            raise RunFolderError(
                f"the fields in {path} cannot be read: {err}", hint="Delete this file and run the prediction again."
            ) from err


def _strips(n_rows: int) -> list[slice]:
    """Return which rows of a block are packed together."""
    return [slice(start, min(start + _STRIP_ROWS, n_rows)) for start in range(0, n_rows, _STRIP_ROWS)]


def _read_holes(path: Path) -> list[Hole]:
    try:
        holes = json.loads(path.read_text(encoding="utf-8"))
        return [Hole(Window(**each["window"]), str(each["reason"])) for each in holes]
    except (OSError, ValueError, KeyError, TypeError) as err:
        raise RunFolderError(
            f"{path} cannot be read: {err}", hint="Delete this file and run the prediction again."
        ) from err
