"""A model file carries its card, gives the same network back, and never runs code."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
import torch
from safetensors.torch import save_file

from engine.domain.category import categories_named
from engine.domain.model_card import ModelCard
from engine.domain.scaling import Scaling
from engine.domain.thresholds import Thresholds
from engine.errors import ModelFileError, OutputError
from engine.models.encoders import DEFAULT_ENCODER
from engine.models.model_file import load_model, new_network, read_card, save_model


def card_of(names=("roof",)):
    return ModelCard(
        family="unet",
        encoder=DEFAULT_ENCODER,
        categories=categories_named(list(names)),
        bands=(3, 2, 1),
        scaling=Scaling((0.0, 1.0, 2.0), (10.0, 11.0, 12.5)),
        dtype="uint16",
        scale=0.5,
        resolution_m=0.3,
        raster_resolution_m=0.15,
        chip_size_px=256,
        score_threshold=0.45,
        thresholds=tuple(Thresholds(0.3, 0.6, 0.4, 20) for _ in names),
        scores={"f1": 0.5},
        n_members=2,
        name="roofs",
    )


def network_of(card):
    torch.manual_seed(0)
    return new_network(card).eval()


def test_a_model_comes_back_with_its_card_and_its_weights(tmp_path):
    card = card_of(("roof", "Straße & Weg"))
    network = network_of(card)
    save_model(tmp_path / "new" / "m.safetensors", network, card)
    loaded = load_model(tmp_path / "new" / "m.safetensors", torch.device("cpu"))
    assert loaded.card == card
    assert loaded.name == "m"
    pixels = torch.rand(1, 3, 64, 64)
    with torch.inference_mode():
        assert (loaded.network(pixels) == network(pixels)).all()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["m.safetensors"]


def test_a_model_looks_as_often_as_its_card_tells_or_as_it_is_asked(tmp_path):
    card = replace(card_of(), n_views=4)
    save_model(tmp_path / "m.safetensors", network_of(card), card)
    pixels = torch.rand(1, 3, 64, 64)
    with torch.inference_mode():
        often = load_model(tmp_path / "m.safetensors", torch.device("cpu")).network(pixels)
        once = load_model(tmp_path / "m.safetensors", torch.device("cpu"), n_views=1)
        assert (once.network(pixels) == network_of(card)(pixels)).all()
        assert once.card.n_views == 1
        assert not torch.equal(often, once.network(pixels))


def test_others_may_read_a_model_file_as_any_other_file(tmp_path):
    save_model(tmp_path / "m", network_of(card_of()), card_of())
    (tmp_path / "plain").write_text("")
    assert (tmp_path / "m").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_two_equal_models_are_equal_files(tmp_path):
    card = card_of()
    for name in "ab":
        save_model(tmp_path / name, network_of(card), card)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ModelFileError, match=r"there is no model file .*none\.safetensors"):
        read_card(tmp_path / "none.safetensors")


class Bomb:
    def __reduce__(self):
        return (open, ("exploded", "w"))


def test_a_pickle_is_refused_and_not_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bomb.safetensors").write_bytes(pickle.dumps(Bomb()))
    with pytest.raises(ModelFileError, match="is not a model file, or is damaged"):
        read_card(tmp_path / "bomb.safetensors")
    assert not (tmp_path / "exploded").exists()


def test_half_a_file_is_refused(tmp_path):
    save_model(tmp_path / "m", network_of(card_of()), card_of())
    whole = (tmp_path / "m").read_bytes()
    (tmp_path / "half").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelFileError, match="half is not a model file, or is damaged: it ends too early, as if"):
        read_card(tmp_path / "half")


@pytest.mark.parametrize("n_bytes, reason", [(0, "it is empty"), (5, "header too small"), (100, "it ends too early")])
def test_what_is_left_of_a_file_is_told(tmp_path, n_bytes, reason):
    save_model(tmp_path / "m", network_of(card_of()), card_of())
    (tmp_path / "part").write_bytes((tmp_path / "m").read_bytes()[:n_bytes])
    with pytest.raises(ModelFileError, match=f"part is not a model file, or is damaged: .*{reason}"):
        read_card(tmp_path / "part")


def test_a_folder_is_no_model(tmp_path):
    with pytest.raises(ModelFileError, match="is a folder, and a model is a file"):
        read_card(tmp_path)


@pytest.mark.parametrize(
    "metadata, sentence",
    [
        (None, "holds weights but no DeepSeg card"),
        ({"deepseg": "{}"}, "the card of .* cannot be read"),
        ({"deepseg": "no json"}, "the card of .* cannot be read"),
        ({"deepseg": '{"format": 99}'}, "card format 99, this engine reads 1"),
    ],
)
def test_other_files_of_weights_are_refused_in_words(tmp_path, metadata, sentence):
    save_file({"w": torch.zeros(2)}, tmp_path / "other.safetensors", metadata=metadata)
    with pytest.raises(ModelFileError, match=sentence):
        read_card(tmp_path / "other.safetensors")


def test_weights_that_do_not_fit_the_card_are_refused(tmp_path):
    save_model(tmp_path / "m", network_of(card_of(("a", "b"))), card_of(("a",)))
    with pytest.raises(ModelFileError, match="do not fit its card"):
        load_model(tmp_path / "m", torch.device("cpu"))


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        save_model(tmp_path / "file" / "m.safetensors", network_of(card_of()), card_of())
