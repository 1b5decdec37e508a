"""What one does in the cells of the evidence table: typing, deciding, looking back; own columns."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reader.desktop.evidence.cell_editor import CellEditor
from reader.desktop.evidence.table_view import name_of
from reader.desktop.window import MainWindow
from reader.model.evidence import FROZEN
from reader.model.own_columns import OwnColumn
from reader.model.study import StudyCard
from reader.operations import grouping
from tests.desktop.conftest import settle
from tests.desktop.test_evidence import column, state, words


def choose(window: MainWindow, size: str, name: str = "sample_size") -> int:
    """Make a cell current, by the size of its study; its row."""
    row = words(window, "sample_size").index(size)
    window.evidence.pane.table.choose(row, column(window, name))
    return row


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    qtbot.keyClick(window.evidence.pane.table.view, key)
    settle(qtbot, window)
    settle(qtbot, window)


def editor(window: MainWindow) -> CellEditor | None:
    """The editor that stands in a cell."""
    found = window.evidence.pane.table.view.viewport().findChildren(CellEditor)
    return next((each for each in found if each.isVisible()), None)


def enter(qtbot: QtBot, window: MainWindow, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type into the editor that is open, and end it with a key."""
    found = editor(window)
    assert found
    line = found.focusProxy()
    assert line
    line.setProperty("text", text)
    qtbot.keyClick(line, key)
    settle(qtbot, window)
    settle(qtbot, window)


def undo(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    settle(qtbot, window)


def test_a_value_is_corrected_in_its_cell(table: MainWindow, qtbot: QtBot) -> None:
    row = choose(table, "4,812")
    press(qtbot, table, Qt.Key.Key_E)
    enter(qtbot, table, "about many")
    assert editor(table)
    assert table.evidence.pane.peek.trouble.startswith("Participants is a whole number above 0")
    enter(qtbot, table, "4,813 adults")
    assert editor(table) is None
    assert table.evidence.pane.peek.trouble == ""
    assert words(table, "sample_size")[row] == "4,813"
    assert state(table, row, "sample_size") == "corrected"
    assert "extraction says 4812" in table.evidence.pane.peek.words
    press(qtbot, table, Qt.Key.Key_Z)
    assert words(table, "sample_size")[row] == "4,812"


def test_escape_leaves_a_cell_as_it_was(table: MainWindow, qtbot: QtBot) -> None:
    row = choose(table, "4,812")
    press(qtbot, table, Qt.Key.Key_F2)
    enter(qtbot, table, "1", Qt.Key.Key_Escape)
    assert editor(table) is None
    assert state(table, row, "sample_size") == "auto"
    assert table.panes.session.undo_stack.count() == 0
    assert table.evidence.pane.isVisible()


def test_what_changes_meanwhile_takes_no_editor_away(table: MainWindow, qtbot: QtBot) -> None:
    row = choose(table, "4,812")
    press(qtbot, table, Qt.Key.Key_E)
    found = editor(table)
    assert found
    found.begin("4,8")
    table.panes.session.changed.emit(frozenset({StudyCard}))
    settle(qtbot, table)
    assert editor(table) is found
    assert found.text == "4,8"
    enter(qtbot, table, "4,813")
    assert words(table, "sample_size")[row] == "4,813"


def test_a_design_is_chosen_not_typed(table: MainWindow, qtbot: QtBot) -> None:
    row = choose(table, "4,812", "study_type")
    press(qtbot, table, Qt.Key.Key_E)
    found = editor(table)
    assert found
    found._choice.setCurrentIndex(found._choice.findData("cohort"))
    assert found.enter()
    settle(qtbot, table)
    settle(qtbot, table)
    assert words(table, "study_type")[row] == "Cohort"
    assert state(table, row, "study_type") in ("corrected", "accepted")


def test_letters_belong_to_the_cell_while_one_types(table: MainWindow, qtbot: QtBot) -> None:
    choose(table, "4,812", "study_type")
    press(qtbot, table, Qt.Key.Key_E)
    found = editor(table)
    assert found
    for key, letter in ((Qt.Key.Key_S, "s"), (Qt.Key.Key_Space, " ")):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, letter)
        asked.ignore()
        QApplication.sendEvent(found._choice, asked)
        assert asked.isAccepted()
    found.leave()


