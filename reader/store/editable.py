"""The table of each kind of row that a change may touch."""

from reader.model.annotation import (
    Annotation,
    AnnotationTagging,
    Note,
    ReadingPlace,
    Reattachment,
    Settled,
)
from reader.model.article import Mute, ReadMark, Star, Tagging, TextChoice
from reader.model.correction import Correction, Seen
from reader.model.feed import Subscription
from reader.model.imported import Citation, Imported
from reader.model.own_columns import OwnColumn, OwnValue
from reader.model.schedule import FeedAddress, FeedSetting
from reader.model.searches import Rule, Ruled, SavedSearch
from reader.model.settings import Setting
from reader.model.story import StoryDecision
from reader.model.tag import TagColour, TagPin
from reader.store.annotation_rows import Reattachments, SettledRows
from reader.store.reader_tables import ReaderTables
from reader.store.schedules import FeedAddresses
from reader.store.table import Editable


def editable(tables: ReaderTables) -> dict[type, Editable]:
    return {
        Subscription: tables.subscriptions,
        FeedAddress: FeedAddresses(tables.connection),
        FeedSetting: tables.feed_settings,
        ReadMark: tables.read_marks,
        Star: tables.stars,
        Tagging: tables.tags,
        TagColour: tables.tag_colours,
        TagPin: tables.tag_pins,
        TextChoice: tables.full_texts,
        Annotation: tables.annotations,
        Note: tables.notes,
        AnnotationTagging: tables.annotation_tags,
        Reattachment: Reattachments(tables.connection),
        Settled: SettledRows(tables.connection),
        ReadingPlace: tables.reading_places,
        Correction: tables.corrections,
        Seen: tables.seen,
        Setting: tables.settings,
        SavedSearch: tables.searches,
        Rule: tables.rules,
        Ruled: tables.ruled,
        Mute: tables.mutes,
        StoryDecision: tables.story_decisions,
        Imported: tables.imports,
        Citation: tables.citations,
        OwnColumn: tables.own_columns,
        OwnValue: tables.own_values,
    }
