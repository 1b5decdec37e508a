"""Turns of speech that caveats have more often than other sentences."""

import pytest

from reader.study.turns import turns


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("we cannot tell who slept badly.", "~unable"),
        ("the nurses were not asked.", "~not so treated"),
        ("nine ponies are too few.", "~too"),
        ("riders may well have been fitter.", "~may be"),
        ("it may not hold in winter.", "~may not"),
        ("nobody counted the falls.", "~of those studied"),
        ("but the records stop in june.", "~turns"),
        ("the records stop in june.", "~of the study"),
        ("ponies sleep standing up, not lying.", "~rather"),
        ("“ask your vet,” said olin, who was not involved in the work.", "~from outside"),
        ("the authors concede as much.", "~announced"),
    ],
)
def test_a_turn_is_known(sentence: str, name: str) -> None:
    assert name in turns(sentence)


def test_plain_sentences_have_none() -> None:
    assert turns("ponies were ridden in the park.") == frozenset()
