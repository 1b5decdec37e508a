"""Logistic regressions as plain weights by the names of features; "" is the constant. Needs scikit-learn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

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
    return _weights(list(zip(names, model.coef_[0], often, strict=True)), model.intercept_[0], kept)


def fitted_each(
    rows: Sequence[Row], classes: Sequence[str], strength: float, kept: Kept
) -> dict[str, dict[str, float]]:
    """The weights of each of several classes, of which one is right."""
    names, model, often = _fit(rows, classes, strength)
    return {
        str(name): _weights(
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


def _weights(
    named: Sequence[tuple[str, float, int]], constant: float, kept: Kept
) -> dict[str, float]:
    rows = {
        str(name): round(float(weight), kept.digits)
        for name, weight, often in named
        if abs(weight) >= kept.least
        and (often >= kept.rare or not str(name).startswith(kept.words))
    }
    return {"": round(float(constant), kept.digits), **dict(sorted(rows.items()))}
