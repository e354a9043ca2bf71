"""Gets a layer ready for QGIS's own drawing tools."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsDefaultValue, QgsEditFormConfig, QgsExpression, QgsVectorLayer

from ..errors import LayerNotUsableError
from ..i18n import tr
from .editing import start_editing


def start_drawing(layer: QgsVectorLayer, defaults: Mapping[str, str]) -> None:
    """Put a layer into edit mode; what is drawn from now on carries these values, and no form interrupts.

    Args:
        layer: labels or areas.
        defaults: a value per field, such as the category; fields that are not named keep what they had.

    Raises:
        LayerNotUsableError: a field is not there, or the layer cannot be edited.
    """
    for name, value in defaults.items():
        index = layer.fields().indexOf(name)
        if index < 0:
            raise LayerNotUsableError(
                tr('The layer "{layer}" has no field {field}.').format(layer=layer.name(), field=name),
                hint=tr("Open the project again, or take it from a backup."),
            )
        layer.setDefaultValueDefinition(index, QgsDefaultValue(QgsExpression.quotedString(value)))
    form = layer.editFormConfig()
    form.setSuppress(QgsEditFormConfig.SuppressOn)  # the tool stays ready after each polygon
    layer.setEditFormConfig(form)
    start_editing(layer)
