"""Outcomes told as what findings speak of."""

import pytest

from reader.study import measured
from reader.study.reading.article import Article


def said(sentence: str) -> list[str]:
    article = Article(sentence)
    found = measured.mentions(article, [(0, len(sentence))], 0.5)
    return [sentence[m.start : m.end] for m in found]


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("Hip stiffness had dropped by a third after ten weeks.", ["Hip stiffness"]),
        ("After ten weeks, knee pain was the same in both groups.", ["knee pain"]),
        (
            "Grip strength, balance and body weight did not differ.",
            ["Grip strength", "balance", "body weight"],
        ),
        ("Walkers lost 4 percent of their muscle mass.", ["muscle mass"]),
        ("Those with springs had twice as many stumbles.", ["stumbles"]),
        ("At the spa the median stay was nine days.", ["stay"]),
    ],
)
def test_what_rose_fell_or_stayed_was_measured(sentence: str, subjects: list[str]) -> None:
    assert said(sentence) == subjects


@pytest.mark.parametrize(
    "sentence",
    [
        "The researchers were the same as before.",
        "Both groups did better.",
        "Patients improved.",
        "It rose by 12 minutes.",
        "Walkers gained 12 minutes.",
        "At the spa the average age was 62.",
        "There the average patient was older.",
    ],
)
def test_people_pronouns_and_units_were_not(sentence: str) -> None:
    assert said(sentence) == []
