"""Search beside its peers in one run: aims 9 to 12 of the performance page, as ratios.

    python tests/benchmarks/bench_search_peers.py --archive a.db --corpus c.db --queries q.json
        [--tantivy PYTHON --index FOLDER] [--lemon24 PYTHON] [--arrivals 6000]

`a.db`, `c.db` and `q.json` are those of `bench_query.py`. The peers run in their own Python
(`search_peer.py`). CPU milliseconds, for the machine may be busy: p50 and p95 of each class. With
`--arrivals` so many new entries are stored and indexed in a copy of the archive while another thread
asks lists and searches and notes the time of each; an FTS5 'rebuild' of as many articles is timed
in the same ways. One JSON object.
"""

import argparse
import json
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader.desktop.run import SWITCH
from reader.model.feed import Entry
from reader.model.query import ArticleQuery
from reader.operations.indexing import index, tidy
from reader.store.store import Store
from tests.benchmarks.bench_query import entry, percentile, timed, typed, ways

PEER = Path(__file__).with_name("search_peer.py")
#: Our names of the classes that peers are asked, too.
SAME = {"prefix as typed": "prefix", "or with title": "or3_title"}
#: What is asked while entries arrive, again and again.
LOOKS = (
    ArticleQuery(unread=True),
    ArticleQuery(words="health "),
    ArticleQuery(words="design:rct n>=100"),
    ArticleQuery(words='"stem cell" -mice'),
)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--archive", type=Path, required=True)
    asked.add_argument("--corpus", type=Path, required=True)
    asked.add_argument("--queries", type=Path, required=True)
    asked.add_argument("--tantivy", default="", help="a Python that has tantivy")
    asked.add_argument("--index", type=Path, default=Path("tantivy-index"))
    asked.add_argument("--lemon24", default="", help="a Python that has reader")
    asked.add_argument("--arrivals", type=int, default=0)
    asked.add_argument("--only-arrivals", action="store_true", help="no peers, no other figures")
    asked.add_argument("--reps", type=int, default=3)
    asked.add_argument(
        "--scans", type=int, default=4, help="queries of a class that are scanned for; 0 for none"
    )
    args = asked.parse_args()
    if args.only_arrivals:
        print(json.dumps(arrivals(args), indent=1))
        return
    found: dict[str, Any] = {}
    with Store(args.archive) as store:
        found["articles"] = store.articles.total()
        found["ours"] = ours(store, args)
    if args.scans:
        found["like"] = peer(args, sys.executable, "like", "--each", str(args.scans), "--reps", "1")
    if args.tantivy:
        found["tantivy"] = peer(args, args.tantivy, "tantivy", "--work", str(args.index))
    if args.lemon24:
        found["lemon24"] = peer(args, args.lemon24, "lemon24", "--reps", "1", "--each", "3")
    found["ratios"] = ratios(found)
    if args.arrivals:
        found["arrivals"] = arrivals(args)
    print(json.dumps(found, indent=1))


def ours(store: Store, args: argparse.Namespace) -> dict[str, dict[str, list[float]]]:
    """p50 and p95 of the classes that the peers are asked, and of all these queries together."""
    classes = json.loads(args.queries.read_text("utf-8"))
    asks, found = ways(store), dict[str, dict[str, list[float]]]()
    for way in ("newest", "relevance"):
        took = {
            SAME.get(name, name): [timed(asks[way], query, args.reps) for query in queries]
            for name, queries in typed(classes).items()
            if SAME.get(name, name) in classes
        }
        took["all"] = [one for times in took.values() for one in times]
        found[way] = {
            name: [round(percentile(sorted(times), share), 2) for share in (0.5, 0.95)]
            for name, times in took.items()
        }
    return found


def peer(args: argparse.Namespace, python: str, name: str, *more: str) -> dict[str, Any]:
    given = ["--corpus", str(args.corpus), "--queries", str(args.queries)]
    with tempfile.TemporaryDirectory() as elsewhere:  # not where our own `reader` would be found
        script = shutil.copy(PEER, elsewhere)
        more = tuple(
            str(Path(word).absolute()) if word == str(args.index) else word for word in more
        )
        command = [python, "-I", script, name, *given, *more]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def ratios(found: dict[str, Any]) -> dict[str, Any]:
    """Ours through theirs, of the 95th percentiles; the worst class of ours against each."""
    newest, best = found["ours"]["newest"], found["ours"]["relevance"]
    made: dict[str, Any] = {}
    if "like" in found:
        made["newest / scan"] = through(newest, found["like"]["newest"])
    if "tantivy" in found:
        made["relevance / tantivy"] = through(best, found["tantivy"]["relevance"])
        made["newest / tantivy"] = through(newest, found["tantivy"]["newest"])
    if "lemon24" in found:
        made["relevance / lemon24 at 20,000"] = through(best, found["lemon24"]["relevance"])
    made["worst newest ms"] = max(row[1] for row in newest.values())
    made["worst relevance ms"] = max(row[1] for row in best.values())
    return made


def through(ours: dict[str, list[float]], theirs: dict[str, list[float]]) -> dict[str, float]:
    return {n: round(ours[n][1] / max(theirs[n][1], 0.001), 4) for n in ours if n in theirs}


# -- while entries arrive


