"""The project's layers in the QGIS project: added in a group of their own, and found again when it is opened."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..errors import ProjectFileError
from ..i18n import tr
from .fields import real_field, text_field
from .forms import set_up_form
from .project_file import AREAS, CATEGORIES, FOOTPRINTS, LABELS, RASTERS, TABLES, WITH_GEOMETRY
from .project_memory import recall, remember
from .style import style_areas

# In the order of the layer tree: what is drawn last lies on top.
_TREE = (AREAS, LABELS, FOOTPRINTS, CATEGORIES, RASTERS)
PROVENANCE = ("model", "run_id", "score")  # of labels that were footprints
_TABLE_PROPERTY = "deepseg/table"
_MEMORY = "layers"
RUNS = "runs"  # the folder beside the file


def table_names() -> dict[str, str]:
    """Return what people call the tables."""
    return {
        AREAS: tr("Areas"),
        LABELS: tr("Labels"),
        FOOTPRINTS: tr("Kept footprints"),
        CATEGORIES: tr("Categories"),
        RASTERS: tr("Rasters"),
    }


def remembered_layers(qgis_project: QgsProject) -> dict[str, QgsVectorLayer]:
    """Return the layers of the DeepSeg project that the QGIS project holds, by table, without those that are gone."""
    found = {}
    for table, layer_id in dict(recall(qgis_project, _MEMORY, {})).items():
        layer = qgis_project.mapLayer(str(layer_id))
        if isinstance(layer, QgsVectorLayer) and layer.customProperty(_TABLE_PROPERTY) == table:
            found[table] = layer
    return found


def file_of(layer: QgsMapLayer) -> Path:
    """Return the file that a layer shows."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    return Path(parts.get("path", ""))


def runs_folder_of(qgis_project: QgsProject) -> Path | None:
    """Return the folder of runs of the DeepSeg project that a QGIS project shows; None where it shows none."""
    labels = remembered_layers(qgis_project).get(LABELS)
    file = None if labels is None else file_of(labels)
    return file.parent / RUNS if file is not None and file.is_file() else None


def layers_of(path: Path, qgis_project: QgsProject) -> dict[str, QgsVectorLayer]:
    """Return the layers of this project file that are in the QGIS project already."""
    found: dict[str, QgsVectorLayer] = {}
    for layer in qgis_project.mapLayers().values():
        table = layer.customProperty(_TABLE_PROPERTY)
        if table in TABLES and layer.isValid() and is_same_file(file_of(layer), path):
            found.setdefault(table, layer)
    return found


def ensure_layers(
    path: Path, name: str, layers: dict[str, QgsVectorLayer], qgis_project: QgsProject
) -> dict[str, QgsVectorLayer]:
    """Add the layers that are missing to the project's group, and remember all of them.

    Raises:
        ProjectFileError: a table cannot be opened.
    """
    complete = dict(layers)
    missing = [table for table in _TREE if table not in complete]
    opened = {table: _open_layer(path, table) for table in missing}
    for layer in opened.values():
        qgis_project.addMapLayer(layer, False)
    complete.update(opened)
    _add_provenance(complete[LABELS])
    for table, layer in opened.items():
        set_up_form(table, layer, complete[CATEGORIES])
    group = group_of(complete, name, qgis_project)
    for table in missing:
        below = [complete[each].id() for each in _TREE[: _TREE.index(table)]]
        position = sum(1 for node in group.findLayers() if node.layerId() in below and node.parent() is group)
        node = group.insertLayer(position, complete[table])
        node.setExpanded(table != FOOTPRINTS)  # empty for long, and its legend is that of the labels once more
    _leave_out_of_snapping([opened[table] for table in missing], qgis_project)
    for layer in complete.values():
        # Asked now, QGIS remembers it. A first question after another table was edited finds the file in another
        # journal mode than the one it was opened in, and gets no answer.
        layer.featureCount()
    remember(qgis_project, _MEMORY, {table: layer.id() for table, layer in complete.items()})
    return complete


def group_of(layers: dict[str, QgsVectorLayer], name: str, qgis_project: QgsProject) -> QgsLayerTreeGroup:
    """Return the group that holds the labels, wherever it is and whatever it is called now; made if need be."""
    root = qgis_project.layerTreeRoot()
    for table in (LABELS, AREAS, FOOTPRINTS):
        node = root.findLayer(layers[table].id()) if table in layers else None
        if node is not None and isinstance(node.parent(), QgsLayerTreeGroup) and node.parent() is not root:
            return node.parent()
    return root.insertGroup(0, tr("DeepSeg · {name}").format(name=name))


def _open_layer(path: Path, table: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername={table}", table_names()[table], "ogr")
    if not layer.isValid():
        raise ProjectFileError(
            tr("The table {table} of {name} cannot be opened.").format(table=table, name=path.name),
            hint=tr("Check that no other program has the file open, or take the project from a backup."),
        )
    layer.setCustomProperty(_TABLE_PROPERTY, table)
    forget_undefined_crs(layer)
    if table not in WITH_GEOMETRY:
        # The docks show these as lists; the layer tree stays short. They are there under "Show private layers".
        layer.setFlags(layer.flags() | QgsMapLayer.Private)
    if table == AREAS:
        style_areas(layer)
    return layer


def _add_provenance(labels: QgsVectorLayer) -> None:
    """Add the columns that tell of which footprint a label was made to a file that was made before there were any."""
    names = labels.fields().names()
    missing = [name for name in PROVENANCE if name not in names]
    if missing and not labels.isEditable():
        new = [real_field(name) if name == "score" else text_field(name) for name in missing]
        labels.dataProvider().addAttributes(new)
        labels.updateFields()


def forget_undefined_crs(layer: QgsVectorLayer) -> None:
    """Leave a layer of ours that is in pixel coordinates without CRS, as QGIS shows its raster."""
    # GeoPackage's "undefined" comes out as a valid CRS, and QGIS would ask how to get from there to the raster.
    if "undefined" in layer.crs().description().lower():
        layer.setCrs(QgsCoordinateReferenceSystem())


def _leave_out_of_snapping(layers: list[QgsVectorLayer], qgis_project: QgsProject) -> None:
    """Switch snapping off for our new layers where it is set layer by layer; the user's own layers stay as they are.

    The mode of snapping, and whether it is on at all, belong to the user and are not touched.
    """
    config = qgis_project.snappingConfig()
    config.addLayers(layers)
    for layer in layers:
        if layer.isSpatial():
            settings = config.individualLayerSettings(layer)
            settings.setEnabled(False)
            config.setIndividualLayerSettings(layer, settings)
    qgis_project.setSnappingConfig(config)


def is_same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to the same file, however they are written."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other
