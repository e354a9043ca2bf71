"""`deepseg:predict`: finds things in rasters and measures them."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFolderDestination,
    QgsProcessingUtils,
)

from ..engine_client import command_line
from ..engine_client.record_files import RECORD
from ..i18n import tr
from ..layers.polygon_source import OWNER_FIELD, ROLE_FIELD, PolygonSource, polygon_source
from .engine_algorithm import EngineAlgorithm, Spans
from .footprint_output import FootprintOutput, add_footprint_outputs, destination_of, file_problem, shape_options
from .holes import add_holes_output, keep_holes
from .inputs import extent_source, raster_crs, raster_paths, work_folder
from .parameters import (
    Add,
    add_crs,
    add_device,
    add_model,
    add_polygon_layer,
    add_rasters,
    add_shape,
    add_workers,
    existing_model,
    explained,
    has_value,
    number,
    text_or_none,
    whole_or_none,
    workers_of,
)
from .project_history import ProjectHistory
from .result_layer import footprint_style, model_categories
from .shape_changes import add_changes


class PredictAlgorithm(EngineAlgorithm):
    """Finds things in rasters and measures them."""

    NAME = "predict"
    GROUP = "result"
    SPANS: ClassVar[Spans] = {"predict": (0.0, 90.0), "vectorize": (90.0, 100.0)}

    def __init__(self) -> None:
        super().__init__()
        self._rasters: list[str] = []
        self._crs: str | None = None
        self._area: PolygonSource | None = None
        self._history = ProjectHistory(None)

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Predict footprints")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Finds what a model has learned in rasters of any size, and gives measured polygons: category, score, "
            "area, perimeter, length, width and orientation, with the raster and the model they come from.\n\n"
            "A prediction that was stopped goes on when it is started again with the same values."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("deep learning,machine learning,segmentation,detect,extract,buildings,trees").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        add_model(self.addParameter)
        add_rasters(self.addParameter)
        add_places(self.addParameter)
        add_shape(self.addParameter)
        add_changes(self.addParameter)
        add_tiling(self.addParameter)
        add_device(self.addParameter)
        add_crs(self.addParameter)
        add_footprint_outputs(self.addParameter)
        _add_run(self.addParameter)
        add_workers(self.addParameter)
        self.addOutput(QgsProcessingOutputNumber("N_FOOTPRINTS", tr("Footprints")))
        add_holes_output(self.addOutput)

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        return self.input_problem(parameters, context) or file_problem(self, parameters, context)

    def input_problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what is wrong with model, rasters, place or tiling; empty where nothing is."""
        existing_model(self.parameterAsString(parameters, "MODEL", context))
        raster_paths(self, parameters, "RASTERS", context)
        shape_options(self, parameters, context)
        if has_value(parameters, "AREA") and has_value(parameters, "EXTENT"):
            return tr("Both an area and an extent were given. Choose one of them.")
        if has_value(parameters, "AREA"):
            polygon_source(parameters, "AREA", self, context)
        return self._tiling_problem(parameters, context)

    def _tiling_problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        tiling = self._tiling(parameters, context)
        if (tiling["rows"] is None) != (tiling["columns"] is None):
            return tr("Give both rows and columns, or neither.")
        if tiling["rows"] is not None and tiling["tile_size"] is not None:
            return tr("Give either rows and columns, or a tile size, not both.")
        if tiling["tile_size"] is not None and (tiling["overlap"] or 0) >= tiling["tile_size"]:
            return tr("The overlap of {overlap} px must be smaller than the tile of {size} px.").format(
                overlap=tiling["overlap"], size=tiling["tile_size"]
            )
        return ""

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._rasters = raster_paths(self, parameters, "RASTERS", context)
        self._crs = raster_crs(self, parameters, context)
        self._history = ProjectHistory.of(context)
        if has_value(parameters, "AREA"):
            self._area = polygon_source(parameters, "AREA", self, context)
        elif has_value(parameters, "EXTENT"):
            self._area = extent_source(
                self,
                parameters,
                "EXTENT",
                context,
                first_raster=self._rasters[0],
                has_crs_option=self._crs is not None,
            )

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Predict."""
        model = Path(self.parameterAsString(parameters, "MODEL", context))
        shape = shape_options(self, parameters, context)
        run_dir, is_ours = self._run_folder(parameters, context, model)
        with self._history.keeping(run_dir / RECORD, feedback) as kept, work_folder() as folder:
            output = FootprintOutput.chosen(self, parameters, context, folder)
            is_kept = self.parameterAsBool(parameters, "KEEP_FIELDS", context)
            first, *others = output.files
            arguments = command_line.predict(
                output=first,
                run_dir=run_dir,
                keep_fields=is_kept or bool(others),  # the second format is drawn from them
                skip_bad_blocks=self.parameterAsBool(parameters, "SKIP_BAD_BLOCKS", context),
                # Into a run folder that is kept, so that the command line can be given again another day.
                **self.inputs(parameters, context, feedback, folder if is_ours else run_dir),
                **shape,
            )
            outcome = self.run_engine(arguments, feedback)
            for file in others:
                again = command_line.vectorize(
                    run_dir=run_dir, output=file, workers=workers_of(self, parameters, context), **shape
                )
                self.run_engine(again, feedback)
            style = footprint_style(model_categories(model))
            outputs = output.pour(self, parameters, context, feedback, style=style)
            place = destination_of(parameters, context)
            outputs |= keep_holes(outcome, place, context)
            kept.update({} if place is None else {"footprints": str(place)})
        if not is_kept:
            _remove_fields(run_dir, with_folder=is_ours)
        kept_folder = {} if is_ours and not is_kept else {"RUN_DIR": str(run_dir)}
        return {**outputs, **kept_folder, "N_FOOTPRINTS": outcome.values.get("n_footprints")}

    def inputs(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        folder: Path,
    ) -> dict[str, Any]:
        """Return what is predicted, where and how, as the engine is told; an area is copied into `folder`."""
        return {
            "model": Path(self.parameterAsString(parameters, "MODEL", context)),
            "rasters": self._rasters,
            "area": self._area
            and self._area.for_engine(folder / "area", feedback, kept_fields=[ROLE_FIELD, OWNER_FIELD]),
            "device": text_or_none(self, parameters, "DEVICE", context),
            "crs": self._crs,
            "workers": workers_of(self, parameters, context),
            **self._tiling(parameters, context),
        }

    def _tiling(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, int | None]:
        names = ("TILE_SIZE", "OVERLAP", "ROWS", "COLUMNS", "BATCH_SIZE", "THREADS")
        return {name.lower(): whole_or_none(self, parameters, name, context) for name in names}

    def _run_folder(self, parameters: dict[str, Any], context: QgsProcessingContext, model: Path) -> tuple[Path, bool]:
        """Return where the work is kept, and whether we chose the place: beside the result, so that it is found again.

        A temporary layer has no place; its work is kept as long as QGIS runs, under a name that the same values give.
        """
        named = text_or_none(self, parameters, "RUN_DIR", context)
        if named:
            return Path(named), False
        path = destination_of(parameters, context)
        if path is not None:
            return path.with_suffix(".run"), True
        key = hashlib.sha256("\n".join([str(model), *self._rasters]).encode()).hexdigest()[:12]
        return Path(QgsProcessingUtils.tempFolder()) / f"deepseg-{key}.run", True


def _remove_fields(run_dir: Path, *, with_folder: bool) -> None:
    """Remove what a finished prediction needs no more; files of others in that folder stay."""
    shutil.rmtree(run_dir / "fields", ignore_errors=True)
    if with_folder:
        with suppress(OSError):
            for name in ("prediction.json", RECORD):
                (run_dir / name).unlink(missing_ok=True)
            run_dir.rmdir()


def add_places(add: Add) -> None:
    """Add where in the rasters."""
    text = tr("Polygons to predict in; of those with a field role, the ones that say predict. Empty: everywhere.")
    add_polygon_layer(add, "AREA", tr("Area"), text, is_optional=True)
    extent = QgsProcessingParameterExtent("EXTENT", tr("Extent"), optional=True)
    add(explained(extent, tr("A rectangle to predict in, instead of an area.")))


def add_tiling(add: Add) -> None:
    """Add how rasters are walked over."""
    size_text = tr("The side of a tile in pixels of the network. Left empty, the engine chooses.")
    add(number("TILE_SIZE", tr("Tile size (px)"), size_text, least=64, is_whole=True))
    overlap_text = tr("Pixels that neighboring tiles share; fewer than the tile's side.")
    add(number("OVERLAP", tr("Overlap (px)"), overlap_text, least=0, is_whole=True))
    rows_text = tr("Instead of a tile size: into how many rows and columns each raster is divided.")
    add(number("ROWS", tr("Rows"), rows_text, least=1, is_whole=True))
    add(number("COLUMNS", tr("Columns"), rows_text, least=1, is_whole=True))
    add(number("BATCH_SIZE", tr("Tiles per step"), tr("Fewer need less memory."), least=1, is_whole=True))
    add(number("THREADS", tr("Processor threads"), tr("Left empty, one per core."), least=1, is_whole=True))


def _add_run(add: Add) -> None:
    keep = QgsProcessingParameterBoolean("KEEP_FIELDS", tr("Keep what is needed to move thresholds"), False)
    keep_text = tr("Keeps the fields in the run folder, for “Draw footprints again”. They need room on the disk.")
    add(explained(keep, keep_text, is_advanced=True))
    skip = QgsProcessingParameterBoolean("SKIP_BAD_BLOCKS", tr("Go on where a raster cannot be read"), False)
    skip_text = tr(
        "Places that cannot be read are left out, and told as polygons; otherwise the prediction stops there."
    )
    add(explained(skip, skip_text, is_advanced=True))
    folder = QgsProcessingParameterFolderDestination("RUN_DIR", tr("Run folder"), optional=True, createByDefault=False)
    folder_text = tr("Where the work is kept, to go on after a stop. Left empty, beside the result, ending in .run.")
    add(explained(folder, folder_text, is_advanced=True))
