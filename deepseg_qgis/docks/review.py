"""The Review tab of the Prediction dock: step through footprints, accept, reject or edit each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..domain.review import ACCEPTED, REJECTED
from ..errors import DeepSegPluginError, LayerNotUsableError
from ..i18n import tr
from ..layers.editing import save_edits
from ..layers.footprint_counts import count_reviews
from ..layers.footprint_measure import measure_edited
from ..layers.footprint_merge import merge_footprints
from ..layers.footprint_queue import (
    LARGEST,
    LEAST_SURE,
    SUREST,
    FootprintQueue,
    ReviewItem,
    review_of,
    shape_of,
)
from ..layers.footprint_review import accept_footprints, reject_footprints
from ..layers.map_outline import MapOutline
from ..layers.map_place import zoom_to
from .footprint_tools import SELECT_TOOLS, SPLIT_TOOLS, VERTEX_TOOLS, other_selected, take_tool
from .info_mark import InfoMark
from .raster_adding import show_raster_of
from .wording import area_text, number, percent

if TYPE_CHECKING:
    from .workbench import Workbench

_AROUND = 2.0  # times the size of a footprint: what lies around it tells whether it is right


class ReviewTab(QWidget):
    """Shows one footprint at a time on the map."""

    train_wanted = pyqtSignal()
    reviewed = pyqtSignal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._layers: list[QgsVectorLayer] = []
        self._colors: dict[str, str] = {}
        self._queue = FootprintQueue([], LEAST_SURE)
        self._queued: tuple[object, ...] = ()
        self._counts = {ACCEPTED: 0, REJECTED: 0, "": 0}
        self._edited: QgsVectorLayer | None = None  # put into edit mode by us
        self._hint = ""  # what to do with the tool that was taken
        self._outline = MapOutline(workbench.canvas)
        self._is_in_front = True  # of the docks that lie on one another
        self._build()
        self._offer()

    # What is seen

    def _build(self) -> None:
        self.item_label = QLabel()
        self.item_label.setObjectName("review_item")
        self.item_label.setWordWrap(True)
        self.count_label = QLabel()
        self.count_label.setObjectName("review_counts")
        self.count_label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 6, 2, 2)
        layout.addLayout(self._make_order())
        layout.addWidget(self.item_label)
        layout.addLayout(self._make_buttons())
        layout.addWidget(self.count_label)
        self.train_button = QPushButton(tr("Train again from this model"))
        self.train_button.setObjectName("train_again_button")
        text = tr("Opens Training with this model as its start: it learns what you accepted and corrected.")
        self.train_button.setToolTip(f"<p>{text}</p>")
        self.train_button.clicked.connect(lambda: self.train_wanted.emit())
        layout.addWidget(self.train_button)
        layout.addStretch()

    def _make_order(self) -> QHBoxLayout:
        self.order_box = QComboBox()
        self.order_box.setObjectName("review_order_box")
        self.order_box.addItem(tr("the least sure first"), LEAST_SURE)
        self.order_box.addItem(tr("the surest first"), SUREST)
        self.order_box.addItem(tr("the largest first"), LARGEST)
        self.order_box.activated.connect(lambda *_: self._begin(None))
        label = QLabel(tr("&Look at"))
        label.setBuddy(self.order_box)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.order_box, 1)
        row.addWidget(
            InfoMark(
                tr(
                    "Accepted footprints become labels of your project, rejected ones fade. Those near the score "
                    "threshold teach the model most. Keys, while this tab is in front: N next, B back, Y accept, "
                    "X reject, E edit, S split, M merge."
                )
            )
        )
        return row

    def _make_buttons(self) -> QGridLayout:
        self.accept_button = _button(tr("✓ Accept (Y)"), "accept_button", tr("Make it a label."))
        self.reject_button = _button(tr("✗ Reject (X)"), "reject_button", tr("Mark it as wrong; it fades on the map."))
        text = tr("Correct its outline with QGIS's vertex tool, then accept it.")
        self.edit_button = _button(tr("Edit (E)"), "edit_button", text)
        text = tr("Cut it in two with QGIS's own tool, where two things were taken for one.")
        self.split_button = _button(tr("Split (S)"), "split_button", text)
        text = tr("Join it with others where one thing was taken for several: select these on the map, then merge.")
        self.merge_button = _button(tr("Merge (M)"), "merge_button", text)
        self.back_button = _button(tr("◀ Back (B)"), "back_button", tr("Back to the one before."))
        self.next_button = _button(tr("Next ▶ (N)"), "next_button", tr("Leave it as it is and go to the next one."))
        places = (
            (self.accept_button, self.accept, 0, 0, 3),
            (self.reject_button, self.reject, 0, 3, 3),
            (self.edit_button, self.edit, 1, 0, 2),
            (self.split_button, self.split, 1, 2, 2),
            (self.merge_button, self.merge, 1, 4, 2),
            (self.back_button, self.back, 2, 0, 3),
            (self.next_button, self.next, 2, 3, 3),
        )
        grid = QGridLayout()
        grid.setSpacing(3)
        for button, act, row, column, n_columns in places:
            button.clicked.connect(lambda *_, act=act: act())
            grid.addWidget(button, row, column, 1, n_columns)
        self._edit_tips = {each: each.toolTip() for each in (self.edit_button, self.split_button, self.merge_button)}
        for column in range(6):
            grid.setColumnStretch(column, 1)
        return grid

    def show_layers(self, layers: Sequence[QgsVectorLayer], colors: Mapping[str, str]) -> None:
        """Review these; the one that is looked at stays while the same footprints are shown."""
        self._layers, self._colors = list(layers), dict(colors)
        shown = (self.order_box.currentData(), *((layer.id(), layer.subsetString()) for layer in self._layers))
        if shown != self._queued:
            item = self._queue.current
            self._begin(item if item is not None and item.layer in self._layers and shape_of(item) else None)
        self._show()

    def show_counts(self) -> None:
        """Show how far the review is."""
        self._counts = count_reviews(layer for layer in self._layers if not sip.isdeleted(layer))
        self._write_counts()

    def _write_counts(self) -> None:
        counts = self._counts
        done, n = counts[ACCEPTED] + counts[REJECTED], sum(counts.values())
        text = tr("{done} of {n} looked at · {accepted} accepted · {rejected} rejected", n)
        values = {"accepted": counts[ACCEPTED], "rejected": counts[REJECTED], "done": done, "n": n}
        self.count_label.setText(text.format(**{name: number(value) for name, value in values.items()}) if n else "")

    # What a person does

    def acts(self) -> dict[str, tuple[str, Callable[[], None]]]:
        """Return for each key its title and what happens."""
        return {
            "N": (tr("Next footprint"), self.next),
            "B": (tr("Previous footprint"), self.back),
            "Y": (tr("Accept the footprint"), self.accept),
            "X": (tr("Reject the footprint"), self.reject),
            "E": (tr("Edit the footprint"), self.edit),
            "S": (tr("Split the footprint"), self.split),
            "M": (tr("Merge the footprint with others"), self.merge),
        }

    def next(self) -> None:
        """Show the next footprint that nobody has looked at."""
        if self._save():
            self._queue.forward()
            self._show(is_new=True)

    def back(self) -> None:
        """Show the one before."""
        if self._save():
            self._queue.back()
            self._show(is_new=True)

    def accept(self) -> None:
        """Make a label of it, and go on."""
        item, site = self._queue.current, self._workbench.site
        if item is None or site is None or not self.accept_button.isEnabled() or not self._save():
            return
        self._do(lambda: accept_footprints(item.layer, [item.feature_id], site), item, ACCEPTED)

    def reject(self) -> None:
        """Mark it as wrong, and go on."""
        item = self._queue.current
        if item is None or not self.reject_button.isEnabled() or not self._save():
            return
        self._do(lambda: reject_footprints(item.layer, [item.feature_id]), item, REJECTED)

    def edit(self) -> None:
        """Let its outline be corrected with QGIS's own tool."""
        self._use(VERTEX_TOOLS, tr("being edited; accept it when it is right"))

    def split(self) -> None:
        """Let it be cut along a line with QGIS's own tool."""
        self._use(SPLIT_TOOLS, tr("draw a line across it and end it with a right click; Next saves the parts"))

    def merge(self) -> None:
        """Join it with the others that are selected; without any, let them be selected first."""
        item = self._queue.current
        others = other_selected(item)
        if item is None or not self._use(SELECT_TOOLS, tr("Shift-click those that belong to it, then Merge again")):
            return
        if not others:
            return
        try:
            merge_footprints(item.layer, item.feature_id, others)
        except DeepSegPluginError as err:
            self._workbench.say_error(err)
        item.layer.selectByIds([item.feature_id])
        self._hint = tr("merged; accept it when it is right")
        self._show()

    def leave(self) -> None:
        """Save what is being edited here, because something else is looked at now."""
        self._save()

    def set_in_front(self, is_in_front: bool) -> None:
        """Draw around the footprint only while the dock is in front: to Qt a dock behind others is visible as well."""
        self._is_in_front = is_in_front
        self._draw_outline()

    def tear_down(self) -> None:
        """Leave nothing on the map."""
        self._outline.hide()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt calls it by this name)
        """Draw around the one that is looked at."""
        super().showEvent(event)
        self._draw_outline()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Take the outline off the map while another tab or dock is in front."""
        super().hideEvent(event)
        self._outline.hide()

    def _do(self, act: Callable[[], int], item: ReviewItem, review: str) -> None:
        before = review_of(item)
        try:
            if not act():
                raise LayerNotUsableError(tr("This footprint lies where the project's map has no coordinates."))
        except DeepSegPluginError as err:
            self._workbench.say_error(err)
            return
        # Counting a million takes half a second: that is done once the keys rest, which `reviewed` begins.
        self._counts[before] -= 1
        self._counts[review] += 1
        self._write_counts()
        self._queue.forward()
        self._show(is_new=True)
        self.reviewed.emit()

    def _save(self) -> bool:
        """Save an outline that was corrected; return whether one may go on."""
        layer, self._edited, self._hint = self._edited, None, ""
        if layer is None or sip.isdeleted(layer) or not layer.isEditable():
            return True
        try:
            layer.removeSelection()
            measure_edited(layer, self._workbench.qgis_project)
            save_edits(layer)
        except DeepSegPluginError as err:
            self._workbench.say_error(err)
            return False
        self.reviewed.emit()
        return True

    def _use(self, tools: Sequence[str], hint: str) -> bool:
        """Put the layer into edit mode with one of QGIS's own tools; return whether that worked, an error is told."""
        item = self._queue.current
        if item is None or review_of(item) == ACCEPTED:  # its label would stay as it was
            return False
        was_editable = item.layer.isEditable()
        try:
            take_tool(self._workbench, item, tools)
        except DeepSegPluginError as err:
            self._workbench.say_error(err)
            return False
        self._edited = self._edited if was_editable else item.layer
        self._hint = hint
        self._show()
        return True

    def _begin(self, first: ReviewItem | None) -> None:
        order = self.order_box.currentData()
        self._queued = (order, *((layer.id(), layer.subsetString()) for layer in self._layers))
        self._queue = FootprintQueue(self._layers, order, first=first)
        self._show()

    # The one that is looked at

    def _show(self, *, is_new: bool = False) -> None:
        item = self._queue.current
        shape = shape_of(item)
        if shape is None:
            item = None
        self.item_label.setText(self._item_text(item))
        self._offer()
        canvas = self._workbench.canvas
        if is_new and item is not None and canvas is not None:
            show_raster_of(self._workbench, item.raster)
            bounds = shape.boundingBox()
            bounds.scale(_AROUND)
            zoom_to(canvas, bounds, item.layer.crs())
        self._draw_outline()

    def _draw_outline(self) -> None:
        """Draw around the footprint that is looked at; while it is edited QGIS shows its corners itself."""
        item = self._queue.current
        shape = shape_of(item)
        if item is None or shape is None or item.layer is self._edited or not (self._is_in_front and self.isVisible()):
            self._outline.hide()
        else:
            self._outline.show(shape, item.layer.crs())

    def _item_text(self, item: ReviewItem | None) -> str:
        if item is None:
            if not self._layers:
                return tr("Predict first, or show a prediction from History.")
            if self._queue.is_at_end:
                return tr("All footprints shown have been looked at.")
            return tr("Press N or Next to see the first footprint on the map.")
        color = self._colors.get(item.category, "#999999")
        parts = [f"<span style='color:{color}'>■</span> <b>{escape(item.category or tr('(none)'))}</b>"]
        if item.score is not None:
            parts.append(percent(item.score))
        if item.area_m2 is not None:
            parts.append(area_text(item.area_m2))
        parts.append(escape(item.raster))
        review = {ACCEPTED: tr("accepted"), REJECTED: tr("rejected")}.get(review_of(item), "")
        if self._hint and item.layer.isEditable():
            review = self._hint
        return " · ".join(parts) + (f"<br/><i>{review}</i>" if review else "")

    def _offer(self) -> None:
        item = self._queue.current
        review = review_of(item)
        has_site = self._workbench.site is not None
        self.accept_button.setEnabled(item is not None and has_site and review != ACCEPTED)
        tip = tr("Make it a label.") if has_site else tr("Make or open a project first: labels go there.")
        if review == ACCEPTED:
            tip = tr("It is a label already. Undo in the layer of labels takes it back.")
        self.accept_button.setToolTip(tip)
        self.reject_button.setEnabled(item is not None and not review)
        for button, text in self._edit_tips.items():
            button.setEnabled(item is not None and review != ACCEPTED)
            button.setToolTip(tip if review == ACCEPTED else text)
        self.next_button.setEnabled(bool(self._layers) and not self._queue.is_at_end)
        self.back_button.setEnabled(self._queue.has_previous)
        self.train_button.setEnabled(bool(self._layers) and has_site)


def _button(text: str, name: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setMinimumWidth(60)
    return button
