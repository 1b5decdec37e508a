"""The words of a search are marked in an article where the index finds them."""

import pytest

from reader.text.query.finding import occurrences

TEXT = (
    "Naïve hearts of CAFÉ owners: IL-6 rose, TGF-β fell, a long-term effect, C++ tools, "
    "follow\u2011up in İzmir; COVID-19 and 多発性硬化症 cost 50% more, stem cell, stem-cell."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("naive ", ["Naïve"]),
        ("cafe ", ["CAFÉ"]),
        ("hear", ["hear"]),
        ("hear ", []),
        ("art ", []),
        ("IL-6 ", ["IL-6"]),
        ("il6 ", ["IL-6"]),
        ("tgf-beta ", ["TGF-β"]),
        ("longterm ", []),
        ("long-term ", ["long-term"]),
        ("c++ ", ["C++"]),
        ("covid19 ", ["COVID-19"]),
        ("izmir ", ["İzmir"]),
        ("硬化", ["硬化"]),
        ("50% ", ["50%"]),
        ('"stem cell" ', ["stem cell", "stem-cell"]),
        ("follow-up ", ["follow\u2011up"]),
        ("note:cell -tools", []),
        ("cell OR title:tools ", ["cell", "cell", "tools"]),
        ("* ( ' \\ [", []),
        ("", []),
    ],
)
def test_words_are_found_in_a_text(words: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in occurrences(TEXT, words)] == found


def test_no_more_are_marked_than_are_wanted() -> None:
    assert len(occurrences("stem " * 2_000, "stem ", 500)) == 500
