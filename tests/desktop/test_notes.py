"""Highlights and notes in the window: made, seen to, filtered, found again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.desktop.annotations.note_editor import NoteEditor
from reader.desktop.annotations.note_text import NoteText
from reader.desktop.reading.find_bar import occurrences
from reader.desktop.reading.marking import LINES, covered, seams
from reader.desktop.window import MainWindow
from reader.model.annotation import COLOURS, Marked
from reader.model.feed import Entry
from tests.conftest import entry
from tests.desktop.conftest import Open, settle
from tests.desktop.test_window import place as point_of
from tests.desktop.test_window import press, select

FIRST = (
    "<p>In all, 212 adults took part. The diet helped some of them.</p>"
    "<p>Nobody was harmed by it. The nurses of Aldane were pleased.</p>"
)


def arrives(window: MainWindow, qtbot: QtBot, said: Entry) -> int:
    """An entry comes in through a feed, as a refresh would bring it; the id of its article."""
    store = window.panes.session.store
    feed = store.feeds.all()[0]
    with store.writing():
        store.arrivals.merge(feed.id, [said], 1_780_000_000)
    row = store.connection().execute(
        "select id, revision_id from article where guid = ?", (said.guid,)
    )
    return int(row.fetchone()[0])


def opened(window: MainWindow, qtbot: QtBot, html: str = FIRST) -> int:
    article_id = arrives(window, qtbot, entry(900, "A diet of bees", html))
    window.panes.opened.show(article_id)
    settle(qtbot, window)
    return article_id


def mark(window: MainWindow, words: str, colour: str = "yellow") -> Marked:
    """Highlight words of the open article."""
    select(window, words)
    window.panes.reading.highlight_wanted.emit(colour)
    article = window.panes.opened.article
    assert article
    rows = window.panes.session.store.annotations.of(article.id)
    return next(row for row in rows if row.annotation.quote.exact == words)


def revise(window: MainWindow, qtbot: QtBot, html: str) -> None:
    """The publisher changes the open article; the window shows the new text."""
    arrives(window, qtbot, entry(900, "A diet of bees", html))
    article = window.panes.opened.article
    assert article
    window.panes.opened.close()
    window.panes.opened.show(article.id)
    settle(qtbot, window)


def rows(window: MainWindow) -> list[Marked]:
    article = window.panes.opened.article
    assert article
    return window.panes.session.store.annotations.of(article.id)


def test_a_digit_highlights_the_selected_words_in_its_colour(
    window: MainWindow, qtbot: QtBot
) -> None:
    opened(window, qtbot)
    window.panes.reading.view.setFocus()
    select(window, "212 adults")
    qtbot.keyClick(window.panes.reading.view, "3")
    (row,) = rows(window)
    assert (row.annotation.quote.exact, row.annotation.colour) == ("212 adults", COLOURS[2])
    assert window.panes.reading.view.selected() is None


def test_words_are_selected_and_highlighted_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    view = window.panes.reading.view
    window.actions_["caret"].trigger()
    assert view.has_caret
    select(window, "diet of")
    start = view.textCursor().selectionStart()
    view.clear_selection()
    cursor = view.textCursor()
    cursor.setPosition(start)
    view.setTextCursor(cursor)
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, window, "h")
    assert [row.annotation.quote.exact for row in rows(window)] == ["diet"]
    window.actions_["caret"].trigger()
    assert not view.has_caret


def test_clicking_overlapping_highlights_goes_through_them(
    window: MainWindow, qtbot: QtBot
) -> None:
    opened(window, qtbot)
    view = window.panes.reading.view
    long, short = (
        mark(window, "The diet helped some of them.", "green"),
        mark(window, "helped", "red"),
    )
    assert covered(view.passages.marked) == [(short.anchor.start, short.anchor.end, "green")]
    assert seams(view.passages.marked) == [short.anchor.start]
    point = point_of(window, short.anchor.start + 1)
    seen = []
    for _ in range(3):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        seen.append(window.panes.opened.active)
    ids = {short.annotation.id: "short", long.annotation.id: "long"}
    assert {ids[one] for one in seen[:2]} == {"short", "long"}
    assert seen[0] == seen[2]


def test_colours_are_told_by_lines_too_where_one_wants_it(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    mark(window, "212 adults", "blue")
    view = window.panes.reading.view
    (selection,) = view.extraSelections()
    before = selection.format.underlineStyle()
    window.actions_["underline_highlights"].trigger()
    (selection,) = view.extraSelections()
    after = selection.format.underlineStyle()
    assert (before, after) == (before.NoUnderline, LINES["blue"])
    assert len(set(LINES.values())) == len(COLOURS) == 6


def test_a_changed_text_is_told_and_left_so(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    mark(window, "212 adults took part")
    revise(window, qtbot, FIRST.replace("212", "221"))
    notes = window.panes.side.notes
    (card,) = notes.cards
    assert card.marked.anchor.state == "material"
    assert "1 needs a look" in notes.count.text()
    card.wanted.emit("settle", card.marked.annotation.id, "")
    assert not rows(window)[0].wants_a_look
    assert notes.count.isHidden()
    window.actions_["undo"].trigger()
    assert rows(window)[0].wants_a_look


def test_an_orphan_is_shown_as_it_was_read_and_re_attached(
    window: MainWindow, qtbot: QtBot
) -> None:
    opened(window, qtbot)
    mark(window, "The diet helped some of them.")
    revise(window, qtbot, "<p>In all, 212 adults took part.</p><p>Something else stands here.</p>")
    (card,) = window.panes.side.notes.cards
    assert card.marked.anchor.state == "orphan"
    key = card.marked.annotation.id
    card.wanted.emit("show_old", key, "")
    assert not window.panes.opened.is_current
    ((start, end),) = window.panes.reading.view.passages.chosen
    assert window.panes.reading.view.text[start:end] == "The diet helped some of them."
    article = window.panes.opened.article
    assert article
    window.panes.side.about.revision_chosen.emit(article.revision_id)
    select(window, "Something else")
    (card,) = window.panes.side.notes.cards
    card.wanted.emit("reattach", key, "")
    (row,) = rows(window)
    assert (row.anchor.state, row.anchor.method) == ("ok", "identity")
    assert article.content.text[row.anchor.start : row.anchor.end] == "Something else"
    assert row.annotation.quote.exact == "The diet helped some of them."
    window.actions_["undo"].trigger()
    assert rows(window)[0].anchor.state == "orphan"


def test_the_filter_of_the_panel_filters_the_marks_in_the_text(
    window: MainWindow, qtbot: QtBot
) -> None:
    opened(window, qtbot)
    blue = mark(window, "212 adults", "blue")
    mark(window, "harmed", "red")
    notes, view = window.panes.side.notes, window.panes.reading.view
    notes.filter.choose_colour("blue")
    assert [card.marked.annotation.id for card in notes.cards] == [blue.annotation.id]
    assert [row.annotation.id for row in view.passages.marked] == [blue.annotation.id]
    assert notes.count.text() == "1 of 2 highlights"
    notes.filter.clear()
    assert len(view.passages.marked) == len(notes.cards) == 2


def test_a_highlight_carries_tags_that_one_filters_by(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    row = mark(window, "212 adults")
    mark(window, "harmed")
    dialog = window_tags(window, row.annotation.id)
    dialog.tag_wanted.emit("to check")
    assert dialog.tags == ["to check"]
    notes = window.panes.side.notes
    notes.filter.tags.setCurrentText("to check")
    assert [card.marked.annotation.id for card in notes.cards] == [row.annotation.id]
    dialog.removal_wanted.emit("to check")
    assert rows(window)[0].tags == ()


def window_tags(window: MainWindow, annotation_id: str):  # type: ignore[no-untyped-def]
    from reader.desktop.deeds.note_deeds import NoteDeeds

    return NoteDeeds(window.panes).tags_of_highlight(annotation_id)


def test_brackets_go_from_highlight_to_highlight(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    first, second = mark(window, "212 adults"), mark(window, "harmed")
    window.panes.opened.active = ""
    window.actions_["next_highlight"].trigger()
    assert window.panes.opened.active == first.annotation.id
    window.actions_["next_highlight"].trigger()
    assert window.panes.opened.active == second.annotation.id
    window.actions_["previous_highlight"].trigger()
    assert window.panes.opened.active == first.annotation.id
    window.actions_["remove_highlight"].trigger()
    assert [row.annotation.id for row in rows(window)] == [second.annotation.id]
    window.actions_["undo"].trigger()
    assert len(rows(window)) == 2


def test_a_note_is_markdown_once_it_is_written(window: MainWindow, qtbot: QtBot) -> None:
    article_id = opened(window, qtbot)
    mark(window, "212 adults")
    (card,) = window.panes.side.notes.cards
    card.note.write()
    editor = QApplication.focusWidget()
    assert editor
    qtbot.keyClicks(editor, "**Ask** [Ana](https://example.org/) <b>now</b>")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    (kept,) = [m.note.text for m in window.panes.session.store.annotations.of(article_id) if m.note]
    assert kept.startswith("**Ask**")
    assert card.note.text.isVisibleTo(card)
    assert card.note.text.toPlainText() == "Ask Ana <b>now</b>"


def test_a_note_loads_nothing_and_follows_no_link_by_itself(qtbot: QtBot) -> None:
    note = NoteText("![x](file:///etc/hostname) [here](file:///etc/passwd)")
    qtbot.addWidget(note)
    note.resize(300, 100)
    note.show()
    with qtbot.waitSignal(note.link_chosen) as seen:
        note.anchorClicked.emit("file:///etc/passwd")
    assert seen.args == ["file:///etc/passwd"]
    assert not note.openLinks()
    assert note.source().isEmpty()


def test_a_note_that_cannot_be_kept_stays_in_the_editor_and_says_so(
    window: MainWindow, qtbot: QtBot
) -> None:
    opened(window, qtbot)
    mark(window, "212 adults")
    (card,) = window.panes.side.notes.cards
    card.note.write()
    window.panes.session.store.read_only = True
    card.note.editor.insertPlainText("precious")
    card.note.editor.flush()
    assert not card.note.editor.is_kept
    window.panes.session.store.read_only = False
    card.note.editor.flush()
    assert card.note.editor.is_kept
    assert [row.note.text for row in rows(window) if row.note] == ["precious"]


def test_a_note_is_kept_now_and_then_though_the_keys_never_rest(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("reader.desktop.annotations.note_editor.LONGEST", 300)
    kept: list[str] = []

    def keep(text: str) -> bool:
        kept.append(text)
        return True

    editor = NoteEditor("", "Write", keep)
    qtbot.addWidget(editor)
    for letter in "on and on":
        qtbot.keyClicks(editor, letter)
        qtbot.wait(60)
    assert kept
    assert kept[0].startswith("on a")


def test_a_mark_stands_beside_a_highlight_with_a_note(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    row = mark(window, "212 adults")
    window.panes.side.notes.cards[0].note.editor.setPlainText("ask Ana")
    window.panes.side.notes.flush()
    window.panes.opened.close()
    window.panes.opened.show(row.annotation.article_id)
    view = window.panes.reading.view
    view.viewport().grab()
    (painted,) = view._margin.painted
    assert (painted.annotation_id, painted.words) == (row.annotation.id, "ask Ana")
    point = painted.rect.center().toPoint() - QPoint(0, view.verticalScrollBar().value())
    with qtbot.waitSignal(view.highlight_chosen) as seen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert seen.args == [row.annotation.id]


def test_words_are_found_in_the_article_and_counted(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    reading = window.panes.reading
    reading.view.setFocus()
    window.actions_["find"].trigger()
    qtbot.keyClicks(reading.finder.edit, "the")
    assert reading.finder.count.text() == "1 of 3"
    assert len(reading.view.found) == 3
    qtbot.keyClick(reading.finder.edit, Qt.Key.Key_Return)
    assert reading.finder.count.text() == "2 of 3"
    window.actions_["find_next"].trigger()
    window.actions_["find_next"].trigger()
    assert reading.finder.count.text() == "1 of 3"
    window.actions_["find_previous"].trigger()
    assert reading.finder.count.text() == "3 of 3"
    qtbot.keyClicks(reading.finder.edit, "xyzzy")
    assert reading.finder.count.text() == "Not in this article"
    qtbot.keyClick(reading.finder.edit, Qt.Key.Key_Escape)
    assert reading.finder.isHidden()
    assert reading.view.found == []


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("One two\nthree", "TWO  three", ["two\nthree"]),
        ("It’s here", "it's", ["It’s"]),
        ("aaa", "aa", ["aa"]),
        ("abc", "", []),
        ("İx and ix", "ix", ["ix"]),
    ],
)
def test_case_quotation_marks_and_line_ends_do_not_matter(
    text: str, words: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in occurrences(text, words)] == found


def test_one_goes_on_reading_where_one_stopped(
    window: MainWindow, open_window: Open, qtbot: QtBot
) -> None:
    paragraphs = "".join(f"<p>Paragraph {n} says a little of everything.</p>" for n in range(200))
    article_id = opened(window, qtbot, paragraphs)
    view = window.panes.reading.view
    view.reveal(view.text.index("Paragraph 150"), view.text.index("Paragraph 151"))
    window.close()
    again = open_window()
    place = again.panes.session.store.reading_places.of(article_id)
    assert place
    assert place.start > 1_000
    again.panes.opened.show(article_id)
    seen = again.panes.reading.view
    qtbot.waitUntil(lambda: abs(seen.top_offset() - place.start) < 200)


def test_a_link_to_a_highlight_is_copied(window: MainWindow, qtbot: QtBot) -> None:
    article_id = opened(window, qtbot)
    row = mark(window, "212 adults")
    window.actions_["copy_highlight_link"].trigger()
    wanted = f"studywire://article/{article_id}?highlight={row.annotation.id}"
    assert QGuiApplication.clipboard().text() == wanted


def test_all_notes_are_a_keystroke_away_and_open_their_passage(
    window: MainWindow, qtbot: QtBot
) -> None:
    article_id = opened(window, qtbot)
    row = mark(window, "212 adults", "blue")
    mark(window, "harmed", "red")
    window.panes.opened.close()
    window.panes.list.view.setFocus()
    view = window.note_going.view
    window.actions_["all_notes"].trigger()
    settle(qtbot, window)
    assert view.isVisible()
    assert view.geometry() == window.panes.list.rect()
    assert view.count.text() == "2 highlights and notes"
    assert [r if isinstance(r, str) else r.quote for r in view.model.rows] == [
        "A diet of bees",
        "212 adults",
        "harmed",
    ]
    view.search.setText("adul")
    qtbot.waitUntil(lambda: len(view.model.rows) == 2)
    view.view.clicked.emit(view.model.index(1))
    assert window.panes.opened.article
    assert window.panes.opened.article.id == article_id
    assert window.panes.opened.active == row.annotation.id
    view.search.setText("nothing like it")
    qtbot.waitUntil(lambda: view.empty.isVisible())
    qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    assert view.isHidden()


def test_what_is_empty_in_all_notes_leads_on(window: MainWindow, qtbot: QtBot) -> None:
    view = window.note_going.view
    window.actions_["all_notes"].trigger()
    settle(qtbot, window)
    assert view.empty.sentence.startswith("No notes yet.")
    view.empty.button.click()
    assert view.isHidden()
    opened(window, qtbot)
    mark(window, "212 adults", "blue")
    window.actions_["all_notes"].trigger()
    qtbot.waitUntil(view.view.isVisible, timeout=20_000)
    view.filter.choose_colour("red")
    qtbot.waitUntil(view.empty.isVisible, timeout=20_000)
    assert view.empty.sentence == "No highlight or note is like that."
    view.empty.button.click()
    qtbot.waitUntil(lambda: "212 adults" in map(quote_of, view.model.rows), timeout=20_000)


def quote_of(row: object) -> str:
    return str(getattr(row, "quote", ""))


def test_the_model_of_all_notes_keeps_qts_rules(
    window: MainWindow, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    opened(window, qtbot)
    mark(window, "212 adults")
    window.actions_["all_notes"].trigger()
    settle(qtbot, window)
    qtmodeltester.check(window.note_going.view.model)


def test_a_link_in_a_note_opens_its_article_here(window: MainWindow, qtbot: QtBot) -> None:
    article_id = opened(window, qtbot)
    row = mark(window, "212 adults")
    window.panes.opened.close()
    window.panes.side.notes.link_chosen.emit(
        f"studywire://article/{article_id}?highlight={row.annotation.id}"
    )
    assert window.panes.opened.article
    assert window.panes.opened.active == row.annotation.id
    window.panes.side.notes.link_chosen.emit("studywire://article/12345")
    assert "not in this archive" in window.panes.status.message
    window.panes.side.notes.link_chosen.emit("file:///etc/passwd")
    assert window.panes.opened.article.id == article_id
