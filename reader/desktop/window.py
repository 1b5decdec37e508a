"""The window: where the panes stand, and how they are wired to each other."""

from PySide6.QtCore import QByteArray, QSettings, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.desktop import remembering
from reader.desktop.actions import Actions
from reader.desktop.arrangement import Arrangement
from reader.desktop.article_words import noun_for
from reader.desktop.articles.list_pane import ListPane
from reader.desktop.articles.orders import in_order
from reader.desktop.close_reading import CloseReading
from reader.desktop.context_menus import ContextMenus
from reader.desktop.deeds.explaining import explain_empty
from reader.desktop.deeds.helping import Helping
from reader.desktop.deeds.keeping import Keeping
from reader.desktop.deeds.searching import Searching
from reader.desktop.deeds.setting_deeds import SettingDeeds
from reader.desktop.deeds.standing import Standing
from reader.desktop.deeds.tag_deeds import TagDeeds
from reader.desktop.doers import Doers
from reader.desktop.dropping import Dropping
from reader.desktop.feeds.sidebar import Sidebar
from reader.desktop.feeds.tree_model import Place, look
from reader.desktop.first_run import FirstRun
from reader.desktop.jobs import Jobs, Questions
from reader.desktop.notifying import Notifier
from reader.desktop.opened import Opened
from reader.desktop.panes import Panes
from reader.desktop.read_marks import ReadMarks
from reader.desktop.reading.reading_pane import ReadingPane
from reader.desktop.search.facet_band import FacetBand
from reader.desktop.search.query_strip import QueryStrip
from reader.desktop.search.search_bar import SearchBar
from reader.desktop.session import Session
from reader.desktop.side_panel import SidePanel
from reader.desktop.status_line import StatusLine
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr
from reader.desktop.top_bar import TopBar
from reader.desktop.updating import Updater
from reader.feeds.fetch import Fetcher
from reader.model.annotation import Annotation, Note
from reader.model.article import ArticleRow, ReadMark, Star, Tagging
from reader.model.feed import Feed, Subscription
from reader.model.searches import SavedSearch, SearchCount
from reader.model.story import StoryDecision
from reader.model.study import StudyCard
from reader.model.tag import TagColour, TagPin
from reader.store.store import Store
from reader.workers.pool import Workers

_LISTED = {
    *(ArticleRow, ReadMark, Star, Tagging, Annotation, Note, StudyCard, Subscription, Feed),
    *(SavedSearch, SearchCount, StoryDecision, TagColour, TagPin),
}
_MEMBERSHIP = _LISTED - {StudyCard}


