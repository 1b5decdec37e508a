"""The text of an article's page, and what is not taken for one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.feeds.full_text import whole_text
from reader.model.errors import ParseError
from reader.model.feed import Response

TITLE = "Otters return to the river"
SAID = f"{TITLE}\nThirty-five otters were counted along the northern river this spring."
MORE = " ".join(
    f"In week {n} the wardens walked the bank and counted otters between the two bridges."
    for n in range(1, 15)
)
PAGE = f"""<!doctype html><html><head><title>{TITLE}</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>{TITLE}</h1><p>Thirty-five otters were counted along the northern river this
spring.</p><p>{MORE}</p><p>See <a href="/map?utm_source=x">the map</a>.<script>alert(1)</script>
<img src="https://tracker.example/p.gif"></p></article><footer>Subscribe to our letter</footer>
</body></html>"""


def page(html: str) -> Response:
    return Response("https://river.example/otters", html.encode(), "text/html; charset=utf-8")


def test_the_article_is_taken_and_cleaned() -> None:
    found = whole_text(page(PAGE), TITLE, SAID)
    assert found.title == TITLE
    assert found.text.startswith(TITLE)
    assert "In week 14 the wardens" in found.text
    assert "Home" not in found.text
    assert "script" not in found.html
    assert "tracker" not in found.html
    assert "utm_source" not in found.html


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<html><body><h1>404</h1><p>Not found</p></body></html>", "stays"),
        (
            f"<html><body><article><p>{'The page you want has moved elsewhere. ' * 30}</p></article>"
            "</body></html>",
            "another text",
        ),
        (
            "<html><body><article><h1>Otters</h1><p>Thirty-five otters were counted along the "
            "northern river this spring.</p><p>Subscribe to continue reading.</p></article></body>"
            "</html>",
            "subscribers",
        ),
        ("<html><body><p>Thirty-five otters were counted.</p></body></html>", "feed's text"),
        ("%PDF-1.7", "PDF"),
        ("just words", "no web page"),
        ("", "empty"),
    ],
)
def test_errors_and_walls_are_no_articles(html: str, words: str) -> None:
    with pytest.raises(ParseError, match=words):
        whole_text(page(html), TITLE, SAID)


def test_a_page_of_nothing_but_tags_ends() -> None:
    with pytest.raises(ParseError):
        whole_text(page("<html><body>" + "<div>" * 50_000), TITLE, SAID)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.floats(0, 1))
def test_any_page_gives_a_text_or_words(put: bytes, at: float) -> None:
    body = PAGE.encode()
    place = int(at * len(body))
    damaged = body[:place] + put + body[place:]
    try:
        found = whole_text(Response("https://river.example/o", damaged), TITLE, SAID)
    except ParseError:
        return
    assert "<script" not in found.html
