"""Fit how much the signs for and against a study count.

    python -m tests.training.train_is_study [--shared FOLDER] [--check]

A logistic regression over the signs of `reader.study.is_study`, on the labelled news that is not
set aside. Writes `resources/models/is_study.json`. Needs scikit-learn; what it writes needs nothing.
"""

import argparse
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.linear_model import LogisticRegression

from reader.resource import resource
from reader.study.is_study import DOUBTED, ENOUGH, OTHER_NEWS, scores
from reader.study.reading.article import Article
from tests.study import lay_stories, short_others, short_studies
from tests.study.stories import OTHERS, STUDIES
from tests.training import corpora

FOLDS = 5
#: Inverse strength of the penalty.
STRENGTH = 0.3


@dataclass(frozen=True)
class Row:
    """The signs of an article, whether a finding is told, and whether it reports a study."""

    signs: Mapping[str, float]
    found: bool
    study: bool


def rows(shared: Path, part: str) -> list[Row]:
    texts = [(a["text"], label["is_study"]["value"]) for a, label in corpora.articles(shared, part)]
    if part == "train":  # the short texts of the tests, too: news without a study is rare elsewhere
        texts += [(text, True) for text in {**STUDIES, **short_studies.STUDIES}.values()]
        texts += [(text, False) for text in {**OTHERS, **lay_stories.OTHERS, **short_others.OTHERS}.values()]
    return [_row(text, study=study) for text, study in texts]


def _row(text: str, *, study: bool) -> Row:
    signs, best = scores(Article(text))
    return Row(signs, best is not None, study)


def fitted(learnt: Sequence[Row]) -> dict[str, float]:
    """The weights, from the texts that tell a finding; the others are no studies anyway."""
    told = [row for row in learnt if row.found]
    model = LogisticRegression(C=STRENGTH)
    names = sorted(told[0].signs)
    model.fit([[row.signs[name] for name in names] for row in told], [row.study for row in told])
    weights = zip(names, model.coef_[0], strict=True)
    return {"": round(float(model.intercept_[0]), 3)} | {
        name: round(float(weight), 3) for name, weight in weights
    }


def right(by: dict[str, float], row: Row) -> bool:
    odds = by[""] + sum(by[name] * value for name, value in row.signs.items())
    sure = 1 / (1 + math.exp(-odds))
    least = DOUBTED if row.signs["against"] >= OTHER_NEWS else ENOUGH
    return (row.found and sure >= least) == row.study


def main() -> None:
    """Fit, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--check", action="store_true", help="print the figures, write nothing")
    asked = parser.parse_args()
    learnt, aside = rows(asked.shared, "train"), rows(asked.shared, "aside")
    folds = [fitted([r for n, r in enumerate(learnt) if n % FOLDS != f]) for f in range(FOLDS)]
    crossed = sum(right(folds[n % FOLDS], row) for n, row in enumerate(learnt))
    by = fitted(learnt)
    print(f"crossed {crossed} of {len(learnt)} right, {sum(r.study for r in learnt)} are studies")
    print(f"set aside {sum(right(by, row) for row in aside)} of {len(aside)} right,", end=" ")
    print(f"{sum(row.study for row in aside)} are studies; weights {by}")
    if not asked.check:
        data = json.dumps({"schema": "studywire.is_study/1", "weights": by}, indent=1) + "\n"
        resource("models/is_study.json").write_text(data, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
