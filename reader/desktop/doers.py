"""Who does what the table of actions names. Each is loaded and made when it is first wanted: the
window is there before most of what can be done in it."""

from functools import cached_property
from typing import TYPE_CHECKING

from reader.desktop.actions import Actions
from reader.desktop.arrangement import Arrangement
from reader.desktop.panes import Panes
from reader.desktop.scheduling import Schedule
from reader.feeds.fetch import Fetcher
from reader.model.article import ArticleRow
from reader.model.feed import Feed
from reader.workers.pool import Workers

if TYPE_CHECKING:
    from reader.desktop.deeds.article_deeds import ArticleDeeds
    from reader.desktop.deeds.backing import Backing
    from reader.desktop.deeds.evidence_deeds import EvidenceDeeds
    from reader.desktop.deeds.exchange_deeds import ExchangeDeeds
    from reader.desktop.deeds.feed_deeds import FeedDeeds
    from reader.desktop.deeds.feed_health_deeds import FeedHealthDeeds
    from reader.desktop.deeds.finding import Finding
    from reader.desktop.deeds.going import Going
    from reader.desktop.deeds.note_deeds import NoteDeeds
    from reader.desktop.deeds.note_going import NoteGoing
    from reader.desktop.deeds.palette_deeds import PaletteDeeds
    from reader.desktop.deeds.study_deeds import StudyDeeds
    from reader.desktop.deeds.viewing import Viewing

#: The doers by their names here, and the deeds that are methods of theirs.
DOERS = {
    "article_deeds": (
        *("toggle_read", "toggle_star", "mark_all_read", "mark_above_read", "mark_below_read"),
        "join_stories",
        *("open_original", "open_behind", "copy_link"),
    ),
    "backing": ("show_backups",),
    "evidence": ("evidence_table",),
    "exchange": ("export", "save_pdf", "import_files", "copy_quote", "copy_passage_link"),
    "feed_deeds": (
        *("add_feed", "import_opml", "add_samples", "starter_feeds"),
        *("refresh_all", "refresh_place", "stop"),
    ),
    "health_deeds": (
        *("export_opml", "show_feed_health", "feed_settings", "automatic_checks"),
        *("full_text", "fetch_images"),
    ),
    "finding": ("find", "find_next", "find_previous", "caret", "underline_highlights"),
    "going": (
        *("next_article", "previous_article", "next_unread", "previous_unread"),
        *("page_on", "page_back", "next_feed", "previous_feed", "show_new"),
        *("go_inbox", "go_starred", "go_annotated", "go_all"),
    ),
    "helping": ("show_help", "show_news", "copy_report", "show_about"),
    "keeping": ("save_search", "edit_rules"),
    "note_deeds": (
        *("highlight", "highlight_with_note", "tag_highlight", "remove_highlight"),
        *("next_highlight", "previous_highlight", "copy_highlight_link", "write_note"),
    ),
    "note_going": ("all_notes", "register_links"),
    "palette_deeds": ("show_palette",),
    "searching": ("search", "toggle_facets", "forget_searches"),
    "setting": ("preferences", "ask_model", "show_keys"),
    "standing": (
        *("go_back", "focus_article", "next_pane", "previous_pane"),
        *("pane_before", "pane_after", "toggle_sidebar", "toggle_side_panel"),
    ),
    "study_deeds": (
        *("study_card", "next_unchecked", "accept_value", "correct_value"),
        *("reject_value", "value_not_reported", "link_selection", "take_back_decision"),
    ),
    "tag_deeds": ("tag", "edit_tags", *(f"tag_{n}" for n in range(1, 10))),
    "viewing": (
        *("quit", "undo", "redo", "larger_text", "smaller_text", "usual_text"),
        *("theme_system", "theme_light", "theme_sepia", "theme_dark", "full_screen"),
    ),
}
_DOER = {deed: doer for doer, deeds in DOERS.items() for deed in deeds}


