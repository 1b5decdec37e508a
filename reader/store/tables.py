"""What an archive holds. Each table is loaded and made when it is first asked for: a window needs few
of them to show its first list."""

import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.store.arrivals import Arrivals
    from reader.store.articles import Articles
    from reader.store.feeds import Feeds, Subscriptions
    from reader.store.fetched import Fetched
    from reader.store.full_texts import FullTexts
    from reader.store.imports import Citations, Imports
    from reader.store.listings import Listings
    from reader.store.marks import ReadMarks, Stars
    from reader.store.pending import Pending
    from reader.store.pictures import Pictures
    from reader.store.publications import Publications
    from reader.store.records import Records
    from reader.store.rules import Mutes, RuledRows, Rules
    from reader.store.schedules import FeedSettings, Schedules
    from reader.store.search import Search
    from reader.store.searches import SavedSearches
    from reader.store.settings import SettingRows
    from reader.store.stories import Stories, StoryDecisions
    from reader.store.tags import TagColours, TagPins, Tags


class Tables:
    """Feeds, articles and what belongs to both."""

    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        raise NotImplementedError

    @cached_property
    def feeds(self) -> "Feeds":
        from reader.store.feeds import Feeds

        return Feeds(self.connection)

    @cached_property
    def subscriptions(self) -> "Subscriptions":
        from reader.store.feeds import Subscriptions

        return Subscriptions(self.connection)

    @cached_property
    def schedules(self) -> "Schedules":
        from reader.store.schedules import Schedules

        return Schedules(self.connection)

    @cached_property
    def feed_settings(self) -> "FeedSettings":
        from reader.store.schedules import FeedSettings

        return FeedSettings(self.connection)

    @cached_property
    def publications(self) -> "Publications":
        from reader.store.publications import Publications

        return Publications(self.connection)

    @cached_property
    def arrivals(self) -> "Arrivals":
        from reader.store.arrivals import Arrivals

        return Arrivals(self.connection)

    @cached_property
    def listings(self) -> "Listings":
        from reader.store.listings import Listings

        return Listings(self.connection, self.arrivals)

    @cached_property
    def fetched(self) -> "Fetched":
        from reader.store.fetched import Fetched

        return Fetched(self.connection)

    @cached_property
    def full_texts(self) -> "FullTexts":
        from reader.store.full_texts import FullTexts

        return FullTexts(self.connection)

    @cached_property
    def pictures(self) -> "Pictures":
        from reader.store.pictures import Pictures

        return Pictures(self.connection)

    @cached_property
    def imports(self) -> "Imports":
        from reader.store.imports import Imports

        return Imports(self.connection)

    @cached_property
    def citations(self) -> "Citations":
        from reader.store.imports import Citations

        return Citations(self.connection)

    @cached_property
    def articles(self) -> "Articles":
        from reader.store.articles import Articles

        return Articles(self.connection)

    @cached_property
    def read_marks(self) -> "ReadMarks":
        from reader.store.marks import ReadMarks

        return ReadMarks(self.connection)

    @cached_property
    def stars(self) -> "Stars":
        from reader.store.marks import Stars

        return Stars(self.connection)

    @cached_property
    def tags(self) -> "Tags":
        from reader.store.tags import Tags

        return Tags(self.connection)

    @cached_property
    def tag_colours(self) -> "TagColours":
        from reader.store.tags import TagColours

        return TagColours(self.connection)

    @cached_property
    def tag_pins(self) -> "TagPins":
        from reader.store.tags import TagPins

        return TagPins(self.connection)

    @cached_property
    def pending(self) -> "Pending":
        from reader.store.pending import Pending

        return Pending(self.connection)

    @cached_property
    def search(self) -> "Search":
        from reader.store.search import Search

        return Search(self.connection)

    @cached_property
    def searches(self) -> "SavedSearches":
        from reader.store.searches import SavedSearches

        return SavedSearches(self.connection)

    @cached_property
    def rules(self) -> "Rules":
        from reader.store.rules import Rules

        return Rules(self.connection)

    @cached_property
    def ruled(self) -> "RuledRows":
        from reader.store.rules import RuledRows

        return RuledRows(self.connection)

    @cached_property
    def mutes(self) -> "Mutes":
        from reader.store.rules import Mutes

        return Mutes(self.connection)

    @cached_property
    def stories(self) -> "Stories":
        from reader.store.stories import Stories

        return Stories(self.connection)

    @cached_property
    def story_decisions(self) -> "StoryDecisions":
        from reader.store.stories import StoryDecisions

        return StoryDecisions(self.connection)

    @cached_property
    def settings(self) -> "SettingRows":
        from reader.store.settings import SettingRows

        return SettingRows(self.connection)

    @cached_property
    def records(self) -> "Records":
        from reader.store.records import Records

        return Records(self.connection)
