"""Train the models that find key results and limitations.

    python -m tests.training.train_sentences [--shared FOLDER] [--check]

Logistic regressions over the features of `reader/study/signs.py`, learnt from the labelled news that is
not set aside; over that of caveats a second, small one (`train_caveats`). Writes
`resources/models/findings.json` and `caveats.json`. Needs scikit-learn; what it writes needs nothing.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from reader.model.study import StudyValue
from reader.resource import resource
from reader.study import results
from reader.study.sentence_model import Model
from reader.study.values import stated
from tests.training import corpora, train_caveats
from tests.training.calibrate import Scorer, f1
from tests.training.sentences import FOLDS, News, counts, fitted, news, short

FIELD = "key_results"
#: The least log odds from which a sentence may be taken.
STEPS = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
#: The lowest least is taken whose crossed figure is within this of the best.
WITHIN = 0.01


def _findings(row: News, by: Model) -> tuple[StudyValue, ...]:
    text = row.article.text
    return tuple(
        stated(row.article, text[f.start : f.end], [(f.start, f.end)], 0.5, "")
        for f in results.chosen(row.article, row.found, by)
    )


def score(scorer: Scorer, pairs: Iterable[tuple[News, Model]]) -> float:
    """F1 of the field."""
    return f1(counts(scorer, FIELD, row, _findings(row, by)) for row, by in pairs)


def balanced(scorer: Scorer, pairs: Sequence[tuple[News, Model]]) -> float:
    """The mean of the F1 on real and on invented news."""
    parts = [[p for p in pairs if p[0].name.startswith(kind)] for kind in ("d", "n")]
    return sum(score(scorer, part) for part in parts) / len(parts)


def precision(scorer: Scorer, pairs: Iterable[tuple[News, Model]]) -> float:
    """The share of the values that are right."""
    right = [
        counts(scorer, FIELD, row, (value,))[1] == 0
        for row, by in pairs
        for value in _findings(row, by)
    ]
    return round(sum(right) / max(1, len(right)), 2)


def trained(scorer: Scorer, rows: Sequence[News], aside: Sequence[News]) -> Model:
    """The model of findings; prints its figures."""
    folds = [
        fitted([r for n, r in enumerate(rows) if n % FOLDS != fold], FIELD) for fold in range(FOLDS)
    ]
    weights = fitted(rows, FIELD)
    crossed = {}
    for least in STEPS:
        pairs = list(_crossed(rows, folds, least))
        crossed[least] = balanced(scorer, pairs)
        apart = score(scorer, [(row, Model(weights, least)) for row in aside])
        real = score(scorer, [p for p in pairs if p[0].name[0] == "d"])
        said = f"crossed {crossed[least]:.3f} real {real:.3f} aside {apart:.3f}"
        print(FIELD, least, said)
    least = next(step for step in STEPS if crossed[step] >= max(crossed.values()) - WITHIN)
    sure = precision(scorer, _crossed(rows, folds, least))
    print(FIELD, "chosen", least, "precision", sure, "weights", len(weights))
    return Model(weights, least, sure)


def _crossed(
    rows: Sequence[News], folds: Sequence[dict[str, float]], least: float
) -> Iterator[tuple[News, Model]]:
    """Each article with the model that did not learn from it."""
    return ((row, Model(folds[n % FOLDS], least)) for n, row in enumerate(rows))


def _write(name: str, data: dict[str, Any]) -> None:
    whole = {"schema": "studywire.sentences/1", **data}
    text = json.dumps(whole, ensure_ascii=False, indent=0) + "\n"
    resource(f"models/{name}.json").write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Train, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--check", action="store_true", help="print the figures, write nothing")
    asked = parser.parse_args()
    scorer = Scorer(asked.shared)
    rows, aside = news(asked.shared, "train"), news(asked.shared, "aside")
    by = trained(scorer, rows, aside)
    caveats = train_caveats.trained(scorer, rows, short("train"), aside)
    if not asked.check:
        findings = {"least": by.least, "precision": by.precision, "weights": by.weights}
        _write("findings", findings)
        heard = {name: round(weight, 3) for name, weight in caveats.heard.items()}
        words = caveats.words.weights
        _write("caveats", {"least": caveats.least, "heard": heard, "weights": words})


if __name__ == "__main__":
    main()
