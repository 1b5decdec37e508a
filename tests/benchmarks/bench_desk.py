"""Times the window on an archive of any size, without a screen: aims 7, 8, 13, 14 of the design.

    python tests/benchmarks/bench_desk.py --archive a.db [--reps 5]

`a.db` is that of `bench_query.py`. A process of its own a repetition, in turn with an empty
archive. `window_s` is from the start of the process to the first painted window, `settled_s` until
no question is open and no job runs, both on the clock; `cpu_s` the CPU time until then. `pss_MiB`
is the proportional share of memory three seconds later. Within a process, in CPU milliseconds,
median and the worst of a hundred: `open_ms` from choosing an article to its painted text,
`switch_ms` from choosing a place to its painted list, `scroll_ms` a page of the list somewhere else;
`page_p99_ms` is what 99 of 100 turns to the next page take at most. One JSON object, medians over the
repetitions.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast
from unittest.mock import patch

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from reader.desktop.pausing import set_apart
from reader.desktop.run import application
from reader.desktop.theme import Theme
from reader.desktop.warming import Warming
from reader.desktop.window import MainWindow
from reader.feeds.fetch import Fetcher
from reader.store.store import Store
from reader.study.phrases import marker
from reader.workers.pool import Workers
from tests.fakes import Here, Wire

OPENED, PAGES = 100, 500
PLACES = ("all", "starred", "inbox", "annotated")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--archive", type=Path, required=True)
    asked.add_argument("--reps", type=int, default=5)
    asked.add_argument("--once", action="store_true", help="this process measures once")
    args = asked.parse_args()
    if args.once:
        print(json.dumps(once(args.archive)))
        return
    found: dict[str, list[dict[str, float]]] = {"empty": [], "archive": []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(args.reps):
            for name, path in (("empty", Path(folder) / "empty.db"), ("archive", args.archive)):
                found[name].append(in_process(path))
    print(json.dumps({name: medians(rows) for name, rows in found.items()}, indent=1))


def in_process(archive: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--archive", str(archive), "--once"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return cast(dict[str, float], json.loads(done.stdout.splitlines()[-1]))


def medians(rows: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(row[name] for row in rows), 3) for name in rows[0]}


def once(archive: Path) -> dict[str, float]:
    begun = started()
    # the token classifier reads in a process of its own; here it would count as the window's
    unread = patch.object(marker, "is_installed", return_value=False)
    with tempfile.TemporaryDirectory() as folder, Store(archive) as store, unread:
        app = application()
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        fetcher, workers = cast(Fetcher, Wire({})), cast(Workers, Here())
        window = MainWindow(store, fetcher, workers, Theme(app, "light"))
        window.show()
        Warming(window).ended.connect(set_apart)
        app.processEvents()
        window.panes.updater.stop()  # what waits to be indexed or compared is not the window's
        window.grab()
        found = {"window_s": time.time() - begun}
        settle(window)
        found |= {"settled_s": time.time() - begun, "cpu_s": time.process_time()}
        wait(7.0)  # what the first article needs is made meanwhile
        found["pss_MiB"] = pss()
        if store.articles.total() > OPENED:
            found |= working(window)
        window.close()
    return found


def working(window: MainWindow) -> dict[str, float]:
    """What one does all day, in CPU milliseconds."""
    rows = whole(window)
    stride = rows // OPENED
    opened = timed([partial(show, window, at * stride) for at in range(OPENED)])
    switched = timed([partial(choose, window, key) for key in PLACES * 5])
    whole(window)
    scrolled = timed([partial(scroll, window, at * stride) for at in range(OPENED)])
    bar = window.panes.list.view.verticalScrollBar()
    turned = timed([partial(scroll, window, at * bar.pageStep()) for at in range(PAGES)])
    found: dict[str, float] = {"articles": rows, "page_p99_ms": sorted(turned)[PAGES * 99 // 100]}
    for name, times in (("open", opened), ("switch", switched), ("scroll", scrolled)):
        found |= {f"{name}_ms": statistics.median(times), f"{name}_worst_ms": max(times)}
    return found


def whole(window: MainWindow) -> int:
    """All articles in the list, which shows its first rows before it reads the others; how many."""
    choose(window, "all")
    model, expected = window.panes.list.model, window.panes.session.store.articles.total()
    while model.rowCount() < expected / 2:  # articles on one study are one row
        wait(0.1)
    settle(window)
    return model.rowCount()


def show(window: MainWindow, row: int) -> None:
    window.panes.list.choose_row(row)
    window.panes.reading.grab()


def choose(window: MainWindow, key: str) -> None:
    window.panes.sidebar.choose(key)
    settle(window)
    window.panes.list.grab()


def scroll(window: MainWindow, row: int) -> None:
    window.panes.list.view.verticalScrollBar().setValue(row)
    window.panes.list.view.grab()


def timed(deeds: list[Callable[[], None]]) -> list[float]:
    deeds[0]()  # what is loaded once is not counted
    times = []
    for deed in deeds:
        QApplication.processEvents()
        begun = time.process_time()
        deed()
        times.append((time.process_time() - begun) * 1000)
    return times


def settle(window: MainWindow) -> None:
    while window.panes.jobs.running or not window.panes.questions.is_idle:
        QApplication.processEvents()
        time.sleep(0.001)
    QApplication.processEvents()


def wait(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.02)


def started() -> float:
    """When this process began, in seconds of the clock."""
    ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    up = float(Path("/proc/uptime").read_text().split()[0])
    return time.time() - up + ticks / 100


def pss() -> float:
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    (line,) = [line for line in lines if line.startswith("Pss:")]
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
