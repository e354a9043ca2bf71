"""Draw labels, draw areas with their role, and save what was drawn."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..domain.roles import AREA_ROLES, TRAIN
from ..i18n import tr
from .info_mark import InfoMark
from .map_keys import AREA_KEY
from .role_words import area_role_meaning, areas_text, role_name
from .wording import number


class DrawPanel(QWidget):
    """The buttons of drawing; what a person wants comes out as signals."""

    draw_wanted = pyqtSignal()
    area_wanted = pyqtSignal(str)  # role
    save_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draw_button = _button("draw_button", tr("Draw"))
        font = self.draw_button.font()
        font.setBold(True)  # the one primary button of the dock
        self.draw_button.setFont(font)
        self.draw_button.clicked.connect(lambda: self.draw_wanted.emit())
        self.area_button = _button("draw_area_button", tr("Draw area ({key})").format(key=AREA_KEY))
        self.area_button.clicked.connect(lambda: self.area_wanted.emit(self.role()))
        self.role_box = QComboBox()
        self.role_box.setObjectName("area_role_box")
        self.role_box.setAccessibleName(tr("What the area is for"))
        for role in AREA_ROLES:
            self.role_box.addItem(role_name(role), role)
            self.role_box.setItemData(self.role_box.count() - 1, area_role_meaning(role), Qt.ItemDataRole.ToolTipRole)
        self.role_box.currentIndexChanged.connect(self._explain_role)
        self.areas_label = QLabel()
        self.areas_label.setObjectName("areas_label")
        self.unsaved_label = QLabel()
        self.unsaved_label.setObjectName("unsaved_label")
        self.save_button = QPushButton(tr("Save labels"))
        self.save_button.setObjectName("save_labels_button")
        self.save_button.clicked.connect(lambda: self.save_wanted.emit())
        self._lay_out()
        self._explain_role()
        self.set_category("", "")
        self.set_areas({})
        self.set_unsaved(0)

    def role(self) -> str:
        """The role that the next area gets."""
        return self.role_box.currentData() or TRAIN

    def set_role(self, role: str) -> None:
        """Choose the role that the next area gets."""
        self.role_box.setCurrentIndex(max(self.role_box.findData(role), 0))

    def set_category(self, name: str, key: str) -> None:
        """Say what DRAW would draw; without a name there is nothing to draw."""
        text = tr("Draw {category} ({key})") if key else tr("Draw {category}")
        shown = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
        self.draw_button.setText(text.format(category=shown.replace("&", "&&"), key=key) if name else tr("Draw"))
        self.draw_button.setEnabled(bool(name))
        self.draw_button.setToolTip(
            tr(
                "Draw labels of {category} on the map: click the corners, end with a right click. "
                "The tool stays ready for the next one; hold Space to pan."
            ).format(category=name)
            if name
            else tr("Add a category first.")
        )

    def set_areas(self, counts: Mapping[str, int]) -> None:
        """Show how many areas there are per role."""
        self.areas_label.setText(areas_text(counts))

    def set_unsaved(self, n: int) -> None:
        """Show how many changes of labels and areas are not on disk yet."""
        text = tr("1 unsaved change") if n == 1 else tr("{n} unsaved changes").format(n=number(n))
        self.unsaved_label.setText(text if n else tr("All labels are saved."))
        self.save_button.setEnabled(n > 0)
        self.save_button.setToolTip(
            tr("Write drawn labels and areas to the project's file. Until then you can undo each of them.")
            if n
            else tr("There is nothing to save.")
        )

    def _lay_out(self) -> None:
        role = QHBoxLayout()
        role.setSpacing(2)
        role.addWidget(self.role_box, 1)
        role.addWidget(
            InfoMark(
                tr(
                    "An area tells DeepSeg where to work. Inside a training area label everything of your categories: "
                    "what has no label there is taken for background."
                )
            )
        )
        area = QHBoxLayout()
        area.addWidget(self.area_button, 1)
        area.addLayout(role)
        save = QHBoxLayout()
        save.addWidget(self.unsaved_label, 1)
        save.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.draw_button)
        layout.addLayout(area)
        layout.addWidget(self.areas_label)
        layout.addLayout(save)

    def _explain_role(self, *_: object) -> None:
        meaning = area_role_meaning(self.role())
        self.role_box.setToolTip(meaning)
        self.area_button.setToolTip(tr("Draw an area on the map. {meaning}").format(meaning=meaning))


_LONGEST_NAME = 24


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
