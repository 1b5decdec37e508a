"""From a rule's own confidence to the probability that its value is right.

The tables are made on labelled articles by `tests/training/calibrate.py` and lie in
`resources/models/calibration.json`: for each field points of a rising line, and the threshold below
which a value is no more than a candidate. A field that was never labelled has the pooled line.
"""

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from reader.model.study import FIELDS, StudyCard, StudyValue
from reader.resource import resource

#: The line of all fields together.
POOLED = "*"


@dataclass(frozen=True, slots=True)
class Table:
    """Points (confidence of the rule, probability), both rising, and the field's threshold."""

    points: tuple[tuple[float, float], ...]
    threshold: float = 0.0

    def probability(self, confidence: float) -> float:
        """The probability at a confidence, on the straight line between its two points."""
        at = bisect_right(self.points, confidence, key=lambda point: point[0])
        if at == 0:
            return self.points[0][1]
        if at == len(self.points):
            return self.points[-1][1]
        (low, bottom), (high, top) = self.points[at - 1], self.points[at]
        return bottom + (top - bottom) * (confidence - low) / (high - low)


@cache
def tables() -> Mapping[str, Table]:
    """The table of each field, read once."""
    data = json.loads(resource("models/calibration.json").read_text("utf-8"))
    return {
        name: Table(tuple((x, y) for x, y in row["points"]), row["threshold"])
        for name, row in data["fields"].items()
    }


def calibrate(card: StudyCard, by_field: Mapping[str, Table] | None = None) -> StudyCard:
    """The card with probabilities; what lies below its field's threshold is a candidate."""
    if card.is_study.value is None:  # in a language that nothing was read of
        return card
    lines = tables() if by_field is None else by_field
    kept: dict[str, tuple[StudyValue, ...]] = {}
    doubtful: list[tuple[str, StudyValue]] = []
    for row in FIELDS:
        table = lines.get(row.name) or lines[POOLED]
        values = [_with(table, value) for value in card.values.get(row.name, ())]
        sure = tuple(value for value in values if value.confidence >= table.threshold)
        doubtful += [(row.name, value) for value in values if value not in sure]
        if sure:
            kept[row.name] = sure
    verdict = _with(lines.get("is_study") or lines[POOLED], card.is_study)
    others = [(name, _with(lines.get(name) or lines[POOLED], v)) for name, v in card.candidates]
    return replace(card, is_study=verdict, values=kept, candidates=(*doubtful, *others))


def _with(table: Table, value: StudyValue) -> StudyValue:
    """The value with its probability; what models and feeds say comes with one."""
    if not value.method.startswith("rule:"):
        return value
    return replace(value, confidence=round(table.probability(value.confidence), 3))
