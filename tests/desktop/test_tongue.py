"""The window in another language."""

import re
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from reader.desktop.card_terms import label, shown
from reader.desktop.evidence.cell_editor import asked
from reader.desktop.evidence.pictures import Picture
from reader.desktop.feeds.refresh_report import RefreshReport
from reader.desktop.help.documents import help_text
from reader.desktop.jobs import MISTAKE
from reader.desktop.keys_in_use import native
from reader.desktop.study.changes_note import ChangesNote
from reader.desktop.study.value_editor import ValueEditor
from reader.desktop.tongue import (
    fall_silent,
    localised,
    number,
    retold,
    speak,
    tr,
)
from reader.desktop.window import MainWindow
from reader.model.card_changes import CardChanges, FieldChange
from reader.model.errors import ReaderError
from reader.model.evidence import EvidenceRow
from reader.model.study import FIELD, StudyValue
from reader.model.typed import typed
from reader.resource import resource
from reader.store.errors import archive_error
from reader.text.tongue import LANGUAGES, words
from tests.desktop.conftest import Open, settle


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "es")
    yield
    fall_silent(qapp)


def test_without_another_language_english_is_spoken(qapp: QApplication) -> None:
    speak(qapp, "en")
    assert tr("Nothing to undo.") == retold("Nothing to undo.") == "Nothing to undo."
    assert tr("Undone: {label}", label="Star") == "Undone: Star"


def test_a_language_that_is_not_there_is_english(qapp: QApplication) -> None:
    speak(qapp, "xx")
    assert tr("Nothing to undo.") == "Nothing to undo."


def test_words_and_values_are_said_in_spanish(spanish: None) -> None:
    assert tr("Nothing to undo.") == "Nada que deshacer."
    assert tr("Undone: {label}", label="{x}") == "Deshecho: {x}"
    assert tr("no words of ours") == "no words of ours"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Star", "Destacar"),
        ("Remove tag “ms”", "Quitar la etiqueta «ms»"),
        ("Delete tag “a” from 3 articles", "Eliminar la etiqueta «a» de 3 artículos"),
        (
            "There is no file a {} b. Check its name.",
            "No hay ningún archivo a {} b. Compruebe su nombre.",
        ),
        (
            "a.org has trouble of its own. Studywire tries again later. (HTTP 500)",
            "a.org tiene problemas propios. Studywire lo intentará más tarde. (HTTP 500)",
        ),
        (
            "a.org asked for fewer requests. Studywire leaves it alone for 15 minutes.",
            "a.org pidió menos consultas. Studywire lo deja en paz durante 15 minutos.",
        ),
        ("3 of 9 feeds · 2 new", "3 de 9 fuentes · 2 nuevos"),
        ("Add tag “a · b”", "Add tag “a · b”"),
        (
            "This is a picture, not a feed. Check the address.",
            "Esto es una imagen, no una fuente. Compruebe la dirección.",
        ),
        ("Remove tag “Star”", "Quitar la etiqueta «Star»"),
        ("What nobody ever said", "What nobody ever said"),
        ("", ""),
    ],
)
def test_sentences_of_the_floors_below_are_retold(spanish: None, sentence: str, told: str) -> None:
    assert retold(sentence) == told


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_a_language_has_a_word_for_everything(code: str) -> None:
    assert all(words(code).values())


def test_what_is_chosen_by_name_works_in_another_language(
    spanish: None, window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_["evidence_table"].trigger()
    settle(qtbot, window)
    pictures = window.evidence.pane.pictures
    assert "log–log" in pictures.left.caption
    pick(pictures.left, "Tiempo")
    assert pictures.left.caption.startswith("Estudios por fecha, una columna por mes · ")
    pictures.right.show_as_table(on=True)
    for read in ("País", "Enfermedad", "Diseño"):
        pick(pictures.right, read)
        assert pictures.right.caption.startswith(read)
        assert pictures.right.table.rowCount()
    buttons = window.keeping.rules_dialog().findChildren(QPushButton)
    assert {"Quitar", "Guardar"} <= {button.text() for button in buttons}


def pick(picture: Picture, words: str) -> None:
    """Choose what a picture shows in its menu, by what is read there."""
    menus = picture.findChildren(QMenu)
    (action,) = (action for menu in menus for action in menu.actions() if action.text() == words)
    action.trigger()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("12,345 adults", "12.345 adults"),
        ("n 0.82 of 1,234,567.5", "n 0,82 of 1.234.567,5"),
        ("version 1.2.3 of 10.1000/x.1,2", "version 1.2.3 of 10.1000/x.1,2"),
        ("48 adults", "48 adults"),
    ],
)
def test_numbers_are_written_as_the_language_does(spanish: None, said: str, told: str) -> None:
    assert localised(said) == told


@pytest.mark.parametrize("field", FIELD)
def test_what_is_wrong_with_a_value_is_said_in_spanish(spanish: None, field: str) -> None:
    for sentence in refusals(field):
        told = retold(sentence)
        assert " such as " not in told
        assert " is " not in told
        assert label(field) in told or FIELD[field].label not in sentence


def refusals(field: str) -> list[str]:
    """What is said of words that can be no value."""
    said = []
    for text in ("", "somehow", "0", "3 of 2"):
        try:
            typed(field, text)
        except ReaderError as error:
            said.append(str(error))
    return said


