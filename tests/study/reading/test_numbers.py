"""Numbers in words."""

from reader.study.reading.article import Article


def test_a_row_of_words_without_end_is_no_number() -> None:
    assert Article("one hundred and " * 400).numbers == []
