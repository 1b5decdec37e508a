"""How many entries a processor second are read, by us and by feedparser, on the same documents.

    python tests/benchmarks/bench_parse.py FOLDER [--rounds 5]

FOLDER holds feed documents, as ../shared/tools/make_feeds.py makes them. The ways take turns, so
that a busy machine is as bad for one as for the other; medians count.
"""

import argparse
import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import feedparser

from reader.feeds.charset import decode
from reader.feeds.markup import prepared
from reader.feeds.parse import parse, read_by_feedparser
from reader.model.errors import ParseError
from reader.model.feed import Response, Wanted

Read = Callable[[bytes], int]


def plain_feedparser(body: bytes) -> int:
    """feedparser as it comes, its sanitiser on, every entry's usual fields read."""
    found = feedparser.parse(io.BytesIO(body))
    for item in found.entries:
        for name in ("id", "link", "title", "summary", "author", "published_parsed", "tags"):
            item.get(name)
    return len(found.entries)


def ours_by_feedparser(body: bytes) -> int:
    """Our whole parser without the fast way: prepared, read, cleaned, laid out."""
    return len(read_by_feedparser(prepared(decode(body))[0], "").entries)


def ours(body: bytes) -> int:
    """Our whole parser: prepared, read, cleaned, laid out as plain text."""
    return len(parse(Response("", body)).entries)


def listed(body: bytes) -> int:
    """What is read of a feed's first document before its articles are listed."""
    return len(parse(Response("", body), Wanted(bare=True)).entries)


def known(body: bytes) -> int:
    """Our whole parser where every entry with an id is known: read whole, not cleaned again."""
    if body not in DIGESTS:
        entries = parse(Response("", body)).entries
        DIGESTS[body] = frozenset(entry.digest for entry in entries)
    return len(parse(Response("", body), Wanted(known=DIGESTS[body])).entries)


DIGESTS: dict[bytes, frozenset[int]] = {}
WAYS: tuple[Read, ...] = (plain_feedparser, ours_by_feedparser, ours, known, listed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    bodies = [body for path in sorted(arguments.folder.rglob("*")) if (body := _body(path))]
    for body in bodies:
        _count(known, body)  # has seen them before
    rates: dict[str, list[float]] = {way.__name__: [] for way in WAYS}
    for _ in range(arguments.rounds):
        for way in WAYS:
            began = time.process_time()
            count = sum(_count(way, body) for body in bodies)
            rates[way.__name__].append(count / (time.process_time() - began))
    usual = statistics.median(rates["plain_feedparser"])
    print(f"{len(bodies)} documents, {sum(map(len, bodies)) / 2**20:.1f} MiB")
    for name, values in rates.items():
        middle = statistics.median(values)
        spread = f"[{min(values):,.0f}–{max(values):,.0f}]"
        print(f"{name:20} {middle:10,.0f} entries a CPU second {spread:20} {middle / usual:6.1f}x")


def _body(path: Path) -> bytes:
    feeds = path.is_file() and path.suffix in (".xml", ".rss", ".atom", ".rdf", ".json")
    return path.read_bytes() if feeds and "manifest" not in path.name else b""


def _count(way: Read, body: bytes) -> int:
    try:
        return way(body)
    except ParseError:
        return 0


if __name__ == "__main__":
    main()
