import pytest
import torch
from safetensors.torch import save_file

from engine.errors import EncoderWeightsError
from engine.models.encoders import DEFAULT_ENCODER, build_encoder, fit_bands, in_order, load_encoder_weights

KERNEL = torch.arange(2 * 3 * 1 * 1, dtype=torch.float32).reshape(2, 3, 1, 1)


@pytest.mark.parametrize("n_bands", [1, 2, 3, 4, 8])
def test_gray_ground_excites_the_first_convolution_alike_for_any_number_of_bands(n_bands):
    turns = [i % 3 for i in range(n_bands)]
    assert fit_bands(KERNEL, n_bands).shape == (2, n_bands, 1, 1)
    expected = KERNEL[:, turns].sum(dim=1) * 3 / n_bands
    torch.testing.assert_close(fit_bands(KERNEL, n_bands).sum(dim=1), expected)


def test_rgb_weights_stay_as_they_are():
    assert fit_bands(KERNEL, 3) is KERNEL


def test_tensors_are_matched_by_their_order():
    carried = {"_a": torch.ones(2), "_b": torch.zeros(3)}
    named = in_order(carried, {"first": torch.empty(2), "second": torch.empty(3)})
    assert list(named) == ["first", "second"]
    assert named["second"] is carried["_b"]


def test_tensors_of_another_network_are_refused():
    with pytest.raises(EncoderWeightsError, match="1 tensors that do not match the network's 2"):
        in_order({"a": torch.ones(2)}, {"a": torch.ones(2), "b": torch.ones(2)})


def test_default_weights_come_from_the_installed_package():
    encoder = build_encoder(DEFAULT_ENCODER, 5)
    before = encoder.model.state_dict()["bn1.running_var"].clone()
    load_encoder_weights(encoder, DEFAULT_ENCODER, 5)
    after = encoder.model.state_dict()
    assert not torch.equal(after["bn1.running_var"], before)
    assert after["conv_stem.weight"].shape[1] == 5


def test_unknown_encoder_is_answered_with_the_default():
    with pytest.raises(EncoderWeightsError, match="no encoder named 'resnet_of_dreams'") as caught:
        build_encoder("resnet_of_dreams", 3)
    assert DEFAULT_ENCODER in caught.value.hint


def test_weights_that_cannot_be_fetched_are_answered_with_the_default(monkeypatch):
    def offline(*_args, **_kwargs):
        raise OSError("no network")

    encoder = build_encoder("resnet18", 3)
    monkeypatch.setattr("timm.create_model", offline)
    with pytest.raises(EncoderWeightsError, match="Cannot fetch the weights of encoder resnet18: no network") as caught:
        load_encoder_weights(encoder, "resnet18", 3)
    assert DEFAULT_ENCODER in caught.value.hint
    assert "file" in caught.value.hint


def test_weights_come_from_a_file_of_the_user(tmp_path):
    encoder = build_encoder("resnet18", 3)
    weights = {key: torch.full_like(value, 0.25) for key, value in encoder.model.state_dict().items()}
    save_file(weights, tmp_path / "mine.safetensors")
    load_encoder_weights(encoder, "resnet18", 3, weights_file=tmp_path / "mine.safetensors")
    assert torch.all(encoder.model.state_dict()["conv1.weight"] == 0.25)


def test_file_of_another_network_is_refused(tmp_path):
    save_file({"conv1.weight": torch.ones(1, 3, 1, 1)}, tmp_path / "other.safetensors")
    with pytest.raises(EncoderWeightsError, match="do not fit resnet18"):
        load_encoder_weights(build_encoder("resnet18", 3), "resnet18", 3, weights_file=tmp_path / "other.safetensors")


def test_file_that_holds_no_tensors_is_refused(tmp_path):
    (tmp_path / "broken.pth").write_bytes(b"not a checkpoint")
    with pytest.raises(EncoderWeightsError, match="Cannot read encoder weights"):
        load_encoder_weights(build_encoder("resnet18", 3), "resnet18", 3, weights_file=tmp_path / "broken.pth")
