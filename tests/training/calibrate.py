"""Make `resources/models/calibration.json`: how often a rule's confidence is right, per field.

    python -m tests.training.calibrate [--shared FOLDER] [--check]

Learns from the articles that no rule is tuned on, and only whether each value is right: on the others
rules look better than they are. Each field is moved by one number, drawn towards none: forms with
more freedom did worse on articles they were not made on (README.md). Prints for both parts how far
the probabilities are from the truth and what the thresholds do to F1. Same input, same file. With `--check` nothing is written.
"""

import argparse
import importlib.util
import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.model.card_json import card_to_dict
from reader.model.study import FIELD, StudyCard, StudyValue
from reader.resource import resource
from reader.study.calibration import POOLED, Table, calibrate
from reader.study.extract import uncalibrated
from tests.training import corpora

#: Confidences at which a table has points.
GRID = tuple(round(0.05 * step, 2) for step in range(21))
#: How strongly a field is held to the rules' own confidence.
DRAWN = 40.0
#: A value with this probability is never held back.
HIGHEST = 0.4
#: What holding back must add to F1, lest single articles decide.
GAIN = 0.015
FOLDS = 5
Counts = tuple[int, int, int]


@dataclass(frozen=True)
class Reading:
    """A development article as the rules read it, with its label."""

    card: StudyCard
    label: dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """A value's confidence, and whether the value is right."""

    field: str
    confidence: float
    right: bool


class Scorer:
    """What the development set's own scorer says."""

    def __init__(self, shared: Path) -> None:
        path = shared / "data" / "news_dev" / "score.py"
        spec = importlib.util.spec_from_file_location("news_dev_score", path)
        if spec is None or spec.loader is None:
            raise FileNotFoundError(path)
        module: Any = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.STRICT = True
        self.module = module
        self._outcomes: dict[str, list[Outcome]] = {}
        self._counts: dict[tuple[str, str, tuple[Any, ...]], Counts] = {}

    def outcomes(self, reading: Reading) -> list[Outcome]:
        """Each value of a card, right or wrong."""
        key = reading.label["id"]
        if key not in self._outcomes:
            self._outcomes[key] = list(self._judged(reading))
        return self._outcomes[key]

    def _judged(self, reading: Reading) -> Iterable[Outcome]:
        label = reading.label
        said = [label["is_study"]["value"], *label["is_study"].get("accept", [])]
        verdict = reading.card.is_study
        yield Outcome("is_study", verdict.confidence, verdict.value in said)
        card = reading.card
        stated = [(name, value) for name, values in card.values.items() for value in values]
        for name, value in (*stated, *card.candidates):
            if name in self.module.FIELDS and value.method.startswith("rule:"):
                yield Outcome(name, value.confidence, self._right(name, value, label))

    def _right(self, name: str, value: StudyValue, label: dict[str, Any]) -> bool:
        """A value alone on a card is right when it is no false positive."""
        if value.status == "explicitly_none":
            return label[name] is None or None in label[name].get("accept", [])
        counts = self.counts(StudyCard("", "", value, {name: (value,)}), label, name)
        return counts[1] == 0

    def counts(self, card: StudyCard, label: dict[str, Any], name: str) -> Counts:
        """(true positives, false positives, false negatives) of one field."""
        values = card.values.get(name, ())
        key = label["id"], name, tuple((v.value, v.evidence[:1]) for v in values)
        if key not in self._counts:
            alone = StudyCard("", "", card.is_study, {name: values})
            self._counts[key] = self.module.score_card(card_to_dict(alone), label)[name]
        return self._counts[key]


def readings(shared: Path, part: str) -> list[Reading]:
    return [
        Reading(uncalibrated(article["text"]), label)
        for article, label in corpora.articles(shared, part)
    ]


# ---- lines ----------------------------------------------------------------------------------------
def logit(confidence: float) -> float:
    bounded = min(0.99, max(0.01, confidence))
    return math.log(bounded / (1 - bounded))


def shift(outcomes: Sequence[Outcome]) -> float:
    """By how much the log odds of a field's values are moved, drawn towards not at all; by Newton."""
    moved = 0.0
    for _ in range(50):
        gradient, curvature = -DRAWN * moved, DRAWN
        for outcome in outcomes:
            p = 1 / (1 + math.exp(-(moved + logit(outcome.confidence))))
            gradient += outcome.right - p
            curvature += p * (1 - p)
        moved += gradient / curvature
        if abs(gradient / curvature) < 1e-9:
            break
    return moved


def table(moved: float, threshold: float = 0.0) -> Table:
    """The moved line as points; one that is not moved is the rules' own confidence."""
    points = ((x, 1 / (1 + math.exp(-(moved + logit(x)))) if moved else x) for x in GRID)
    return Table(tuple((x, round(y, 4)) for x, y in points), threshold)


def lines(outcomes: Sequence[Outcome]) -> dict[str, Table]:
    """A table for each field that was labelled; others keep the rules' own confidence."""
    named = sorted({outcome.field for outcome in outcomes})
    own = {name: table(shift([o for o in outcomes if o.field == name])) for name in named}
    return {**own, POOLED: table(0.0)}


# ---- thresholds -----------------------------------------------------------------------------------
def f1(counts: Iterable[Counts]) -> float:
    tp, fp, fn = (sum(column) for column in zip(*counts, strict=True))
    return 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else 0.0


