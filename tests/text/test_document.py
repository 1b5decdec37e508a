"""From cleaned HTML to plain text and layout."""

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.parse import parse
from reader.model.feed import Response
from reader.model.layout import Block, Layout
from reader.resource import resource
from reader.text.document import CUT, MAX_TEXT, content


def shape(html: str, title: str = "") -> list[tuple[str, str]]:
    """(kind, text) of each block."""
    got = content(title, html)
    return [(b.kind, got.text[b.start : b.end]) for b in Layout.from_json(got.layout).blocks]


def marked(html: str) -> list[tuple[str, str, str]]:
    """(kind, text, target) of each mark."""
    got = content("", html)
    marks = Layout.from_json(got.layout).marks
    return [(m.kind, got.text[m.start : m.end], m.target) for m in marks]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("", []),
        ("Plain words", [("paragraph", "Plain words")]),
        ("<p>One\n  two</p><p>three</p>", [("paragraph", "One two"), ("paragraph", "three")]),
        ("<p>a&nbsp;b\u200bc</p>", [("paragraph", "a bc")]),
        ("<p>e\u0301</p>", [("paragraph", "é")]),
        ("<h2>Head</h2>text", [("heading", "Head"), ("paragraph", "text")]),
        ("<p>a<br>b</p>", [("paragraph", "a\nb")]),
        ("<p>a<br><br>b</p>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<p><br>a<br></p>", [("paragraph", "a")]),
        ("<ul><li>a<li><p>b</p></ul>c", [("item", "a"), ("item", "b"), ("paragraph", "c")]),
        (
            "<ul><li>a<ul><li>b</li></ul>c</li></ul>",
            [("item", "a"), ("item", "b"), ("paragraph", "c")],
        ),
        ("<blockquote><p>q</p></blockquote>p", [("quote", "q"), ("paragraph", "p")]),
        ("<pre>\n  x\n    y\n</pre>", [("pre", "  x\n    y")]),
        ("<pre>a\u2028b\ufffc&#9;c</pre>", [("pre", "a\nb   c")]),
        ("<p>a\u2029b\x1cc\ufdd0</p>", [("paragraph", "a bc")]),
        ("a<hr>b", [("paragraph", "a"), ("rule", ""), ("paragraph", "b")]),
        ('<p>a<img alt="A  map">b</p>', [("paragraph", "ab"), ("image", "")]),
        (
            "<figure><img alt='x'><figcaption>cap</figcaption></figure>",
            [("image", ""), ("caption", "cap")],
        ),
        ("<dl><dt>t</dt><dd>d</dd></dl>", [("paragraph", "t"), ("item", "d")]),
    ],
)
def test_html_becomes_blocks(html: str, blocks: list[tuple[str, str]]) -> None:
    assert shape(html) == blocks


def test_the_title_is_the_first_block_and_is_not_said_twice() -> None:
    assert shape("<h1>A Study</h1><p>It was done.</p>", "A study") == [
        ("title", "A study"),
        ("paragraph", "It was done."),
    ]


def test_cells_of_a_table_are_blocks_with_a_place() -> None:
    html = "<table><tr><th>Arm</th><th>n</th></tr><tr><td><p>A</p><p>B</p></td><td>35</td></tr></table>"
    blocks = Layout.from_json(content("", html).layout).blocks
    assert [(b.kind, b.cell, b.header) for b in blocks] == [
        ("cell", (0, 0, 0), True),
        ("cell", (0, 0, 1), True),
        ("cell", (0, 1, 0), False),
        ("cell", (0, 1, 0), False),
        ("cell", (0, 1, 1), False),
    ]
    assert content("", html).text == "Arm\nn\nA\nB\n35"


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>a</td><td>b</td></tr></table>",
        "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
        "<table><tr><td><table><tr><td>a</td></tr><tr><td>b</td></tr></table></td></tr></table>",
    ],
)
def test_a_table_that_only_places_text_is_paragraphs(html: str) -> None:
    assert shape(html) == [("paragraph", "a"), ("paragraph", "b")]


def test_items_carry_their_number_and_depth() -> None:
    html = '<ol start="3"><li>c<ul><li>x</li></ul></li><li>d</li></ol>'
    blocks = Layout.from_json(content("", html).layout).blocks
    assert [(b.label, b.level) for b in blocks] == [("3.", 1), ("•", 2), ("4.", 1)]


@pytest.mark.parametrize(
    ("html", "marks"),
    [
        ("<p>a <b>bold </b></p>", [("strong", "bold", "")]),
        ("<p>  <i>x</i> y</p>", [("emphasis", "x", "")]),
        (
            '<a href="https://e.org/"><p>x</p><p>y</p></a>',
            [("link", "x", "https://e.org/"), ("link", "y", "https://e.org/")],
        ),
        ("<a>x</a>", []),
        ("<p>H<sub>2</sub>O<sup></sup></p>", [("sub", "2", "")]),
        ("<b><i>x</i>y</b>", [("emphasis", "x", ""), ("strong", "xy", "")]),
    ],
)
def test_inline_marks_range_over_their_words(html: str, marks: list[tuple[str, str, str]]) -> None:
    assert marked(html) == marks


def test_what_is_too_long_is_cut_and_says_so() -> None:
    html = f"<p>{'word ' * (MAX_TEXT // 10)}</p>" * 3
    text = content("", html).text
    assert len(text) <= MAX_TEXT + len(CUT)
    assert text.endswith(CUT)


@given(
    st.text(alphabet=st.sampled_from(list("<>/abpulitdhr &;=\"'\n\u00a0é\u0301😀")), max_size=300)
)
def test_whatever_the_html_blocks_cover_the_text_in_order(html: str) -> None:
    got = content("Title", nh3.clean(html))
    layout = Layout.from_json(got.layout)
    real = [b for b in layout.blocks if b.end > b.start]
    assert "\n".join(got.text[b.start : b.end] for b in real) == got.text
    assert all(0 <= b.start <= b.end <= len(got.text) for b in layout.blocks)
    assert all(0 <= m.start < m.end <= len(got.text) for m in layout.marks)
    assert [b for b in real if got.text[b.start : b.end].strip() == ""] == []


def test_an_empty_block_keeps_its_place() -> None:
    blocks = Layout.from_json(content("", "<p>a</p><hr>").layout).blocks
    assert blocks[-1] == Block("rule", 1, 1)


def test_the_layout_of_every_sample_fits_its_text() -> None:
    body = resource("samples/feed.xml").read_bytes()
    for entry in parse(Response("https://example.org/", body, "text/xml")).entries:
        said = entry.content
        assert Layout.from_json(said.layout).fits(said.text)
