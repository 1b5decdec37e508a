"""The row at the top: the search box and the buttons for what one does most."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from reader.desktop.actions import Actions


def top_bar(actions: Actions, search: QWidget) -> QWidget:
    bar = QWidget()
    bar.setObjectName("topBar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(8)
    row.addWidget(_button(actions, "add_feed", "Add feed"))
    row.addWidget(_button(actions, "refresh_all"))
    row.addWidget(search, 1)
    row.addWidget(_button(actions, "toggle_star"))
    row.addWidget(_button(actions, "tag", "Tag"))
    row.addWidget(_menu_button(actions))
    return bar


def _button(actions: Actions, name: str, caption: str = "") -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[name])
    button.setObjectName("topButton")
    button.setAccessibleName(actions[name].text())
    if caption:
        button.setText(caption)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def _menu_button(actions: Actions) -> QToolButton:
    button = QToolButton()
    button.setObjectName("topButton")
    button.setText("☰")
    button.setToolTip("Menu: everything Studywire can do")
    button.setAccessibleName("Menu")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    for part in actions.menus(menu):
        menu.addMenu(part)
    button.setMenu(menu)
    return button
