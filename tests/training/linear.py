"""Logistic regressions as plain weights by the names of features; "" is the constant. Needs scikit-learn."""

from collections.abc import Mapping, Sequence
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

Row = Mapping[str, float]
_WORDS = frozenset({"W:", "H:"})


def fitted(
    rows: Sequence[Row], right: Sequence[bool], *, strength: float, least: float, rare: int
) -> dict[str, float]:
    """The weights of a yes or no.

    `strength` is the inverse of the penalty; weights under `least` and features of fewer than `rare` rows
    are left out, the latter only if they are words ("W:…", "H:…").
    """
    names, model, often = _fit(rows, right, strength)
    return _weights(names, model.intercept_[0], model.coef_[0], often, least=least, rare=rare)


def fitted_each(
    rows: Sequence[Row], classes: Sequence[str], *, strength: float, least: float, rare: int
) -> dict[str, dict[str, float]]:
    """The weights of each of several classes, of which one is right."""
    names, model, often = _fit(rows, classes, strength)
    return {
        str(name): _weights(
            names, model.intercept_[at], model.coef_[at], often, least=least, rare=rare
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
    names: Sequence[str],
    constant: float,
    weights: Sequence[float],
    often: Sequence[int],
    *,
    least: float,
    rare: int,
) -> dict[str, float]:
    named = zip(names, weights, often, strict=True)
    kept = {
        str(name): round(float(weight), 3)
        for name, weight, rows in named
        if abs(weight) >= least and (rows >= rare or name[:2] not in _WORDS)
    }
    return {"": round(float(constant), 3), **dict(sorted(kept.items()))}
