"""How long the study card of an article takes: median of five, on invented news of 5,000 characters.

Then the longest of texts made to lead patterns astray, each a piece of news said over and over.

python tests/benchmarks/bench_study.py
"""

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.study.extract import study
from tests.study.patterns import PIECES
from tests.study.stories import STUDIES

LENGTH, ROUNDS, TEXTS = 5_000, 5, 12
HOSTILE = 50_000


def texts() -> list[str]:
    """News of the wanted length, each begun with another story."""
    stories = list(STUDIES.values())
    turned = [stories[at:] + stories[:at] for at in range(len(stories))]
    return ["\n".join(rows * 3)[:LENGTH] for rows in turned[:TEXTS]]


def main() -> None:
    articles = texts()
    started = time.perf_counter()
    study(articles[0])
    print(f"first card, lists and patterns read: {1000 * (time.perf_counter() - started):.0f} ms")
    each = []
    for article in articles:
        rounds = []
        for _ in range(ROUNDS):
            started = time.process_time()
            study(article)
            rounds.append(time.process_time() - started)
        each.append(statistics.median(rounds))
    print(
        f"a card of {LENGTH:,} characters: median {1000 * statistics.median(each):.1f} ms, "
        f"slowest {1000 * max(each):.1f} ms of one core, {len(articles)} articles, {ROUNDS} rounds"
    )
    print(f"the slowest of hostile texts of {HOSTILE:,} characters: {hostile():.2f} s")


def hostile() -> float:
    slowest = 0.0
    for piece in PIECES:
        started = time.process_time()
        study((piece * HOSTILE)[:HOSTILE])
        slowest = max(slowest, time.process_time() - started)
    return slowest


if __name__ == "__main__":
    main()
