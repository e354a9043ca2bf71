"""A model's card is read from its file without the engine; a bad file is told in words."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from deepseg_qgis.engine_client.model_card import read_model_card
from deepseg_qgis.errors import DeepSegPluginError
from engine.domain.category import Category
from engine.domain.model_card import ModelCard
from engine.domain.scaling import Scaling
from engine.domain.thresholds import Thresholds

CARD = ModelCard(
    family="unet",
    encoder="tf_efficientnet_lite0",
    categories=(Category(1, "roof", "#e69f00"), Category(2, "나무", "#009e73")),
    bands=(1, 2, 4),
    scaling=Scaling((0.0,) * 3, (255.0,) * 3),
    dtype="uint8",
    scale=1.5,
    resolution_m=0.2,
    raster_resolution_m=0.3,
    chip_size_px=256,
    score_threshold=0.45,
    thresholds=(Thresholds(), Thresholds()),
    scores={"f1": 0.63, "map50": 0.7},
    data_hash="38ab",
    engine_version="0.1.0",
    name="roofs",
    n_members=2,
)


def write(path: Path, header: object, *, length: int | None = None) -> Path:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text) if length is None else length) + text + bytes(16))
    return path


def with_card(path: Path, card: str) -> Path:
    return write(
        path, {"__metadata__": {"deepseg": card}, "w": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}
    )


def test_a_card_of_the_engine_is_read_whole(tmp_path):
    card = read_model_card(with_card(tmp_path / "m.safetensors", CARD.to_json()))
    assert card.name == "roofs"
    assert card.categories == (("roof", "#e69f00"), ("나무", "#009e73"))
    assert (card.bands, card.n_bands, card.dtype) == ((1, 2, 4), 3, "uint8")
    assert (card.metres_per_pixel, card.network_metres_per_pixel) == (0.3, 0.2)
    assert (card.score_threshold, card.scores) == (0.45, {"f1": 0.63, "map50": 0.7})
    assert (card.family, card.encoder, card.n_members, card.chip_size_px) == ("unet", "tf_efficientnet_lite0", 2, 256)
    assert card.modified_s > 0


def test_a_model_without_name_or_georeference_is_called_like_its_file(tmp_path):
    bare = replace(CARD, name="", resolution_m=None, raster_resolution_m=None)
    card = read_model_card(with_card(tmp_path / "지붕 2.safetensors", bare.to_json()))
    assert (card.name, card.metres_per_pixel) == ("지붕 2", None)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"abc",
        b"\xff" * 64,
        struct.pack("<Q", 40) + b"{",
        struct.pack("<Q", 4) + b"{]}}",
        struct.pack("<Q", 4) + b"[{}]" + bytes(16),
        struct.pack("<Q", 2) + b"{}" + bytes(16),
        struct.pack("<Q", 20) + b'{"__metadata__": {}}',
        b"PK\x03\x04" + bytes(100),
    ],
)
def test_what_is_no_model_is_told_so(tmp_path, content):
    path = tmp_path / "m.safetensors"
    path.write_bytes(content)
    with pytest.raises(DeepSegPluginError, match="no DeepSeg model") as caught:
        read_model_card(path)
    assert str(path) in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    "card", ["", "[]", "{}", '{"format": 2}', CARD.to_json().replace('"format": 1', '"format": 99')]
)
def test_a_card_from_another_time_is_told_so(tmp_path, card):
    with pytest.raises(DeepSegPluginError, match="card of the model cannot be read") as caught:
        read_model_card(with_card(tmp_path / "m.safetensors", card))
    assert "update DeepSeg" in caught.value.hint


@pytest.mark.parametrize("name", ["nothing.safetensors", "."])
def test_a_file_that_is_not_there_is_told_so(tmp_path, name):
    with pytest.raises(DeepSegPluginError, match="cannot be read"):
        read_model_card(tmp_path / name)


def test_a_classifier_is_told_from_a_model_that_finds_things(tmp_path):
    path = write(tmp_path / "kinds.safetensors", {"__metadata__": {"deepseg_classifier": "{}"}})
    with pytest.raises(DeepSegPluginError, match="sorts footprints into kinds"):
        read_model_card(path)
