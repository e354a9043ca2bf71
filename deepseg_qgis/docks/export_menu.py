"""What leaves the project: the labels alone, or pieces of the rasters with them, which other programs train from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtWidgets import QMenu, QPushButton, QWidget

from ..domain.roles import TRAIN
from ..i18n import tr
from ..layers.training_data import CATEGORY_FIELD, rasters_for
from .cutting_buttons import output_beside
from .tool_menu import Tool, open_tool
from .workbench import Workbench


class ExportMenu(QPushButton):
    """The button under the labels, with its two ways."""

    def __init__(self, workbench: Workbench, export_labels: Callable[[], Any], parent: QWidget | None = None) -> None:
        """`export_labels` asks in which format, and writes them."""
        super().__init__(tr("Export"), parent)
        self._workbench = workbench
        self.setObjectName("export_labels_button")
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.labels_action = menu.addAction(tr("Labels…"), lambda *_: export_labels())
        self.labels_action.setObjectName("export_labels_action")
        self.labels_action.setToolTip(tr("Write the labels for another program: COCO, YOLO, Pascal VOC and more."))
        self.data_action = menu.addAction(
            tr("Training data for other programs…"), lambda *_: open_tool(workbench, self._training_data())
        )
        self.data_action.setObjectName("export_training_data_action")
        self.data_action.setToolTip(self._training_data().tip())
        self.setMenu(menu)

    def refresh(self) -> None:
        """Offer what there is something for."""
        site = self._workbench.site
        has_labels = site is not None and any(site.label_counts().values())
        self.setEnabled(has_labels)
        tip = tr("Write labels, or pictures with their labels, for other programs.")
        self.setToolTip(tip if has_labels else tr("There are no labels yet."))
        self.data_action.setEnabled(has_labels and bool(site.rasters()))

    def _training_data(self) -> Tool:
        return Tool(
            "deepseg:chips",
            lambda: tr("Export training data (chips)"),
            lambda: tr(
                "Cut rasters and labels into pieces that other programs train from: YOLO, COCO, masks or ArcGIS."
            ),
            self._parameters,
        )

    def _parameters(self) -> dict[str, Any]:
        """Return all that is labeled, and a folder beside the project."""
        site = self._workbench.site
        if site is None:
            return {}
        parameters = {
            "RASTERS": rasters_for(site, TRAIN),
            "LABELS": site.layer("labels").id(),
            "CATEGORY_FIELD": CATEGORY_FIELD,
        }
        if site.layer("areas").featureCount():
            parameters["AREAS"] = site.layer("areas").id()
        return {**parameters, **output_beside(site, "chips")}
