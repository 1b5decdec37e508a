"""What a publisher changed is shown word by word; changed numbers are called out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.differences import ChangedNumber, changed_numbers, pieces


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a b c", "a b c", "a b c"),
        ("410 people slept.", "401 people slept.", "[-410][+401] people slept."),
        ("One line.\nTwo line.", "One line.\nThree line.", "One line.\n[-Two][+Three] line."),
        ("a b", "a b c", "a b[+ c]"),
        ("It did not help.", "It did help.", "It did [-not ]help."),
        ("p = 0.04 in all", "p = 0.40 in all", "p = [-0.04][+0.40] in all"),
        ("old words here", "new names here", "[-old words][+new names] here"),
        ("", "a", "[+a]"),
    ],
)
def test_words_that_changed_are_marked(old: str, new: str, shown: str) -> None:
    signs = {"same": "{}", "removed": "[-{}]", "added": "[+{}]"}
    assert "".join(signs[p.kind].format(p.text) for p in pieces(old, new)) == shown


@given(st.text(alphabet="ab 12\n.", max_size=60), st.text(alphabet="ab 12\n.", max_size=60))
def test_both_texts_can_be_read_from_the_pieces(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(p.text for p in found if p.kind != "removed") == new
    assert "".join(p.text for p in found if p.kind != "added") == old


def test_numbers_that_changed_are_called_out() -> None:
    old = "The trial had 410 people over two years.\nNothing else changed in 2024."
    new = "The trial had 401 people over three years.\nNothing else changed in 2024. Twelve died."
    assert changed_numbers(pieces(old, new)) == (
        ChangedNumber("410", "401", "The trial had … people over"),
        ChangedNumber("two", "three", "people over … years. Nothing else changed"),
        ChangedNumber("", "Twelve", "else changed in 2024. …"),
    )