class MainWindow(Doers, QWidget):
    """Places the panes and connects them. What they do is in `reader.desktop.deeds`."""

    def __init__(self, store: Store, fetcher: Fetcher, workers: Workers, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._fetcher = fetcher
        self._workers = workers
        self._looks = 0
        self._place = "inbox"
        self.panes = panes = self._make_panes(theme)
        self.arrangement = Arrangement(panes)
        self._marks = ReadMarks(panes.session, panes.list)
        for part in (panes.updater, panes.opened, self.arrangement, self._marks):
            part.setParent(self)  # their timers end with the window, in its thread
        self.actions_ = Actions(self.perform, theme, self, panes.opened.complete)
        self._make_deeds()
        self.actions_.attach(self, panes.sidebar)
        self.actions_.attach_reading(panes.list.view)
        self.context_menus = ContextMenus(panes, self.actions_, self.open_address)
        self.tag_deeds.name_actions(self.actions_.__getitem__)
        self.setting.dress(self.actions_)
        self.setWindowTitle("Studywire")
        self.setObjectName("window")
        self.setMinimumSize(360, 320)  # the panes make room by themselves
        self.resize(1440, 900)
        self.top_bar = TopBar(self.actions_, panes.search)
        self._arrange()
        self._wire()
        self._restore()
        self._show_places(look(store))
        if not panes.sidebar.choose(self._place):
            panes.sidebar.choose("inbox")
        QTimer.singleShot(0, self, panes.updater.catch_up)
        self.helping.greet()

    def _make_deeds(self) -> None:
        """Those who listen from the start."""
        panes = self.panes
        self.searching, self.keeping = Searching(panes), Keeping(panes)
        self.setting, self.helping = SettingDeeds(panes), Helping(panes)
        self.tag_deeds = TagDeeds(panes)
        self.standing = Standing(
            panes, self.arrangement, lambda: self.evidence if self.has_made("evidence") else None
        )
        self.listen()

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

    def take_link(self, link: str) -> None:
        """Come to the front and open a link of ours."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.note_going.follow_ours(link)

    # -- where things stand

    def _arrange(self) -> None:
        panes = self.panes
        panes.stack.addWidget(QWidget())  # until we know which of the two
        panes.stack.addWidget(panes.first_run)
        panes.stack.addWidget(self.arrangement.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
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
        panes.search.searched.connect(self._marks.forget)
        panes.search.accepted.connect(self.standing.go_to_results)
        self.arrangement.changed.connect(self.top_bar.fit)
        self.arrangement.behind.connect(self.top_bar.offer_back)
        panes.session.changed.connect(self._look_again)
        say = panes.status.say
        panes.session.failed.connect(lambda words: say(words, trouble=True, stays=True))
        panes.session.done.connect(lambda label: say(label, undo=True))
        panes.reading.empty.offer(tr("Next unread article"), self.actions_["next_unread"].trigger)
        panes.status.undo_wanted.connect(self.actions_["undo"].trigger)
        panes.status.report_wanted.connect(self.actions_["copy_report"].trigger)
        panes.reading.made.connect(self._wire_reading)
        self.notifier = Notifier(
            panes.session,
            self,
            {
                "Check all feeds": self.actions_["refresh_all"].trigger,
                "Quit": self.actions_["quit"].trigger,
            },
        )
        panes.updater.refreshed.connect(self.notifier.tell)
        panes.opened.opened.connect(panes.updater.prepare)
        self._closely = CloseReading(self._store, panes.opened, panes.updater)
        Dropping(self).dropped.connect(lambda text: self.feed_deeds.add_dropped(text))

    def _wire_reading(self) -> None:
        """The article's view is there, with the first article."""
        from reader.feeds.addresses import display  # no start needs it

        view = self.panes.reading.view
        self._marks.watch(view)
        self.standing.watch(view)
        self.actions_.attach_reading(view)
        self.context_menus.offer_on_article(view)
        view.link_hovered.connect(lambda address: self.panes.status.say(display(address)))
        view.link_chosen.connect(lambda address: self.article_deeds.follow(address))

    def _show_place(self, place: Place) -> None:
        self._place = place.key
        self._marks.forget()
        self.searching.arrive(place.query)
        if place.query is not None:
            self.panes.list.show_query(in_order(place.query, place.key))

    def _open(self, article_id: int) -> None:
        """Show an article. Once it is read it stays in the list until one leaves the place."""
        if article_id:
            self.panes.opened.show(article_id, self.panes.list.query.words, passing=True)
            self._marks.open(article_id)

    def _look_again(self, kinds: frozenset[type]) -> None:
        if kinds & _MEMBERSHIP:
            self._look_at_places()
        if kinds & _MEMBERSHIP - {ReadMark, SearchCount}:
            self.panes.list.look_again(self._marks.kept)
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
        unread = next(place.count for place in found if place.key == "inbox")
        self.setWindowTitle(
            tr("Studywire · {unread:,} unread", unread=unread) if unread else "Studywire"
        )
        begun = bool(total or panes.sidebar.has_feeds)
        shown = self.arrangement.splitter if begun else panes.first_run
        if panes.stack.currentWidget() is not shown:
            panes.stack.setCurrentWidget(shown)
            (panes.list.view if begun else panes.first_run).setFocus()
        kept = tr("may only be read") if self._store.read_only else tr("all on this computer")
        said = tr("{total:,} {noun}, {kept}", total=total, noun=noun_for(total), kept=kept)
        panes.status.show_archive(said if begun else "")

    def _explain_empty(self, count: int) -> None:
        if not count:
            explain_empty(self.panes, self.actions_, self.searching.clear)

    # -- coming and going

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written, stop work, let go of everything. The window's own button
        (`spontaneous`) only hides it where there is an icon in the tray to come back by."""
        self.panes.opened.complete()
        self.panes.opened.leave()
        if self.notifier.keeps_running and event.spontaneous():
            self.hide()
            event.ignore()
            return
        if self.has_made("evidence"):
            self.evidence.leave()
            self.evidence.rest()
        self._remember()
        self._marks.rest()
        self._closely.rest()
        self.helping.rest()
        self.setting.rest()
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
        self.arrangement.remember(kept)
        kept.setValue("place", self._place)
        remembering.remember(self.panes, kept)

    def _restore(self) -> None:
        kept = QSettings()
        if isinstance(geometry := kept.value("geometry"), QByteArray):
            self.restoreGeometry(geometry)
        self.arrangement.restore(kept)
        self._place = str(kept.value("place", "inbox"))
        remembering.restore(self.panes, kept)
