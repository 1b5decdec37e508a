"""A newcomer's way through the window, from the first start to finding a note again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reader.desktop.annotations.tag_dialog import TagDialog
from reader.desktop.window import MainWindow
from reader.model.feed import FoundFeed
from reader.model.query import ArticleQuery
from tests.desktop.conftest import Open, settle
from tests.fakes import Wire, item, rss


def open_titled(qtbot: QtBot, window: MainWindow, words: str) -> int:
    """Open the article whose title holds the words; its id."""
    rows = window.panes.session.store.articles.rows(window.panes.list.model.ids)
    (article_id,) = [row.id for row in rows.values() if words in row.title]
    window.panes.list.choose(article_id)
    qtbot.waitUntil(lambda: window.panes.opened.article is not None)
    settle(qtbot, window)
    return article_id


def select(window: MainWindow, words: str) -> None:
    article = window.panes.opened.article
    assert article
    start = article.content.text.index(words)
    window.panes.reading.view.select(start, start + len(words))


def press(qtbot: QtBot, window: MainWindow, key: str) -> None:
    """Press a key where one reads."""
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, key)
    settle(qtbot, window)


def titles(window: MainWindow) -> list[str]:
    ids = window.panes.list.model.ids
    rows = window.panes.session.store.articles.rows(ids)
    return [rows[i].title for i in ids]


def test_the_first_start_offers_four_ways_and_no_blank_pane(open_window: Open) -> None:
    window = open_window()
    assert window.panes.stack.currentWidget() is window.panes.first_run
    buttons = window.panes.first_run.findChildren(type(window.panes.list.empty.button))
    assert [button.text() for button in buttons] == [
        "Try with sample articles",
        "Choose feeds by field…",
        "Add a feed or site address…",
        "Import OPML…",
    ]


def test_from_samples_to_a_note_found_again_after_a_restart(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    qtbot.mouseClick(window.panes.first_run.focusProxy(), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert len(window.panes.list.model.ids) == 12
    article_id = open_titled(qtbot, window, "heart failure")
    look_at_evidence(window)
    annotation_id = highlight_and_note(qtbot, window, article_id)
    window.close()  # in the same second: the note is kept

    again = open_window()
    notes = [m.note.text for m in again.panes.session.store.annotations.of(article_id) if m.note]
    assert notes == ["ask about zebrafish"]
    assert again.panes.session.store.notes.of_annotation(annotation_id) is None
    tag_it(qtbot, again, monkeypatch)
    for words in ("zebrafish", "cardio", "oravexilan hospital"):
        again.panes.search.setText(words)
        qtbot.waitUntil(lambda w=words: again.panes.list.query.words == w)  # type: ignore[misc]
        settle(qtbot, again)
        assert article_id in again.panes.list.model.ids, words


def look_at_evidence(window: MainWindow) -> None:
    """Choose a value on the card: its sentence is marked."""
    opened, card = window.panes.opened, window.panes.opened.card
    assert card
    field = next(iter(card.values))
    opened.choose_value(field, 0)
    spans = card.values[field][0].evidence
    assert window.panes.reading.view.passages.chosen == tuple((s.start, s.end) for s in spans)


def highlight_and_note(qtbot: QtBot, window: MainWindow, article_id: int) -> str:
    """Highlight one word, another with a note that is still being written; the first one's id."""
    panes = window.panes
    panes.reading.view.setFocus()
    select(window, "oravexilan")
    press(qtbot, window, "h")
    (row,) = panes.session.store.annotations.of(article_id)
    assert row.annotation.quote.exact == "oravexilan"
    assert panes.reading.view.passages.marked == (row,)
    select(window, "heart failure")
    press(qtbot, window, "a")
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "ask about zebrafish")
    return row.annotation.id


