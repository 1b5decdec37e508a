"""The choice among the numbers of an abstract: they share one certainty."""

import math

import pytest

from reader.study import extract, size_choice
from reader.study.reading.article import Article

TEXT = (
    "Lanterin and seasonal hiccups\n"
    "BACKGROUND: The aim of this study was to examine lanterin in hiccups. METHODS: Between spring and autumn "
    "140 adults were randomized to 20 mg lanterin or saline for 12 weeks. RESULTS: Attacks stopped in 41 adults "
    "on lanterin and in 28 on saline (p < 0.01). CONCLUSIONS: Lanterin shortens attacks."
)


def test_the_numbers_of_a_text_share_one_certainty() -> None:
    odds = [said for _, said in size_choice.choices(Article(TEXT))]
    assert math.fsum(1 / (1 + math.exp(-said)) for said in odds) == pytest.approx(1, abs=1e-3)


def test_those_who_entered_are_likelier_than_those_who_got_well() -> None:
    found = {candidate.value: said for candidate, said in size_choice.choices(Article(TEXT))}
    assert max(found, key=found.__getitem__) == 140
    assert found[140] > 0 > found[41]


def test_a_number_is_named_by_its_place_among_the_others() -> None:
    found = [c for c, _ in size_choice.choices(Article(TEXT))]
    said = {c.value: names for c, names in zip(found, size_choice.named(found), strict=True)}
    assert "rank=0" in said[140]
    assert "less" not in said[140]
    assert "less" in said[28]


def test_a_text_without_numbers_has_no_choice() -> None:
    assert size_choice.choices(Article("Lanterin and hiccups\nAttacks were seen.")) == []


def test_of_those_registered_the_randomised_are_the_size() -> None:
    told = "Ninety-one adults were registered, and 77 were randomised to lanterin or saline. "
    text = TEXT.replace(TEXT[TEXT.index("Between") : TEXT.index("RESULTS")], told)
    assert extract.study(text).values["sample_size"][0].value == 77
