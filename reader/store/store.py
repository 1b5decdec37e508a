"""The archive: one SQLite file, a connection a thread, one writer at a time."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any

from reader.model.annotation import (
    Annotation,
    AnnotationTagging,
    Note,
    ReadingPlace,
    Reattachment,
    Settled,
)
from reader.model.article import Mute, ReadMark, Star, Tagging, TextChoice
from reader.model.change import Change, Edit
from reader.model.correction import Correction, Seen
from reader.model.errors import ArchiveError
from reader.model.feed import Subscription
from reader.model.imported import Citation, Imported
from reader.model.own_columns import OwnColumn, OwnValue
from reader.model.schedule import FeedAddress, FeedSetting
from reader.model.searches import Rule, Ruled, SavedSearch
from reader.model.settings import Setting
from reader.model.story import StoryDecision
from reader.model.tag import TagColour, TagPin
from reader.store import opening
from reader.store.anchoring import Anchoring
from reader.store.annotation_rows import (
    AnnotationTags,
    ReadingPlaces,
    Reattachments,
    SettledRows,
)
from reader.store.annotations import Annotations, Notes
from reader.store.arrivals import Arrivals
from reader.store.articles import Articles
from reader.store.corrections import Corrections, SeenTexts
from reader.store.deletions import Deletions
from reader.store.errors import archive_error
from reader.store.evidence import Evidence
from reader.store.feeds import Feeds, Subscriptions
from reader.store.fetched import Fetched
from reader.store.full_texts import FullTexts
from reader.store.histories import Histories
from reader.store.imports import Citations, Imports
from reader.store.log import Log
from reader.store.marks import ReadMarks, Stars
from reader.store.note_lists import NoteLists
from reader.store.own_columns import OwnColumns, OwnValues
from reader.store.pending import Pending
from reader.store.pictures import Pictures
from reader.store.publications import Publications
from reader.store.records import Records
from reader.store.rules import Mutes, RuledRows, Rules
from reader.store.schedules import FeedAddresses, FeedSettings, Schedules
from reader.store.search import Search
from reader.store.searches import SavedSearches
from reader.store.settings import SettingRows
from reader.store.stories import Stories, StoryDecisions
from reader.store.studies import Studies
from reader.store.study_values import StudyValues
from reader.store.table import Editable
from reader.store.tags import TagColours, TagPins, Tags


class Store:
    """An open archive. Raises ArchiveError where the file is not one of ours, and for all of
    SQLite's errors. May be used from any thread; `close()` when no thread uses it any more."""

    sqlite_version = sqlite3.sqlite_version

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.RLock()
        self._log = Log()
        self.read_only = False
        try:
            self._open()
        except sqlite3.Error as error:
            self.close()
            raise archive_error(error) from error
        except BaseException:
            self.close()
            raise
        self._feed_tables()
        self._study_tables()
        self._note_tables()
        self._tables()

    def _open(self) -> None:
        exists = opening.examine(self.path)
        if exists:
            self.read_only = not opening.is_writable(self.path)
            with_schema = opening.connect(self.path, read_only=True)
            self._connections.append(with_schema)
            opening.check_schema(with_schema, self.path)
        else:
            opening.make(self.path)
        connection = self.connection()
        if not self.read_only:
            opening.migrate(connection, self.path)

    def _feed_tables(self) -> None:
        connect = self.connection
        self.feeds = Feeds(connect)
        self.subscriptions = Subscriptions(connect)
        self.schedules = Schedules(connect)
        self.feed_settings = FeedSettings(connect)
        self.publications = Publications(connect)
        self.arrivals = Arrivals(connect)
        self.fetched = Fetched(connect)
        self.full_texts = FullTexts(connect)
        self.pictures = Pictures(connect)

    def _note_tables(self) -> None:
        connect = self.connection
        self.annotations = Annotations(connect)
        self.notes = Notes(connect)
        self.annotation_tags = AnnotationTags(connect)
        self.anchoring = Anchoring(connect)
        self.note_lists = NoteLists(connect)
        self.reading_places = ReadingPlaces(connect)

    def _study_tables(self) -> None:
        connect = self.connection
        self.studies = Studies(connect)
        self.corrections = Corrections(connect)
        self.histories = Histories(connect)
        self.seen = SeenTexts(connect)
        self.evidence = Evidence(connect)
        self.own_columns = OwnColumns(connect)
        self.own_values = OwnValues(connect)

    def _tables(self) -> None:
        connect = self.connection
        self.articles = Articles(connect)
        self.read_marks = ReadMarks(connect)
        self.stars = Stars(connect)
        self.tags = Tags(connect)
        self.tag_colours = TagColours(connect)
        self.tag_pins = TagPins(connect)
        self.pending = Pending(connect)
        self.search = Search(connect)
        self.searches = SavedSearches(connect)
        self.rules = Rules(connect)
        self.ruled = RuledRows(connect)
        self.mutes = Mutes(connect)
        self.stories = Stories(connect)
        self.story_decisions = StoryDecisions(connect)
        self.values = StudyValues(connect)
        self.settings = SettingRows(connect)
        self.records = Records(connect)
        self.imports = Imports(connect)
        self.citations = Citations(connect)
        self._editable = self._tables_of_rows()
        self.deletions = Deletions(connect, self._editable)

    def _tables_of_rows(self) -> dict[type, Editable]:
        """The table of each kind of row that a change may touch."""
        connect = self.connection
        return {
            Subscription: self.subscriptions,
            FeedAddress: FeedAddresses(connect),
            FeedSetting: self.feed_settings,
            ReadMark: self.read_marks,
            Star: self.stars,
            Tagging: self.tags,
            TagColour: self.tag_colours,
            TagPin: self.tag_pins,
            TextChoice: self.full_texts,
            Annotation: self.annotations,
            Note: self.notes,
            AnnotationTagging: self.annotation_tags,
            Reattachment: Reattachments(connect),
            Settled: SettledRows(connect),
            ReadingPlace: self.reading_places,
            Correction: self.corrections,
            Seen: self.seen,
            Setting: self.settings,
            SavedSearch: self.searches,
            Rule: self.rules,
            Ruled: self.ruled,
            Mute: self.mutes,
            StoryDecision: self.story_decisions,
            Imported: self.imports,
            Citation: self.citations,
            OwnColumn: self.own_columns,
            OwnValue: self.own_values,
        }

    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = opening.connect(self.path, read_only=self.read_only)
            self._local.connection = connection
            with self._lock:
                self._connections.append(connection)
        return connection

    def hurry(self) -> None:
        """This thread waits for other programs no longer than a user would wait for a window."""
        self.connection().execute(f"pragma busy_timeout = {opening.HURRY_MS}")

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[None]:
        """A transaction that holds the write lock from its start. Keep it short.

        `durable` waits until the disk has it (`synchronous = full`), as what people write must;
        what can be fetched again need not (`normal`). Within another of the same thread it is part
        of that one, and if it fails, it alone is undone.
        """
        if self.read_only:
            raise ArchiveError(
                "The archive may only be read, not written. "
                "Check the permissions of its file and folder."
            )
        with self._lock:
            connection = self.connection()
            if connection.in_transaction:
                with _part_of(connection):
                    yield
                return
            try:
                connection.execute(f"pragma synchronous = {'full' if durable else 'normal'}")
                connection.execute("begin immediate")
                try:
                    yield
                except BaseException:
                    connection.rollback()
                    raise
                connection.execute("commit")
            except sqlite3.Error as error:
                if connection.in_transaction:
                    connection.rollback()
                raise archive_error(error) from error
        if not durable:
            self._log.grew(connection)

    def apply(self, change: Change, *, keeping: bool = False, forgetting: int = 0) -> int:
        """Carry out a change, all of it or nothing. On disk when this returns.

        With `keeping`, a change that deletes is kept among the deletions, and its number there
        returned, else 0; `forgetting` is the number of the deletion that this change undoes.
        """
        with self.writing():
            for kind, edits in groupby(change.edits, key=_kind):
                self._edit(self._editable[kind], list(edits))
            if forgetting:
                self.deletions.forget(forgetting)
            return self.deletions.keep(change) if keeping else 0

    def _edit(self, table: Editable, edits: list[Edit[Any]]) -> None:
        table.remove([edit.before for edit in edits if edit.before is not None])
        table.put([edit.after for edit in edits if edit.after is not None])

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@contextmanager
def _part_of(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        connection.execute("savepoint part")
        try:
            yield
        except BaseException:
            if connection.in_transaction:
                connection.execute("rollback to part")
            raise
        connection.execute("release part")
    except sqlite3.Error as error:
        raise archive_error(error) from error


def _kind(edit: Edit[Any]) -> type:
    return type(edit.before if edit.before is not None else edit.after)
