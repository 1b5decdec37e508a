"""Asking the archive in the window: what is typed, chips, facets, searches and rules that are kept."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from reader.desktop.search.save_dialog import SaveDialog
from reader.desktop.search.search_bar import SearchBar
from reader.desktop.window import MainWindow
from reader.model.query import ArticleQuery
from tests.desktop.conftest import Open, settle
from tests.desktop.test_window import titles


def ask(qtbot: QtBot, window: MainWindow, words: str) -> list[str]:
    window.panes.search.write(words)
    settle(qtbot, window)
    return titles(window)


def choose(qtbot: QtBot, window: MainWindow, field: str, text: str) -> None:
    buttons = {b.row.text: b for b in window.panes.facets.buttons(field)}
    qtbot.mouseClick(buttons[text], Qt.MouseButton.LeftButton)
    wait_for_facets(qtbot, window)


def wait_for_facets(qtbot: QtBot, window: MainWindow) -> None:
    settle(qtbot, window)
    qtbot.wait(200)
    settle(qtbot, window)


def test_a_query_is_explained_and_its_parts_can_be_taken_away(
    window: MainWindow, qtbot: QtBot
) -> None:
    strip = window.panes.strip
    assert not strip.isVisible()
    found = ask(qtbot, window, "design:any n>=20 -is:starred")
    assert found
    assert strip.isVisible()
    assert strip.sentence == "Design stated · at least 20 participants · not starred"
    assert [chip.text() for chip in strip.chips] == strip.sentence.lower().split(" · ")
    qtbot.mouseClick(strip.chips[1], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.panes.search.text() == "design:any -is:starred"
    assert len(titles(window)) >= len(found)
    ask(qtbot, window, "")
    assert not strip.isVisible()


def test_what_is_typed_can_be_taken_away_with_a_click(window: MainWindow, qtbot: QtBot) -> None:
    search = window.panes.search
    glass = search.findChildren(QToolButton)
    search.setFocus()
    qtbot.keyClicks(search, "sleep")
    (clear,) = set(search.findChildren(QToolButton)) - set(glass)
    assert clear.isVisible()
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert search.text() == ""
    settle(qtbot, window)


def test_what_one_chip_says_is_not_said_twice(window: MainWindow, qtbot: QtBot) -> None:
    strip = window.panes.strip
    for words in ("study ", "design:any"):
        ask(qtbot, window, words)
        assert [chip.isVisible() for chip in strip.chips] == [True]
        assert strip.sentence == ""
    ask(qtbot, window, "study sort:n ")
    assert strip.sentence == "“study” · most participants first"


def test_trouble_is_said_when_typing_rests_and_mended_with_a_click(
    window: MainWindow, qtbot: QtBot
) -> None:
    strip = window.panes.strip
    window.panes.search.write("desing:any ")
    assert strip.trouble == ""
    settle(qtbot, window)
    qtbot.waitUntil(lambda: strip.trouble.startswith("“desing:” is not a field"), timeout=3000)
    strip.mend()
    settle(qtbot, window)
    assert window.panes.search.text() == "design:any "
    assert titles(window)


def test_a_search_says_that_it_looks_in_all_articles_wherever_one_stands(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_["go_starred"].trigger()
    settle(qtbot, window)
    said = [label for label in window.findChildren(QLabel) if label.text() == "In all articles:"]
    assert [label.isVisible() for label in said] == [False]
    ask(qtbot, window, "n>=20")
    assert window.panes.sidebar.place
    assert window.panes.sidebar.place.key == "starred"
    assert [label.isVisible() for label in said] == [True]
    ask(qtbot, window, "")
    assert [label.isVisible() for label in said] == [False]


def test_what_is_left_over_is_taken_away_with_a_click(window: MainWindow, qtbot: QtBot) -> None:
    strip = window.panes.strip
    ask(qtbot, window, "study OR")
    qtbot.waitUntil(lambda: strip.trouble == "OR needs something on its right.", timeout=3000)
    strip.mend()
    settle(qtbot, window)
    assert window.panes.search.text() == "study"
    ask(qtbot, window, "design:()")
    qtbot.waitUntil(lambda: strip.trouble.startswith("The brackets are empty"), timeout=3000)
    strip.mend()
    settle(qtbot, window)
    assert window.panes.search.text() == ""
    assert not strip.isVisible()


def test_good_results_stay_while_what_is_typed_makes_no_sense_yet(
    window: MainWindow, qtbot: QtBot
) -> None:
    before = ask(qtbot, window, "n>=20")
    assert ask(qtbot, window, "n>=20 followup:>=") == before
    assert window.panes.list.query == ArticleQuery(words="n>=20")


def focused_box(window: MainWindow, qtbot: QtBot) -> SearchBar:
    window.activateWindow()
    window.panes.search.setFocus()
    qtbot.waitUntil(window.panes.search.hasFocus)
    return window.panes.search


def test_suggestions_complete_a_field_and_its_value(window: MainWindow, qtbot: QtBot) -> None:
    box = focused_box(window, qtbot)
    qtbot.keyClicks(box, "des")
    settle(qtbot, window)
    assert box.completions.texts == ["design:"]
    focused_box(window, qtbot)
    box.completions.chosen.emit("design:")
    settle(qtbot, window)
    assert box.text() == "design:"
    qtbot.waitUntil(lambda: "cohort" in box.completions.texts)
    box.completions.chosen.emit("cohort")
    assert (box.text(), box.cursorPosition()) == ("design:cohort ", 14)
    qtbot.waitUntil(lambda: window.panes.list.query.words == "design:cohort ")


def test_suggestions_go_on_while_their_list_counts_as_the_active_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = focused_box(window, qtbot)
    qtbot.keyClicks(box, "des")
    settle(qtbot, window)
    monkeypatch.setattr(box, "hasFocus", lambda: False)
    box.completions.chosen.emit("design:")
    settle(qtbot, window)
    assert "cohort" in box.completions.texts
    box.completions.hide()
    box.suggest(fully=True)
    settle(qtbot, window)
    assert not box.completions.is_shown


def test_an_empty_box_offers_what_was_searched_for_before(window: MainWindow, qtbot: QtBot) -> None:
    box = focused_box(window, qtbot)
    qtbot.keyClicks(box, "n>=20 ")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    settle(qtbot, window)
    box.setFocus()
    box.clear()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: box.completions.texts[:1] == ["n>=20"])
    box.completions.chosen.emit("n>=20")
    qtbot.waitUntil(lambda: window.panes.list.query.words == "n>=20 ")
    window.searching.forget_searches()
    box.clear()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: box.completions.texts[:1] == ["title:"])


def test_facets_divide_the_results_and_write_the_query(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["go_all"].trigger()
    window.actions_["toggle_facets"].trigger()
    wait_for_facets(qtbot, window)
    facet = designs(window)
    one, other, *_ = [text for text, count in facet.items() if text != "none" and count]
    choose(qtbot, window, "design", one)
    assert window.panes.search.text() == f"design:{one}"
    assert len(titles(window)) == facet[one]
    assert designs(window) == facet
    choose(qtbot, window, "design", other)
    assert window.panes.search.text() == f"(design:{one} OR design:{other})"
    assert len(titles(window)) == facet[one] + facet[other]
    choose(qtbot, window, "design", one)
    choose(qtbot, window, "design", other)
    assert window.panes.search.text() == ""


def designs(window: MainWindow) -> dict[str, int]:
    buttons = window.panes.facets.buttons("design")
    return {button.row.text: button.row.count for button in buttons if button.row.text}


def test_a_search_is_kept_in_the_sidebar_with_its_count(window: MainWindow, qtbot: QtBot) -> None:
    found = ask(qtbot, window, "n>=20")
    dialog = window.keeping.save_dialog()
    assert dialog
    dialog.write("  ")
    dialog.accept()
    assert dialog.trouble.startswith("A saved search needs a name")
    dialog.write("Larger ones")
    dialog.accept()
    settle(qtbot, window)
    assert dialog.result() == SaveDialog.DialogCode.Accepted
    place = window.panes.sidebar.place
    assert place
    assert place.title == "Larger ones"
    window.keeping.count()
    settle(qtbot, window)
    place = window.panes.sidebar.place
    assert place
    assert place.count == len(found)
    window.actions_["go_all"].trigger()
    settle(qtbot, window)
    assert window.panes.search.text() == ""
    window.panes.sidebar.choose(place.key)
    settle(qtbot, window)
    assert window.panes.search.text() == "n>=20"
    assert titles(window) == found
    window.panes.sidebar.search_wanted.emit("remove", place.key.removeprefix("search:"))
    assert not window.panes.session.store.searches.all()
    window.actions_["undo"].trigger()
    assert window.panes.session.store.searches.all()


def test_a_broken_search_is_shown_as_broken(window: MainWindow, qtbot: QtBot) -> None:
    ask(qtbot, window, "search:gone")
    dialog = window.keeping.save_dialog()
    assert dialog
    dialog.write("Broken")
    dialog.accept()
    settle(qtbot, window)
    place = window.panes.sidebar.place
    assert place
    assert place.trouble == "There is no saved search “gone”."


def test_a_rule_is_tried_kept_run_and_undone(window: MainWindow, qtbot: QtBot) -> None:
    found = ask(qtbot, window, "n>=20")
    dialog = window.keeping.rules_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, window)
    assert dialog.matches.endswith(f"Would match {len(found):,} of 12 articles.")
    assert not dialog.save()
    assert dialog.trouble.startswith("A rule needs a name")
    dialog.write("Larger", "n>=20", "larger", star=True, active=True)
    dialog.run()
    store = window.panes.session.store
    assert store.tags.counts() == [("larger", len(found))]
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    about = window.panes.side.about.findChildren(QLabel, "fieldValue")
    assert "larger (by the rule “Larger”)" in [label.text() for label in about]
    window.actions_["undo"].trigger()
    assert store.tags.counts() == []
    assert [rule.name for rule in store.rules.all()] == ["Larger"]
    dialog.remove()
    assert store.rules.all() == []


@pytest.mark.parametrize("words", ["\ud800", "x" * 10_000, "(" * 500, "\0", '"' * 99])
def test_what_nobody_types_does_no_harm(window: MainWindow, qtbot: QtBot, words: str) -> None:
    ask(qtbot, window, words.replace("\0", " "))
    assert window.panes.status.message == ""


def test_while_another_program_writes_one_searches_on_and_is_told(
    window: MainWindow, qtbot: QtBot
) -> None:
    store, status = window.panes.session.store, window.panes.status
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        found = ask(qtbot, window, "study n>=20")
        assert found
        window.panes.list.choose_row(0)  # reading it would be written down
        settle(qtbot, window)
        assert window.panes.opened.article
        assert "Another program is writing" in status.message
        assert ask(qtbot, window, "n>=20")
        other.execute("rollback")
    window.panes.list.choose_row(0)
    window.actions_["toggle_star"].trigger()
    settle(qtbot, window)
    assert store.stars.count() == 1


def test_escape_in_the_search_box_leads_back_to_the_first_screen(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    window.actions_["search"].trigger()
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert window.panes.first_run.isAncestorOf(window.focusWidget() or window)
