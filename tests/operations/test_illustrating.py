"""Pictures of articles are kept where the user wants them, within limits, and asked for politely."""

from dataclasses import replace
from typing import Any

import pytest

from reader.model.change import Change, Edit
from reader.model.errors import FetchError, OfflineError, ReaderError
from reader.model.feed import Entry, Feed, Response, Subscription
from reader.model.schedule import FeedSetting
from reader.operations import illustrating
from reader.operations.illustrating import illustrate, illustrate_waiting, sources
from reader.operations.setting import set_for_feed
from reader.store.store import Store
from reader.text.article import article
from tests.conftest import arrive, entry
from tests.fakes import Wire
from tests.pictures import gif, png

AT = "https://pictures.example/a.png"
OTHER = "https://pictures.example/b.png"


def shown(number: int, *addresses: str, words: str = "") -> Entry:
    html = "<p>Words.</p>" + "".join(f'<img src="{at}" alt="A map">' for at in addresses)
    made = article(f"Article {number}{words}", html, "https://example.org/1")
    return replace(entry(number), content=made)


def answer(body: bytes) -> Response:
    return Response("", body, "text/plain")


def run(store: Store, wire: Wire, *article_ids: int) -> list[dict[str, Any]]:
    return [step.report for step in illustrate(store, wire, article_ids) if step.report]


def test_the_address_of_a_picture_is_in_the_layout_and_not_in_the_html() -> None:
    made = article("T", '<p>a<img src="/p.png?utm_source=x" alt=A></p>', "https://e.org/n/1")
    assert made.html == '<p>a<img alt="A"></p>'
    assert "https://e.org/p.png" in made.layout
    assert "utm_" not in made.layout


@pytest.mark.parametrize(
    "tag",
    [
        "<img src='file:///etc/hosts'>",
        "<img src='ftp://e.org/a.png'>",
        "<img src='javascript:x()'>",
        "<img src='data:image/svg+xml;base64,AAAA'>",
        "<img src='https://e.org/a.png' width=1 height=1>",
        "<img src='https://stats.wordpress.com/b.gif'>",
        "<img>",
    ],
)
def test_trackers_and_what_is_not_on_the_web_are_never_asked_for(
    store: Store, feed: Feed, tag: str
) -> None:
    made = replace(entry(1), content=article("T", f"<p>a</p>{tag}", "https://e.org/"))
    (article_id,) = arrive(store, feed, made)
    found = store.articles.one(article_id)
    assert found
    assert sources(found) == ()


def test_pictures_wait_only_where_the_user_wants_them(store: Store, feed: Feed) -> None:
    arrive(store, feed, shown(1, AT))
    assert store.pending.count(illustrating.WORK) == 0
    store.apply(set_for_feed(store, feed, images=True))
    arrive(store, feed, shown(2, OTHER))
    assert store.pending.count(illustrating.WORK) == 1
    wire = Wire({OTHER: answer(png())})
    list(illustrate_waiting(store, wire))
    assert [request.address for request in wire.requests] == [OTHER]
    assert store.pending.count(illustrating.WORK) == 0
    list(illustrate_waiting(store, wire))
    assert len(wire.requests) == 1


def test_a_picture_is_kept_once_however_many_show_it(store: Store, feed: Feed) -> None:
    one, two = sorted(arrive(store, feed, shown(1, AT, AT), shown(2, AT)))
    wire = Wire({AT: answer(png(50, 20))})
    reports = run(store, wire, one, two)
    assert [(r["kept"], r["failed"], r["error"]) for r in reports] == [(1, 0, None)] * 2
    assert len(wire.requests) == 1
    assert store.pictures.of(one)[AT] == store.pictures.of(two)[AT]
    assert store.pictures.of(one)[AT].width == 50
    assert store.pictures.size() == (1, len(png(50, 20)))
    (three,) = (n for n in arrive(store, feed, shown(3, AT)) if n not in (one, two))
    assert run(store, wire, three)[0]["kept"] == 1
    assert len(wire.requests) == 1


def test_what_is_no_picture_leaves_its_words_and_is_not_asked_for_again(
    store: Store, feed: Feed
) -> None:
    (article_id,) = arrive(store, feed, shown(1, AT, OTHER))
    wire = Wire({AT: answer(b"<svg onload='x()'/>"), OTHER: answer(gif(1, 1))})
    (report,) = run(store, wire, article_id)
    assert (report["kept"], report["failed"]) == (0, 2)
    assert store.pictures.of(article_id) == {}
    run(store, wire, article_id)
    assert len(wire.requests) == 2


