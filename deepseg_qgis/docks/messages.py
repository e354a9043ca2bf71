"""What is said in QGIS's message bar: a sentence, and a button that leads on."""

from __future__ import annotations

import math
import platform
from collections.abc import Callable
from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QTextBrowser

from ..about import NAME, VERSION
from ..errors import DeepSegPluginError
from ..i18n import tr

Link = tuple[str, Callable[[], None]]  # the text of a button, and what it does
_SHORT_S, _LONG_S, _STAYS = 5, 20, 0
_MOST_HIGH_PX = 160  # of a text in the bar; a longer one scrolls
_MOST_OF_LOG = 20_000  # characters; the end is what tells


class Messages:
    """Puts sentences into the message bar and takes them away again; silent where there is no bar."""

    def __init__(self, message_bar: QgsMessageBar | None) -> None:
        self._bar = message_bar
        self._items: list[QgsMessageBarItem] = []
        if message_bar is not None:
            message_bar.widgetAdded.connect(self._make_way)

    def say(
        self, message: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info, *, link: Link | None = None
    ) -> QgsMessageBarItem | None:
        """Show a sentence; `link` is the text of a button and what it does."""
        if self._bar is None:
            return None
        item = self._bar.createMessage(NAME, message)
        item.setObjectName("deepseg_message")
        if link is not None:
            self._add_button(item, *link)
        bad = level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
        self._bar.pushWidget(item, level, _STAYS if bad else _LONG_S if link else _SHORT_S)
        _show_whole(item)
        self._items = [kept for kept in self._items if not sip.isdeleted(kept)] + [item]
        return item

    def say_error(self, error: DeepSegPluginError, log: str = "") -> QgsMessageBarItem | None:
        """Show what happened, why and what to do next; a button copies what a report needs."""
        text = details(error, log)
        link = (tr("Copy details"), lambda: QApplication.clipboard().setText(text))
        return self.say(error.sentence(), Qgis.MessageLevel.Critical, link=link)

    def leave(self, message: str) -> None:
        """Show a sentence that stays for a while though we go: all of it is QGIS's own."""
        if self._bar is not None:
            self._bar.pushMessage(NAME, message, Qgis.MessageLevel.Info, _LONG_S)

    def tear_down(self) -> None:
        """Take away all that is still shown, and let go of the bar."""
        if self._bar is not None:
            self._bar.widgetAdded.disconnect(self._make_way)
        for item in self._items:
            self.take_back(item)
        self._items = []

    def take_back(self, item: QgsMessageBarItem | None) -> None:
        """Take one sentence away; None and one that is gone already are no matter."""
        if self._bar is not None and item is not None and not sip.isdeleted(item):
            self._bar.popWidget(item)

    def _make_way(self, *_: object) -> None:
        """Take away "Task complete: DeepSeg: …": QGIS lays it over what we say ourselves of the same run."""
        QTimer.singleShot(0, self._take_away_tasks)  # not at once: QGIS is still laying it out

    def _take_away_tasks(self) -> None:
        for item in [] if self._bar is None or sip.isdeleted(self._bar) else self._bar.items():
            if item.title() != NAME and item.text().startswith(task_title("")):
                self._bar.popWidget(item)

    def _add_button(self, item: QgsMessageBarItem, text: str, act: Callable[[], None]) -> None:
        button = QPushButton(text, item)
        button.setObjectName("deepseg_message_button")
        button.clicked.connect(lambda: act())
        item.layout().addWidget(button)


def task_title(work: str) -> str:
    """Return what QGIS calls a task of ours; it tells when it is over, unless we do."""
    return f"{NAME}: {work}"


def _show_whole(item: QgsMessageBarItem) -> None:
    """Keep an item as high as its text: QGIS shows two lines at most, and the rest would have to be scrolled to."""
    text = item.findChild(QTextBrowser)
    if text is not None:
        # The size changes whenever the text gets another width, the first time when it is laid out.
        text.document().documentLayout().documentSizeChanged.connect(lambda size: _fit(text, size.height()))
        _fit(text, text.document().size().height())


def _fit(text: QTextBrowser, height_px: float) -> None:
    whole_px = math.ceil(height_px) + 2 * text.frameWidth()
    text.setFixedHeight(min(whole_px, _MOST_HIGH_PX))
    if whole_px <= _MOST_HIGH_PX:
        text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def details(error: DeepSegPluginError, log: str = "") -> str:
    """Return what a report needs: the error, the versions, the end of the log; home folders are left out."""
    rows = [
        f"{NAME} {VERSION}, QGIS {Qgis.QGIS_VERSION}, {platform.platform()}",
        f"{type(error).__name__} {getattr(error, 'code', '') or ''}".rstrip(),
        error.sentence(),
        *(f"{name}: {text}" for name, text in getattr(error, "details", {}).items()),
        log[-_MOST_OF_LOG:],
    ]
    return "\n".join(row for row in rows if row).replace(str(Path.home()), "~")
