"""The preferences: found by their words, in force at once, and keys that cannot clash unseen."""

import socket
from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from reader.desktop import read_marks
from reader.desktop.actions import DEED, DEEDS
from reader.desktop.keymap import Keymap
from reader.desktop.preferences.preferences_dialog import PreferencesDialog
from reader.desktop.preferences.rows import PREFERENCES, SECTIONS
from reader.desktop.window import MainWindow
from reader.model.settings import Settings
from reader.operations.remapping import remapped
from reader.operations.setting import set_one
from tests.desktop.conftest import Open, settle


def dialog_of(qtbot: QtBot, window: MainWindow) -> PreferencesDialog:
    dialog = window.setting.preferences_dialog()
    dialog.show()
    return dialog


def set_(window: MainWindow, name: str, value: str | int) -> None:
    window.panes.session.apply(set_one(window.panes.session.store, name, value))


def test_every_preference_is_a_setting_with_a_sentence() -> None:
    fields = set(Settings.__slots__)
    for row in PREFERENCES:
        assert row.name in fields
        assert row.section in SECTIONS
        assert row.sentence.endswith(".")


def test_what_is_typed_is_found_in_every_section(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, window)
    dialog.search.setText("size")
    shown = {name for name, row in dialog.rows.items() if row.isVisible()}
    assert shown == {"interface_size", "text_size", "line_height"}
    dialog.search.setText("zymurgy")
    assert not any(row.isVisible() for row in dialog.rows.values())
    dialog.search.setText("evidence table")
    assert dialog.keys.isVisible()
    dialog.search.clear()
    assert {row.preference.section for row in dialog.rows.values() if row.isVisible()} == {
        SECTIONS[0]
    }


def test_type_changes_in_the_open_article_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    view = window.panes.reading.view
    dialog = dialog_of(qtbot, window)
    box = dialog.rows["text_size"].control
    assert isinstance(box, QSpinBox)
    box.setValue(24)
    assert view.typography.size == 24
    assert view.document().defaultFont().pixelSize() == 24
    dialog.wanted.emit("line_height", 180)
    dialog.wanted.emit("font", "DejaVu Sans")
    assert view.typography.line_height == 180
    assert view.typography.font.families()[0] == "DejaVu Sans"
    before = view.document().rootFrame().frameFormat().leftMargin()
    dialog.wanted.emit("measure", 45)
    assert view.document().rootFrame().frameFormat().leftMargin() >= before
    assert window.panes.session.store.settings.all().text_size == 24


