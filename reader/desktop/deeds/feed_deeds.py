"""What can be done with feeds."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox

from reader.desktop.feeds.refresh_report import RefreshReport
from reader.desktop.feeds.starter_dialog import StarterDialog
from reader.desktop.feeds.subscribe_dialog import SubscribeDialog
from reader.desktop.panes import Panes
from reader.desktop.tongue import retold, tr
from reader.feeds.fetch import Fetcher
from reader.model.errors import ReaderError
from reader.model.feed import Feed, FoundFeed, ParsedFeed, Response, Subscription
from reader.model.schedule import Asking
from reader.operations.starting import follow, starters
from reader.operations.subscribing import (
    Import,
    import_opml,
    look_up_all,
    parse_in,
    rename,
    subscribe,
    unsubscribe,
    where,
)
from reader.workers.pool import Workers

#: Bytes of an OPML file that are read; it is a list of addresses.
OPML_LIMIT = 20_000_000
_REASONS_SHOWN = 8
_TO_ADD = "{added:,} feeds to add, {known:,} you follow already."
_ONE_TO_ADD = "1 feed to add, {known:,} you follow already."


class FeedDeeds:
    """Adding, importing, checking, renaming, leaving feeds."""

    def __init__(self, panes: Panes, fetcher: Fetcher, workers: Workers) -> None:
        self._panes = panes
        self._session = panes.session
        self._store = panes.session.store
        self._fetcher = fetcher
        self._workers = workers

    def add_feed(self) -> None:
        self.subscribe_dialog().exec()

    def subscribe_dialog(self) -> SubscribeDialog:
        """The dialog for adding feeds, not yet shown."""
        find = partial(look_up_all, get=self._fetcher.get, parse=self._parse)
        known = partial(where, self._store)
        dialog = SubscribeDialog(find, known, self._panes.questions, self._panes.window)
        dialog.subscribed.connect(self.subscribe_to)
        return dialog

    def add_dropped(self, text: str) -> None:
        """Look for feeds behind addresses that were dropped on the sidebar."""
        dialog = self.subscribe_dialog()
        dialog.type_address(text)
        dialog.look()
        dialog.exec()

    def add_samples(self) -> None:
        self._panes.updater.add_samples()

    def starter_feeds(self) -> None:
        """Choose among the feeds to begin with, and follow them."""
        dialog = self.starter_dialog()
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.follow(dialog.chosen)

    def starter_dialog(self) -> StarterDialog:
        """The dialog, not yet shown."""
        followed = {feed.address for feed in self._store.feeds.all()}
        return StarterDialog(starters(), followed, self._panes.window)

    def follow(self, chosen: Sequence[Subscription]) -> None:
        """Follow feeds of the list that comes with Studywire, and ask them."""
        if self._session.do(follow(self._store, chosen)):
            feeds = [feed for row in chosen if (feed := self._store.feeds.at(row.address))]
            self._panes.updater.refresh(feeds)

    def import_opml(self) -> None:
        """Choose an OPML file, see what it would add, and add it."""
        path, _ = QFileDialog.getOpenFileName(
            self._panes.window,
            tr("Import OPML"),
            str(Path.home()),
            tr("OPML (*.opml *.xml);;All files (*)"),
        )
        if path:
            self.import_file(Path(path))

    def import_file(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                found = import_opml(self._store, file.read(OPML_LIMIT))
        except OSError as error:
            self._panes.status.say(
                tr("{name} cannot be read: {strerror}.", name=path.name, strerror=error.strerror),
                trouble=True,
            )
            return
        except ReaderError as error:
            self._panes.status.say(str(error), trouble=True, stays=True)
            return
        if self._agrees(found) and found.change and self._session.do(found.change):
            self._panes.status.say(found.summary(), undo=True)
            self.refresh_all()

    def refresh_all(self) -> None:
        self._panes.updater.refresh(self._store.feeds.all())

    def refresh_place(self) -> None:
        """Check the feeds of the place that is shown, all of them elsewhere."""
        place = self._panes.sidebar.place
        query = place.query if place else None
        feeds = self._store.feeds.all()
        if query and query.feed_id is not None:
            feeds = [feed for feed in feeds if feed.id == query.feed_id]
        elif query and query.folder:
            feeds = [feed for feed in feeds if feed.folder == query.folder]
        one = bool(query and query.feed_id is not None)
        self._panes.updater.refresh(feeds, Asking.ONE if one else Asking.ALL)

    def stop(self) -> None:
        self._panes.updater.stop()

    def _parse(self, response: Response) -> ParsedFeed:
        return parse_in(self._workers, response)

    def subscribe_to(self, chosen: list[FoundFeed], typed: str) -> None:
        """Follow feeds that were found behind what was typed, and fetch them."""
        known = [found for found in chosen if self._store.feeds.at(found.address)]
        for found in chosen:
            self._session.do(subscribe(self._store, found, typed))
        feeds = [feed for found in chosen if (feed := self._store.feeds.at(found.address))]
        if feeds:
            self._panes.sidebar.choose(f"feed:{feeds[0].id}")
        if known:
            folder = self._store.feeds.at(known[0].address)
            place = tr(" in {folder}", folder=folder.folder) if folder and folder.folder else ""
            self._panes.status.say(
                tr(
                    "You follow {title} already{place}; here it is.",
                    title=known[0].title,
                    place=place,
                )
            )
        self._panes.updater.refresh(feeds)

    def _agrees(self, found: Import) -> bool:
        """Show what an import would do before anything is written."""
        box = QMessageBox(self._panes.window)
        box.setWindowTitle(tr("Import OPML"))
        words = _ONE_TO_ADD if found.added == 1 else _TO_ADD
        box.setText(tr(words, added=found.added, known=len(found.known)))
        if found.skipped:
            lines = [
                f"{address[:80]}: {retold(why)}" for address, why in found.skipped[:_REASONS_SHOWN]
            ]
            more = len(found.skipped) - len(lines)
            lines += [tr("and {more:,} more", more=more)] if more > 0 else []
            box.setInformativeText(
                tr("{skipped:,} cannot be taken:\n", skipped=len(found.skipped)) + "\n".join(lines)
            )
        for label in (box, *box.findChildren(type(box))):
            label.setObjectName("importBox")
        if not found.added:
            box.setStandardButtons(QMessageBox.StandardButton.Close)
            box.exec()
            return False
        one, several = tr("Add 1 feed"), tr("Add {added:,} feeds", added=found.added)
        add = box.addButton(one if found.added == 1 else several, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is add

    def _feed(self, feed_id: int) -> Feed | None:
        return self._store.feeds.one(feed_id)

    def refresh_one(self, feed_id: int) -> None:
        if feed := self._feed(feed_id):
            self._panes.updater.refresh([feed], Asking.ONE)

    def rename(self, feed_id: int) -> None:
        feed = self._feed(feed_id)
        if feed is None:
            return
        title, agreed = QInputDialog.getText(
            self._panes.window,
            tr("Rename feed"),
            tr("Name (empty for the feed's own):"),
            text=feed.title,
        )
        if agreed:
            self._session.do(rename(self._store, feed, title))

    def unsubscribe(self, feed_id: int) -> None:
        if feed := self._feed(feed_id):
            self._session.do(unsubscribe(self._store, [feed]))

    def show_report(self) -> None:
        RefreshReport(self._panes.updater.reports, self._panes.window).exec()
