"""All tags: how many articles carry each, its colour and its key; what can be done with one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.keys_in_use import key_or_name
from reader.desktop.tag_menu import tag_menu
from reader.desktop.tongue import number, tr
from reader.model.tag import TagInUse, folded

_ROLE = Qt.ItemDataRole.UserRole
_EMPTY = "No tags yet. Press {key} on an article to give it one."


class TagsDialog(QDialog):
    """A tree of the tags with a box to find some; every deed is done, and undone, at once."""

    def __init__(
        self,
        ask: Callable[[], list[TagInUse]],
        do: Callable[[str, str, str], None],
        dot: Callable[[str], QIcon],
        parent: QWidget | None = None,
    ) -> None:
        """`ask` gives the tags as they are, `do` takes what, tag and argument, as a `tag_menu`."""
        super().__init__(parent)
        self._ask, self._do, self._dot = ask, do, dot
        self.setWindowTitle(tr("Tags"))
        self.resize(520, 560)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(tr("Find a tag"))
        self._filter.setAccessibleName(tr("Find a tag"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self.look_again)
        self._tree = self._made_tree()
        self._empty = QLabel(tr(_EMPTY, key=key_or_name("tag")))
        self._empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self._filter)
        column.addWidget(self._empty)
        column.addWidget(self._tree, 1)
        column.addLayout(self._buttons())
        self.look_again()

    def _made_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(tr("Tags"))
        tree.setHeaderLabels([tr("Tag"), tr("Articles"), tr("Key")])
        tree.setUniformRowHeights(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._offer)
        tree.itemDoubleClicked.connect(
            lambda item: self._do("rename", item.data(0, _ROLE).name, "")
        )
        tree.itemSelectionChanged.connect(self._look_at_chosen)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(2, 90)
        return tree

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._rename, self._more, self._delete = (
            QPushButton(words)
            for words in (tr("Rename or merge…"), tr("Colour and key"), tr("Delete"))
        )
        self._rename.clicked.connect(lambda: self._want("rename"))
        self._delete.clicked.connect(lambda: self._want("delete"))
        self._delete.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self._more.clicked.connect(lambda: self._open_menu(self._more.mapToGlobal(QPoint(0, 0))))
        for button in (self._rename, self._more, self._delete):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row.addWidget(close)
        return row

    @property
    def names(self) -> list[str]:
        """The tags in the tree, in their order."""
        return [tag.name for tag in self._shown]

    def find_tag(self, words: str) -> None:
        self._filter.setText(words)

    def choose(self, name: str) -> None:
        if item := self._items.get(folded(name)):
            self._tree.setCurrentItem(item)

    def look_again(self) -> None:
        """Show the tags as they are now; the one that was chosen stays so."""
        chosen, wanted = self._chosen(), folded(self._filter.text().strip().lstrip("#"))
        every = self._ask()
        self._shown: Sequence[TagInUse] = [tag for tag in every if wanted in folded(tag.name)]
        self._empty.setVisible(not every)
        self._tree.clear()
        self._items: dict[str, QTreeWidgetItem] = {}
        for tag in self._shown:
            self._add(tag)
        self._tree.expandAll()
        if chosen:
            self.choose(chosen.name)
        if self._tree.currentItem() is None:
            self._tree.setCurrentIndex(self._tree.model().index(0, 0))
        self._look_at_chosen()

    def _add(self, tag: TagInUse) -> None:
        above, _, name = tag.name.rpartition("/")
        parent = self._items.get(folded(above))
        item = QTreeWidgetItem([name if parent else tag.name, number(tag.articles), _key(tag)])
        item.setData(0, _ROLE, tag)
        item.setIcon(0, self._dot(tag.colour))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._items[folded(tag.name)] = item
        if parent:
            parent.addChild(item)
        else:
            self._tree.addTopLevelItem(item)

    def _chosen(self) -> TagInUse | None:
        item = self._tree.currentItem()
        return item.data(0, _ROLE) if item else None

    def _look_at_chosen(self) -> None:
        for button in (self._rename, self._more, self._delete):
            button.setEnabled(self._chosen() is not None)

    def _want(self, deed: str) -> None:
        if tag := self._chosen():
            self._do(deed, tag.name, "")

    def _offer(self, point: QPoint) -> None:
        if self._tree.itemAt(point):
            self._open_menu(self._tree.viewport().mapToGlobal(point))

    def _open_menu(self, at: QPoint) -> None:
        if tag := self._chosen():
            tag_menu(tag.name, tag.colour, tag.pin, self._do, self).exec(at)


def _key(tag: TagInUse) -> str:
    return f"Ctrl+{tag.pin}" if tag.pin else ""