def test_colours_follow_the_box_and_the_menu_follows_into_the_box(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = dialog_of(qtbot, window)
    dialog.wanted.emit("theme", "sepia")
    assert window.panes.theme.colours.page == "#f8f0df"
    window.actions_["theme_dark"].trigger()
    box = dialog.rows["theme"].control
    assert isinstance(box, QComboBox)
    assert box.currentData() == "dark"
    assert window.panes.theme.is_dark


def test_the_size_of_lists_and_menus_changes(window: MainWindow, qtbot: QtBot) -> None:
    before = window.panes.list.view.verticalHeader().defaultSectionSize()
    set_(window, "interface_size", 200)
    qtbot.waitUntil(
        lambda: window.panes.list.view.verticalHeader().defaultSectionSize() > before * 1.5,
        timeout=20_000,
    )
    set_(window, "interface_size", 100)
    assert window.panes.list.view.verticalHeader().defaultSectionSize() == before


def test_a_preference_that_does_not_count_now_is_off(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, window)
    assert not dialog.rows["mark_read_seconds"].isEnabled()
    dialog.wanted.emit("mark_read", "after")
    assert dialog.rows["mark_read_seconds"].isEnabled()


def unread(window: MainWindow) -> int:
    return window.panes.session.store.feeds.counts()[0]


def test_articles_are_read_at_once_after_a_while_or_by_hand(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    assert unread(window) == 11
    set_(window, "mark_read", "by_hand")
    window.panes.list.choose_row(1)
    settle(qtbot, window)
    assert unread(window) == 11
    window.actions_["toggle_read"].trigger()
    assert unread(window) == 10
    set_(window, "mark_read", "after")
    set_(window, "mark_read_seconds", 1)
    window.panes.list.choose_row(2)
    assert unread(window) == 10
    qtbot.waitUntil(lambda: unread(window) == 9, timeout=20_000)


def test_going_through_the_list_with_a_screen_reader_is_no_reading(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_marks, "is_read_aloud", lambda: True)
    window.panes.list.view.setFocus()
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    assert unread(window) == 12
    window.actions_["focus_article"].trigger()
    settle(qtbot, window)
    assert unread(window) == 11


@pytest.mark.parametrize(
    ("name", "key", "clash"),
    [
        ("toggle_star", "S", []),
        ("toggle_star", "Z", []),
        ("toggle_star", "J", ["next_article"]),
        ("toggle_star", "G", ["go_inbox", "go_starred"]),
        ("toggle_star", "G, S", ["go_starred"]),
        ("toggle_star", "J, K", ["next_article"]),
        ("toggle_star", "Ctrl+,", ["preferences"]),
        ("toggle_star", "Ctrl+., B", []),
    ],
)
def test_a_key_clashes_with_its_like_and_with_what_it_begins(
    name: str, key: str, clash: list[str]
) -> None:
    found = Keymap().clashes(name, key)
    assert set(clash) <= set(found)
    assert bool(found) == bool(clash)


def test_every_usual_key_is_free_of_clashes() -> None:
    keymap = Keymap()
    clashes = {
        deed.name: found
        for deed in DEEDS
        for key in deed.keys
        if (found := keymap.clashes(deed.name, key))
    }
    assert clashes == {}


def press(window: MainWindow, dialog: PreferencesDialog, name: str, key: str) -> None:
    dialog.keys.choose(name)
    dialog.keys.edit.setKeySequence(QKeySequence(key))


def test_a_key_is_taken_over_only_after_saying_whose_it_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = dialog_of(qtbot, window)
    press(window, dialog, "toggle_read", "S")
    assert "“Star”" in dialog.keys.words.text()
    assert dialog.keys.set_button.text() == "Take it over"
    dialog.keys.set_button.click()
    assert window.actions_.key("toggle_read") == "S"
    assert window.actions_.key("toggle_star") == ""
    assert "(S)" in window.actions_["toggle_read"].toolTip()
    assert "(" not in window.actions_["toggle_star"].toolTip()
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
    window.panes.list.view.setFocus()
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    qtbot.keyClick(window.panes.list.view, "s")
    assert unread(window) == 12
    assert window.panes.session.store.stars.count() == 0


def test_changed_keys_are_kept_undone_and_reset(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    dialog = dialog_of(qtbot, window)
    press(window, dialog, "toggle_star", "Ctrl+Alt+S")
    dialog.keys.set_button.click()
    window.close()
    again = open_window()
    assert again.actions_.key("toggle_star") == "Ctrl+Alt+S"
    dialog = dialog_of(qtbot, again)
    dialog.keys.choose("toggle_star")
    dialog.keys.reset_button.click()
    assert again.actions_.key("toggle_star") == "S"
    again.actions_["undo"].trigger()
    assert again.actions_.key("toggle_star") == "Ctrl+Alt+S"
    dialog.keys.reset_wanted.emit()
    assert again.actions_.key("toggle_star") == "S"
    assert remapped(again.panes.session.store) == {}


def test_usual_keys_are_taken_back_from_whoever_has_them(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, window)
    press(window, dialog, "toggle_read", "S")
    dialog.keys.set_button.click()
    dialog.keys.choose("toggle_star")
    dialog.keys.reset_button.click()
    assert window.actions_.key("toggle_star") == "S"
    assert window.actions_.key("toggle_read") == ""
    assert window.setting.keymap.clashes("toggle_star", "S") == []


def test_the_sheet_of_keys_shows_those_that_hold(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, window)
    press(window, dialog, "toggle_star", "Ctrl+Alt+S")
    dialog.keys.set_button.click()
    sheet = window.setting.key_sheet()
    qtbot.addWidget(sheet)
    words = [label.text() for label in sheet.findChildren(type(dialog.tested))]
    assert "Ctrl+Alt+S" in words
    assert DEED["toggle_star"].keys[0] not in words


def test_the_model_is_tried_and_what_came_of_it_is_said(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of(qtbot, window)
    assert not dialog.test.isEnabled()
    dialog.wanted.emit("language_model", "http://127.0.0.1:1")
    assert dialog.test.isEnabled()
    dialog.test_wanted.emit()
    settle(qtbot, window)
    assert dialog.tested.text().startswith("No language model answers at 127.0.0.1:1.")
    told: Callable[[object], str] = lambda model: "little answered in 0.1 s."  # noqa: E731
    monkeypatch.setattr("reader.operations.asking.try_model", told)
    dialog.test_wanted.emit()
    settle(qtbot, window)
    assert dialog.tested.text() == "little answered in 0.1 s."


def test_without_a_model_asking_says_where_to_set_one(window: MainWindow, qtbot: QtBot) -> None:
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    window.actions_["ask_model"].trigger()
    assert "Preferences" in window.panes.status.message


def test_the_model_is_asked_one_thing_at_a_time(window: MainWindow, qtbot: QtBot) -> None:
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        window.setting.preferences_dialog().wanted.emit("language_model", address)
        window.actions_["ask_model"].trigger()
        window.actions_["ask_model"].trigger()
        jobs = window.panes.jobs
        assert [job.title for job in jobs.running] == ["Asking the language model"]
        assert "already" in window.panes.status.message
        jobs.cancel(jobs.running[0])
        settle(qtbot, window)
