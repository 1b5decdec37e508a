"""One study in many outlets is one row; reading one reads all; people have the last word."""

from pytestqt.qtbot import QtBot

from reader.desktop.window import MainWindow
from tests.desktop.conftest import Open, settle
from tests.desktop.test_window import titles
from tests.fakes import Wire, item, rss

WORDS = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(90))


def opened(qtbot: QtBot, open_window: Open) -> MainWindow:
    """Three feeds; two of them tell the same."""
    texts = {"one": f"{WORDS} 410 people", "two": f"{WORDS} 401 people", "three": "Something else."}
    answers = {
        f"https://{name}.example.org/feed.xml": rss(item(n, text), title=f"The {name}")
        for n, (name, text) in enumerate(texts.items(), 1)
    }
    window = open_window(Wire(dict(answers)))
    for address in answers:
        dialog = window.feed_deeds.subscribe_dialog()
        qtbot.addWidget(dialog)
        dialog.type_address(address)
        dialog.look()
        qtbot.waitUntil(lambda d=dialog: d.words == "This feed was found.")  # type: ignore[misc]
        dialog.accept_chosen()
        settle(qtbot, window)
    window.actions_["go_inbox"].trigger()
    settle(qtbot, window)
    return window


def test_a_story_is_one_row_and_is_read_as_one(open_window: Open, qtbot: QtBot) -> None:
    window = opened(qtbot, open_window)
    store = window.panes.session.store
    shown = titles(window)
    assert len(shown) == 2
    assert "Article 3" in shown
    row = next(n for n, title in enumerate(shown) if title != "Article 3")
    window.panes.list.choose_row(row)
    settle(qtbot, window)
    assert store.feeds.counts()[0] == 1
    window.panes.side.about.split_wanted.emit()
    settle(qtbot, window)
    window.actions_["go_all"].trigger()
    settle(qtbot, window)
    assert len(titles(window)) == 3
    window.panes.list.view.selectAll()
    window.actions_["join_stories"].trigger()
    settle(qtbot, window)
    assert len(titles(window)) == 1
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert len(titles(window)) == 3
