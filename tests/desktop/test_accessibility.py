"""All of it by keyboard, seen and heard: names, focus, order, what is announced."""

from array import array

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.desktop.articles.list_model import ArticleListModel
from reader.desktop.help.help_dialog import HELP
from reader.desktop.window import MainWindow
from reader.model.article import ArticleRow
from tests.desktop.conftest import settle

#: What Qt makes itself and reads by the widget it belongs to.
_INNER = ("qt_", "ScrollLeftButton", "ScrollRightButton")


def read_article(qtbot: QtBot, window: MainWindow) -> None:
    window.panes.list.view.setFocus()
    window.panes.list.choose_row(0)
    settle(qtbot, window)


def reachable(root: QWidget) -> list[QWidget]:
    """Widgets that Tab leads to."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.objectName().startswith(_INNER)
    ]


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in reachable(root):
        spoken = QAccessible.queryAccessibleInterface(widget)
        name = spoken.text(QAccessible.Text.Name) if spoken else ""
        if not name.strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def test_everything_that_tab_leads_to_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    read_article(qtbot, window)
    for page in range(window.panes.side.count()):
        window.panes.side.setCurrentIndex(page)
        assert nameless(window) == []
    window.actions_["toggle_facets"].trigger()
    settle(qtbot, window)
    assert nameless(window) == []


@pytest.mark.parametrize("name", ["preferences", "keys", "help", "report"])
def test_dialogs_have_names_too(window: MainWindow, qtbot: QtBot, name: str) -> None:
    dialogs: dict[str, QWidget] = {
        "preferences": window.setting.preferences_dialog(),
        "keys": window.setting.key_sheet(),
        "help": window.helping.help_dialog(HELP),
        "report": window.helping.report_dialog(),
    }
    dialogs[name].show()
    assert nameless(dialogs[name]) == []
    dialogs[name].close()


def test_where_the_keys_are_can_be_seen(window: MainWindow, qtbot: QtBot) -> None:
    """Every widget looks different while it has the keys."""
    read_article(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
    unseen, seen = [], 0
    for widget in reachable(window):
        elsewhere = (
            window.panes.search if widget is not window.panes.search else window.panes.list.view
        )
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
        without = shot(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        seen += widget.hasFocus()
        if widget.hasFocus() and shot(widget) == without:
            unseen.append(f"{type(widget).__name__} {widget.objectName()}")
    assert seen > 20
    assert sorted(set(unseen)) == []


def shot(widget: QWidget) -> object:
    QApplication.processEvents()
    return widget.grab().toImage()


def test_tab_goes_the_way_one_reads(window: MainWindow, qtbot: QtBot) -> None:
    read_article(qtbot, window)
    window.resize(1300, 700)
    qtbot.waitUntil(lambda: window.arrangement.way == "wide", timeout=20_000)
    panes = window.panes
    for way in ("at first", "after the panel was lifted"):
        order = tab_order(window)
        stations = [panes.search, panes.sidebar, panes.list.view, panes.reading.view]
        places = [order.index(pane) for pane in stations]
        side = [order.index(w) for w in reachable(panes.side)]
        assert places == sorted(places), way
        assert min(side) > places[-1], way
        window.resize(900, 700)
        qtbot.waitUntil(lambda: window.arrangement.way == "snug", timeout=20_000)
        window.resize(1300, 700)
        qtbot.waitUntil(lambda: window.arrangement.way == "wide", timeout=20_000)


def tab_order(window: MainWindow) -> list[QWidget]:
    """All widgets in the order of Tab, from the search box on."""
    first: QWidget = window.panes.search
    order, here = [first], first.nextInFocusChain()
    while here is not None and here is not first:
        order.append(here)
        here = here.nextInFocusChain()
    return order


def test_a_row_is_heard_as_unread_starred_title_source_date() -> None:
    row = ArticleRow(
        1, 1, "STAT", "Sleep and stroke", 1_700_000_000, None, read=False, starred=True
    )
    model = ArticleListModel(lambda ids: {1: row})
    model.show(array("q", [1]))
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("unread, starred. Sleep and stroke. STAT. 14 Nov 2023")


def test_what_was_done_is_announced(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    read_article(qtbot, window)
    window.actions_["mark_all_read"].trigger()
    assert "Mark 11 articles read" in said


def test_single_keys_are_dead_in_every_text_field(window: MainWindow, qtbot: QtBot) -> None:
    read_article(qtbot, window)
    dialog = window.setting.preferences_dialog()
    window.actions_["show_palette"].trigger()
    fields = [window.panes.search, window.palette_deeds.palette.line]
    for field in fields:
        field.clear()
        field.setFocus()
        qtbot.keyClicks(field, "smjkub?")
        assert field.text() == "smjkub?"
    dialog.show()
    qtbot.keyClicks(dialog.search, "sm?")
    assert dialog.search.text() == "sm?"
    assert window.panes.session.store.stars.count() == 0


def test_nothing_moves_by_itself(window: MainWindow) -> None:
    """Reduced motion: there is none. A bar that only moves is not shown."""
    status = window.panes.status
    status.show_progress("Studying", 0, 0)
    assert not status._bar.isVisible()
    status.show_progress("Studying", 3, 9)
    assert status._bar.isVisible()
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)


def test_the_window_can_stand_from_right_to_left(window: MainWindow, qtbot: QtBot) -> None:
    read_article(qtbot, window)
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        sidebar, article = window.panes.sidebar, window.panes.reading
        qtbot.waitUntil(
            lambda: sidebar.mapTo(window, QPoint(0, 0)).x() > article.width() / 2, timeout=20_000
        )
        qtbot.keyClick(window.panes.list.view, Qt.Key.Key_Left)
        assert article.view.hasFocus()
        window.grab()
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
