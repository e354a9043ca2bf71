"""Writes predict_and_count.model3, a model for QGIS's designer: predict footprints, then count them per category.

Run it with the Python that QGIS uses; of an older QGIS, because a newer one opens what an older one wrote:

    python3 examples/make_predict_and_count.py examples/predict_and_count.model3
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QPointF, QSizeF

WIDTH, ROW, COLUMN = 220.0, 110.0, 260.0


def make_model() -> QgsProcessingModelAlgorithm:
    """Return the model."""
    model = QgsProcessingModelAlgorithm("Predict and count", "DeepSeg")
    add_inputs(model)
    predict = QgsProcessingModelChildAlgorithm("deepseg:predict")
    predict.setChildId("predict")
    predict.setDescription("Predict footprints")
    for name in ("MODEL", "RASTERS", "SCORE_THRESHOLD"):
        predict.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromModelParameter(name)])
    add_output(predict, "FOOTPRINTS", "Footprints", "OUTPUT")
    place(predict, 1, 1)
    model.addChildAlgorithm(predict)

    count = QgsProcessingModelChildAlgorithm("deepseg:statistics")
    count.setChildId("statistics")
    count.setDescription("Count them per category and raster")
    count.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("predict", "OUTPUT")])
    count.addParameterSources("BY_RASTER", [QgsProcessingModelChildParameterSource.fromStaticValue(True)])
    add_output(count, "COUNTS", "Counts", "OUTPUT")
    place(count, 2, 2)
    model.addChildAlgorithm(count)
    return model


def add_inputs(model: QgsProcessingModelAlgorithm) -> None:
    """Add what the person who runs the model chooses."""
    file = QgsProcessingParameterFile("MODEL", "Model", extension="safetensors")
    rasters = QgsProcessingParameterMultipleLayers("RASTERS", "Rasters", QgsProcessing.TypeRaster)
    score = QgsProcessingParameterNumber(
        "SCORE_THRESHOLD", "Score threshold (empty: the model's own)", QgsProcessingParameterNumber.Double, None, True
    )
    score.setMinimum(0.0)
    score.setMaximum(1.0)
    for column, parameter in enumerate((file, rasters, score)):
        add_input(model, parameter, column)


def add_input(model: QgsProcessingModelAlgorithm, parameter: QgsProcessingParameterDefinition, column: int) -> None:
    """Add one, in the uppermost row of the picture."""
    component = QgsProcessingModelParameter(parameter.name())
    place(component, column, 0)
    model.addModelParameter(parameter, component)


def add_output(child: QgsProcessingModelChildAlgorithm, name: str, title: str, output: str) -> None:
    """Let the model give what the step gives."""
    result = QgsProcessingModelOutput(name, title)
    result.setChildId(child.childId())
    result.setChildOutputName(output)
    child.setModelOutputs({name: result})


def place(component: object, column: int, row: int) -> None:
    """Say where it stands in the designer."""
    component.setPosition(QPointF(WIDTH / 2 + column * COLUMN, 60.0 + row * ROW))
    component.setSize(QSizeF(WIDTH, 44.0))


def main(path: Path) -> None:
    """Write the model."""
    application = QgsApplication([], False)
    application.initQgis()
    from deepseg_qgis.algorithms.provider import DeepSegProvider

    QgsApplication.processingRegistry().addProvider(DeepSegProvider())
    if not make_model().toFile(str(path)):
        raise SystemExit(f"{path} cannot be written")
    application.exitQgis()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
