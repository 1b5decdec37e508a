"""Keeps the pauses short in which Python looks for what nobody needs any more."""

import gc

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

#: Milliseconds after its start by which a window has made what it keeps.
_MADE = 3000


def set_apart_later(window: QWidget) -> None:
    """Leave what the window is made of out of later rounds: a full one looks at everything, and
    80,000 objects that stay until the end take 0.15 s in the middle of whatever one does."""
    QTimer.singleShot(_MADE, window, _set_apart)


def _set_apart() -> None:
    gc.collect()
    gc.freeze()
    gc.enable()  # `reader.app` lets nothing be collected while the window is made
