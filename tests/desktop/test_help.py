"""Help, what is new, about and the report are there offline, and the report holds nothing private."""

import logging

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from reader import __version__
from reader.desktop.actions import DEEDS
from reader.desktop.help.documents import changelog, help_text, version
from reader.desktop.help.help_dialog import ABOUT, HELP, NEWS
from reader.desktop.help.report_dialog import ReportDialog
from reader.desktop.jobs import MISTAKE
from reader.desktop.keys_in_use import native
from reader.desktop.window import MainWindow
from tests.desktop.conftest import Open


def test_the_help_names_keys_as_they_are(window: MainWindow) -> None:
    text = help_text()
    for name in ("add_feed", "toggle_star", "preferences", "show_palette", "evidence_table"):
        (deed,) = [deed for deed in DEEDS if deed.name == name]
        if name != "preferences":
            assert any(native(key) in text for key in deed.keys), name


def test_the_version_has_the_date_of_the_changelog() -> None:
    assert version().startswith(f"Version {__version__}, ")
    assert f"## {__version__}" in changelog()


def test_each_page_opens(window: MainWindow, qtbot: QtBot) -> None:
    for page, words in ((HELP, "Reading with Studywire"), (NEWS, "Changelog")):
        dialog = window.helping.help_dialog(page)
        qtbot.addWidget(dialog)
        shown = dialog.pages.currentWidget()
        assert isinstance(shown, QTextBrowser)
        assert words in shown.toPlainText()
    about = window.helping.help_dialog(ABOUT)
    qtbot.addWidget(about)
    labels = [label.text() for label in about.pages.currentWidget().findChildren(QLabel)]
    assert version() in labels


def test_a_mistake_is_in_the_report_and_the_users_words_are_not(
    window: MainWindow, qtbot: QtBot
) -> None:
    try:
        raise ValueError("My secret article about https://example.org/x?me=1")
    except ValueError:
        logging.getLogger("reader.desktop.jobs").exception("%s failed", "Rename Private feed")
    dialog = window.helping.report_dialog()
    qtbot.addWidget(dialog)
    text = dialog.text.toPlainText()
    assert f"Studywire {__version__}" in text
    assert "%s failed" in text
    assert "ValueError" in text
    assert "test_help.py" in text
    for private in (
        "secret",
        "Private",
        "example.org",
        str(window.panes.session.store.path.parent),
    ):
        assert private not in text
    dialog.copy()
    assert QGuiApplication.clipboard().text() == text


def test_an_update_is_said_once(open_window: Open, qtbot: QtBot) -> None:
    open_window().close()
    QSettings().setValue("version", "0.0.1")
    window = open_window()
    assert f"This is Studywire {__version__} now." in window.panes.status.message
    window.close()
    assert "This is Studywire" not in open_window().panes.status.message


def test_a_mistake_offers_its_report(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(ReportDialog, "exec", lambda dialog: shown.append(dialog.windowTitle()))
    window.panes.session.failed.emit("The disk is full. Make room, then try again.")
    buttons = {button.text(): button for button in window.panes.status.findChildren(QPushButton)}
    assert not buttons["Report…"].isVisible()
    window.panes.session.failed.emit(MISTAKE)
    assert buttons["Report…"].isVisible()
    buttons["Report…"].click()
    assert shown == ["Report of a mistake"]
