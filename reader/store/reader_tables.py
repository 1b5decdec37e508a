"""What the user writes and what is read out of texts: notes and studies, loaded as other tables are."""

from functools import cached_property
from typing import TYPE_CHECKING

from reader.store.tables import Tables

if TYPE_CHECKING:
    from reader.store.anchoring import Anchoring
    from reader.store.annotation_rows import AnnotationTags, ReadingPlaces
    from reader.store.annotations import Annotations, Notes
    from reader.store.corrections import Corrections, SeenTexts
    from reader.store.evidence import Evidence
    from reader.store.histories import Histories
    from reader.store.note_lists import NoteLists
    from reader.store.own_columns import OwnColumns, OwnValues
    from reader.store.studies import Studies
    from reader.store.study_values import StudyValues


class ReaderTables(Tables):
    """Notes, study cards, and the evidence table."""

    @cached_property
    def annotations(self) -> "Annotations":
        from reader.store.annotations import Annotations

        return Annotations(self.connection)

    @cached_property
    def notes(self) -> "Notes":
        from reader.store.annotations import Notes

        return Notes(self.connection)

    @cached_property
    def annotation_tags(self) -> "AnnotationTags":
        from reader.store.annotation_rows import AnnotationTags

        return AnnotationTags(self.connection)

    @cached_property
    def anchoring(self) -> "Anchoring":
        from reader.store.anchoring import Anchoring

        return Anchoring(self.connection)

    @cached_property
    def note_lists(self) -> "NoteLists":
        from reader.store.note_lists import NoteLists

        return NoteLists(self.connection)

    @cached_property
    def reading_places(self) -> "ReadingPlaces":
        from reader.store.annotation_rows import ReadingPlaces

        return ReadingPlaces(self.connection)

    @cached_property
    def studies(self) -> "Studies":
        from reader.store.studies import Studies

        return Studies(self.connection)

    @cached_property
    def corrections(self) -> "Corrections":
        from reader.store.corrections import Corrections

        return Corrections(self.connection)

    @cached_property
    def histories(self) -> "Histories":
        from reader.store.histories import Histories

        return Histories(self.connection)

    @cached_property
    def seen(self) -> "SeenTexts":
        from reader.store.corrections import SeenTexts

        return SeenTexts(self.connection)

    @cached_property
    def evidence(self) -> "Evidence":
        from reader.store.evidence import Evidence

        return Evidence(self.connection)

    @cached_property
    def own_columns(self) -> "OwnColumns":
        from reader.store.own_columns import OwnColumns

        return OwnColumns(self.connection)

    @cached_property
    def own_values(self) -> "OwnValues":
        from reader.store.own_columns import OwnValues

        return OwnValues(self.connection)

    @cached_property
    def values(self) -> "StudyValues":
        from reader.store.study_values import StudyValues

        return StudyValues(self.connection)