class Doers:
    """The part of the window that knows who does what."""

    panes: Panes
    arrangement: Arrangement
    actions_: Actions
    _fetcher: Fetcher
    _workers: Workers

    def perform(self, deed: str) -> None:
        """Do what the table names so."""
        getattr(getattr(self, _DOER[deed]), deed)()

    def has_made(self, doer: str) -> bool:
        return doer in vars(self)

    def listen(self) -> None:
        """What panes want of those who may not be there yet."""
        panes = self.panes
        panes.opened.opened.connect(self._read)
        panes.session.changed.connect(self._look_for_imported)
        first, places = panes.first_run, panes.sidebar
        first.samples_wanted.connect(lambda: self.feed_deeds.add_samples())
        first.starters_wanted.connect(lambda: self.feed_deeds.starter_feeds())
        first.add_wanted.connect(lambda: self.feed_deeds.add_feed())
        first.import_wanted.connect(lambda: self.feed_deeds.import_opml())
        places.dropped.connect(lambda text: self.feed_deeds.add_dropped(text))
        places.refresh_wanted.connect(lambda feed: self.feed_deeds.refresh_one(feed))
        places.rename_wanted.connect(lambda feed: self.feed_deeds.rename(feed))
        places.unsubscribe_wanted.connect(lambda feed: self.feed_deeds.unsubscribe(feed))
        places.settings_wanted.connect(lambda feed: self.health_deeds.set(feed))
        panes.status.stop_wanted.connect(panes.updater.stop)
        panes.status.details_wanted.connect(lambda: self.feed_deeds.show_report())

    def _read(self, article_id: int) -> None:
        """With the first article, those come who listen to what is shown of it."""
        if article_id:
            self.panes.opened.opened.disconnect(self._read)
            self.article_deeds, self.study_deeds, self.note_deeds, self.note_going  # noqa: B018

    def _look_for_imported(self, kinds: frozenset[type]) -> None:
        """Articles came from files, or went again with an undo."""
        from reader.model.imported import Imported

        if Imported in kinds:
            self.panes.session.changed.emit(frozenset({ArticleRow, Feed}))

    # -- loaded when they are first wanted

    @cached_property
    def schedule(self) -> Schedule:
        return Schedule(self.panes.session, self.panes.updater)

    @cached_property
    def article_deeds(self) -> "ArticleDeeds":
        from reader.desktop.deeds.article_deeds import ArticleDeeds

        return ArticleDeeds(self.panes)

    @cached_property
    def backing(self) -> "Backing":
        from reader.desktop.deeds.backing import Backing

        return Backing(self.panes)

    @cached_property
    def evidence(self) -> "EvidenceDeeds":
        from reader.desktop.deeds.evidence_deeds import EvidenceDeeds

        return EvidenceDeeds(self.panes, lambda: self.exchange.export())

    @cached_property
    def exchange(self) -> "ExchangeDeeds":
        from reader.desktop.deeds.exchange_deeds import ExchangeDeeds

        return ExchangeDeeds(self.panes, self._workers)

    @cached_property
    def feed_deeds(self) -> "FeedDeeds":
        from reader.desktop.deeds.feed_deeds import FeedDeeds

        return FeedDeeds(self.panes, self._fetcher, self._workers)

    @cached_property
    def health_deeds(self) -> "FeedHealthDeeds":
        from reader.desktop.deeds.feed_health_deeds import FeedHealthDeeds

        return FeedHealthDeeds(self.panes, lambda: self.feed_deeds.add_feed())

    @cached_property
    def finding(self) -> "Finding":
        from reader.desktop.deeds.finding import Finding

        return Finding(self.panes)

    @cached_property
    def going(self) -> "Going":
        from reader.desktop.deeds.going import Going

        return Going(self.panes, self.arrangement)

    @cached_property
    def note_deeds(self) -> "NoteDeeds":
        from reader.desktop.deeds.note_deeds import NoteDeeds

        return NoteDeeds(self.panes)

    @cached_property
    def note_going(self) -> "NoteGoing":
        from reader.desktop.deeds.note_going import NoteGoing

        return NoteGoing(self.panes, self.arrangement, self.open_address, self.leave_table)

    @cached_property
    def palette_deeds(self) -> "PaletteDeeds":
        from reader.desktop.deeds.palette_deeds import PaletteDeeds

        return PaletteDeeds(self.panes, self.actions_)

    @cached_property
    def study_deeds(self) -> "StudyDeeds":
        from reader.desktop.deeds.study_deeds import StudyDeeds

        return StudyDeeds(self.panes)

    @cached_property
    def viewing(self) -> "Viewing":
        from reader.desktop.deeds.viewing import Viewing

        return Viewing(self.panes)

    def leave_table(self) -> None:
        """Where the evidence table stands, what is opened now would not be seen."""
        if self.has_made("evidence") and self.evidence.is_shown:
            self.evidence.leave()
            self.panes.list.view.setFocus()

    def open_address(self, address: str) -> None:
        self.article_deeds.open_address(address)
