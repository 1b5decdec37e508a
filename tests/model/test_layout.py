"""Layouts keep their shape in the archive."""

import pytest

from reader.model.layout import Block, Layout, Mark


def test_a_layout_comes_back_from_json_as_it_was() -> None:
    layout = Layout(
        (Block("title", 0, 5), Block("item", 6, 9, 2, "3."), Block("cell", 10, 12, cell=(0, 1, 2))),
        (Mark("strong", 1, 2), Mark("link", 6, 9, "https://example.org/")),
    )
    assert Layout.from_json(layout.to_json()) == layout


@pytest.mark.parametrize("text", ["", "null", "[]", "[[1],[2]]", '{"a": 1}', "[[[1,2]],[]]"])
def test_anything_else_is_no_layout(text: str) -> None:
    with pytest.raises(ValueError, match="not a layout"):
        Layout.from_json(text)


@pytest.mark.parametrize(
    "kept", ["", '[[["p",0,99]],[]]', '[[["p",5,2]],[]]', '[[["p","a",1]],[]]']
)
def test_a_damaged_layout_leaves_a_paragraph_a_line(kept: str) -> None:
    assert Layout.of("one\n\ntwo", kept).blocks == (
        Block("paragraph", 0, 3),
        Block("paragraph", 4, 4),
        Block("paragraph", 5, 8),
    )


def test_a_layout_that_fits_is_taken() -> None:
    layout = Layout((Block("title", 0, 3), Block("paragraph", 4, 7)), (Mark("strong", 0, 1),))
    assert Layout.of("one\ntwo", layout.to_json()) == layout
