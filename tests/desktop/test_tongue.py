"""The window in another language."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from reader.desktop.tongue import LANGUAGES, fall_silent, retold, speak, tr, words


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
