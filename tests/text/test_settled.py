"""HTML that is taken for settled comes out of the cleaner as it went in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import clean
from reader.text.settled import is_settled, is_shallow

_NAMES = st.sampled_from(
    [
        "p",
        "a",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "b",
        "i",
        "div",
        "table",
        "tr",
        "td",
        "tbody",
        "span",
        "br",
        "hr",
        "dl",
        "dt",
        "dd",
        "pre",
        "section",
        "blockquote",
        "rt",
        "ruby",
        "form",
        "svg",
        "math",
        "mi",
        "title",
        "template",
        "select",
        "option",
        "nobr",
        "main",
        "q",
        "img",
        "figure",
        "figcaption",
    ]
)
_PIECES = st.one_of(
    st.builds(
        "<{}{}>".format, _NAMES, st.sampled_from(["", " href='http://x.example/'", " hidden"])
    ),
    st.builds("</{}>".format, _NAMES),
    st.sampled_from(
        ["a", " b", "\n", "&amp;", "&lt;p>", "&#13;", "&nbsp;", "<!-- c -->", "</", '"']
    ),
)


@given(st.lists(_PIECES, max_size=25).map("".join))
@settings(max_examples=400)
def test_settled_html_is_cleaned_to_itself(html: str) -> None:
    cleaned = clean.clean(html)
    safe = clean._safe(html, "", False)
    for each in (cleaned, safe):
        if is_settled(each):
            assert clean._cleaner(values=False).clean(each) == each


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<div>b</div></p>",
        '<a href="http://x.example/">a<b><a href="http://y.example/">b</a></b></a>',
        "<div><li>a</li></div>",
        "<h1>a<h2>b</h2></h1>",
        "<table><tbody><tr><td>1</td></tr></tbody></table>",
        "<pre>\n\na</pre>",
        "a\rb",
    ],
)
def test_what_a_parser_may_read_otherwise_is_not_settled(html: str) -> None:
    assert not is_settled(html)


def test_usual_text_is_settled() -> None:
    assert is_settled("<h2>A</h2><p>b <a href='http://x.example/'><b>c</b></a><br>d</p><hr>")
    assert is_settled("<ul><li>a<ol><li><p>b</p></li></ol></li></ul>")


def test_nesting_is_counted_tag_by_tag() -> None:
    assert is_shallow("<p>a</p>" * 500)
    assert not is_shallow("<div>" * 70 + "</div>" * 70)
