"""The list of articles: what a place or a search holds, and moving through it."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.article_words import noun_for
from reader.desktop.articles.list_model import ArticleListModel
from reader.desktop.articles.list_view import ListView
from reader.desktop.articles.looking import Found, look
from reader.desktop.articles.new_pill import NewPill
from reader.desktop.empty_state import EmptyState
from reader.desktop.jobs import Questions
from reader.desktop.theme import Theme
from reader.desktop.tongue import number, tr
from reader.model.query import ArticleQuery
from reader.store.store import Store
from reader.text.query.asked import asked

#: Articles that are shown at once, before the rest of a list is read.
_FIRST = 64
#: Milliseconds after which the rest of a list is read: the first rows are painted by then, and who
#: steps through the places has gone on.
_REST = 150
#: Milliseconds without an answer after which the list that is still shown is dimmed.
_PATIENCE = 120
_ORDERS = {
    "newest": "Newest",
    "oldest": "Oldest",
    "relevance": "Most relevant",
    "n": "Most participants",
    "followup": "Longest follow-up",
    "design": "Strongest design",
    "added": "Last arrived",
}
#: Articles whose marks are read at once while looking for the next unread one.
_STRIDE = 2000


class ListPane(QWidget):
    """Shows the articles of one query. Ids are read off the user's thread."""

    #: The article that is current now; its id, 0 for none.
    chosen = Signal(int)
    #: How many articles the list has, after every look.
    counted = Signal(int)
    #: An order was asked for, one of `_ORDERS`.
    sort_chosen = Signal(str)

    def __init__(self, store: Store, questions: Questions, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._questions = questions
        self._query = ArticleQuery()
        self._asked = 0
        self._seconds = 0.0
        self._keep: tuple[int, ...] = ()
        #: The article that had come last when the list was shown from its top.
        self._latest = 0
        self.model = ArticleListModel(store.articles.rows, self)
        self.view = ListView(self.model, theme)
        self.pill = NewPill()
        self.pill.clicked.connect(self.show_new)
        self._dimming = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._dimming.timeout.connect(partial(self.view.dim, True))
        self.empty = EmptyState()
        self._caption = QLabel()
        self._caption.setObjectName("listCaption")
        self._sort = self._sort_box()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self._stack, 1)
        self.setTabOrder(self.view, self.pill)
        # not currentChanged: a list that is given the keys has a current row before one chooses
        self.view.selectionModel().selectionChanged.connect(self._say_current)

    @property
    def query(self) -> ArticleQuery:
        return self._query

    def show_query(self, query: ArticleQuery) -> None:
        """Show another list, from its top."""
        self._query = query
        self._keep = ()
        order = asked(query.words).sort or query.sort
        self._sort.setCurrentIndex(max(0, self._sort.findData(order)))
        self._look(fresh=True)

    def look_again(self, keep: Sequence[int] = ()) -> None:
        """The same list as it is now; the articles `keep` stay though they match no more."""
        self._look(fresh=False, keep=tuple(keep))

    def look_at_rows_again(self) -> None:
        self.model.forget_rows()

    def current_id(self) -> int:
        """The article chosen last, 0 for none."""
        row = self._current_row()
        return self.model.ids[row] if row >= 0 else 0

    def _current_row(self) -> int:
        index = self.view.currentIndex()
        chosen = index.isValid() and self.view.selectionModel().isSelected(index)
        return index.row() if chosen else -1

    def selected_ids(self) -> list[int]:
        """The selected articles, in the order of the list."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.ids[row] for row in rows]

    def choose(self, article_id: int) -> None:
        """Make an article current, if it is in the list."""
        if (row := self.model.row_of(article_id)) >= 0:
            self.choose_row(row)

    def stand_at(self, article_id: int) -> bool:
        """Make an article current without a word to anybody; False where the list has it not."""
        if (row := self.model.row_of(article_id)) < 0:
            return False
        self.view.selectionModel().blockSignals(True)
        self._select(article_id, ())
        self.view.selectionModel().blockSignals(False)
        self.view.scrollTo(self.model.index(row, 0))
        return True

    def choose_row(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row, 0))

    def step(self, by: int) -> bool:
        """Go `by` rows on; False at the end of the list."""
        here = self._current_row()
        row = here + by if here >= 0 else 0
        if not 0 <= row < self.model.rowCount():
            return False
        self.choose_row(row)
        return True

    def step_unread(self, by: int) -> bool:
        """Go to the next unread article (`by` 1) or the one before (-1); False if there is none."""
        ids, here = self.model.ids, self._current_row()
        here = len(ids) if here < 0 and by < 0 else here
        ahead = ids[here + 1 :] if by > 0 else ids[: max(0, here)][::-1]
        for start in range(0, len(ahead), _STRIDE):
            stride = ahead[start : start + _STRIDE]
            read = self._store.read_marks.among(stride)
            for place, article_id in enumerate(stride, start):
                if article_id not in read:
                    self.choose_row(here + by * (place + 1))
                    return True
        return False

    def show_new(self) -> None:
        """Take in what has come since the list was shown, and go to its top."""
        self._latest = 0
        if self.pill.hasFocus():
            self.view.setFocus()
        self._look(fresh=False, to_top=True)

    def _look(self, *, fresh: bool, keep: tuple[int, ...] = (), to_top: bool = False) -> None:
        self._asked += 1
        asked = self._asked
        self._keep = () if fresh else keep or self._keep
        wanted = replace(self._query, keep=self._keep)
        limit, since = (_FIRST, 0) if fresh else (-1, self._latest)
        if fresh:
            self._dimming.start()

        def answer(found: Found) -> None:
            if asked != self._asked:
                return
            self._dimming.stop()
            self.view.dim(False)
            self._take(found, fresh=fresh)
            if to_top:
                self.view.scrollToTop()
            if fresh and found.is_part:
                QTimer.singleShot(_REST, self, partial(self._read_on, asked))

        question = partial(
            look, self._store, wanted, limit=limit, since=since, shown=self.model.ids
        )
        self._questions.ask(question, answer, self._refuse)

    def _read_on(self, asked: int) -> None:
        """Read the rest of a list whose first rows are shown."""

        def answer(found: Found) -> None:
            if asked == self._asked:
                self._take(replace(found, seconds=self._seconds), fresh=False)

        if asked == self._asked:
            wanted = replace(self._query, keep=self._keep)
            rest = partial(look, self._store, wanted, since=self._latest)
            self._questions.ask(rest, answer, self._refuse)

    def _take(self, found: Found, *, fresh: bool) -> None:
        """Show a list; what came since it was shown waits, if the user looks at it."""
        waits = bool(found.new) and not fresh and self._is_looked_at()
        if fresh or not self._latest:
            self._latest = found.latest
        self._show(found.before if waits else found.ids, found, fresh=fresh)
        self.pill.show_count(found.new if waits else 0)
        self._caption.setHidden(self.pill.isVisibleTo(self))

    def _is_looked_at(self) -> bool:
        """Rows that come in on top would move what the user has before him."""
        view = self.view
        chosen = self._current_row() >= 0
        return chosen or view.verticalScrollBar().value() > 0 or view.underMouse()

    def _show(self, article_ids: "array[int]", found: Found, *, fresh: bool) -> None:
        self._seconds = found.seconds
        if fresh:
            words = self._query.words
            hits = (lambda page: self._store.search.hits(words, page)) if words else None
            self.model.show(article_ids, hits)
            self.view.scrollToTop()
        else:
            self._keep_place(article_ids)
        count = len(article_ids)
        noun = noun_for(count)
        took = tr(" · {value:.0f} ms", value=found.seconds * 1000) if self._query.words else ""
        more = "+" if fresh and found.is_part else ""
        self._caption.setText(f"{number(count)}{more} {noun}{took}")
        self._stack.setCurrentWidget(self.view if count else self.empty)
        self.counted.emit(count)

    def _keep_place(self, article_ids: "array[int]") -> None:
        """Take over a changed list without moving what the user looks at."""
        current, selected = self.current_id(), self.selected_ids()
        top = self.view.rowAt(0)
        top_id = self.model.ids[top] if 0 <= top < len(self.model.ids) else 0
        at_top = self.view.verticalScrollBar().value() == 0
        if article_ids == self.model.ids:
            self.model.forget_rows()
            return
        self.view.selectionModel().blockSignals(True)
        self.model.look_again(article_ids)
        self._select(current, selected)
        self.view.selectionModel().blockSignals(False)
        if not at_top and (row := self.model.row_of(top_id)) >= 0:
            self.view.verticalScrollBar().setValue(row)
        self.view.viewport().update()

    def _select(self, current: int, selected: Sequence[int]) -> None:
        chosen = self.view.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        row = self.model.row_of(current)
        if row >= 0:
            chosen.setCurrentIndex(self.model.index(row, 0), flags.ClearAndSelect | flags.Rows)
        if len(selected) > 1:
            for article_id in selected:
                if (row := self.model.row_of(article_id)) >= 0:
                    chosen.select(self.model.index(row, 0), flags.Select | flags.Rows)

    def _say_current(self) -> None:
        self.chosen.emit(self.current_id())

    def _refuse(self, sentence: str) -> None:
        self._dimming.stop()
        self.view.dim(False)
        self.empty.say(sentence, tr("Try again"), partial(self._look, fresh=True))
        self._stack.setCurrentWidget(self.empty)

    def _sort_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr("Order of the list"))
        for order, words in ((order, tr(words)) for order, words in _ORDERS.items()):
            box.addItem(words, order)
        box.activated.connect(lambda row: self.sort_chosen.emit(box.itemData(row)))
        return box

    def _header(self) -> QWidget:
        header = QFrame()
        header.setObjectName("listHeader")
        row = QHBoxLayout(header)
        row.setContentsMargins(14, 0, 8, 0)
        row.addWidget(self._caption)
        row.addWidget(self.pill)
        row.addStretch(1)
        row.addWidget(self._sort)
        header.setMinimumHeight(36)  # more where letters are larger
        return header