def test_what_is_wrong_with_the_archive_is_said_in_spanish(spanish: None) -> None:
    busy, other = sqlite3.OperationalError("x"), sqlite3.DatabaseError("x")
    for name in sqlite3_errors():
        busy.sqlite_errorname = name
        sentence = str(archive_error(busy))
        assert retold(sentence) != sentence, name
    assert retold(str(archive_error(other))) == "No se pudo usar el archivo: x."


def sqlite3_errors() -> list[str]:
    return [name for name in vars(sqlite3) if re.fullmatch(r"SQLITE_[A-Z]+", name)]


def test_choices_of_a_field_are_read_in_spanish_and_kept_by_their_codes(
    spanish: None, qtbot: QtBot
) -> None:
    editor = ValueEditor("study_type", "cohort")
    qtbot.addWidget(editor)
    (choice,) = editor.findChildren(QComboBox)
    assert choice.currentText() == "Cohorte"
    assert editor.text == "cohort"
    row = EvidenceRow(1, "", None, "", {})
    assert ("yes", "Sí") in asked(row, "randomized", None).choices


def test_a_change_to_nothing_is_told_in_spanish(spanish: None, qtbot: QtBot) -> None:
    value = StudyValue("Norway", (), 0.9, "rule:test/1")
    note = ChangesNote(CardChanges(1, (FieldChange("country", (value,), ()),), True))
    qtbot.addWidget(note)
    assert "nada" in [part.text() for part in note.findChildren(QLabel)]


def test_there_is_help_in_spanish_with_all_that_the_english_one_has(spanish: None) -> None:
    assert help_text().startswith("# Leer con Studywire")
    both = [resource(name).read_text("utf-8") for name in ("help.md", "help.es.md")]
    for pattern in (r"^## ", r"^- ", r"`[^`]+:[^`]+`"):
        one, other = (re.findall(pattern, text, re.M) for text in both)
        assert len(one) == len(other), pattern
    assert sorted(re.findall(r"\{\w+\}", both[0])) == sorted(re.findall(r"\{\w+\}", both[1]))


def test_numbers_in_sentences_are_the_languages_too(spanish: None) -> None:
    assert number(12_345) == "12.345"
    assert number(2.5, ".1f") == "2,5"
    assert tr("{total:,} new", total=12_345).startswith("12.345")
    assert tr("{count}", count="12,345") == "12,345"


def test_values_of_the_card_are_read_in_spanish(spanish: None) -> None:
    def said(field: str, value: str | int, **details: Any) -> str:
        return shown(field, StudyValue(value, (), 0.9, "rule:test/1", "stated", details))

    assert said("sample_size", 14_812, unit="adults") == "14.812 adults"
    assert said("follow_up", "a while", min_years=2.0, max_years=2.5) == "a while (24–30 meses)"
    assert said("follow_up", "a while", min_years=2.25, max_years=7.6) == "a while (2,2–7,6 a)"
    assert said("publication_date", "2026-08-05").startswith("5 ago")
    assert said("phase", "III") == "Fase III"
    assert said("investigators", "Amara Osei", et_al=True) == "Amara Osei y colaboradores"
    assert said("condition", "none of 1,234") == "none of 1,234"


def test_keys_are_called_as_the_language_calls_them(qapp: QApplication) -> None:
    english = native("Shift+F7")
    speak(qapp, "es")
    spanish = native("Shift+F7")
    fall_silent(qapp)
    assert (english, native("Shift+F7")) == ("Shift+F7", "Shift+F7")
    assert spanish != english


def test_why_there_is_no_feed_is_said_in_spanish(
    spanish: None, open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    dialog = window.feed_deeds.subscribe_dialog()
    qtbot.addWidget(dialog)
    dialog.type_address("https://example.org/x https://example.net/y")
    dialog.look()
    settle(qtbot, window)
    lines = dialog.words.split("\n")
    assert len(lines) == 2
    dialog.type_address("ftp://example.org/x")
    dialog.look()
    settle(qtbot, window)
    assert dialog.words.startswith("Studywire solo sigue direcciones web")


def test_a_mistake_offers_its_report_in_spanish_too(spanish: None, window: MainWindow) -> None:
    window.panes.status.say(tr(MISTAKE), trouble=True)
    reports = [b for b in window.panes.status.findChildren(QPushButton) if b.text() == "Informe…"]
    assert [button.isVisibleTo(window) for button in reports] == [True]


def test_the_report_on_a_refresh_is_in_spanish(spanish: None, qtbot: QtBot) -> None:
    said = {"feed": "x", "title": "x", "new": 1_234, "updated": 2, "error": None, "why": None}
    error = "a.org gave up waiting. Try again later. (HTTP 408)"
    reports = [{**said, "status": "ok"}, {**said, "status": "error", "error": error}]
    report = RefreshReport(reports)
    qtbot.addWidget(report)
    (table,) = report.findChildren(QTableWidget)
    model = table.model()
    cells = [[str(model.index(row, at).data()) for at in (1, 2)] for row in range(2)]
    assert cells[0][1].startswith("a.org se cansó de esperar.")
    assert cells[1] == ["1234", "Leída. Actualizados: 2 artículos"]