def arrivals(args: argparse.Namespace) -> dict[str, Any]:
    """Storing and indexing by themselves, then beside a thread that searches; and a rebuild of the
    same articles in either case, for the processor is slower for two than for one."""
    entries = new_entries(args)
    with copied(args.archive) as store:
        alone = stored(store, entries) | {"rebuild_cpu_s": rebuilt(entries)}
    with copied(args.archive) as store:
        quiet, _ = asked_while(store, lambda: time.sleep(3))
        busy, beside = asked_while(store, lambda: stored(store, entries))
        _, rebuild = asked_while(store, lambda: {"rebuild_cpu_s": rebuilt(entries)})
    return {
        "quiet": quiet,
        "while storing and indexing": busy,
        "alone": alone | through_rebuild(alone),
        "beside searches": beside | rebuild | through_rebuild(beside | rebuild),
    }


def through_rebuild(told: dict[str, float]) -> dict[str, float]:
    index, tidy = told["index_cpu_s"], told["tidy_cpu_s"]
    rebuild = told["rebuild_cpu_s"]
    return {
        "index / rebuild": round(index / rebuild, 2),
        "index and tidy / rebuild": round((index + tidy) / rebuild, 2),
    }


@contextmanager
def copied(archive: Path) -> Iterator[Store]:
    with tempfile.TemporaryDirectory(dir=archive.parent) as folder:
        shutil.copyfile(archive, Path(folder) / "a.db")
        with Store(Path(folder) / "a.db") as store:
            yield store


def new_entries(args: argparse.Namespace) -> list[Entry]:
    import random

    chance = random.Random(11)
    rows = sqlite3.connect(args.corpus).execute(
        "select id + 90000000, title, body, doi, published from articles limit ?", (args.arrivals,)
    )
    return [entry(row, chance) for row in rows]


def stored(store: Store, entries: list[Entry]) -> dict[str, float]:
    """Store by the feed and index; CPU seconds of this thread, and seconds until all are found."""
    feeds, begun, used = store.feeds.all(), time.perf_counter(), time.thread_time()
    for at in range(0, len(entries), 30):
        with store.writing(durable=False):
            feed = feeds[at // 30 % len(feeds)]
            store.arrivals.merge(feed.id, entries[at : at + 30], int(time.time()))
    there, spent = time.perf_counter(), time.thread_time()
    for _ in index(store):
        pass
    found, worked = time.perf_counter(), time.thread_time()
    for _ in tidy(store):
        pass
    return {
        "store_cpu_s": round(spent - used, 2),
        "index_cpu_s": round(worked - spent, 2),
        "tidy_cpu_s": round(time.thread_time() - worked, 2),
        "stored_s": round(there - begun, 2),
        "searchable_s_later": round(found - there, 2),
    }


def asked_while(
    store: Store, work: Callable[[], Any]
) -> tuple[dict[str, list[float]], dict[str, float]]:
    """What a list or a search takes meanwhile, asked every 10 ms by another thread that has asked
    each once; threads give way to each other as in the window. Milliseconds of the clock, of the processor, and of the clock
    without waiting for a core that other programs have; and how often it waited for a thread or the
    disk."""
    sys.setswitchinterval(SWITCH)
    looks: list[list[float]] = []
    warm, over = threading.Event(), threading.Event()

    def look() -> list[float]:
        query = LOOKS[len(looks) % len(LOOKS)]
        begun = moment()
        store.articles.rows(store.articles.ids(query, 50))
        wall, cpu, queued, waits = (n - b for n, b in zip(moment(), begun, strict=True))
        return [wall, cpu, wall - queued, waits]

    def ask() -> None:
        while not over.is_set():
            looks.append(look())
            if len(looks) == len(LOOKS) and not warm.is_set():
                looks.clear()  # in the window they were on screen before anything came in
                warm.set()
            over.wait(0.01)

    thread = threading.Thread(target=ask)
    thread.start()
    warm.wait()
    told = work() or {}
    over.set()
    thread.join()
    names = ("wall", "cpu", "wall on a core of its own", "waits")
    columns = zip(names, zip(*looks, strict=True), strict=True)
    return {name: spread(list(times)) for name, times in columns}, told


def moment() -> tuple[float, float, float, float]:
    """Of this thread, in milliseconds: the clock, the processor, waiting for a core; and how often
    it waited for anything else (Linux)."""
    queued = int(Path("/proc/thread-self/schedstat").read_text("ascii").split()[1])
    waits = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    return time.perf_counter() * 1e3, time.thread_time() * 1e3, queued / 1e6, waits


def spread(times: list[float]) -> list[float]:
    """Median, 99th percentile and maximum."""
    times = sorted(times)
    return [round(t, 1) for t in (percentile(times, 0.5), percentile(times, 0.99), times[-1])]


def rebuilt(entries: list[Entry]) -> float:
    """CPU seconds of FTS5's own 'rebuild' over the same titles and texts."""
    other = sqlite3.connect(":memory:")
    other.execute("create table t (id integer primary key, title text, body text)")
    rows = [(e.content.title, e.content.text) for e in entries]
    other.executemany("insert into t (title, body) values (?, ?)", rows)
    other.execute(
        "create virtual table f using fts5(title, body, content='t', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2')"
    )
    begun = time.thread_time()
    other.execute("insert into f (f) values ('rebuild')")
    return round(time.thread_time() - begun, 2)


if __name__ == "__main__":
    main()
