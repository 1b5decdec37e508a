"""A file that the user named without its ending takes no other file's place unasked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reader.desktop.deeds.placing import with_ending


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("studies", "studies.csv"),
        ("studies.csv", "studies.csv"),
        ("studies.CSV", "studies.CSV"),
        ("trials.v2", "trials.v2.csv"),
    ],
)
def test_a_name_gets_its_ending(tmp_path: Path, qtbot: QtBot, typed: str, named: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert with_ending(window, str(tmp_path / typed), ".csv") == tmp_path / named


def test_nothing_chosen_is_no_place(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert with_ending(window, "", ".csv") is None


@pytest.mark.parametrize("agrees", [True, False])
def test_another_file_is_written_over_only_if_the_user_agrees(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, agrees: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    there = tmp_path / "studies.csv"
    there.write_text("precious")
    button = QMessageBox.StandardButton.Yes if agrees else QMessageBox.StandardButton.No
    asked: list[str] = []

    def question(parent: QWidget, title: str, words: str) -> QMessageBox.StandardButton:
        asked.append(words)
        return button

    monkeypatch.setattr(QMessageBox, "question", question)
    assert with_ending(window, str(tmp_path / "studies"), ".csv") == (there if agrees else None)
    assert asked == ["studies.csv is there already. Write over it?"]
