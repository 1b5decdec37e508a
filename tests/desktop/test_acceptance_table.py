"""The evidence table against the lines 27 to 33 of its acceptance list (the others are in
`test_acceptance_exchange`)."""

import csv
from array import array
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.desktop.evidence.chart_paint import rect
from reader.desktop.evidence.painting import CellDelegate
from reader.desktop.evidence.table_model import PAGE, EvidenceModel
from reader.desktop.evidence.table_view import EvidenceTable
from reader.desktop.theme import Theme
from reader.desktop.window import MainWindow
from reader.export.charts.scatter import Scatter
from reader.export.formats import FORMAT
from reader.model.evidence import FROZEN, EvidenceRow
from reader.model.record import Wishes
from reader.model.study import StudyCard
from reader.operations import tabulating
from tests.desktop.conftest import settle
from tests.desktop.test_evidence import column, press, state, words


def test_scrolling_2000_studies_paints_only_what_comes_into_sight(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Acceptance 27: 2,000 studies scroll smoothly, however many rows there are."""
    asked: list[int] = []

    def rows(ids: Any) -> dict[int, EvidenceRow]:
        asked.extend(ids)
        return {i: EvidenceRow(i, f"T{i}", 2026, "F", {}) for i in ids}

    model = EvidenceModel(rows)
    view = EvidenceTable(model, theme)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    model.show(array("q", range(2_000)), {})
    QApplication.processEvents()
    painted: list[int] = []
    paint = CellDelegate.paint

    def counted(delegate: CellDelegate, painter: Any, option: Any, index: Any) -> None:
        painted.append(index.row())
        paint(delegate, painter, option, index)

    monkeypatch.setattr(CellDelegate, "paint", counted)
    in_sight = view.view.viewport().height() // view.view.rowHeight(0)
    for place in range(3, 33, 3):
        painted.clear()
        view.view.verticalScrollBar().setValue(place)
        QApplication.processEvents()
        assert len(set(painted)) <= in_sight // 2  # 3 new rows and those at the edge
    assert len(asked) <= 3 * PAGE


def test_every_column_leads_to_its_sentence_with_one_key_and_back(
    table: MainWindow, qtbot: QtBot
) -> None:
    """Acceptance 28: every filled cell opens its sentence in two keys at most, and Escape leads
    back to the same cell."""
    pane = table.evidence.pane
    for at in range(len(FROZEN), pane.model.columnCount()):
        name = pane.model.columns[at].name
        rows = range(pane.model.rowCount())
        filled = [n for n in rows if (row := pane.model.row(n)) and row.values.get(name)]
        if not filled:
            continue
        pane.table.choose(filled[0], at)
        row = pane.model.row(filled[0])
        press(qtbot, table, Qt.Key.Key_Return)
        assert row
        assert table.panes.side.card.chosen == (name, 0)
        article = table.panes.opened.article
        assert article
        assert article.id == row.owner(name)
        back = table.actions_["go_back"]
        assert "Esc" in [key.toString() for key in back.shortcuts()]
        back.trigger()
        settle(qtbot, table)
        assert pane.isVisible()
        assert (pane.table.current.row(), pane.table.current.column()) == (filled[0], at)


def test_a_newer_extractor_changes_no_value_of_the_users_own(
    table: MainWindow, qtbot: QtBot
) -> None:
    """Acceptance 29: my value stays; the difference is shown; the history tells who and when."""
    pane, store = table.evidence.pane, table.panes.session.store
    row = words(table, "sample_size").index("4,812")
    pane.table.choose(row, column(table, "sample_size"))
    article_id = pane.model.ids[row]
    table.panes.session.do(tabulating.correct(store, article_id, "sample_size", "4,813"))
    card = store.studies.extracted(article_id)
    assert card
    newer = replace(card.values["sample_size"][0], value=4_900)
    (text,) = store.studies.texts([article_id])
    with store.writing():
        values = {**card.values, "sample_size": (newer,)}
        store.studies.keep(text, replace(card, extractor="9.9", values=values))
    table.panes.session.changed.emit(frozenset({StudyCard}))
    pane.do("history")
    for _ in range(3):
        settle(qtbot, table)
    assert words(table, "sample_size")[row] == "4,813"
    assert state(table, row, "sample_size") == "changed"
    assert "extraction says 4900" in pane.peek.words
    told = {(event.who, event.words.split()[0]) for event in pane.history.events}
    old = f"extractor {card.extractor}"
    assert told == {("you", "4,813"), ("extractor 9.9", "4,900"), (old, "4,812")}


def test_three_decisions_look_and_are_exported_differently(
    table: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Acceptance 30: "not reported", "reject" and "accept" have three looks and three exports."""
    pane = table.evidence.pane
    at = column(table, "study_type")
    keys = (Qt.Key.Key_Y, Qt.Key.Key_X, Qt.Key.Key_N)
    titles = []
    for row, key in enumerate(keys):
        pane.table.choose(row, at)
        titles.append(pane.model.index(row, 0).data())
        press(qtbot, table, key)
        settle(qtbot, table)
    cells = [pane.model.cell(pane.model.index(row, at)) for row in range(3)]
    assert len({(c.words, c.sign, c.spoken) for c in cells if c}) == 3
    assert [c.state for c in cells if c] == ["accepted", "rejected", "not_reported"]
    out = tmp_path / "out.csv"
    table.exchange.export_to(out, "all", FORMAT["csv"], Wishes(mark=False))
    settle(qtbot, table)
    with out.open(newline="", encoding="utf-8") as file:
        found = {row["title"]: row for row in csv.DictReader(file)}
    exported = [found[title]["study_type_status"] for title in titles]
    assert exported == ["accepted", "rejected", "not_reported"]
    assert [bool(found[title]["study_type"]) for title in titles] == [True, False, False]


def test_a_brush_narrows_query_table_and_caption(
    table: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Acceptance 33: a box over n 100 to 500 narrows query and table; the caption tells how many
    studies lack a value; the picture is kept as SVG and PNG."""
    pane = table.evidence.pane
    view = pane.pictures.left.chart
    drawn, chart = view.drawing, view.chart
    assert isinstance(chart, Scatter)
    assert drawn.field
    field = rect(drawn.field)
    sizes = [p.size for p in chart.points if p.size]
    least, most = 100, 500
    assert any(least <= size <= most for size in sizes)
    low, high = chart.across(least, drawn.field), chart.across(most, drawn.field)
    start, end = field.topLeft().toPoint(), field.bottomRight().toPoint()
    start.setX(round(low))
    end.setX(round(high))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    for _ in range(2):
        settle(qtbot, table)
    assert table.panes.search.text().startswith("n:")
    shown = [int(said.replace(",", "")) for said in words(table, "sample_size")]
    assert shown
    assert all(least * 0.95 <= size <= most * 1.05 for size in shown)
    assert f"{len(shown)} stud" in pane.caption
    assert f"of {len(shown)} studies have both" in pane.pictures.left.caption
    for ending in ("svg", "png"):
        path = tmp_path / f"x.{ending}"
        view.save(path)
        assert path.stat().st_size > 500
    assert QImage(str(tmp_path / "x.png")).width() == 2 * view.width()