@pytest.mark.parametrize("error", [OfflineError("No network."), FetchError("Busy.", 429)])
def test_what_may_go_better_later_is_tried_again(
    store: Store, feed: Feed, error: ReaderError
) -> None:
    store.apply(set_for_feed(store, feed, images=True))
    arrive(store, feed, shown(1, AT))
    list(illustrate_waiting(store, Wire({AT: error})))
    assert store.pending.count(illustrating.WORK) == 1


def test_a_host_that_wants_rest_is_left_alone(store: Store, feed: Feed) -> None:
    busy = FetchError("Busy.", 429, "pictures.example", 600)
    one, two = arrive(store, feed, shown(1, AT), shown(2, OTHER))
    run(store, Wire({AT: busy, OTHER: busy}), one)
    wire = Wire({AT: answer(png()), OTHER: answer(png())})
    reports = run(store, wire, one, two)
    assert wire.requests == []
    assert all("fewer requests" in report["error"] and report["later"] for report in reports)


def test_an_article_keeps_so_many_pictures_and_no_more(
    store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(illustrating, "OF_ARTICLE", 2)
    several = [f"https://pictures.example/{n}.png" for n in range(4)]
    (article_id,) = arrive(store, feed, shown(1, *several))
    wire = Wire({at: answer(png(10 + n, 10)) for n, at in enumerate(several)})
    (report,) = run(store, wire, article_id)
    assert report["kept"] == 2
    assert report["error"] == illustrating.MANY
    assert [request.address for request in wire.requests] == several[:2]
    assert all(request.limit == illustrating.LARGEST for request in wire.requests)


def test_bytes_of_an_article_and_of_the_archive_are_limited(
    store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(illustrating, "BYTES_OF_ARTICLE", len(png(40, 30)) + 5)
    (article_id,) = arrive(store, feed, shown(1, AT, OTHER))
    wire = Wire({AT: answer(png(40, 30)), OTHER: answer(png(40, 31))})
    (report,) = run(store, wire, article_id)
    assert (report["kept"], report["failed"]) == (1, 1)
    monkeypatch.setattr(illustrating, "OF_ARCHIVE", 1)
    (other,) = (n for n in arrive(store, feed, shown(2, OTHER)) if n != article_id)
    (report,) = run(store, wire, other)
    assert report["error"] == illustrating.FULL


def test_requests_are_made_as_the_user_set_for_the_feed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "http://localhost:8080/feed"
    store.apply(Change("Add", (Edit(None, Subscription(address, local=True)),)))
    feed = store.feeds.at(address)
    assert feed
    monkeypatch.setattr(
        "reader.operations.errands.authorization", lambda address, kind: f"my {kind}"
    )
    wanted = {"proxy": "http://p:1", "user_agent": "me", "sign_in": "bearer"}
    rows = [FeedSetting(address, name, value) for name, value in wanted.items()]
    store.apply(Change("Set", tuple(Edit(None, row) for row in rows)))
    own, foreign = "http://localhost:8080/a.png", "http://localhost:9090/b.png"
    (article_id,) = arrive(store, feed, shown(1, own, foreign))
    wire = Wire({})
    run(store, wire, article_id)
    mine, other = sorted(wire.requests, key=lambda request: request.address)
    assert (mine.proxy, mine.user_agent, mine.authorization) == ("http://p:1", "me", "my bearer")
    assert mine.local
    assert (other.proxy, other.user_agent, other.authorization) == ("http://p:1", "me", "")
    assert not other.local
    assert "image/" in mine.accept


def test_a_new_text_has_its_pictures_fetched_too(store: Store, feed: Feed) -> None:
    store.apply(set_for_feed(store, feed, images=True))
    arrive(store, feed, shown(1, AT))
    wire = Wire({AT: answer(png()), OTHER: answer(png(9, 9))})
    list(illustrate_waiting(store, wire))
    (article_id,) = arrive(store, feed, shown(1, AT, OTHER, words=", corrected"))
    list(illustrate_waiting(store, wire))
    assert set(store.pictures.of(article_id)) == {AT, OTHER}


def test_stopping_leaves_the_rest_for_the_next_time(store: Store, feed: Feed) -> None:
    store.apply(set_for_feed(store, feed, images=True))
    arrive(store, feed, *(shown(n, f"https://h{n}.example/a.png") for n in range(1, 6)))
    steps = illustrate_waiting(store, Wire({}))
    while store.pending.count(illustrating.WORK) == 5:
        next(steps)
    steps.close()
    assert 0 < store.pending.count(illustrating.WORK) < 5
