"""What a model file says of itself, read without the engine: the header of a `.safetensors` file is JSON."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import DeepSegPluginError
from ..i18n import tr

_LENGTH = struct.Struct("<Q")  # the header's length stands first
_MOST_BYTES = 100_000_000  # of a header, by the format's own rule
_CARD_KEY = "deepseg"
_CLASSIFIER_KEY = "deepseg_classifier"
_CARD_FORMAT = 1


@dataclass(frozen=True)
class ModelCard:
    """The card of a model file.

    `categories` are pairs of name and color (#rrggbb). `bands` count from 1. `metres_per_pixel` is that of the rasters
    it learned from, `network_metres_per_pixel` that which the network sees; both None without georeference.
    `modified_s` is when the file was written, in seconds since 1970.
    """

    path: Path
    name: str
    categories: tuple[tuple[str, str], ...]
    bands: tuple[int, ...]
    dtype: str
    metres_per_pixel: float | None
    network_metres_per_pixel: float | None
    score_threshold: float
    family: str
    encoder: str
    scores: Mapping[str, float] = field(default_factory=dict)
    n_members: int = 1
    chip_size_px: int = 0
    engine_version: str = ""
    data_hash: str = ""
    modified_s: float = 0.0

    @property
    def n_bands(self) -> int:
        """Return how many bands the model reads."""
        return len(self.bands)


def read_model_card(path: Path) -> ModelCard:
    """Return the card of a model file, in a moment: its weights are not read.

    Raises:
        DeepSegPluginError: the file is missing, damaged, no model of ours, or from a newer DeepSeg.
    """
    path = Path(path)
    try:
        modified_s = path.stat().st_mtime
        metadata = _metadata(path)
    except OSError as err:
        raise DeepSegPluginError(
            tr("The model file cannot be read: {path}").format(path=path),
            hint=tr("Check that it is still there and that you may read it, or choose another model."),
        ) from err
    except (ValueError, struct.error, RecursionError) as err:
        raise _no_model(path) from err
    if isinstance(metadata, dict) and _CLASSIFIER_KEY in metadata:
        raise DeepSegPluginError(
            tr("This model sorts footprints into kinds; it finds nothing in a raster: {path}").format(path=path),
            hint=tr("Use it with “Sort footprints into kinds”, or choose a model that was trained to find things."),
        )
    if not isinstance(metadata, dict) or not isinstance(metadata.get(_CARD_KEY), str):
        raise _no_model(path)
    try:
        return _card(path, json.loads(metadata[_CARD_KEY]), modified_s)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as err:
        raise DeepSegPluginError(
            tr("The card of the model cannot be read: {path}").format(path=path),
            hint=tr("If a newer DeepSeg wrote the model, update DeepSeg; else choose another model."),
        ) from err


def _metadata(path: Path) -> Any:
    with path.open("rb") as file:
        (length,) = _LENGTH.unpack(file.read(_LENGTH.size))
        if not 2 <= length <= min(_MOST_BYTES, path.stat().st_size - _LENGTH.size):
            raise ValueError(f"a header of {length} bytes")
        header = json.loads(file.read(length).decode("utf-8"))
    return header.get("__metadata__") if isinstance(header, dict) else None


def _card(path: Path, values: dict[str, Any], modified_s: float) -> ModelCard:
    if values.get("format") != _CARD_FORMAT:
        raise ValueError(f"card format {values.get('format')!r}")
    return ModelCard(
        path=path,
        name=str(values.get("name") or path.stem),
        categories=tuple((str(each["name"]), str(each["color"])) for each in values["categories"]),
        bands=tuple(int(band) for band in values["bands"]),
        dtype=str(values.get("dtype", "")),
        metres_per_pixel=_number(values.get("raster_resolution_m")),
        network_metres_per_pixel=_number(values.get("resolution_m")),
        score_threshold=float(values["score_threshold"]),
        family=str(values.get("family", "")),
        encoder=str(values.get("encoder", "")),
        scores={str(name): float(value) for name, value in values.get("scores", {}).items() if value is not None},
        n_members=int(values.get("n_members", 1)),
        chip_size_px=int(values.get("chip_size_px", 0)),
        engine_version=str(values.get("engine_version", "")),
        data_hash=str(values.get("data_hash", "")),
        modified_s=modified_s,
    )


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _no_model(path: Path) -> DeepSegPluginError:
    return DeepSegPluginError(
        tr("This is no DeepSeg model, or it is damaged: {path}").format(path=path),
        hint=tr("Choose a .safetensors file that DeepSeg wrote."),
    )
