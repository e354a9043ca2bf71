"""Chips in the folder that ArcGIS's Export Training Data For Deep Learning writes, which `arcgis.learn` reads."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.data.chip_file import write_mask
from engine.data.chip_layouts import SPLITS, CutChip, burned_instances
from engine.domain.category import Category
from engine.domain.file_names import FolderNames
from engine.geo.raster_form import RasterForm

_TILES, _MASKS = "Classified_Tiles", "RCNN_Masks"
_COLOR_NAMES = ("red", "green", "blue", "alpha")


class ArcgisLayout:
    """`train/` and `val/`, each with `images/`, `labels/` and the four files that tell of them.

    Masks of categories are ArcGIS's Classified Tiles. Masks of instances are its RCNN Masks: in `labels/` a folder per
    category, in it a mask for each chip that has one.
    """

    def __init__(
        self, folder: Path, categories: Sequence[Category], *, ending: str, size_px: int, is_instance: bool
    ) -> None:
        self._folder, self._ending, self._size_px, self._is_instance = folder, ending, size_px, is_instance
        self._categories = tuple(categories)
        names = FolderNames()
        # Programs look for the folder by the name of the class, so both are the same.
        self._names = {each.id: names.of(each.name) if is_instance else each.name for each in categories}
        self._parts = {split: _Part(self._folder / split) for split in SPLITS}
        for part in self._parts.values():
            for name in ("images", "labels"):
                (part.folder / name).mkdir(parents=True)
            for name in self._names.values() if is_instance else ():
                (part.folder / "labels" / name).mkdir()
            part.open()

    def picture(self, name: str, split: str) -> Path:
        """Return where the pixels of a chip go."""
        return self._folder / split / "images" / f"{name}.{self._ending}"

    def write_labels(self, chip: CutChip) -> list[str]:
        """Write the masks of a chip, and return what its part's four files need to know of it."""
        told = {
            "bands": _band_numbers(chip.values, chip.valid),
            "names": _band_names(chip.form),
            "cell": _cell(chip.form),
            **(self._write_instances(chip) if self._is_instance else self._write_classes(chip)),
        }
        return [json.dumps(told)]

    def _write_classes(self, chip: CutChip) -> dict[str, Any]:
        burned = burned_instances(chip.pieces.polygons, self._size_px)
        ids = np.concatenate([[0], chip.pieces.category_ids]).astype(np.uint16)[burned]
        place = f"labels/{chip.name}.tif"
        # Without colors: where GDAL is missing, arcgis.learn takes the colors of a palette for the classes.
        write_mask(self._folder / chip.split / place, ids.astype(np.uint8), chip.form, chip.to_raster)
        counts = np.bincount(ids.ravel(), minlength=1 + max(self._names)).tolist()
        return {"labels": [place], "sizes": {str(each): [counts[each]] for each in self._names if counts[each]}}

    def _write_instances(self, chip: CutChip) -> dict[str, Any]:
        labels, sizes = [], {}
        ground = abs(chip.form.transform.determinant) if chip.form.transform is not None else 1.0
        for category_id, name in self._names.items():
            polygons = chip.pieces.polygons[chip.pieces.category_ids == category_id]
            if len(polygons):
                place = f"labels/{name}/{chip.name}.tif"
                burned = burned_instances(polygons, self._size_px)
                write_mask(self._folder / chip.split / place, burned, chip.form, chip.to_raster)
                labels.append(place)
                sizes[str(category_id)] = (shapely.area(polygons) * ground).tolist()
        return {"labels": labels, "sizes": sizes}

    def keep(self, name: str, split: str, lines: Sequence[str]) -> None:
        """Take up a chip and what is told of it."""
        self._parts[split].add(f"images/{name}.{self._ending}", json.loads(lines[0]), counts_all=not self._is_instance)

    def finish(self) -> None:
        """Write the files of both parts; nothing is left of a part without chips."""
        for part in self._parts.values():
            part.close()
            if not part.n_chips:
                part.remove(self._names.values() if self._is_instance else ())
                continue
            self._write(part, "esri_model_definition.emd", self._definition(part))
            self._write(part, "esri_accumulated_stats.json", self._statistics(part))
            text = "".join(f"{line}\n" for line in self._summary(part))
            (part.folder / "stats.txt").write_text(text, encoding="utf-8", newline="\n")

    def _write(self, part: _Part, name: str, content: dict[str, Any]) -> None:
        text = json.dumps(content, indent=2)  # in ASCII: programs open it in the encoding of their system
        (part.folder / name).write_text(f"{text}\n", encoding="ascii", newline="\n")

    @property
    def _mode(self) -> str:
        return _MASKS if self._is_instance else _TILES

    def _definition(self, part: _Part) -> dict[str, Any]:
        classes = [
            {"Value": each.id, "Name": self._names[each.id], "Color": list(bytes.fromhex(each.color[1:]))}
            for each in self._categories
        ]
        is_placed = bool(part.cells)
        cells = {"MinCellSize": min(part.cells)[2], "MaxCellSize": max(part.cells)[2]} if is_placed else {}
        return {
            "ImageHeight": self._size_px,
            "ImageWidth": self._size_px,
            "MetaDataMode": self._mode,
            "ImageSpaceUsed": "MAP_SPACE" if is_placed else "PIXEL_SPACE",
            "IsMultidimensional": False,
            "CropTileMode": "Fixed_Size",
            **cells,
            "Classes": classes,
            "InputRastersProps": {"RasterCount": 1, "SensorName": "", "BandNames": part.names},
            "ExtractBands": list(range(len(part.bands))),
            "AllTilesStats": [band.told() for band in part.bands],
        }

    def _statistics(self, part: _Part) -> dict[str, Any]:
        sizes = [part.of(each.id) for each in self._categories]
        counts = {
            "NumClasses": len(sizes),
            "NumImagesTotal": part.n_chips,
            "NumImagesPerClass": [part.n_images.get(each.id, 0) for each in self._categories],
        }
        if self._is_instance:
            kind = "FeatureStats"
            counts |= {
                "NumFeaturesTotal": part.per_image.sum,
                "NumFeaturesPerClass": [each.count for each in sizes],
                "NumFeaturesPerImage": part.per_image.told(),
                "FeatureAreaPerClass": [each.told() for each in sizes],
            }
        else:
            kind = "ClassPixelStats"
            counts |= {
                "NumPixelsPerClass": [each.sum for each in sizes],
                "NumClassesPerImage": part.per_image.told(),
                "PixelsPerClass": [each.told(part.n_chips) for each in sizes],
            }
        return {
            "Version": 1,
            "NumBands": len(part.bands),
            "TileSizeX": self._size_px,
            "TileSizeY": self._size_px,
            "NumClasses": len(sizes),
            "NumTiles": part.n_chips,
            "OutputFeatures": self._is_instance,
            "MetaDataMode": self._mode,
            "Classes": [{"ClassValue": each.id, "ClassName": self._names[each.id]} for each in self._categories],
            kind: counts,
            "BandStatsState": [band.state() for band in part.bands],
        }

    def _summary(self, part: _Part) -> list[str]:
        unit = "features" if self._is_instance else "pixels"
        each_image = part.per_image.told()
        lines = [f"images = {part.n_chips} *{len(part.bands)}*{self._size_px}*{self._size_px}"]
        if self._is_instance:
            lines.append(f"features = {each_image['Sum']}")
        name = "features" if self._is_instance else "classes"
        lines += [
            f"{name} per image = "
            f"[min = {each_image['Min']}, mean = {each_image['Mean']:.2f}, max = {each_image['Max']}]",
            f"classes = {len(self._categories)}",
            f"{'cls name':<20}  {'cls value':>9}  {'images':>9}  {unit:>11}  {'min size':>11}  {'mean size':>11}  "
            f"{'max size':>11}",
        ]
        for each in self._categories:
            sizes = part.of(each.id)
            told = sizes.told() if self._is_instance else sizes.told(part.n_chips)
            amount = sizes.count if self._is_instance else sizes.sum
            lines.append(
                f"{self._names[each.id]:<20}  {each.id:>9}  {part.n_images.get(each.id, 0):>9}  {amount:>11}  "
                f"{told['Min']:>11.2f}  {told['Mean']:>11.2f}  {told['Max']:>11.2f}"
            )
        return lines


