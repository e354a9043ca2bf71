"""Where the network runs, and the one line that says so."""

from __future__ import annotations

import os
import re

import torch

from engine.errors import DeviceError

_CUDA = re.compile(r"cuda(:\d+)?")


def choose_device(name: str = "auto") -> torch.device:
    """Return the device for `auto`, `cpu`, `cuda`, `cuda:N` or `mps`; `auto` takes the fastest one there is.

    Raises:
        DeviceError: when the name means nothing, or this machine has no such device.
    """
    if name == "auto":
        return torch.device(_best())
    if name == "cpu":
        return torch.device("cpu")
    if name == "mps":
        return _mps()
    if _CUDA.fullmatch(name):
        return _cuda(torch.device(name))
    raise DeviceError(f"There is no device named {name!r}", hint="Choose auto, cpu, cuda, cuda:N or mps.")


def describe_device(device: torch.device) -> str:
    """Return the device in words, such as `CPU, 2 cores`."""
    if device.type == "cuda":
        memory_gb = torch.cuda.get_device_properties(device).total_memory / 2**30
        return f"{torch.cuda.get_device_name(device)}, {memory_gb:.0f} GB"
    if device.type == "mps":
        return "Apple GPU"
    n_cores = n_usable_cores()
    return f"CPU, {n_cores} core{'s' if n_cores != 1 else ''}"


def n_usable_cores() -> int:
    """Return the cores this process may use: containers and clusters often give fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _best() -> str:
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _cuda(device: torch.device) -> torch.device:
    if not torch.cuda.is_available():
        raise DeviceError(
            f"There is no usable NVIDIA GPU here, so {device} cannot be used",
            hint="Use cpu or auto, or install a CUDA build of PyTorch and a driver that fits it.",
        )
    n_gpus = torch.cuda.device_count()
    if (device.index or 0) >= n_gpus:
        raise DeviceError(f"There is no {device}: this machine has {n_gpus}", hint="GPUs are counted from cuda:0.")
    return device


def _mps() -> torch.device:
    if not torch.backends.mps.is_available():
        raise DeviceError("There is no usable Apple GPU here", hint="Use cpu or auto.")
    return torch.device("mps")
