"""Words that tell a key follow what the user remaps; the table of actions is where keys come from."""

import re

import pytest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from reader.desktop.actions import DEED
from reader.desktop.evidence.keys import DOES, KEYS
from reader.desktop.help.documents import help_text
from reader.desktop.keys_in_use import native
from reader.desktop.window import MainWindow
from reader.operations.remapping import remap
from reader.resource import resource
from tests.desktop.conftest import settle


def give(window: MainWindow, qtbot: QtBot, name: str, *keys: str) -> None:
    session = window.panes.session
    session.do(remap(session.store, {name: keys}, "Keys"))
    settle(qtbot, window)


def tips_of(window: MainWindow) -> set[str]:
    """The tooltips of the bar for selected words."""
    return {button.toolTip() for button in window.panes.reading.bar.findChildren(QToolButton)}


def test_hints_on_buttons_follow_other_keys(window: MainWindow, qtbot: QtBot) -> None:
    tips = tips_of(window)
    assert f"Copy with citation ({native('Ctrl+Shift+C')})" in tips
    give(window, qtbot, "copy_quote", "Ctrl+7")
    tips = tips_of(window)
    assert f"Copy with citation ({native('Ctrl+7')})" in tips
    give(window, qtbot, "copy_quote")
    tips = tips_of(window)
    assert "Copy with citation" in tips


def test_the_card_tells_other_keys(window: MainWindow, qtbot: QtBot) -> None:
    give(window, qtbot, "accept_value", "Ctrl+J")
    window.panes.sidebar.choose("all")
    settle(qtbot, window)
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    card = window.panes.side.card
    row = next(row for row in card.rows if row.words.is_unchecked)
    assert any(native("Ctrl+J") in action.text() for action in row.menu().actions())


def test_the_help_tells_other_keys_and_the_menu_where_there_is_none(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert "**J** and **K** go" in help_text()
    give(window, qtbot, "next_article", "Ctrl+J")
    give(window, qtbot, "previous_article")
    assert f"**{native('Ctrl+J')}** and **“Previous article”** go" in help_text()


@pytest.mark.parametrize("name", ["help.md", "help.es.md"])
def test_every_key_in_the_help_is_one_of_an_action(name: str) -> None:
    text = resource(name).read_text("utf-8")
    named = re.findall(r"\{(\w+)\}", text)
    assert len(named) > 25
    assert [name for name in named if name not in DEED] == []


def test_the_sheet_of_keys_has_those_of_the_table(window: MainWindow) -> None:
    sheet = window.setting.key_sheet()
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert set(DOES) == set(KEYS.values())
    for (key, _), deed in KEYS.items():
        shown = words[words.index(DOES[deed], words.index("In the evidence table")) + 1]
        assert native(key.name.removeprefix("Key_").replace("Delete", "Del")) in shown
