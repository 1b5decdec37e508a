"""Moving through articles and places."""

from reader.desktop.arrangement import Arrangement
from reader.desktop.panes import Panes
from reader.desktop.tongue import tr


class Going:
    """Next and previous, pages, places."""

    def __init__(self, panes: Panes, arrangement: Arrangement) -> None:
        self._panes = panes
        self._arrangement = arrangement

    def next_article(self) -> None:
        if self._shows_articles:
            self._panes.list.step(1)

    def previous_article(self) -> None:
        if self._shows_articles:
            self._panes.list.step(-1)

    @property
    def _shows_articles(self) -> bool:
        """Behind the table nothing is opened, and read, that nobody sees."""
        panes = self._panes
        return any(pane.isVisibleTo(panes.window) for pane in (panes.list, panes.reading))

    def next_unread(self) -> None:
        if self._shows_articles and not self._panes.list.step_unread(1):
            self._panes.status.say(tr("No unread article further down."))

    def previous_unread(self) -> None:
        if self._shows_articles and not self._panes.list.step_unread(-1):
            self._panes.status.say(tr("No unread article further up."))

    def page_on(self) -> None:
        """A page on; at the end of the article, the next unread one."""
        opened, reading = self._panes.opened.article, self._panes.reading
        if opened is not None and not reading.isVisible():
            self._arrangement.read()
        elif opened is None or not reading.view.page_down():
            self.next_unread()

    def page_back(self) -> None:
        self._panes.reading.view.page_up()

    def next_feed(self) -> None:
        if not self._panes.sidebar.step_feed(1):
            self._panes.status.say(tr("No feed with unread articles further down."))

    def previous_feed(self) -> None:
        if not self._panes.sidebar.step_feed(-1):
            self._panes.status.say(tr("No feed with unread articles further up."))

    def go_inbox(self) -> None:
        self._panes.sidebar.choose("inbox")

    def go_starred(self) -> None:
        self._panes.sidebar.choose("starred")

    def go_annotated(self) -> None:
        self._panes.sidebar.choose("annotated")

    def go_all(self) -> None:
        self._panes.sidebar.choose("all")

    def show_new(self) -> None:
        """Take what has come since into the list."""
        self._panes.list.show_new()
