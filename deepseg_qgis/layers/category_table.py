"""The table of categories, and what a change to it does to the labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from qgis.core import QgsDefaultValue, QgsExpression, QgsFeature, QgsFeatureRequest, QgsVectorLayer

from ..domain.category import Category, next_color
from ..errors import ProjectFileError
from ..i18n import tr
from .editing import edited, link_change, must
from .fields import null_value
from .label_counts import text_of

DELETE: Final = "delete"
KEEP: Final = "keep"


def read_categories(table: QgsVectorLayer) -> list[Category]:
    """Return the categories in the order in which they were added, with what is being edited."""
    categories: list[Category] = []
    for row in _rows(table):
        name, color = text_of(row.attribute("name")), text_of(row.attribute("color"))
        if not name or any(name == category.name for category in categories):
            continue  # half typed in the attribute table, or twice
        try:
            categories.append(Category(name, color))
        except ValueError:  # a color typed by hand
            categories.append(Category(name, next_color(category.color for category in categories)))
    return categories


def add_category(table: QgsVectorLayer, category: Category) -> None:
    """Add a category at the end.

    Raises:
        ProjectFileError: the name is taken, or it could not be saved.
    """
    _check_free(table, category.name)
    row = QgsFeature(table.fields())
    row.setAttribute("name", category.name)
    row.setAttribute("color", category.color)
    with edited(table, tr("Add the category {name}").format(name=category.name)):
        must(table.addFeature(row), table)


def recolor_category(table: QgsVectorLayer, name: str, color: str) -> None:
    """Give a category another color."""
    _set(table, name, "color", Category(name, color).color)


def rename_category(table: QgsVectorLayer, labels: QgsVectorLayer, old: str, new: str) -> None:
    """Rename a category and what carries it, in one step of the labels' undo history.

    Raises:
        ProjectFileError: the name is taken or empty, or it could not be saved.
    """
    if new == old:
        return
    _check_free(table, new, but=old)
    text = tr("Rename the category {old} to {new}").format(old=old, new=new)
    with edited(labels, text):
        _relabel(labels, old, new)
        link_change(
            labels,
            do=lambda: _rename(table, labels, old, new),
            undo=lambda: _rename(table, labels, new, old),
        )


def delete_category(table: QgsVectorLayer, labels: QgsVectorLayer, name: str, what_of_labels: str) -> int:
    """Delete a category in one step of the labels' undo history; return how many labels were deleted or lost it.

    Args:
        table: the categories.
        labels: the labels.
        name: the category.
        what_of_labels: `DELETE` them, or `KEEP` them without a category.
    """
    if what_of_labels not in (DELETE, KEEP):
        raise ValueError(f"labels are deleted or kept, not {what_of_labels!r}")
    with edited(labels, tr("Delete the category {name}").format(name=name)):
        if what_of_labels == DELETE:
            ids = _ids(labels, "category", name)
            must(labels.deleteFeatures(ids), labels)
        else:
            ids = _relabel(labels, name, None)
        link_change(labels, do=lambda: take_out(table, name), undo=_put_back(table, name))
    index = labels.fields().indexOf("category")
    if labels.defaultValueDefinition(index).expression() == QgsExpression.quotedString(name):
        labels.setDefaultValueDefinition(index, QgsDefaultValue())
    return len(ids)


def _rename(table: QgsVectorLayer, labels: QgsVectorLayer, old: str, new: str) -> None:
    _set(table, old, "name", new)
    # Whoever is drawing goes on with the new name.
    index = labels.fields().indexOf("category")
    if labels.defaultValueDefinition(index).expression() == QgsExpression.quotedString(old):
        labels.setDefaultValueDefinition(index, QgsDefaultValue(QgsExpression.quotedString(new)))


def take_out(table: QgsVectorLayer, name: str) -> None:
    """Delete a category and leave the labels alone."""
    with edited(table, tr("Delete the category {name}").format(name=name)):
        must(table.deleteFeatures(_ids(table, "name", name)), table)


def _put_back(table: QgsVectorLayer, name: str) -> Callable[[], None]:
    # The same row number, so that the category stands again where it stood.
    kept = [QgsFeature(row) for row in _rows(table) if text_of(row.attribute("name")) == name]

    def put_back() -> None:
        with edited(table, tr("Add the category {name}").format(name=name)):
            for row in kept:
                must(table.addFeature(QgsFeature(row)), table)

    return put_back


def _relabel(labels: QgsVectorLayer, old: str, new: str | None) -> list[int]:
    index = labels.fields().indexOf("category")
    ids = _ids(labels, "category", old)
    for feature_id in ids:
        must(labels.changeAttributeValue(feature_id, index, null_value() if new is None else new, old), labels)
    return ids


def _set(table: QgsVectorLayer, name: str, column: str, value: str) -> None:
    ids = _ids(table, "name", name)
    if not ids:
        raise ProjectFileError(tr("There is no category {name} any more.").format(name=name), hint=tr("Add it again."))
    with edited(table, tr("Change the category {name}").format(name=name)):
        for feature_id in ids:
            must(table.changeAttributeValue(feature_id, table.fields().indexOf(column), value), table)


def _check_free(table: QgsVectorLayer, name: str, *, but: str = "") -> None:
    if not name.strip():
        raise ProjectFileError(tr("A category needs a name."), hint=tr("Type one, such as roof or tree."))
    # The engine warns about names that differ in case only; here they are not let in.
    for category in read_categories(table):
        if category.name != but and category.name.casefold() == name.casefold():
            raise ProjectFileError(
                tr("There is a category {name} already.").format(name=category.name),
                hint=tr("Choose another name, or draw labels of that category."),
            )


def _rows(table: QgsVectorLayer) -> list[QgsFeature]:
    rows = list(table.getFeatures())
    saved = sorted((row for row in rows if row.id() > 0), key=QgsFeature.id)
    # Rows that are not saved yet have negative numbers, counted downward.
    return saved + sorted((row for row in rows if row.id() <= 0), key=lambda row: -row.id())


def _ids(layer: QgsVectorLayer, field: str, value: str) -> list[int]:
    expression = QgsExpression.createFieldEqualityExpression(field, value)
    request = QgsFeatureRequest().setFilterExpression(expression).setFlags(QgsFeatureRequest.NoGeometry)
    return [feature.id() for feature in layer.getFeatures(request)]
