"""One row of the card: label, value, mark; unfolded, the words it rests on and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.card_terms import label, lost_words
from reader.desktop.flow import FlowLayout
from reader.desktop.keys_in_use import hint, key_of
from reader.desktop.study.card_labels import about, cut, quote_label, text_label
from reader.desktop.study.row_words import RowWords, sentence
from reader.desktop.study.value_editor import ValueEditor
from reader.desktop.study.verbs import Verb
from reader.desktop.tongue import tr
from reader.desktop.writing import as_plain_text, breakable
from reader.model.study import StudyValue

#: Widths of the label and of the mark, which gives way to two buttons under the pointer. The label's
#: is for letters of the usual size, grows with them, and goes no further than the widest; the mark's
#: is the least, and its words take what they need.
_LABEL, _MARK, _WIDEST, _USUAL = 86, 52, 150, 12
_BUTTON, _NARROWEST = 26, 60
#: Margins and gaps of a row, and how many times its letters' size a value has at least beside a label.
_AROUND, _LETTERS = 40, 6
_PASSAGES_SHOWN = 3


class CardRow(QFrame):
    """A value, or the place of one that is not there."""

    chosen = Signal(str, int)
    #: A verb of `reader.desktop.study.verbs` by its name; field, place.
    decided = Signal(str, str, int)

    def __init__(
        self, field: str, place: int, words: RowWords, verbs: Sequence[Verb], *, first: bool = True
    ) -> None:
        super().__init__()
        self.key = (field, place)
        self.words, self.verbs = words, tuple(verbs)
        self._editor: ValueEditor | None = None
        self.setObjectName("valueRow")
        self.setProperty("state", words.state)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words.spoken)
        self._more: QWidget | None = None
        self._verbs: QWidget | None = None
        self._buttons: QWidget | None = None
        self._evidence: tuple[StudyValue, str] | None = None
        #: Whether the value stands below its label; None until the row is told how wide it is.
        self._is_below: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 5, 8, 5)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._fill(label(field) if first else "")

    def _fill(self, caption: str) -> None:
        words = self.words
        self._name = text_label(caption, "fieldName")
        self._value = text_label(cut(words.value), "fieldValue")
        self._value.setMinimumWidth(_NARROWEST)  # no long word makes the card wider than its pane
        self._mark = self._mark_label()
        self._under = [text_label(note, "fieldNote") for note in words.notes]
        if words.trouble:
            self._under.append(text_label(f"≠ {words.trouble}", "fieldTrouble"))

    def fit(self, width: int) -> None:
        """Stand in so many pixels: where the value would have few letters a line beside its label,
        it goes below."""
        self._name.ensurePolished()  # the letters have the size that is set
        self._value.ensurePolished()
        self._mark.ensurePolished()
        mark = max(_MARK, self._mark.sizeHint().width())
        self._mark.setFixedWidth(mark)
        letters = max(_USUAL, self._name.font().pixelSize())
        label = min(_WIDEST, round(_LABEL * letters / _USUAL))
        beside = width - label - mark - _AROUND
        below = beside < _LETTERS * self._value.font().pixelSize()
        self._name.setFixedWidth(max(_NARROWEST, width - mark - _AROUND) if below else label)
        if below != self._is_below:
            self._is_below = below
            self._stand(below)

    def _stand(self, below: bool) -> None:
        top, grid, named = Qt.AlignmentFlag.AlignTop, self._grid, bool(self._name.text())
        grid.addWidget(self._name, 0, 0, 1, 2 if below else 1, top)
        self._name.setVisible(named or not below)
        grid.addWidget(self._mark, 0, 2, top)
        row, column = (1 if named else 0, 0) if below else (0, 1)
        grid.addWidget(self._value, row, column, 1, 2 - column, top)
        for number, note in enumerate(self._under):
            grid.addWidget(note, 2 + number, column, 1, 3 - column)

    def rest_on(self, value: StudyValue, text: str) -> None:
        """Tell what the value rests on; its sentence is shown on hover and when unfolded."""
        self._evidence = (value, text)
        said = "\n".join("".join(sentence(text, span)) for span in value.evidence[:1])
        lost = value.review.lost[:1] if value.review else ()
        words = f"“{said}”" if said else "".join(map(lost_words, lost))
        none = tr("No passage is linked to this value.")
        self.setToolTip(as_plain_text(words) if words else none)

    def unfold(self, chosen: bool) -> None:
        if chosen and self._more is None:
            self._more = self._unfolded()
            self._grid.addWidget(self._more, 8, 0, 1, 3)
        if self._more:
            self._more.setVisible(chosen)
        self._value.setText(breakable(self.words.value if chosen else cut(self.words.value)))
        if chosen:
            self._hover(False)
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)

    def edit(self, text: str, quote: str = "") -> ValueEditor:
        """Open an editor below the value."""
        self.leave_editor()
        self._editor = editor = ValueEditor(self.key[0], text, quote)
        self._grid.addWidget(editor, 9, 0, 1, 3)
        if self._verbs:
            self._verbs.hide()
        editor.show()
        return editor

    def leave_editor(self) -> None:
        if self._editor:
            self._grid.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            if self._verbs:
                self._verbs.show()

    # -- what Qt calls

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(*self.key)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(*self.key)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reaching a row by key chooses it, as a click does."""
        super().focusInEvent(event)
        self._hover(True)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.chosen.emit(*self.key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hover(self.underMouse())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hover(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(self.hasFocus())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(event.globalPos())

    def menu(self) -> QMenu:
        """Everything that can be decided about the row."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for verb in self.verbs:
            key = key_of(verb.deed)
            action = menu.addAction(f"{tr(verb.caption)}\t{key}" if key else tr(verb.caption))
            action.setToolTip(tr(verb.tip))
            action.triggered.connect(lambda _=False, v=verb: self._decide(v))
        return menu

    # -- parts

    def _mark_label(self) -> QLabel:
        mark = text_label(self.words.mark, "sureness")
        mark.setWordWrap(False)
        mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        mark.setToolTip(self.words.mark_tip)
        keeps = mark.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        mark.setSizePolicy(keeps)
        return mark

    def _made_buttons(self) -> QWidget:
        """What stands in for the mark under the pointer: the first verb, and all the others."""
        buttons = QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch(1)
        for verb in self.verbs[:1]:
            button = QToolButton()
            button.setText(tr(verb.caption).split()[0])
            row.addWidget(self._dressed(button, verb, "rowButton"))
        more = QToolButton()
        more.setObjectName("rowButton")
        more.setText("⋯")
        more.setToolTip(tr("What else can be decided"))
        more.setAccessibleName(tr("{label}: what can be decided", label=label(self.key[0])))
        more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        more.clicked.connect(lambda: self._open_menu(more.mapToGlobal(more.rect().bottomLeft())))
        row.addWidget(more)
        return buttons

    def _dressed(self, button: QAbstractButton, verb: Verb, name: str) -> QAbstractButton:
        button.setObjectName(name)
        hint(button, tr(verb.tip), verb.deed)
        button.setAccessibleName(f"{label(self.key[0])}: {tr(verb.tip)}")
        button.setFocusPolicy(
            Qt.FocusPolicy.NoFocus if name == "rowButton" else Qt.FocusPolicy.TabFocus
        )
        button.clicked.connect(lambda: self._decide(verb))
        return button

    def _unfolded(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        if self._evidence:
            value, text = self._evidence
            for span in value.evidence[:_PASSAGES_SHOWN]:
                column.addWidget(quote_label(*sentence(text, span)))
            for line in about(self.key[0], value):
                column.addWidget(line)
        self._verbs = QWidget()
        flow = FlowLayout(6)
        self._verbs.setLayout(flow)
        for verb in self.verbs:
            flow.addWidget(self._dressed(QPushButton(tr(verb.caption)), verb, "verb"))
        column.addWidget(self._verbs)
        return box

    def _hover(self, on: bool) -> None:
        """Let buttons stand in for the mark; an unfolded row has them all in words."""
        unfolded = self._more is not None and self._more.isVisible()
        shown = on and not unfolded
        if shown and self._buttons is None:
            self._buttons = self._made_buttons()
        if self._buttons:
            place = self._mark.geometry()
            self._buttons.setGeometry(place.right() + 1 - _MARK, 1, _MARK, _BUTTON)
            self._buttons.setVisible(shown)
            self._mark.setVisible(not shown)

    def _open_menu(self, point: QPoint) -> None:
        """Not `exec`: a decision makes the card anew, and this row with it."""
        self.chosen.emit(*self.key)
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _decide(self, verb: Verb) -> None:
        self.chosen.emit(*self.key)
        self.decided.emit(verb.name, *self.key)
