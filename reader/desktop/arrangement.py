"""How the panes stand in windows of any width.

Wide: sidebar, list, article and side panel beside each other. Snug: the side panel lies over the
article when it is asked for. Stacked: list or article, with a way back. Bare: without the sidebar.
"""

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QToolButton, QWidget

from reader.desktop.panes import Panes
from reader.desktop.side_panel import SidePanel
from reader.desktop.tongue import tr
from reader.model.settings import Setting

#: Below these widths in logical pixels the side panel, then the list, then the sidebar make room.
SNUG, STACKED, BARE = 1100, 760, 600
#: Of sidebar, list, article and side panel in a window of 1440: the article has its 66 characters.
_WIDTHS = (184, 316, 634, 306)
_SNUG_WIDTHS = (168, 290)
_PANEL, _NARROWEST = 330, 320
#: The least width of sidebar, list and side panel at the usual size of letters, and of the article.
_LEAST, _READING = (140, 220, 280), 280


class Arrangement(QObject):
    """Places the four panes in a splitter and keeps them fitting. What the user hides stays hidden."""

    #: Another way of standing: "wide", "snug", "stacked" or "bare".
    changed = Signal(str)
    #: Whether the list lies behind the article.
    behind = Signal(bool)

    def __init__(self, panes: Panes) -> None:
        super().__init__(panes.window)
        self._panes = panes
        self.way = "wide"
        self._states: dict[str, QByteArray] = {}
        self._reads = False
        self._panel_wanted = self._sidebar_wanted = True
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane in (panes.sidebar, panes.list, panes.reading, panes.side):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.indexOf(pane), pane is panes.reading)
        self.splitter.setMinimumWidth(_NARROWEST)  # not what the four need together
        panes.stack.setMinimumWidth(_NARROWEST)
        self._wear_scale()
        self.splitter.setSizes(self._scaled(*_WIDTHS))
        self._page = QFrame(panes.window)
        self._page.setObjectName("panelPage")
        self._page.hide()
        self._close = _close_button(panes.side)
        self._close.clicked.connect(self.hide_panel)
        self.splitter.installEventFilter(self)
        panes.stack.installEventFilter(self)
        panes.side.installEventFilter(self)
        panes.list.view.clicked.connect(self._click)
        panes.session.changed.connect(self._look_again)

    # -- what the user asks for

    def toggle_panel(self) -> None:
        side = self._panes.side
        shown = not side.isVisible()
        if not shown:
            self._let_go(side)
        side.setVisible(shown)
        if shown and self.way != "wide":
            side.tabBar().setFocus()
        if self.way == "wide":
            self._panel_wanted = shown

    def toggle_sidebar(self) -> None:
        sidebar = self._panes.sidebar
        self._let_go(sidebar)
        sidebar.setVisible(not sidebar.isVisible())
        if self.way != "bare":
            self._sidebar_wanted = sidebar.isVisible()

    def hide_panel(self) -> bool:
        """Close the side panel where it lies over the article; False where it does not."""
        side = self._panes.side
        lies_over = self.way != "wide" and side.isVisible()
        if lies_over:
            side.hide()
            self._focus_text()
        return lies_over

    def _let_go(self, pane: QWidget) -> None:
        """A pane that goes gives the keys to the text, not to a button of the top bar."""
        holder = QApplication.focusWidget()
        if holder and (holder is pane or pane.isAncestorOf(holder)):
            self._focus_text()

    def _focus_text(self) -> None:
        reading = self._panes.reading
        is_read = reading.is_made and reading.view.isVisible()
        (reading.view if is_read else self._panes.list.view).setFocus()

    def read(self) -> None:
        """Show the article, where only one of list and article has room."""
        if self._panes.opened.article is not None:
            self._put(reads=True)

    def _click(self) -> None:
        """A click opens; one that selects several does not."""
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self.read()

    def go_back(self) -> bool:
        """From the article to the list; False where both are there."""
        if not (self.stacks and self._reads):
            return False
        self._put(reads=False)
        self._panes.list.view.setFocus()
        return True

    @property
    def stacks(self) -> bool:
        return self.way in ("stacked", "bare")

    # -- fitting

    def fit(self, width: int) -> None:
        """Stand so that everything fits this width."""
        way = way_of(width * 100 // self._panes.theme.scale, self._panes.reading.text_size)
        if way != self.way:
            self._states[self.way] = self.splitter.saveState()
            before, self.way = self.way, way
            self._move(before)
            self.changed.emit(way)
            self._settle()
            if self.stacks:
                self._share(self._scaled(*_SNUG_WIDTHS)[0])
        self._settle()

    def _look_again(self, kinds: frozenset[type]) -> None:
        """The size of letters may be another; what follows from it comes first."""
        if Setting in kinds:
            QTimer.singleShot(0, self, self._fit_again)

    def _fit_again(self) -> None:
        self._wear_scale()
        self.fit(self.splitter.width())

    def _wear_scale(self) -> None:
        """Panes of lists and menus are as wide as their letters ask for."""
        panes = self._panes
        beside = (panes.sidebar, panes.list, panes.side)
        for pane, width in zip(beside, self._scaled(*_LEAST), strict=True):
            pane.setMinimumWidth(width)
        panes.reading.setMinimumWidth(_READING)

    def _scaled(self, *widths: int) -> list[int]:
        return [width * self._panes.theme.scale // 100 for width in widths]

    def _move(self, before: str) -> None:
        panes = self._panes
        if before == "wide":
            self._lift()
        if self.way == "wide":
            self._lower()
        if self.stacks and not before.startswith(("stacked", "bare")):
            self._reads = panes.reading.is_made and panes.reading.view.hasFocus()
        panes.sidebar.setVisible(self.way != "bare" and self._sidebar_wanted)
        self.splitter.setStretchFactor(1, int(self.stacks))  # the list grows where it is alone
        if state := self._states.get(self.way):
            self.splitter.restoreState(state)
        else:
            places, articles = self._scaled(*_SNUG_WIDTHS)
            rest = max(1, self.splitter.width() - places - articles)
            self.splitter.setSizes([places, rest if self.stacks else articles, rest])

    def _lift(self) -> None:
        """Take the side panel out of the row, to lie over it."""
        side = self._panes.side
        side.setParent(self._panes.window)
        side.hide()
        self._close.show()

    def _lower(self) -> None:
        """Set the side panel back into the row."""
        side = self._panes.side
        self._close.hide()
        self._page.hide()
        self.splitter.insertWidget(3, side)
        side.setVisible(self._panel_wanted and not self._taken)

    def _put(self, *, reads: bool) -> None:
        self._reads = reads
        self._settle()
        if self.stacks:
            self._share(self._panes.sidebar.width())

    def _share(self, beside: int) -> None:
        """Give the sidebar its width, and all the rest to list or article."""
        rest = self.splitter.width() - beside
        self.splitter.setSizes([beside, rest, rest])

    @property
    def _taken(self) -> bool:
        """Something else stands in the place of list and article, such as the evidence table."""
        ours = (self._panes.sidebar, self._panes.list, self._panes.reading, self._panes.side)
        others = (self.splitter.widget(place) for place in range(self.splitter.count()))
        return any(pane and pane not in ours and not pane.isHidden() for pane in others)

    def _settle(self) -> None:
        """List and article both, or one of them; and the panel over the article."""
        panes = self._panes
        if not self._taken:
            panes.list.setVisible(not (self.stacks and self._reads))
            panes.reading.setVisible(not self.stacks or self._reads)
        self.behind.emit(self.stacks and self._reads and not self._taken)
        self._lay_over()

    def _lay_over(self) -> None:
        side, splitter = self._panes.side, self.splitter
        if self.way == "wide":
            return
        width = min(*self._scaled(_PANEL), splitter.width() - 40)
        corner = splitter.mapTo(self._panes.window, splitter.rect().topLeft())
        left = corner.x() + splitter.width() - width
        if self._panes.window.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = corner.x()
        place = QRect(left, corner.y(), width, splitter.height())
        self._page.setGeometry(place.adjusted(-1, 0, 1, 0))
        self._page.setVisible(not side.isHidden())
        self._page.raise_()
        side.setGeometry(place)
        side.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._panes.stack and kind == QEvent.Type.Resize:
            self.fit(self._panes.stack.width())  # the splitter has no width of its own while hidden
        elif watched is self.splitter and kind in (
            QEvent.Type.Resize,
            QEvent.Type.LayoutRequest,
        ):
            self._settle()
        elif watched is self._panes.side and kind == QEvent.Type.Show:
            self._lay_over()
        elif watched is self._panes.side and kind == QEvent.Type.Hide:
            self._page.hide()
        return super().eventFilter(watched, event)

    # -- coming and going

    def remember(self, kept: QSettings) -> None:
        self._states[self.way] = self.splitter.saveState()
        for way, state in self._states.items():
            kept.setValue(f"splitter/{way}", state)
        kept.setValue("panel", self._panel_wanted)
        kept.setValue("sidebar", self._sidebar_wanted)

    def restore(self, kept: QSettings) -> None:
        for way in ("wide", "snug", "stacked", "bare"):
            if isinstance(state := kept.value(f"splitter/{way}"), QByteArray):
                self._states[way] = state
        self._panel_wanted = kept.value("panel", True, bool) is not False
        self._sidebar_wanted = kept.value("sidebar", True, bool) is not False
        if state := self._states.get(self.way):
            self.splitter.restoreState(state)
        self._panes.side.setVisible(self._panel_wanted)
        self._panes.sidebar.setVisible(self._sidebar_wanted)


def way_of(width: int, text_size: int) -> str:
    """The way to stand in a width; larger letters in the article make room sooner."""
    more = max(0, text_size - 18)
    if width < BARE:
        return "bare"
    if width < STACKED + 14 * more:
        return "stacked"
    return "snug" if width < SNUG + 8 * more else "wide"


def _close_button(side: SidePanel) -> QToolButton:
    """Closes the side panel; shown only while it lies over the article."""
    button = QToolButton(side)
    button.setObjectName("panelClose")
    button.setText("✕")
    button.setToolTip(tr("Close this panel (Escape)"))
    button.setAccessibleName(tr("Close this panel"))
    side.setCornerWidget(button)
    button.hide()
    return button
