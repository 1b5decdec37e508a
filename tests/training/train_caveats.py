"""Train the model that finds limitations which the rules pass over.

    python -m tests.training.train_caveats [--shared FOLDER] [--check]

A logistic regression over the n-grams of sentences, learnt from the labelled news that is not set aside.
Writes `resources/models/caveats.json`. Needs scikit-learn; what it writes needs nothing.
"""

import argparse
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import Normalizer

from reader.model.study import StudyCard
from reader.resource import resource
from reader.study.caveat_model import Model, features, told
from reader.study.extract import uncalibrated
from reader.study.limitations import by_rule, with_further
from reader.study.reading.article import Article
from tests.training import corpora
from tests.training.calibrate import Scorer, f1

FOLDS = 5
#: Inverse strength of the penalty, and probabilities from which a sentence may be taken.
STRENGTH, STEPS = 10.0, (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 1.1)

#: The lowest probability is taken whose crossed F1 is within this of the best.
WITHIN = 0.02


@dataclass(frozen=True)
class News:
    """A labelled article and the card of its rules."""

    article: Article
    label: dict[str, Any]
    card: StudyCard


def news(shared: Path, part: str) -> list[News]:
    return [
        News(Article(article["text"]), label, uncalibrated(article["text"]))
        for article, label in corpora.articles(shared, part)
    ]


def fitted(rows: Iterable[News]) -> dict[str, float]:
    """The weights that count."""
    said: list[list[str]] = []
    right: list[bool] = []
    for row in rows:
        quotes = [_squeezed(item.get("evidence")) for item in row.label["limitations"]]
        sentences = told(row.article)
        for number, sentence in enumerate(sentences):
            text = _squeezed(sentence.text)
            said.append(sorted(features(sentence, number / len(sentences))))
            right.append(any(quote and (quote[:60] in text or text in quote) for quote in quotes))
    counts = CountVectorizer(analyzer=lambda names: names, binary=True, min_df=2)
    matrix = Normalizer().fit_transform(counts.fit_transform(said))
    learnt = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=2000)
    learnt.fit(matrix, right)
    named = zip(counts.get_feature_names_out(), learnt.coef_[0], strict=True)
    weights = {str(name): round(float(w), 2) for name, w in named if abs(w) >= 0.05}
    return {"": round(float(learnt.intercept_[0]), 2), **dict(sorted(weights.items()))}


def _squeezed(text: Any) -> str:
    joined = " ".join(text) if isinstance(text, list) else str(text or "")
    return re.sub(r"\W+", " ", joined).strip().lower()


def score(scorer: Scorer, pairs: Sequence[tuple[News, Model]]) -> float:
    """F1 of limitations on the cards."""
    counts = []
    for row, by in pairs:
        values = {**row.card.values}
        if row.card.is_study.value:
            values["limitations"] = with_further(row.article, by_rule(row.article), by)
        card = replace(row.card, values=values)
        counts.append(scorer.counts(card, row.label, "limitations"))
    return f1(counts)


def precision(scorer: Scorer, pairs: Sequence[tuple[News, Model]]) -> float:
    """The share of the sentences that only the model finds that are right."""
    right = [
        scorer.counts(replace(row.card, values={"limitations": (value,)}), row.label, "limitations")
        for row, by in pairs
        if row.card.is_study.value
        for value in with_further(row.article, by_rule(row.article), by)
        if value.method.startswith("linear:")
    ]
    return sum(not wrong for _, wrong, _ in right) / max(1, len(right))


def main() -> None:
    """Train, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--check", action="store_true", help="print the figures, write nothing")
    asked = parser.parse_args()
    scorer, rows = Scorer(asked.shared), news(asked.shared, "train")
    folds = [fitted(r for n, r in enumerate(rows) if n % FOLDS != fold) for fold in range(FOLDS)]
    crossed = {
        least: score(scorer, [(r, Model(folds[n % FOLDS], least)) for n, r in enumerate(rows)])
        for least in STEPS
    }
    print("crossed:", {least: round(figure, 3) for least, figure in crossed.items()})
    weights, aside = fitted(rows), news(asked.shared, "aside")
    for least in STEPS:
        print("aside:", least, round(score(scorer, [(r, Model(weights, least)) for r in aside]), 3))
    enough = max(crossed.values()) - WITHIN
    least = next(step for step in STEPS if crossed[step] >= enough)
    kept = [(r, Model(folds[n % FOLDS], least)) for n, r in enumerate(rows)]
    sure = round(precision(scorer, kept), 2)
    there = precision(scorer, [(r, Model(weights, least)) for r in aside])
    print("chosen:", least, "precision crossed", sure, "aside", round(there, 2))
    if not asked.check:
        data = {"schema": "studywire.caveats/1", "least": least, "precision": sure}
        data["weights"] = weights
        text = json.dumps(data, ensure_ascii=False, indent=0) + "\n"
        resource("models/caveats.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
