"""Over the list: how many articles came since it was shown, and a way to see them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QPushButton, QWidget

_TOP = 8


class NewPill(QPushButton):
    """Lies over the top of a view, in its middle; hidden while nothing is new."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("newPill")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Show what has come (.)")
        over.installEventFilter(self)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are new; 0 for none."""
        grown = count and self.text() != f"{count:,} new  ↑"
        self.setText(f"{count:,} new  ↑")
        noun = "article" if count == 1 else "articles"
        self.setAccessibleName(f"{count:,} new {noun}. Show them.")
        self.setVisible(bool(count))
        self._place()
        if grown:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, _TOP)
        self.raise_()
