"""Painting for layouts from left to right and from right to left: delegates place everything from
the left, and what they place is mirrored where the layout is."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from reader.desktop.writing import is_right_to_left
from reader.model.frozen import dataclass

#: Joined once: flags of Python's enums are slow, and every line of every list is written so.
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_LEFT = int(_MIDDLE | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(_MIDDLE | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True, slots=True)
class Mirror:
    """The room that is mirrored, where `turned`."""

    room: QRect
    turned: bool

    @classmethod
    def of(cls, option: QStyleOptionViewItem) -> "Mirror":
        room, turned = option.rect, option.direction == Qt.LayoutDirection.RightToLeft
        if turned and isinstance(view := option.widget, QAbstractItemView):
            room = view.viewport().rect()
        return cls(QRect(room), turned)

    def place(self, rect: QRect) -> QRect:
        """Where a rectangle that was placed from the left stands. Twice is as before."""
        if not self.turned:
            return QRect(rect)
        left = self.room.left() + self.room.right() - rect.right()
        return QRect(left, rect.top(), rect.width(), rect.height())

    def place_f(self, rect: QRectF) -> QRectF:
        if not self.turned:
            return rect
        left = self.room.left() + self.room.right() + 1 - rect.right()
        return QRectF(left, rect.top(), rect.width(), rect.height())

    def write(
        self, painter: QPainter, rect: QRect, words: str, like: str = "", *, at_end: bool = False
    ) -> None:
        """Words in the middle of a line, at its beginning or its end. Where the layout is from left
        to right, words in a script from right to left begin on the right; `like` is what they are
        a part of."""
        from_right = is_right_to_left(like or words)
        painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
        )
        on_right = not self.turned if at_end else (self.turned or from_right)
        painter.drawText(self.place(rect), _RIGHT if on_right else _LEFT, words)
