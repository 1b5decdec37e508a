"""An article that is opened before its text was made gets it at once."""

import pytest
from pytestqt.qtbot import QtBot

from reader.desktop.jobs import Job
from reader.desktop.window import MainWindow
from reader.model.article import ArticleRow
from reader.model.change import Step
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


def test_the_status_line_tells_of_one_thing_while_an_opened_text_is_made(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    status = window.panes.status
    monkeypatch.setattr(status, "show_progress", lambda words, *_: told.append(words))
    open_newest(qtbot, window)
    settle(qtbot, window)
    assert not [words for words in told if words.startswith("Preparing")]


def test_the_status_line_stays_with_a_job_until_it_has_ended(window: MainWindow) -> None:
    jobs, told = window.panes.jobs, window.panes.updater
    first, second, refresh = Job("Indexing"), Job("Reading closely"), Job("Checking feeds")
    jobs._jobs += [first, second, refresh]
    for job in (first, second, first):
        jobs.stepped.emit(job, Step(1, 2, ""))
    assert told.tells_of is first
    told._refreshes.append(refresh)
    jobs.stepped.emit(refresh, Step(1, 2, ""))
    jobs.stepped.emit(second, Step(1, 2, ""))
    assert told.tells_of is refresh
    jobs.finished.emit(refresh)
    jobs.stepped.emit(second, Step(2, 2, ""))
    assert told.tells_of is second
    for job in (first, second):
        jobs.finished.emit(job)
