"""When an opened article counts as read: at once, after a while, or by the user's hand alone."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from reader.desktop.articles.list_pane import ListPane
from reader.desktop.session import Session
from reader.operations.reading import mark_read

#: Whether something reads the screen to the user: then moving through a list is no reading.
is_read_aloud: Callable[[], bool] = QAccessible.isActive


class ReadMarks(QObject):
    """Marks what is opened, as the user set it. What was marked stays in its list."""

    def __init__(self, session: Session, articles: ListPane) -> None:
        super().__init__()
        self._session = session
        self._list = articles
        self._article_id = 0
        self._kept: dict[int, None] = {}
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self._mark)

    def watch(self, article: QWidget) -> None:
        """Notice when the keys go into the article."""
        article.installEventFilter(self)

    @property
    def kept(self) -> tuple[int, ...]:
        """Articles that were marked here since the list was chosen."""
        return tuple(self._kept)

    def forget(self) -> None:
        """Another list is chosen."""
        self._kept.clear()

    def rest(self) -> None:
        self._waiting.stop()

    def open(self, article_id: int) -> None:
        """An article is on show now."""
        self._waiting.stop()
        self._article_id = article_id
        if article_id == 0 or self._session.store.read_only:
            return
        self._kept[article_id] = None
        settings = self._session.store.settings.all()
        if settings.mark_read == "after":
            self._waiting.start(settings.mark_read_seconds * 1000)
        elif settings.mark_read != "by_hand" and not self._is_passing():
            self._mark()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the keys go into the article, it is read."""
        entered = event.type() == QEvent.Type.FocusIn and is_read_aloud()
        if entered and self._session.store.settings.all().mark_read == "at_once":
            self._mark()
        return super().eventFilter(watched, event)

    def _is_passing(self) -> bool:
        return is_read_aloud() and self._list.view.hasFocus()

    def _mark(self) -> None:
        if self._article_id and not self._session.store.read_only:
            same_study = self._session.store.stories.with_others([self._article_id])
            self._session.apply(mark_read(self._session.store, same_study))
