"""Paints cells, and puts an editor into the one that is typed into."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Signal
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget

from reader.desktop.evidence.cell_editor import CellEditor, asked
from reader.desktop.evidence.painting import CellDelegate
from reader.desktop.evidence.table_model import EvidenceModel
from reader.desktop.theme import Theme

#: Pixels that an editor has at least, however narrow its column is.
_WIDE = 210
_Index = QModelIndex | QPersistentModelIndex


class TypingDelegate(CellDelegate):
    """What is typed is told with the study and the column that it was typed for."""

    #: The article that stands for the study, the name of the column, what was typed.
    entered = Signal(int, str, str)
    refused = Signal(str)
    #: The editor is gone.
    ended = Signal()

    def __init__(self, model: EvidenceModel, theme: Theme, parent: QTableView) -> None:
        super().__init__(model, theme, parent)
        self._view = parent
        self._open: CellEditor | None = None
        #: What was typed before the editor stood there.
        self.typed_first = ""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        row = self._model.row(index.row())
        if row is None:
            return QWidget(parent)
        article_id, name = row.article_id, self._model.columns[index.column()].name
        editor = CellEditor(asked(row, name, self._model.own_at(index)), parent)
        editor.begin(self.typed_first)
        self.typed_first = ""
        editor.entered.connect(lambda text: self.entered.emit(article_id, name, text))
        editor.refused.connect(self.refused)
        editor.left.connect(lambda: self._close(editor))
        self._open = editor
        return editor

    @property
    def is_typing(self) -> bool:
        """Whether an editor stands in a cell."""
        return self._open is not None

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """It has them from the beginning."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Values are written by operations, never by a view."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        place = QRect(option.rect)
        place.setWidth(max(_WIDE, place.width()))
        room = self._view.viewport().width()
        if place.right() > room:
            place.moveRight(max(room, place.width() - 1))
        editor.setGeometry(place)

    def _close(self, editor: CellEditor) -> None:
        self._open = None
        self.closeEditor.emit(editor)
        self._view.setFocus()
        self.ended.emit()

    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        """The view took it away by itself."""
        if editor is self._open:
            self._open = None
        super().destroyEditor(editor, index)
