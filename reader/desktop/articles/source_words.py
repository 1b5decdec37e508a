"""The line of a row that says where an article is from and when it came."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from reader.desktop.writing import side_by_side


def source_words(metrics: QFontMetrics, parts: Sequence[str], width: int) -> str:
    """The feed and what is said of the article, side by side; a long name is cut, not the date."""
    over = metrics.horizontalAdvance(side_by_side(parts)) - width
    if over <= 0:
        return side_by_side(parts)
    room = max(metrics.horizontalAdvance(parts[0]) - over, width // 3)
    name = metrics.elidedText(parts[0], Qt.TextElideMode.ElideRight, room)
    return side_by_side([name, *parts[1:]])
