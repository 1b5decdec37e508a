"""Logistic regressions as plain weights by the names of features; "" is the constant. Needs scikit-learn.

`Script` is what the training scripts of such models have in common: fit, print the figures of texts that the
model has not learnt from, write the weights.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from reader.resource import resource
from tests.training import corpora

FOLDS = 5
Text = TypeVar("Text")
Row = Mapping[str, float]
#: How the names of the stems of `reader.study.wording` begin.
STEMS = ("W:", "H:")


@dataclass(frozen=True)
class Kept:
    """Which weights are kept: those of at least `least`, of features that `rare` rows or more have.

    Rare ones are left out only where names begin as `words` says. `digits` behind the point are written.
    """

    least: float
    rare: int
    words: tuple[str, ...] = ("",)
    digits: int = 3


def fitted(
    rows: Sequence[Row], right: Sequence[bool], strength: float, kept: Kept
) -> dict[str, float]:
    """The weights of a yes or no; `strength` is the inverse of the penalty."""
    names, model, often = _fit(rows, right, strength)
    return weights(list(zip(names, model.coef_[0], often, strict=True)), model.intercept_[0], kept)


def fitted_rows(stories: Sequence[Any], strength: float, kept: Kept) -> dict[str, float]:
    """The weights of a yes or no from the `rows` of texts: each a candidate's features, and whether it is right."""
    rows = [row for story in stories for row in story.rows]
    return fitted([said for said, _ in rows], [right for _, right in rows], strength, kept)


def fitted_each(
    rows: Sequence[Row], classes: Sequence[str], strength: float, kept: Kept
) -> dict[str, dict[str, float]]:
    """The weights of each of several classes, of which one is right."""
    names, model, often = _fit(rows, classes, strength)
    return {
        str(name): weights(
            list(zip(names, model.coef_[at], often, strict=True)), model.intercept_[at], kept
        )
        for at, name in enumerate(model.classes_)
    }


def _fit(rows: Sequence[Row], right: Sequence[Any], strength: float) -> tuple[Any, Any, Any]:
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    model = LogisticRegression(C=strength, max_iter=4000)
    model.fit(matrix, right)
    return vectors.get_feature_names_out(), model, matrix.getnnz(axis=0)


def weights(
    named: Sequence[tuple[str, float, int]], constant: float, kept: Kept
) -> dict[str, float]:
    rows = {
        str(name): round(float(weight), kept.digits)
        for name, weight, often in named
        if abs(weight) >= kept.least
        and (often >= kept.rare or not str(name).startswith(kept.words))
    }
    return {"": round(float(constant), kept.digits), **dict(sorted(rows.items()))}


@dataclass(frozen=True)
class Script(Generic[Text]):
    """A training script: the texts of a part, how they are fitted, the figures of texts each judged by the
    weights beside it, and the name that `resources/models` knows the model by."""

    about: str
    name: str
    texts: Callable[[Path, str], list[Text]]
    fitted: Callable[[Sequence[Text]], Any]
    figures: Callable[[Sequence[tuple[Text, Any]]], str]

    def run(self) -> None:
        """Fit, print the figures, write the weights."""
        parser = argparse.ArgumentParser(description=self.about)
        parser.add_argument("--shared", type=Path, default=corpora.SHARED)
        parser.add_argument("--check", action="store_true", help="print the figures, write nothing")
        asked = parser.parse_args()
        learnt = self.texts(asked.shared, "train")
        print("crossed:", self.figures(self._crossed(learnt)))
        by = self.fitted(learnt)
        for part in ("aside", "unseen"):
            print(f"{part}:", self.figures([(text, by) for text in self.texts(asked.shared, part)]))
        if not asked.check:
            data = (
                json.dumps({"schema": f"studywire.{self.name}/1", "weights": by}, indent=0) + "\n"
            )
            resource(f"models/{self.name}.json").write_text(data, encoding="utf-8", newline="\n")

    def _crossed(self, learnt: Sequence[Text]) -> list[tuple[Text, Any]]:
        """Each text with the weights of the fold that has not learnt from it."""
        folds = [
            self.fitted([text for n, text in enumerate(learnt) if n % FOLDS != fold])
            for fold in range(FOLDS)
        ]
        return [(text, folds[n % FOLDS]) for n, text in enumerate(learnt)]


def f1_by_source(
    judged: Sequence[tuple[Any, Any]], outcome: Callable[[Any, Any], tuple[bool, bool]]
) -> str:
    """F1 of the rules alone and of rules and model, by the source of the texts.

    `outcome(text, weights or None)` says whether something is told, and whether it is right; a text knows
    whether something is `stated`.
    """
    told = []
    for source in sorted({text.source for text, _ in judged}):
        of = [(text, by) for text, by in judged if text.source == source]
        rules = _f1([(text, outcome(text, None)) for text, _ in of])
        both = _f1([(text, outcome(text, by)) for text, by in of])
        told.append(f"{source} {rules:.1f} -> {both:.1f}")
    return ", ".join(told)


def _f1(said: Sequence[tuple[Any, tuple[bool, bool]]]) -> float:
    right = sum(is_right for _, (_, is_right) in said)
    told = sum(is_told for _, (is_told, _) in said)
    stated: int = sum(text.stated for text, _ in said)
    return 200 * right / max(1, told + stated)
