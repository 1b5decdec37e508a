"""The window: where the panes stand, and how they are wired to each other."""

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.actions import Actions
from reader.desktop.articles.list_pane import ListPane
from reader.desktop.deeds.article_deeds import ArticleDeeds
from reader.desktop.deeds.feed_deeds import FeedDeeds
from reader.desktop.deeds.feed_health_deeds import FeedHealthDeeds
from reader.desktop.deeds.going import Going
from reader.desktop.deeds.viewing import Viewing
from reader.desktop.feeds.sidebar import Sidebar
from reader.desktop.feeds.tree_model import Place
from reader.desktop.first_run import FirstRun
from reader.desktop.jobs import Jobs, Questions
from reader.desktop.opened import Opened
from reader.desktop.panes import Panes
from reader.desktop.reading.reading_pane import ReadingPane
from reader.desktop.search_bar import SearchBar
from reader.desktop.session import Session
from reader.desktop.side_panel import SidePanel
from reader.desktop.status_line import StatusLine
from reader.desktop.theme import Theme
from reader.desktop.updating import Updater
from reader.feeds.fetch import Fetcher
from reader.model.annotation import Annotation, Note
from reader.model.article import ArticleRow, ReadMark, Star, Tagging
from reader.model.feed import Feed, Subscription
from reader.model.query import ArticleQuery
from reader.model.study import StudyCard
from reader.operations.reading import mark_read
from reader.store.store import Store
from reader.workers.pool import Workers

_LISTED = {ArticleRow, ReadMark, Star, Tagging, Annotation, Note, StudyCard, Subscription, Feed}
#: Of sidebar, list, article and side panel in a window of 1440: the article has its 66 characters.
_WIDTHS = (190, 316, 642, 292)
_MEMBERSHIP = _LISTED - {StudyCard}


