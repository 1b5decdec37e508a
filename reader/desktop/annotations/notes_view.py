"""All highlights and notes of the archive: searched, filtered, by article. Stands over the list."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.annotations.notes_delegate import NotesDelegate
from reader.desktop.annotations.notes_filter import NotesFilter
from reader.desktop.annotations.notes_model import ROW_ROLE, NotesModel
from reader.desktop.empty_state import EmptyState
from reader.desktop.keys_in_use import key_or_name
from reader.desktop.theme import Theme
from reader.desktop.tongue import number, tr
from reader.model.annotation import NoteRow, NotesQuery

_NONE = "No notes yet. Select words in an article and press {key}."
_NOT_FOUND = "No highlight or note is like that."


class NotesView(QFrame):
    """Enter or a click shows the passage; Escape goes back to the articles."""

    #: A highlight or note was chosen: its article, and its id ("" for the article's own note).
    chosen = Signal(int, str)
    #: Other rows are wanted, a `NotesQuery`.
    wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, place: QWidget) -> None:
        """`place` is the pane that this one covers while it is shown."""
        super().__init__(place)
        self._place = place
        self.setObjectName("notesView")
        self.model = NotesModel(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search highlights and notes"))
        self.search.setAccessibleName(tr("Search highlights and notes"))
        self.search.setClearButtonEnabled(True)
        self.filter = NotesFilter(theme)
        self.count = QLabel()
        self.count.setObjectName("notesCount")
        self.view = _view(self.model, theme)
        self.empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setToolTip(tr("Back to the articles (Esc)"))
        self._close.setAccessibleName(tr("Back to the articles"))
        self._typing = QTimer(self, singleShot=True, interval=120)
        self._arrange()
        self._wire()
        place.installEventFilter(self)
        self.hide()

    @property
    def query(self) -> NotesQuery:
        return replace(self.filter.query, words=self.search.text())

    def open(self) -> None:
        """Cover the list, and ask for what is wanted."""
        self.setGeometry(self._place.rect())
        self.show()
        self.raise_()
        self.view.setFocus()
        self.wanted.emit(self.query)

    def show_rows(self, rows: Sequence[NoteRow], tags: Sequence[str], total: int) -> None:
        """What was found; what was chosen stays chosen where it is still there."""
        before = self.view.currentIndex().data(ROW_ROLE)
        self.filter.offer_tags(tags)
        self.model.show_rows(rows)
        shown, noun = (
            len(rows),
            tr("highlight or note") if total == 1 else tr("highlights and notes"),
        )
        self.count.setText(
            tr("{shown:,} of {total:,} {noun}", shown=shown, total=total, noun=noun)
            if shown < total
            else f"{number(total)} {noun}"
        )
        if total:
            self.empty.say(tr(_NOT_FOUND), tr("Show all"), self._ask_for_all)
        else:
            words = tr(_NONE, key=key_or_name("highlight"))
            self.empty.say(words, tr("Back to the articles"), self.left.emit)
        self._stack.setCurrentWidget(self.view if rows else self.empty)
        if isinstance(before, NoteRow):
            self._choose_again(before)

    def _ask_for_all(self) -> None:
        self.filter.clear()
        self.search.clear()
        self.wanted.emit(self.query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.doItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._place.rect())
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 8, 0)
        head.addWidget(self.search, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.filter)
        column.addWidget(self.count)
        column.addWidget(self._stack, 1)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._ask)
        self.filter.changed.connect(self._ask)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        self._close.clicked.connect(self.left)

    def _ask(self) -> None:
        self.wanted.emit(self.query)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, NoteRow):
            self.chosen.emit(row.article_id, row.annotation_id)

    def _choose_again(self, before: NoteRow) -> None:
        for at, row in enumerate(self.model.rows):
            same = isinstance(row, NoteRow) and row.article_id == before.article_id
            if same and isinstance(row, NoteRow) and row.annotation_id == before.annotation_id:
                self.view.setCurrentIndex(self.model.index(at))
                return


def _view(model: NotesModel, theme: Theme) -> QListView:
    view = QListView()
    view.setObjectName("notesList")
    view.setAccessibleName(tr("Highlights and notes"))
    view.setModel(model)
    view.setItemDelegate(NotesDelegate(theme, view))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    theme.changed.connect(view.viewport().update)
    return view
