"""How long work will still take, told from how fast it went so far."""

import time
from collections.abc import Callable

from reader.desktop.tongue import number, tr

#: Seconds of work before anything is said, and the least that is worth saying.
WAIT, WORTH = 4.0, 8.0


class Pace:
    """One piece of work after the other; each is known by a key."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._key: object = None
        self._begun, self._first = 0.0, 0

    def left(self, key: object, done: int, total: int) -> str:
        """As in "about 3 min left"; "" while nobody can know or it is not worth a word.

        The rate is that since the first step of this work; a step back begins it anew.
        """
        now = self._clock()
        if key is not self._key or done < self._first:
            self._key, self._begun, self._first = key, now, done
        seconds, steps = now - self._begun, done - self._first
        if seconds < WAIT or steps <= 0 or total <= done:
            return ""
        rest = seconds / steps * (total - done)
        return tr("about {rounded} left", rounded=_rounded(rest)) if rest >= WORTH else ""


def _rounded(seconds: float) -> str:
    if seconds < 55:
        return f"{max(10, round(seconds / 10) * 10)} s"
    if seconds < 55 * 60:
        return tr("{value} min", value=max(1, round(seconds / 60)))
    return f"{number(seconds / 3600, '.1f')} h"
