"""Reads and compiles very many random and mutated queries; stops at the first that fails.

    python tests/benchmarks/fuzz_queries.py [--queries 100000] [--first 0]

Every query is read, explained, taken apart, completed, compiled and asked of a small archive. The
numbers make the queries: a failure prints its number, which makes the same query again.
"""

import argparse
import random
import tempfile
import time
from pathlib import Path

from reader.model.query import ArticleQuery
from reader.store.store import Store
from reader.text.query.completing import typing
from reader.text.query.explaining import chips, sentence
from reader.text.query.parser import parse
from tests.text.query.test_parser import PIECES, mutated


def noise(number: int) -> str:
    """Characters of any kind, now and then very many."""
    chance = random.Random(number)
    length = chance.choice((3, 10, 40, 40, 200)) if number % 500 else 10_000
    return "".join(
        chance.choice(PIECES) if chance.random() < 0.3 else chr(chance.choice((chance.randrange(128), chance.randrange(0x11000))))
        for _ in range(length)
    )  # fmt: skip


def check(store: Store, text: str) -> None:
    query = parse(text)
    sentence(query)
    for chip in chips(query):
        parse(chip.without)
    for notice in query.notices:
        parse(notice.mended)
    typing(text, len(text) // 2)
    store.articles.ids(ArticleQuery(words=text), 50)
    store.articles.count(ArticleQuery(words=text, unread=True))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--queries", type=int, default=100_000)
    asked.add_argument("--first", type=int, default=0)
    args = asked.parse_args()
    begun, slowest = time.perf_counter(), 0.0
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "a.db") as store:
        for number in range(args.first, args.first + args.queries):
            text = noise(number) if number % 3 == 0 else mutated(number)
            at = time.perf_counter()
            try:
                check(store, text)
            except Exception:
                print(f"query {number} failed: {text!r}")
                raise
            slowest = max(slowest, time.perf_counter() - at)
    took = time.perf_counter() - begun
    print(
        f"{args.queries:,} queries in {took:.0f} s, none failed; the slowest took {slowest * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
