"""The whole text beside the feed's: had, switched, and never lost."""

from concurrent.futures import Future
from typing import Any

import pytest

from reader.model.errors import FetchError
from reader.model.feed import Feed, Request, Response
from reader.model.query import ArticleQuery
from reader.operations.annotating import highlight, marked
from reader.operations.completing import complete, complete_waiting, has_whole_text, switch_text
from reader.operations.setting import set_for_feed
from reader.store.store import Store
from tests.conftest import NOW, arrive, entry
from tests.fakes import Here, Wire
from tests.feeds.test_full_text import PAGE

TITLE = "Otters return to the river"
LINK = "https://example.org/1"
HTML = "<p>Thirty-five otters were counted along the northern river this spring.</p>"


@pytest.fixture
def otters(store: Store, feed: Feed) -> int:
    (only,) = arrive(store, feed, entry(1, TITLE, HTML))
    return only


WIRE = Wire({LINK: Response(LINK, PAGE.encode(), "text/html")})


def text(store: Store, article_id: int) -> str:
    article = store.articles.one(article_id)
    assert article
    return article.content.text


def had(store: Store, article_id: int) -> None:
    assert told(store, WIRE, article_id) == {"article": article_id, "error": None, "later": False}


def told(store: Store, wire: Wire, article_id: int) -> dict[str, Any]:
    """The report of fetching the text of one article."""
    (report,) = (s.report for s in complete(store, wire, Here(), [article_id]) if s.report)
    return report


def test_the_whole_text_is_shown_and_waits_to_be_indexed(store: Store, otters: int) -> None:
    assert not has_whole_text(store, otters)
    had(store, otters)
    assert has_whole_text(store, otters)
    assert "week 14" in text(store, otters)
    assert store.pending.next("index", 9) == [otters]
    assert len(store.articles.revisions(otters)) == 2


def test_one_can_go_back_and_forth_and_undo_it(store: Store, otters: int) -> None:
    had(store, otters)
    article = store.articles.one(otters)
    assert article
    change = switch_text(store, article)
    store.apply(change)
    assert "week 14" not in text(store, otters)
    store.apply(change.reversed())
    assert "week 14" in text(store, otters)


def test_a_refresh_does_not_take_the_whole_text_away(store: Store, feed: Feed, otters: int) -> None:
    had(store, otters)
    arrive(store, feed, entry(1, TITLE, HTML))
    assert "week 14" in text(store, otters)
    assert len(store.articles.revisions(otters)) == 2
    arrive(store, feed, entry(1, TITLE, HTML.replace("Thirty-five", "Thirty-six")), now=NOW + 9)
    assert "week 14" in text(store, otters)
    article = store.articles.one(otters)
    assert article
    store.apply(switch_text(store, article))
    assert "Thirty-six" in text(store, otters)


def test_a_text_that_is_switched_back_follows_the_feed(
    store: Store, feed: Feed, otters: int
) -> None:
    had(store, otters)
    article = store.articles.one(otters)
    assert article
    store.apply(switch_text(store, article))
    arrive(store, feed, entry(1, TITLE, HTML.replace("Thirty-five", "Thirty-six")), now=NOW + 9)
    assert "Thirty-six" in text(store, otters)


def test_highlights_follow_into_the_whole_text(store: Store, otters: int) -> None:
    article = store.articles.one(otters)
    assert article
    start = article.content.text.index("otters were counted")
    store.apply(highlight(article, start, start + 19, "yellow"))
    had(store, otters)
    fresh = store.articles.one(otters)
    assert fresh
    (row,) = marked(store, fresh)
    assert fresh.content.text[row.anchor.start : row.anchor.end] == "otters were counted"
    store.apply(switch_text(store, fresh))
    again = store.articles.one(otters)
    assert again
    (row,) = marked(store, again)
    assert row.anchor.state == "anchored" or row.anchor.start == start


def test_what_cannot_be_had_changes_nothing(store: Store, feed: Feed, otters: int) -> None:
    for answer in (
        FetchError("No. (HTTP 403)", 403),
        Response(LINK, b"<html><body><h1>Error</h1><p>Not here.</p></body></html>", "text/html"),
    ):
        assert told(store, Wire({LINK: answer}), otters)["error"].endswith((".", ")"))
        assert not has_whole_text(store, otters)
    article = store.articles.one(otters)
    assert article
    assert not switch_text(store, article)


def test_a_page_tells_of_the_paper_even_where_it_shows_no_more_text(
    store: Store, otters: int
) -> None:
    head = (
        f'<meta name="citation_title" content="{TITLE}">'
        '<meta name="citation_journal_title" content="Journal of Rivers">'
    )
    wall = f"<!doctype html><html><head>{head}</head><body><p>Subscribers only.</p></body></html>"
    report = told(store, Wire({LINK: Response(LINK, wall.encode(), "text/html")}), otters)
    assert report["error"]
    assert store.publications.one(otters).journal == "Journal of Rivers"
    assert not has_whole_text(store, otters)


def test_new_articles_of_feeds_with_the_setting_are_completed(store: Store, feed: Feed) -> None:
    arrive(store, feed, entry(5))
    store.apply(set_for_feed(store, feed, full_text=True))
    arrive(store, feed, entry(5), entry(1, TITLE, HTML))
    assert store.pending.count("full text") == 1
    list(complete_waiting(store, WIRE, Here()))
    assert store.pending.count("full text") == 0
    (newest,) = [n for n in store.articles.ids(ArticleQuery()) if has_whole_text(store, n)]
    assert "week 14" in text(store, newest)


def test_an_article_without_an_address_says_so(store: Store, feed: Feed) -> None:
    (only,) = arrive(store, feed, entry(1, link=""))
    assert "no address" in told(store, WIRE, only)["error"]


def test_pages_are_asked_for_together_and_as_the_feed_is(store: Store, feed: Feed) -> None:
    """Two of a host at once; the feed's proxy and User-Agent count for its articles too."""
    store.apply(set_for_feed(store, feed, full_text=True, proxy="http://p:1", user_agent="me"))
    hosts = ("a", "a", "a", "b", "c")
    arrive(
        store,
        feed,
        *(entry(n, link=f"https://{host}.example/{n}") for n, host in enumerate(hosts)),
    )
    wire = Slow()
    steps = complete_waiting(store, wire, Here())
    next(steps)
    asked = [request.address.split("/")[2][0] for request, _ in wire.under_way]
    assert sorted(asked) == ["a", "a", "b", "c"]
    assert {(r.proxy, r.user_agent) for r, _ in wire.under_way} == {("http://p:1", "me")}
    for _, future in wire.under_way:
        future.set_exception(FetchError("Nothing is there.", 404))
    while len(wire.under_way) < 5:
        next(steps)
    steps.close()
    assert wire.under_way[-1][1].cancelled()
    assert store.pending.count("full text") >= 1


class Slow:
    """A wire that answers when it is told to."""

    def __init__(self) -> None:
        self.under_way: list[tuple[Request, Future[Response]]] = []

    def submit(self, request: Request) -> "Future[Response]":
        future: Future[Response] = Future()
        self.under_way.append((request, future))
        return future
