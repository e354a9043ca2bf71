"""The rasters to predict in: any number, each with its size, ticked or not; files can be dropped on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .raster_choice import choose_files, choose_folder, list_layers

_NAME, _SIZE = range(2)
_FEWEST_ROWS, _MOST_ROWS = 2, 6
_PATH = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class ImageRow:
    """One raster as it is shown; `problem` says why it cannot be used, empty where it can."""

    path: str
    is_ticked: bool
    size: str = ""
    details: str = ""
    problem: str = ""


class ImageList(QWidget):
    """Shows rasters and says what a person wants of them; it reads no files."""

    files_chosen = pyqtSignal(list)  # paths
    layer_chosen = pyqtSignal(str)  # layer id
    view_wanted = pyqtSignal()
    camera_wanted = pyqtSignal()
    remove_wanted = pyqtSignal(list)  # paths
    ticked = pyqtSignal(str, bool)  # path, whether it is to be predicted in

    def __init__(self, layers: Callable[[], Sequence[tuple[str, str]]], parent: QWidget | None = None) -> None:
        """`layers` returns (id, name) of the layers that could be added, asked whenever the menu opens."""
        super().__init__(parent)
        self._layers = layers
        self._rows: list[ImageRow] = []
        self.tree = self._make_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.tree)
        layout.addLayout(self._make_buttons())
        self.set_rows([])

    def set_rows(self, rows: Sequence[ImageRow]) -> None:
        """Show these."""
        picked = set(self.picked())
        self._rows = list(rows)
        self.tree.blockSignals(True)
        self.tree.clear()
        for row in self._rows:
            item = self._item(row)
            self.tree.addTopLevelItem(item)
            item.setSelected(row.path in picked)
        if not self._rows:
            empty = QTreeWidgetItem([tr("Add rasters, or drop files here.")])
            empty.setFlags(Qt.ItemFlag.NoItemFlags)
            self.tree.addTopLevelItem(empty)
            empty.setFirstColumnSpanned(True)
        self.tree.blockSignals(False)
        self._fit_height()
        self._offer()

    def picked(self) -> list[str]:
        """Return the paths of the rows that are selected."""
        return [str(item.data(_NAME, _PATH)) for item in self.tree.selectedItems() if item.data(_NAME, _PATH)]

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("image_list")
        tree.setAccessibleName(tr("Images"))
        tree.setHeaderHidden(True)
        tree.setColumnCount(2)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(_SIZE, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemChanged.connect(self._on_changed)
        tree.itemSelectionChanged.connect(self._offer)
        return tree

    def _make_buttons(self) -> QHBoxLayout:
        self.file_menu = QMenu(self)
        self.file_menu.addAction(tr("Files…"), self._choose_files)
        self.file_menu.addAction(tr("All rasters of a folder…"), self._choose_folder)
        self.layer_menu = QMenu(self)
        self.layer_menu.aboutToShow.connect(self._list_layers)
        self.file_button = _button(tr("+ File"), "add_file_button", tr("Add files, or all rasters of a folder."))
        self.layer_button = _button(tr("+ Layer"), "add_layer_button", tr("Add a raster layer of this QGIS project."))
        for button, menu in ((self.file_button, self.file_menu), (self.layer_button, self.layer_menu)):
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        text = tr("Predict only in what the map shows, in the rasters that are seen there.")
        self.view_button = _button(tr("+ View"), "add_view_button", text)
        self.view_button.clicked.connect(lambda: self.view_wanted.emit())
        text = tr("Take frames from a camera, a video or a stream, with a live picture.")
        self.camera_button = _button("", "add_camera_button", text)
        self.camera_button.setAccessibleName(tr("Camera"))
        self.camera_button.setIcon(QgsApplication.getThemeIcon("/mIconCamera.svg"))
        self.camera_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.camera_button.clicked.connect(lambda: self.camera_wanted.emit())
        text = tr("Take the selected rasters off the list. Their files stay on disk.")
        self.remove_button = _button("−", "remove_image_button", text)
        self.remove_button.setAccessibleName(tr("Remove"))
        self.remove_button.clicked.connect(lambda: self.remove_wanted.emit(self.picked()))
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in (self.file_button, self.layer_button, self.view_button, self.camera_button, self.remove_button):
            row.addWidget(button)
        return row

    def _item(self, row: ImageRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem([Path(row.path).name or row.path, row.size or (tr("cannot be read"))])
        item.setData(_NAME, _PATH, row.path)
        item.setCheckState(_NAME, Qt.CheckState.Checked if row.is_ticked else Qt.CheckState.Unchecked)
        item.setTextAlignment(_SIZE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        lines = [row.path, row.details, f"⚠ {row.problem}" if row.problem else ""]
        for column in (_NAME, _SIZE):
            item.setToolTip(column, "\n".join(line for line in lines if line))
        if row.problem and row.size:
            item.setText(_SIZE, f"⚠ {row.size}")
        return item

    def _fit_height(self) -> None:
        rows = min(max(len(self._rows), _FEWEST_ROWS), _MOST_ROWS)
        row_px = max(self.tree.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 2)
        self.tree.setFixedHeight(rows * row_px + 2 * self.tree.frameWidth() + 2)

    def _offer(self) -> None:
        self.remove_button.setEnabled(bool(self.picked()))

    def _on_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        path = item.data(_NAME, _PATH)
        if path:
            self.ticked.emit(path, item.checkState(_NAME) == Qt.CheckState.Checked)

    def _choose_files(self) -> None:
        if paths := choose_files(self, self._start_folder()):
            self.files_chosen.emit(paths)

    def _choose_folder(self) -> None:
        paths = choose_folder(self, self._start_folder())
        if paths is not None:
            self.files_chosen.emit(paths)

    def _start_folder(self) -> str:
        return str(Path(self._rows[-1].path).parent) if self._rows else ""

    def _list_layers(self) -> None:
        list_layers(self.layer_menu, self._layers(), self.layer_chosen.emit)


def _button(text: str, name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