class MainWindow(QWidget):
    """Places the panes and connects them. What they do is in `reader.desktop.deeds`."""

    def __init__(self, store: Store, fetcher: Fetcher, workers: Workers, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._fetcher = fetcher
        self._workers = workers
        self._kept: dict[int, None] = {}
        self._place = "inbox"
        self.panes = panes = self._make_panes(theme)
        self.feed_deeds = FeedDeeds(panes, fetcher, workers)
        self.health_deeds = FeedHealthDeeds(panes)
        feeds = (self.feed_deeds, self.health_deeds)
        deeds = (ArticleDeeds(panes), Going(panes), *feeds, Viewing(panes))
        self.actions_ = Actions(deeds, theme, self)
        self.actions_.attach(self, panes.list.view, panes.reading.view)
        self.setWindowTitle("Studywire")
        self.setObjectName("window")
        self.resize(1440, 900)
        self._arrange()
        self._wire()
        self._restore()
        self._look_at_places()
        panes.sidebar.choose(self._place)
        panes.updater.catch_up()

    def _make_panes(self, theme: Theme) -> Panes:
        session = Session(self._store)
        jobs, questions, status = Jobs(), Questions(self), StatusLine()
        reading, side = ReadingPane(theme), SidePanel(theme)
        return Panes(
            window=self,
            session=session,
            theme=theme,
            jobs=jobs,
            questions=questions,
            updater=Updater(session, jobs, self._fetcher, self._workers, status),
            stack=QStackedWidget(),
            first_run=FirstRun(self._store.path, theme),
            search=SearchBar(theme),
            sidebar=Sidebar(self._store, theme),
            list=ListPane(self._store, questions, theme),
            reading=reading,
            side=side,
            status=status,
            opened=Opened(session, reading, side),
        )

    # -- where things stand

    def _arrange(self) -> None:
        panes = self.panes
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for pane in (panes.sidebar, panes.list, panes.reading, panes.side):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.indexOf(pane), pane is panes.reading)
        self._splitter.setSizes(list(_WIDTHS))
        panes.sidebar.setMinimumWidth(140)
        panes.list.setMinimumWidth(220)
        panes.reading.setMinimumWidth(280)
        panes.side.setMinimumWidth(240)
        panes.stack.addWidget(QWidget())  # until we know which of the two
        panes.stack.addWidget(panes.first_run)
        panes.stack.addWidget(self._splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top_bar())
        column.addWidget(panes.stack, 1)
        column.addWidget(panes.status)

    def _top_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("topBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._button("add_feed", "Add feed"))
        row.addWidget(self._button("refresh_all"))
        row.addWidget(self.panes.search, 1)
        row.addWidget(self._button("toggle_star"))
        row.addWidget(self._button("tag", "Tag"))
        row.addWidget(self._menu_button())
        return bar

    def _button(self, name: str, caption: str = "") -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self.actions_[name])
        button.setObjectName("topButton")
        button.setAccessibleName(self.actions_[name].text())
        if caption:
            button.setText(caption)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("topButton")
        button.setText("☰")
        button.setToolTip("Menu: everything Studywire can do")
        button.setAccessibleName("Menu")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for part in self.actions_.menus(menu):
            menu.addMenu(part)
        button.setMenu(menu)
        return button

    # -- what follows from what

    def _wire(self) -> None:
        panes = self.panes
        panes.sidebar.chosen.connect(self._show_place)
        panes.list.chosen.connect(self._open)
        panes.list.counted.connect(self._explain_empty)
        panes.list.sort_chosen.connect(self._sort)
        panes.search.searched.connect(self._search)
        panes.search.accepted.connect(panes.list.view.setFocus)
        panes.session.changed.connect(self._look_again)
        panes.session.failed.connect(
            lambda words: panes.status.say(words, trouble=True, stays=True)
        )
        panes.session.done.connect(lambda label: panes.status.say(label, undo=True))
        panes.status.undo_wanted.connect(self.actions_["undo"].trigger)
        panes.reading.view.link_hovered.connect(panes.status.say)
        panes.theme.changed.connect(self._set_type)
        self._set_type()

    def _show_place(self, place: Place) -> None:
        self._place = place.key
        self._kept.clear()
        self.panes.search.clear_quietly()
        if place.query is not None:
            self.panes.list.show_query(place.query)

    def _search(self, words: str) -> None:
        """Search the whole archive; without words, back to the place."""
        self._kept.clear()
        place = self.panes.sidebar.place
        back = place.query if place and place.query else ArticleQuery(unread=True)
        self.panes.list.show_query(ArticleQuery(words=words) if words else back)

    def _sort(self, order: str) -> None:
        words = self.panes.list.query.words
        self.panes.list.show_query(ArticleQuery(words=words, sort=order))

    def _open(self, article_id: int) -> None:
        """Show an article. It is read now, and stays in the list until one leaves the place."""
        if not article_id:
            return
        self.panes.opened.show(article_id, self.panes.list.query.words)
        if not self._store.read_only:
            self._kept[article_id] = None
            self.panes.session.apply(mark_read(self._store, [article_id]))

    def _look_again(self, kinds: frozenset[type]) -> None:
        if kinds & _LISTED:
            self._look_at_places()
        if kinds & _MEMBERSHIP - {ReadMark}:
            self.panes.list.look_again(tuple(self._kept))
        elif kinds & {StudyCard, ReadMark}:
            self.panes.list.look_at_rows_again()

    def _look_at_places(self) -> None:
        panes = self.panes
        panes.sidebar.look_again()
        _, total = self._store.feeds.counts()
        begun = bool(total or self._store.feeds.all())
        shown = self._splitter if begun else panes.first_run
        if panes.stack.currentWidget() is not shown:
            panes.stack.setCurrentWidget(shown)
            (panes.list.view if begun else panes.first_run).setFocus()
        kept = "may only be read" if self._store.read_only else "all on this computer"
        panes.status.show_archive(f"{total:,} articles, {kept}" if begun else "")

    def _explain_empty(self, count: int) -> None:
        if count:
            return
        query, empty = self.panes.list.query, self.panes.list.empty
        if query.words:
            words = f"Nothing matches “{query.words.strip()[:60]}”."
            empty.say(words, "Show all articles", self._clear_search)
        elif query.unread:
            empty.say("Nothing unread.", "Show all articles", self.actions_["go_all"].trigger)
        elif query.starred:
            empty.say("No stars yet. Press S on an article worth keeping at hand.")
        elif query.annotated:
            empty.say("No notes yet. Select words in an article and press H.")
        else:
            empty.say(
                "No articles here yet.", "Check feeds", self.actions_["refresh_place"].trigger
            )

    def _clear_search(self) -> None:
        self.panes.search.clear_quietly()
        self.panes.sidebar.choose("all")
        self.panes.list.show_query(ArticleQuery())

    def _set_type(self) -> None:
        self.panes.opened.set_type(self._store.settings.all())

    # -- coming and going

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written, stop work, let go of everything."""
        self.panes.side.notes.flush()
        self._remember()
        self.panes.updater.stop()
        self.panes.jobs.close()
        self.panes.questions.close()
        self._fetcher.close()
        self._workers.close()
        super().closeEvent(event)

    def _remember(self) -> None:
        kept = QSettings()
        kept.setValue("geometry", self.saveGeometry())
        kept.setValue("splitter", self._splitter.saveState())
        kept.setValue("place", self._place)

    def _restore(self) -> None:
        kept = QSettings()
        for name, restore in (
            ("geometry", self.restoreGeometry),
            ("splitter", self._splitter.restoreState),
        ):
            value = kept.value(name)
            if isinstance(value, QByteArray):
                restore(value)
        self._place = str(kept.value("place", "inbox"))
