"""The row at the top: the search box and the buttons for what one does most."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from reader.desktop.actions import Actions
from reader.desktop.tongue import tr

#: Pixels of an icon beside letters of so many pixels.
_ICON, _LETTERS = 16, 13


class TopBar(QWidget):
    """Loses captions, then buttons, as the window gets narrower; the menu has everything."""

    def __init__(self, actions: Actions, search: QWidget) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._back = _button(actions, "go_back", tr("Back"))
        self._add = _button(actions, "add_feed", tr("Add feed"))
        self._refresh = _button(actions, "refresh_all")
        self._star = _button(actions, "toggle_star")
        self._tag = _button(actions, "tag", tr("Tag"))
        self._panel = _button(actions, "toggle_side_panel")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for button in (self._back, self._add, self._refresh):
            row.addWidget(button)
        search.setMinimumWidth(80)
        row.addWidget(search, 1)
        for button in (self._star, self._tag, self._panel, _menu_button(actions)):
            row.addWidget(button)
        self._back.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Icons are as large as the letters beside them."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._size_icons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._size_icons()

    def _size_icons(self) -> None:
        self._tag.ensurePolished()
        size = max(_ICON, round(self._tag.font().pixelSize() * _ICON / _LETTERS))
        for button in self.findChildren(QToolButton, "topButton"):
            button.setIconSize(QSize(size, size))

    def fit(self, way: str) -> None:
        """Leave out what a window of this `way` of `reader.desktop.arrangement` has no room for."""
        icon, both = (
            Qt.ToolButtonStyle.ToolButtonIconOnly,
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        )
        for button in (self._add, self._tag):
            button.setToolButtonStyle(both if way == "wide" else icon)
        for button in (self._refresh, self._tag):
            button.setVisible(way != "bare")

    def offer_back(self, behind: bool) -> None:
        """The list lies behind the article, or no longer does."""
        self._back.setVisible(behind)


def _button(actions: Actions, name: str, caption: str = "") -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[name])
    button.setObjectName("topButton")
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
    button.setAccessibleName(actions[name].text())
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if caption:
        button.setText(caption)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def _menu_button(actions: Actions) -> QToolButton:
    button = QToolButton()
    button.setObjectName("topButton")
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
    button.setText("☰")
    button.setToolTip(tr("Menu: everything Studywire can do"))
    button.setAccessibleName(tr("Menu"))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    for part in actions.menus(menu):
        menu.addMenu(part)
    button.setMenu(menu)
    return button
