"""Feeds to begin with: fields to tick, and the feeds of each."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.tongue import tr
from reader.model.feed import Subscription

_WORDS = (
    "Choose fields, or single feeds of them. They are asked for the first time when you add them."
)
_ROW = Qt.ItemDataRole.UserRole
_TICKED, _OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class StarterDialog(QDialog):
    """Nothing is fetched here; what is followed already is ticked and stays."""

    def __init__(
        self,
        fields: Mapping[str, Sequence[Subscription]],
        followed: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Feeds to begin with"))
        self.resize(520, 560)
        words = QLabel(tr(_WORDS))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._tree = _tree()
        for field, feeds in fields.items():
            self._tree.addTopLevelItem(_field(field, feeds, followed))
        self._tree.expandAll()
        self._tree.itemChanged.connect(self._count)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = buttons.addButton(tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(words)
        column.addWidget(self._tree, 1)
        column.addWidget(buttons)
        self._count()

    @property
    def chosen(self) -> list[Subscription]:
        """The feeds that are ticked and not yet followed."""
        return [
            item.data(0, _ROW)
            for item in self._feeds()
            if item.checkState(0) == _TICKED and not item.isDisabled()
        ]

    def tick(self, field: str) -> None:
        """Choose all feeds of a field."""
        for item in self._tree.findItems(tr(field), Qt.MatchFlag.MatchExactly):
            item.setCheckState(0, _TICKED)

    def _feeds(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self._tree.topLevelItemCount()):
            field = self._tree.topLevelItem(number)
            if field:
                yield from filter(None, map(field.child, range(field.childCount())))

    def _count(self) -> None:
        count = len(self.chosen)
        self._add.setEnabled(count > 0)
        self._add.setText(
            tr("Add {count} feeds", count=count)
            if count > 1
            else tr("Add 1 feed")
            if count
            else tr("Add")
        )


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setAccessibleName(tr("Feeds by field"))
    tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    tree.setUniformRowHeights(True)
    colours = tree.palette()  # Qt draws the edges of boxes darker than this, unseen on a dark page
    colours.setColor(QPalette.ColorRole.Window, colours.color(QPalette.ColorRole.PlaceholderText))
    tree.setPalette(colours)
    return tree


def _field(name: str, feeds: Sequence[Subscription], followed: Collection[str]) -> QTreeWidgetItem:
    """A field with its feeds; ticking it ticks them."""
    made = QTreeWidgetItem([tr(name)])
    made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
    made.setCheckState(0, _OPEN)
    for feed in feeds:
        row = QTreeWidgetItem([feed.title])
        row.setToolTip(0, feed.address)
        row.setData(0, _ROW, feed)
        row.setCheckState(0, _TICKED if feed.address in followed else _OPEN)
        row.setDisabled(feed.address in followed)
        made.addChild(row)
    return made
