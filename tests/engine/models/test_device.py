import pytest
import torch

from engine.errors import DeviceError
from engine.models.device import choose_device, describe_device


@pytest.fixture
def no_gpu(monkeypatch):
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    monkeypatch.setattr("torch.backends.mps.is_available", lambda: False)


@pytest.fixture
def two_gpus(monkeypatch):
    monkeypatch.setattr("torch.cuda.is_available", lambda: True)
    monkeypatch.setattr("torch.cuda.device_count", lambda: 2)


def test_without_a_gpu_auto_is_the_cpu(no_gpu):
    assert choose_device("auto") == torch.device("cpu")


def test_with_a_gpu_auto_takes_it(two_gpus):
    assert choose_device("auto") == torch.device("cuda")


def test_a_gpu_is_chosen_by_number(two_gpus):
    assert choose_device("cuda:1") == torch.device("cuda:1")


def test_a_gpu_that_is_not_there_is_named(two_gpus):
    with pytest.raises(DeviceError, match="There is no cuda:2: this machine has 2"):
        choose_device("cuda:2")


@pytest.mark.parametrize(
    "name, message",
    [("cuda", "no usable NVIDIA GPU"), ("mps", "no usable Apple GPU"), ("tpu", "no device named 'tpu'")],
)
def test_what_is_missing_is_said_in_words(no_gpu, name, message):
    with pytest.raises(DeviceError, match=message) as caught:
        choose_device(name)
    assert "cpu" in caught.value.hint


@pytest.mark.parametrize("n_cores, words", [(1, "CPU, 1 core"), (2, "CPU, 2 cores")])
def test_the_cpu_is_described_by_the_cores_we_may_use(monkeypatch, n_cores, words):
    monkeypatch.setattr("engine.models.device.n_usable_cores", lambda: n_cores)
    assert describe_device(torch.device("cpu")) == words
