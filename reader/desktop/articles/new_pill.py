"""Over the list: how many articles came since it was shown, and a way to see them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reader.desktop.article_words import noun_for
from reader.desktop.tongue import tr


class NewPill(QPushButton):
    """Hidden while nothing is new. A screen reader says it when more have come."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self.setObjectName("newPill")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Show what has come (.)"))
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are new; 0 for none."""
        grown, self._count = count > self._count, count
        self.setText(tr("{count:,} new  ↑", count=count))
        noun = noun_for(count)
        self.setAccessibleName(tr("{count:,} new {noun}. Show them.", count=count, noun=noun))
        self.setVisible(bool(count))
        if grown:
            from PySide6.QtGui import QAccessible, QAccessibleEvent  # dear, and not at the start

            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
