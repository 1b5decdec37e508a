"""A long article opens at once, and the place one reads at is kept by its words."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.desktop.reading.article_view import ArticleView
from reader.desktop.reading.document import Frame
from reader.desktop.theme import Theme
from reader.desktop.window import MainWindow
from reader.model.layout import Layout
from reader.text.document import content
from tests.desktop.conftest import settle

PARAGRAPHS = [
    f"Paragraph {n} says that river number {n} carried {n * 7} tons of sand in the year it was "
    "measured, and that nobody along its banks had expected as much of it before the survey."
    for n in range(900)
]


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> ArticleView:
    made = ArticleView(theme)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def show(view: ArticleView, paragraphs: list[str]) -> str:
    said = content("Rivers", "".join(f"<p>{words}</p>" for words in paragraphs))
    view.show_text(said.text, Layout.of(said.text, said.layout), Frame("A line above"))
    return said.text


def at_top(view: ArticleView) -> str:
    """The paragraph at the top of the page."""
    text, place = view.text, view.top_offset()
    return text[text.rfind("\n", 0, place) + 1 :].split(" says")[0]


def test_a_place_far_below_is_gone_to_before_the_rest_is_laid_out(view: ArticleView) -> None:
    text = show(view, PARAGRAPHS)
    start = text.index("Paragraph 850 ")
    view.reveal(start, start + 20)
    view.select(start, start + 20)
    place = view.selection_rect()
    assert 0 <= place.top() <= place.bottom() <= view.viewport().height()
    assert view.verticalScrollBar().maximum() > view.verticalScrollBar().value()


def test_the_scroll_bar_is_true_once_all_is_laid_out(view: ArticleView, qtbot: QtBot) -> None:
    show(view, PARAGRAPHS)
    bar = view.verticalScrollBar()
    whole = int(view.document().size().height()) - view.viewport().height()
    qtbot.waitUntil(lambda: abs(bar.maximum() - whole) <= 1, timeout=30_000)


def test_a_page_on_goes_on_where_nothing_is_laid_out_yet(view: ArticleView) -> None:
    show(view, PARAGRAPHS)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    view.page_down()
    bar.setValue(bar.maximum())
    assert at_top(view) > "Paragraph 880"


@pytest.mark.parametrize(
    "changed",
    [
        ["One more paragraph, put before all others.", *PARAGRAPHS],
        PARAGRAPHS[50:],
        [words.replace("tons", "tonnes") for words in PARAGRAPHS],
        [*PARAGRAPHS[:390], "Rewritten.", *PARAGRAPHS[398:]],
    ],
    ids=["added above", "cut above", "reworded", "rewritten above"],
)
def test_a_new_text_leaves_the_words_one_reads_where_they_are(
    view: ArticleView, changed: list[str]
) -> None:
    text = show(view, PARAGRAPHS)
    view.scroll_to(text.index("Paragraph 400 "))
    assert at_top(view) == "Paragraph 400"
    with view.standing_still():
        show(view, changed)
    assert at_top(view) == "Paragraph 400"


def test_other_letters_leave_the_words_one_reads_where_they_are(view: ArticleView) -> None:
    text = show(view, PARAGRAPHS)
    view.scroll_to(text.index("Paragraph 400 "))
    with view.standing_still():
        view.set_type(30, 66, 180)
        show(view, PARAGRAPHS)
    assert at_top(view) == "Paragraph 400"


def test_at_its_top_an_article_stays_at_its_top(view: ArticleView) -> None:
    show(view, PARAGRAPHS)
    with view.standing_still():
        show(view, ["One more paragraph, put before all others.", *PARAGRAPHS])
    assert view.verticalScrollBar().value() == 0


def test_who_passes_through_the_list_gets_the_text_first(window: MainWindow, qtbot: QtBot) -> None:
    panes = window.panes
    panes.sidebar.choose("all")
    settle(qtbot, window)
    panes.list.choose_row(0)
    before = panes.opened.article
    settle(qtbot, window)
    decided: list[object] = []
    panes.side.card.value_chosen.connect(lambda *told: decided.append(told))
    window.actions_["next_article"].trigger()
    article = panes.opened.article
    assert article
    assert before
    assert article.id != before.id
    assert panes.reading.view.text == article.content.text
    panes.side.card.value_chosen.emit("design", 0)  # of the card before, still on show
    assert decided == []
    window.actions_["study_card"].trigger()
    panes.side.card.value_chosen.emit("design", 0)
    assert ("design", 0) in decided
    QApplication.processEvents()
