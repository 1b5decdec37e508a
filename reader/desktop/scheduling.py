"""Automatic checks: what is due is asked for, quietly, while the network is there for it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reader.desktop.session import Session
from reader.desktop.updating import Updater
from reader.model.schedule import Asking
from reader.model.settings import Settings

#: Milliseconds between two looks at the clock, and from the start to the first.
LOOK, FIRST = 60_000, 4_000
#: Seconds between two looks that mean the computer slept; and to wait then, for the network.
SLEPT, AWAKE = 180, 45
#: Feeds asked at one look; the others follow at the next, so that nothing comes as a burst.
PORTION = 120

Network = Callable[[], str]


class Schedule(QObject):
    """Looks at the clock once a minute. Start it when the window stands."""

    def __init__(
        self,
        session: Session,
        updater: Updater,
        network: Network | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        self._store = session.store
        self._updater = updater
        self._network = network
        self._clock = clock
        self._last = self._not_before = 0.0
        self._starting = True
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._timer.start()
        QTimer.singleShot(FIRST, self, self.look)

    def look(self) -> None:
        """Ask for what is due, if this is a moment for it."""
        now = self._clock()
        settings = self._store.settings.all()
        starting, self._starting = self._starting, False
        if self._last and now - self._last > SLEPT:
            self._not_before = now + AWAKE
        self._last = now
        if not wanted(settings, starting=starting) or now < self._not_before <= now + AWAKE:
            return
        feeds = self._store.feeds.all()
        if not feeds or self._store.read_only or self._updater.is_refreshing:
            return
        if not may_use(self._ask_network(), settings):
            return
        from reader.operations.turns import due  # imports what reads feeds

        feeds = due(self._store, feeds, int(now))
        if feeds:
            self._updater.refresh(feeds[:PORTION], Asking.DUE)

    def _ask_network(self) -> str:
        if self._network is None:
            self._network = system_network()
        return self._network()


def wanted(settings: Settings, *, starting: bool) -> bool:
    """Whether the user wants automatic checks, at the start or later."""
    return settings.refresh_at_start if starting else settings.refresh_minutes > 0


def may_use(network: str, settings: Settings) -> bool:
    """Whether this network is one to fetch over by oneself."""
    return network == "open" or (network == "metered" and settings.refresh_metered)


def system_network() -> Network:
    """A question to the system: "open", "metered", "captive" or "none". Unknown counts as open."""
    from PySide6.QtNetwork import QNetworkInformation

    if not QNetworkInformation.loadDefaultBackend():
        return lambda: "open"
    told = QNetworkInformation.instance()

    def ask() -> str:
        if told.reachability() == QNetworkInformation.Reachability.Disconnected:
            return "none"
        if told.isBehindCaptivePortal():
            return "captive"
        return "metered" if told.isMetered() else "open"

    return ask
