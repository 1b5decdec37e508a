"""Rankings as plain weights by the names of features: which of a text's candidates is right, or none.

The candidates of a text and "none" share its certainty; the weights are those that give the right ones most of
it. Needs scipy.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Row = Mapping[str, float]


@dataclass(frozen=True)
class Choice:
    """The candidates of a text with how right each is, and how much the text counts.

    Where none is `stated`, none of them should be chosen.
    """

    rows: Sequence[Row]
    right: Sequence[float]
    stated: bool
    worth: float = 1.0

    @property
    def teaches(self) -> bool:
        return bool(self.rows) and (any(self.right) or not self.stated)


def fitted(choices: Sequence[Choice], strength: float, rare: int, least: float) -> dict[str, float]:
    """The weights of at least `least`, of features that `rare` texts or more have."""
    taught = [choice for choice in choices if choice.teaches]
    often = Counter(
        name for choice in taught for name in {name for row in choice.rows for name in row}
    )
    names = sorted(name for name, count in often.items() if count >= rare)
    found = _minimum(taught, _matrix(taught, names), names.index(""), strength)
    return {
        name: round(float(weight), 3)
        for name, weight in zip(names, found, strict=True)
        if abs(weight) >= least or not name
    }


def _matrix(choices: Sequence[Choice], names: Sequence[str]) -> Any:
    column = {name: at for at, name in enumerate(names)}
    rows = [row for choice in choices for row in choice.rows]
    cells = [
        (at, column[name], value)
        for at, row in enumerate(rows)
        for name, value in row.items()
        if name in column
    ]
    at, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (at, columns)), shape=(len(rows), len(names)))


def _minimum(choices: Sequence[Choice], matrix: Any, free: int, strength: float) -> Any:
    """The weights of the least loss; that of feature `free`, the constant, costs nothing."""
    sizes = np.array([len(choice.rows) for choice in choices])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    text = np.repeat(np.arange(len(choices)), sizes)
    right = np.concatenate([choice.right for choice in choices])
    stated = np.array([choice.stated for choice in choices])
    worth = np.array([choice.worth for choice in choices])
    back = matrix.T.tocsr()
    drawn = np.full(matrix.shape[1], 1 / strength)
    drawn[free] = 0

    def loss(weights: Any) -> tuple[float, Any]:
        odds = matrix @ weights
        top = np.maximum(np.maximum.reduceat(odds, starts), 0)
        share, none = np.exp(odds - top[text]), np.exp(-top)
        all_ = np.add.reduceat(share, starts) + none
        good = np.where(stated, np.add.reduceat(share * right, starts), none) + 1e-300
        pull = share / all_[text] - np.where(stated[text], share * right / good[text], 0)
        cost = -(worth * (np.log(good) - np.log(all_))).sum() + (drawn * weights**2).sum() / 2
        return cost, back @ (worth[text] * pull) + drawn * weights

    start = np.zeros(matrix.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