def threshold(scorer: Scorer, rows: Sequence[Reading], name: str, line: Table) -> float:
    """The threshold with the best F1; the lowest such, and 0 where holding back gains nothing."""
    steps = sorted({round(line.probability(x), 4) for x in GRID if line.probability(x) <= HIGHEST})
    best, chosen = _f1_at(scorer, rows, name, line), 0.0
    for step in steps:
        gained = _f1_at(scorer, rows, name, Table(line.points, step))
        if gained > best + GAIN:
            best, chosen = gained, step
    return chosen


def _f1_at(scorer: Scorer, rows: Sequence[Reading], name: str, line: Table) -> float:
    by_field = {name: line, POOLED: line}
    return f1(scorer.counts(calibrate(row.card, by_field), row.label, name) for row in rows)


def made(scorer: Scorer, rows: Sequence[Reading]) -> dict[str, Table]:
    """Tables with thresholds, learnt from these articles."""
    drawn = lines([outcome for row in rows for outcome in scorer.outcomes(row)])
    return {
        name: Table(line.points, threshold(scorer, rows, name, line) if name in FIELD else 0.0)
        for name, line in drawn.items()
    }


# ---- figures --------------------------------------------------------------------------------------
def brier(outcomes: Sequence[Outcome], probability: Callable[[Outcome], float]) -> float:
    """The mean squared distance of the probability from the truth."""
    return sum((probability(o) - o.right) ** 2 for o in outcomes) / len(outcomes)


def calibration_error(
    outcomes: Sequence[Outcome], probability: Callable[[Outcome], float]
) -> float:
    """The mean distance of said from true shares, in ten bins of probability."""
    bins: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        bins.setdefault(min(9, int(10 * probability(outcome))), []).append(outcome)
    return sum(abs(sum(probability(o) - o.right for o in held)) for held in bins.values()) / len(
        outcomes
    )


def report(
    scorer: Scorer, title: str, pairs: Sequence[tuple[Mapping[str, Table], Reading]]
) -> None:
    """Print what the tables do to articles they were not made on."""
    outcomes = [(o, tables_) for tables_, row in pairs for o in scorer.outcomes(row)]
    said = {
        id(o): (tables_.get(o.field) or tables_[POOLED]).probability(o.confidence)
        for o, tables_ in outcomes
    }
    rows = [o for o, _ in outcomes]
    before: Callable[[Outcome], float] = lambda o: o.confidence  # noqa: E731
    after: Callable[[Outcome], float] = lambda o: said[id(o)]  # noqa: E731
    print(f"{title}: {len(pairs)} articles, {len(rows)} values")
    print(f"  Brier {brier(rows, before):.3f} -> {brier(rows, after):.3f}")
    print(f"  error {calibration_error(rows, before):.3f} -> {calibration_error(rows, after):.3f}")
    said_of = [row.label for _, row in pairs]
    names = [n for n in FIELD if n in scorer.module.FIELDS and any(label[n] for label in said_of)]
    plain = [f1(scorer.counts(row.card, row.label, n) for _, row in pairs) for n in names]
    held = [
        f1(scorer.counts(calibrate(row.card, t), row.label, n) for t, row in pairs) for n in names
    ]
    print(f"  macro F1 {sum(plain) / len(names):.4f} -> {sum(held) / len(names):.4f}")
    for name, one, other in zip(names, plain, held, strict=True):
        if one != other:
            print(f"    {name:26} {one:.3f} -> {other:.3f}")


def crossed(scorer: Scorer, rows: Sequence[Reading]) -> list[tuple[Mapping[str, Table], Reading]]:
    """Each article with tables made on the other folds."""
    out: list[tuple[Mapping[str, Table], Reading]] = []
    for fold in range(FOLDS):
        rest = [row for number, row in enumerate(rows) if number % FOLDS != fold]
        drawn = made(scorer, rest)
        out += [(drawn, row) for number, row in enumerate(rows) if number % FOLDS == fold]
    return out


def written(tables_: Mapping[str, Table], outcomes: Sequence[Outcome]) -> str:
    """The file."""
    fields = {}
    for name in sorted(tables_):
        own = [o for o in outcomes if name in (o.field, POOLED)]
        fields[name] = {
            "threshold": tables_[name].threshold,
            "values": len(own),
            "right": sum(o.right for o in own),
            "points": [list(point) for point in tables_[name].points],
        }
    rows = [f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in fields.items()]
    head = '{"schema": "studywire.calibration/1",\n "fields": {\n'
    return head + ",\n".join(rows) + "\n }\n}\n"


def main() -> None:
    """Make the tables, print the figures, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--check", action="store_true", help="print the figures, write nothing")
    asked = parser.parse_args()
    scorer = Scorer(asked.shared)
    rows = readings(asked.shared, "aside")
    report(scorer, f"{FOLDS}-fold on the articles learnt from", crossed(scorer, rows))
    drawn = made(scorer, rows)
    tuned = readings(asked.shared, "train")
    report(scorer, "on those that rules are tuned on", [(drawn, row) for row in tuned])
    if not asked.check:
        outcomes = [outcome for row in rows for outcome in scorer.outcomes(row)]
        path = resource("models/calibration.json")
        path.write_text(written(drawn, outcomes), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
