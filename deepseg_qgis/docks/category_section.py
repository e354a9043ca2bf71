"""Categories and drawing, wired to the project: every change goes through it, every count comes from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..domain.advice import Holdings, advise
from ..domain.category import DEFAULT_CATEGORY, next_color
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.digitizing import start_drawing
from ..layers.label_import import import_labels
from ..layers.unsaved import count_unsaved, save_and_go_on
from .advice_text import advice_text
from .category_list import N_KEYS, CategoryList
from .draw_panel import DrawPanel
from .export_menu import ExportMenu
from .import_dialog import ImportDialog
from .info_mark import InfoMark
from .label_exchange import LabelExchange
from .questions import CANCEL, ask_what_happens_to_labels
from .wording import number

if TYPE_CHECKING:
    from ..layers.project import SiteProject
    from .workbench import Workbench

_DRAWN = ("labels", "areas")


class CategorySection(QWidget):
    """The list, the advice under it, and the buttons of drawing."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.list = CategoryList()
        self.advice_label = _advice_label()
        self.panel = DrawPanel()
        self.import_button = QPushButton(tr("Import labels…"))
        self.import_button.setObjectName("import_labels_button")
        self.import_button.setToolTip(tr("Take over polygons from a file or another layer as labels."))
        self.import_button.clicked.connect(lambda: self.import_labels())
        self.exchange = LabelExchange(workbench, self.take_over, self)
        self.export_button = ExportMenu(workbench, self.exchange.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addLayout(self._make_advice_row())
        layout.addWidget(self.panel)
        exchange_row = QHBoxLayout()
        exchange_row.addWidget(self.import_button, 1)
        exchange_row.addWidget(self.export_button)
        layout.addLayout(exchange_row)
        self._connect()

    # What it shows

    def refresh(self) -> None:
        """Show categories, counts, advice and what is unsaved."""
        site = self._workbench.site
        self.list.set_categories(site.categories() if site else [], site.label_counts() if site else {})
        self._show_category()
        self.panel.set_areas(site.areas_counts() if site else {})
        self.panel.set_unsaved(sum(count_unsaved(site.layer(table)) for table in _DRAWN) if site else 0)
        self.panel.area_button.setEnabled(site is not None)
        self.import_button.setEnabled(site is not None)
        self.export_button.refresh()
        self.list.add_action.setEnabled(site is not None)
        self.advice_label.setText(advice_text(advise(holdings(site))))

    def _show_category(self, *_: object) -> None:
        name = self.list.current()
        row = self.list.names().index(name) if name else N_KEYS
        self.panel.set_category(name, str(row + 1) if row < N_KEYS else "")

    # Categories

    def add_category(self) -> None:
        """Add a category with the next color and open its name for writing."""
        site = self._workbench.site
        if site is None:
            return
        name = _free_name(self.list.names())
        color = next_color(category.color for category in site.categories())
        self._change(lambda: site.add_category(name, color))
        self.list.edit_name(name)

    def rename_category(self, old: str, new: str) -> None:
        """Rename a category; its labels follow."""
        self._change(lambda: self._workbench.site.rename_category(old, new))
        self.list.pick(new)
        self._draw_on(new)

    def recolor_category(self, name: str, color: str) -> None:
        """Give a category another color, everywhere."""
        self._change(lambda: self._workbench.site.recolor_category(name, color))

    def delete_category(self, name: str) -> None:
        """Delete a category after asking what is to happen to its labels."""
        n_labels = self._workbench.site.label_counts().get(name, 0)
        labels = ask_what_happens_to_labels(self, name, n_labels)
        if labels != CANCEL:
            self._change(lambda: self._workbench.site.delete_category(name, labels))

    # Drawing

    def draw(self, name: str) -> None:
        """Begin to draw labels of a category; the tool stays ready after each."""
        if self._workbench.site is not None and name:
            self.list.pick(name)
            self._begin("labels", {"category": name})

    def draw_row(self, row: int) -> None:
        """Begin to draw labels of the category in a row of the list, from 0."""
        names = self.list.names()
        if row < len(names):
            self.draw(names[row])

    def draw_area(self, role: str = "") -> None:
        """Begin to draw areas of a role; without one, of the role that is chosen."""
        if self._workbench.site is not None:
            if role:
                self.panel.set_role(role)
            self._begin("areas", {"role": self.panel.role()})

    def save(self) -> None:
        """Save labels and areas; drawing goes on."""
        site = self._workbench.site
        for table in _DRAWN if site is not None else ():
            self._change(lambda table=table: save_and_go_on(site.layer(table)))

    def import_labels(self, path: str = "") -> None:
        """Ask for polygons, those of a file if one is given, and make labels of them."""
        site = self._workbench.site
        if site is None:
            return
        own = [site.layer(table).id() for table in (*_DRAWN, "footprints")]
        dialog = ImportDialog(self._workbench.qgis_project, self.list.current() or DEFAULT_CATEGORY, own, self)
        if path:
            dialog.file_widget.setFilePath(path)
        source = dialog.source() if dialog.exec() else None
        if source is not None and source.is_foreign:
            self.exchange.import_from(source.uri)
        elif source is not None:
            self.take_over(source.what, dialog.category_field())

    def take_over(self, source: object, category_field: str | None, colors: Mapping[str, str] | None = None) -> None:
        """Make labels of the polygons of a layer or file, and say how it went; new categories may bring their color."""
        results = []
        site, category = self._workbench.site, self.list.current()
        if category_field is not None and is_starter_alone(site.label_counts()):
            # The file brings categories of its own, and the first colors are for those.
            self._change(lambda: site.delete_category(DEFAULT_CATEGORY, "keep"))
        self._change(lambda: results.append(import_labels(site, source, category_field, category=category)))
        for result in results:
            for name in result.categories_added:
                if name in (colors or {}):
                    self._change(lambda name=name: site.recolor_category(name, colors[name]))
            level = Qgis.MessageLevel.Success if result.n_added else Qgis.MessageLevel.Warning
            self._workbench.say(_import_text(result), level)
        if not site.categories():
            self._change(lambda: site.add_category(DEFAULT_CATEGORY))

    # How it is wired

    def _connect(self) -> None:
        self.list.picked.connect(self._on_picked)
        self.list.add_wanted.connect(self.add_category)
        self.list.rename_wanted.connect(self.rename_category)
        self.list.recolor_wanted.connect(self.recolor_category)
        self.list.delete_wanted.connect(self.delete_category)
        self.list.draw_wanted.connect(self.draw)
        self.list.refused.connect(lambda text: self._workbench.say(text, Qgis.MessageLevel.Info))
        self.panel.draw_wanted.connect(lambda: self.draw(self.list.current()))
        self.panel.area_wanted.connect(self.draw_area)
        self.panel.save_wanted.connect(self.save)
        self.panel.role_box.activated.connect(self._on_role)

    def _make_advice_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.advice_label, 1)
        row.addWidget(
            InfoMark(
                tr(
                    "A label is a polygon that you draw around one thing. A training area is a polygon in which "
                    "you have labeled everything, so that DeepSeg also learns what is not there."
                )
            )
        )
        return row

    def _on_picked(self, name: str) -> None:
        self._show_category()
        self._draw_on(name)

    def _on_role(self, *_: object) -> None:
        """Let areas that are being drawn get the role that was just chosen."""
        site = self._workbench.site
        if site is not None and site.layer("areas").isEditable():
            self._try(lambda: start_drawing(site.layer("areas"), {"role": self.panel.role()}))

    def _draw_on(self, name: str) -> None:
        """Let labels that are being drawn get this category from now on."""
        site = self._workbench.site
        if site is not None and site.layer("labels").isEditable():
            self._try(lambda: start_drawing(site.layer("labels"), {"category": name}))

    def _begin(self, table: str, defaults: dict[str, str]) -> None:
        layer = self._workbench.site.layer(table)
        if self._try(lambda: start_drawing(layer, defaults)):
            self._workbench.digitize(layer)
            self._workbench.canvas.setFocus()  # so that the keys of drawing reach the map at once

    def _change(self, change: Callable[[], object]) -> None:
        """Change the project and let everybody know; what cannot be done is told."""
        self._try(change)
        self._workbench.data_changed.emit()

    def _try(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except DeepSegPluginError as error:
            self._workbench.say_error(error)
            return False
        return True


def is_starter_alone(label_counts: Mapping[str, int]) -> bool:
    """Tell whether a project has nothing but the category that it began with, which nobody has used."""
    return dict(label_counts) == {DEFAULT_CATEGORY: 0}


def holdings(site: SiteProject | None) -> Holdings | None:
    """Return what a project holds, as the advice wants it."""
    if site is None:
        return None
    names = [category.name for category in site.categories()]
    counts = site.label_counts()
    n_others = sum(n for name, n in counts.items() if name not in names)
    return Holdings(len(site.rasters()), {name: counts.get(name, 0) for name in names}, n_others, site.areas_counts())


def _free_name(names: list[str]) -> str:
    if DEFAULT_CATEGORY not in names:
        return DEFAULT_CATEGORY
    n = len(names) + 1
    while tr("category {n}").format(n=n) in names:
        n += 1
    return tr("category {n}").format(n=n)


def _advice_label() -> QLabel:
    label = QLabel()
    label.setObjectName("advice_label")
    label.setWordWrap(True)
    label.setFrameShape(QFrame.Shape.StyledPanel)
    label.setMargin(4)
    return label


def _import_text(result: object) -> str:
    text = tr("1 label was imported.") if result.n_added == 1 else tr("{n} labels were imported.")
    if not result.n_added:
        text = tr("No label was imported.")
    text = text.format(n=number(result.n_added))
    if result.categories_added:
        text += " " + tr("New categories: {names}.").format(names=", ".join(result.categories_added))
    if result.n_skipped:
        text += " " + tr("{n} were left out, because they have no usable outline or are there already.").format(
            n=number(result.n_skipped)
        )
    return text
