"""Makes what the first article needs before one is opened: a part at a time, after the start has come
to rest, so that neither the first list nor the first article waits for it."""

from collections import deque
from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from reader.desktop.window import MainWindow

#: Milliseconds from the start to the first part, and from one part to the next. A part takes less than
#: a tenth of a second.
FIRST, PAUSE = 2_000, 700
#: What the first query needs.
_QUERIES = (
    *("reader.operations.searching", "reader.store.field_sql", "reader.operations.suggesting"),
    "reader.desktop.search.completions",
)


class Warming(QObject):
    """Goes through the parts and ends with the last."""

    #: All that the window keeps is there.
    ended = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        panes, store = window.panes, window.panes.session.store
        self._parts: deque[Callable[[], object]] = deque(
            (
                lambda: panes.reading.view,
                panes.list.view.rehearse,
                lambda: import_module("reader.desktop.shown"),
                lambda: [import_module(name) for name in _QUERIES],
                lambda: (store.studies, store.arrivals),
                lambda: panes.side.card,
                lambda: (window.article_deeds, window.study_deeds),
                lambda: (window.note_deeds, window.note_going, window.feed_deeds),
            )
        )
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.make_one)
        QTimer.singleShot(FIRST, self._timer, self._timer.start)

    def make_one(self) -> None:
        """The next part."""
        if self._parts:
            self._parts.popleft()()
        else:
            self._timer.stop()
            self.ended.emit()
