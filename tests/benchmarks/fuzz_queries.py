"""Reads and compiles very many random and mutated queries; stops at the first that fails.

    python tests/benchmarks/fuzz_queries.py [--queries 100000] [--first 0]

Every query is read, explained, taken apart, completed, compiled and asked of a small archive. The
numbers make the queries: a failure prints its number, which makes the same query again.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from reader.model.change import Change, Edit
from reader.model.feed import Subscription
from reader.model.query import ArticleQuery
from reader.operations.searching import understand
from reader.operations.suggesting import suggestions
from reader.store.store import Store
from reader.text.query.choosing import toggled
from reader.text.query.explaining import chips, sentence
from reader.text.query.finding import occurrences
from reader.text.query.parser import parse
from tests.cards import study
from tests.conftest import arrive, entry
from tests.text.query.test_parser import PIECES, mutated


def noise(number: int) -> str:
    """Characters of any kind, now and then very many."""
    chance = random.Random(number)
    length = chance.choice((3, 10, 40, 40, 200)) if number % 501 else 10_000
    return "".join(
        chance.choice(PIECES) if chance.random() < 0.3 else chr(chance.choice((chance.randrange(128), chance.randrange(0x11000))))
        for _ in range(length)
    )  # fmt: skip


#: What long queries are made of, some of it from the open bracket to its end.
LONG = (
    *("(", "-(", "title:(", "design:(", "((a OR ", "NOT ", '"', "\\", "#", "-", "a:", "x "),
    *(
        "\ud800",
        "\udfff ",
        "\0",
        "title:\0 ",
        "n>=1 ",
        "a OR ",
        "stem* ",
        "漢",
        "C++ ",
        "β",
        "search:x ",
    ),
)


def long(number: int) -> str:
    """10,000 characters of one or two pieces: deep brackets, lone surrogates, NUL, long words."""
    chance = random.Random(number)
    first, second = chance.choice(LONG), chance.choice(("", "", ")", "x", *LONG))
    half = first * (5_000 // len(first)) + second * (5_000 // len(second) if second else 0)
    return half if chance.random() < 0.5 else (first + second) * (10_000 // len(first + second))


def made(number: int) -> str:
    if number % 200 == 7:
        return long(number)
    return noise(number) if number % 3 == 0 else mutated(number)


def check(store: Store, text: str) -> None:
    query = parse(text)
    sentence(query)
    few = 3 if len(text) > 1_000 else None
    for chip in chips(query)[:few]:
        parse(chip.without)
    for notice in query.notices[:few]:
        parse(notice.mended)
    for cursor in (0, len(text) // 2, len(text)):
        suggestions(store, text, cursor)
    understand(store, text)
    occurrences("Stem cells in MS: β and C++, 漢字 (naïve). x y z", text)
    toggled(text, "design", "rct")
    store.articles.ids(ArticleQuery(words=text), 50)
    store.articles.ids(ArticleQuery(words=text, sort="relevance"), 50)
    found = list(store.articles.ids(ArticleQuery(words=text)))
    store.articles.count(ArticleQuery(words=text, unread=True))
    store.search.hits(text, found[:5])


def fill(store: Store) -> None:
    """Articles of many scripts and signs, two of them studies."""
    store.apply(Change("Subscribe", (Edit(None, Subscription("https://example.org/f")),)))
    feed = store.feeds.at("https://example.org/f")
    assert feed
    texts = (
        "stem cells in MS",
        "naïve β and C++",
        "多発性硬化症の治験 漢字",
        "x y z 10.1/x",
        '("a") OR b',
    )
    found = arrive(
        store, feed, *(entry(n, text, f"<p>{text} title</p>") for n, text in enumerate(texts))
    )
    study(store, found[0], study_type="cohort", sample_size=120)
    study(store, found[1], study_type="randomized_controlled_trial", condition=["stroke"])


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--queries", type=int, default=100_000)
    asked.add_argument("--first", type=int, default=0)
    args = asked.parse_args()
    begun, slowest = time.perf_counter(), (0.0, 0)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "a.db") as store:
        fill(store)
        for number in range(args.first, args.first + args.queries):
            text = made(number)
            at = time.perf_counter()
            try:
                check(store, text)
            except Exception:
                print(f"query {number} failed: {text[:200]!a}")
                raise
            slowest = max(slowest, (time.perf_counter() - at, number))
            if (number + 1) % 1_000 == 0:
                print(f"up to {number + 1:,}: none failed", file=sys.stderr, flush=True)
    took = time.perf_counter() - begun
    print(
        f"{args.queries:,} queries in {took:.0f} s, none failed; "
        f"the slowest, {slowest[1]}, took {slowest[0] * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
