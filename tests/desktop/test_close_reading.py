"""An article that the token classifier has not read is read closely when somebody stays with it."""

import pytest
from pytestqt.qtbot import QtBot

from reader.desktop.window import MainWindow
from reader.model.change import Change, Edit
from reader.model.settings import Setting
from reader.operations.setting import set_one
from reader.study.version import VERSION
from tests.desktop.conftest import settle
from tests.fakes import Classifier


def extractor(window: MainWindow, article_id: int) -> str:
    card = window.panes.session.store.studies.extracted(article_id)
    return card.extractor if card else ""


def a_study(window: MainWindow) -> int:
    """An article that the rules took for a study, the last in the list."""
    cards = window.panes.session.store.studies
    found = (
        i for i in window.panes.list.model.ids if (c := cards.extracted(i)) and c.is_study.value
    )
    return list(found)[-1]


@pytest.fixture
def classifier(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Comes after the samples were studied, and reads nothing by itself."""
    monkeypatch.setattr("reader.operations.studying.NEWEST", 0)
    monkeypatch.setattr("reader.desktop.close_reading.STAYS", 0)
    Classifier.install(monkeypatch)


@pytest.mark.usefixtures("classifier")
def test_the_card_on_show_follows_when_the_article_was_read_closely(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.panes.sidebar.choose("all")
    settle(qtbot, window)
    shown = a_study(window)
    window.panes.list.choose(shown)
    qtbot.waitUntil(lambda: extractor(window, shown).endswith(Classifier.name), timeout=30_000)
    settle(qtbot, window)
    opened = window.panes.opened
    assert opened.article
    assert opened.article.id == shown
    assert opened.card
    qtbot.waitUntil(lambda: bool(opened.card and opened.card.extractor.endswith(Classifier.name)))
    assert any(value.method == Classifier.name for value in opened.card.values["limitations"])
    others = [i for i in window.panes.list.model.ids if i != shown]
    assert not any(extractor(window, i).endswith(Classifier.name) for i in others)


@pytest.mark.usefixtures("classifier")
def test_who_does_not_want_it_reads_what_the_rules_found(window: MainWindow, qtbot: QtBot) -> None:
    store = window.panes.session.store
    row = store.settings.one("read_closely")
    store.apply(Change("Off", (Edit(row, Setting("read_closely", "false")),)))
    window.panes.updater.read_closely(a_study(window))
    settle(qtbot, window)
    assert not extractor(window, a_study(window)).endswith(Classifier.name)


def test_an_opened_article_without_a_card_is_studied_first(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[int] = []
    monkeypatch.setattr("reader.desktop.close_reading.STAYS", 0)
    monkeypatch.setattr(window.panes.updater, "study_first", wanted.append)
    (number, *_) = window.panes.list.model.ids
    store = window.panes.session.store
    monkeypatch.setattr(store.studies, "card", lambda article_id: None)
    window.panes.opened.show(number)
    qtbot.waitUntil(lambda: wanted == [number], timeout=30_000)


@pytest.mark.usefixtures("classifier")
def test_switching_the_second_reader_off_lets_the_rules_read_what_waits_for_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    store = window.panes.session.store
    with store.writing():  # as an update leaves it
        old = "update card set extractor = '0.1+phrases:old/1' where article_id = 1"
        store.connection().execute(old)
        store.connection().execute("delete from setting where name = 'by_rules'")
        store.pending.ask("closely", [1])
    window.panes.session.apply(set_one(store, "read_closely", False))
    settle(qtbot, window)
    assert extractor(window, 1) == VERSION
    assert store.pending.has("closely", 1)