def tag_it(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TagDialog, "exec", lambda dialog: dialog.tag_wanted.emit("cardio/later"))
    window.actions_["go_all"].trigger()
    settle(qtbot, window)
    open_titled(qtbot, window, "heart failure")
    window.actions_["tag"].trigger()
    assert window.panes.session.store.tags.counts() == [("cardio/later", 1)]


def test_clicking_marked_words_shows_their_field(window: MainWindow, qtbot: QtBot) -> None:
    open_titled(qtbot, window, "night-shift")
    view = window.panes.reading.view
    evidence = view.passages.evidence[0]
    view.reveal(evidence.start, evidence.end)
    with qtbot.waitSignal(view.evidence_chosen) as seen:
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=place(window, evidence.start)
        )
    field, at = seen.args
    shown = view.passages.evidence_at(evidence.start)
    assert shown
    assert (field, at) == (shown.field, shown.place)
    assert window.panes.side.card.chosen == (field, at)


def place(window: MainWindow, offset: int) -> QPoint:
    """Where a character of the open article stands in the viewport."""
    view = window.panes.reading.view
    view.select(offset, offset + 2)
    rect = view.selection_rect()
    view.clear_selection()
    return QPoint(round(rect.left()) + 3, round(rect.center().y()))


def test_keys_move_mark_and_star(window: MainWindow, qtbot: QtBot) -> None:
    panes = window.panes
    panes.list.view.setFocus()
    press(qtbot, window, "j")
    press(qtbot, window, "j")
    assert panes.list.view.currentIndex().row() == 1
    press(qtbot, window, "k")
    assert panes.list.view.currentIndex().row() == 0
    first = panes.list.current_id()
    press(qtbot, window, "s")
    assert panes.session.store.stars.among([first]) == {first}
    press(qtbot, window, "m")
    assert panes.session.store.read_marks.among([first]) == set()
    press(qtbot, window, "n")
    assert panes.list.view.currentIndex().row() == 2  # the second was read on the way
    press(qtbot, window, "p")
    assert panes.list.current_id() == first
    window.actions_["undo"].trigger()
    window.actions_["undo"].trigger()
    assert panes.session.store.stars.count() == 0


def test_space_reads_on_to_the_next_unread(window: MainWindow, qtbot: QtBot) -> None:
    panes = window.panes
    panes.list.view.setFocus()
    for _ in range(60):
        press(qtbot, window, " ")
        if panes.session.store.feeds.counts()[0] == 0:
            break
    assert panes.session.store.feeds.counts()[0] == 0


def test_letters_are_letters_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    open_titled(qtbot, window, "night-shift")
    window.panes.search.setFocus()
    qtbot.keyClicks(window.panes.search, "smj")
    assert window.panes.search.text() == "smj"
    assert window.panes.session.store.stars.count() == 0


