"""Above the card: what it says otherwise since the user read the article."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reader.desktop.card_terms import label, shown
from reader.desktop.flow import FlowLayout
from reader.desktop.study.card_footer import link_button
from reader.desktop.study.card_labels import text_label
from reader.desktop.tongue import tr
from reader.model.card_changes import CardChanges, FieldChange
from reader.model.study import Span, StudyValue

_FIELDS_SHOWN, _VALUES_SHOWN, _LENGTH = 8, 3, 34


class ChangesNote(QFrame):
    """One line a field, old value and new; each leads to its words in its own text."""

    #: A passage of the earlier text: its revision's id, the passages.
    old_chosen = Signal(int, object)
    #: A value of the current card: field, the value.
    new_chosen = Signal(str, object)
    #: The user has seen it.
    seen = Signal()

    def __init__(self, changes: CardChanges) -> None:
        super().__init__()
        self._revision_id = changes.revision_id
        self.setObjectName("changesNote")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 10, 8)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(text_label(tr("Changed since you read it"), "changesTitle"), 1)
        done = link_button(tr("Got it"), tr("I have seen what changed"))
        done.clicked.connect(self.seen)
        head.addWidget(done)
        column.addLayout(head)
        for change in changes.fields[:_FIELDS_SHOWN]:
            column.addWidget(self._line(change))
        more = len(changes.fields) - _FIELDS_SHOWN
        notes = [tr("and {more} more", more=more)] if more > 0 else []
        if not changes.same_extractor:
            notes.append(
                tr("Studywire also reads better since; not all of it is the publisher's doing.")
            )
        for note in notes:
            column.addWidget(text_label(note, "fieldNote"))

    def _line(self, change: FieldChange) -> QWidget:
        box = QWidget()
        row = FlowLayout(2)
        box.setLayout(row)
        row.addWidget(text_label(label(change.field), "changesField"))
        for value in change.before[:_VALUES_SHOWN]:
            row.addWidget(self._old(change.field, value))
        if not change.before:
            row.addWidget(text_label(tr("nothing"), "notStated"))
        row.addWidget(text_label("→", "changesField"))
        for value in change.after[:_VALUES_SHOWN]:
            row.addWidget(self._new(change.field, value))
        if not change.after:
            row.addWidget(text_label(tr("nothing"), "notStated"))
        return box

    def _old(self, field: str, value: StudyValue) -> QWidget:
        link = link_button(_cut(shown(field, value)), tr("Show it in the text you read"))
        link.setProperty("old", True)
        link.setAccessibleName(
            tr(
                "{label} was {shown}; show the earlier text",
                label=label(field),
                shown=shown(field, value),
            )
        )
        spans: Sequence[Span] = value.evidence
        link.clicked.connect(lambda: self.old_chosen.emit(self._revision_id, spans))
        return link

    def _new(self, field: str, value: StudyValue) -> QWidget:
        link = link_button(_cut(shown(field, value)), tr("Show it in the current text"))
        link.setAccessibleName(
            tr("{label} is now {shown}; show it", label=label(field), shown=shown(field, value))
        )
        link.clicked.connect(lambda: self.new_chosen.emit(field, value))
        return link


def _cut(words: str) -> str:
    return words if len(words) <= _LENGTH else f"{words[: _LENGTH - 1]}…"
