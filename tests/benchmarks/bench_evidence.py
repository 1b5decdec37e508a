"""The evidence table on 10,000 studies: to open, to sort, to scroll. `bench_evidence.py [FOLDER]`"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from reader.desktop.evidence.chart_paint import picture
from reader.desktop.evidence.evidence_pane import EvidencePane
from reader.desktop.jobs import Questions
from reader.desktop.run import application
from reader.desktop.theme import LIGHT, Theme
from reader.model.change import Change, Edit
from reader.model.evidence import Order
from reader.model.feed import Entry, Subscription
from reader.model.query import ArticleQuery
from reader.model.story import StoryDecision
from reader.model.study import STUDY_TYPES, Span, StudyCard, StudyValue
from reader.operations.tabulating import points, table
from reader.store.store import Store
from reader.text.document import content

COUNT = 10_000
ADDRESS = "https://example.org/feed.xml"
T = TypeVar("T")


def timed(words: str, work: Callable[[], T], times: int = 5) -> T:
    """Say how long the middle of several runs took, by the clock and of this process alone."""
    took, busy = [], []
    for _ in range(times):
        began, worked = time.perf_counter(), time.process_time()
        found = work()
        took.append((time.perf_counter() - began) * 1000)
        busy.append((time.process_time() - worked) * 1000)
    middle = statistics.median(took)
    worst = f"worst {max(took):.1f}, CPU {statistics.median(busy):.1f}"
    print(f"{words:48} {middle:8.1f} ms  ({worst})")
    return found


def value(said: str | int, sure: float, **details: object) -> StudyValue:
    span = Span(0, 8, "Invented")
    return StudyValue(said, (span,), sure, "rule:bench/1", "stated", details)


def card(chance: random.Random) -> StudyCard:
    """A card as full as cards of trials are, three fields in four."""
    years = round(chance.choice((0.1, 0.25, 0.5, 1, 2, 5, 10)) * chance.uniform(0.8, 1.2), 2)
    conditions = ("multiple sclerosis", "migraine", "asthma", "stroke", "gout", "psoriasis")
    values: dict[str, tuple[StudyValue, ...]] = {
        "study_type": (value(chance.choice(STUDY_TYPES), 0.9),),
        "sample_size": (value(int(10 ** chance.uniform(1, 4.5)), 0.8, unit="adults"),),
        "follow_up": (value(f"{years} years", 0.7, min_years=years, max_years=years),),
        "condition": (value(chance.choice(conditions), 0.9),),
        "intervention_or_exposure": (value("an invented tablet", 0.6), value("rest", 0.6)),
        "comparator": (value("placebo", 0.8),),
        "key_results": tuple(value(f"Outcome {n} improved in {n} of 10", 0.6) for n in range(1, 4)),
        "country": (value(chance.choice(("Norway", "Chile", "Kenya")), 0.7),),
        "limitations": (value("It was a small study", 0.7, code="small"),),
        "journal": (value("Journal of Invented Trials", 0.9),),
    }
    kept = {name: found for name, found in values.items() if chance.random() < 0.75}
    return StudyCard("bench", "x", value(True, 0.99), kept, (), "en")


def fill(store: Store) -> None:
    chance = random.Random(1)
    store.apply(Change("Subscribe", (Edit(None, Subscription(ADDRESS, "Bench News")),)))
    feed = store.feeds.at(ADDRESS)
    if feed is None:
        return
    entries = [
        Entry(
            f"g{n}",
            f"https://example.org/{n}",
            content(f"Invented study {n}", "<p>Words.</p>"),
            published=1_500_000_000 + n * 20_000,
        )
        for n in range(COUNT)
    ]
    with store.writing(durable=False):
        store.arrivals.merge(feed.id, entries, 1_790_000_000)
        for text in store.studies.texts(list(store.articles.ids(ArticleQuery()))):
            store.studies.keep(text, card(chance))
        every = list(store.articles.ids(ArticleQuery()))
        pairs = zip(every[::20], every[7::20], strict=False)
        store.story_decisions.put([StoryDecision(min(p), max(p), True) for p in pairs])


def scroll(pane: EvidencePane) -> None:
    """Frames a second while 600 rows pass by, three a frame, into rows never shown before."""
    app = application()
    bar = pane.table.view.verticalScrollBar()
    took, busy = [], []
    for place in range(0, 600, 3):
        began, worked = time.perf_counter(), time.process_time()
        bar.setValue(place)
        app.processEvents()
        took.append(time.perf_counter() - began)
        busy.append(time.process_time() - worked)
    for words, seconds in (("by the clock", took), ("by CPU time", busy)):
        middle, slow = statistics.median(seconds), sorted(seconds)[int(len(seconds) * 0.95)]
        said = f"scroll, 3 rows a frame, {words}"
        print(f"{said:48} {1 / middle:8.0f} frames/s  (95 % above {1 / slow:.0f})")


def _paint(pane: EvidencePane) -> None:
    """Lay out and paint the left picture, as is done off the user's thread."""
    picture(pane.pictures.left.chart.chart, 620, 300, 1.0, LIGHT)


def main(folder: Path) -> None:
    path = folder / "evidence.db"
    fresh = not path.exists()
    with Store(path) as store:
        if fresh:
            fill(store)
        everything = store.articles.ids(ArticleQuery())
        for column in ("published", "sample_size", "study_type", "title"):
            sort = partial(store.evidence.studies, everything, Order(column))
            timed(f"sort by {column}", sort)
        timed("open: ids, order and completeness", lambda: table(store, everything, Order()))
        timed("a page of 32 rows", lambda: store.evidence.rows(everything[500:532]))
        timed("points of the pictures", lambda: points(store, everything))
        app = application()
        questions = Questions()
        pane = EvidencePane(store, questions, Theme(app, "light"))
        pane.resize(1240, 800)
        pane.show()
        pane.show_articles(everything)
        while not questions.is_idle or not pane.model.rowCount():
            app.processEvents()
        scroll(pane)
        timed("paint the scatter of 10,000", lambda: _paint(pane))
        questions.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))
