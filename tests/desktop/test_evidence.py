"""The evidence table in the window: from a cell to its sentence and back; the pictures."""

from array import array
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reader.desktop.evidence.chart_paint import rect
from reader.desktop.evidence.chart_view import ChartView
from reader.desktop.evidence.table_model import PAGE, EvidenceModel
from reader.desktop.evidence.table_view import EvidenceTable, name_of
from reader.desktop.theme import Theme
from reader.desktop.window import MainWindow
from reader.export.charts.counts import Bars, Timeline
from reader.export.charts.families import FAMILIES, family
from reader.export.charts.scatter import Brush, Scatter
from reader.model.card_words import sureness
from reader.model.evidence import FROZEN, PRESETS, EvidenceRow, Point
from reader.model.study import STUDY_TYPES
from tests.desktop.conftest import Open, settle


def column(window: MainWindow, name: str) -> int:
    return [c.name for c in window.evidence.pane.model.columns].index(name)


def words(window: MainWindow, name: str) -> list[str]:
    model, at = window.evidence.pane.model, column(window, name)
    return [model.index(row, at).data() for row in range(model.rowCount())]


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *with_: Qt.KeyboardModifier) -> None:
    target = window.evidence.pane.table.view
    qtbot.keyClick(target, key, *with_)
    settle(qtbot, window)


def test_the_table_holds_the_studies_of_the_list(table: MainWindow) -> None:
    pane = table.evidence.pane
    assert pane.isVisible()
    assert not table.panes.list.isVisible()
    count = pane.model.rowCount()
    assert 0 < count < 12
    assert pane.caption == f"Evidence · {count} studies"


def test_sorting_by_n_counts_and_keeps_blanks_last(table: MainWindow, qtbot: QtBot) -> None:
    for descending in (True, False):
        table.evidence.pane.sort("sample_size", descending)
        settle(qtbot, table)
        found = words(table, "sample_size")
        numbers = [w.replace(",", "") for w in found]  # "1?" is one candidate, and no size
        sizes = [int(number) for number in numbers if number.isdecimal()]
        assert sizes == sorted(sizes, reverse=descending)
        assert not any(number.isdecimal() for number in numbers[len(sizes) :])
        assert len(sizes) > 3


def test_every_filled_cell_opens_its_sentence_and_escape_leads_back(
    table: MainWindow, qtbot: QtBot
) -> None:
    pane = table.evidence.pane
    for name in ("sample_size", "study_type"):
        at = column(table, name)
        for row in range(pane.model.rowCount()):
            found = pane.model.row(row)
            assert found
            if not found.values.get(name):
                continue
            pane.table.choose(row, at)
            press(qtbot, table, Qt.Key.Key_Return)
            article = table.panes.opened.article
            assert article
            assert article.id == found.article_id
            assert table.panes.side.card.chosen == (name, 0)
            assert not pane.isVisible()
            assert table.panes.reading.view.isVisible()
            table.actions_["go_back"].trigger()
            settle(qtbot, table)
            assert pane.isVisible()
            assert (pane.table.current.row(), pane.table.current.column()) == (row, at)


def test_the_sentence_of_a_cell_is_shown_below(table: MainWindow, qtbot: QtBot) -> None:
    pane = table.evidence.pane
    row = words(table, "sample_size").index("4,812")
    pane.table.choose(row, column(table, "sample_size"))
    assert "4,812 adults" in pane.peek.words
    assert "Participants" in pane.peek.words
    assert pane.peek.isVisible()
    press(qtbot, table, Qt.Key.Key_Space)
    assert not pane.peek.isVisible()


def state(window: MainWindow, row: int, name: str) -> str:
    model = window.evidence.pane.model
    cell = model.cell(model.index(row, column(window, name)))
    return cell.state if cell else ""


@pytest.mark.parametrize(
    ("key", "shift", "state_"),
    [
        (Qt.Key.Key_Y, False, "accepted"),
        (Qt.Key.Key_X, False, "rejected"),
        (Qt.Key.Key_X, True, "not_reported"),
    ],
)
def test_a_key_decides_a_cell_and_undo_takes_it_back(
    table: MainWindow, qtbot: QtBot, key: Qt.Key, shift: bool, state_: str
) -> None:
    pane = table.evidence.pane
    row = words(table, "sample_size").index("4,812")
    pane.table.choose(row, column(table, "sample_size"))
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    press(qtbot, table, key, held)
    settle(qtbot, table)
    assert state(table, row, "sample_size") == state_
    assert (pane.table.current.row(), name_of(pane.table.current)) == (row, "sample_size")
    table.actions_["undo"].trigger()
    settle(qtbot, table)
    settle(qtbot, table)
    assert state(table, row, "sample_size") == "auto"


