"""What each command was asked to do, as one frozen value per command."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from pathlib import Path

from engine.domain.clean_shapes_settings import NO_CHANGES, ShapeChanges

MOST_VIEWS = 4  # ways of turning the ground in which a model may look at it
STATISTICS_FORMATS = ("table", "json", "csv", "html")
BACKENDS = ("auto", "torch", "onnxruntime", "openvino")  # what may run a network


def _check_share(name: str, value: float | None) -> None:
    if value is not None and not (math.isfinite(value) and 0.0 <= value <= 1.0):
        raise ValueError(f"{name} must be from 0 to 1, got {value}")


def _check_at_least(name: str, value: float | None, least: float) -> None:
    if value == math.inf:
        raise ValueError(f"{name} must be a finite number, got {value}")
    if value is not None and not (math.isfinite(value) and value >= least):
        raise ValueError(f"{name} must be at least {least}, got {value}")


def _check_views(value: int | None) -> None:
    if value is not None and not 1 <= value <= MOST_VIEWS:
        raise ValueError(f"views must be from 1 to {MOST_VIEWS}, got {value}")


@dataclass(frozen=True, kw_only=True)
class LabelSource:
    """Where labels and areas come from: vector files (`FILE|layer`), and the field that holds the category."""

    labels: str
    category_field: str | None = None
    areas: str | None = None


@dataclass(frozen=True, kw_only=True)
class TrainSettings:
    """What `deepseg train` was asked; None lets the recipe decide."""

    rasters: tuple[Path, ...]
    source: LabelSource
    model: Path
    epochs: int = 20
    family: str = "unet"
    encoder: str | None = None
    encoder_weights: Path | None = None
    from_model: Path | None = None
    resume: bool = False
    patience: int | None = None
    val_fraction: float | None = None
    batch_size: int | None = None
    chip_size: int | None = None
    learning_rate: float | None = None
    steps_per_epoch: int | None = None
    members: int | None = None
    time_limit_s: float | None = None
    run_dir: Path | None = None
    device: str = "auto"
    threads: int | None = None
    seed: int = 0
    bands: tuple[int, ...] | None = None
    crs: str | None = None

    def __post_init__(self) -> None:
        _check_at_least("epochs", self.epochs, 1)
        _check_at_least("patience", self.patience, 1)
        _check_at_least("batch_size", self.batch_size, 1)
        _check_at_least("chip_size", self.chip_size, 64)
        _check_at_least("steps_per_epoch", self.steps_per_epoch, 1)
        _check_at_least("members", self.members, 1)
        _check_at_least("time_limit_s", self.time_limit_s, 1)
        _check_at_least("threads", self.threads, 1)
        if self.val_fraction is not None and not 0.0 <= self.val_fraction <= 0.8:
            raise ValueError(f"val_fraction must be from 0 to 0.8, got {self.val_fraction}")
        if self.learning_rate is not None and not 0.0 < self.learning_rate < 1.0:
            raise ValueError(f"learning_rate must lie between 0 and 1, got {self.learning_rate}")


@dataclass(frozen=True, kw_only=True)
class ShapeSettings:
    """Which footprints are kept, and how their outlines are drawn; None takes the model's own choice.

    `changes` come after an outline is drawn; what is small and how it is simplified is said here.
    """

    score_threshold: float | None = None
    category_thresholds: tuple[tuple[str, float], ...] = ()
    min_area_m2: float = 0.0
    simplify_m: float | None = None
    changes: ShapeChanges = NO_CHANGES

    def __post_init__(self) -> None:
        _check_share("score_threshold", self.score_threshold)
        for name, value in self.category_thresholds:
            _check_share(f"the threshold of {name}", value)
        _check_at_least("min_area_m2", self.min_area_m2, 0.0)
        _check_at_least("simplify_m", self.simplify_m, 0.0)


@dataclass(frozen=True, kw_only=True)
class TileSettings:
    """How prediction walks a raster: by tile size and overlap, or by rows and columns; in network pixels."""

    tile_size: int | None = None
    overlap: int | None = None
    rows: int | None = None
    columns: int | None = None

    def __post_init__(self) -> None:
        _check_at_least("tile_size", self.tile_size, 64)
        _check_at_least("overlap", self.overlap, 0)
        _check_at_least("rows", self.rows, 1)
        _check_at_least("columns", self.columns, 1)
        if (self.rows is None) != (self.columns is None):
            raise ValueError("give both rows and columns, or neither")
        if self.rows is not None and self.tile_size is not None:
            raise ValueError("give either rows and columns, or a tile size, not both")


@dataclass(frozen=True, kw_only=True)
class CheckSettings:
    """What `deepseg check` was asked; `choices` is the file of backends that trials have shown to be fastest."""

    device: str = "auto"
    choices: Path | None = None


@dataclass(frozen=True, kw_only=True)
class PredictSettings:
    """What `deepseg predict` was asked; `choices` is the file of backends that trials have shown to be fastest.

    Without that file nothing is tried, and `auto` is torch.
    """

    model: Path
    rasters: tuple[Path, ...]
    output: Path
    area: str | None = None
    shape: ShapeSettings = ShapeSettings()
    tiling: TileSettings = TileSettings()
    run_dir: Path | None = None
    keep_fields: bool = False
    device: str = "auto"
    threads: int | None = None
    batch_size: int | None = None
    views: int | None = None
    workers: int | None = None
    backend: str = "auto"
    choices: Path | None = None
    dry_run: bool = False
    skip_bad_blocks: bool = False
    crs: str | None = None

    def __post_init__(self) -> None:
        _check_views(self.views)
        _check_at_least("workers", self.workers, 0)
        _check_at_least("batch_size", self.batch_size, 1)
        _check_at_least("threads", self.threads, 1)
        if self.backend not in BACKENDS:
            raise ValueError(f"backend must be one of {', '.join(BACKENDS)}, got {self.backend!r}")


@dataclass(frozen=True, kw_only=True)
class VectorizeSettings:
    """What `deepseg vectorize` was asked: other thresholds on the fields that a run kept."""

    run_dir: Path
    output: Path
    shape: ShapeSettings = ShapeSettings()
    workers: int | None = None

    def __post_init__(self) -> None:
        _check_at_least("workers", self.workers, 0)


@dataclass(frozen=True, kw_only=True)
class EvaluateSettings:
    """What `deepseg evaluate` was asked."""

    model: Path
    rasters: tuple[Path, ...]
    source: LabelSource
    report: Path
    matches: Path | None = None
    html: Path | None = None
    score_threshold: float | None = None
    device: str = "auto"
    threads: int | None = None
    views: int | None = None
    crs: str | None = None

    def __post_init__(self) -> None:
        _check_share("score_threshold", self.score_threshold)
        _check_views(self.views)
        _check_at_least("threads", self.threads, 1)


@dataclass(frozen=True, kw_only=True)
class StatisticsSettings:
    """What `deepseg statistics` was asked; `area` and `rasters` say which ground densities count on."""

    footprints: str
    by_raster: bool = False
    format: str = "table"
    output: Path | None = None
    category_field: str | None = None
    area: str | None = None
    rasters: tuple[Path, ...] = ()
    bins: tuple[float, ...] = ()
    sizes: Path | None = None
    colors: tuple[tuple[str, str], ...] = ()
    crs: str | None = None

    def __post_init__(self) -> None:
        if self.format not in STATISTICS_FORMATS:
            raise ValueError(f"format must be {', '.join(STATISTICS_FORMATS)}, got {self.format!r}")
        if self.format == "html" and self.output is None:
            raise ValueError("output must be given for a page: --output report.html")
        edges = self.bins
        if edges and (len(edges) < 2 or edges[0] < 0 or any(b <= a for a, b in itertools.pairwise(edges))):
            raise ValueError(f"bins must be at least two areas that grow, got {', '.join(f'{b:g}' for b in edges)}")


@dataclass(frozen=True, kw_only=True)
class InfoSettings:
    """What `deepseg info` was asked."""

    rasters: tuple[Path, ...]
    crs: str | None = None
