"""The study card in the window: what it shows, and how the user has the last word."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reader.desktop.study.card_panel import CardPanel
from reader.desktop.study.card_row import CardRow
from reader.desktop.study.changes_note import ChangesNote
from reader.desktop.window import MainWindow
from reader.model.article import Article, ArticleRow
from reader.model.change import Change, Edit
from reader.model.correction import Correction
from reader.model.errors import ArchiveError
from reader.model.feed import Entry, Subscription
from reader.model.study import Span, StudyCard, StudyValue
from reader.operations import correcting
from reader.text.document import content
from tests.conftest import NOW
from tests.desktop.conftest import Open, settle

HTML = (
    "<p>In a randomised trial, {n} adults with gout took Relivex or placebo for 18 months.</p>"
    "<p>The work was done in Norway and in Chile, and paid for by the Fjord Fund "
    "(doi:10.1000/gout.1). Attacks fell by half.</p>"
)


def entry(n: int) -> Entry:
    said = content("Gout drug tested", HTML.format(n=n))
    return Entry(guid="gout", link="https://example.org/gout", content=said, published=NOW)


def card_of(text: str, n: int) -> StudyCard:
    """What an extractor makes of the article."""

    def said(value: str | int | bool, words: str, sure: float = 0.95) -> StudyValue:
        start = text.index(words)
        return StudyValue(value, (Span(start, start + len(words), words),), sure, "rule:test/1")

    values = {
        "study_type": (said("randomized_controlled_trial", "randomised trial"),),
        "sample_size": (replace(said(n, f"{n} adults"), details={"unit": "adults"}),),
        "condition": (said("gout", "gout", 0.5),),
        "country": (said("Norway", "Norway"), said("Chile", "Chile", 0.7)),
        "doi": (said("10.1000/gout.1", "10.1000/gout.1"),),
    }
    maybe = (("sample_size", said(18, "18", 0.2)), ("country", said("Chile", "Chile", 0.2)))
    return StudyCard("1.0", "0", said(True, "randomised trial"), values, candidates=maybe)


def arrive(qtbot: QtBot, window: MainWindow, n: int) -> Article:
    """The article arrives with this number of adults, studied; it is open then."""
    panes, store = window.panes, window.panes.session.store
    feed = store.feeds.all()[0]
    with store.writing():
        store.arrivals.merge(feed.id, [entry(n)], NOW)
        (article_id,) = store.pending.next("study", 50)
        (text,) = store.studies.texts([article_id])
        store.studies.keep(text, card_of(text.text, n))
        store.pending.done("study", [article_id])
    panes.session.changed.emit(frozenset({ArticleRow, StudyCard}))
    panes.opened.show(article_id)
    settle(qtbot, window)
    article = store.articles.one(article_id)
    assert article
    return article


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    """A window on an archive with one feed, still empty."""
    opened = open_window()
    row = Subscription("https://example.org/feed.xml", "Example News")
    opened.panes.session.do(Change("Subscribe", (Edit(None, row),)))
    return opened


@pytest.fixture
def article(window: MainWindow, qtbot: QtBot) -> Article:
    return arrive(qtbot, window, 120)


@pytest.fixture
def card(window: MainWindow, article: Article) -> CardPanel:
    return window.panes.side.card


def row(card: CardPanel, field: str, place: int = 0) -> CardRow:
    return next(r for r in card.rows if r.key == (field, place))


def press(window: MainWindow, name: str) -> None:
    window.actions_[name].trigger()


def decisions(window: MainWindow, article: Article) -> list[Correction]:
    return window.panes.session.store.corrections.of(article.id)


def test_a_row_tells_value_sureness_and_sentence_to_eye_and_ear(card: CardPanel) -> None:
    condition = row(card, "condition")
    assert condition.words.mark == "●○○"
    assert condition.accessibleName() == "Condition: gout, extracted, not sure"
    assert "120 adults with <" not in condition.toolTip()
    assert "In a randomised trial, 120 adults with gout took Relivex" in condition.toolTip()
    assert row(card, "blinding").accessibleName() == "Blinding: nothing found"
    card.choose("condition", 0)
    said = [label.text() for label in condition.findChildren(QLabel)]
    assert "●○○ not sure · rule:test/1" in said


def test_what_an_article_says_is_never_markup_in_the_card(
    window: MainWindow, article: Article, card: CardPanel
) -> None:
    store = window.panes.session.store
    window.panes.session.do(
        correcting.correct(store, article, "journal", "<b>Bold</b> <img src=x>")
    )
    card.choose("journal", 0)
    (label,) = [x for x in row(card, "journal").findChildren(QLabel) if "Bold" in x.text()]
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_keys_accept_and_reject_and_ctrl_z_takes_it_back(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    card.choose("sample_size", 0)
    window.panes.reading.view.setFocus()
    qtbot.keyClick(window.panes.reading.view, "y")
    assert row(card, "sample_size").words.spoken == "Participants: 120 adults, accepted by you"
    assert row(card, "sample_size").words.mark == "✓ you"
    assert card.chosen == ("sample_size", 0)
    qtbot.keyClick(window.panes.reading.view, "x")
    assert row(card, "sample_size").words.state == "absent"
    (made,) = decisions(window, article)
    assert made.kind == "rejected"
    press(window, "undo")
    press(window, "undo")
    assert row(card, "sample_size").words.state == "plain"
    press(window, "redo")
    assert row(card, "sample_size").words.state == "accepted"


def test_letters_decide_nothing_while_one_types(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    card.choose("sample_size", 0)
    card.edit("country", 0)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.clear()
    qtbot.keyClicks(line, "yxvcXV")
    assert line.text() == "yxvcXV"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    card.edit("study_type", 0)
    choice = QApplication.focusWidget()
    assert isinstance(choice, QComboBox)
    qtbot.keyClicks(choice, "xy")
    assert decisions(window, article) == []
    assert card.editor is not None


def test_an_editor_says_what_is_wrong_and_keeps_what_was_typed(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    card.choose("sample_size", 0)
    press(window, "correct_value")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "120 adults"
    line.setText("about twelve")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert card.editor
    assert card.editor.trouble == (
        "Participants is a whole number above 0, such as 120 or 1,234 people."
    )
    assert line.text() == "about twelve"
    line.clear()
    qtbot.keyClicks(line, "1,302")
    assert card.editor.trouble == ""
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert card.editor is None
    words = row(card, "sample_size").words
    assert words.value == "1,302 adults"
    assert words.spoken == "Participants: 1,302 adults, your value, machine said 120 adults"
    rows = window.panes.session.store.articles.rows([article.id])
    assert "n 1,302" in rows[article.id].facts


def test_a_choice_is_chosen(window: MainWindow, qtbot: QtBot, card: CardPanel) -> None:
    card.edit("study_type", 0)
    choice = QApplication.focusWidget()
    assert isinstance(choice, QComboBox)
    assert choice.currentText() == "Randomised controlled trial"
    choice.setCurrentText("Cohort")
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    assert row(card, "study_type").words.value == "Cohort"


def test_not_reported_is_said_and_taken_back(
    window: MainWindow, article: Article, card: CardPanel
) -> None:
    card.choose("blinding", 0)
    press(window, "value_not_reported")
    words = row(card, "blinding").words
    assert (words.value, words.spoken) == ("not reported", "Blinding: not reported, you say")
    card.choose("blinding", 0)
    press(window, "take_back_decision")
    assert row(card, "blinding").words.state == "absent"
    assert decisions(window, article) == []


def test_selected_words_become_evidence_of_the_chosen_field(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    view, text = window.panes.reading.view, article.content.text
    start = text.index("the Fjord Fund")
    view.select(start, start + len("the Fjord Fund"))
    window.panes.reading.evidence_wanted.emit("funding")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "the Fjord Fund"
    line.setText("Fjord Fund")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert row(card, "funding").words.value == "Fjord Fund"
    (made,) = decisions(window, article)
    assert [p.quote.exact for p in made.evidence] == ["the Fjord Fund"]
    assert view.selected() is None
    assert any(e.field == "funding" for e in view.passages.evidence)


def test_ctrl_l_links_to_the_row_that_is_chosen_and_says_what_is_missing(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    press(window, "link_selection")
    assert window.panes.status.message == "Choose a value on the study card first."
    card.choose("sample_size", 0)
    press(window, "link_selection")
    assert window.panes.status.message.startswith("Select the words")
    start = article.content.text.index("120 adults")
    window.panes.reading.view.select(start, start + 10)
    qtbot.keyClick(window, "l", Qt.KeyboardModifier.ControlModifier)
    assert card.editor
    assert card.editor.text == "120"


def test_check_next_goes_round_what_is_unchecked(
    window: MainWindow, qtbot: QtBot, card: CardPanel
) -> None:
    assert card.footer.words == "5 of 32 found · 0 checked"
    qtbot.mouseClick(card.footer.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert card.chosen == ("study_type", 0)
    press(window, "accept_value")
    assert card.footer.words == "5 of 32 found · 1 checked"
    focus = QApplication.focusWidget()
    assert focus is row(card, "study_type")
    for expected in [("sample_size", 0), ("condition", 0), ("country", 0), ("country", 1)]:
        qtbot.keyClick(QApplication.focusWidget(), "v")
        assert card.chosen == expected
    qtbot.keyClick(QApplication.focusWidget(), "v")
    qtbot.keyClick(QApplication.focusWidget(), "v")
    assert card.chosen == ("sample_size", 0)  # round, past what is checked


def test_arrows_go_through_the_rows(window: MainWindow, qtbot: QtBot, card: CardPanel) -> None:
    press(window, "study_card")
    assert card.chosen == ("study_type", 0)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert card.chosen == ("randomized", 0)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert card.chosen == ("study_type", 0)


def test_buttons_of_a_row_decide(window: MainWindow, qtbot: QtBot, card: CardPanel) -> None:
    card.choose("country", 1)
    buttons = {b.text(): b for b in row(card, "country", 1).findChildren(QPushButton)}
    assert list(buttons) == [
        "✓ Accept",
        "✎ Correct",
        "✕ Reject",
        "NR Not reported",
        "❝ Link selection",
        "+ Add another",
    ]
    assert buttons["✕ Reject"].accessibleName() == (
        "Country: The value is wrong; take it off the card"
    )
    qtbot.mouseClick(buttons["✕ Reject"], Qt.MouseButton.LeftButton)
    assert [r.words.value for r in card.rows if r.key[0] == "country"] == ["Norway"]
    (show,) = [b for b in card.findChildren(QPushButton) if b.text() == "Show 1 rejected"]
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    struck = card.rows[-1]
    assert (struck.words.value, struck.words.spoken) == ("Chile", "Country: Chile, rejected")
    card.choose(*struck.key)
    (back,) = [b for b in card.rows[-1].findChildren(QPushButton) if b.text() == "↶ Take back"]
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert [r.words.value for r in card.rows if r.key[0] == "country"] == ["Norway", "Chile"]


def test_the_menu_of_a_row_has_the_same_words_and_keys(card: CardPanel, qtbot: QtBot) -> None:
    menu = row(card, "sample_size").menu()
    assert [action.text() for action in menu.actions()] == [
        "✓ Accept\tY",
        "✎ Correct\tCtrl+E",
        "✕ Reject\tX",
        "NR Not reported\tShift+X",
        "❝ Link selection\tCtrl+L",
    ]
    menu.actions()[0].trigger()
    assert row(card, "sample_size").words.state == "accepted"


def test_one_more_value_of_a_list_is_added(
    window: MainWindow, qtbot: QtBot, card: CardPanel
) -> None:
    card.edit("country", -1)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Peru")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [r.words.value for r in card.rows if r.key[0] == "country"] == [
        "Norway",
        "Chile",
        "Peru",
    ]
    assert row(card, "country", 2).toolTip() == "No passage is linked to this value."


def test_no_value_of_a_list_is_added_twice(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    line = begin(card, "country", -1, "norway")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.panes.status.message == "The card says “Norway” already."
    assert card.editor
    assert decisions(window, article) == []
    line.setText("Peru")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [v.value for v in card.values("country")] == ["Norway", "Chile", "Peru"]


def test_identifiers_lead_to_the_web_through_the_one_door(
    window: MainWindow, qtbot: QtBot, card: CardPanel, opened: list[str]
) -> None:
    (link,) = [b for b in card.footer.findChildren(QPushButton) if b.text() == "DOI ↗"]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    card.choose("doi", 0)
    (link,) = [b for b in row(card, "doi").findChildren(QPushButton) if b.text() == "↗ Open"]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert opened == ["https://doi.org/10.1000/gout.1"] * 2


def test_what_was_typed_is_kept_when_another_article_is_opened(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    card.edit("sample_size", 0)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText("125")
    window.panes.opened.show(0)
    (made,) = decisions(window, article)
    assert made.value
    assert made.value.value == 125


def test_a_card_that_comes_while_one_types_waits(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    card.edit("sample_size", 0)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText("12")
    store = window.panes.session.store
    window.panes.session.do(correcting.correct(store, article, "journal", "Gout News"))
    assert QApplication.focusWidget() is line
    assert line.text() == "12"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert row(card, "journal").words.value == "Gout News"


def study_again(window: MainWindow, article: Article, countries: Sequence[str]) -> None:
    """Another extractor finds these countries in the same text."""
    store, text = window.panes.session.store, article.content.text
    card = card_of(text, 120)
    span = (Span(0, 4, text[:4]),)
    said = tuple(StudyValue(name, span, 0.9, "rule:test/2") for name in countries)
    with store.writing():
        (waiting,) = store.studies.texts([article.id])
        store.studies.keep(waiting, replace(card, values={**card.values, "country": said}))
    window.panes.session.changed.emit(frozenset({StudyCard}))


def reword(window: MainWindow, n: int) -> None:
    """The publisher changes the text; it is not studied yet."""
    store = window.panes.session.store
    with store.writing():
        store.arrivals.merge(store.feeds.all()[0].id, [entry(n)], NOW)
    window.panes.session.changed.emit(frozenset({ArticleRow}))


def begin(card: CardPanel, field: str, place: int, text: str) -> QLineEdit:
    """Type into the editor of a row."""
    card.edit(field, place)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText(text)
    return line


def test_what_is_typed_corrects_the_value_it_was_begun_for(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    line = begin(card, "country", 1, "Argentina")
    study_again(window, article, ["Peru", "Norway", "Chile"])
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (made,) = decisions(window, article)
    assert made.said
    assert (made.said.value, card.chosen) == ("Chile", ("country", 2))
    assert [v.value for v in card.values("country")] == ["Peru", "Norway", "Argentina"]


def test_the_chosen_row_is_that_of_its_value_and_of_no_other(
    window: MainWindow, article: Article, card: CardPanel
) -> None:
    opened = window.panes.opened
    card.choose("country", 1)
    opened.choose_value("country", 1)
    study_again(window, article, ["Peru", "Norway", "Chile"])
    assert card.chosen == ("country", 2)
    assert window.panes.reading.view.passages.chosen == ((0, 4),)
    press(window, "accept_value")
    assert card.chosen == ("country", 2)
    press(window, "undo")
    press(window, "reject_value")
    assert card.chosen == ("country", 1)  # the user took it away and goes on
    press(window, "undo")
    card.choose("country", 2)
    study_again(window, article, ["Peru", "Norway"])
    assert card.chosen is None
    press(window, "reject_value")
    assert decisions(window, article) == []


def test_what_cannot_be_written_stays_in_the_editor(
    window: MainWindow,
    qtbot: QtBot,
    article: Article,
    card: CardPanel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise ArchiveError("Another program is writing.")

    line = begin(card, "sample_size", 0, "125 adults")
    with monkeypatch.context() as locked:
        locked.setattr(window.panes.session.store, "apply", refuse)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert card.editor
        assert QApplication.focusWidget() is line
        card.edit("country", 0)
        assert card.editor.text == "125 adults"
        window.panes.opened.show(0)
        assert card.editor is None
    window.panes.opened.show(article.id)
    settle(qtbot, window)
    assert card.editor
    assert (card.editor.text, card.editor.trouble) == ("125 adults", "Not saved yet")
    assert not card.editor.isAncestorOf(QApplication.focusWidget())
    assert card.editor.enter()
    assert card.editor is None
    assert row(card, "sample_size").words.value == "125 adults"


def test_what_can_be_no_value_comes_again_with_its_article(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    begin(card, "sample_size", 0, "about twelve")
    window.panes.opened.show(0)
    assert card.editor is None
    window.panes.opened.show(article.id)
    settle(qtbot, window)
    assert card.editor
    assert card.editor.text == "about twelve"
    card.editor.left.emit()
    assert card.editor is None
    assert decisions(window, article) == []


def test_a_text_that_changes_while_one_types_waits_and_the_value_is_of_the_old_one(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    line = begin(card, "country", 1, "Argentina")
    reword(window, 1180)
    assert QApplication.focusWidget() is line
    assert line.text() == "Argentina"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (made,) = decisions(window, article)
    assert made.revision_id == article.revision_id
    arrive(qtbot, window, 1180)
    value = card.value("country", 1)
    assert value
    assert value.review
    assert (value.value, value.review.source) == ("Argentina", "ok")
    assert [span.text for span in value.evidence] == ["Chile"]


def test_while_a_changed_text_waits_the_card_of_the_text_before_is_there(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    card.choose("country", 1)
    press(window, "accept_value")
    reword(window, 1180)
    notes = [x.text() for x in card.findChildren(QLabel, "cardNote") if x.isVisible()]
    assert notes == [
        "The text has changed and waits to be studied. This is the card of the text before."
    ]
    assert card.chosen == ("country", 1)
    assert row(card, "country", 1).words.mark == "✓ you"
    assert "in Chile, and paid" in row(card, "country", 1).toolTip()
    card.choose("country", 0)
    window.panes.opened.choose_value("country", 0)
    assert window.panes.reading.view.passages.chosen == ()  # it is of another text
    press(window, "accept_value")
    assert {made.revision_id for made in decisions(window, article)} == {article.revision_id}
    arrive(qtbot, window, 1180)
    assert [r.words.mark for r in card.rows if r.key[0] == "country"] == ["✓ you", "✓ you"]


def test_what_is_typed_belongs_to_one_article_even_where_another_has_the_same_words(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    store = window.panes.session.store
    with store.writing():
        twin = replace(entry(120), guid="twin", link="https://example.org/twin")
        store.arrivals.merge(store.feeds.all()[0].id, [twin], NOW)
        (other,) = store.pending.next("study", 50)
        (text,) = store.studies.texts([other])
        store.studies.keep(text, card_of(text.text, 120))
    begin(card, "sample_size", 0, "about twelve")
    window.panes.opened.show(other)
    settle(qtbot, window)
    assert card.article
    assert (card.article.id, card.editor, card.chosen) == (other, None, None)


def test_a_changed_text_is_told_on_the_card_with_both_passages(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    view, opened = window.panes.reading.view, window.panes.opened
    card.choose("sample_size", 0)
    press(window, "accept_value")
    arrive(qtbot, window, 118)
    (note,) = card.findChildren(ChangesNote)
    links = {b.text(): b for b in note.findChildren(QPushButton)}
    assert list(links) == ["Got it", "120 adults", "118 adults"]
    words = row(card, "sample_size").words
    assert words.value == "120 adults"
    assert words.trouble == "source text changed; machine now says 118 adults"
    qtbot.mouseClick(links["120 adults"], Qt.MouseButton.LeftButton)
    assert not opened.is_current
    start = article.content.text.index("120 adults")
    assert view.passages.chosen == ((start, start + 10),)
    view.select(start, start + 10)
    card.choose("sample_size", 0)
    press(window, "link_selection")
    assert window.panes.status.message.startswith("This is an earlier text.")
    press(window, "highlight")
    assert window.panes.session.store.annotations.of(article.id) == []
    qtbot.mouseClick(links["118 adults"], Qt.MouseButton.LeftButton)
    assert opened.is_current


def test_what_changed_is_taken_over_and_done_with(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    card.choose("sample_size", 0)
    press(window, "accept_value")
    fresh = arrive(qtbot, window, 118)
    card.choose("sample_size", 0)
    buttons = {b.text(): b for b in row(card, "sample_size").findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Use 118 adults"], Qt.MouseButton.LeftButton)
    assert row(card, "sample_size").words.spoken == "Participants: 118 adults, accepted by you"
    (done,) = [b for b in card.findChildren(QPushButton) if b.text() == "Got it" and b.isVisible()]
    qtbot.mouseClick(done, Qt.MouseButton.LeftButton)
    assert not [b for b in card.findChildren(QPushButton) if b.text() == "Got it" and b.isVisible()]
    seen = window.panes.session.store.seen.of(fresh.id)
    assert seen
    assert seen.revision_id == fresh.revision_id


def test_a_person_may_fill_the_card_of_an_article_that_seems_no_study(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    (no,) = [b for b in card.findChildren(QPushButton) if b.text() == "This is no study"]
    qtbot.mouseClick(no, Qt.MouseButton.LeftButton)
    assert card.rows == []
    (yes,) = [b for b in card.findChildren(QPushButton) if b.text() == "Add details by hand"]
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert row(card, "sample_size").words.value == "120 adults"
    assert decisions(window, article) == []


def test_cautions_above_the_article_follow_the_users_word(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    view = window.panes.reading.view
    assert "⚠" not in view.toPlainText()
    store, session = window.panes.session.store, window.panes.session
    size = card.value("sample_size", 0)
    session.do(correcting.correct(store, article, "sample_size", "12 adults", value=size))
    assert "Small: 12 adults" in view.toPlainText()
    view.link_chosen.emit("studywire:evidence/sample_size/0")
    assert card.chosen == ("sample_size", 0)
    start = article.content.text.index("120 adults")
    assert view.passages.chosen == ((start, start + 10),)
    press(window, "undo")
    assert "⚠" not in view.toPlainText()


def test_while_a_changed_text_waits_its_cautions_are_those_of_the_card_on_show(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    store, session, view = (
        window.panes.session.store,
        window.panes.session,
        window.panes.reading.view,
    )
    size = card.value("sample_size", 0)
    session.do(correcting.correct(store, article, "sample_size", "12 adults", value=size))
    reword(window, 1180)
    assert "1180 adults" in view.toPlainText()
    assert "Small: 12 adults" in view.toPlainText()
    assert store.articles.rows([article.id])[article.id].cautions == ("small",)
    view.link_chosen.emit("studywire:evidence/sample_size/0")
    assert card.chosen == ("sample_size", 0)
    press(window, "reject_value")
    assert "⚠" not in view.toPlainText()
    assert store.articles.rows([article.id])[article.id].cautions == ()


def test_a_value_whose_passage_is_gone_says_so_and_stands_without_one_once_it_is_kept(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    store, session = window.panes.session.store, window.panes.session
    words = "Attacks fell by half"
    start = article.content.text.index(words)
    session.do(
        correcting.correct(
            store, article, "sample_size", "61", passage=(start, start + len(words)),
            value=card.value("sample_size", 0),
        )
    )  # fmt: skip
    shorter = content("Gout drug tested", HTML.format(n=120).replace(words, "No word of it"))
    with store.writing():
        store.arrivals.merge(store.feeds.all()[0].id, [replace(entry(120), content=shorter)], NOW)
        (text,) = store.studies.texts([article.id])
        store.studies.keep(text, card_of(text.text, 120))
        store.pending.done("study", [article.id])
    session.changed.emit(frozenset({ArticleRow, StudyCard}))
    settle(qtbot, window)
    card.choose("sample_size", 0)
    size = row(card, "sample_size")
    assert size.words.trouble == "its passage can no longer be found in the text"
    assert size.words.mark == "≠ ✎ you"
    said = [label.text() for label in size.findChildren(QLabel)]
    assert f"In an earlier text: “{words}”" in said
    assert words in size.toolTip()
    (keep,) = [b for b in size.findChildren(QPushButton) if "Keep" in b.text()]
    assert keep.text() == "✓ Keep without passage"
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    size = row(card, "sample_size")
    assert (size.words.mark, size.words.trouble) == ("✎ you", "")
    assert size.words.notes[-1] == "stands without a passage in today’s text"
    assert "stands without a passage" in size.accessibleName()
    assert f"In an earlier text: “{words}”" in [label.text() for label in size.findChildren(QLabel)]
    press(window, "undo")
    assert row(card, "sample_size").words.mark == "≠ ✎ you"


def test_an_uncertain_reading_is_out_of_the_way_until_the_user_takes_it_up(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel
) -> None:
    (show,) = [b for b in card.findChildren(QPushButton) if b.text() == "Show 1 uncertain"]
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    maybe = card.rows[-1]
    assert maybe.words.spoken == "Participants: perhaps 18, not sure"
    card.choose(*maybe.key)
    press(window, "reject_value")
    assert decisions(window, article) == []
    press(window, "accept_value")
    words = row(card, "sample_size").words
    assert words.spoken == "Participants: 18, accepted by you"
    press(window, "undo")
    assert row(card, "sample_size").words.value == "120 adults"


def test_in_a_narrow_panel_with_large_letters_values_stand_below_their_labels(
    window: MainWindow, qtbot: QtBot, card: CardPanel
) -> None:
    def places() -> tuple[QRect, QRect]:
        parts = {label.objectName(): label for label in row(card, "condition").findChildren(QLabel)}
        return parts["fieldName"].geometry(), parts["fieldValue"].geometry()

    name, value = places()
    assert value.left() > name.right()
    window.panes.theme.set_scale(160)
    qtbot.waitUntil(lambda: places()[1].top() >= places()[0].bottom(), timeout=20_000)
    assert places()[1].left() == places()[0].left()
    assert places()[1].width() > 120
    window.panes.theme.set_scale(100)


@pytest.mark.parametrize("scale", [100, 200])
def test_no_mark_is_cut_in_letters_of_any_size(
    window: MainWindow, qtbot: QtBot, article: Article, card: CardPanel, scale: int
) -> None:
    def widths() -> dict[str, tuple[int, int]]:
        marks = (x for r in card.rows for x in r.findChildren(QLabel, "sureness") if x.text())
        return {x.text(): (x.width(), x.sizeHint().width()) for x in marks}

    card.choose("sample_size", 0)
    press(window, "accept_value")
    arrive(qtbot, window, 118)
    window.panes.theme.set_scale(scale)
    try:
        qtbot.waitUntil(lambda: "≠ ✓ you" in widths(), timeout=20_000)
        qtbot.waitUntil(
            lambda: all(has >= needs for has, needs in widths().values()), timeout=5_000
        )
    finally:
        window.panes.theme.set_scale(100)


def test_what_a_language_model_answers_is_in_sight(
    window: MainWindow, article: Article, card: CardPanel
) -> None:
    assert not [r for r in card.rows if r.words.state == "candidate"]
    store, text = window.panes.session.store, article.content.text
    start = text.index("Attacks fell")
    answer = StudyValue("Attacks", (Span(start, start + 12, "Attacks fell"),), 0.3, "model:tiny")
    found = card_of(text, 120)
    with store.writing():
        (waiting,) = store.studies.texts([article.id])
        asked = replace(found, candidates=(*found.candidates, ("outcome_measures", answer)))
        store.studies.keep(waiting, asked)
    window.panes.session.changed.emit(frozenset({StudyCard}))
    shown = [r.words.value for r in card.rows if r.words.state == "candidate"]
    assert shown == ["18", "Attacks"]


def test_one_article_is_said_to_be_one(window: MainWindow, article: Article) -> None:
    said = [label.text() for label in window.findChildren(QLabel)]
    assert "1 article, all on this computer" in said
