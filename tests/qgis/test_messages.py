"""What is said in the message bar can be read without scrolling."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QTextBrowser

from deepseg_qgis.docks.messages import Messages
from tests.qgis.interface import Interface

LONG = " ".join(["The labels name a category that the model does not know; rename them, or train from nothing."] * 2)


def test_a_long_message_is_shown_whole(iface: Interface) -> None:
    bar = iface.messageBar()
    bar.setParent(iface.mainWindow())
    bar.resize(600, 40)
    bar.show()
    for link in (None, ("Copy details", lambda: None)):
        item = Messages(bar).say(LONG, Qgis.MessageLevel.Warning, link=link)
        QTest.qWait(50)
        text = item.findChild(QTextBrowser)
        assert text.height() >= text.document().size().height()
        assert not text.verticalScrollBar().isVisible()


def test_what_qgis_says_of_our_task_does_not_lie_over_our_own_words(iface: Interface) -> None:
    bar = iface.messageBar()
    messages = Messages(bar)
    messages.say("kampala-1 is trained.")
    bar.pushMessage("Task complete", "DeepSeg: Train a model")
    bar.pushMessage("Task complete", "Rendering tiles")
    QTest.qWait(50)
    assert sorted(item.text() for item in bar.items()) == ["Rendering tiles", "kampala-1 is trained."]
    messages.tear_down()
    assert [item.text() for item in bar.items()] == ["Rendering tiles"]
    bar.pushMessage("Task complete", "DeepSeg: Train a model")
    QTest.qWait(50)
    assert bar.currentItem().text() == "DeepSeg: Train a model"
    bar.clearWidgets()
