"""How late the window's event loop is while feeds are refreshed, indexed and studied.

Run by hand, with a server of feeds and their OPML file:

    python tests/benchmarks/bench_responsiveness.py feeds.opml [--study-seconds 60]

A timer asks to be called every 4 ms; how much later it is called is how long a click would wait.
Prints the delay's median, 99th percentile and maximum in ms, idle and for each kind of work; "own" is
the processor time that the window's thread took between two ticks. On a machine that others use, a
delay is mostly waiting for a core: only what is own could be less.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.desktop.window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TICK = 4


class Heartbeat:
    """Notes how late each tick of a timer is, and the thread's own work before it, in ms."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.late: list[float] = []
        self.own: list[float] = []
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=TICK)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.late.append(max(0.0, (now - self._last) * 1000 - TICK))
        self.own.append((worked - self._worked) * 1000)
        self._last, self._worked = now, worked

    def take(self) -> str:
        """The figures since the last call."""
        late, self.late = sorted(self.late), []
        own, self.own = sorted(self.own), []
        return f"{_spread(late)} ms  own {_spread(own)} ms" if late else "no ticks"


def _spread(values: list[float]) -> str:
    p99 = values[int(len(values) * 0.99)]
    return f"median {values[len(values) // 2]:5.1f}  p99 {p99:5.1f}  max {values[-1]:6.1f}"


def until(done: Callable[[], bool], seconds: float) -> float:
    """Run the event loop as the program does until something is done; the seconds it took."""
    from PySide6.QtCore import QEventLoop, QTimer

    began = time.perf_counter()
    loop = QEventLoop()
    look = QTimer(interval=50)
    look.timeout.connect(
        lambda: loop.quit() if done() or time.perf_counter() - began > seconds else None
    )
    look.start()
    loop.exec()
    return time.perf_counter() - began


def warm_up(window: "MainWindow") -> None:
    """What a window makes in its first seconds is not idleness; then it is set apart."""
    from reader.desktop.pausing import set_apart
    from reader.desktop.warming import Warming

    warm: list[bool] = []
    warming = Warming(window)
    warming.ended.connect(set_apart)
    warming.ended.connect(lambda: warm.append(True))
    until(lambda: bool(warm), 60)


def measure(opml: Path, study_seconds: float, folder: str) -> None:
    from reader.app import collect_rarely
    from reader.desktop.run import SWITCH, application
    from reader.desktop.theme import Theme
    from reader.desktop.window import MainWindow
    from reader.feeds.fetch import Fetcher
    from reader.operations.subscribing import import_opml
    from reader.store.store import Store
    from reader.workers.pool import Workers

    with Store(Path(folder) / "archive.db") as store:
        store.apply(import_opml(store, opml.read_bytes(), allow_local=True).change)
        sys.setswitchinterval(SWITCH)
        collect_rarely()
        app = application()
        window = MainWindow(store, Fetcher(), Workers(), Theme(app, "light"))
        window.show()
        warm_up(window)
        jobs, beat = window.panes.jobs, Heartbeat()
        beat.take()
        until(lambda: False, 3)
        print(f"idle      {beat.take()}")
        window.actions_["refresh_all"].trigger()
        for title in ("Checking feeds", "Indexing", "Studying"):
            limit = study_seconds if title == "Studying" else 600
            took = until(lambda t=title: t not in {job.title for job in jobs.running}, limit)  # type: ignore[misc]
            print(f"{title:9.9} {beat.take()}  in {took:.1f} s")
        total, left = store.articles.total(), store.pending.count("study")
        print(f"{total:,} articles, {total - left:,} studied")
        window.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("opml", type=Path)
    parser.add_argument("--study-seconds", type=float, default=60)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(arguments.opml, arguments.study_seconds, folder)


if __name__ == "__main__":
    main()
