"""The usual way through an article comes to the text and layout that any other comes to."""

import nh3
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.document import any_content
from reader.text.usual_document import usual_content

_NAMES = st.sampled_from(
    [
        "p",
        "b",
        "i",
        "a",
        "ul",
        "ol",
        "li",
        "blockquote",
        "h2",
        "h4",
        "table",
        "tr",
        "td",
        "th",
        "span",
        "dl",
        "dt",
        "dd",
        "figure",
        "figcaption",
        "div",
        "sup",
        "code",
        "caption",
        "u",
        "section",
    ]
)
_VOID = st.sampled_from(
    [
        "<br>",
        "<hr>",
        '<img alt="a  map" src="https://x.example/a?b&amp;c">',
        "<img>",
        '<ol start="7">',
    ]
)
_PIECES = st.one_of(
    st.builds("<{}>".format, _NAMES),
    st.builds("</{}>".format, _NAMES),
    _VOID,
    st.just('<a href="https://x.example/?a&amp;b">'),
    st.sampled_from(["one", " ", "two words", " x ", "&amp;", "&lt;", "&nbsp;", "é", "e\u0301"]),
    st.sampled_from(
        ["\n", "\t", "\u2028", "\u200b", "The", " title", "&gt;\u0338", "&#10;y", "\ufffc"]
    ),
)


@given(
    st.sampled_from(["", "The title", "one"]),
    st.lists(_PIECES, max_size=20).map("".join),
    st.booleans(),
)
@settings(max_examples=400)
def test_both_ways_come_to_the_same(title: str, html: str, cleaned: bool) -> None:
    html = nh3.clean(html) if cleaned else html
    usual = usual_content(title, html)
    assert usual is None or usual == any_content(title, html)


def test_usual_texts_go_the_usual_way() -> None:
    html = "<h2>A</h2><p>b <b>c</b>&nbsp;d</p><ul><li>e</li></ul><p>β</p><table><tbody></tbody></table>"
    assert usual_content("T", html) == any_content("T", html)
    assert usual_content("T", html) is not None


def test_what_is_not_usual_is_left_to_the_other_way() -> None:
    for html in ("<pre>a</pre>", "a\u00adb", "e\u0301", "<p class='x'>a</p>", "a" * 300_000):
        assert usual_content("", html) is None
