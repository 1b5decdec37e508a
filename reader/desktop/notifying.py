"""A word to the desktop when articles came, and an icon in its tray: both off unless asked for."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from reader.desktop.article_words import noun_for
from reader.desktop.session import Session
from reader.desktop.tongue import number, tr
from reader.model.settings import Setting

#: Feeds that a summary names.
_NAMED = 3
#: Milliseconds that it stays.
_STAYS = 8_000


class Notifier(QObject):
    """One summary a refresh, and the tray's icon with what one needs from there.

    While the window has the user's eyes nothing is said: the list shows it.
    """

    def __init__(self, session: Session, window: QWidget, deeds: Mapping[str, Callable[[], None]]):
        """`deeds` are the entries of the icon's menu beside the window itself, by their words."""
        super().__init__(window)
        self._session = session
        self._window = window
        self._deeds = deeds
        self._tray: QSystemTrayIcon | None = None
        session.changed.connect(self._look_again)
        self._follow()

    @property
    def keeps_running(self) -> bool:
        """Whether closing the window leaves Studywire in the tray."""
        return self._tray is not None

    def tell(self, reports: Sequence[Mapping[str, Any]]) -> None:
        """Say what a refresh brought, if the user wants that and looks elsewhere."""
        words = summary(reports)
        wanted = self._session.store.settings.all().notify and QSystemTrayIcon.supportsMessages()
        if words and wanted and not self._is_seen():
            self._say("Studywire", words)

    def _is_seen(self) -> bool:
        return self._window.isActiveWindow() and self._window.isVisible()

    def _say(self, title: str, words: str) -> None:
        """Through the tray, which on Linux asks org.freedesktop.Notifications; without an icon
        of ours there, through one that goes with the message."""
        tray = self._tray or self._made()
        tray.show()
        tray.showMessage(title, words, tray.icon(), _STAYS)
        if tray is not self._tray:
            QTimer.singleShot(_STAYS, tray, tray.deleteLater)

    def _look_again(self, kinds: frozenset[type]) -> None:
        if Setting in kinds:
            self._follow()

    def _follow(self) -> None:
        """Show the icon, or take it away, as the user has set it and the desktop can."""
        wanted = self._session.store.settings.all().tray
        if wanted and self._tray is None and QSystemTrayIcon.isSystemTrayAvailable():
            self._tray = self._made()
            self._tray.show()
        elif not wanted and self._tray:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    def _made(self) -> QSystemTrayIcon:
        tray = QSystemTrayIcon(self._window.windowIcon(), self)
        tray.setToolTip("Studywire")
        menu = QMenu(self._window)
        menu.addAction(tr("Open Studywire"), self.open_window)
        for words, deed in self._deeds.items():
            menu.addAction(words, deed)
        tray.setContextMenu(menu)
        tray.activated.connect(self._answer)
        return tray

    def _answer(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.open_window()

    def open_window(self) -> None:
        """Bring the window back, before all others."""
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()


def summary(reports: Sequence[Mapping[str, Any]]) -> str:
    """What a refresh brought, in a line: "12 new articles: Nature 7, BMJ 5"; "" for nothing."""
    new = Counter[str]()
    for report in reports:
        new[report["title"]] += report["new"]
    total = new.total()
    if not total:
        return ""
    named = [f"{title} {number(count)}" for title, count in new.most_common(_NAMED) if count]
    more = sum(1 for count in new.values() if count) - len(named)
    named += (
        [tr("{more:,} more {noun}", more=more, noun=tr("feed") if more == 1 else tr("feeds"))]
        if more
        else []
    )
    return tr(
        "{total:,} new {noun}: {join}",
        total=total,
        noun=noun_for(total),
        join=", ".join(named),
    )
