"""The line under a found article: what fits into it, with the words that were looked for."""

import pytest

from reader.desktop.articles.snippet import Line, fitted, line
from reader.model.article import SearchHit


def test_marks_are_taken_out_and_lines_joined() -> None:
    hit = SearchHit(1, "two\n\x02words\x03 and \x02more\x03", "text")
    assert line(hit) == Line("two words and more", ((4, 5), (14, 4)))


@pytest.mark.parametrize(("where", "start"), [("note", "in your note: "), ("text", "")])
def test_it_says_where_the_words_are_that_are_not_in_the_text(where: str, start: str) -> None:
    assert line(SearchHit(1, "here", where)).text == f"{start}here"


@pytest.mark.parametrize("width", range(12, 90))
def test_the_first_match_stays_in_sight_at_every_width(width: int) -> None:
    words = "one two three four five six seven eight nine ten match eleven twelve thirteen"
    whole = Line(words, ((words.index("match"), 5),))
    shown = fitted(whole, width, len)
    assert len(shown.text) <= width
    (start, length), *_ = shown.bold
    assert "match".startswith(shown.text[start : start + length].rstrip("…"))
    if width > 34:
        assert shown.text[start : start + length] == "match"


def test_what_fits_is_left_alone() -> None:
    whole = Line("a 😀 b", ((4, 1),))
    assert fitted(whole, 80, len) == whole
