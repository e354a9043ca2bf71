"""The categories that lie beside labels in a GeoPackage, so that a copy of the labels has their colors too."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFields,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..domain.category import Category
from ..errors import LayerNotUsableError
from ..i18n import tr
from .category_table import read_categories
from .fields import text_field
from .project_file import CATEGORIES
from .project_layers import layers_of

_COLUMNS = ("name", "color")


def categories_to_copy(layer: QgsVectorLayer, project: QgsProject | None, *, is_copied: bool) -> list[Category]:
    """Return the categories beside labels that the engine would not see; for the main thread.

    None where the labels are not copied for it (`is_copied`) and the categories are saved.
    """
    path = Path(layer.source().split("|")[0])
    if path.suffix.lower() != ".gpkg" or not path.is_file():
        return []
    shown = layers_of(path, project).get(CATEGORIES) if project is not None else None
    if not is_copied and (shown is None or not shown.isModified()):
        return []
    table = shown if shown is not None else QgsVectorLayer(f"{path}|layername={CATEGORIES}", CATEGORIES, "ogr")
    if not table.isValid() or any(table.fields().indexOf(name) < 0 for name in _COLUMNS):
        return []
    return read_categories(table)


def add_categories(path: Path, categories: list[Category]) -> None:
    """Add a table of categories to a GeoPackage.

    Raises:
        LayerNotUsableError: it cannot be written.
    """
    fields = QgsFields()
    for name in _COLUMNS:
        fields.append(text_field(name))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.fileEncoding = "UTF-8"
    options.layerName = CATEGORIES
    options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        QgsWkbTypes.NoGeometry,
        QgsCoordinateReferenceSystem(),
        QgsCoordinateTransformContext(),
        options,
    )
    for category in categories:
        row = QgsFeature(fields)
        row.setAttributes([category.name, category.color])
        writer.addFeature(row)
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise LayerNotUsableError(
            tr("{path} cannot be written: {reason}").format(path=path, reason=writer.errorMessage()),
            hint=tr("Check that there is room left on the disk."),
        )
    del writer  # closes the file