def test_the_next_value_to_check_is_one_key_away(table: MainWindow, qtbot: QtBot) -> None:
    pane = table.evidence.pane
    pane.table.choose(0, len(FROZEN))
    seen = []
    for _ in range(3):
        press(qtbot, table, Qt.Key.Key_V)
        index = pane.table.current
        cell = pane.model.cell(index)
        assert cell
        assert cell.wants_a_look
        seen.append((index.row(), index.column()))
    assert len(set(seen)) == 3


def test_the_history_of_a_cell_is_told_and_a_value_put_back(
    table: MainWindow, qtbot: QtBot
) -> None:
    row = choose(table, "4,812")
    pane = table.evidence.pane
    press(qtbot, table, Qt.Key.Key_E)
    enter(qtbot, table, "4813")
    press(qtbot, table, Qt.Key.Key_H)
    assert pane.history.isVisible()
    assert "gave your own value" in pane.history.words
    assert "4,812 adults" in pane.history.words
    assert [event.holds for event in pane.history.events] == [True, False]
    (button,) = pane.history.buttons
    button.click()
    settle(qtbot, table)
    settle(qtbot, table)
    assert words(table, "sample_size")[row] == "4,812"
    assert "took back: gave your own value" in pane.history.words
    press(qtbot, table, Qt.Key.Key_H)
    assert not pane.history.isVisible()


def own_columns(window: MainWindow, qtbot: QtBot) -> tuple[OwnColumn, ...]:
    """Two columns of the user's own: a choice and a text."""
    for name, kind in (("Risk of bias", "choice"), ("Remarks", "text")):
        dialog = window.evidence.table_deeds.column_dialog(None)
        dialog.write(name, kind, "low, unclear, high")
        dialog.accept()
    settle(qtbot, window)
    return window.evidence.pane.model.own


def last_columns(window: MainWindow) -> list[str]:
    return [column.label for column in window.evidence.pane.model.columns[-2:]]


def test_a_column_without_choices_is_refused_with_a_sentence(table: MainWindow) -> None:
    dialog = table.evidence.table_deeds.column_dialog(None)
    dialog.write("Risk of bias", "choice", "low")
    dialog.accept()
    assert dialog.trouble == "Give two choices or more, such as: low, unclear, high."


