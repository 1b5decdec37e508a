"""What the token classifier adds to the rules, on articles it did not learn from.

    python -m tests.training.score_phrases UNSEEN.npz [--shared FOLDER]

`UNSEEN.npz` is what `train_phrases.py --folds` writes. Prints the F1 of each field of
`merging.POLICIES`, rules alone and together: for real and invented articles, those that rules learn
from and the others.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy

from reader.model.study import StudyCard
from reader.resource import resource
from reader.study.extract import study
from reader.study.phrases.marker import Marks
from reader.study.phrases.merging import POLICIES, with_marks
from reader.study.reading.article import Article
from tests.training import calibrate, corpora
from tests.training.passages import KINDS

Pair = tuple[StudyCard, StudyCard, dict[str, Any]]


def pairs(shared: Path, unseen: Any, part: str) -> list[Pair]:
    """(card of the rules, card of both, label) of the articles of a part."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(resource("models/phrases/tokenizer.json")))
    out = []
    for article, label in corpora.articles(shared, part):
        text, card = article["text"], study(article["text"])
        inner = unseen[label["id"]].astype(float) / 255
        rows = numpy.concatenate([1 - inner.sum(axis=2, keepdims=True), inner], axis=2)
        places = tokenizer.encode(text, add_special_tokens=False).offsets
        both = with_marks(Article(text), card, Marks(KINDS, places, rows), "phrases:unseen/1")
        out.append((card, both, label))
    return out


def table(scorer: calibrate.Scorer, told: Sequence[Pair]) -> Iterable[str]:
    for name in POLICIES:
        rules = calibrate.f1(scorer.counts(card, label, name) for card, _, label in told)
        both = calibrate.f1(scorer.counts(card, label, name) for _, card, label in told)
        yield f"  {name:20} {rules:.3f} -> {both:.3f}"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("unseen", type=Path)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    asked = parser.parse_args()
    unseen = numpy.load(asked.unseen)
    scorer = calibrate.Scorer(asked.shared)
    for part in ("train", "aside"):
        told = pairs(asked.shared, unseen, part)
        for kind, first in (("real", "d"), ("invented", "n")):
            some = [pair for pair in told if pair[2]["id"].startswith(first)]
            print(f"{kind}, {part}: {len(some)} articles")
            print("\n".join(table(scorer, some)))


if __name__ == "__main__":
    main()
