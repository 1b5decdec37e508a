"""The coloured passages of an article: evidence, highlights, the passage that was asked for."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from reader.desktop.reading.marking import by_size, look
from reader.desktop.reading.offsets import OffsetMap
from reader.desktop.theme import Colours
from reader.model.annotation import Marked
from reader.model.frozen import dataclass
from reader.model.study import StudyCard


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that a field of the study card rests on. `place` counts the field's values."""

    field: str
    place: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passages:
    """Everything that is marked in one article, in offsets of its text."""

    evidence: tuple[Evidence, ...] = ()
    marked: tuple[Marked, ...] = ()
    #: Passages of the value that was chosen on the card.
    chosen: tuple[tuple[int, int], ...] = ()
    #: The highlight that was chosen; its id.
    active: str = ""

    def evidence_at(self, offset: int) -> Evidence | None:
        """The shortest passage of evidence over an offset."""
        over = [e for e in self.evidence if e.start <= offset < e.end]
        return min(over, key=lambda e: e.end - e.start, default=None)

    def marked_at(self, offset: int) -> Marked | None:
        """The shortest highlight over an offset; where that is chosen already, the next longer."""
        over = by_size(m for m in self.marked if m.anchor.start <= offset < m.anchor.end)[::-1]
        for at, row in enumerate(over):
            if row.annotation.id == self.active:
                return over[(at + 1) % len(over)]
        return over[0] if over else None

    def between(self, first: int, last: int) -> "Passages":
        """Those that stand between two offsets, in part at least."""
        marked = [m for m in self.marked if m.anchor.start < last and m.anchor.end > first]
        return replace(self, marked=tuple(marked))

    def selections(
        self, document: QTextDocument, offsets: OffsetMap, colours: Colours, *, lined: bool = False
    ) -> list[QTextEdit.ExtraSelection]:
        """What lies behind the words, as Qt is to paint it; what comes later lies on top."""
        made: list[QTextEdit.ExtraSelection] = []
        for row in by_size(self.marked):
            place = [(row.anchor.start, row.anchor.end)]
            made += _select(document, offsets, place, look(row, colours, lined=lined))
        for start, end in self.chosen:
            char = QTextCharFormat()
            char.setBackground(QColor(colours.evidence_page))
            made += _select(document, offsets, [(start, end)], char)
        return made

    def underlined(self) -> list[tuple[int, int]]:
        """Passages of evidence, those chosen left out."""
        return sorted({(e.start, e.end) for e in self.evidence} - set(self.chosen))

    def active_range(self) -> list[tuple[int, int]]:
        """The place of the highlight that was chosen."""
        return [
            (m.anchor.start, m.anchor.end) for m in self.marked if m.annotation.id == self.active
        ]


def evidence_of(card: StudyCard) -> tuple[Evidence, ...]:
    """The passages that the values of a card rest on."""
    return tuple(
        Evidence(field, place, span.start, span.end)
        for field, values in card.values.items()
        for place, value in enumerate(values)
        for span in value.evidence
    )


def _select(
    document: QTextDocument,
    offsets: OffsetMap,
    ranges: Iterable[tuple[int, int]],
    char: QTextCharFormat,
) -> list[QTextEdit.ExtraSelection]:
    made = []
    for start, end in ranges:
        for first, last in offsets.stretches(start, end):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(document)
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = char
            made.append(selection)
    return made
