"""Saying what happened to those who listen to the screen instead of looking at it."""

from PySide6.QtWidgets import QWidget


def announce(source: QWidget, words: str) -> None:
    """Let a screen reader say words, without moving the keys; nothing where none listens."""
    if not words:
        return
    from PySide6.QtGui import (  # dear, and not at the start
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))
