"""Times the query language on an archive of any size.

    python make_corpus.py --n 100000 --out c.db --queries q.json        (../shared/tools)
    python tests/benchmarks/bench_query.py --archive a.db --corpus c.db        builds the archive
    python tests/benchmarks/bench_query.py --archive a.db --queries q.json     times queries on it
    python tests/benchmarks/bench_query.py --archive a.db --facets             times facets
    python tests/benchmarks/bench_query.py --archive a.db --start              times the window

The archive grows as one does over years: batches of 500 arrive in the order of time, every tenth
article up to 60 days late. Three of four report a study with an invented card. A query's figure is
its median over `--reps` in CPU time, for the machine may be busy; a class's are taken over its
queries, caches warm. One JSON object.
"""

import argparse
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from reader.model.article import Content
from reader.model.change import Change, Edit
from reader.model.feed import Entry, Subscription
from reader.model.query import ArticleQuery
from reader.model.study import Span, StudyCard, StudyValue
from reader.operations.faceting import facets
from reader.operations.indexing import index
from reader.store.store import Store

BATCH, SLICE = 500, 200
DESIGNS = (
    *("randomized_controlled_trial", "cohort", "cohort", "cross_sectional", "animal", "in_vitro"),
    *("systematic_review", "meta_analysis", "single_arm_trial", "case_control", "qualitative"),
)
COUNTRIES = ("United States", "United Kingdom", "China", "Germany", "Japan", "Finland", "Brazil")
SPAN = (Span(0, 1, "x"),)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--archive", type=Path, required=True)
    asked.add_argument("--corpus", type=Path)
    asked.add_argument("--queries", type=Path)
    asked.add_argument("--facets", action="store_true")
    asked.add_argument("--start", action="store_true")
    asked.add_argument("--reps", type=int, default=5)
    asked.add_argument("--each", type=int, default=1000, help="queries of a class")
    asked.add_argument("--ways", default="newest,relevance,all")
    asked.add_argument("--only", default="", help="only classes with this in their name")
    args = asked.parse_args()
    with Store(args.archive) as store:
        if args.corpus:
            build(store, args.corpus)
        if args.queries:
            classes = json.loads(args.queries.read_text("utf-8"))
            print(json.dumps(times(store, classes, args), indent=1))
        if args.facets:
            print(json.dumps(facet_times(store, args.reps), indent=1))
    if args.start:
        print(json.dumps(starts(args.archive, args.reps), indent=1))


# -- building


def build(store: Store, corpus: Path) -> None:
    begun = time.perf_counter()
    feeds = [f"https://feed{n}.example.org/rss" for n in range(200)]
    rows = tuple(Edit(None, Subscription(feed)) for feed in feeds)
    store.apply(Change("Subscribe", rows))
    ids = [feed.id for address in feeds if (feed := store.feeds.at(address))]
    chance = random.Random(3)
    source = sqlite3.connect(corpus)
    told = source.execute("select id, title, body, doi, published from articles order by id")
    while batch := told.fetchmany(BATCH):
        now = batch[-1][4] + 3600
        with store.writing(durable=False):
            for part in range(0, len(batch), 50):
                entries = [entry(row, chance) for row in batch[part : part + 50]]
                store.arrivals.merge(chance.choice(ids), entries, now)
        while waiting := store.pending.next("study", SLICE):
            with store.writing(durable=False):
                for text in store.studies.texts(waiting):
                    store.studies.keep(text, card(chance))
                store.pending.done("study", waiting)
    source.close()
    stored = time.perf_counter() - begun
    begun = time.perf_counter()
    for _ in index(store):
        pass
    store.connection().execute("pragma wal_checkpoint(truncate)")
    took = {"store_s": round(stored, 1), "index_s": round(time.perf_counter() - begun, 1)}
    print(json.dumps(took | {"MiB": store.path.stat().st_size >> 20}))


def entry(row: tuple[int, str, str, str, int], chance: random.Random) -> Entry:
    number, title, body, _, published = row
    text = f"{title}\n{body}"
    late = chance.randrange(60 * 86400) if chance.random() < 0.1 else 0
    said = Content(title, f"<p>{body}</p>", text, "")
    return Entry(
        content=said,
        guid=f"tag:{number}",
        link=f"https://example.org/{number}",
        published=published - late,
    )


def card(chance: random.Random) -> StudyCard:
    if chance.random() < 0.25:
        return StudyCard("bench", "", value(said=False))
    fields: dict[str, tuple[StudyValue, ...]] = {
        "study_type": (value(chance.choice(DESIGNS)),),
        "condition": tuple(
            value(f"condition {int(chance.paretovariate(0.8)) % 3000}") for _ in range(2)
        ),
        "country": (value(chance.choice(COUNTRIES)),),
        "species": (value("human"),),
    }
    if chance.random() < 0.8:
        fields["sample_size"] = (value(int(chance.lognormvariate(5.5, 1.7)) + 5),)
    if chance.random() < 0.4:
        years = chance.choice((0.25, 0.5, 1.0, 2.0, 5.0, 10.0))
        fields["follow_up"] = (value("x", min_years=years, max_years=years),)
    if chance.random() < 0.3:
        fields["limitations"] = (value("x", code=chance.choice(("small", "observational"))),)
    return StudyCard("bench", "", value(said=True), fields)


def value(said: str | int | bool, **details: Any) -> StudyValue:
    return StudyValue(said, SPAN, 0.9, "bench", details=details)


# -- timing


