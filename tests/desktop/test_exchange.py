"""Getting things out and in by the window."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from reader.desktop.deeds import exchange_deeds
from reader.desktop.export.export_dialog import ExportDialog, Scope
from reader.desktop.reading.document import Frame
from reader.desktop.reading.printing import on_paper
from reader.desktop.theme import LIGHT
from reader.desktop.window import MainWindow
from reader.model.annotation import Note
from reader.model.layout import Layout
from reader.model.query import ArticleQuery
from reader.model.record import Wishes
from reader.operations.annotating import marked, tag_highlight
from tests.desktop.conftest import settle
from tests.desktop.test_window import open_titled, select

RIS = "TY  - JOUR\nTI  - Tides\nDO  - 10.5555/t.1\nER  - \nTY  - BOOK\nTI  - Water\nER  - \n"


def shown_ticks(dialog: ExportDialog) -> list[str]:
    return [box.text() for box in dialog.findChildren(QCheckBox) if box.isVisibleTo(dialog)]


def test_the_list_is_exported_while_the_window_goes_on(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = window.exchange.export_dialog()
    dialog.choose("csl", "list", "news")
    out = tmp_path / "out.json"
    window.exchange.export_to(out, dialog.scope, dialog.format, dialog.wishes)
    settle(qtbot, window)
    assert len(json.loads(out.read_text("utf-8"))) == 12
    assert window.panes.status.message == f"12 exported to {out}"
    assert window.panes.updater.reports == []


def test_a_selection_is_a_scope_of_its_own(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.panes.list.view.selectRow(0)
    dialog = window.exchange.export_dialog()
    dialog.choose("ris", "selected", "both")
    out = tmp_path / "out.ris"
    window.exchange.export_to(out, dialog.scope, dialog.format, dialog.wishes)
    settle(qtbot, window)
    assert out.read_text("utf-8").count("TY  - ") == 2


def test_only_choices_that_make_a_difference_are_shown(qtbot: QtBot) -> None:
    dialog = ExportDialog([Scope("all", "All", 3)])
    qtbot.addWidget(dialog)
    dialog.choose("csv")
    assert shown_ticks(dialog) == ["Make cells safe for sheet programs", "Mark the file as UTF-8"]
    assert dialog.wishes == Wishes()
    dialog.tick("guard", on=False)
    assert dialog.wishes == Wishes(guard=False)
    dialog.choose("html")
    assert shown_ticks(dialog) == []
    assert dialog.wishes == Wishes()


def test_nothing_cannot_be_exported(qtbot: QtBot) -> None:
    dialog = ExportDialog([Scope("all", "All", 0)])
    qtbot.addWidget(dialog)
    assert not dialog._go.isEnabled()


def test_the_menu_leads_to_a_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ExportDialog, "exec", lambda dialog: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    window.actions_["export"].trigger()
    settle(qtbot, window)
    assert (tmp_path / "mine.json").exists()


def test_an_import_is_shown_then_taken_then_undone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "refs.ris"
    path.write_text(RIS, "utf-8")
    dialog = window.exchange.import_dialog()
    qtbot.addWidget(dialog)
    dialog.look_at([path])
    settle(qtbot, window)
    assert dialog.words == "RIS: 2 new."
    assert dialog.go.text() == "Import 2 articles"
    store = window.panes.session.store
    assert store.articles.total() == 12
    dialog.go.click()
    settle(qtbot, window)
    assert store.articles.total() == 14
    assert len(store.articles.ids(ArticleQuery(words="Tides"))) == 1
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert store.articles.total() == 12
    window.actions_["redo"].trigger()
    settle(qtbot, window)
    assert store.articles.total() == 14


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("x.json", "{", "1 that cannot be taken."),
        ("x.opml", "<opml/>", "This is a list of feeds. Choose “Import OPML…”"),
    ],
)
def test_what_cannot_be_imported_is_said(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str, words: str, said: str
) -> None:
    path = tmp_path / name
    path.write_text(words, "utf-8")
    dialog = window.exchange.import_dialog()
    qtbot.addWidget(dialog)
    dialog.look_at([path])
    settle(qtbot, window)
    assert said in dialog.words
    assert not dialog.go.isEnabled()


def test_a_passage_is_copied_with_its_source(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["copy_quote"].trigger()
    assert window.panes.status.message == "Select some words of the article first."
    open_titled(qtbot, window, "pigeons")
    select(window, "pulmonary fibrosis")
    window.actions_["copy_quote"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“pulmonary fibrosis” (")
    assert "Studywire samples" in copied
    window.actions_["copy_passage_link"].trigger()
    assert QGuiApplication.clipboard().text().endswith("#:~:text=pulmonary%20fibrosis")


def test_an_article_is_saved_as_pdf_with_its_highlights_and_notes(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_titled(qtbot, window, "pigeons")
    window.actions_["theme_dark"].trigger()
    select(window, "pulmonary fibrosis")
    window.actions_["highlight"].trigger()
    settle(qtbot, window)
    path = tmp_path / "out.pdf"
    window.exchange.write_pdf(path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert window.panes.status.message == f"Saved to {path}"
    article = window.panes.opened.article
    assert article
    rows = marked(window.panes.session.store, article)
    noted = replace(rows[0], note=Note("n", article.id, rows[0].annotation.id, "Mine", 1, 1))
    layout = Layout.from_json(article.content.layout)
    document = on_paper(article.content.text, layout, Frame("above"), [noted], None)
    assert document.toPlainText().endswith("Notes\n“pulmonary fibrosis”\nMine")
    found = document.find("pulmonary fibrosis")
    background = found.charFormat().background().color().name()
    assert background == LIGHT.highlights[rows[0].annotation.colour]
    assert found.charFormat().foreground().color().name() in (LIGHT.text, "#000000")
    assert found.charFormat().underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline


def test_on_paper_a_line_tells_the_colour_too_and_tags_stand_with_the_notes(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_titled(qtbot, window, "pigeons")
    select(window, "pulmonary fibrosis")
    window.panes.reading.highlight_wanted.emit("red")
    article = window.panes.opened.article
    assert article
    store = window.panes.session.store
    window.panes.session.do(tag_highlight(store, marked(store, article)[0], "lungs/birds"))
    window.actions_["underline_highlights"].trigger()
    settle(qtbot, window)
    printed: list[QTextDocument] = []

    def print_(document: QTextDocument, _: str) -> bytes:
        printed.append(document)
        return b"%PDF-"

    monkeypatch.setattr(exchange_deeds, "as_pdf", print_)
    window.exchange.write_pdf(tmp_path / "out.pdf")
    found = printed[0].find("pulmonary fibrosis").charFormat()
    assert found.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert printed[0].toPlainText().endswith("“pulmonary fibrosis”\nTags: lungs/birds")


def test_a_pdf_that_cannot_be_written_is_said(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_titled(qtbot, window, "pigeons")
    window.exchange.write_pdf(tmp_path / "missing" / "out.pdf")
    assert "cannot be written" in window.panes.status.message


def test_what_is_copied_from_an_article_names_no_file(window: MainWindow, qtbot: QtBot) -> None:
    """Rule 12: plain text, and HTML that fetches and runs nothing."""
    window.panes.sidebar.choose("all")
    settle(qtbot, window)
    open_titled(qtbot, window, "pigeons")
    window.panes.reading.view.selectAll()
    window.panes.reading.view.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.hasText()
    assert not copied.hasUrls()
    assert not copied.hasImage()
    markup = copied.html().lower()
    assert not any(word in markup for word in ("file:", "<script", "<img", "javascript:", "qrc:"))
