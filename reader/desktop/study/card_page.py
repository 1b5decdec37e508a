"""The rows of one card, as they scroll."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.desktop.study.card_footer import link_button
from reader.desktop.study.card_labels import text_label
from reader.desktop.study.card_row import CardRow
from reader.desktop.study.card_rows import candidate_rows, made_rows, struck_rows
from reader.desktop.study.changes_note import ChangesNote
from reader.desktop.study.shown_card import Shown
from reader.desktop.study.story_note import StoryNote
from reader.desktop.tongue import number, tr
from reader.model.card_changes import CardChanges
from reader.model.correction import key
from reader.model.study import StudyCard, StudyValue


class CardPage(QScrollArea):
    """Rows to choose from. What is to be done with them is the panel's to see to."""

    #: A row was chosen by the user: name of its field, place among the field's values.
    row_chosen = Signal(str, int)
    #: A verb by its name, field, place.
    decided = Signal(str, str, int)
    study_said = Signal(bool)
    old_chosen = Signal(int, object)
    changes_seen = Signal()
    #: A value of another source of the same study: its article's id, the field.
    source_chosen = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardScroll")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows: dict[tuple[str, int], CardRow] = {}
        self._chosen: CardRow | None = None
        self._shown: Shown | None = None
        self._opened: set[str] = set()
        host = QWidget()
        host.setObjectName("cardPage")
        self._host = QVBoxLayout(host)
        self._host.setContentsMargins(0, 0, 0, 0)
        self.setWidget(host)
        self._page = QWidget(host)

    # -- what it shows

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a card."""
        self._shown = None
        inner = self._blank()
        if sentence:
            inner.addWidget(text_label(sentence, "cardNote"))
        inner.addStretch(1)
        self._put_up()

    def show_card(self, shown: Shown, *, keep: bool, focus: bool) -> None:
        """Show a card; `keep` the place and the row that is chosen, `focus` it then."""
        chosen = self.chosen.key if keep and self.chosen else None
        value = self.value(*chosen) if chosen else None
        bar = self.verticalScrollBar()
        place = bar.value() if keep else 0
        if keep and self._shown and set(shown.answers) - set(self._shown.answers):
            self._opened.add("uncertain")  # that is what the user asked for
        self._shown = shown
        self.setUpdatesEnabled(False)
        self._fill(shown)
        self._put_up()
        self.settle()
        bar.setValue(place)
        if chosen:
            self._choose_again(*chosen, value, focus=focus)
        self.setUpdatesEnabled(True)

    @property
    def shown(self) -> Shown | None:
        return self._shown

    @property
    def rows(self) -> list[CardRow]:
        """The rows in their order."""
        return list(self._rows.values())

    @property
    def chosen(self) -> CardRow | None:
        return self._chosen

    def row(self, field: str, place: int) -> CardRow:
        return self._rows[field, place]

    def value(self, field: str, place: int) -> StudyValue | None:
        return self._shown.value(field, place) if self._shown else None

    def place_again(self, field: str, place: int, value: StudyValue | None) -> int | None:
        """Where the row that showed a value stands now, see `Shown.place_again`."""
        places = [at for name, at in self._rows if name == field]
        return self._shown.place_again(field, place, value, places) if self._shown else None

    def settle(self) -> None:
        """Let the rows take their heights now, so that scrolling to one is right."""
        self._host.activate()
        if host := self.widget():
            host.adjustSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size: the rows know of them once all of the window is dressed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        for row in self._rows.values():
            row.fit(self.viewport().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Up go through the rows, not through the pixels."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    # -- choosing

    def choose(self, field: str, place: int) -> None:
        """Mark a row and unfold it, without a word to anybody."""
        row = self._rows.get((field, place))
        if row is None or row is self._chosen:
            return
        if self._chosen:
            self._chosen.unfold(False)
        self._chosen = row
        row.unfold(True)
        self.settle()
        self.ensureWidgetVisible(row, 0, 40)

    def choose_unchecked(self) -> None:
        """Go on to the next value that the user has not checked, from the top after the last."""
        rows = self.rows
        at = rows.index(self._chosen) + 1 if self._chosen else 0
        left = [row for row in (*rows[at:], *rows[:at]) if row.words.is_unchecked]
        if left:
            self._go(left[0])

    def step(self, by: int) -> None:
        """Go to the next row or the one before."""
        rows = self.rows
        at = rows.index(self._chosen) + by if self._chosen else 0
        if 0 <= at < len(rows):
            self._go(rows[at])

    def _go(self, row: CardRow) -> None:
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose(*row.key)

    def _choose(self, field: str, place: int) -> None:
        self.choose(field, place)
        self.row_chosen.emit(field, place)

    def _choose_value(self, field: str, value: StudyValue) -> None:
        """Show a value of the card, or the user's own that stands in its place."""
        values = self._shown.card.values.get(field, ()) if self._shown else ()
        places = (place for place, other in enumerate(values) if key(other) == key(value))
        self._choose(field, next(places, 0))

    def _choose_again(
        self, field: str, place: int, value: StudyValue | None, *, focus: bool
    ) -> None:
        """The row that shows the same value on a newer card, or what came in its place."""
        now = self.place_again(field, place, value)
        if now is None:
            return
        self.choose(field, now)
        if focus:
            self._rows[field, now].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- parts

    def _fill(self, shown: Shown) -> None:
        inner = self._blank()
        card = shown.card
        if shown.note:
            inner.addWidget(text_label(shown.note, "cardNote"))
        if shown.changes:
            inner.addWidget(self._note(shown.changes))
        if len(shown.story.sources) > 1:
            inner.addWidget(self._story(shown))
        if card.is_study.value:
            for row, value in made_rows(card):
                self._add(inner, row, value)
            self._add_more(inner, "rejected", tr("Values you struck out"), struck_rows(card))
            unsure = tr("Too uncertain for the card")
            self._add_more(inner, "uncertain", unsure, candidate_rows(card))
            self._offer_study(inner, tr("This is no study"), is_study=False)
        else:
            inner.addWidget(text_label(_no_study(card), "cardNote"))
            self._offer_study(inner, tr("Add details by hand"), is_study=True)
        inner.addStretch(1)

    def _add(self, inner: QVBoxLayout, row: CardRow, value: StudyValue | None) -> None:
        if value and self._shown:
            row.rest_on(value, self._shown.text)
        row.chosen.connect(self._choose)
        row.decided.connect(self.decided)
        self._rows[row.key] = row
        row.fit(self.viewport().width())
        inner.addWidget(row)

    def _add_more(
        self, inner: QVBoxLayout, kind: str, tip: str, rows: Iterable[tuple[CardRow, StudyValue]]
    ) -> None:
        """Rows that are shown when they are asked for."""
        made = list(rows)
        if not made:
            return
        opened = kind in self._opened
        show = link_button(_offer(kind, number(len(made)), opened=opened), tip)
        show.setObjectName("cardOffer")
        show.clicked.connect(lambda: self._toggle(kind))
        inner.addWidget(show)
        for row, value in made if opened else ():
            self._add(inner, row, value)

    def _toggle(self, kind: str) -> None:
        self._opened ^= {kind}
        if self._shown:
            self.show_card(self._shown, keep=True, focus=False)

    def _note(self, changes: CardChanges) -> ChangesNote:
        note = ChangesNote(changes)
        note.old_chosen.connect(self.old_chosen)
        note.new_chosen.connect(self._choose_value)
        note.seen.connect(self.changes_seen)
        return note

    def _story(self, shown: Shown) -> StoryNote:
        note = StoryNote(shown.story, shown.article.id, whole="story" in self._opened)
        note.source_chosen.connect(self.source_chosen)
        note.toggled.connect(lambda: self._toggle("story"))
        return note

    def _offer_study(self, inner: QVBoxLayout, words: str, *, is_study: bool) -> None:
        """The user may know better than extraction whether there is a study."""
        offer = link_button(words, tr("Say whether the article reports a study"))
        offer.setObjectName("cardOffer")
        offer.setProperty("only", is_study)
        offer.clicked.connect(lambda: self.study_said.emit(is_study))
        inner.addWidget(offer)

    def _blank(self) -> QVBoxLayout:
        self._rows, self._chosen = {}, None
        self._host.removeWidget(self._page)
        self._page.hide()
        self._page.deleteLater()  # one of its buttons may be what was pressed
        self._page = page = QWidget(self.widget())
        page.hide()
        page.setObjectName("cardPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 6, 0, 12)
        column.setSpacing(0)
        return column

    def _put_up(self) -> None:
        """Show the page once it is filled: what is added to a visible one is hidden for a moment,
        and what is hidden cannot have the focus."""
        self._host.addWidget(self._page)
        self._page.show()


def _no_study(card: StudyCard) -> str:
    if card.is_study.review:
        return tr("This article is no study, you say.")
    if card.language not in ("", "en"):
        return tr("This article is not in English. Studywire reads study details in English only.")
    return tr("This article reports no study, as far as the text says.")


def _offer(kind: str, count: str, *, opened: bool) -> str:
    if kind == "rejected":
        return tr("Hide {n} rejected", n=count) if opened else tr("Show {n} rejected", n=count)
    return tr("Hide {n} uncertain", n=count) if opened else tr("Show {n} uncertain", n=count)
