"""DeepSeg's place in the Processing toolbox."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..about import NAME, VERSION

ICON = Path(__file__).parents[1] / "icons" / "deepseg.svg"


class DeepSegProvider(QgsProcessingProvider):
    """Offers the algorithms, also while the engine is not set up: a saved model must still open."""

    def loadAlgorithms(self) -> None:  # noqa: N802  (QGIS calls it by this name)
        """Add all algorithms."""
        # Here, not above: QGIS starts faster when it reads these files only once somebody asks for them.
        from .capture import CaptureAlgorithm
        from .check_labels import CheckLabelsAlgorithm
        from .chips import ChipsAlgorithm
        from .classify import ClassifyAlgorithm
        from .classify_train import ClassifyTrainAlgorithm
        from .clean_shapes import CleanShapesAlgorithm
        from .cutouts import CutoutsAlgorithm
        from .estimate import EstimateAlgorithm
        from .evaluate import EvaluateAlgorithm
        from .export_labels import ExportLabelsAlgorithm
        from .history import HistoryAlgorithm
        from .import_labels import ImportLabelsAlgorithm
        from .mask_raster import MaskRasterAlgorithm
        from .measure import MeasureAlgorithm
        from .predict import PredictAlgorithm
        from .save_tiles import JoinTilesAlgorithm, SaveTilesAlgorithm
        from .setup import SetupAlgorithm
        from .statistics import StatisticsAlgorithm
        from .suggest_areas import SuggestAreasAlgorithm
        from .tile import TileAlgorithm
        from .train import TrainAlgorithm
        from .vectorize import VectorizeAlgorithm

        for algorithm in (
            TileAlgorithm,
            SaveTilesAlgorithm,
            JoinTilesAlgorithm,
            ChipsAlgorithm,
            CaptureAlgorithm,
            ImportLabelsAlgorithm,
            ExportLabelsAlgorithm,
            CheckLabelsAlgorithm,
            TrainAlgorithm,
            EvaluateAlgorithm,
            EstimateAlgorithm,
            PredictAlgorithm,
            VectorizeAlgorithm,
            StatisticsAlgorithm,
            MeasureAlgorithm,
            CleanShapesAlgorithm,
            CutoutsAlgorithm,
            ClassifyTrainAlgorithm,
            ClassifyAlgorithm,
            MaskRasterAlgorithm,
            HistoryAlgorithm,
            SuggestAreasAlgorithm,
            SetupAlgorithm,
        ):
            self.addAlgorithm(algorithm())

    def id(self) -> str:
        """Return the first part of every algorithm's id; a promise."""
        return "deepseg"

    def name(self) -> str:
        """Return the name in the toolbox."""
        return NAME

    def versionInfo(self) -> str:  # noqa: N802
        """Return which version this is."""
        return VERSION

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(ICON)) if ICON.exists() else super().icon()
