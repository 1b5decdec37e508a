"""Times a search from its start to the painted list, in a window without a screen.

    python tests/benchmarks/bench_painted.py --archive a.db --queries q.json [--each 8]

`a.db` and `q.json` are those of `bench_query.py`. The pause after a key (`search_bar.PAUSE`) is
not in the figures. CPU milliseconds of the whole process, for the machine may be busy: p50 and p95
of each class, the query first asked once before; the peak of memory of the window's process, and of
the largest that it started: what studies articles is a process of its own, as in the program, and is
stopped here. One JSON object.
"""

import argparse
import json
import resource
import time
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication

from reader.desktop.theme import Theme
from reader.desktop.window import MainWindow
from reader.feeds.fetch import Fetcher
from reader.model.query import ArticleQuery
from reader.store.store import Store
from reader.workers.pool import Workers
from tests.benchmarks.bench_query import percentile, typed
from tests.fakes import Wire


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--archive", type=Path, required=True)
    asked.add_argument("--queries", type=Path, required=True)
    asked.add_argument("--each", type=int, default=8, help="queries of a class")
    asked.add_argument("--sort", default="newest")
    args = asked.parse_args()
    app = QApplication([])
    app.setOrganizationName("bench")
    app.setApplicationName("bench")
    with Store(args.archive) as store:
        theme = Theme(app, "light")
        window = MainWindow(store, cast(Fetcher, Wire({})), Workers(), theme)
        window.show()
        app.processEvents()
        window.panes.updater.stop()
        found: dict[str, object] = {"articles": store.articles.total()}
        for name, queries in typed(json.loads(args.queries.read_text("utf-8"))).items():
            times = [painted(window, query, args.sort) for query in queries[: args.each]]
            found[name] = [round(percentile(sorted(times), p), 1) for p in (0.5, 0.95)]
        found["MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        window.close()
    found["MiB of a child"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    print(json.dumps(found, indent=1))


def painted(window: MainWindow, words: str, sort: str) -> float:
    """CPU milliseconds from the question to the picture, the second time it is asked."""
    took = 0.0
    for _ in range(2):
        settle(window)
        answered: list[int] = []
        counted = window.panes.list.counted.connect(answered.append)
        begun = time.process_time()
        window.panes.list.show_query(ArticleQuery(words=words, sort=sort))
        while not answered:
            QApplication.processEvents()
            time.sleep(0.0002)
        window.panes.list.view.viewport().grab()
        took = (time.process_time() - begun) * 1000
        window.panes.list.counted.disconnect(counted)
    return took


def settle(window: MainWindow) -> None:
    """Until nothing has been asked for a while: the rest of a list is read after it is painted."""
    quiet = 0
    while quiet < 120:
        quiet = quiet + 1 if window.panes.questions.is_idle else 0
        QApplication.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    main()
