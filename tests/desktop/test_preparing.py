"""An article that is opened before its text was made gets it at once."""

from pytestqt.qtbot import QtBot

from reader.desktop.window import MainWindow
from reader.model.article import ArticleRow
from reader.model.query import ArticleQuery
from reader.operations.indexing import index
from tests.desktop.conftest import settle
from tests.fakes import item, rss
from tests.operations.test_laying_out import listed


def open_newest(qtbot: QtBot, window: MainWindow) -> int:
    """An article without its text is listed, and opened."""
    store = window.panes.session.store
    listed(store, rss(item(1, "Of 12 otters."), item(2, "Of 40 wells.")))
    window.panes.session.changed.emit(frozenset({ArticleRow}))
    settle(qtbot, window)
    feed = store.feeds.at("https://a.org/a")
    assert feed
    newest = store.articles.ids(ArticleQuery(feed_id=feed.id))[0]
    assert store.arrivals.is_bare(newest)
    window.panes.opened.show(newest)
    return newest


def test_the_text_of_an_opened_article_is_made_and_shown(window: MainWindow, qtbot: QtBot) -> None:
    number = open_newest(qtbot, window)
    view = window.panes.reading.view
    assert "Article " in view.toPlainText()
    assert " min" not in view.toPlainText()
    assert not window.panes.opened.is_current
    qtbot.waitUntil(lambda: "Of " in view.toPlainText(), timeout=30_000)
    assert window.panes.opened.is_current
    assert view.toPlainText().count("Article ") == 1
    assert not window.panes.session.store.arrivals.is_bare(number)
    settle(qtbot, window)


def test_an_export_holds_texts_that_were_still_to_be_made(window: MainWindow, qtbot: QtBot) -> None:
    store = window.panes.session.store
    listed(store, rss(item(1, "Of 12 otters.")))
    list(window.panes.updater.with_texts(index(store)))
    assert not store.fetched.feeds()
    settle(qtbot, window)
