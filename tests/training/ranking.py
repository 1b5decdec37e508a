"""A logistic regression that chooses one of the candidates of a text, or none. Needs scikit-learn and scipy.

The candidates of a text share one probability with "none", whose log odds are 0. So a number learns to be
likelier than the others of its text, not than those of all texts.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer

from tests.training import linear


def fitted(stories: Sequence[Any], strength: float, kept: linear.Kept) -> dict[str, float]:
    """The weights from the `rows` of texts: each a candidate's features, and whether it is right.

    Of several right ones any will do; a text whose answer is not among its candidates teaches nothing.
    """
    known = [s.rows for s in stories if not s.stated or any(right for _, right in s.rows)]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([said for rows in known for said, _ in rows]).tocsr()
    often = matrix.getnnz(axis=0)
    of = np.repeat(np.arange(len(known)), [len(rows) for rows in known])
    right = np.array([right for rows in known for _, right in rows], dtype=float)
    columns = np.flatnonzero(often >= kept.rare)
    found = _minimum(matrix[:, columns], of, right, len(known), strength)
    names = vectors.get_feature_names_out()[columns]
    named = list(zip(names, found[:-1], often[columns], strict=True))
    return linear.weights(named, found[-1], kept)


def _minimum(matrix: Any, of: Any, right: Any, texts: int, strength: float) -> Any:
    """The weights, the constant last, with which the right candidates are likeliest."""
    stated = np.zeros(texts)
    np.maximum.at(stated, of, right)

    def cost(weights: Any) -> tuple[float, Any]:
        odds = matrix @ weights[:-1] + weights[-1]
        most = np.zeros(texts)
        np.maximum.at(most, of, odds)
        shares, none = np.exp(odds - most[of]), np.exp(-most)
        whole, hit = none.copy(), np.where(stated > 0, 0, none)
        np.add.at(whole, of, shares)
        np.add.at(hit, of, shares * right)
        slope = shares * right / hit[of] - shares / whole[of]
        told = np.log(hit).sum() - np.log(whole).sum()
        slopes = np.append(matrix.T @ slope, slope.sum())
        penalty = np.append(weights[:-1], 0)
        return -strength * told + penalty @ penalty / 2, penalty - strength * slopes

    start = np.zeros(matrix.shape[1] + 1)
    return minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": 800}).x
