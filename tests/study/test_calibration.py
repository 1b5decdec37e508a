"""Confidence as probability, and what is held back as a candidate."""

import json
from itertools import pairwise

import pytest

from reader.model.card_json import card_from_json, card_to_dict, card_to_json
from reader.model.study import FIELD, Span, StudyCard, StudyValue
from reader.resource import resource
from reader.study.calibration import POOLED, Table, calibrate, tables
from reader.study.extract import study, uncalibrated

LINE = ((0.2, 0.1), (0.6, 0.5), (1.0, 0.9))


def value(confidence: float, said: str = "x", method: str = "rule:x/1") -> StudyValue:
    return StudyValue(said, (Span(0, 1, "x"),), confidence, method)


@pytest.mark.parametrize(
    ("confidence", "probability"),
    [(0.0, 0.1), (0.2, 0.1), (0.3, 0.2), (0.6, 0.5), (0.8, 0.7), (1.0, 0.9), (2.0, 0.9)],
)
def test_a_probability_lies_on_the_line_between_points(
    confidence: float, probability: float
) -> None:
    assert Table(LINE).probability(confidence) == pytest.approx(probability)


def test_a_value_below_its_threshold_is_a_candidate() -> None:
    by_field = {"condition": Table(LINE, 0.5), POOLED: Table(LINE)}
    values = {"condition": (value(0.9, "sure"), value(0.3, "doubtful")), "journal": (value(0.3),)}
    card = calibrate(StudyCard("", "", value(0.9), values), by_field)
    assert [(v.value, v.confidence) for v in card.values["condition"]] == [("sure", 0.8)]
    assert [(name, v.value, v.confidence) for name, v in card.candidates] == [
        ("condition", "doubtful", 0.2)
    ]
    assert "journal" in card.values


def test_a_field_without_a_sure_value_is_not_stated() -> None:
    by_field = {"journal": Table(LINE, 0.5), POOLED: Table(LINE)}
    card = calibrate(StudyCard("", "", value(0.9), {"journal": (value(0.3),)}), by_field)
    assert card.one("journal") is None
    assert card_to_dict(card)["journal"] is None
    assert card_to_dict(card)["candidates"][0]["field"] == "journal"


def test_a_candidate_is_in_the_json_with_all_it_has() -> None:
    card = StudyCard("1", "", value(0.9), {}, (("journal", value(0.25, "Annals")),))
    (row,) = card_to_dict(card)["candidates"]
    assert row == {
        "field": "journal",
        "value": "Annals",
        "status": "stated",
        "confidence": 0.25,
        "method": "rule:x/1",
        "evidence": [{"start": 0, "end": 1, "text": "x"}],
    }
    assert card_from_json(card_to_json(card)) == card


def test_the_tables_that_ship_rise_and_stay_within_bounds() -> None:
    for name, table in tables().items():
        assert name in FIELD or name in {"is_study", POOLED}
        assert 0.0 <= table.threshold <= 0.5
        for (low, bottom), (high, top) in pairwise(table.points):
            assert low < high
            assert 0.0 <= bottom <= top <= 1.0


def test_the_tables_that_ship_tell_how_many_values_they_were_made_on() -> None:
    data = json.loads(resource("models/calibration.json").read_text("utf-8"))
    assert data["schema"] == "studywire.calibration/1"
    for row in data["fields"].values():
        assert 0 <= row["right"] <= row["values"]


def test_a_study_has_the_same_values_before_and_after() -> None:
    text = (
        "Walking lowers blood pressure, trial finds\n\nIn a randomised trial of 120 adults with "
        "high blood pressure, walking lowered it by 5 mmHg, researchers report in the Journal of "
        "Invented Medicine."
    )
    raw, card = uncalibrated(text), study(text)
    names = {name for name, values in raw.values.items() for _ in values}
    shown = {name for name, values in card.values.items() for _ in values}
    assert names == shown | {name for name, _ in card.candidates}
    assert card_from_json(card_to_json(card)) == card