def typed(classes: dict[str, list[list[str]]]) -> dict[str, list[str]]:
    """The queries of each class as one types them."""
    found = {
        name: [" ".join(words) + " " for words in queries]
        for name, queries in classes.items()
        if name not in ("phrase", "prefix", "or3_title")
    }
    found["phrase"] = [f'"{" ".join(words)}"' for words in classes["phrase"]]
    found["prefix as typed"] = [words[0] for words in classes["prefix"]]
    found["or with title"] = [
        f"title:{a} OR title:{b} OR text:{c}" for a, b, c in classes["or3_title"]
    ]
    common = [words[0] for words in classes["common1"]]
    found["not"] = [
        f"{word} -{other[0]} " for word, other in zip(common, classes["mid1"], strict=False)
    ]
    found["design"] = ["design:rct", "design:cohort", "design:trial", "design:observational"]
    found["number"] = ["n>=100", "n>=10000", "n:50..60", "n<10", "followup:>=2y"]
    found["stated rare"] = [
        f"condition:={quoted}" for quoted in ('"condition 7"', '"condition 999"')
    ]
    found["stated words"] = ["condition:condition", "country:united", "country:finland"]
    found["not stated"] = ["design:none", "followup:none", "is:study n:none"]
    found["words and facts"] = [f"{word} design:rct n>=100 followup:>=2y" for word in common]
    found["rare word and facts"] = [f"{w[0]} design:rct n>=100" for w in classes["rare1"]]
    found["dates"] = [
        "published:2023-11",
        "after:2023-12",
        "year:2023",
        "before:2023-11-15 design:rct",
    ]
    found["state"] = ["is:unread", "is:unread design:rct", "feed:feed7", "feed:feed7 n>=100"]
    found["identifiers"] = ["10.1056/x.1", "https://example.org/777", "NCT01234567"]
    return found


def times(
    store: Store, classes: dict[str, list[list[str]]], args: argparse.Namespace
) -> dict[str, Any]:
    found: dict[str, Any] = {"articles": store.articles.total()}
    for name, queries in typed(classes).items():
        if args.only and args.only not in name:
            continue
        row: dict[str, Any] = {}
        for how, ask in ways(store).items():
            if how not in args.ways.split(","):
                continue
            medians = sorted((timed(ask, q, args.reps), q) for q in queries[: args.each])
            row[how] = [round(percentile([m for m, _ in medians], p), 2) for p in (0.5, 0.95)]
            row.setdefault("worst", {})[how] = medians[-1][1]
        found[name] = row
        print(name, row, file=sys.stderr)
    return found


def ways(store: Store) -> dict[str, Callable[[str], object]]:
    """p50 and p95 in milliseconds of: the newest 50, the best 50, the whole list."""
    ids = store.articles.ids
    return {
        "newest": lambda words: ids(ArticleQuery(words=words), 50),
        "relevance": lambda words: ids(ArticleQuery(words=words, sort="relevance"), 50),
        "all": lambda words: ids(ArticleQuery(words=words)),
    }


def facet_times(store: Store, reps: int) -> dict[str, Any]:
    """For each query: results, milliseconds to gather them, and for each facet (medians)."""
    found = {}
    for words in ("", "health ", "design:rct", "n>=100", "is:unread n>=1000", "xqmidzon "):
        query = ArticleQuery(words=words)
        runs: dict[str, list[float]] = {}
        for _ in range(reps):
            begun = time.process_time()
            for facet in facets(store, query):
                runs.setdefault(facet.title, []).append((time.process_time() - begun) * 1000)
                begun = time.process_time()
        medians = {name: round(statistics.median(row), 1) for name, row in runs.items()}
        found[words] = {"results": store.articles.count(query), **medians} | {
            "all": round(sum(medians.values()), 1)
        }
    return found


def starts(archive: Path, reps: int) -> dict[str, Any]:
    """Seconds from the start of a process to a window that shows a list, and CPU seconds; of an
    empty archive and of this one, in turn."""
    took: dict[str, list[list[float]]] = {"empty": [], "full": []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(reps):
            for name, path in (("empty", Path(folder) / "empty.db"), ("full", archive)):
                done = subprocess.run(
                    [sys.executable, "-c", _WINDOW, str(path)],
                    capture_output=True,
                    text=True,
                    check=True,
                )
                took[name].append([float(part) for part in done.stdout.split()[-3:]])
    names = ("wall_s", "cpu_s", "rss_MiB")
    return {
        which: {
            n: round(statistics.median(c), 2)
            for n, c in zip(names, zip(*rows, strict=True), strict=True)
        }
        for which, rows in took.items()
    }


_WINDOW = """
import resource, sys, time
begun = time.monotonic() - time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID)
from pathlib import Path
from PySide6.QtWidgets import QApplication
from reader.desktop.theme import Theme
from reader.desktop.window import MainWindow
from reader.feeds.fetch import Fetcher
from reader.store.store import Store
from reader.workers.pool import Workers
app = QApplication([])
app.setOrganizationName("bench"); app.setApplicationName("bench")
store = Store(Path(sys.argv[1]))
window = MainWindow(store, Fetcher(), Workers(), Theme(app, "light"))
window.searching.arrive(None)
window.panes.sidebar.choose("all")
window.show()
app.processEvents()
window.panes.updater.stop()
app.processEvents()
while not window.panes.questions.is_idle:
    app.processEvents()
window.grab()
used = resource.getrusage(resource.RUSAGE_SELF)
print(time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, flush=True)
window.close(); store.close()
"""


def timed(ask: Callable[[str], object], query: str, reps: int) -> float:
    return statistics.median(_times(ask, query, reps)) * 1000


def _times(ask: Callable[[str], object], query: str, reps: int) -> Iterator[float]:
    ask(query)
    for _ in range(reps):
        begun = time.process_time()
        ask(query)
        yield time.process_time() - begun


def percentile(values: list[float], share: float) -> float:
    return values[min(len(values) - 1, round(share * (len(values) - 1)))]


if __name__ == "__main__":
    main()
