"""The study card: every field with its value, how sure it is, and the sentence that says it."""

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.model.card_words import details, label, shown, sureness
from reader.model.study import FIELDS, StudyCard, StudyValue

#: Characters of the sentence that are shown around the evidence.
AROUND = 90


class CardPanel(QScrollArea):
    """Shows one card. Choosing a value asks for its sentence to be shown in the article."""

    #: A value was chosen: name of its field, place among the field's values.
    value_chosen = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardPanel")
        self.setAccessibleName("Study card")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: dict[tuple[str, int], ValueRow] = {}
        self._chosen: ValueRow | None = None
        self.say("")

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a card."""
        inner = self._blank()
        if sentence:
            note = _text(sentence, "cardNote")
            inner.addWidget(note)
        inner.addStretch(1)

    def show_card(self, card: StudyCard, text: str) -> None:
        """Show a card made from `text`."""
        if not card.is_study.value:
            self.say(_no_study(card))
            return
        inner = self._blank()
        stated = 0
        for field in FIELDS:
            values = card.values.get(field.name, ())
            stated += bool(values)
            for place, value in enumerate(values):
                row = ValueRow(field.name, place, value, text)
                row.chosen.connect(self._choose)
                self._rows[field.name, place] = row
                inner.addWidget(row)
            if not values:
                inner.addWidget(_NotStated(field.name))
        inner.addWidget(_text(f"{stated} of {len(FIELDS)} stated", "cardFooter"))
        inner.addStretch(1)

    @property
    def chosen(self) -> tuple[str, int] | None:
        """The value that is marked: name of its field, place among the field's values."""
        return self._chosen.key if self._chosen else None

    def choose(self, field: str, place: int) -> None:
        """Mark a value and show its sentence, as when its words were clicked in the article."""
        row = self._rows.get((field, place))
        if row is None or row is self._chosen:
            return
        if self._chosen:
            self._chosen.unfold(False)
        self._chosen = row
        row.unfold(True)
        self.ensureWidgetVisible(row, 0, 40)

    def _choose(self, field: str, place: int) -> None:
        self.choose(field, place)
        self.value_chosen.emit(field, place)

    def _blank(self) -> QVBoxLayout:
        self._rows, self._chosen = {}, None
        page = QWidget()
        page.setObjectName("cardPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 6, 0, 12)
        column.setSpacing(0)
        self.setWidget(page)
        return column


class ValueRow(QFrame):
    """One value: label, value, dots; unfolded, the words it rests on."""

    chosen = Signal(str, int)

    def __init__(self, field: str, place: int, value: StudyValue, text: str) -> None:
        super().__init__()
        self.key = (field, place)
        self.setObjectName("valueRow")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        dots, words = sureness(value.confidence)
        said = shown(field, value)
        self.setAccessibleName(f"{label(field)}: {said}, {words}")
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 5, 14, 5)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 96)
        grid.setColumnStretch(1, 1)
        name = _text(label(field) if place == 0 else "", "fieldName")
        name.setFixedWidth(96)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(name, 0, 0, top)
        grid.addWidget(_text(said, "fieldValue"), 0, 1, top)
        sure = _text(dots, "sureness")
        sure.setToolTip(f"{words.capitalize()}: {value.confidence:.0%} of such values are right")
        grid.addWidget(sure, 0, 2, top)
        self._more = _more(value, text, details(field, value))
        self._more.hide()
        grid.addWidget(self._more, 1, 1, 1, 2)

    def unfold(self, chosen: bool) -> None:
        self.setProperty("chosen", chosen)
        self._more.setVisible(chosen)
        self.style().unpolish(self)
        self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(*self.key)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(*self.key)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Space chooses the value, whatever it does elsewhere in the window."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Space:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)


class _NotStated(QFrame):
    """A field that the article says nothing of."""

    def __init__(self, field: str) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 5, 14, 5)
        grid.setHorizontalSpacing(10)
        name = _text(label(field), "fieldName")
        name.setFixedWidth(96)
        grid.addWidget(name, 0, 0)
        grid.addWidget(_text("not stated", "notStated"), 0, 1)
        grid.setColumnStretch(1, 1)


def _more(value: StudyValue, text: str, extra: str) -> QWidget:
    """The evidence in its sentence, what else is known, and the rule that found it."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 2, 0, 4)
    column.setSpacing(4)
    for span in value.evidence[:3]:
        before = text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
        after = text[span.end : span.end + AROUND].partition("\n")[0]
        lead = "…" if len(before) == AROUND else ""
        tail = "…" if len(after) == AROUND else ""
        column.addWidget(_quote(f"“{lead}{before}", span.text, f"{after}{tail}”"))
    if extra:
        column.addWidget(_text(extra, "fieldExtra"))
    column.addWidget(_text(f"found by {value.method}", "fieldMethod"))
    return box


def _quote(before: str, words: str, after: str) -> QLabel:
    quote = QLabel(f"{escape(before)}<b>{escape(words)}</b>{escape(after)}")
    quote.setTextFormat(Qt.TextFormat.RichText)
    quote.setObjectName("fieldQuote")
    quote.setWordWrap(True)
    return quote


def _text(words: str, name: str) -> QLabel:
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setWordWrap(True)
    return made


def _no_study(card: StudyCard) -> str:
    if card.language not in ("", "en"):
        return "This article is not in English. Studywire reads study details in English only."
    return "This article reports no study, as far as the text says."
