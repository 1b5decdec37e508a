"""What a publisher changed can be read at a glance."""

from pytestqt.qtbot import QtBot

from reader.desktop.about.changes_dialog import ChangesDialog
from reader.desktop.theme import Theme
from reader.text.differences import pieces


def test_changed_numbers_stand_first_and_long_stretches_are_left_out(
    qtbot: QtBot, theme: Theme
) -> None:
    same = "The same words again and again. " * 40
    old = f"Title\nThe trial had 410 people. {same}It ended.\n{same}"
    new = f"Title\nThe trial had 401 people. {same}It ended early.\n{same}"
    dialog = ChangesDialog(pieces(old, new), theme, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    assert dialog.words.startswith("410  →  401")
    assert "[…]" in dialog.words
    assert len(dialog.words) < len(new)