@dataclass
class _Numbers:
    """The smallest, the largest, the sum and the count of numbers."""

    least: float = math.inf
    most: float = -math.inf
    sum: float = 0
    count: int = 0

    def add(self, number: float) -> None:
        """Count a number."""
        self.least, self.most = min(self.least, number), max(self.most, number)
        self.sum, self.count = self.sum + number, self.count + 1

    def told(self, n_all: int | None = None) -> dict[str, float]:
        """Return them as ArcGIS has them; given a larger count, the others are zeros."""
        count = self.count if n_all is None else n_all
        has_zeros = count > self.count
        least = min(self.least, 0) if has_zeros or not count else self.least
        most = max(self.most, 0) if has_zeros or not count else self.most
        return {"Min": least, "Max": most, "Mean": self.sum / max(count, 1), "Sum": self.sum, "Count": count}


@dataclass
class _Band:
    """What the pixels of a band are: mean and sum of squared deviations, joined chip by chip."""

    least: float = math.inf
    most: float = -math.inf
    mean: float = 0.0
    deviations: float = 0.0
    count: int = 0

    def add(self, least: float, most: float, mean: float, deviations: float, count: int) -> None:
        """Take up the pixels of a chip."""
        step, total = mean - self.mean, self.count + count
        self.deviations += deviations + step * step * self.count * count / total
        self.mean += step * count / total
        self.count = total
        self.least, self.most = min(self.least, least), max(self.most, most)

    def told(self) -> dict[str, float]:
        """Return what `AllTilesStats` says."""
        if not self.count:
            return {"Min": 0.0, "Max": 0.0, "Mean": 0.0, "StdDev": 0.0}
        spread = math.sqrt(self.deviations / self.count)
        return {"Min": self.least, "Max": self.most, "Mean": self.mean, "StdDev": spread}

    def state(self) -> dict[str, float]:
        """Return what `BandStatsState` says, from which statistics of several folders are joined."""
        told = self.told()
        ends = {"Min": told["Min"], "Max": told["Max"]}
        return {**ends, "M1": self.mean, "M2": self.deviations, "Num": self.count}


