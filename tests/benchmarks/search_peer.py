"""Times another search on the queries of `make_corpus.py`; run with that peer's own Python.

    python search_peer.py like    --corpus c.db --queries q.json --each 4
    python search_peer.py tantivy --corpus c.db --queries q.json --work FOLDER
    python search_peer.py lemon24 --corpus c.db --queries q.json --first 20000

`like` scans titles and texts of the corpus itself. `tantivy` keeps its index in FOLDER. Queries are
those of `../shared/tools/bench_search.py`. Prints one JSON object: for each class, and for all
of them together, p50 and p95 of the queries' medians, in CPU milliseconds of this process, and what
building took.
"""

import argparse
import importlib
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Ask = Callable[[str, list[str]], object]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("peer", choices=["like", "tantivy", "lemon24"])
    asked.add_argument("--corpus", required=True)
    asked.add_argument("--queries", type=Path, required=True)
    asked.add_argument("--work", type=Path)
    asked.add_argument("--first", type=int, default=20_000)
    asked.add_argument("--each", type=int, default=20)
    asked.add_argument("--reps", type=int, default=3)
    args = asked.parse_args()
    begun = time.process_time()
    ways: dict[str, Ask] = {"like": like, "tantivy": tantivy, "lemon24": lemon24}[args.peer](args)
    found: dict[str, Any] = {"build_cpu_s": round(time.process_time() - begun, 1)}
    classes = json.loads(args.queries.read_text("utf-8"))
    for way, ask in ways.items():
        took = {
            name: [median(ask, name, q, args.reps) for q in queries[: args.each]]
            for name, queries in classes.items()
        }
        took["all"] = [one for times in took.values() for one in times]
        found[way] = {
            name: [round(at(sorted(times), share), 3) for share in (0.5, 0.95)]
            for name, times in took.items()
        }
    print(json.dumps(found))


def median(ask: Ask, name: str, query: list[str], reps: int) -> float:
    took = []
    for _ in range(reps):
        begun = time.process_time()
        ask(name, query)
        took.append((time.process_time() - begun) * 1000)
    return statistics.median(took)


def at(times: list[float], share: float) -> float:
    return times[min(len(times) - 1, round(share * (len(times) - 1)))]


# -- a scan


def like(args: argparse.Namespace) -> dict[str, Ask]:
    corpus = sqlite3.connect(args.corpus)

    def ask(name: str, query: list[str]) -> object:
        words = [" ".join(query)] if name == "phrase" else query
        sign = " or " if name.startswith("or") else " and "
        where = sign.join("(title like ? or body like ?)" for _ in words)
        return corpus.execute(
            f"select id from articles where {where} order by published desc limit 50",
            [f"%{word}%" for word in words for _ in range(2)],
        ).fetchall()

    return {"newest": ask}


# -- tantivy


def tantivy(args: argparse.Namespace) -> dict[str, Ask]:
    library: Any = importlib.import_module("tantivy")

    schema = library.SchemaBuilder()
    schema.add_integer_field("id", stored=True, indexed=True, fast=True)
    schema.add_text_field("title", stored=False)
    schema.add_text_field("body", stored=False)
    built = schema.build()
    there = args.work.exists()
    args.work.mkdir(parents=True, exist_ok=True)
    index = library.Index(built, path=str(args.work))
    if not there:
        writer = index.writer(heap_size=256 << 20, num_threads=1)
        told = sqlite3.connect(args.corpus).execute("select id, title, body from articles")
        for number, title, body in told:
            writer.add_document(library.Document(id=number, title=title, body=body))
        writer.commit()
        writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def read(name: str, words: list[str]) -> Any:
        if name == "prefix":
            either = [
                (library.Occur.Should, library.Query.regex_query(built, field, words[0] + ".*"))
                for field in ("title", "body")
            ]
            return library.Query.boolean_query(either)
        forms = {"phrase": '"' + " ".join(words) + '"', "and": " AND ".join(words)}
        text = forms.get("and" if name.startswith("and") else name, words[0])
        if name.startswith("or"):
            text = f"title:{words[0]} OR title:{words[1]} OR body:{words[2]}"
        return index.parse_query(text, ["title", "body"])

    def ask(order: dict[str, str]) -> Ask:
        def search(name: str, words: list[str]) -> object:
            hits = searcher.search(read(name, words), limit=50, count=False, **order).hits
            return [searcher.doc(address)["id"][0] for _, address in hits]

        return search

    return {"newest": ask({"order_by_field": "id"}), "relevance": ask({})}


# -- lemon24/reader


def lemon24(args: argparse.Namespace) -> dict[str, Ask]:
    make_reader: Any = importlib.import_module("reader").make_reader

    folder = tempfile.mkdtemp()
    other = make_reader(f"{folder}/r.sqlite", search_enabled=True)
    for number in range(1, 201):
        other.add_feed(f"http://127.0.0.1:1/{number}", allow_invalid_url=True)
    told = sqlite3.connect(args.corpus).execute(
        "select id, feed_id, title, body, published from articles where id <= ?", (args.first,)
    )
    for number, feed, title, body, published in told:
        when = datetime.fromtimestamp(published, UTC)
        other.add_entry(
            {"feed_url": f"http://127.0.0.1:1/{feed}", "id": str(number), "title": title}
            | {"summary": f"<p>{body}</p>", "published": when}
        )
    other.enable_search()
    other.update_search()

    def ask(name: str, query: list[str]) -> object:
        words = '"' + " ".join(query) + '"' if name == "phrase" else " ".join(query)
        return list(other.search_entries(words + ("*" if name == "prefix" else ""), limit=50))

    return {"relevance": ask}


if __name__ == "__main__":
    main()
