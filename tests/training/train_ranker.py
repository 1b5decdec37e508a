"""Train the ranker of sample sizes: a logistic regression over named features, mostly zeros.

    python -m tests.training.train_ranker [--shared FOLDER] [--check]

Learns from the labelled news that is not set aside, and from abstracts of the green corpora in which
two or three group sizes add up to a number in front of them (which is then the size of the study).
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from reader.resource import resource
from reader.study.ranking import Candidate, candidates, probability
from reader.study.reading.article import Article
from tests.training import corpora

#: Inverse strength of the penalty; weight of a document of news against an abstract.
STRENGTH, NEWS = 0.35, 3.0


@dataclass(frozen=True)
class Document:
    """The numbers of a text and the values that are right, none where the text states no size."""

    found: list[Candidate]
    right: frozenset[int]
    weight: float = 1.0


def news(shared: Path, part: str) -> Iterator[Document]:
    for article, label in corpora.articles(shared, part):
        row = label["sample_size"]
        wanted = {row["value"], *row.get("accept", [])} if row else set()
        yield Document(
            candidates(Article(article["text"])),
            frozenset(value for value in wanted if value is not None),
            NEWS,
        )


def abstracts(shared: Path) -> Iterator[Document]:
    """Abstracts whose sizes prove themselves by addition."""
    for name in ("evidence_outcomes", "evidence_inference"):
        for document in corpora.corpus(shared, name, "train"):
            article = Article(document["text"])
            proved = [c for c in candidates(article) if "total" in c.features]
            counted = [c.value for c in proved if c.value > 9 and "noun=<people>" in c.features]
            if counted:
                found = candidates(article, sums=False)
                yield Document(found, frozenset({max(counted)}))


def fitted(documents: Iterable[Document]) -> dict[str, float]:
    """The weights that are not zero."""
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
    model = LogisticRegression(C=STRENGTH, l1_ratio=0.0, solver="lbfgs", max_iter=1000)
    model.fit(matrix, targets, sample_weight=importance)
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    kept = {str(name): round(float(weight), 3) for name, weight in named if abs(weight) >= 0.02}
    return {"": round(float(model.intercept_[0]), 3), **kept}


def best(found: Sequence[Candidate], by_name: Mapping[str, float]) -> tuple[int | None, float]:
    """The likeliest value, mentions of the same value taken together at their best."""
    scored = [(probability(c.features, by_name), -c.number.start, c.value) for c in found]
    top = max(scored, default=(0.0, 0, None))
    return top[2], top[0]


def accuracy(documents: Sequence[Document], by_name: Mapping[str, float]) -> str:
    """Right among those that state a size; said among those that do not."""
    stated = [d for d in documents if d.right]
    rest = [d for d in documents if not d.right]
    right = sum(best(d.found, by_name)[0] in d.right for d in stated)
    sure = sum(best(d.found, by_name)[1] >= 0.5 for d in rest)
    return f"{right} of {len(stated)} sizes right, {sure} of {len(rest)} without one above .5"


def checked(shared: Path, name: str) -> list[Document]:
    """The documents of a corpus that is for scoring."""
    return [
        Document(
            candidates(Article(document["text"])),
            frozenset(s["value"] for s in document["spans"] if s["label"] == "sample_size" and s.get("value")),
        )
        for document in corpora.corpus(shared, name, "check")
    ]  # fmt: skip


def main() -> None:
    """Train, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--check", action="store_true", help="print the figures, write nothing")
    asked = parser.parse_args()
    told, proved = list(news(asked.shared, "train")), list(abstracts(asked.shared))
    print(len(told), "news,", len(proved), "abstracts")
    for fold in range(5):
        rest = [d for n, d in enumerate(told) if n % 5 != fold]
        print(f"fold {fold}:", accuracy(told[fold::5], fitted([*rest, *proved])))
    by_name = fitted([*told, *proved])
    print(len(by_name), "weights")
    for name in ("pico_corpus", "ct_corpus"):
        print(f"{name} check:", accuracy(checked(asked.shared, name), by_name))
    print("news set aside:", accuracy(list(news(asked.shared, "aside")), by_name))
    if not asked.check:
        path = resource("models/sample_size.json")
        data = {"schema": "studywire.ranker/1", "weights": dict(sorted(by_name.items()))}
        path.write_text(json.dumps(data, indent=0, ensure_ascii=False) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
