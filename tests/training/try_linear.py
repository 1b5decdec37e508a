"""What linear models over n-grams would do for whole articles and sentences, beside the rules.

    python -m tests.training.try_linear [--shared FOLDER]

Nothing ships from here: it prints the figures of `README.md`, so that the choice can be checked again
when there are more labelled texts. Study type is also learnt from a corpus without an open licence, to
see what such labels would be worth.
"""

import argparse
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline

from reader.study.claim import strength
from reader.study.extract import uncalibrated
from reader.study.reading.article import Article
from tests.training import corpora

FOLDS = 5


@dataclass(frozen=True)
class Row:
    """A text with its class, what the rules say of it, and the article it is from."""

    text: str
    right: Any
    said: Any
    article: int


def model() -> Any:
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, max_features=40_000)
    return make_pipeline(words, LogisticRegression(C=10.0, class_weight="balanced", max_iter=2000))


def whole(pairs: Sequence[tuple[dict[str, Any], dict[str, Any]]], name: str) -> list[Row]:
    """Articles with the value of a field."""
    rows = []
    for number, (article, label) in enumerate(pairs):
        card = uncalibrated(article["text"])
        read = card.is_study if name == "is_study" else card.one(name)
        right = label[name]["value"] if label[name] else None
        if right is not None:
            rows.append(Row(article["text"], right, read.value if read else None, number))
    return rows


def sentences(pairs: Sequence[tuple[dict[str, Any], dict[str, Any]]]) -> list[Row]:
    """Sentences, and whether a labelled limitation stands in them."""
    rows = []
    for number, (article, label) in enumerate(pairs):
        quotes = [_squeezed(row["evidence"]) for row in label["limitations"] if row.get("evidence")]
        found = uncalibrated(article["text"]).values.get("limitations", ())
        places = [(span.start, span.end) for value in found for span in value.evidence]
        for sentence in Article(article["text"]).body:
            text = _squeezed(sentence.text)
            right = any(quote[:60] in text or text in quote for quote in quotes)
            said = any(start < sentence.end and sentence.start < end for start, end in places)
            rows.append(Row(sentence.text, right, said, number))
    return rows


def _squeezed(text: Any) -> str:
    joined = " ".join(text) if isinstance(text, list) else str(text)
    return re.sub(r"\W+", " ", joined).strip().lower()


Figure = Callable[[Sequence[Any], Sequence[Any]], float]


def compared(name: str, rows: Sequence[Row], aside: Sequence[Row], figure: Figure) -> None:
    """Print the figure of rules and model, crossed over the articles learnt from, and set aside."""
    guessed: list[Any] = [None] * len(rows)
    for fold in range(FOLDS):
        rest = [row for row in rows if row.article % FOLDS != fold]
        learnt = model().fit([row.text for row in rest], [row.right for row in rest])
        for at, row in enumerate(rows):
            if row.article % FOLDS == fold:
                guessed[at] = learnt.predict([row.text])[0]
    learnt = model().fit([row.text for row in rows], [row.right for row in rows])
    there = learnt.predict([row.text for row in aside])
    print(f"{name}: {len(rows)} to learn from, {len(aside)} set aside")
    print(f"  crossed: rules {figure(*_sides(rows))} model {_of(figure, rows, guessed)}")
    print(f"  aside:   rules {figure(*_sides(aside))} model {_of(figure, aside, there)}")
    if set(guessed) <= {True, False}:
        either = [bool(row.said or guess) for row, guess in zip(rows, guessed, strict=True)]
        both = [bool(row.said or guess) for row, guess in zip(aside, there, strict=True)]
        print(f"  either:  crossed {_of(figure, rows, either)} aside {_of(figure, aside, both)}")


def _sides(rows: Sequence[Row]) -> tuple[list[Any], list[Any]]:
    return [str(row.right) for row in rows], [str(row.said) for row in rows]


def _of(figure: Figure, rows: Sequence[Row], guessed: Sequence[Any]) -> float:
    return figure([str(row.right) for row in rows], [str(guess) for guess in guessed])


def accuracy(right: Sequence[Any], said: Sequence[Any]) -> float:
    return round(float(accuracy_score(right, said)), 3)


def f1_true(right: Sequence[Any], said: Sequence[Any]) -> float:
    return round(float(f1_score(right, said, pos_label="True", average="binary")), 3)


def claims(shared: Path) -> None:
    """The rules for claims in press releases; the corpus has no open licence, so nothing learns."""
    documents = corpora.corpus(shared, "eureka_claims", "check")
    right = [document["labels"]["claim"][0] for document in documents]
    said = [strength(document["text"].lower())[0] for document in documents]
    print(f"claim strength: {len(right)} sentences, rules {accuracy(right, said)}", end=" ")
    print(f"macro F1 {round(float(numpy.mean(f1_score(right, said, average=None))), 3)}")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    asked = parser.parse_args()
    learnt = list(corpora.articles(asked.shared, "train"))
    aside = list(corpora.articles(asked.shared, "aside"))
    print(json.dumps({"learnt": len(learnt), "aside": len(aside)}))
    for name in ("is_study", "study_type"):
        compared(name, whole(learnt, name), whole(aside, name), accuracy)
    compared("limitations", sentences(learnt), sentences(aside), f1_true)
    claims(asked.shared)


if __name__ == "__main__":
    main()
