"""What every chart of ours has: colors that follow the theme, a panel with axes, hover, keyboard, and export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPalette, QPen, QTextOption
from qgis.PyQt.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from ..errors import DeepSegPluginError
from ..i18n import tr
from .save_dialog import ask_where_to_save

_FONT_SHARE = 0.88
_EXPORT_WIDTH_PX = 900
_EXPORT_SCALE = 2  # sharp in print


@dataclass(frozen=True)
class ChartColors:
    """The colors that are not those of the lines."""

    paper: QColor
    text: QColor
    faint_text: QColor
    grid: QColor
    is_dark: bool

    def line(self, on_light: str, on_dark: str) -> QColor:
        """Return the color of a line that stands out from the paper."""
        return QColor(on_dark if self.is_dark else on_light)


def colors_of(palette: QPalette) -> ChartColors:
    """Return the colors that go with a theme."""
    paper, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    return ChartColors(paper, text, _mixed(paper, text, 0.68), _mixed(paper, text, 0.16), paper.lightness() < 128)


def print_colors() -> ChartColors:
    """Return the colors of a picture that goes into a report: dark on white, whatever the theme."""
    paper, text = QColor("#ffffff"), QColor("#1a1a1a")
    return ChartColors(paper, text, _mixed(paper, text, 0.68), _mixed(paper, text, 0.16), is_dark=False)


@dataclass(frozen=True)
class Panel:
    """A rectangle with axes: from values to places on the paper."""

    rect: QRectF
    x_low: float
    x_high: float
    y_low: float
    y_high: float

    def at(self, x: float, y: float) -> QPointF:
        """Return where a value stands."""
        return QPointF(self.x_at(x), self.y_at(y))

    def x_at(self, x: float) -> float:
        """Return how far right a value stands."""
        return self.rect.left() + (x - self.x_low) / ((self.x_high - self.x_low) or 1.0) * self.rect.width()

    def y_at(self, y: float) -> float:
        """Return how far down a value stands."""
        return self.rect.bottom() - (y - self.y_low) / ((self.y_high - self.y_low) or 1.0) * self.rect.height()


class Chart(QWidget):
    """A chart that shows one of its points in detail: the one under the mouse, or stepped to with the arrow keys.

    A chart says what to draw in `draw`, where its points stand in `point_positions`, and its table in `table_csv`.
    """

    failed = pyqtSignal(object)  # a DeepSegPluginError of an export

    def __init__(self, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file_name = file_name
        self.hovered: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._button = QToolButton(self)
        self._button.setObjectName("export_chart_button")
        self._button.setText("⋯")
        self._button.setAutoRaise(True)
        self._button.setToolTip(tr("Save as a picture or a table"))
        self._button.setAccessibleName(self._button.toolTip())
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.addAction(tr("Save picture (PNG)…")).triggered.connect(self._ask_picture)
        self._menu.addAction(tr("Save table (CSV)…")).triggered.connect(self._ask_table)
        self._button.setMenu(self._menu)
        # Its arrow costs the place of a second button.
        self._button.setStyleSheet("QToolButton::menu-indicator { image: none; }")

    def draw(self, painter: QPainter, rect: QRectF, colors: ChartColors) -> None:
        """Draw everything into the rectangle."""
        raise NotImplementedError

    def point_positions(self, rect: QRectF) -> Sequence[float]:
        """Return how far right each point stands, in the rectangle given."""
        raise NotImplementedError

    def table_csv(self) -> str:
        """Return the values as a table."""
        raise NotImplementedError

    def set_file_name(self, name: str) -> None:
        """Name what exports are called, without ending."""
        self._file_name = name

    def save_picture(self, path: Path) -> None:
        """Write the chart as a PNG, dark on white.

        Raises:
            DeepSegPluginError: the place cannot be written.
        """
        height = round(_EXPORT_WIDTH_PX * max(0.4, self.sizeHint().height() / 480))
        image = QImage(_EXPORT_WIDTH_PX * _EXPORT_SCALE, height * _EXPORT_SCALE, QImage.Format.Format_ARGB32)
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(_EXPORT_SCALE, _EXPORT_SCALE)
        font = QFont(self.font())
        font.setPixelSize(15)
        painter.setFont(font)
        hovered, self.hovered = self.hovered, None
        self.draw(painter, QRectF(0, 0, _EXPORT_WIDTH_PX, height).adjusted(10, 10, -10, -10), print_colors())
        self.hovered = hovered
        painter.end()
        if not image.save(str(path), "PNG"):
            raise _cannot_save(path)

    def save_table(self, path: Path) -> None:
        """Write the values as CSV.

        Raises:
            DeepSegPluginError: the place cannot be written.
        """
        try:
            path.write_text(self.table_csv(), encoding="utf-8")
        except OSError as err:
            raise _cannot_save(path) from err

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return the size it likes; the width follows the dock."""
        return QSize(340, 230)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return the least width that axes and legend need."""
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Draw the chart in the colors of the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = colors_of(self.palette())
        painter.fillRect(self.rect(), colors.paper)
        painter.setFont(self._small_font())
        self.draw(painter, self._inside(), colors)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def resizeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Keep the export button in its corner."""
        size = self._button.sizeHint()
        self._button.setGeometry(self.width() - size.width() - 2, 2, size.width(), min(size.height(), 20))
        super().resizeEvent(event)

    def mouseMoveEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Show the point nearest to the mouse."""
        # Qt 6 has position(), Qt 5 has pos(); only the whole pixel counts here.
        x = event.position().x() if hasattr(event, "position") else event.pos().x()
        positions = self.point_positions(self._inside())
        self._hover(min(range(len(positions)), key=lambda i: abs(positions[i] - x)) if positions else None)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Show no point in detail."""
        self._hover(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Step to the point before or after with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(event.key())
        n = len(self.point_positions(self._inside()))
        if step is None or not n:
            super().keyPressEvent(event)
            return
        start = self.hovered if self.hovered is not None else (n if step < 0 else -1)
        self._hover(min(max(start + step, 0), n - 1))

    def contextMenuEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Offer the export."""
        self._menu.exec(event.globalPos())

    def _hover(self, index: int | None) -> None:
        if index != self.hovered:
            self.hovered = index
            self.update()

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(6, 4, -8, -4)

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(max(7.0, font.pointSizeF() * _FONT_SHARE))
        return font

    def _ask_picture(self) -> None:
        path = ask_where_to_save(self, tr("Save picture"), f"{self._file_name}.png", "PNG", ".png")
        if path is not None:
            self._export(self.save_picture, path)

    def _ask_table(self) -> None:
        path = ask_where_to_save(self, tr("Save table"), f"{self._file_name}.csv", "CSV", ".csv")
        if path is not None:
            self._export(self.save_table, path)

    def _export(self, save: Callable[[Path], None], path: Path) -> None:
        try:
            save(path)
        except DeepSegPluginError as err:
            self.failed.emit(err)


def draw_axes(
    painter: QPainter,
    panel: Panel,
    colors: ChartColors,
    *,
    x_ticks: Sequence[tuple[float, str]],
    y_ticks: Sequence[tuple[float, str]],
) -> None:
    """Draw grid lines and the numbers beside them; ticks of x without text get none."""
    metrics = QFontMetricsF(painter.font())
    height, rect = metrics.height(), panel.rect
    for value, text in y_ticks:
        y = panel.y_at(value)
        painter.setPen(QPen(colors.grid, 1))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        painter.setPen(colors.faint_text)
        place = QRectF(rect.left() - 60, y - height / 2, 55, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    painter.setPen(QPen(colors.faint_text, 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    for value, text in x_ticks:
        x = panel.x_at(value)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x, rect.bottom() + 3))
        place = QRectF(x - 30, rect.bottom() + 3, 60, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)


def draw_title(painter: QPainter, panel: Panel, colors: ChartColors, text: str) -> None:
    """Write what the y axis counts above the panel, where it can be read without turning the head."""
    height = QFontMetricsF(painter.font()).height()
    painter.setPen(colors.text)
    painter.drawText(QPointF(panel.rect.left() - 30, panel.rect.top() - height * 0.75), text)


def draw_legend(
    painter: QPainter, right_top: QPointF, colors: ChartColors, entries: Sequence[tuple[str, QPen]]
) -> None:
    """Draw line samples with their names in one row that ends at the point."""
    metrics = QFontMetricsF(painter.font())
    x = right_top.x()
    for text, pen in reversed(entries):
        x -= metrics.horizontalAdvance(text)
        painter.setPen(colors.text)
        painter.drawText(QPointF(x, right_top.y() + metrics.ascent()), text)
        y = right_top.y() + metrics.height() / 2
        painter.setPen(pen)
        painter.drawLine(QPointF(x - 22, y), QPointF(x - 4, y))
        x -= 32


def draw_note(painter: QPainter, at: QPointF, within: QRectF, colors: ChartColors, lines: Sequence[str]) -> None:
    """Draw a small box with lines of text beside a point, on the side that has room."""
    metrics = QFontMetricsF(painter.font())
    width = max(metrics.horizontalAdvance(line) for line in lines) + 12
    height = metrics.height() * len(lines) + 8
    left = at.x() + 8 if at.x() + 8 + width <= within.right() else at.x() - 8 - width
    box = QRectF(max(left, within.left()), min(max(at.y(), within.top()), within.bottom() - height), width, height)
    painter.setPen(QPen(colors.faint_text, 1))
    painter.setBrush(colors.paper)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(colors.text)
    for i, line in enumerate(lines):
        painter.drawText(QPointF(box.left() + 6, box.top() + 4 + metrics.ascent() + i * metrics.height()), line)


def draw_empty(painter: QPainter, rect: QRectF, colors: ChartColors, text: str) -> None:
    """Write why there is nothing to see yet."""
    painter.setPen(colors.faint_text)
    option = QTextOption(Qt.AlignmentFlag.AlignCenter)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    painter.drawText(rect.adjusted(16, 0, -16, 0), text, option)


def _mixed(paper: QColor, text: QColor, share: float) -> QColor:
    def mix(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QColor(mix(paper.red(), text.red()), mix(paper.green(), text.green()), mix(paper.blue(), text.blue()))


def _cannot_save(path: Path) -> DeepSegPluginError:
    return DeepSegPluginError(
        tr("{path} could not be written.").format(path=path), hint=tr("Choose a folder that you may write to.")
    )
