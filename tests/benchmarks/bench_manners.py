"""What 200 feeds cost, and what becomes of those that hang, end, move or ask for rest.

    python tests/benchmarks/bench_manners.py FEEDS SERVER [--latency 0]

FEEDS is a folder of ../shared/tools/make_feeds.py, SERVER its serve_feeds.py. Beside peers of the
command line, ../shared/tools/bench_refresh.py measures with tests/benchmarks/peers.json.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from reader.feeds.fetch import Fetcher
from reader.model.query import ArticleQuery
from reader.operations.indexing import index
from reader.operations.refreshing import refresh
from reader.operations.subscribing import import_opml, move
from reader.store.store import Store
from reader.workers.pool import Workers

FAULTS = "gone=4,busy=4,moved=4,hang=2"


@contextmanager
def served(arguments: argparse.Namespace, faults: str) -> Iterator[str]:
    """The server's address for questions about itself."""
    port = json.loads((arguments.feeds / "manifest.json").read_text())["port"]
    command = [sys.executable, str(arguments.server), "--dir", str(arguments.feeds)]
    command += ["--latency", arguments.latency, *(["--faults", faults] if faults else [])]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait_for(control: str) -> None:
    for _ in range(100):
        try:
            told(control, "__stats")
        except OSError:
            time.sleep(0.2)
        else:
            return


def told(control: str, what: str) -> dict[str, Any]:
    with urllib.request.urlopen(f"{control}/{what}") as answer:
        body = answer.read()
    found: dict[str, Any] = json.loads(body) if body.startswith(b"{") else {}
    return found


def once(store: Store, control: str) -> None:
    """One refresh: how long until all but the hanging feeds were in, what was asked, what came."""
    told(control, "__reset")
    began, last, statuses = time.perf_counter(), 0.0, Counter[str]()
    with closing(Fetcher()) as fetcher, closing(Workers()) as workers:
        for step in refresh(store, fetcher, workers, store.feeds.all()):
            if step.report:
                statuses[step.report["status"]] += 1
                if "longer than" not in (step.report["error"] or ""):
                    last = time.perf_counter() - began
                if step.report["moved_to"] and (feed := store.feeds.at(step.report["feed"])):
                    store.apply(move(store, feed, step.report["moved_to"]))
    whole = time.perf_counter() - began
    asked = told(control, "__stats")
    began = time.perf_counter()
    list(index(store))
    found = len(store.articles.ids(ArticleQuery(words="the")))
    print(
        f"{last:6.2f} s until all that answer were in, {whole:6.2f} s in all; {dict(statuses)}; "
        f"searchable {time.perf_counter() - began:.2f} s later ({found:,} hits)"
    )
    print(f"       server: {json.dumps(asked)[:300]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("feeds", type=Path)
    parser.add_argument("server", type=Path)
    parser.add_argument("--latency", default="0")
    arguments = parser.parse_args()
    for faults in ("", FAULTS):
        with served(arguments, faults) as control, tempfile.TemporaryDirectory() as folder:
            print(f"-- {faults or 'no faults'}")
            with Store(Path(folder) / "archive.db") as store:
                opml = (arguments.feeds / "feeds.opml").read_bytes()
                store.apply(import_opml(store, opml, allow_local=True).change)
                for _ in range(2 if not faults else 5):
                    once(store, control)


if __name__ == "__main__":
    main()
