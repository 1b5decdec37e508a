"""How feeds fare, what is set for them, and when they are asked by themselves."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from reader.desktop.feeds.feed_dialog import ChecksDialog, FeedDialog, Wanted, said
from reader.desktop.scheduling import AWAKE, SLEPT, Schedule, may_use
from reader.model.change import Change, Edit
from reader.model.errors import FetchError
from reader.model.feed import Feed, Response, Subscription
from reader.model.query import ArticleQuery
from reader.model.schedule import FeedOptions
from reader.model.settings import Settings
from reader.operations.reading import mark_read
from reader.operations.tagging import tag
from tests.desktop.conftest import Open, settle
from tests.fakes import Wire, item, rss
from tests.feeds.test_full_text import PAGE

AT, OTHER = "https://a.org/f", "https://b.org/f"


def opened(open_window: Open, wire: Wire):  # type: ignore[no-untyped-def]
    window = open_window(wire)
    rows = (Subscription(AT, "Apples"), Subscription(OTHER, "Bees"))
    window.panes.session.store.apply(Change("Add", tuple(Edit(None, row) for row in rows)))
    return window


def test_feeds_in_trouble_stand_first_with_their_log(open_window: Open, qtbot: QtBot) -> None:
    wire = Wire({OTHER: FetchError("It has ended. (HTTP 410)", 410), AT: rss(item(1))})
    window = opened(open_window, wire)
    window.actions_["refresh_all"].trigger()
    settle(qtbot, window)
    dialog = window.health_deeds.health_dialog()
    assert dialog.titles == ["Bees", "Apples"]
    assert "Dead" in dialog.about
    assert "410  It has ended. (HTTP 410)" in dialog.about
    dialog.choose("That need a look")
    assert dialog.titles == ["Bees"]
    wire.answers[OTHER] = rss(item(2))
    dialog.check_wanted.emit(window.panes.session.store.feeds.at(OTHER).id)
    settle(qtbot, window)
    dialog.look_again()
    assert dialog.titles == []
    dialog.close()


def test_settings_of_a_feed_are_kept_and_undone(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[str, str] = {}
    monkeypatch.setattr("keyring.set_password", lambda s, a, p: kept.__setitem__(a, p))
    window = opened(open_window, Wire({}))
    store = window.panes.session.store
    feed = store.feeds.at(AT)
    options = FeedOptions(interval=720, paused=True, user_agent="x", sign_in="bearer")
    window.health_deeds.keep_options(feed, Wanted(options, {"token": "t"}))
    assert store.feed_settings.options() == {feed.id: options}
    assert kept == {AT: '{"token": "t"}'}
    window.actions_["undo"].trigger()
    assert store.feed_settings.options() == {}


def test_the_dialog_gives_back_what_it_was_given(qtbot: QtBot) -> None:
    options = FeedOptions(720, True, True, True, "agent", "http://p:1", "basic")
    dialog = FeedDialog(Feed(1, AT, "Apples"), options)
    qtbot.addWidget(dialog)
    assert dialog.wanted == Wanted(options, {})
    checks = ChecksDialog(45, at_start=False, metered=True)
    qtbot.addWidget(checks)
    wanted = {"refresh_minutes": 45, "refresh_at_start": False, "refresh_metered": True}
    assert checks.wanted == wanted


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(15, "every 15 minutes"), (60, "every hour"), (180, "every 3 hours"), (1440, "every day")],
)
def test_intervals_are_said_as_people_do(minutes: int, words: str) -> None:
    assert said(minutes) == words


def test_the_list_of_feeds_is_written(open_window: Open, tmp_path: Path) -> None:
    window = opened(open_window, Wire({}))
    window.health_deeds.export_to(tmp_path / "feeds.opml")
    assert b'xmlUrl="https://a.org/f"' in (tmp_path / "feeds.opml").read_bytes()
    window.health_deeds.export_to(tmp_path / "none" / "feeds.opml")
    assert "cannot be written" in window.panes.status.message


class Clock:
    now = 1_900_000_000.0

    def __call__(self) -> float:
        return self.now


def asked(window, wire: Wire, schedule: Schedule, qtbot: QtBot) -> int:  # type: ignore[no-untyped-def]
    before = len(wire.requests)
    schedule.look()
    settle(qtbot, window)
    return len(wire.requests) - before


def test_what_is_due_is_asked_quietly(open_window: Open, qtbot: QtBot) -> None:
    wire = Wire({AT: rss(), OTHER: FetchError("No. (HTTP 500)", 500)})
    window = opened(open_window, wire)
    clock = Clock()
    network = "open"
    panes = window.panes
    schedule = Schedule(panes.session, panes.updater, lambda: network, clock)
    panes.status.say("")
    network = "none"
    assert asked(window, wire, schedule, qtbot) == 0
    network = "open"
    clock.now += 60
    assert asked(window, wire, schedule, qtbot) == 2
    assert panes.status.message == ""
    clock.now += SLEPT + 1
    assert asked(window, wire, schedule, qtbot) == 0  # just awake
    clock.now += AWAKE + 1
    asked(window, wire, schedule, qtbot)
    # the true clock, which this one is far ahead of, finds them not due yet
    assert [report["status"] for report in panes.updater.reports] == ["skipped"] * 2


def test_automatic_checks_can_be_turned_off(open_window: Open, qtbot: QtBot) -> None:
    wire = Wire({})
    window = opened(open_window, wire)
    window.health_deeds.keep_checks({"refresh_minutes": 0, "refresh_at_start": False})
    panes = window.panes
    schedule = Schedule(panes.session, panes.updater, lambda: "open", Clock())
    assert asked(window, wire, schedule, qtbot) == 0
    assert asked(window, wire, schedule, qtbot) == 0


@pytest.mark.parametrize(
    ("network", "metered_too", "may"),
    [
        ("open", False, True),
        ("metered", False, False),
        ("metered", True, True),
        ("captive", True, False),
        ("none", True, False),
    ],
)
def test_only_a_network_that_is_there_for_it_is_used(
    network: str, metered_too: bool, may: bool
) -> None:
    assert may_use(network, replace(Settings(), refresh_metered=metered_too)) is may


def test_several_addresses_are_looked_up_at_once(open_window: Open, qtbot: QtBot) -> None:
    wire = Wire({AT: rss(item(1), title="Apples"), "https://c.org/f": rss(item(2), title="Cats")})
    window = opened(open_window, wire)
    dialog = window.feed_deeds.subscribe_dialog()
    dialog.type_address(f"{AT} https://c.org/f https://none.org/f")
    dialog.look()
    settle(qtbot, window)
    assert "2 feeds were found" in dialog.words
    assert "https://none.org/f: Nothing is there." in dialog.words
    dialog.accept_chosen()
    settle(qtbot, window)
    followed = {feed.address for feed in window.panes.session.store.feeds.all()}
    assert followed == {AT, OTHER, "https://c.org/f"}


def test_dropped_addresses_are_offered(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window, Wire({}))
    data = QMimeData()
    data.setUrls([QUrl("https://c.org/f"), QUrl("https://d.org/f")])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.panes.sidebar.dropped.disconnect()
    with qtbot.waitSignal(window.panes.sidebar.dropped) as said_:
        window.panes.sidebar.dropEvent(drop)
    assert said_.args == ["https://c.org/f https://d.org/f"]


def test_the_whole_text_is_a_key_away(open_window: Open, qtbot: QtBot) -> None:
    link = "https://example.org/1"
    wire = Wire(
        {
            AT: rss(item(1, "Thirty-five otters were counted along the northern river.")),
            link: Response(link, PAGE.encode(), "text/html"),
        }
    )
    window = opened(open_window, wire)
    window.actions_["refresh_all"].trigger()
    settle(qtbot, window)
    panes = window.panes
    (article_id,) = panes.session.store.articles.ids(ArticleQuery())
    panes.opened.show(article_id)
    window.actions_["full_text"].trigger()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: "week 14" in panes.reading.view.toPlainText(), timeout=5_000)
    window.actions_["full_text"].trigger()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: "week 14" not in panes.reading.view.toPlainText(), timeout=5_000)


def test_how_much_of_a_feed_was_read_and_tagged_is_said(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window, Wire({AT: rss(item(1), item(2), item(3), item(4)), OTHER: rss()}))
    window.actions_["refresh_all"].trigger()
    settle(qtbot, window)
    store = window.panes.session.store
    ids = list(store.articles.ids(ArticleQuery()))
    store.apply(mark_read(store, ids[:3]))
    store.apply(tag(store, ids[:1], "a"))
    store.apply(tag(store, ids[:1], "b"))
    dialog = window.health_deeds.health_dialog()
    table = dialog.findChild(QTableWidget)
    heads = [table.horizontalHeaderItem(at).text() for at in range(table.columnCount())]
    said = {
        table.item(row, 0).text(): {
            head: table.item(row, at).text() for at, head in enumerate(heads)
        }
        for row in range(table.rowCount())
    }
    assert (said["Apples"]["Read"], said["Apples"]["Tagged"]) == ("75 %", "25 %")
    assert said["Apples"]["Last article"]
    assert said["Apples"]["A week"]
    assert (said["Bees"]["Read"], said["Bees"]["Tagged"]) == ("", "")
    dialog.close()


def test_without_feeds_the_dialog_says_so_and_leads_to_adding_one(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    added = []
    monkeypatch.setattr(window.feed_deeds, "add_feed", lambda: added.append(True))
    dialog = window.health_deeds.health_dialog()
    dialog.show()
    assert dialog.empty.isVisible()
    assert dialog.empty.sentence == "You follow no feeds yet."
    dialog.empty.button.click()
    qtbot.waitUntil(lambda: bool(added))
    assert not dialog.isVisible()


def test_where_no_feed_is_as_asked_a_button_leads_to_all(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window, Wire({}))
    dialog = window.health_deeds.health_dialog()
    dialog.show()
    dialog.choose("Paused")
    assert dialog.empty.isVisible()
    dialog.empty.button.click()
    assert not dialog.empty.isVisible()
    assert len(dialog.titles) == 2
    dialog.close()
