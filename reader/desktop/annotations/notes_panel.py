"""Highlights and notes of one article, in reading order; those that lost their place at the end."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.desktop.annotations.highlight_card import HighlightCard
from reader.desktop.annotations.note_box import NoteBox
from reader.desktop.annotations.notes_filter import NotesFilter
from reader.desktop.keys_in_use import key_or_name
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr
from reader.model.annotation import Marked, Note, NotesQuery


class NotesPanel(QWidget):
    """Shows what the user wrote about an article, and lets it be written."""

    #: A highlight was chosen; its id.
    chosen = Signal(str)
    #: Something is wanted of a highlight: see `HighlightCard`.
    wanted = Signal(str, str, str)
    link_chosen = Signal(str)
    #: Other highlights are to be shown, here and in the text.
    filtered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: dict[str, HighlightCard] = {}
        self._boxes: list[NoteBox] = []
        self._keeping = False
        self._waiting: list[str | Marked] = []
        self._place, self._shown_for = 0, ""
        self._growing = QTimer(self, singleShot=True, interval=0)
        self._growing.timeout.connect(self._go_on)
        self._shown: tuple[Note | None, list[Marked], str] = (None, [], "")
        self._keep: Callable[[str, str], bool] = lambda _, text: not text
        self.setObjectName("notesPanel")
        self.setAccessibleName(tr("Notes"))
        self.filter = NotesFilter(theme)
        self.filter.changed.connect(self._refilter)
        self.count = QLabel()
        self.count.setObjectName("notesCount")
        self._scroll = QScrollArea()
        self._scroll.setObjectName("notesPanel")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self.count)
        column.addWidget(self._scroll, 1)

    @property
    def query(self) -> NotesQuery:
        """Which highlights are wanted."""
        return self.filter.query

    def keep_with(self, keep: Callable[[str, str], bool]) -> None:
        """How a note is put on disk: by the id of its highlight ("" for the article's own) and its
        text; False where that failed."""
        self._keep = keep

    def show_notes(self, note: Note | None, marked: Sequence[Marked], text: str = "") -> None:
        """Show an article's own note and its highlights. `text` is the article's current one.

        What was being written is kept first.
        """
        self.flush()
        self._shown = (note, list(marked), text)
        self.filter.setVisible(bool(marked))
        self.filter.offer_tags(sorted({tag for row in marked for tag in row.tags}))
        self._build()

    def choose(self, annotation_id: str, *, write: bool = False) -> None:
        """Show a highlight; with `write`, put the cursor into its note."""
        if annotation_id not in self._cards and annotation_id:
            self._add_more(len(self._waiting))
        if annotation_id not in self._cards and annotation_id in self._ids():
            self.filter.clear()
            self._add_more(len(self._waiting))
        for key, card in self._cards.items():
            card.mark(key == annotation_id)
        if chosen := self._cards.get(annotation_id):
            if write:
                chosen.note.write()
            self._scroll.ensureWidgetVisible(chosen)

    def write_about_article(self) -> None:
        """Put the cursor into the article's own note."""
        if self._boxes:
            self._boxes[0].write()

    @property
    def is_writing(self) -> bool:
        """A note is being typed or kept: the panel shows it already."""
        return self._keeping or any(box.is_typed_in for box in self._boxes)

    @property
    def cards(self) -> list[HighlightCard]:
        self._add_more(len(self._waiting))
        return list(self._cards.values())

    def flush(self) -> None:
        """Keep everything that is being written, at once."""
        for box in self._boxes:
            box.flush()

    def _ids(self) -> set[str]:
        return {row.annotation.id for row in self._shown[1]}

    def _refilter(self) -> None:
        self.flush()
        self._build()
        self.filtered.emit()

    def _build(self) -> None:
        note, marked, text = self._shown
        self._growing.stop()
        wants = self.query.wants
        rows = [row for row in marked if wants(row)]
        self._cards, self._boxes = {}, []
        page = QWidget()
        page.setObjectName("notesPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(_caption(tr("About the article")))
        column.addWidget(self._about(note.text if note else ""))
        self._waiting = self._listed(rows)
        if not rows:
            key = key_or_name("highlight")
            none = tr("No highlight is like that.") if marked else tr(_HINT, key=key)
            column.addWidget(_caption(none, "panelHint"))
        column.addStretch(1)
        self._column = column
        place = self._scroll.verticalScrollBar().value()
        if old := self._scroll.takeWidget():
            old.hide()
            old.deleteLater()  # one of its buttons may have asked for this
        self._scroll.setWidget(page)
        self._count(len(rows), marked)
        self._place = place if self._shown_for == text else 0
        self._shown_for = text
        self._go_on()

    def _listed(self, rows: Sequence[Marked]) -> list[str | Marked]:
        """Captions and highlights in the order in which they are shown."""
        placed = [row for row in rows if row.anchor.state != "orphan"]
        lost = [row for row in rows if row.anchor.state == "orphan"]
        listed: list[str | Marked] = []
        listed += [tr("Highlights"), *placed] if placed else []
        return listed + (
            [tr("Not found in the current text ({lost})", lost=len(lost)), *lost] if lost else []
        )

    def _go_on(self) -> None:
        """Add some highlights now and the rest while nothing else is done; none unseen."""
        if self.isVisible() and self._waiting:
            self._add_more(_AT_ONCE)
            self._growing.start()
        elif self.isVisible() and self._place:
            self._scroll.verticalScrollBar().setValue(self._place)
            self._place = 0

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._growing.start()

    def _count(self, shown: int, marked: Sequence[Marked]) -> None:
        looks = sum(row.wants_a_look for row in marked)
        words = (
            tr("{shown:,} of {marked:,} highlights", shown=shown, marked=len(marked))
            if shown < len(marked)
            else ""
        )
        need = (
            tr(
                "{looks:,} {noun} a look",
                looks=looks,
                noun=tr("needs") if looks == 1 else tr("need"),
            )
            if looks
            else ""
        )
        self.count.setText(" · ".join(part for part in (words, need) if part))
        self.count.setVisible(bool(words or need))

    def _add_more(self, count: int) -> None:
        """Make the next cards."""
        for row in self._waiting[:count]:
            shown = _caption(row) if isinstance(row, str) else self._card(row)
            self._column.insertWidget(self._column.count() - 1, shown)
        del self._waiting[:count]

    def _card(self, row: Marked) -> HighlightCard:
        key = row.annotation.id
        now = self._shown[2][row.anchor.start : row.anchor.end]
        card = HighlightCard(row, now, partial(self._keep_on, key), self._theme)
        card.wanted.connect(self._want)
        card.link_chosen.connect(self.link_chosen)
        self._cards[key] = card
        self._boxes.append(card.note)
        return card

    def _about(self, text: str) -> NoteBox:
        box = NoteBox(text, tr("Write a note…"), partial(self._keep_on, ""), always=True)
        box.link_chosen.connect(self.link_chosen)
        box.left.connect(self.setFocus)
        self._boxes.append(box)
        return box

    def _keep_on(self, annotation_id: str, text: str) -> bool:
        self._keeping = True
        try:
            return self._keep(annotation_id, text)
        finally:
            self._keeping = False

    def _want(self, deed: str, annotation_id: str, more: str) -> None:
        if deed == "step":
            self._step(annotation_id, int(more))
        elif deed == "show":
            self.chosen.emit(annotation_id)
        else:
            self.wanted.emit(deed, annotation_id, more)

    def _step(self, annotation_id: str, by: int) -> None:
        """Give the keys to the highlight below or above."""
        keys = [card.marked.annotation.id for card in self.cards]
        at = keys.index(annotation_id) + by
        if 0 <= at < len(keys):
            self._cards[keys[at]].setFocus()
            self.chosen.emit(keys[at])


#: Cards that are made before the window is asked for something else.
_AT_ONCE = 8
_HINT = "Select words in the article and press {key} to highlight them."


def _caption(words: str, name: str = "panelCaption") -> QLabel:
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setWordWrap(True)
    return made
