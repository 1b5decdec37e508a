"""Tags in the window: tree, colours, keys, renaming, merging, deleting, and undo after a restart."""

import pytest
from pytestqt.qtbot import QtBot

from reader.desktop.feeds.tree_model import Place, look
from reader.desktop.window import MainWindow
from reader.model.searches import Rule
from reader.model.tag import TagInUse, TagPin
from reader.operations.ruling import run_rule, save_rule
from reader.operations.tagging import tag
from tests.desktop.conftest import Open, settle


@pytest.fixture
def tagged(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Three articles with tags, the first of them chosen."""
    session, ids = window.panes.session, list(window.panes.list.model.ids)
    for number, name in enumerate(("ms/relapse", "ms/drugs", "mice")):
        assert session.do(tag(session.store, ids[number : number + 2], name))
        settle(qtbot, window)  # what a change sets going writes, too
    window.panes.list.choose_row(0)
    return window


def tag_places(window: MainWindow) -> list[Place]:
    places = look(window.panes.session.store)
    return list(next(place for place in places if place.key == "tags").children)


def test_the_sidebar_has_tags_below_those_above_them(tagged: MainWindow, qtbot: QtBot) -> None:
    mice, ms = tag_places(tagged)
    assert (mice.title, mice.count, ms.title, ms.count) == ("mice", 2, "ms", 3)
    assert [(place.title, place.count) for place in ms.children] == [("drugs", 2), ("relapse", 2)]
    tagged.panes.sidebar.choose("tag:ms")
    settle(qtbot, tagged)
    assert len(tagged.panes.list.model.ids) == 3


def test_a_key_puts_a_tag_on_the_chosen_articles(tagged: MainWindow, qtbot: QtBot) -> None:
    window, store = tagged, tagged.panes.session.store
    window.actions_["tag_4"].trigger()
    assert window.panes.status.message.startswith("No tag has the key Ctrl+4 yet.")
    window.panes.sidebar.tag_wanted.emit("pin", "mice", "4")
    assert window.actions_["tag_4"].text() == "Tag “mice”"
    assert store.tag_pins.all() == [TagPin(4, "mice")]
    chosen = window.panes.list.selected_ids()
    window.actions_["tag_4"].trigger()
    assert "mice" in {row.name for row in store.tags.of(chosen)}
    window.actions_["tag_4"].trigger()
    assert "mice" not in {row.name for row in store.tags.of(chosen)}
    window.actions_["undo"].trigger()
    assert "mice" in {row.name for row in store.tags.of(chosen)}


def test_renaming_stays_at_the_tag(tagged: MainWindow, qtbot: QtBot) -> None:
    tagged.panes.sidebar.choose("tag:mice")
    settle(qtbot, tagged)
    tagged.tag_deeds.rename_to("mice", "Mouse")
    settle(qtbot, tagged)
    place = tagged.panes.sidebar.place
    assert place
    assert (place.title, place.count) == ("Mouse", 2)
    assert tagged.panes.status.message == "Rename tag “mice” to “Mouse”"


def test_the_dialog_says_before_whether_two_tags_merge(tagged: MainWindow, qtbot: QtBot) -> None:
    dialog = tagged.tag_deeds.rename_dialog("mice")
    qtbot.addWidget(dialog)
    assert dialog.words.startswith("Tags below it move along.")
    dialog.write("#MS/Drugs")
    assert dialog.words == "“ms/drugs” is on 2 articles already: the two become one tag."
    dialog.write("MICE")
    assert dialog.words.startswith("Tags below it move along.")


def test_all_tags_are_found_coloured_and_deleted(tagged: MainWindow, qtbot: QtBot) -> None:
    store, dialog = tagged.panes.session.store, tagged.tag_deeds.tags_dialog()
    qtbot.addWidget(dialog)
    assert dialog.names == ["mice", "ms", "ms/drugs", "ms/relapse"]
    dialog.find_tag("rel")
    assert dialog.names == ["ms/relapse"]
    dialog.find_tag("")
    tagged.tag_deeds.do("colour", "ms", "red")
    assert store.tags.in_use()[1] == TagInUse("ms", 3, "red")
    tagged.tag_deeds.do("delete", "ms", "")
    assert dialog.names == ["mice"]
    tagged.actions_["undo"].trigger()
    assert dialog.names == ["mice", "ms", "ms/drugs", "ms/relapse"]


def test_a_deleted_tag_comes_back_after_a_restart(
    tagged: MainWindow, open_window: Open, qtbot: QtBot
) -> None:
    before = tagged.panes.session.store.tags.in_use()
    tagged.tag_deeds.do("delete", "ms", "")
    tagged.close()
    again = open_window()
    assert again.panes.session.undo_stack.undoText() == "Delete tag “ms” from 3 articles"
    again.actions_["undo"].trigger()
    assert again.panes.session.store.tags.in_use() == before
    again.actions_["redo"].trigger()
    assert [tag.name for tag in again.panes.session.store.tags.in_use()] == ["mice"]


def test_undo_that_is_no_longer_possible_is_a_sentence(
    tagged: MainWindow, open_window: Open, qtbot: QtBot
) -> None:
    ids = list(tagged.panes.list.model.ids)[2:4]
    tagged.tag_deeds.do("delete", "mice", "")
    tagged.close()
    again = open_window()
    store = again.panes.session.store
    store.apply(tag(store, ids, "mice"))
    again.actions_["undo"].trigger()
    assert "changed in the meantime" in again.panes.status.message
    assert not again.panes.session.undo_stack.canUndo()


def test_tags_of_rules_are_kept_apart_from_ones_own(tagged: MainWindow, qtbot: QtBot) -> None:
    session = tagged.panes.session
    session.do(save_rule(session.store, Rule("", "Everything", "-zzz", tag="found")))
    session.do(run_rule(session.store, session.store.rules.all()[0]))
    dialog = tagged.tag_deeds.tag_dialog()
    assert dialog
    qtbot.addWidget(dialog)
    assert dialog.tags == ["ms/relapse", "found"]
    assert "by the rule “Everything”" in dialog.words


def test_tagging_without_an_article_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    window.panes.list.view.clearSelection()
    assert window.tag_deeds.tag_dialog() is None
    assert window.panes.status.message == "Choose an article first."
