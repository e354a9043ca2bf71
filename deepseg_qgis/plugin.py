"""Where QGIS takes hold of DeepSeg: built when it loads the plugin, taken down in reverse when it unloads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QMenu, QMessageBox

from .about import NAME, VERSION, command_line

if TYPE_CHECKING:
    from qgis.gui import QgisInterface


class Plugin:
    """A menu whose one entry says which version this is and how the engine is started."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._menu: QMenu | None = None

    def initGui(self) -> None:  # noqa: N802  (QGIS calls it by this name)
        """Put the menu among those of the plugins; QGIS calls this only where it has windows."""
        if self._iface is None:
            return
        self._menu = QMenu(NAME, self._iface.mainWindow())
        self._menu.setObjectName("deepseg_menu")
        about = self._menu.addAction(tr("About {name}").format(name=NAME))
        about.triggered.connect(self.show_about)
        self._iface.pluginMenu().addMenu(self._menu)

    def unload(self) -> None:
        """Take away what `initGui` put there."""
        if self._iface is None or self._menu is None:
            return
        self._iface.pluginMenu().removeAction(self._menu.menuAction())
        self._menu.deleteLater()
        self._menu = None

    def show_about(self) -> None:
        """Show the version and the command line."""
        if self._iface is None:
            return
        QMessageBox.about(self._iface.mainWindow(), NAME, about_text())


def about_text() -> str:
    """Return what the entry shows."""
    text = tr(
        "{name} {version}\n\nLearns to find things in orthophotos from a few drawn polygons. "
        "The engine runs as a command line:\n\n{commands}"
    )
    return text.format(name=NAME, version=VERSION, commands=command_line())


def tr(text: str) -> str:
    """Return the text in the user's language."""
    return QCoreApplication.translate("DeepSeg", text)
