"""Where the keys go and which panes are there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.desktop.arrangement import Arrangement
from reader.desktop.feeds.sidebar import Sidebar
from reader.desktop.panes import Panes

if TYPE_CHECKING:
    from reader.desktop.deeds.evidence_deeds import EvidenceDeeds

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class Standing(QObject):
    """Panes: going from one to the next, hiding them, and back from the article."""

    def __init__(
        self, panes: Panes, arrangement: Arrangement, evidence: "Callable[[], EvidenceDeeds | None]"
    ) -> None:
        """`evidence` is the table, if it has been opened."""
        super().__init__(panes.window)
        self._panes = panes
        self._arrangement = arrangement
        self._evidence = evidence
        panes.sidebar.installEventFilter(self)

    def watch(self, article: QWidget) -> None:
        """Arrows that the article needs stay there."""
        article.installEventFilter(self)

    def go_back(self) -> None:
        """Close the panel over the article; else back to the table, or to the list."""
        if self._arrangement.hide_panel():
            return
        if (evidence := self._evidence()) and evidence.came_from_table:
            evidence.back_to_table()
        elif not self._arrangement.go_back() and self._panes.list.isVisible():
            self._panes.list.view.setFocus()

    def go_to_results(self) -> None:
        """From the search box to what shows what was found."""
        panes, evidence = self._panes, self._evidence()
        if evidence and evidence.is_shown:
            evidence.pane.setFocus()
        elif panes.first_run.isVisible():
            panes.first_run.setFocus()
        else:
            panes.list.view.setFocus()

    def focus_article(self) -> None:
        if self._panes.opened.article:
            self._arrangement.read()
            self._panes.reading.view.setFocus()

    def toggle_sidebar(self) -> None:
        self._arrangement.toggle_sidebar()

    def toggle_side_panel(self) -> None:
        self._arrangement.toggle_panel()

    def next_pane(self) -> None:
        """Give the keys to the next pane: search, sidebar, list, article, side panel."""
        self._step(1)

    def previous_pane(self) -> None:
        self._step(-1)

    def pane_before(self) -> None:
        self._aside(-1)

    def pane_after(self) -> None:
        self._aside(1)

    @property
    def _is_reading(self) -> bool:
        """The keys go into the article."""
        reading = self._panes.reading
        return reading.is_made and reading.view.hasFocus()

    def _aside(self, by: int) -> None:
        """To the pane beside; in a layout from right to left, left is onward."""
        if self._panes.window.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            by = -by
        if by < 0 and self._is_reading and self._arrangement.go_back():
            return
        if by > 0 and self._panes.list.view.hasFocus() and self._arrangement.stacks:
            self.focus_article()
            return
        self._step(by, around=False)

    def _step(self, by: int, *, around: bool = True) -> None:
        panes = self._panes
        row: list[QWidget] = [panes.sidebar, panes.list.view]
        row += [panes.reading.view] if panes.reading.is_made else []
        row += [table.pane] if (table := self._evidence()) and table.is_shown else []
        row += [panes.side]
        row = [panes.search, *row] if around else row
        shown = [pane for pane in row if pane.isVisible()]
        here = _place(shown, QApplication.focusWidget())
        wanted = 0 if here is None else here + by
        wanted = wanted % len(shown) if around and shown else wanted
        if 0 <= wanted < len(shown):
            pane = shown[wanted]
            pane = panes.side.tabBar() if pane is panes.side else pane
            pane.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows that fold a tree, or move a caret, stay there."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier)
            if event.key() in _ARROWS and plain and self._needs(watched, event.key()):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _needs(self, watched: QObject, key: int) -> bool:
        if isinstance(watched, Sidebar):
            return _folds(watched, watched.currentIndex(), key)
        caret = Qt.TextInteractionFlag.TextSelectableByKeyboard
        return bool(self._panes.reading.view.textInteractionFlags() & caret)


_NONE = Qt.KeyboardModifier.NoModifier


def _folds(tree: Sidebar, index: QModelIndex, key: int) -> bool:
    """Whether an arrow would fold or unfold something, or go to the folder above."""
    has_children = tree.model().hasChildren(index)
    if key == Qt.Key.Key_Right:
        return has_children and not tree.isExpanded(index)
    above = index.parent()
    goes_up = above.isValid() and bool(tree.model().flags(above) & Qt.ItemFlag.ItemIsSelectable)
    return goes_up or (has_children and tree.isExpanded(index))


def _place(shown: list[QWidget], focus: QWidget | None) -> int | None:
    """Which pane has the keys."""
    for place, pane in enumerate(shown):
        if focus is not None and (pane is focus or pane.isAncestorOf(focus)):
            return place
    return None
