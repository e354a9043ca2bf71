"""A model file with a true header and eight weights."""

from __future__ import annotations

import json
import os
import struct

from engine import __version__
from engine.telling import Failed

COLORS = ("#56b4e9", "#e69f00", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7")


def card_of(categories: list[str], raster, settings, scores: dict) -> dict:
    metres = abs(raster.transform[0]) if raster.epsg else None
    return {
        "bands": list(range(1, raster.n_bands + 1)),
        "categories": [{"color": COLORS[i % 7], "id": i + 1, "name": name} for i, name in enumerate(categories)],
        "chip_size_px": settings.chip_size or 256,
        "data_hash": "38abceae26cf3279",
        "dtype": raster.dtype,
        "encoder": settings.encoder or "tf_efficientnet_lite0",
        "engine_version": __version__,
        "family": settings.family or "unet",
        "format": 1,
        "n_members": settings.members or 2,
        "name": os.path.splitext(os.path.basename(settings.model))[0],
        "raster_resolution_m": metres,
        "resolution_m": metres,
        "scale": 1.0,
        "scaling": {"high": [250.0] * raster.n_bands, "low": [10.0] * raster.n_bands},
        "score_threshold": 0.5,
        "scores": scores,
        "thresholds": [
            {"core_threshold": 0.6, "extent_share": 0.5, "mask_threshold": 0.2, "min_area_px": 16} for _ in categories
        ],
    }


def write_model(path: str, card: dict) -> None:
    header = {
        "__metadata__": {"deepseg": json.dumps(card, sort_keys=True)},
        "weights": {"dtype": "F32", "shape": [8], "data_offsets": [0, 32]},
    }
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    with open(f"{path}.part", "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + bytes(32))
    os.replace(f"{path}.part", path)


def read_card(path: str) -> dict:
    if not os.path.isfile(path):
        raise Failed("ModelFileError", f"there is no model file {path}", "Check the path, or train one: deepseg train.")
    try:
        with open(path, "rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            return json.loads(json.loads(file.read(length))["__metadata__"]["deepseg"])
    except (ValueError, KeyError, struct.error, MemoryError, OverflowError) as err:
        raise Failed(
            "ModelFileError",
            f"{path} is not a model file, or is damaged",
            "Choose a .safetensors file that DeepSeg wrote.",
        ) from err
