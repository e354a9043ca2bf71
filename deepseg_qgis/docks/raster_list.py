"""The rasters of a project with role, size, bands, CRS and resolution; it asks for changes and makes none itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..domain.roles import RASTER_ROLES
from ..i18n import tr
from .raster_choice import choose_files, choose_folder, list_layers
from .role_words import raster_role_meaning, role_name
from .wording import number

RASTER, ROLE = range(2)
_FEWEST_ROWS, _MOST_ROWS = 1, 5


@dataclass(frozen=True)
class RasterRow:
    """One raster as it is shown: its facts are empty while the file cannot be read."""

    path: str
    role: str
    size: str = ""
    resolution: str = ""
    details: str = ""  # bands, CRS and the exact resolution


class RasterList(QWidget):
    """Rasters in two lines each; what a person wants of them comes out as signals."""

    files_chosen = pyqtSignal(list)  # paths
    layer_chosen = pyqtSignal(str)  # layer id
    role_wanted = pyqtSignal(str, str)  # path, role
    remove_wanted = pyqtSignal(list)  # paths
    zoom_wanted = pyqtSignal(str)  # path
    picked = pyqtSignal(str)  # path, when a person picks a row

    def __init__(self, layers: Callable[[], Sequence[tuple[str, str]]], parent: QWidget | None = None) -> None:
        """`layers` returns (id, name) of the layers that could be added, asked whenever the menu opens."""
        super().__init__(parent)
        self._layers = layers
        self._rows: list[RasterRow] = []
        self._is_filling = False
        self.tree = self._make_tree()
        self.details = QLabel()
        self.details.setObjectName("raster_details")
        self.details.setWordWrap(True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.tree)
        layout.addWidget(self.details)
        layout.addLayout(self._make_buttons())
        self.set_rows([])

    def set_rows(self, rows: Sequence[RasterRow]) -> None:
        """Show these rasters; the picked one stays picked, or gives way to the one that followed it."""
        if self._rows == list(rows) and rows:
            return
        picked = self._next_of([row.path for row in rows])
        self._rows = list(rows)
        self._is_filling = True
        self.tree.clear()
        for row in self._rows:
            self._add(row)
        paths = [row.path for row in self._rows]
        if paths:
            self.tree.setCurrentItem(self.tree.topLevelItem(paths.index(picked) if picked in paths else 0))
        self._is_filling = False
        self._fit_height()
        self._show_details()

    def pick(self, path: str) -> None:
        """Pick a raster, as one that a person picks but without telling."""
        paths = [row.path for row in self._rows]
        if path in paths:
            self._is_filling = True
            self.tree.setCurrentItem(self.tree.topLevelItem(paths.index(path)))
            self._is_filling = False

    def _next_of(self, paths: Sequence[str]) -> str:
        """Return the picked raster if it is among these, else the next one that is, else the nearest before it."""
        before = [row.path for row in self._rows]
        at = before.index(self.current()) if self.current() in before else 0
        return next((path for path in [*before[at:], *reversed(before[:at])] if path in paths), "")

    def current(self) -> str:
        """The picked raster's path; empty if there is none."""
        item = self.tree.currentItem()
        return "" if item is None else item.data(RASTER, Qt.ItemDataRole.UserRole)

    # How it is built

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("raster_list")
        tree.setAccessibleName(tr("Rasters"))
        tree.setRootIsDecorated(False)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        tree.setHeaderLabels([tr("Raster"), tr("Used for")])
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(RASTER, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(ROLE, QHeaderView.ResizeMode.ResizeToContents)
        tree.currentItemChanged.connect(self._show_details)
        tree.currentItemChanged.connect(self._on_picked)
        tree.itemDoubleClicked.connect(self._zoom)
        return tree

    def _make_buttons(self) -> QHBoxLayout:
        self.add_menu = QMenu(self)
        self.add_menu.addAction(tr("Files…"), self._choose_files)
        self.add_menu.addAction(tr("All rasters of a folder…"), self._choose_folder)
        self.layer_menu = self.add_menu.addMenu(tr("Layer of this QGIS project"))
        self.add_menu.aboutToShow.connect(self._list_layers)
        self.add_button = _button(tr("Add"))
        self.add_button.setObjectName("add_raster_button")
        self.add_button.setToolTip(tr("Add rasters from files, a folder, or the layers of this QGIS project."))
        self.add_button.setMenu(self.add_menu)
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom_button = _button(tr("Zoom"))
        self.zoom_button.setObjectName("zoom_raster_button")
        self.zoom_button.setToolTip(tr("Show the whole picked raster on the map (or double click it)."))
        self.zoom_button.clicked.connect(self._zoom)
        self.remove_button = _button(tr("Remove"))
        self.remove_button.setObjectName("remove_raster_button")
        self.remove_button.setToolTip(tr("Take the picked rasters out of the project. Their files stay on disk."))
        self.remove_button.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in (self.add_button, self.zoom_button, self.remove_button):
            row.addWidget(button)
        return row

    def _add(self, row: RasterRow) -> None:
        name = Path(row.path).name or row.path
        facts = " · ".join(part for part in (row.size, row.resolution) if part)
        item = QTreeWidgetItem([f"{name}\n{facts}" if facts else f"{name}\n" + tr("cannot be read")])
        item.setData(RASTER, Qt.ItemDataRole.UserRole, row.path)
        item.setToolTip(RASTER, row.path)
        self.tree.addTopLevelItem(item)
        chooser = QComboBox()
        for role in RASTER_ROLES:
            chooser.addItem(role_name(role), role)
            chooser.setItemData(chooser.count() - 1, raster_role_meaning(role), Qt.ItemDataRole.ToolTipRole)
        chooser.setCurrentIndex(max(chooser.findData(row.role), 0))
        chooser.setToolTip(raster_role_meaning(row.role))
        chooser.setAccessibleName(tr("What {name} is used for").format(name=name))
        # `activated`, not `currentIndexChanged`: only what a person does.
        chooser.activated.connect(lambda index, path=row.path: self.role_wanted.emit(path, chooser.itemData(index)))
        self.tree.setItemWidget(item, ROLE, chooser)

    def _fit_height(self) -> None:
        rows = min(max(len(self._rows), _FEWEST_ROWS), _MOST_ROWS)
        row_px = max(self.tree.sizeHintForRow(0), 2 * self.fontMetrics().lineSpacing() + 4)
        header_px = self.tree.header().sizeHint().height()
        self.tree.setFixedHeight(header_px + rows * row_px + 2 * self.tree.frameWidth() + 2)

    # What a person does

    def _show_details(self, *_: Any) -> None:
        picked = self.current()
        text = next((row.details for row in self._rows if row.path == picked), "")
        self.details.setText(text)
        self.details.setVisible(bool(text))
        self.remove_button.setEnabled(bool(picked))
        self.zoom_button.setEnabled(bool(picked))

    def _on_picked(self, *_: Any) -> None:
        if not self._is_filling and self.current():
            self.picked.emit(self.current())

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

    def _remove(self) -> None:
        picked = [item.data(RASTER, Qt.ItemDataRole.UserRole) for item in self.tree.selectedItems()]
        if picked:
            self.remove_wanted.emit(picked)

    def _zoom(self, *_: Any) -> None:
        if self.current():
            self.zoom_wanted.emit(self.current())


def _button(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button


def raster_row(path: str, role: str, facts: Any) -> RasterRow:
    """Return how a raster is shown; `facts` is a RasterFacts, or None while the file cannot be read."""
    if facts is None:
        details = tr("{path} cannot be read. Was it moved, or is its drive not connected?").format(path=path)
        return RasterRow(path, role, details=details)
    size = tr("{width} × {height} px").format(width=number(facts.width), height=number(facts.height))
    resolution = resolution_text(facts.metres_per_pixel)
    rounded = resolution_text(facts.metres_per_pixel, n_digits=2)  # in the list there is little room
    bands = tr("{n} bands", facts.n_bands).format(n=facts.n_bands)
    ground = tr("{metres} per pixel").format(metres=resolution) if resolution else tr("metres per pixel unknown")
    parts = [bands, facts.crs_text or tr("no coordinate system"), ground]
    return RasterRow(path, role, size, rounded, " · ".join(parts))


def resolution_text(metres_per_pixel: float | None, *, n_digits: int = 3) -> str:
    """Return the side of a pixel on the ground, for example "0.15 m"; empty if it is unknown."""
    if not metres_per_pixel:
        return ""
    return tr("{metres} m").format(metres=f"{metres_per_pixel:.{n_digits}g}")
