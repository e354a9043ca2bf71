"""Where QGIS takes hold of DeepSeg: built when it loads the plugin, taken down in reverse when it unloads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QDialog, QMainWindow, QMenu, QMessageBox, QToolBar

from .about import NAME, VERSION, command_line
from .algorithms.provider import DeepSegProvider
from .docks.dock_row import DockRow
from .docks.workbench import Workbench
from .i18n import forget_language, tr, use_language

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

ICONS = Path(__file__).parent / "icons"


class Plugin:
    """Registers the algorithms, and where there are windows builds toolbar, menu and docks."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._provider: DeepSegProvider | None = None
        self._workbench: Workbench | None = None
        self._row: DockRow | None = None
        self._menu: QMenu | None = None
        self._toolbar: QToolBar | None = None

    def initProcessing(self) -> None:  # noqa: N802  (QGIS calls it by this name, in `qgis_process` nothing else)
        """Register the algorithms."""
        if self._provider is None:
            use_language(QgsApplication.locale())
            self._provider = DeepSegProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:  # noqa: N802
        """Build what people see; QGIS calls this only where it has windows."""
        self.initProcessing()
        if self._iface is None or self._workbench is not None:
            return
        window = self._iface.mainWindow()
        self._workbench = Workbench(
            window=window,
            canvas=self._iface.mapCanvas(),
            message_bar=self._iface.messageBar(),
            qgis_project=QgsProject.instance(),
            digitize=self._digitize,
            layer_tree_view=self._iface.layerTreeView(),
        )
        self._row = DockRow(self._workbench, add=self._iface.addDockWidget, remove=self._iface.removeDockWidget)
        self._menu = QMenu(NAME, window)
        self._menu.setObjectName("deepseg_menu")
        self._menu.setIcon(icon("deepseg"))
        self._toolbar = self._iface.addToolBar(NAME)
        self._toolbar.setObjectName("deepseg_toolbar")
        self._add_actions(self._menu, self._toolbar)
        self._add_tools(self._menu)
        self._iface.pluginMenu().addMenu(self._menu)
        self._row.reopen()

    def unload(self) -> None:
        """Take away what was put there, the newest first; a run that is going on is stopped."""
        if self._workbench is not None:
            self._workbench.shut_down()
        if self._row is not None:
            self._row.tear_down()
        if self._iface is not None and self._menu is not None and self._toolbar is not None:
            close_dialogs(self._iface.mainWindow())
            self._iface.pluginMenu().removeAction(self._menu.menuAction())
            self._iface.mainWindow().removeToolBar(self._toolbar)
        for thing in (self._toolbar, self._menu, self._workbench):
            if thing is not None:
                thing.deleteLater()
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            forget_language()
        self._toolbar = self._menu = self._row = self._workbench = self._provider = None

    def show_docks(self, name: str = "") -> None:
        """Show the docks, the named one in front."""
        if self._row is not None:
            self._row.show(name)

    def show_setup(self) -> None:
        """Open the dialog that sets up the engine."""
        from .docks.setup_dialog import open_setup_dialog  # most people need it once: QGIS does not wait for it

        if self._workbench is not None:
            open_setup_dialog(self._workbench)

    def show_about(self) -> None:
        """Show the version and the command line."""
        if self._iface is not None:
            QMessageBox.about(self._iface.mainWindow(), NAME, about_text())

    def _add_actions(self, menu: QMenu, toolbar: QToolBar) -> None:
        """Fill menu and toolbar: everything at once, then the docks in the order of the work."""
        for name, text, tip, act in self._entries():
            if not text:
                menu.addSeparator()
                continue
            action = menu.addAction(icon(name), text) if name else menu.addAction(text)
            action.setObjectName(f"deepseg_{name or 'about'}_action")
            action.setToolTip(tip or text)
            # Only what the lambda names is kept, and not the "checked" that the signal brings.
            action.triggered.connect(lambda _=False, act=act: act())
            if name:
                toolbar.addAction(action)

    def _add_tools(self, menu: QMenu) -> None:
        """Add a menu of all tools before the set-up; it is filled when somebody opens it."""
        from .docks.every_tool import fill_with_tools

        tools = QMenu(tr("All tools"), menu)
        tools.setObjectName("deepseg_tools_menu")
        workbench = self._workbench
        tools.aboutToShow.connect(lambda: fill_with_tools(tools, workbench))
        actions = {action.objectName(): action for action in menu.actions()}
        menu.insertMenu(actions["deepseg_settings_action"], tools)

    def _entries(self) -> list[tuple[str, str, str, Callable[[], None]]]:
        """Return name of the icon, text, tool tip and what happens."""
        return [
            ("deepseg", tr("Open DeepSeg"), tr("DeepSeg: draw, train, evaluate, predict"), self.show_docks),
            ("", "", "", self.show_docks),
            ("labels", tr("Categories && labels"), tr("Categories and labels"), lambda: self.show_docks("labels")),
            ("training", tr("Training"), "", lambda: self.show_docks("training")),
            ("evaluation", tr("Evaluation"), "", lambda: self.show_docks("evaluation")),
            ("prediction", tr("Prediction"), "", lambda: self.show_docks("prediction")),
            ("", "", "", self.show_docks),
            ("settings", tr("Set up DeepSeg…"), "", self.show_setup),
            ("", tr("About DeepSeg"), "", self.show_about),
        ]

    def _digitize(self, layer: QgsVectorLayer) -> None:
        """Make a layer the current one and take QGIS's own tool that draws a feature."""
        if self._iface is not None:
            self._iface.setActiveLayer(layer)
            self._iface.actionAddFeature().trigger()


def close_dialogs(window: QMainWindow) -> None:
    """Close our dialogs that are still open."""
    for dialog in window.findChildren(QDialog):
        if dialog.objectName().startswith("deepseg_"):
            dialog.reject()
            dialog.deleteLater()


def icon(name: str) -> QIcon:
    """Return one of our own icons; their colors are seen on light and on dark."""
    return QIcon(str(ICONS / f"{name}.svg"))


def about_text() -> str:
    """Return what the entry shows."""
    text = tr(
        "{name} {version}\n\nLearns to find things in orthophotos from a few drawn polygons, on this computer. "
        "The engine also runs as a command line:\n\n{commands}"
    )
    return text.format(name=NAME, version=VERSION, commands=command_line())
