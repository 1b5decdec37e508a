"""Passages as text to paste."""

from dataclasses import replace

import pytest

from reader.model.errors import ReaderError
from reader.operations.quoting import link_to_passage, quote_with_citation
from tests.export.records import article


def test_a_quote_says_where_it_is_from() -> None:
    said = article()
    start = said.content.text.index("48 adults")
    assert quote_with_citation(said, start, start + 9) == (
        "“48 adults” (Jane Smith, “Tablet number 1 eases fatigue”, Example News, 2026-05-28) "
        "https://example.org/news/1#:~:text=48%20adults"
    )


def test_a_passage_over_several_blocks_is_quoted_on_one_line() -> None:
    said = article()
    assert "\n" not in quote_with_citation(said, 0, len(said.content.text))


def test_a_link_to_a_long_passage_names_its_ends() -> None:
    words = " ".join(f"word{n}" for n in range(60))
    said = article(content=replace(article().content, text=words))
    link = link_to_passage(said, 0, len(words))
    assert link.endswith(
        "#:~:text=word0%20word1%20word2%20word3%20word4,word55%20word56%20word57%20word58%20word59"
    )


def test_what_a_directive_gives_a_meaning_is_encoded() -> None:
    said = article(content=replace(article().content, text="a-b, c & d"))
    assert link_to_passage(said, 0, 99).endswith("#:~:text=a%2Db%2C%20c%20%26%20d")


def test_a_fragment_of_the_address_is_kept() -> None:
    said = article(link="https://example.org/x#part:~:text=old")
    assert link_to_passage(said, 0, 6).startswith("https://example.org/x#part:~:text=Tablet")


@pytest.mark.parametrize("link", ["", "javascript:alert(1)", "file:///etc/passwd"])
def test_no_link_is_made_of_what_is_no_address_of_the_web(link: str) -> None:
    with pytest.raises(ReaderError, match="no web address"):
        link_to_passage(article(link=link), 0, 9)
    assert quote_with_citation(article(link=link), 0, 6).endswith("2026-05-28)")


def test_nothing_selected_is_a_sentence() -> None:
    with pytest.raises(ReaderError, match="Select some words"):
        quote_with_citation(article(), 3, 3)
