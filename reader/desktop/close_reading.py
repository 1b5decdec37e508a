"""An article is studied before those that wait, once somebody stays with it; an older one is read
closely, as the classifier by itself reads the newest alone."""

from PySide6.QtCore import QObject, QTimer

from reader.desktop.opened import Opened
from reader.desktop.updating import Updater
from reader.store.store import Store

#: Milliseconds with an article after which one is reading it, and not passing through.
STAYS = 700


class CloseReading(QObject):
    """Asks for what is open and has not been studied, or not closely. Its card follows when that is done."""

    def __init__(self, store: Store, opened: Opened, updater: Updater) -> None:
        super().__init__(opened)
        self._store = store
        self._opened = opened
        self._updater = updater
        self._waiting = QTimer(self, singleShot=True, interval=STAYS)
        self._waiting.timeout.connect(self._ask)
        opened.opened.connect(self._wait)

    def rest(self) -> None:
        self._waiting.stop()

    def _wait(self, article_id: int) -> None:
        self._waiting.stop()
        if article_id and not self._store.read_only:
            self._waiting.start()

    def _ask(self) -> None:
        from reader.operations.studying import lacks_close_reading  # imports the extractor

        article = self._opened.article
        if article and self._opened.card is None:
            self._updater.study_first(article.id)
        elif article and lacks_close_reading(self._store, article.id):
            self._updater.read_closely(article.id)
