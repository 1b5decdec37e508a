"""An article that the token classifier has not read is read closely when somebody stays with it."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader.desktop.window import MainWindow
from reader.model.change import Change, Edit
from reader.model.settings import Setting
from reader.study.phrases import marker
from reader.study.phrases.marker import Passage
from tests.desktop.conftest import settle


class Fake:
    """A classifier that sees a limitation in the first words of every text."""

    name = "phrases:fake/1"

    def mark(self, text: str) -> Any:
        return self

    def cover(self, kind: str, start: int, end: int) -> float:
        return 1.0

    def passages(self, kind: str) -> list[Passage]:
        return [Passage(0, 40, 0.99)] if kind == "limitation" else []


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
    monkeypatch.setattr(marker, "is_installed", lambda: True)
    monkeypatch.setattr(marker, "name", lambda: Fake.name)
    monkeypatch.setattr(marker, "marker", Fake)


@pytest.mark.usefixtures("classifier")
def test_the_card_on_show_follows_when_the_article_was_read_closely(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.panes.sidebar.choose("all")
    settle(qtbot, window)
    shown = a_study(window)
    window.panes.list.choose(shown)
    qtbot.waitUntil(lambda: extractor(window, shown).endswith(Fake.name), timeout=30_000)
    settle(qtbot, window)
    opened = window.panes.opened
    assert opened.article
    assert opened.article.id == shown
    assert opened.card
    qtbot.waitUntil(lambda: bool(opened.card and opened.card.extractor.endswith(Fake.name)))
    assert any(value.method == Fake.name for value in opened.card.values["limitations"])
    others = [i for i in window.panes.list.model.ids if i != shown]
    assert not any(extractor(window, i).endswith(Fake.name) for i in others)


@pytest.mark.usefixtures("classifier")
def test_who_does_not_want_it_reads_what_the_rules_found(window: MainWindow, qtbot: QtBot) -> None:
    store = window.panes.session.store
    row = store.settings.one("read_closely")
    store.apply(Change("Off", (Edit(row, Setting("read_closely", "false")),)))
    window.panes.updater.read_closely(a_study(window))
    settle(qtbot, window)
    assert not extractor(window, a_study(window)).endswith(Fake.name)