def test_a_search_without_a_result_says_so_and_offers_a_way_out(
    window: MainWindow, qtbot: QtBot
) -> None:
    panes = window.panes
    panes.search.setText("zymurgy quux")
    qtbot.waitUntil(lambda: panes.list.empty.isVisible())
    assert panes.list.empty.sentence == "Nothing matches “zymurgy quux”."
    qtbot.mouseClick(panes.list.empty.button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert len(panes.list.model.ids) == 12
    assert panes.search.text() == ""


def test_escape_leaves_the_search_for_the_place(window: MainWindow, qtbot: QtBot) -> None:
    panes = window.panes
    panes.search.setFocus()
    qtbot.keyClicks(panes.search, "sleep")
    qtbot.waitUntil(lambda: panes.list.query == ArticleQuery(words="sleep"))
    qtbot.keyClick(panes.search, Qt.Key.Key_Escape)
    assert panes.list.query == ArticleQuery(unread=True)
    assert QApplication.focusWidget() is panes.list.view


def test_marking_all_read_is_one_step_back(window: MainWindow, qtbot: QtBot) -> None:
    store = window.panes.session.store
    window.actions_["mark_all_read"].trigger()
    settle(qtbot, window)
    assert store.feeds.counts() == (0, 12)
    assert window.panes.status.message == "Mark 12 articles read"
    window.panes.status.undo_wanted.emit()
    assert store.feeds.counts() == (12, 12)


def test_adding_a_feed_looks_subscribes_and_fetches(open_window: Open, qtbot: QtBot) -> None:
    feed = rss(item(1), item(2), title="Society News")
    wire = Wire({"https://example.org/feed.xml": feed})
    window = open_window(wire)
    dialog = window.feed_deeds.subscribe_dialog()
    qtbot.addWidget(dialog)
    dialog.type_address("example.org/feed.xml")
    dialog.look()
    qtbot.waitUntil(lambda: dialog.words == "This feed was found.")
    dialog.accept_chosen()
    settle(qtbot, window)
    (followed,) = window.panes.session.store.feeds.all()
    assert (followed.title, followed.total) == ("Society News", 2)
    assert window.panes.status.message == "2 new"
    assert titles(window) == ["Article 1", "Article 2"]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_an_address_without_a_feed_stays_and_is_explained(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(Wire({}))
    dialog = window.feed_deeds.subscribe_dialog()
    qtbot.addWidget(dialog)
    dialog.type_address("example.org")
    dialog.look()
    qtbot.waitUntil(lambda: not dialog.words.startswith("Looking"))
    assert dialog.address == "example.org"
    assert dialog.words.endswith(".")
    assert window.panes.session.store.feeds.all() == []


def test_a_failing_feed_is_told_with_details(open_window: Open, qtbot: QtBot) -> None:
    wire = Wire({"https://example.org/feed.xml": rss(item(1))})
    window = open_window(wire)
    found = FoundFeed("https://example.org/feed.xml", "News", "RSS 2.0", 1)
    window.feed_deeds.subscribe_to([found], "example.org")
    settle(qtbot, window)
    wire.answers.clear()
    window.actions_["refresh_all"].trigger()
    settle(qtbot, window)
    assert window.panes.status.message == "Nothing new · 1 feed needs a look"
    for _ in range(2):
        window.actions_["refresh_all"].trigger()
        settle(qtbot, window)
    place = window.panes.sidebar.place
    assert place
    assert place.trouble == "Nothing is there."
    assert window.panes.session.store.articles.total() == 1


def test_links_open_nothing_but_the_web(
    window: MainWindow, qtbot: QtBot, opened: list[str]
) -> None:
    view = window.panes.reading.view
    for address in ("file:///etc/passwd", "javascript:alert(1)", "qrc:/x", "data:text/html,x"):
        view.link_chosen.emit(address)
    assert opened == []
    view.link_chosen.emit("https://example.org/a")
    assert opened == ["https://example.org/a"]
    view.link_chosen.emit("mailto:press@example.org?subject=x")
    assert QGuiApplication.clipboard().text() == "press@example.org"
    assert len(opened) == 1


def test_text_size_and_colours_are_kept(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.actions_["larger_text"].trigger()
    window.actions_["theme_dark"].trigger()
    assert window.panes.theme.is_dark
    window.close()
    settings = open_window().panes.session.store.settings.all()
    assert (settings.text_size, settings.theme) == (19, "dark")


def test_the_window_opens_where_it_was_left(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.panes.first_run.samples_wanted.emit()
    settle(qtbot, window)
    window.actions_["go_all"].trigger()
    window.close()
    place = open_window().panes.sidebar.place
    assert place
    assert place.key == "all"


def test_unsubscribing_can_be_undone_and_loses_nothing(window: MainWindow, qtbot: QtBot) -> None:
    store = window.panes.session.store
    (feed,) = store.feeds.all()
    window.panes.sidebar.unsubscribe_wanted.emit(feed.id)
    settle(qtbot, window)
    assert store.feeds.all() == []
    assert store.articles.total() == 12
    window.actions_["undo"].trigger()
    assert [f.title for f in store.feeds.all()] == ["Studywire samples"]
