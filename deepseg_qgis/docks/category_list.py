"""The list of categories: color, name, number of labels; it asks for changes and makes none itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.gui import QgsColorDialog
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap
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

from ..domain.category import Category
from ..i18n import tr
from .wording import number

COLOR, NAME, LABELS = range(3)
N_KEYS = 9
_SWATCH_PX = 16
_FEWEST_ROWS, _MOST_ROWS = 2, 8


class CategoryList(QWidget):
    """Categories with their live counts; what a person wants of them comes out as signals."""

    picked = pyqtSignal(str)
    add_wanted = pyqtSignal()
    rename_wanted = pyqtSignal(str, str)  # old and new name
    recolor_wanted = pyqtSignal(str, str)  # name, #rrggbb
    delete_wanted = pyqtSignal(str)
    draw_wanted = pyqtSignal(str)
    refused = pyqtSignal(str)  # why a name cannot be taken

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self.tree = self._make_tree()
        self._buttons = self._make_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.tree)
        layout.addLayout(self._buttons)
        self.set_categories([], {})

    # What it shows

    def set_categories(self, categories: Sequence[Category], counts: Mapping[str, int]) -> None:
        """Show these categories; the picked one stays picked, and a name that is being written stays open."""
        if [category.name for category in categories] == self.names() and categories:
            self._update(categories, counts)
            return
        picked = self.current()
        self._is_filling = True
        self.tree.clear()
        for row, category in enumerate(categories):
            self.tree.addTopLevelItem(_item(row, category, counts.get(category.name, 0)))
        self._is_filling = False
        self.pick(picked if picked in self.names() else (categories[0].name if categories else ""))
        self._fit_height()
        self._show_what_can_be_done()

    def _update(self, categories: Sequence[Category], counts: Mapping[str, int]) -> None:
        self._is_filling = True
        for row, category in enumerate(categories):
            _fill(self.tree.topLevelItem(row), row, category, counts.get(category.name, 0))
        self._is_filling = False

    def names(self) -> list[str]:
        """All categories in order."""
        return [self._name(row) for row in range(self.tree.topLevelItemCount())]

    def current(self) -> str:
        """The picked category; empty if there is none."""
        item = self.tree.currentItem()
        return "" if item is None else item.data(NAME, Qt.ItemDataRole.UserRole)

    def pick(self, name: str) -> None:
        """Make a category the picked one."""
        if name in self.names():
            self.tree.setCurrentItem(self.tree.topLevelItem(self.names().index(name)), NAME)

    def edit_name(self, name: str) -> None:
        """Open the name of a category for writing."""
        self.pick(name)
        item = self.tree.currentItem()
        if item is not None:
            self.tree.setFocus()
            self.tree.editItem(item, NAME)

    # How it is built

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("category_list")
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setIconSize(QSize(_SWATCH_PX, _SWATCH_PX))
        tree.setHeaderLabels([tr("Key"), tr("Category"), tr("Labels")])
        tree.headerItem().setToolTip(COLOR, tr("Press this key on the map to draw labels of the category."))
        tree.headerItem().setTextAlignment(LABELS, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tree.header().setStretchLastSection(False)
        tree.header().setMinimumSectionSize(30)
        tree.header().setSectionResizeMode(COLOR, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(LABELS, QHeaderView.ResizeMode.ResizeToContents)
        tree.setAccessibleName(tr("Categories"))
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._show_menu)
        tree.itemDoubleClicked.connect(self._on_double_click)
        tree.itemChanged.connect(self._on_item_changed)
        tree.currentItemChanged.connect(self._on_current_changed)
        return tree

    def _make_buttons(self) -> QHBoxLayout:
        self.menu = QMenu(self)  # its actions are the buttons' and the keys' as well
        self.add_action = self.menu.addAction(tr("Add category"), lambda *_: self.add_wanted.emit())
        self.rename_action = self.menu.addAction(tr("Rename"), self._rename_current)
        self.rename_action.setShortcut("F2")
        self.color_action = self.menu.addAction(tr("Change color…"), self._recolor_current)
        self.delete_action = self.menu.addAction(tr("Delete…"), self._delete_current)
        self.delete_action.setShortcut("Del")
        for action in (self.rename_action, self.delete_action):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # only while the list itself has the focus
            self.tree.addAction(action)
        self.add_action.setToolTip(tr("Add a category: a kind of thing that DeepSeg is to find, for example roof."))
        self.rename_action.setToolTip(tr("Rename the picked category; its labels follow (F2 or double click)."))
        self.color_action.setToolTip(tr("Choose the color that the picked category has everywhere."))
        self.delete_action.setToolTip(tr("Delete the picked category; you are asked what becomes of its labels."))
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(_button(self.add_action, tr("Add"), "add_category_button"))
        row.addWidget(_button(self.rename_action, tr("Rename"), "rename_category_button"))
        row.addWidget(_button(self.color_action, tr("Color"), "color_category_button"))
        row.addWidget(_button(self.delete_action, tr("Delete"), "delete_category_button"))
        return row

    def _fit_height(self) -> None:
        rows = min(max(self.tree.topLevelItemCount(), _FEWEST_ROWS), _MOST_ROWS)
        row_px = max(self.tree.sizeHintForRow(0), self.fontMetrics().height() + 6, _SWATCH_PX + 4)
        header_px = self.tree.header().sizeHint().height()
        self.tree.setFixedHeight(header_px + rows * row_px + 2 * self.tree.frameWidth() + 2)

    # What a person does

    def _name(self, row: int) -> str:
        return self.tree.topLevelItem(row).data(NAME, Qt.ItemDataRole.UserRole)

    def _on_current_changed(self) -> None:
        self._show_what_can_be_done()
        if not self._is_filling and self.current():
            self.picked.emit(self.current())

    def _show_what_can_be_done(self) -> None:
        for action in (self.rename_action, self.color_action, self.delete_action):
            action.setEnabled(bool(self.current()))

    def _show_menu(self, position: object) -> None:
        self.menu.popup(self.tree.viewport().mapToGlobal(position))

    def _on_double_click(self, item: QTreeWidgetItem, column: int) -> None:
        if column == COLOR:
            self._recolor_current()
        elif column == NAME:
            self.tree.editItem(item, NAME)
        else:
            self.draw_wanted.emit(self.current())

    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if self._is_filling or column != NAME:
            return
        old, new = item.data(NAME, Qt.ItemDataRole.UserRole), item.text(NAME).strip()
        others = [name.casefold() for name in self.names() if name != old]
        if new and new != old and new.casefold() not in others:
            self.rename_wanted.emit(old, new)
            return
        self._is_filling = True
        item.setText(NAME, old)
        self._is_filling = False
        if not new:
            self.refused.emit(tr("A category needs a name, so it is still called {name}.").format(name=old))
        elif new.casefold() in others:
            self.refused.emit(
                tr("There is already a category called {new}, so this one is still called {old}.").format(
                    new=new, old=old
                )
            )

    def _rename_current(self) -> None:
        self.edit_name(self.current())

    def _recolor_current(self) -> None:
        item = self.tree.currentItem()
        if item is None:
            return
        before = QColor(item.data(COLOR, Qt.ItemDataRole.UserRole))
        title = tr("Color of {name}").format(name=self.current())
        color = QgsColorDialog.getColor(before, self, title)
        if color.isValid() and color.name() != before.name():
            self.recolor_wanted.emit(self.current(), color.name())

    def _delete_current(self) -> None:
        if self.current():
            self.delete_wanted.emit(self.current())


def swatch(color: str) -> QIcon:
    """Return a square of the color with a thin edge, which keeps it visible on any ground."""
    pixmap = QPixmap(_SWATCH_PX, _SWATCH_PX)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setBrush(QColor(color))
    painter.setPen(QColor(128, 128, 128))
    painter.drawRoundedRect(0, 0, _SWATCH_PX - 1, _SWATCH_PX - 1, 3, 3)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else the style tints it, and it is no longer the color
    return icon


def _item(row: int, category: Category, n_labels: int) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable)
    item.setTextAlignment(LABELS, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    _fill(item, row, category, n_labels)
    return item


def _fill(item: QTreeWidgetItem, row: int, category: Category, n_labels: int) -> None:
    if item.data(COLOR, Qt.ItemDataRole.UserRole) != category.color:
        item.setIcon(COLOR, swatch(category.color))
    item.setText(COLOR, str(row + 1) if row < N_KEYS else "")
    item.setData(COLOR, Qt.ItemDataRole.UserRole, category.color)
    item.setToolTip(COLOR, tr("Double click to choose another color."))
    item.setText(NAME, category.name)
    item.setData(NAME, Qt.ItemDataRole.UserRole, category.name)
    item.setToolTip(NAME, tr("{name}: double click or press F2 to rename it.").format(name=category.name))
    item.setText(LABELS, number(n_labels))


def _button(action: object, text: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setDefaultAction(action)
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    # A button takes its action's text back whenever the action changes.
    action.changed.connect(lambda: button.setText(text))
    return button
