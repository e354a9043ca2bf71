"""How a raster is divided into tiles: by rows and columns, or by tile size and overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..domain.tile_grid import TileGrid, recommended_counts
from ..i18n import tr
from .info_mark import InfoMark
from .wording import number

COUNTS, SIZE = range(2)
_GOOD_PX = (500, 2000)  # sides of a tile that is worked on comfortably
_FEWEST_PX = 64


@dataclass(frozen=True)
class TiledRaster:
    """A raster that can be divided."""

    path: str
    name: str
    width_px: int
    height_px: int
    metres_per_pixel: float | None = None


class TilingForm(QWidget):
    """Rows and columns or size and overlap; says what comes out of it before DIVIDE draws it."""

    divide_wanted = pyqtSignal(str, dict)  # path, parameters of deepseg:tile
    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rasters: list[TiledRaster] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        layout.addLayout(form)
        self.raster_box = self._chooser("tiling_raster_box", tr("Raster to divide"))
        self.raster_box.currentIndexChanged.connect(self.use_recommended)
        form.addRow(tr("Raster"), self.raster_box)
        self.mode_box = self._chooser("tiling_mode_box", tr("How to divide it"))
        self.mode_box.addItem(tr("rows and columns"))
        self.mode_box.addItem(tr("tile size and overlap"))
        form.addRow(tr("Divide by"), self.mode_box)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._make_counts())
        self.stack.addWidget(self._make_size())
        self.mode_box.currentIndexChanged.connect(self._on_mode)
        layout.addWidget(self.stack)
        self.result_label = _sentence("tiling_result")
        self.advice_label = _sentence("tiling_advice")
        layout.addWidget(self.result_label)
        layout.addWidget(self.advice_label)
        layout.addLayout(self._make_buttons())
        # Last: setting their limits changes the boxes, and there was nothing yet to show it.
        for box in (self.rows_box, self.columns_box, self.size_box, self.overlap_box):
            box.valueChanged.connect(self._show)
        self.set_rasters([])

    def set_rasters(self, rasters: Sequence[TiledRaster]) -> None:
        """Offer these rasters; the chosen one stays chosen with its numbers."""
        if self._rasters == list(rasters) and rasters:
            return
        chosen = self.raster_box.currentData()
        self.raster_box.blockSignals(True)
        self._rasters = list(rasters)
        self.raster_box.clear()
        for raster in self._rasters:
            self.raster_box.addItem(raster.name, raster.path)
            self.raster_box.setItemData(self.raster_box.count() - 1, raster.path, Qt.ItemDataRole.ToolTipRole)
        index = self.raster_box.findData(chosen)
        self.raster_box.setCurrentIndex(max(index, 0) if rasters else -1)
        self.raster_box.blockSignals(False)
        if index < 0:
            self.use_recommended()
        self._show()

    def raster(self) -> TiledRaster | None:
        """The chosen raster."""
        index = self.raster_box.currentIndex()
        return self._rasters[index] if 0 <= index < len(self._rasters) else None

    def values(self) -> dict[str, int]:
        """What deepseg:tile needs besides the raster."""
        if self.mode_box.currentIndex() == COUNTS:
            return {"ROWS": self.rows_box.value(), "COLUMNS": self.columns_box.value()}
        return {"TILE_SIZE": self.size_box.value(), "OVERLAP": self.overlap_box.value()}

    def set_values(self, values: dict[str, int]) -> None:
        """Show numbers that were used before."""
        boxes = {
            "ROWS": self.rows_box,
            "COLUMNS": self.columns_box,
            "TILE_SIZE": self.size_box,
            "OVERLAP": self.overlap_box,
        }
        for name, box in boxes.items():
            if isinstance(values.get(name), int):
                box.setValue(values[name])
        self.mode_box.setCurrentIndex(SIZE if "TILE_SIZE" in values else COUNTS)

    def use_recommended(self, *_: object) -> None:
        """Set rows and columns so that tiles have about 1000 x 1000 px."""
        raster = self.raster()
        if raster is None:
            return
        rows, columns = recommended_counts(raster.width_px, raster.height_px)
        self.rows_box.setValue(rows)
        self.columns_box.setValue(columns)
        self.size_box.setValue(1000)
        self._show()

    # How it is built

    def _chooser(self, name: str, accessible_name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(accessible_name)
        # A long name must not make the dock wide.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box

    def _make_counts(self) -> QWidget:
        self.rows_box = self._number("rows_box", 1, 999, tr("Rows of tiles, from north to south"))
        self.columns_box = self._number("columns_box", 1, 999, tr("Columns of tiles, from west to east"))
        return _side_by_side((tr("Rows"), self.rows_box), (tr("Columns"), self.columns_box))

    def _make_size(self) -> QWidget:
        self.size_box = self._number("tile_size_box", _FEWEST_PX, 9999, tr("Side of a square tile in pixels"))
        self.size_box.setValue(1000)
        self.size_box.setSingleStep(100)
        self.size_box.setSuffix(tr(" px"))
        self.overlap_box = self._number("overlap_box", 0, 999, tr("Pixels that neighboring tiles share"))
        self.overlap_box.setSuffix(tr(" px"))
        self.overlap_box.setSingleStep(10)
        self.size_box.valueChanged.connect(lambda size: self.overlap_box.setMaximum(min(size // 2, 999)))
        return _side_by_side((tr("Size"), self.size_box), (tr("Overlap"), self.overlap_box))

    def _number(self, name: str, least: int, most: int, meaning: str) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(name)
        box.setRange(least, most)
        box.setToolTip(meaning)
        box.setAccessibleName(meaning)
        return box

    def _make_buttons(self) -> QHBoxLayout:
        self.recommended_button = QPushButton(tr("Recommended"))
        self.recommended_button.setObjectName("recommended_button")
        self.recommended_button.setToolTip(tr("Set the numbers so that tiles have about 1000 × 1000 px."))
        self.recommended_button.clicked.connect(self.use_recommended)
        self.divide_button = QPushButton(tr("DIVIDE"))
        self.divide_button.setObjectName("divide_button")
        self.divide_button.clicked.connect(self._divide)
        row = QHBoxLayout()
        row.addWidget(
            InfoMark(
                tr(
                    "A tile is a rectangle of the raster. Tiles help you to work through a large raster piece by "
                    "piece, and prediction walks over it in tiles. The raster itself is not changed."
                )
            )
        )
        row.addStretch(1)
        row.addWidget(self.recommended_button)
        row.addWidget(self.divide_button)
        return row

    # What it shows and does

    def _on_mode(self, mode: int) -> None:
        self.stack.setCurrentIndex(mode)
        self._show()

    def grid(self) -> TileGrid | None:
        """What DIVIDE would draw; None without a raster."""
        raster = self.raster()
        if raster is None:
            return None
        if self.mode_box.currentIndex() == COUNTS:
            rows = min(self.rows_box.value(), raster.height_px)
            columns = min(self.columns_box.value(), raster.width_px)
            return TileGrid.by_count(raster.width_px, raster.height_px, rows, columns)
        return TileGrid.by_size(raster.width_px, raster.height_px, self.size_box.value(), self.overlap_box.value())

    def _show(self, *_: object) -> None:
        raster, grid = self.raster(), self.grid()
        self.recommended_button.setEnabled(raster is not None)
        self.divide_button.setEnabled(raster is not None)
        if raster is None or grid is None:
            self.divide_button.setToolTip(tr("Add a raster first."))
            self.result_label.setText(tr("Add a raster first: then it can be divided into tiles."))
            self.advice_label.hide()
            return
        self.divide_button.setToolTip(tr("Draw the tiles on the map, as a layer of their outlines."))
        self.result_label.setText(_result(raster, grid))
        advice = _advice(raster, grid)
        self.advice_label.setText(advice)
        self.advice_label.setVisible(bool(advice))
        self.changed.emit()

    def _divide(self) -> None:
        raster = self.raster()
        if raster is not None:
            self.divide_wanted.emit(raster.path, self.values())


def _result(raster: TiledRaster, grid: TileGrid) -> str:
    n_tiles = grid.n_tiles
    size = tr("{width} × {height} px").format(width=number(grid.tile_width_px), height=number(grid.tile_height_px))
    if raster.metres_per_pixel:
        width, height = (px * raster.metres_per_pixel for px in (grid.tile_width_px, grid.tile_height_px))
        size += tr(" ({width} × {height} m)").format(width=number(round(width)), height=number(round(height)))
    if n_tiles == 1:
        return tr("1 tile of {size}.").format(size=size)
    return tr("{n} tiles, each {size}.").format(n=number(n_tiles), size=size)


def _advice(raster: TiledRaster, grid: TileGrid) -> str:
    rows, columns = recommended_counts(raster.width_px, raster.height_px)
    recommended = TileGrid.by_count(raster.width_px, raster.height_px, rows, columns)
    sides = (grid.tile_width_px, grid.tile_height_px)
    # A raster that is small itself can only have small tiles.
    is_small_raster = max(raster.width_px, raster.height_px) <= _GOOD_PX[1] and max(sides) >= _GOOD_PX[0]
    if is_small_raster or all(_GOOD_PX[0] <= side <= _GOOD_PX[1] for side in sides):
        return ""
    if sides == (recommended.tile_width_px, recommended.tile_height_px):
        return ""
    return tr(
        "About 1000 × 1000 px are recommended: {rows} × {columns} tiles (rows × columns) "
        "for this raster of {width} × {height} px."
    ).format(rows=rows, columns=columns, width=number(raster.width_px), height=number(raster.height_px))


def _sentence(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    return label


def _side_by_side(*pairs: tuple[str, QWidget]) -> QWidget:
    widget = QWidget()
    layout = QHBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    for text, box in pairs:
        label = QLabel(text)
        label.setBuddy(box)
        layout.addWidget(label)
        layout.addWidget(box, 1)
    return widget
