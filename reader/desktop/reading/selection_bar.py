"""What can be done with selected words, beside them. A child of the article, not a window."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from reader.desktop.card_terms import label
from reader.desktop.flow import FlowLayout
from reader.desktop.keys_in_use import hint
from reader.desktop.theme import MEANINGS, Theme
from reader.desktop.tongue import tr
from reader.model.study import FIELDS

_SIZE = 24


class SelectionBar(QFrame):
    """A dot for each colour, note, tag, copy, evidence."""

    colour_chosen = Signal(str)
    note_wanted = Signal()
    tag_wanted = Signal()
    copy_wanted = Signal()
    #: A field of the study card that the selected words speak of.
    evidence_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._room = parent
        self.setObjectName("selectionBar")
        row = FlowLayout(2)
        self.setLayout(row)
        row.setContentsMargins(6, 4, 6, 4)
        self._dots = {name: self._dot(name, tr(meaning)) for name, meaning in MEANINGS.items()}
        for dot in self._dots.values():
            row.addWidget(dot)
        self._note = self._button(
            tr("Note"), "note", tr("Highlight with a note"), "highlight_with_note"
        )
        self._note.clicked.connect(self.note_wanted)
        self._tag = self._button(tr("Tag"), "tag", tr("Highlight with a tag"))
        self._tag.clicked.connect(self.tag_wanted)
        self._copy = self._button(tr("Copy"), "copy", tr("Copy with citation"), "copy_quote")
        self._copy.clicked.connect(self.copy_wanted)
        self._evidence = self._button(
            tr("Evidence for…"), "quote", tr("Link to the study card"), "link_selection"
        )
        self._evidence.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._evidence.setMenu(self._fields())
        row.addWidget(self._note)
        row.addWidget(self._tag)
        row.addWidget(self._copy)
        row.addWidget(self._evidence)
        theme.changed.connect(self._paint)
        self._paint()
        self.hide()

    def show_beside(self, selection: QRectF) -> None:
        """Above the selected words, below them where there is no room above.

        In a narrow pane it takes two lines.
        """
        room = self._room.rect()
        width = min(self.sizeHint().width(), max(120, room.width() - 16))
        self.resize(width, self.heightForWidth(width))
        top = selection.top() - self.height() - 8
        if top < 4:
            top = selection.bottom() + 8
        left = selection.center().x() - self.width() / 2
        left = min(max(8, left), max(8, room.width() - self.width() - 8))
        self.move(QPoint(round(left), round(min(top, room.height() - self.height() - 4))))
        self.show()
        self.raise_()

    def _dot(self, name: str, meaning: str) -> QToolButton:
        dot = QToolButton(self)
        dot.setFixedSize(_SIZE + 4, _SIZE + 4)
        dot.setIconSize(QSize(16, 16))
        dot.setToolTip(tr("Highlight {name}: {meaning}", name=tr(name), meaning=meaning))
        dot.setAccessibleName(tr("Highlight {name}, {meaning}", name=tr(name), meaning=meaning))
        dot.setAutoRaise(True)
        dot.clicked.connect(lambda: self.colour_chosen.emit(name))
        return dot

    def _button(self, caption: str, icon: str, tip: str, action: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setText(caption)
        button.setProperty("icon_name", icon)
        hint(button, tip, action)
        button.setAutoRaise(True)
        button.setMinimumHeight(_SIZE + 4)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _fields(self) -> QMenu:
        menu = QMenu(self)
        for field in FIELDS:
            action = menu.addAction(label(field.name))
            action.triggered.connect(lambda _=False, f=field.name: self.evidence_wanted.emit(f))
        return menu

    def _paint(self) -> None:
        for name, dot in self._dots.items():
            dot.setIcon(_round(self._theme.colours.highlights[name], self._theme.colours.faint))
        for button in (self._note, self._tag, self._copy, self._evidence):
            button.setIcon(self._theme.icon(button.property("icon_name")))


def _round(colour: str, edge: str) -> QIcon:
    pixmap = QPixmap(32, 32)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(QColor(edge))
    painter.drawEllipse(3, 3, 26, 26)
    painter.end()
    return QIcon(pixmap)
