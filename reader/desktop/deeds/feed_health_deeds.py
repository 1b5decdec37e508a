"""What can be done about how feeds fare and when they are asked."""

import time
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFileDialog

from reader.desktop.deeds.placing import with_ending
from reader.desktop.feeds.feed_dialog import ChecksDialog, FeedDialog, Wanted
from reader.desktop.feeds.health_dialog import HealthDialog
from reader.desktop.panes import Panes
from reader.desktop.tongue import retold, tr
from reader.export.places import write
from reader.model.change import Change
from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.model.schedule import Asking, FeedOptions
from reader.operations.completing import has_whole_text, switch_text
from reader.operations.illustrating import sources
from reader.operations.setting import set_for_feed, set_one
from reader.operations.signing_in import forget_secret, keep_secret
from reader.operations.subscribing import export_opml, unsubscribe
from reader.operations.watching import states


class FeedHealthDeeds:
    """Health, settings of feeds, automatic checks, and writing the list of feeds."""

    def __init__(self, panes: Panes, add_feed: Callable[[], object]) -> None:
        self._panes, self._add_feed = panes, add_feed
        self._session = panes.session
        self._store = panes.session.store

    def full_text(self) -> None:
        """Fetch the whole text of the open article; where it is there, switch between the two."""
        article = self._panes.opened.article
        if article is None:
            self._panes.status.say(tr("Open an article first."))
        elif has_whole_text(self._store, article.id):
            if self._session.do(switch_text(self._store, article)):
                self._panes.updater.catch_up()
        else:
            self._panes.updater.complete(article.id)

    def fetch_images(self) -> None:
        """Keep the images of the open article, and show them."""
        article = self._panes.opened.article
        if article is None:
            self._panes.status.say(tr("Open an article first."))
        elif not sources(article):
            self._panes.status.say(tr("This text has no images to fetch."))
        else:
            self._panes.updater.illustrate(article.id)

    def show_feed_health(self) -> None:
        dialog = self.health_dialog()
        self._panes.updater.refreshed.connect(dialog.look_again)
        dialog.exec()
        self._panes.updater.refreshed.disconnect(dialog.look_again)

    def health_dialog(self) -> HealthDialog:
        """The dialog, not yet shown."""
        ask = partial(states, self._store)
        dialog = HealthDialog(
            lambda: ask(int(time.time())), self._store.schedules.checks, self._panes.window
        )
        dialog.check_wanted.connect(self._check)
        dialog.settings_wanted.connect(self.set)
        dialog.unsubscribe_wanted.connect(self._unsubscribe)
        dialog.add_wanted.connect(lambda: QTimer.singleShot(0, self._panes.window, self._add_feed))
        return dialog

    def feed_settings(self) -> None:
        """Set something for the feed that is shown."""
        place = self._panes.sidebar.place
        if place and place.query and place.query.feed_id is not None:
            self.set(place.query.feed_id)
        else:
            self._panes.status.say(tr("Choose a feed on the left first."))

    def automatic_checks(self) -> None:
        settings = self._store.settings.all()
        dialog = ChecksDialog(
            settings.refresh_minutes,
            at_start=settings.refresh_at_start,
            metered=settings.refresh_metered,
            parent=self._panes.window,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.keep_checks(dialog.wanted)

    def keep_checks(self, wanted: dict[str, int]) -> None:
        edits = (set_one(self._store, name, value).edits for name, value in wanted.items())
        self._session.do(Change("Automatic checks", tuple(edit for some in edits for edit in some)))

    def export_opml(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self._panes.window,
            tr("Export OPML"),
            str(Path.home() / "feeds.opml"),
            tr("OPML (*.opml)"),
        )
        if named := with_ending(self._panes.window, path, ".opml"):
            self.export_to(named)

    def export_to(self, path: Path) -> None:
        try:
            write(path, export_opml(self._store))
        except ReaderError as error:
            self._panes.status.say(retold(str(error)), trouble=True, stays=True)
            return
        self._panes.status.say(tr("The list of feeds is in {path}.", path=path))

    def keep_options(self, feed: Feed, wanted: Wanted) -> None:
        """Keep what the user chose for a feed; what is secret goes to the keyring first."""
        try:
            if wanted.secret:
                keep_secret(feed.address, wanted.secret)
            elif not wanted.options.sign_in and self._options(feed).sign_in:
                forget_secret(feed.address)
        except ReaderError as error:
            self._session.failed.emit(str(error))
            return
        self._session.do(set_for_feed(self._store, feed, **asdict(wanted.options)))

    def _options(self, feed: Feed) -> FeedOptions:
        return self._store.feed_settings.options().get(feed.id, FeedOptions())

    def set(self, feed_id: int) -> None:
        feed = self._store.feeds.one(feed_id)
        if feed is None:
            return
        dialog = FeedDialog(feed, self._options(feed), self._panes.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.keep_options(feed, dialog.wanted)

    def _check(self, feed_id: int) -> None:
        if feed := self._store.feeds.one(feed_id):
            self._panes.updater.refresh([feed], Asking.ONE)

    def _unsubscribe(self, feed_id: int) -> None:
        if feed := self._store.feeds.one(feed_id):
            self._session.do(unsubscribe(self._store, [feed]))
