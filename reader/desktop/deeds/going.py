"""Moving through articles, places and panes."""

from PySide6.QtWidgets import QApplication, QWidget

from reader.desktop.panes import Panes


class Going:
    """Next and previous, pages, places, panes."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes

    def next_article(self) -> None:
        self._panes.list.step(1)

    def previous_article(self) -> None:
        self._panes.list.step(-1)

    def next_unread(self) -> None:
        if not self._panes.list.step_unread(1):
            self._panes.status.say("No unread article further down.")

    def previous_unread(self) -> None:
        if not self._panes.list.step_unread(-1):
            self._panes.status.say("No unread article further up.")

    def page_on(self) -> None:
        """A page on; at the end of the article, the next unread one."""
        if self._panes.opened.article is None or not self._panes.reading.view.page_down():
            self.next_unread()

    def page_back(self) -> None:
        self._panes.reading.view.page_up()

    def next_feed(self) -> None:
        if not self._panes.sidebar.step_feed(1):
            self._panes.status.say("No feed with unread articles further down.")

    def previous_feed(self) -> None:
        if not self._panes.sidebar.step_feed(-1):
            self._panes.status.say("No feed with unread articles further up.")

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

    def focus_article(self) -> None:
        if self._panes.opened.article:
            self._panes.reading.view.setFocus()

    def next_pane(self) -> None:
        """Give the keys to the next pane: sidebar, list, article, side panel."""
        panes: list[QWidget] = [
            self._panes.sidebar,
            self._panes.list.view,
            self._panes.reading.view,
            self._panes.side,
        ]
        shown = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = next((n for n, p in enumerate(shown) if focus and p.isAncestorOf(focus)), None)
        here = next((n for n, p in enumerate(shown) if p is focus), here)
        if shown:
            shown[0 if here is None else (here + 1) % len(shown)].setFocus()
