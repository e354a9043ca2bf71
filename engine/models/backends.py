"""What may run a network: PyTorch, always, and what else is installed."""

from __future__ import annotations

import importlib.util
import inspect
import io
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.errors import DependencyError
from engine.models.prepared import FIELD_MAX, Drawer, core_network, prepared

_OPSET = 17
_PACKAGES = '"onnx>=1.15,<2" "onnxruntime>=1.17,<2" "openvino>=2024.0,<2027"'  # as the extra `fast` in pyproject.toml
Run = Callable[[NDArray[np.float32]], NDArray[np.float32]]


def why_not(backend: str, device: torch.device) -> str:
    """Return why a backend cannot run here; empty when it can."""
    if backend in ("auto", "torch"):
        return ""
    if device.type != "cpu":
        return f"{backend} runs on the CPU only, and the network is to run on {device}"
    missing = [name for name in (backend, "onnx") if importlib.util.find_spec(name) is None]
    return f"the Python package {missing[0]} is not installed" if missing else ""


def check_backend(backend: str, device: torch.device) -> None:
    """Accept a backend that can run here.

    Raises:
        DependencyError: it cannot.
    """
    if reason := why_not(backend, device):
        raise DependencyError(
            f"the network cannot be run by {backend}: {reason}",
            hint=f"Leave --backend out, or install what is missing: pip install {_PACKAGES}.",
        )


def drawer_for(
    backend: str, network: nn.Module, device: torch.device, *, halo_px: int, tile_shape: tuple[int, int], n_bands: int
) -> Drawer:
    """Return what draws the cores of tiles of one shape; `auto` is torch, which needs nothing else.

    Args:
        backend: one of engine.domain.settings.BACKENDS.
        network: float32 (tiles, bands, rows, cols) to logits (tiles, 3C, rows, cols).
        device: where to run.
        halo_px: how much of each tile lies outside its core, on each side.
        tile_shape: rows and cols of the tiles.
        n_bands: bands of the tiles.

    Raises:
        DependencyError: the backend cannot run here.
    """
    check_backend(backend, device)
    if backend in ("auto", "torch"):
        return prepared(network, device, halo_px=halo_px)
    core = core_network(network, torch.device("cpu"), halo_px=halo_px, has_strips=False)
    exported = _exported(core, (1, n_bands, *tile_shape))
    run = _onnxruntime(exported) if backend == "onnxruntime" else _openvino(exported)
    return ExportedDrawer(backend, run)


class ExportedDrawer:
    """Draws by a library that was given the network as ONNX, tile by tile."""

    def __init__(self, backend: str, run: Run) -> None:
        self.backend = backend
        self._run = run

    def __call__(self, pixels: NDArray[np.float32] | Tensor) -> NDArray[np.uint8]:
        """Return the fields of the tiles' cores, as `Drawer` says."""
        tiles = np.ascontiguousarray(pixels.numpy() if isinstance(pixels, Tensor) else pixels)
        return np.concatenate([_as_bytes(self._run(tile)) for tile in tiles[:, None]])


def _as_bytes(fields: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.rint(fields * FIELD_MAX).astype(np.uint8)


def _exported(core: nn.Module, shape: tuple[int, int, int, int]) -> bytes:
    """Return a network as ONNX for tiles of one shape, (1, bands, rows, cols); it is never written anywhere."""
    # The older exporter: the newer one needs one package more and gives the same graph.
    older = {"dynamo": False} if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}
    file = io.BytesIO()
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            core,
            (torch.zeros(shape),),
            file,  # type: ignore[arg-type]  # its stub forgets files in memory
            opset_version=_OPSET,
            input_names=["pixels"],
            output_names=["fields"],
            **older,  # type: ignore[arg-type]
        )
    return file.getvalue()


def _onnxruntime(exported: bytes) -> Run:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = torch.get_num_threads()
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # or it keeps what every layer of every member has ever taken: gigabytes
    options.log_severity_level = 3
    # Threads that wait must not keep the cores from those that read and draw footprints.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(exported, options, providers=["CPUExecutionProvider"])
    return lambda tile: session.run(None, {"pixels": tile})[0]


def _openvino(exported: bytes) -> Run:
    import openvino

    core = openvino.Core()
    settings: dict[str, Any] = {
        "INFERENCE_NUM_THREADS": torch.get_num_threads(),
        "PERFORMANCE_HINT": "LATENCY",
        "INFERENCE_PRECISION_HINT": "f32",  # or it would take what the processor is fastest with
    }
    model = core.compile_model(core.read_model(io.BytesIO(exported)), "CPU", settings)
    return lambda tile: model([tile])[0]
