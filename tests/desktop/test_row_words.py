"""What a row of the card says of a passage."""

import pytest

from reader.desktop.study.row_words import AROUND, of_candidate, sentence
from reader.model.study import Span, StudyValue

LONG = "word " * 60


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("First. It held 35 people in all. Last.", "35 people", "It held 35 people in all."),
        ("Title\nIt held 35 people\nNext", "35 people", "It held 35 people"),
        ("35 people", "35 people", "35 people"),
        ("A dose of 2.5 mg was given.", "2.5 mg", "A dose of 2.5 mg was given."),
    ],
)
def test_a_passage_is_shown_in_its_sentence(text: str, words: str, whole: str) -> None:
    start = text.index(words)
    assert "".join(sentence(text, Span(start, start + len(words), words))) == whole


def test_a_long_sentence_is_cut_between_words() -> None:
    text = f"{LONG}here {LONG}"
    start = text.index("here")
    before, words, after = sentence(text, Span(start, start + 4, "here"))
    assert words == "here"
    assert before.startswith("…word ")
    assert after.endswith(" word…")
    assert max(len(before), len(after)) <= AROUND + 1


def test_of_an_answer_of_a_language_model_no_share_is_right() -> None:
    answer = of_candidate("country", StudyValue("Chile", (), 0.3, "model:tiny"))
    assert (answer.mark, answer.mark_tip) == ("?", "Answer of tiny, unchecked")
    assert answer.spoken == "Country: perhaps Chile, answer of tiny, unchecked"
    reading = of_candidate("country", StudyValue("Chile", (), 0.3, "rule:places/1"))
    assert "30%" in reading.mark_tip
