"""How well, and how fast, articles of one study are grouped.

    python tests/benchmarks/bench_stories.py [--studies 2000] [--seed 29] [--before 100000] [--after 10000]

A planted set: studies of 1 to 12 outlets each. Of the outlets 55 % print the release with a new
headline, changed words and perhaps a changed number; 30 % print the beginning of it under an opening
of their own; 15 % write anew, in other words, and name the DOI, as 60 % of the others do. Every
outlet adds its own boilerplate. Pairs of articles are counted: precision and recall of those in one story. Then, with
`--before` articles in the archive, `--after` more are grouped into it. One JSON object.
Grouping was tuned on seed 11; other seeds were never looked at before they were reported.
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from reader.model.article import Content
from reader.model.change import Change, Edit
from reader.model.feed import Entry, Subscription
from reader.model.study import Span, StudyCard, StudyValue
from reader.operations.grouping import group
from reader.store.store import Store

SPAN = (Span(0, 1, "x"),)
SYLLABLES = [
    c + v
    for c in ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v"]
    for v in ("a", "e", "i", "o", "u")
]
COMMON = [
    "the",
    "of",
    "and",
    "in",
    "to",
    "a",
    "was",
    "were",
    "with",
    "that",
    "for",
    "people",
    "study",
    "patients",
    "who",
    "had",
    "after",
]


@dataclass(frozen=True, slots=True)
class Planted:
    study: int
    text: str
    doi: str


def words(chance: random.Random, count: int, own: list[str]) -> list[str]:
    """Prose of common words and a study's own."""
    return [
        chance.choice(COMMON) if chance.random() < 0.45 else chance.choice(own)
        for _ in range(count)
    ]


def vocabulary(chance: random.Random, size: int) -> list[str]:
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(size)]


def planted(studies: int, seed: int = 11) -> Iterator[Planted]:
    chance = random.Random(seed)
    shared = vocabulary(chance, 4000)
    outlets = [" ".join(words(chance, chance.randint(15, 45), shared)) for _ in range(60)]
    for number in range(studies):
        own = chance.sample(shared, 140)
        release = [words(chance, chance.randint(35, 70), own) for _ in range(chance.randint(4, 9))]
        for place in release:
            place.insert(chance.randrange(len(place)), str(chance.randint(10, 5000)))
        doi = f"10.5555/planted.{seed}.{number}"
        for outlet in chance.sample(outlets, chance.randint(1, 12)):
            anew = chance.random() < 0.15
            said = words(chance, 260, own) if anew else told(chance, release, shared)
            text = f"{' '.join(said)} {outlet}"
            named = doi if anew or chance.random() < 0.6 else ""
            yield Planted(number, f"{' '.join(words(chance, 9, own))}\n{text}", named)


def told(chance: random.Random, release: list[list[str]], shared: list[str]) -> list[str]:
    """The release as an outlet prints it."""
    how = chance.random()
    parts = [list(part) for part in release]
    opening: list[str] = []
    if how > 0.65:
        parts = parts[: max(2, len(parts) * 3 // 4)]
        opening = words(chance, 18, shared)
    flat = opening + [word for part in parts for word in part]
    for _ in range(len(flat) // 40):
        flat[chance.randrange(len(flat))] = chance.choice(shared)
    return [
        str(chance.randint(10, 5000)) if w.isdigit() and chance.random() < 0.3 else w for w in flat
    ]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--studies", type=int, default=2000)
    asked.add_argument("--seed", type=int, default=11)
    asked.add_argument("--before", type=int, default=0)
    asked.add_argument("--after", type=int, default=10_000)
    args = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "a.db") as store:
        rows = list(planted(args.studies, args.seed))
        study_of: dict[int, int] = {}
        took = fill(store, rows, 1, study_of)
        found = quality(store, study_of) | {"articles": len(rows), "group_s": round(took, 1)}
        if args.before:
            more = list(planted(args.before // 6, seed=12))[: args.before + args.after - len(rows)]
            fill(store, more[: -args.after], 2, {})
            found["archive"] = store.articles.total()
            found["then_s"] = round(fill(store, more[-args.after :], 3, {}), 1)
            found["then_articles"] = args.after
    print(json.dumps(found))


def fill(store: Store, rows: list[Planted], seed: int, study_of: dict[int, int]) -> float:
    """Put articles into the archive and group them; CPU seconds that grouping took.

    Which study an article reports goes into `study_of`; the archive numbers articles as it likes.
    """
    if not store.feeds.all():
        rows_ = (Edit(None, Subscription("https://a.example.org/feed")),)
        store.apply(Change("Subscribe", rows_))
    (feed,) = store.feeds.all()
    took = 0.0
    for start in range(0, len(rows), 2000):
        batch = rows[start : start + 2000]
        entries = [
            Entry(
                content=Content(row.text[:60], "", row.text, ""),
                guid=f"{seed} {start + n}",
                link="",
                published=start + n,
            )
            for n, row in enumerate(batch)
        ]
        first = store.articles.total() + 1
        with store.writing(durable=False):
            store.arrivals.merge(feed.id, entries, 2_000_000_000)
            texts = store.studies.texts(range(first, first + len(batch)))
            planted_as = {row.text: row for row in batch}
            for text in texts:
                row = planted_as[text.text]
                study_of[text.article_id] = row.study
                store.studies.keep(text, card(row))
            ids = [text.article_id for text in texts]
            for work in ("index", "study", "rule"):
                store.pending.done(work, ids)
        begun = time.process_time()
        for _ in group(store):
            pass
        took += time.process_time() - begun
    return took


def card(row: Planted) -> StudyCard:
    values = {"doi": (StudyValue(row.doi, SPAN, 0.9, "bench"),)} if row.doi else {}
    return StudyCard("bench", "", StudyValue(True, SPAN, 0.9, "bench"), values)


def quality(store: Store, study_of: dict[int, int]) -> dict[str, float]:
    story = store.stories.stories(list(study_of))
    wanted = _pairs(study_of)
    found = _pairs(story)
    right = len(wanted & found)
    return {
        "precision": round(right / max(1, len(found)), 4),
        "recall": round(right / max(1, len(wanted)), 4),
    }


def _pairs(of: dict[int, int]) -> set[tuple[int, int]]:
    members: dict[int, list[int]] = {}
    for article_id, story_id in sorted(of.items()):
        members.setdefault(story_id, []).append(article_id)
    return {pair for group_ in members.values() for pair in combinations(group_, 2)}


if __name__ == "__main__":
    main()
