"""What a linear ranker of sample sizes would do beside the rules: a regression over named features.

    python -m tests.training.try_ranker [--shared FOLDER]

Learns from the labelled news that is not set aside, and from abstracts of the green corpora in which
two or three group sizes add up to a number in front of them (which is then the size of the study).
"""

import argparse
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from reader.study import sample_size
from reader.study.reading.article import Article
from tests.training import corpora
from tests.training.ranking import Candidate, candidates, probability

#: Inverse strength of the penalty; weight of a document of news against an abstract.
STRENGTH, NEWS = 0.1, 3.0
#: What the log odds of the model count for beside the weight of the rules, where both are asked.
SHARES = (0.0, 0.25, 0.5, 1.0)


@dataclass(frozen=True)
class Document:
    """The numbers of a text and the values that are right, none where the text states no size."""

    article: Article
    right: frozenset[int]
    weight: float = 1.0
    #: Whether sums of other numbers may be seen.
    sums: bool = True

    @cached_property
    def found(self) -> list[Candidate]:
        return candidates(self.article, sums=self.sums)


def news(shared: Path, part: str) -> Iterator[Document]:
    for article, label in corpora.articles(shared, part):
        row = label["sample_size"]
        wanted = {row["value"], *row.get("accept", [])} - {None} if row else set()
        yield Document(Article(article["text"]), frozenset(wanted), NEWS)


def abstracts(shared: Path) -> Iterator[Document]:
    """Abstracts whose sizes prove themselves by addition."""
    for name in ("evidence_outcomes", "evidence_inference"):
        for document in corpora.corpus(shared, name, "train"):
            article = Article(document["text"])
            proved = [c for c in candidates(article) if "total" in c.features]
            counted = [c.value for c in proved if c.value > 9 and "noun=<people>" in c.features]
            if counted:
                yield Document(article, frozenset({max(counted)}), sums=False)


def checked(shared: Path, name: str) -> Iterator[Document]:
    """The documents of a corpus that is for scoring."""
    for document in corpora.corpus(shared, name, "check"):
        spans = [span for span in document["spans"] if span["label"] == "sample_size"]
        yield Document(Article(document["text"]), frozenset(s["value"] for s in spans))


def fitted(documents: Iterable[Document]) -> dict[str, float]:
    """The weights that count."""
    rows, targets, importance = [], [], []
    for document in documents:
        stated = any(candidate.value in document.right for candidate in document.found)
        if document.right and not stated:
            continue  # groups that have to be added up
        for candidate in document.found:
            rows.append(dict.fromkeys(candidate.features, 1.0))
            targets.append(candidate.value in document.right)
            importance.append(document.weight)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(matrix, targets, sample_weight=importance)
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    kept = {str(name): float(weight) for name, weight in named if abs(weight) >= 0.01}
    return {"": float(model.intercept_[0]), **kept}


def f1(documents: Iterable[tuple[Document, Mapping[str, float]]], share: float) -> float:
    """F1 of the sizes that rules and model choose together."""
    right = wrong = missed = 0
    for document, by_name in documents:
        value = _size(document, by_name, share)
        right += value in document.right
        wrong += value is not None and value not in document.right
        missed += bool(document.right) and value not in document.right
    return round(2 * right / max(1, 2 * right + wrong + missed), 3)


def _size(document: Document, by_name: Mapping[str, float], share: float) -> int | None:
    odds = {c.number.start: probability(c.features, by_name) for c in document.found}
    weighed = [
        replace(row, weight=row.weight + share * _log_odds(odds.get(row.count.number.start, 0.5)))
        for row in sample_size.weigh(document.article)
    ]
    weighed.sort(key=lambda row: (-row.weight, row.count.start))
    size = sample_size.sample_size(document.article, weighed)
    return int(size.value) if size and size.value is not None else None


def _log_odds(share: float) -> float:
    return max(-3.0, min(3.0, math.log(share / (1 - share))))


def main() -> None:
    """Train and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    asked = parser.parse_args()
    told, proved = list(news(asked.shared, "train")), list(abstracts(asked.shared))
    by_name = fitted([*told, *proved])
    print(len(told), "news,", len(proved), "abstracts,", len(by_name), "weights")
    folds = [fitted([*(d for n, d in enumerate(told) if n % 5 != f), *proved]) for f in range(5)]
    parts = {"news, crossed": [(d, folds[n % 5]) for n, d in enumerate(told)]}
    parts["news set aside"] = [(d, by_name) for d in news(asked.shared, "aside")]
    for name in ("pico_corpus", "ct_corpus"):
        parts[f"{name} check"] = [(d, by_name) for d in checked(asked.shared, name)]
    for name, documents in parts.items():
        print(name, {share: f1(documents, share) for share in SHARES})


if __name__ == "__main__":
    main()
