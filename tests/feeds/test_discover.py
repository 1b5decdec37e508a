"""From an address to the feeds behind it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.feeds.discover import MAX_CANDIDATES, candidates, find
from reader.feeds.files import read_file
from reader.feeds.parse import parse
from reader.model.errors import AddressError, FeedError, FetchError, ParseError
from reader.model.feed import Request, Response
from tests.feeds.documents import ATOM, JSON, RSS, answer

PAGE = """<!doctype html><html><head><title>News</title><base href="/blog/">
<link rel="alternate" type="application/rss+xml" href="/comments/feed" title="Comments">
<link rel='alternate stylesheet' type='text/css' href='x.css'>
<link type="application/atom+xml" rel="home alternate" href="atom.xml?a=1&amp;b=2">
<link rel=alternate type=application/feed+json href=https://cdn.example/feed.json>
<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
<link rel="alternate" type="application/rss+xml" href="file:///etc/hosts">
<!-- <link rel="alternate" type="application/rss+xml" href="/dead"> -->
<script>"<link rel='alternate' type='application/rss+xml' href='/in-script'>"</script></head>
<body><a href="/rss/all">RSS</a> <a href="/feedback">Say</a> <a href="sitemap.xml">Map</a>
<a href="feed://other.example/f">All</a>
<a href="https://feedly.com/i/subscription/feed/https%3A%2F%2Fx.example%2Ff.xml">Follow</a>"""


def page(text: str, address: str = "https://news.example.org/one") -> Response:
    return answer(text, "text/html; charset=utf-8", address)


def test_a_page_names_its_feeds_the_likeliest_first() -> None:
    found = candidates(page(PAGE))
    assert found[:6] == (
        "https://news.example.org/blog/atom.xml?a=1&b=2",
        "https://cdn.example/feed.json",
        "https://news.example.org/comments/feed",
        "https://news.example.org/rss/all",
        "http://other.example/f",
        "https://x.example/f.xml",
    )
    assert "https://news.example.org/feed.xml" in found[6:]
    assert not any("dead" in a or "script" in a or "sitemap" in a for a in found)


def test_candidates_are_few_and_each_there_once() -> None:
    many = "".join(
        f"<link rel=alternate type=application/rss+xml href=/f{n % 50}>" for n in range(90)
    )
    found = candidates(page(many))
    assert len(found) == len(set(found)) == MAX_CANDIDATES


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        (
            "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
        ),
        (
            "https://www.youtube.com/playlist?list=PL123",
            "https://www.youtube.com/feeds/videos.xml?playlist_id=PL123",
        ),
        ("https://github.com/ab/c.d", "https://github.com/ab/c.d/releases.atom"),
        ("https://github.com/ab", "https://github.com/ab.atom"),
        ("https://arxiv.org/list/q-bio.NC/recent", "https://rss.arxiv.org/rss/q-bio.NC"),
        (
            "https://www.medrxiv.org/collection/infectious-diseases",
            "https://connect.medrxiv.org/medrxiv_xml.php?subject=infectious_diseases",
        ),
        ("https://www.biorxiv.org/", "https://connect.biorxiv.org/biorxiv_xml.php?subject=all"),
        ("https://www.nature.com/nature", "https://www.nature.com/nature.rss"),
        ("https://journals.plos.org/plosone/", "https://journals.plos.org/plosone/feed/atom"),
    ],
)
def test_some_sites_have_a_form_for_their_feeds(address: str, feed: str) -> None:
    assert candidates(page("", address))[0] == feed


def test_the_number_of_a_channel_is_read_from_its_page() -> None:
    text = '<html><script>{"externalId":"UCabcdefghijklmnopqrstuv"}</script>'
    found = candidates(page(text, "https://www.youtube.com/@someone"))
    assert found[0].endswith("?channel_id=UCabcdefghijklmnopqrstuv")


class Web:
    """A few addresses and what they answer; all others are not there."""

    def __init__(self, answers: Mapping[str, str | FeedError]) -> None:
        self.answers = answers
        self.asked: list[Request] = []

    def get(self, request: Request) -> Response:
        self.asked.append(request)
        found = self.answers.get(request.address, FetchError("Nothing there.", 404))
        if isinstance(found, FeedError):
            raise found
        return answer(found, "", request.address)


def test_a_feed_s_own_address_is_enough() -> None:
    web = Web({"https://news.example.org/feed": RSS})
    (found,) = find("news.example.org/feed", web.get, parse)
    assert found.address == "https://news.example.org/feed"
    assert (found.title, found.kind, found.entries) == ("Field Notes", "RSS 2.0", 2)
    assert found.newest == 1736157600
    assert len(web.asked) == 1


def test_declared_feeds_are_all_found_and_nothing_else_is_asked() -> None:
    web = Web(
        {
            "https://news.example.org/one": PAGE,
            "https://news.example.org/blog/atom.xml?a=1&b=2": ATOM,
            "https://cdn.example/feed.json": JSON,
        }
    )
    found = find("https://news.example.org/one", web.get, parse)
    assert [f.kind for f in found] == ["Atom 1.0", "JSON Feed 1.1"]
    assert len(web.asked) == 4


def test_only_what_was_typed_may_be_local() -> None:
    link = "<link rel=alternate type=application/rss+xml href={}>"
    local = (
        link.format("/f") + link.format("http://127.0.0.1:9000/f") + link.format("//e.example/f")
    )
    web = Web({"http://127.0.0.1:8000/": "<html>" + local})
    with pytest.raises(FeedError):
        find("127.0.0.1:8000", web.get, parse)
    asked = {request.address: request.local for request in web.asked}
    assert asked["http://127.0.0.1:8000/f"]
    assert not asked["http://127.0.0.1:9000/f"]
    assert not asked["http://e.example/f"]


def test_the_usual_places_are_the_last_resort() -> None:
    web = Web({"https://e.example/": "<html>words", "https://e.example/feed.xml": RSS})
    assert [f.address for f in find("e.example", web.get, parse)] == ["https://e.example/feed.xml"]
    assert len(web.asked) <= 1 + MAX_CANDIDATES


def test_a_host_that_does_not_answer_is_not_asked_again() -> None:
    silent = FetchError("e.example took longer than 30 seconds to answer.")
    web = Web({"https://e.example/": "<html>words", "https://e.example/feed": silent})
    with pytest.raises(FeedError, match="No feed was found"):
        find("https://e.example/", web.get, parse)
    assert len(web.asked) == 2


def test_a_site_without_https_is_asked_without_it() -> None:
    refused = FetchError("e.example takes no connections.")
    web = Web({"https://e.example/f": refused, "http://e.example/f": RSS})
    assert find("e.example/f", web.get, parse)[0].address == "http://e.example/f"
    with pytest.raises(FetchError, match="takes no connections"):
        find("https://e.example/f", web.get, parse)


def test_a_known_site_s_feed_is_found_though_its_page_refuses() -> None:
    web = Web({"https://github.com/ab/c/releases.atom": ATOM})
    assert find("github.com/ab/c", web.get, parse)[0].kind == "Atom 1.0"


def test_a_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS, encoding="utf-8")
    (found,) = find(str(tmp_path / "feed.xml"), read_file, parse)
    assert found.address == (tmp_path / "feed.xml").as_uri()
    with pytest.raises(FetchError, match="There is no file"):
        find(str(tmp_path / "none.xml"), read_file, parse)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<html><title>News</title>Words.", "No feed was found"),
        ("<html><title>Just a moment...</title>", "human"),
        ("<html><script src=/cdn-cgi/challenge-platform/x></script>", "human"),
        ("<html><form><input type=password></form>", "sign in"),
        ("<html><title>Log in</title>", "sign in"),
        ("<html><title>Page not found</title>", "error page"),
        ("<html><title>Down for maintenance</title>", "error page"),
    ],
)
def test_pages_without_feeds_are_told_apart(text: str, words: str) -> None:
    with pytest.raises(FeedError, match=words):
        find("https://e.example/", Web({"https://e.example/": text}).get, parse)


def test_what_is_neither_page_nor_feed_says_what_it_is() -> None:
    with pytest.raises(ParseError, match="PDF"):
        find("https://e.example/x", Web({"https://e.example/x": "%PDF-1.4"}).get, parse)
    with pytest.raises(AddressError):
        find("no address at all", Web({}).get, parse)
    pubmed = "https://pubmed.ncbi.nlm.nih.gov/?term=ms"
    with pytest.raises(FeedError, match="Create RSS"):
        find(pubmed, Web({pubmed: "<html>results"}).get, parse)


@settings(max_examples=200, deadline=None, database=None)
@given(st.binary(max_size=300), st.floats(0, 1), st.integers(0, 90))
def test_any_page_gives_addresses_that_may_be_followed(
    put: bytes, where: float, length: int
) -> None:
    body = bytearray(PAGE.encode())
    at = int(where * len(body))
    body[at : at + length] = put
    for data in (bytes(body), put):
        found = candidates(Response("https://e.example/", data))
        assert len(found) == len(set(found)) <= MAX_CANDIDATES
        assert all(a.startswith(("http://", "https://")) for a in found)
