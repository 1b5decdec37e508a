"""The row at the top: the search box and the buttons for what one does most."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from reader.desktop.actions import Actions
from reader.desktop.tongue import tr


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
    button.setAccessibleName(actions[name].text())
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if caption:
        button.setText(caption)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def _menu_button(actions: Actions) -> QToolButton:
    button = QToolButton()
    button.setObjectName("topButton")
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
