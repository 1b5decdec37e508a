"""How fast a marked article opens, scrolls and is marked, in the real window without a screen.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_highlights.py

An article of 200,000 characters with 300 highlights, a third of them with notes; a window of 1440 by
900. Opening and marking are timed until the words are painted, scrolling a wheel's notch at a time.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QSettings

from reader.desktop.run import application
from reader.desktop.theme import Theme
from reader.desktop.window import MainWindow
from reader.feeds.fetch import Fetcher
from reader.model.annotation import Annotation, Note
from reader.model.change import Change, Edit
from reader.model.feed import Entry, Subscription
from reader.operations.annotating import highlight, write_note
from reader.store.store import Store
from reader.text.document import content
from reader.workers.pool import Workers
from tests.benchmarks.edited_texts import Publisher
from tests.fakes import Here, Wire

MARKS, SIZE = 300, 200_000


def article(seed: int, size: int) -> Entry:
    publisher = Publisher(seed, boilerplate=False)
    parts: list[str] = []
    while sum(map(len, parts)) < size:
        parts.append(f"<p>{publisher.article(1).text()}</p>")
    said = content(f"Article {seed}", "".join(parts))
    return Entry(content=said, guid=f"g{seed}", link="", published=seed)


def filled(store: Store, size: int, marks: int) -> list[int]:
    """Two articles of this size, the second one with marks; their ids."""
    address = "https://example.org/feed.xml"
    store.apply(Change("Subscribe", (Edit(None, Subscription(address, "Example")),)))
    feed = store.feeds.at(address)
    assert feed
    with store.writing():
        store.arrivals.merge(feed.id, [article(n, size) for n in (1, 2)], 1_790_000_000)
    colours = ("yellow", "green", "blue", "red", "purple", "orange")
    found = store.articles.one(2)
    assert found
    step = len(found.content.text) // marks
    edits: list[Edit[Annotation]] = []
    for number in range(marks):
        change = highlight(found, number * step, number * step + 120, colours[number % 6])
        edits += change.edits
    store.apply(Change("Highlight", tuple(edits)))
    notes: list[Edit[Note]] = []
    for edit in edits[::3]:
        assert edit.after
        notes += write_note(store, 2, edit.after.id, "A note, **bold** in part.").edits
    store.apply(Change("Note", tuple(notes)))
    return [1, 2]


def timed(deed: Callable[[], object], window: MainWindow) -> float:
    """Seconds of this thread's CPU until a deed is done and the article is painted."""
    begun = time.thread_time()
    deed()
    window.panes.reading.view.viewport().repaint()
    return time.thread_time() - begun


def told(name: str, seconds: list[float], aim: str) -> None:
    worst = sorted(seconds)[max(0, round(len(seconds) * 0.95) - 1)]
    median = statistics.median(seconds)
    print(f"  {name:<44}{median * 1e3:>9.1f} ms{worst * 1e3:>9.1f} ms   {aim}")


def measure(size: int, marks: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        app = application()
        store = Store(Path(folder) / "archive.db")
        plain, marked = filled(store, size, marks)
        theme = Theme(app, "light")
        window = MainWindow(store, cast(Fetcher, Wire({})), cast(Workers, Here()), theme)
        window.resize(1440, 900)
        window.show()
        app.processEvents()
        print(f"{size:,} characters, {marks} highlights       median          95 %")
        told("open, to painted text", opening(window, plain, marked), "aim 50 ms")
        told("a frame of scrolling", scrolling(window), "aim 20 ms (50 a second)")
        told("highlight, on disk and painted", marking(window), "aim 50 ms")
        window.close()
        store.close()


def opening(window: MainWindow, plain: int, marked: int) -> list[float]:
    times = []
    for _ in range(10):
        window.panes.opened.show(plain)
        application().processEvents()
        times.append(timed(lambda: window.panes.opened.show(marked, passing=True), window))
        application().processEvents()
    return times


def scrolling(window: MainWindow) -> list[float]:
    bar = window.panes.reading.view.verticalScrollBar()
    return [timed(lambda: bar.setValue(bar.value() + 60), window) for _ in range(300)]


def marking(window: MainWindow) -> list[float]:
    times = []
    for number in range(20):
        window.panes.reading.view.select(5_000 + 400 * number, 5_040 + 400 * number)
        wanted = window.panes.reading.highlight_wanted
        times.append(timed(lambda: wanted.emit("red"), window))  # noqa: B023
        application().processEvents()
    return times


def main() -> None:
    measure(6_000, 8)
    measure(SIZE, MARKS)


if __name__ == "__main__":
    main()
