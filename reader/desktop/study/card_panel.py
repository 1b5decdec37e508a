"""The study card: every field with its value, how sure it is, the sentence that says it, and what
the user decided about it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.desktop.study.card_footer import CardFooter
from reader.desktop.study.card_page import CardPage
from reader.desktop.study.card_row import CardRow
from reader.desktop.study.links import address, card_links
from reader.desktop.study.shown_card import Shown, Typing
from reader.desktop.study.value_editor import ValueEditor
from reader.desktop.tongue import tr
from reader.model.article import Article
from reader.model.study import FIELD, FIELDS, Review, StudyCard, StudyValue
from reader.model.typed import as_typed, found_in

_SETTLED = ("accepted", "own", "missing")


class CardPanel(QWidget):
    """Shows one card. Choosing a value asks for its sentence to be shown in the article."""

    #: A value was chosen: name of its field, place among the field's values.
    value_chosen = Signal(str, int)
    #: A decision: name of its verb ("accept" …), field, place.
    decided = Signal(str, str, int)
    #: A value was typed: a `Typing`, the text. Who keeps it says so (`kept`); until then the editor
    #: stays open.
    typed = Signal(object, str)
    #: The user says whether the article reports a study.
    study_said = Signal(bool)
    link_chosen = Signal(str)
    #: Words of the text read before were asked for: its revision's id, the passages.
    old_chosen = Signal(int, object)
    #: The user has seen what changed.
    changes_seen = Signal()
    #: A value of another source of the same study: its article's id, the field.
    source_chosen = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardPanel")
        self.setAccessibleName(tr("Study card"))
        self._waiting: Shown | None = None
        self._editor: ValueEditor | None = None
        self._typing: Typing | None = None
        #: What was typed and could not be kept, by the article's id; it comes again with the card.
        self._drafts: dict[int, tuple[Typing, str]] = {}
        self._page = page = CardPage()
        page.row_chosen.connect(self.value_chosen)
        page.decided.connect(self._decide)
        page.study_said.connect(self.study_said)
        page.old_chosen.connect(self.old_chosen)
        page.changes_seen.connect(self.changes_seen)
        page.source_chosen.connect(self.source_chosen)
        self.footer = CardFooter()
        self.footer.next_wanted.connect(self.choose_unchecked)
        self.footer.link_chosen.connect(self.link_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(self.footer)
        self.say("")

    # -- what it shows

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a card."""
        self.flush()
        self._waiting = None
        self._page.say(sentence)
        self.footer.hide()

    def show_card(self, fresh: Shown) -> None:
        """Show a card.

        The same article's card keeps its place, the row that is chosen, and what is being typed.
        """
        shown = self._page.shown
        same = shown is not None and shown.article.id == fresh.article.id
        if same and self._editor:
            self._waiting = fresh
            return
        self.flush()
        focused = self.focusWidget()
        has_focus = focused is not None and focused.hasFocus()
        if has_focus:
            self.setFocus()  # the widget that has it goes
        self._page.show_card(fresh, keep=same, focus=has_focus)
        self._count(fresh.card)
        if draft := self._drafts.pop(fresh.article.id, None):
            self._take_up(*draft)

    @property
    def article(self) -> Article | None:
        """The article whose card is shown, in the text that the card was made from."""
        return self._page.shown.article if self._page.shown else None

    @property
    def card(self) -> StudyCard | None:
        return self._page.shown.card if self._page.shown else None

    @property
    def chosen(self) -> tuple[str, int] | None:
        """The row that is marked: name of its field, place among the field's values."""
        return self._page.chosen.key if self._page.chosen else None

    @property
    def rows(self) -> list[CardRow]:
        """The rows in their order."""
        return self._page.rows

    @property
    def editor(self) -> ValueEditor | None:
        """The editor that is open."""
        return self._editor

    def value(self, field: str, place: int) -> StudyValue | None:
        """The value that a row shows; None for a row without one."""
        return self._page.value(field, place)

    def spans(self, field: str, place: int, revision_id: int) -> list[tuple[int, int]]:
        """Where the words of a value stand in a text of the article; nowhere in any but the card's."""
        value = self._page.value(field, place)
        if value is None or self.article is None or self.article.revision_id != revision_id:
            return []
        return [(span.start, span.end) for span in value.evidence]

    def values(self, field: str) -> Sequence[StudyValue]:
        """All values of a field on the card."""
        shown = self._page.shown
        return shown.card.values.get(field, ()) if shown else ()

    def not_reported(self, field: str) -> Review | None:
        """The user's word that the article does not report a field."""
        shown = self._page.shown
        return dict(shown.card.not_reported).get(field) if shown else None

    def choose(self, field: str, place: int) -> None:
        """Mark a value and show its sentence, as when its words were clicked in the article."""
        self._page.choose(field, place)

    def choose_unchecked(self) -> None:
        """Go on to the next value that the user has not checked, from the top after the last."""
        self._page.choose_unchecked()

    def take_focus(self) -> None:
        """Give the keys to the chosen row, or to the first."""
        rows = self._page.rows
        row = self._page.chosen or (rows[0] if rows else None)
        (row or self).setFocus(Qt.FocusReason.TabFocusReason)

    # -- typing

    def edit(self, field: str, place: int, passage: tuple[int, int] | None = None) -> None:
        """Let a value be typed: in place of the one at `place`, where none is, or (-1) beside the
        others. `passage` is the part of the text that becomes its evidence."""
        value = self._page.value(field, place)
        if not self._settle():
            return  # what is wrong with it is said there
        again, article = self._page.place_again(field, place, value), self.article
        if again is None or article is None or field not in FIELD:
            return
        self._page.choose(field, again)
        typing = Typing(article, field, value, passage)
        begin = as_typed(field, value) if value else ""
        begin = (found_in(field, typing.quote) if typing.quote else "") or begin
        self._open(typing, again, begin).setFocus(Qt.FocusReason.OtherFocusReason)

    def kept(self) -> None:
        """What was typed is on disk; the editor is done with."""
        self._leave()

    def flush(self) -> None:
        """Keep what is being typed; called before another article is shown. What cannot be kept, as
        it can be no value or the archive cannot be written, comes again with its article."""
        editor, typing = self._editor, self._typing
        if editor and typing and not self._settle():
            text = editor.text
            self._leave()
            self._drafts[typing.article.id] = (typing, text)

    # -- what Qt calls

    def event(self, event: QEvent) -> bool:
        """V goes on to the next unchecked value here, Space chooses the row that has the keys;
        elsewhere they do something else."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and (_is_next(event) or event.key() == Qt.Key.Key_Space):  # type: ignore[arg-type,attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_next(event):
            self.choose_unchecked()
        else:
            super().keyPressEvent(event)

    # -- parts

    def _count(self, card: StudyCard) -> None:
        words = [row.words for row in self._page.rows]
        settled = [w for w in words if w.state in _SETTLED and not w.trouble]
        self.footer.show_counts(
            len(card.values),
            len(FIELDS),
            len(settled) + len(card.rejected),
            left=any(w.is_unchecked for w in words),
        )
        self.footer.show_links(card_links(card))
        self.footer.setVisible(bool(card.is_study.value))

    def _decide(self, verb: str, field: str, place: int) -> None:
        if verb in ("correct", "add"):
            self.edit(field, place if verb == "correct" else -1)
        elif verb == "open":
            value = self._page.value(field, place)
            self.link_chosen.emit(address(field, value) if value else "")
        else:
            self.decided.emit(verb, field, place)

    def _open(self, typing: Typing, place: int, text: str) -> ValueEditor:
        row = self._page.row(typing.field, place)
        self._typing = typing
        self._editor = editor = row.edit(text, typing.quote)
        editor.entered.connect(lambda said: self.typed.emit(typing, said))
        editor.left.connect(self._leave)
        self._page.settle()
        self._page.ensureWidgetVisible(editor, 0, 40)
        return editor

    def _take_up(self, typing: Typing, text: str) -> None:
        """Go on with what could not be kept, when its article is shown again."""
        field, value = typing.field, typing.value
        places = (self._page.place_again(field, 0, one) for one in (value, None))
        place = next((at for at in places if at is not None), None)
        if place is None:  # it is no study now
            self._drafts[typing.article.id] = (typing, text)
            return
        self._page.choose(field, place)
        begin = as_typed(field, value) if value else ""
        self._open(typing, place, begin).resume(text)

    def _settle(self) -> bool:
        """Be done with what is being typed; False where it has to be typed otherwise first."""
        if self._editor and self._editor.changed:
            self._editor.enter()
        elif self._editor:
            self._leave()
        return self._editor is None

    def _leave(self) -> None:
        """The editor is done with; what came meanwhile is shown now."""
        row = self._page.chosen if self._editor else None
        self._leave_editor()
        if row:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        waiting, self._waiting = self._waiting, None
        if waiting:
            self.show_card(waiting)

    def _leave_editor(self) -> None:
        self._editor = self._typing = None
        for row in self._page.rows:
            row.leave_editor()


def _is_next(event: QKeyEvent) -> bool:
    plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    return plain and event.key() == Qt.Key.Key_V
