"""Pictures in an article's own HTML are named by its layout, and found again by that name."""

import base64

import pytest

from reader.feeds.parse import parse
from reader.model.article import Article, Content
from reader.model.layout import Layout
from reader.operations.bringing_along import brought_along
from reader.operations.illustrating import sources
from reader.text.article import article
from reader.text.inline_pictures import MOST, inline_pictures
from tests.feeds.documents import answer, rss
from tests.pictures import gif, png


def data(body: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64," + base64.b64encode(body).decode()


def shown(html: str) -> Article:
    return _article(article("T", html, "https://a.example/"))


def _article(content: Content) -> Article:
    return Article(1, 1, "", "", "", None, 0, 1, 1, 0, content)


@pytest.mark.parametrize("tail", ["", "<pre>code</pre>"])
def test_a_small_picture_is_shown_from_the_text_itself(tail: str) -> None:
    found = shown(f"<p>Before</p><img alt='A map' src='{data(png(40, 30))}'>{tail}")
    (block,) = [b for b in Layout.from_json(found.content.layout).blocks if b.kind == "image"]
    picture = brought_along(found)[block.source]
    assert (picture.kind, picture.width, picture.height) == ("png", 40, 30)
    assert picture.body == png(40, 30)
    assert sources(found) == ()
    assert len(found.content.layout) < 200


@pytest.mark.parametrize(
    "source",
    [
        data(png(1, 1)),
        data(gif(1, 1)),
        data(png(3, 900)),
        data(png(40, 30)[:16] + (9_000).to_bytes(4, "big") * 2 + png(40, 30)[24:]),
        data(b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "svg+xml"),
        data(b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
        data(png(40, 30)) + "A" * 400_000,
        "data:text/html;base64," + base64.b64encode(b"<script>alert(1)</script>").decode(),
    ],
)
def test_beacons_traps_and_what_is_no_picture_are_not(source: str) -> None:
    assert brought_along(shown(f"<p>a</p><img alt='w' src='{source}'>")) == {}


def test_no_more_are_unpacked_than_an_article_may_have() -> None:
    html = "".join(f'<img src="{data(png(10, 10 + n))}">' for n in range(MOST + 5))
    assert len(inline_pictures(html)) == MOST
    assert inline_pictures('<img src="data:image/png;base64,iVBORw0KG">') == {}


def test_a_feed_may_bring_its_pictures_along() -> None:
    html = f"<description><![CDATA[<p>a</p><img src='{data(png(9, 9))}'>]]></description>"
    (entry,) = parse(answer(rss(f"<title>T</title>{html}"))).entries
    assert len(brought_along(_article(entry.content))) == 1