@dataclass
class _Part:
    """The chips that train, or those that validate."""

    folder: Path
    n_chips: int = 0
    names: list[str] = field(default_factory=list)
    bands: list[_Band] = field(default_factory=list)
    cells: list[tuple[float, int, dict[str, Any]]] = field(default_factory=list)  # the smallest and the largest
    n_images: dict[int, int] = field(default_factory=dict)  # by category id
    sizes: dict[int, _Numbers] = field(default_factory=dict)  # by category id
    per_image: _Numbers = field(default_factory=_Numbers)
    _map: TextIO | None = None

    def open(self) -> None:
        """Begin the list of images and labels."""
        self._map = (self.folder / "map.txt").open("w", encoding="utf-8", newline="\n")

    def close(self) -> None:
        """End it."""
        if self._map is not None:
            self._map.close()

    def remove(self, names: Any) -> None:
        """Remove the folder, in which there is nothing."""
        (self.folder / "map.txt").unlink()
        for path in [*(self.folder / "labels" / name for name in names), *self.folder.iterdir(), self.folder]:
            path.rmdir()

    def of(self, category_id: int) -> _Numbers:
        """Return the sizes in a category."""
        return self.sizes.get(category_id) or _Numbers()

    def add(self, image: str, told: dict[str, Any], *, counts_all: bool) -> None:
        """Take up a chip."""
        assert self._map is not None, "open comes first"
        self._map.write("  ".join([image, *told["labels"]]) + "\n")
        self.n_chips += 1
        self.names = self.names or told["names"]
        self.bands = self.bands or [_Band() for _ in self.names]
        for band, numbers in zip(self.bands, told["bands"], strict=bool(told["bands"])):
            band.add(*numbers)
        self._add_cell(told["cell"])
        n_in_image = 0
        for key, sizes in told["sizes"].items():
            category_id = int(key)
            self.n_images[category_id] = self.n_images.get(category_id, 0) + 1
            known = self.sizes.setdefault(category_id, _Numbers())
            for size in sizes:
                known.add(size)
            n_in_image += 1 if counts_all else len(sizes)
        self.per_image.add(n_in_image)

    def _add_cell(self, cell: dict[str, Any] | None) -> None:
        if cell is not None:
            cells = [*self.cells, (max(cell["x"], cell["y"]), self.n_chips, cell)]
            self.cells = [min(cells), max(cells)]


def _band_numbers(values: NDArray[np.generic], valid: NDArray[np.bool_]) -> list[tuple[float, ...]]:
    """Return what `_Band.add` takes of each band; nothing without a valid pixel."""
    count = int(valid.sum())
    if not count:
        return []
    answer: list[tuple[float, ...]] = []
    for band in values:
        inside = band.ravel() if count == valid.size else band[valid]
        mean = float(inside.mean(dtype=np.float64))
        spread = float(inside.var(dtype=np.float64)) * count
        answer.append((float(inside.min()), float(inside.max()), mean, spread, count))
    return answer


def _band_names(form: RasterForm) -> list[str]:
    """Return the colors of the bands where they have some, else what the file calls them, else their numbers."""
    colors = [color.name for color in form.colors]
    return [
        color if color in _COLOR_NAMES and colors.count(color) == 1 else (name or f"Band_{number}")
        for number, (color, name) in enumerate(zip(colors, form.descriptions, strict=True), start=1)
    ]


def _cell(form: RasterForm) -> dict[str, Any] | None:
    """Return how large a pixel is on the map; None without georeference."""
    at = form.transform
    if at is None or form.crs is None:
        return None
    wkid = form.crs.to_epsg()
    place = {} if wkid is None else {"spatialReference": {"wkid": wkid, "latestWkid": wkid}}
    return {"x": math.hypot(at.a, at.d), "y": math.hypot(at.b, at.e), **place}
