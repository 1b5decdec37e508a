"""Below the card: how much was found and checked, the next to check, and where the paper is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.desktop.flow import FlowLayout
from reader.desktop.tongue import tr


class CardFooter(QFrame):
    """Stays in sight while the rows scroll."""

    next_wanted = Signal()
    link_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardFooter")
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setObjectName("cardCount")
        self._count.setWordWrap(True)  # large letters
        self._next = link_button(
            tr("Check next  V"), tr("Go to the next value you have not checked (V)")
        )
        self._next.clicked.connect(self.next_wanted)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._count, 1)
        head.addWidget(self._next)
        self._links = FlowLayout(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 7, 12, 7)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._links)

    @property
    def words(self) -> str:
        return self._count.text()

    def show_counts(self, found: int, total: int, checked: int, *, left: bool) -> None:
        """`left`: there is something to check."""
        self._count.setText(
            tr(
                "{found} of {total} found · {checked} checked",
                found=found,
                total=total,
                checked=checked,
            )
        )
        self._next.setEnabled(left)

    def show_links(self, links: Sequence[tuple[str, str, str]]) -> None:
        """(caption, address, what it names) of each."""
        while item := self._links.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for caption, address, named in links:
            self._links.addWidget(self._link(caption, address, named))
        self._links.invalidate()

    def _link(self, caption: str, address: str, named: str) -> QWidget:
        link = link_button(
            f"{caption} ↗", tr("{named}: open {address}", named=named, address=address)[:300]
        )
        link.setAccessibleName(
            tr("{caption} {named}, open in the browser", caption=caption, named=named)
        )
        link.clicked.connect(lambda: self.link_chosen.emit(address))
        return link


def link_button(caption: str, tip: str) -> QPushButton:
    """Words that can be clicked. `tip` is plain text."""
    made = QPushButton(caption)
    made.setObjectName("link")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setToolTip(tip.replace("<", "‹"))
    return made
