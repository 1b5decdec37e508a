"""One study in many outlets is one row; reading one reads all; people have the last word."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader.desktop.study.story_note import StoryNote
from reader.desktop.window import MainWindow
from reader.model.article import ArticleRow
from reader.model.study import Span, StudyValue
from tests.cards import study
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


def test_the_card_shows_whose_value_is_whose_and_leads_there(
    open_window: Open, qtbot: QtBot
) -> None:
    window = opened(qtbot, open_window)
    store, panes = window.panes.session.store, window.panes
    ids = {}
    for article_id in range(1, 4):
        article = store.articles.one(article_id)
        assert article
        ids[article.feed_title] = article_id
        number = "410" if "410" in article.content.text else "401"
        start = article.content.text.find(number)
        if start >= 0:
            found = Span(start, start + 3, number)
            n = StudyValue(int(number), (found,), 0.9, "test")
            study(store, article_id, sample_size=n, study_type="cohort")
    panes.session.changed.emit(frozenset({ArticleRow}))
    settle(qtbot, window)
    panes.opened.show(ids["The one"])
    (note,) = panes.side.card.findChildren(StoryNote)
    links = {button.accessibleName(): button for button in note.findChildren(QPushButton)}
    assert set(links) == {
        "Participants 410 in this article: show it there",
        "Participants 401 in The two: show it there",
        "What each of them states",
    }
    links["What each of them states"].click()
    (note,) = (n for n in panes.side.card.findChildren(StoryNote) if n.isVisibleTo(panes.side.card))
    links = {button.accessibleName(): button for button in note.findChildren(QPushButton)}
    assert any(name.startswith("Design ") and "The two" in name for name in links)
    links["Participants 401 in The two: show it there"].click()
    settle(qtbot, window)
    assert panes.opened.article
    assert panes.opened.article.id == ids["The two"]
    start = panes.opened.article.content.text.index("401")
    assert panes.reading.view.passages.chosen == ((start, start + 3),)