def test_sure_values_of_a_column_are_accepted_with_one_undo(
    table: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Acceptance 31: the button says how many; one undo restores them all."""
    pane = table.evidence.pane
    name = "sample_size"
    at = column(table, name)
    sure = [
        row
        for row in range(pane.model.rowCount())
        if (cell := pane.model.cell(pane.model.index(row, at))) and cell.sign == "●●●"
    ]
    asked: list[str] = []

    def agree(box: QMessageBox) -> int:
        asked.append(box.buttons()[0].text())
        monkeypatch.setattr(box, "clickedButton", lambda: box.buttons()[0])
        return 0

    monkeypatch.setattr(QMessageBox, "exec", agree)
    pane.table.choose(0, at)
    pane.accept_sure()
    settle(qtbot, table)
    settle(qtbot, table)
    noun = "value" if len(sure) == 1 else "values"
    assert asked == [f"Accept {len(sure)} {noun} in “n”"]
    assert [state(table, row, name) for row in sure] == ["accepted"] * len(sure)
    table.actions_["undo"].trigger()
    settle(qtbot, table)
    settle(qtbot, table)
    assert [state(table, row, name) for row in sure] == ["auto"] * len(sure)


def test_cells_are_copied_as_a_sheet_pastes_them(table: MainWindow, qtbot: QtBot) -> None:
    pane = table.evidence.pane
    row = words(table, "sample_size").index("4,812")
    pane.table.choose(row, column(table, "sample_size"))
    press(qtbot, table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "n\n4812"


def test_columns_are_chosen_and_kept(table: MainWindow, open_window: Open, qtbot: QtBot) -> None:
    pane = table.evidence.pane
    pane.show_columns(PRESETS["Review"], "Review")
    assert [c.name for c in pane.model.columns[len(FROZEN) :]] == list(PRESETS["Review"])
    pane.table.hide_wanted.emit("funding")
    assert "funding" not in [c.name for c in pane.model.columns]
    table.close()
    again = open_window()
    names = [c.name for c in again.evidence.pane.model.columns[len(FROZEN) :]]
    assert names == [name for name in PRESETS["Review"] if name != "funding"]
    assert again.panes.list.isVisible()


def test_the_frozen_columns_stay_while_others_scroll(table: MainWindow) -> None:
    pane = table.evidence.pane
    for at in range(pane.model.columnCount()):
        is_frozen = at < len(FROZEN)
        assert pane.table.frozen.isColumnHidden(at) != is_frozen
        assert pane.table.view.isColumnHidden(at) == is_frozen


def test_the_frozen_rows_stand_beside_their_values_to_the_last(qtbot: QtBot, theme: Theme) -> None:
    model = EvidenceModel(lambda ids: {i: EvidenceRow(i, f"T{i}", 2026, "F", {}) for i in ids})
    table = EvidenceTable(model, theme)
    qtbot.addWidget(table)
    table.resize(700, 333)
    table.show()
    model.show(array("q", range(500)), {})
    for place in (100, 10_000, 0):
        table.view.verticalScrollBar().setValue(place)
        assert table.frozen.rowAt(0) == table.view.rowAt(0)
        assert table.frozen.rowViewportPosition(499) == table.view.rowViewportPosition(499)


def test_the_table_follows_the_search(table: MainWindow, qtbot: QtBot) -> None:
    pane = table.evidence.pane
    table.panes.list.show_query(type(table.panes.list.query)(words="pigeons"))
    settle(qtbot, table)
    settle(qtbot, table)
    assert pane.caption == "Evidence · 1 study"
    table.panes.list.show_query(type(table.panes.list.query)(words="nothingatall"))
    settle(qtbot, table)
    settle(qtbot, table)
    assert pane.empty.isVisible()


def test_heads_tell_how_complete_a_column_is(table: MainWindow) -> None:
    model = table.evidence.pane.model
    tip = model.headerData(
        column(table, "study_type"), Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    )
    rows = [row for at in range(model.rowCount()) if (row := model.row(at))]
    filled = sum(bool(row.values.get("study_type")) for row in rows)
    assert tip == f"Design: {filled} of {len(rows)} studies have a value"


def test_a_screen_reader_is_told_what_a_cell_holds(table: MainWindow) -> None:
    model = table.evidence.pane.model
    row = words(table, "sample_size").index("4,812")
    index = model.index(row, column(table, "sample_size"))
    found = model.row(row)
    assert found
    _, sure = sureness(found.values["sample_size"][0].confidence)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"n: 4,812, extracted, {sure}"


def test_the_same_key_leads_to_the_list_again(table: MainWindow, qtbot: QtBot) -> None:
    table.actions_["evidence_table"].trigger()
    settle(qtbot, table)
    assert table.panes.list.isVisible()
    assert not table.evidence.pane.isVisible()


def test_the_model_reads_rows_by_the_page(qtbot: QtBot) -> None:
    pages: list[list[int]] = []

    def rows(ids: object) -> dict[int, EvidenceRow]:
        pages.append(list(ids))  # type: ignore[call-overload]
        return {i: EvidenceRow(i, f"T{i}", 2026, "F", {}) for i in pages[-1] if i != 3}

    model = EvidenceModel(rows)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(array("q", range(1_000)), {"phase": 10})
    pages.clear()
    for row in range(PAGE):
        for at in range(model.columnCount()):
            model.index(row, at).data()
    assert len(pages) <= 1
    assert model.index(3, 0).data() is None
    assert model.index(4, 0).data() == "T4"


POINTS = (
    Point(1, "One", "randomized_controlled_trial", 48, 2.0, 2024 * 12, ("gout",), ("Chile",)),
    Point(2, "Two", "cohort", 5_000, 10.0, 2024 * 12 + 2, ("gout", "pain"), ()),
    Point(3, "Three", "animal", None, 0.1, 2024 * 12 + 2),
    Point(4, "Four", "", 300, None, 2023 * 12),
    Point(5, "Five", "meta_analysis", None, None, None),
)


def test_the_scatter_says_what_is_missing_and_parks_it_in_a_gutter() -> None:
    chart = Scatter(POINTS)
    assert chart.caption == (
        "Sample size against follow-up (log–log) · 2 of 5 studies have both, "
        "2 lack follow-up, 2 lack sample size"
    )
    drawn = chart.draw(600, 240)
    field = drawn.field
    assert field
    assert [m.articles for m in drawn.marks] == [(1,), (2,), (3,), (4,)]
    inside = [field.contains(m.at) for m in drawn.marks]
    assert inside == [True, True, False, False]
    assert drawn.marks[2].at.x < field.left
    assert drawn.marks[3].at.y > field.bottom
    assert drawn.marks[0].at.x < drawn.marks[1].at.x
    assert drawn.marks[0].at.y > drawn.marks[1].at.y
    assert drawn.marks[3].words == "Four · design not said · n 300 · follow-up not said"


def test_a_brush_holds_what_lies_in_it_and_reads_as_a_query() -> None:
    box = Brush(30, 100, 1, 5)
    assert [box.holds(p) for p in POINTS] == [True, False, False, False, False]
    assert box.query == "n:30..100 followup:365d..1826d"
    assert box.words == "n 30 to 100, follow-up 1 y to 5 y"
    chart = Scatter(POINTS)
    field = chart.draw(600, 240).field
    assert field
    whole = chart.brushed(field, 600, 240)
    assert [whole.holds(p) for p in POINTS] == [True, True, False, False, False]


def test_the_timeline_stacks_families_by_month() -> None:
    chart = Timeline(POINTS)
    head, rows = chart.table()
    assert rows[0][0] == "Jan 2023"
    assert len(rows) == 15
    assert rows[-1] == ("Mar 2024", "0", "0", "1", "0", "1", "0")
    assert head[0] == "Time"
    marks = chart.draw(600, 240).marks
    assert sum(len(m.articles) for m in marks) == 4
    top, under = (m.bar for m in marks if m.words.startswith("Mar 2024"))
    assert top
    assert under
    assert top.top == pytest.approx(under.bottom)


def test_many_years_are_columns_of_years() -> None:
    chart = Timeline(tuple(Point(n, "x", "cohort", month=n * 12) for n in range(2000, 2020)))
    assert "a column a year" in chart.caption
    assert len(chart.table()[1]) == 20


def test_bars_count_each_study_once_a_value_and_say_what_is_missing() -> None:
    bars = Bars(POINTS, "Condition", "condition")
    assert [(value, len(ids)) for value, ids in bars.counts()] == [
        ("gout", 2),
        ("pain", 1),
        ("not said", 3),
    ]
    assert bars.caption == "Condition · 5 studies, 3 do not say"
    many = tuple(Point(n, "x", conditions=(f"c{n}",)) for n in range(30))
    last = Bars(many, "Condition", "condition").counts()[-1]
    assert (last[0], len(last[1])) == ("20 others", 20)


def test_families_differ_in_shape_and_hold_every_design() -> None:
    assert len({f.shape for f in FAMILIES}) == len(FAMILIES)
    assert len({f.light for f in FAMILIES} | {f.dark for f in FAMILIES}) == 2 * len(FAMILIES)
    others = {"other", "unclear"}
    assert {d for d in STUDY_TYPES if family(d) is FAMILIES[-1]} == others


@pytest.mark.parametrize("ending", ["svg", "png"])
@pytest.mark.parametrize("chart", [Scatter(POINTS), Timeline(POINTS), Bars(POINTS, "D", "design")])
def test_a_picture_is_saved(
    qtbot: QtBot, theme: Theme, tmp_path: Path, chart: Scatter, ending: str
) -> None:
    view = ChartView(theme)
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show_chart(chart)
    path = tmp_path / f"x.{ending}"
    view.save(path)
    if ending == "svg":
        text = path.read_text("utf-8")
        assert chart.caption in text
        assert "<image" not in text
    else:
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1200, 600)


def test_the_keyboard_goes_from_mark_to_mark(qtbot: QtBot, theme: Theme) -> None:
    view = ChartView(theme)
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    view.show_chart(Scatter(POINTS))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [(2,)]
    assert view.accessibleDescription().startswith("Two")


def test_a_box_over_the_scatter_is_written_into_the_query(table: MainWindow, qtbot: QtBot) -> None:
    pane = table.evidence.pane
    for least in (300, 4_000):
        pane.pictures.left.chart.brushed.emit(Brush(least, 60_000, 1, 20))
        settle(qtbot, table)
        settle(qtbot, table)
    assert table.panes.search.text() == "n:4000..60000 followup:365d..7305d"
    assert sorted(words(table, "sample_size")) == ["4,812", "58,214"]


def test_a_drag_over_the_scatter_is_a_brush(qtbot: QtBot, theme: Theme) -> None:
    view = ChartView(theme)
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    view.show_chart(Scatter(POINTS))
    field = view.drawing.field
    assert field
    with qtbot.waitSignal(view.brushed) as brushed:
        start, end = rect(field).topLeft().toPoint(), rect(field).bottomRight().toPoint()
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(view, end)
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert isinstance(brushed.args[0], Brush)


def test_every_picture_is_a_table_too(table: MainWindow) -> None:
    picture = table.evidence.pane.pictures.right
    picture.show_as_table(on=True)
    count = table.evidence.pane.model.rowCount()
    cells = [picture.table.item(row, 1) for row in range(picture.table.rowCount())]
    assert sum(int(cell.text()) for cell in cells if cell) == count
    picture.show_as_table(on=False)


def test_a_search_from_the_table_gives_the_keys_back_to_it(table: MainWindow, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        table.actions_["search"].trigger()
        qtbot.keyClick(table.focusWidget() or table, key)
        settle(qtbot, table)
        assert table.evidence.pane.isAncestorOf(table.focusWidget() or table)


def test_nothing_is_opened_behind_the_table(table: MainWindow, qtbot: QtBot) -> None:
    """An article that nobody sees would count as read."""
    before = table.panes.session.store.read_marks.among(range(100))
    deeds = ("next_article", "previous_article", "next_unread", "previous_unread")
    for deed in deeds:
        table.actions_[deed].trigger()
        settle(qtbot, table)
    assert table.panes.opened.article is None
    assert table.panes.session.store.read_marks.among(range(100)) == before


def test_a_link_that_is_followed_leaves_the_table(table: MainWindow, qtbot: QtBot) -> None:
    (number, *_) = table.panes.list.model.ids
    table.take_link(f"studywire://article/{number}")
    settle(qtbot, table)
    assert table.panes.reading.isVisible()
    assert not table.evidence.is_shown
    assert table.focusWidget() is table.panes.list.view


def test_the_list_of_notes_takes_the_place_of_the_table(table: MainWindow, qtbot: QtBot) -> None:
    table.actions_["all_notes"].trigger()
    settle(qtbot, table)
    assert table.note_going.view.isVisible()
    assert not table.evidence.is_shown


def test_pictures_go_where_the_window_is_too_low_for_them(table: MainWindow, qtbot: QtBot) -> None:
    pane = table.evidence.pane
    table.resize(1200, 900)
    qtbot.waitUntil(pane.pictures.isVisible)
    table.resize(1200, 600)
    qtbot.waitUntil(lambda: not pane.pictures.isVisible())
    qtbot.waitUntil(lambda: pane.table.height() > 200)
    pane.pictures.toggle()
    assert pane.pictures.isVisible()
    table.resize(1200, 900)
    qtbot.wait(50)
    assert pane.pictures.isVisible()