def test_a_column_of_ones_own_is_filled_by_typing(table: MainWindow, qtbot: QtBot) -> None:
    pane = table.evidence.pane
    bias, remarks = own_columns(table, qtbot)
    assert last_columns(table) == ["Risk of bias", "Remarks"]
    row = choose(table, "4,812", remarks.column)
    qtbot.keyClick(pane.table.view, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    enter(qtbot, table, "check the arms")
    assert words(table, remarks.column)[row] == "check the arms"
    assert "check the arms" in pane.peek.words
    pane.table.choose(row, column(table, bias.column))
    qtbot.keyClick(pane.table.view, Qt.Key.Key_H)
    found = editor(table)
    assert found
    assert found.text == "high"
    assert found.enter()
    settle(qtbot, table)
    assert not pane.history.isVisible()
    assert words(table, bias.column)[row] == "high"
    press(qtbot, table, Qt.Key.Key_Delete)
    assert words(table, bias.column)[row] == ""


def test_a_column_of_ones_own_is_moved_and_deleted_with_undo(
    table: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = table.evidence.pane
    _, remarks = own_columns(table, qtbot)
    choose(table, "4,812", remarks.column)
    qtbot.keyClick(pane.table.view, Qt.Key.Key_A)
    enter(qtbot, table, "a remark")
    pane.column_wanted.emit("left", remarks)
    settle(qtbot, table)
    settle(qtbot, table)
    assert last_columns(table) == ["Remarks", "Risk of bias"]
    asked: list[str] = []

    def agree(box: QMessageBox) -> int:
        go = next(b for b in box.buttons() if box.buttonRole(b).name == "DestructiveRole")
        asked.append(go.text())
        monkeypatch.setattr(box, "clickedButton", lambda: go)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", agree)
    pane.column_wanted.emit("delete", remarks)
    settle(qtbot, table)
    settle(qtbot, table)
    assert asked == ["Delete 1 value"]
    assert [made.name for made in pane.model.own] == ["Risk of bias"]
    undo(qtbot, table)
    assert [made.name for made in pane.model.own] == ["Remarks", "Risk of bias"]
    assert last_columns(table) == ["Remarks", "Risk of bias"]


@pytest.fixture
def joined(table: MainWindow, qtbot: QtBot) -> tuple[MainWindow, int]:
    """The table with three of its articles said to report one study; the row of that."""
    pane, store = table.evidence.pane, table.panes.session.store
    sizes = words(table, "sample_size")
    rows = [sizes.index(size) for size in ("4,812", "58,214")]
    rows.append(next(at for at in range(len(sizes)) if at not in rows))
    ids = [pane.model.ids[row] for row in rows]
    table.panes.session.do(grouping.join(store, ids))
    settle(qtbot, table)
    settle(qtbot, table)
    at = next(n for n in range(pane.model.rowCount()) if pane.model.ids[n] in ids)
    pane.table.choose(at, column(table, "sample_size"))
    return table, at


def test_reports_that_disagree_are_named_and_one_of_them_is_chosen(
    joined: tuple[MainWindow, int], qtbot: QtBot
) -> None:
    table, at = joined
    pane = table.evidence.pane
    row = pane.model.row(at)
    assert row
    assert row.cell("title").sign == "3 reports"
    assert state(table, at, "sample_size") == "differ"
    assert "4,812" in pane.peek.words
    assert "58,214" in pane.peek.words
    place = [said.value.value for said in row.said["sample_size"]].index(58_214)
    pane.peek.value_wanted.emit(place)
    settle(qtbot, table)
    settle(qtbot, table)
    assert words(table, "sample_size")[at] == "58,214"


def test_three_reports_on_one_study_are_one_row_and_can_be_told_apart(
    joined: tuple[MainWindow, int], qtbot: QtBot
) -> None:
    """Acceptance 32: three news items on one trial make one row; separate them again if wrong."""
    table, at = joined
    pane = table.evidence.pane
    row, count = pane.model.row(at), pane.model.rowCount()
    assert row
    menu = pane.cell_menu()
    assert menu
    assert len(menu.apart.actions()) == 3
    menu.apart.actions()[-1].trigger()
    settle(qtbot, table)
    settle(qtbot, table)
    assert pane.model.rowCount() == count + 1
    undo(qtbot, table)
    undo(qtbot, table)
    assert pane.model.rowCount() == count + 2
    assert name_of(pane.table.current) == "sample_size"


def test_a_report_is_opened_at_what_it_says(joined: tuple[MainWindow, int], qtbot: QtBot) -> None:
    table, at = joined
    row = table.evidence.pane.model.row(at)
    assert row
    second = row.said["sample_size"][1].reports[0].article_id
    table.evidence.pane.peek.source_wanted.emit(second)
    settle(qtbot, table)
    assert table.panes.opened.article
    assert table.panes.opened.article.id == second
    assert table.panes.side.card.chosen == ("sample_size", 0)


def test_a_cell_or_a_head_narrows_the_query_and_the_table(table: MainWindow, qtbot: QtBot) -> None:
    pane = table.evidence.pane
    choose(table, "4,812")
    pane.do("narrow")
    settle(qtbot, table)
    settle(qtbot, table)
    assert table.panes.search.text() == "n:4812"
    assert words(table, "sample_size") == ["4,812"]
    pane.table.narrow_wanted.emit("country", False)
    settle(qtbot, table)
    settle(qtbot, table)
    assert table.panes.search.text() == "n:4812 country:none"
