"""Feeds to begin with are chosen by field, and asked only then."""

from pytestqt.qtbot import QtBot

from reader.operations.starting import starters
from tests.desktop.conftest import Open, settle
from tests.fakes import Wire, item, rss


def test_a_field_is_ticked_followed_and_asked(open_window: Open, qtbot: QtBot) -> None:
    field, rows = list(starters().items())[1]
    wire = Wire({row.address: rss(item(1)) for row in rows})
    window = open_window(wire)
    dialog = window.feed_deeds.starter_dialog()
    qtbot.addWidget(dialog)
    assert dialog.chosen == []
    dialog.tick(field)
    assert dialog.chosen == list(rows)
    assert wire.requests == []
    window.feed_deeds.follow(dialog.chosen)
    settle(qtbot, window)
    assert {request.address for request in wire.requests} == {row.address for row in rows}
    assert {feed.folder for feed in window.panes.session.store.feeds.all()} == {field}
    again = window.feed_deeds.starter_dialog()
    qtbot.addWidget(again)
    assert again.chosen == []
    window.actions_["undo"].trigger()
    assert window.panes.session.store.feeds.all() == []
