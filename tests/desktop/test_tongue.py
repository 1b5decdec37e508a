"""The window in another language."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from reader.desktop.evidence.pictures import Picture
from reader.desktop.tongue import LANGUAGES, fall_silent, retold, speak, tr, words
from reader.desktop.window import MainWindow
from tests.desktop.conftest import settle


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
    assert pictures.left.caption.startswith("Studies by time")
    pictures.right.show_as_table(on=True)
    for read, kind in (("País", "Country"), ("Enfermedad", "Condition"), ("Diseño", "Design")):
        pick(pictures.right, read)
        assert pictures.right.caption.startswith(kind)
        assert pictures.right.table.rowCount()
    buttons = window.keeping.rules_dialog().findChildren(QPushButton)
    assert {"Quitar", "Guardar"} <= {button.text() for button in buttons}


def pick(picture: Picture, words: str) -> None:
    """Choose what a picture shows in its menu, by what is read there."""
    menus = picture.findChildren(QMenu)
    (action,) = (action for menu in menus for action in menu.actions() if action.text() == words)
    action.trigger()
