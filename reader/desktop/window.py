"""The window: where the panes stand, and how they are wired to each other."""

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.actions import Actions
from reader.desktop.articles.list_pane import ListPane
from reader.desktop.deeds.article_deeds import ArticleDeeds
from reader.desktop.deeds.evidence_deeds import EvidenceDeeds
from reader.desktop.deeds.exchange_deeds import ExchangeDeeds
from reader.desktop.deeds.feed_deeds import FeedDeeds
from reader.desktop.deeds.feed_health_deeds import FeedHealthDeeds
from reader.desktop.deeds.going import Going
from reader.desktop.deeds.keeping import Keeping
from reader.desktop.deeds.searching import Searching
from reader.desktop.deeds.study_deeds import StudyDeeds
from reader.desktop.deeds.tag_deeds import TagDeeds
from reader.desktop.deeds.viewing import Viewing
from reader.desktop.feeds.sidebar import Sidebar
from reader.desktop.feeds.tree_model import Place, look
from reader.desktop.first_run import FirstRun
from reader.desktop.jobs import Jobs, Questions
from reader.desktop.opened import Opened
from reader.desktop.panes import Panes
from reader.desktop.reading.reading_pane import ReadingPane
from reader.desktop.search.facet_band import FacetBand
from reader.desktop.search.query_strip import QueryStrip
from reader.desktop.search.search_bar import SearchBar
from reader.desktop.session import Session
from reader.desktop.side_panel import SidePanel
from reader.desktop.status_line import StatusLine
from reader.desktop.theme import Theme
from reader.desktop.top_bar import top_bar
from reader.desktop.updating import Updater
from reader.feeds.fetch import Fetcher
from reader.model.annotation import Annotation, Note
from reader.model.article import ArticleRow, ReadMark, Star, Tagging
from reader.model.feed import Feed, Subscription
from reader.model.searches import SavedSearch, SearchCount
from reader.model.story import StoryDecision
from reader.model.study import StudyCard
from reader.model.tag import TagColour, TagPin
from reader.operations.reading import mark_read
from reader.store.store import Store
from reader.workers.pool import Workers

_LISTED = {
    *(ArticleRow, ReadMark, Star, Tagging, Annotation, Note, StudyCard, Subscription, Feed),
    *(SavedSearch, SearchCount, StoryDecision, TagColour, TagPin),
}
#: Of sidebar, list, article and side panel in a window of 1440: the article has its 66 characters.
_WIDTHS = (184, 316, 634, 306)
_MEMBERSHIP = _LISTED - {StudyCard}


class MainWindow(QWidget):
    """Places the panes and connects them. What they do is in `reader.desktop.deeds`."""

    def __init__(self, store: Store, fetcher: Fetcher, workers: Workers, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._fetcher = fetcher
        self._workers = workers
        self._kept: dict[int, None] = {}
        self._looks = 0
        self._place = "inbox"
        self.panes = panes = self._make_panes(theme)
        self.feed_deeds = FeedDeeds(panes, fetcher, workers)
        self.health_deeds = FeedHealthDeeds(panes)
        self.searching = Searching(panes)
        self.keeping = Keeping(panes)
        self.exchange = ExchangeDeeds(panes, workers)
        self.evidence = EvidenceDeeds(panes, self.exchange.export)
        deeds: list[object] = [ArticleDeeds(panes), Going(panes), self.feed_deeds, Viewing(panes)]
        deeds += [self.searching, self.keeping, StudyDeeds(panes), self.exchange, self.evidence]
        self.tag_deeds = TagDeeds(panes)
        deeds += [self.health_deeds, self.tag_deeds]
        self.actions_ = Actions(deeds, theme, self)
        self.tag_deeds.name_actions(self.actions_.__getitem__)
        self.actions_.attach(self, panes.list.view, panes.reading.view)
        self.setObjectName("window")
        self.resize(1440, 900)
        self._arrange()
        self._wire()
        self._restore()
        self._show_places(look(store))
        if not panes.sidebar.choose(self._place):
            panes.sidebar.choose("inbox")
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
            search=SearchBar(self._store, questions, theme),
            strip=QueryStrip(theme),
            facets=FacetBand(theme),
            sidebar=Sidebar(theme),
            list=ListPane(self._store, questions, theme),
            reading=reading,
            side=side,
            status=status,
            opened=Opened(session, reading, side),
        )

    # -- where things stand

    def _arrange(self) -> None:
        panes = self.panes
        self.setWindowTitle("Studywire")
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
        panes.side.setMinimumWidth(280)
        panes.stack.addWidget(QWidget())  # until we know which of the two
        panes.stack.addWidget(panes.first_run)
        panes.stack.addWidget(self._splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top_bar(self.actions_, self.panes.search))
        column.addWidget(panes.strip)
        column.addWidget(panes.facets)
        column.addWidget(panes.stack, 1)
        column.addWidget(panes.status)

    # -- what follows from what

    def _wire(self) -> None:
        panes = self.panes
        panes.sidebar.chosen.connect(self._show_place)
        panes.list.chosen.connect(self._open)
        panes.list.counted.connect(self._explain_empty)
        panes.search.searched.connect(self._kept.clear)
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
        self.searching.arrive(place.query)
        if place.query is not None:
            self.panes.list.show_query(place.query)

    def _open(self, article_id: int) -> None:
        """Show an article. It is read now, and stays in the list until one leaves the place."""
        if not article_id:
            return
        self.panes.opened.show(article_id, self.panes.list.query.words)
        if not self._store.read_only:
            self._kept[article_id] = None
            same_study = self._store.stories.with_others([article_id])
            self.panes.session.apply(mark_read(self._store, same_study))

    def _look_again(self, kinds: frozenset[type]) -> None:
        if kinds & _MEMBERSHIP:
            self._look_at_places()
        if kinds & _MEMBERSHIP - {ReadMark, SearchCount}:
            self.panes.list.look_again(tuple(self._kept))
        elif kinds & _LISTED:
            self.panes.list.look_at_rows_again()

    def _look_at_places(self) -> None:
        """Counts are read off the user's thread, where nobody waits for the archive."""
        self._looks += 1
        asked = self._looks

        def answer(found: tuple[Place, ...]) -> None:
            if asked == self._looks:
                self._show_places(found)

        self.panes.questions.ask(lambda: look(self._store), answer)

    def _show_places(self, found: tuple[Place, ...]) -> None:
        panes = self.panes
        panes.sidebar.show_places(found)
        total = next(place.count for place in found if place.key == "all")
        begun = bool(total or panes.sidebar.has_feeds)
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
            empty.say(words, "Show all articles", self.searching.clear)
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

    def _set_type(self) -> None:
        self.panes.opened.set_type(self._store.settings.all())

    # -- coming and going

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written, stop work, let go of everything."""
        self.panes.side.flush()
        self.evidence.leave()
        self._remember()
        self.searching.rest()
        self.keeping.rest()
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
