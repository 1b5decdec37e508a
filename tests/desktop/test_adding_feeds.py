"""What the dialog says before a feed is followed, and where addresses come from."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from reader.desktop import scheduling
from reader.desktop.scheduling import Schedule
from reader.desktop.window import MainWindow
from reader.model.change import Change, Edit
from reader.model.feed import Subscription
from tests.desktop.conftest import Open, settle
from tests.fakes import Wire, item, rss

NOON = "Wed, 04 Mar 2026 12:00:00 GMT"
APPLES, BEES, CATS = "https://a.org/f", "https://b.org/f", "https://c.org/f"


def following(window: MainWindow, *rows: Subscription) -> None:
    window.panes.session.store.apply(Change("Add", tuple(Edit(None, row) for row in rows)))


def test_the_dialog_opens_with_the_address_that_was_copied(open_window: Open) -> None:
    window = open_window(Wire({}))
    for copied, address in (
        (f" {APPLES}\n", APPLES),
        (f"feed:{APPLES}", f"feed:{APPLES}"),
        (f"{APPLES}\n{BEES}", f"{APPLES} {BEES}"),
        ("Read https://a.org/f some day", ""),
        ("javascript:alert(1)", ""),
    ):
        QGuiApplication.clipboard().setText(copied)
        assert window.feed_deeds.subscribe_dialog().address == address
    QGuiApplication.clipboard().clear()


def test_feeds_that_were_found_are_described_and_an_empty_one_can_be_added(
    open_window: Open, qtbot: QtBot
) -> None:
    dated = item(1).replace("<guid>", f"<pubDate>{NOON}</pubDate><guid>")
    wire = Wire({APPLES: rss(dated, item(2), title="Apples"), BEES: rss(title="Bees")})
    wire.answers[CATS] = rss(item(3), title="Cats")
    window = open_window(wire)
    following(window, Subscription(CATS, "Cats", "Pets"))
    dialog = window.feed_deeds.subscribe_dialog()
    qtbot.addWidget(dialog)
    dialog.type_address(f"feed:{APPLES} {BEES} {CATS}")
    dialog.look()
    settle(qtbot, window)
    found = dialog.findChild(QListWidget)
    assert found is not None
    apples, bees, cats = (found.item(row).text().split("\n") for row in range(3))
    assert apples[0] == "Apples"
    assert apples[1].startswith("RSS 2.0 · 2 entries, newest ")
    assert apples[2:] == [APPLES, "    – Article 1", "    – Article 2"]
    assert bees == ["Bees", "RSS 2.0 · 0 entries", BEES]
    assert cats[3] == "You follow it already, in Pets."
    dialog.accept_chosen()
    settle(qtbot, window)
    followed = {feed.address: feed.total for feed in window.panes.session.store.feeds.all()}
    assert followed.keys() == {APPLES, BEES, CATS}
    assert (followed[APPLES], followed[BEES]) == (2, 0)


def test_what_is_due_is_asked_in_portions(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a long sleep, when everything is due at once."""
    monkeypatch.setattr(scheduling, "PORTION", 1)
    wire = Wire({APPLES: rss(item(1)), BEES: rss(item(2))})
    window = open_window(wire)
    following(window, Subscription(APPLES), Subscription(BEES))
    panes = window.panes
    schedule = Schedule(panes.session, panes.updater, lambda: "open")
    for count in (1, 2, 2):
        schedule.look()
        settle(qtbot, window)
        assert len(wire.requests) == count
