"""Articles arrive once, change without loss, and never go away."""

from dataclasses import replace

import pytest

from reader.model.change import Change, Edit
from reader.model.feed import Enclosure, Entry, Feed, Subscription
from reader.model.published import NOTHING, Published
from reader.model.query import ArticleQuery
from reader.store.store import Store
from reader.text.document import content
from tests.conftest import NOW, arrive, entry


def merged(store: Store, feed: Feed, *documents: list[Entry]) -> list[int]:
    """How many articles there are after each document."""
    counts = []
    for document in documents:
        with store.writing():
            store.arrivals.merge(feed.id, document, NOW)
        counts.append(store.articles.total())
    return counts


SIX = [replace(entry(1, title=f"Title {n}", html=f"<p>Body {n}</p>"), guid="") for n in range(6)]


@pytest.mark.parametrize(
    ("documents", "counts"),
    [
        ([[entry(1), entry(2)], [entry(1), entry(2)]], [2, 2]),
        ([[entry(1), entry(2)], [entry(2)], [entry(1)]], [2, 2, 2]),
        ([[entry(1, guid="a")], [entry(1, guid="b")]], [1, 1]),
        ([[entry(1, guid="a")], [entry(1, guid="b")], [entry(1, guid="a")]], [1, 1, 1]),
        ([[entry(1, guid="http://e.org/1")], [entry(1, guid="https://www.e.org/1")]], [1, 1]),
        ([[entry(1, guid="")], [entry(1, guid="")]], [1, 1]),
        ([[entry(1, guid="")], [entry(1, guid="", html="<p>Edited</p>")]], [1, 1]),
        ([SIX, SIX], [6, 6]),
        ([[entry(1), entry(1)]], [1]),
        (
            [[entry(1, guid="x"), entry(2, guid="x")], [entry(1, guid="x"), entry(2, guid="x")]],
            [2, 2],
        ),
        ([[entry(1, guid="a"), entry(1, guid="b")]], [2]),
        ([[entry(1, guid="", link="", title="", html="")]], [1]),
    ],
    ids=[
        "the same again",
        "one vanishes and comes back",
        "a guid changed",
        "a guid changed and changed back",
        "a guid moved to https and www",
        "no guid",
        "no guid, edited",
        "six of one link and no guid",
        "twice in one document",
        "one guid for two entries",
        "two guids for the same link and title",
        "nothing but a date",
    ],
)
def test_an_entry_is_one_article(
    store: Store, feed: Feed, documents: list[list[Entry]], counts: list[int]
) -> None:
    assert merged(store, feed, *documents) == counts


def test_an_empty_entry_is_no_article(store: Store, feed: Feed) -> None:
    nothing = Entry(guid="", link="https://example.org/", content=content("", ""))
    assert merged(store, feed, [nothing]) == [0]


def test_a_changed_text_is_a_revision_and_the_old_one_stays(store: Store, feed: Feed) -> None:
    (article,) = arrive(store, feed, entry(1, html="<p>n was 401</p>"))
    (after,) = arrive(store, feed, entry(1, html="<p>n was 410</p>"), now=NOW + 60)
    assert after == article
    texts = [revision.content.text for revision in store.articles.revisions(article)]
    assert [text.split("\n")[1] for text in texts] == ["n was 401", "n was 410"]
    assert store.articles.rows([article])[article].updated
    assert not list(store.articles.ids(ArticleQuery(words="401")))
    assert list(store.articles.ids(ArticleQuery(words="410"))) == [article]


def test_going_back_to_an_old_text_makes_no_third_revision(store: Store, feed: Feed) -> None:
    (article,) = arrive(store, feed, entry(1, html="<p>one</p>"))
    arrive(store, feed, entry(1, html="<p>two</p>"))
    arrive(store, feed, entry(1, html="<p>one</p>"))
    found = store.articles.one(article)
    assert found
    assert (found.revisions, found.content.text.split("\n")[1]) == (2, "one")


def test_a_changed_link_is_no_new_revision(store: Store, feed: Feed) -> None:
    arrive(store, feed, entry(1, html='<p><a href="https://e.org/a">x</a></p>'))
    (article,) = arrive(store, feed, entry(1, html='<p><a href="https://e.org/b">x</a></p>'))
    found = store.articles.one(article)
    assert found
    assert found.revisions == 1
    assert "https://e.org/b" in found.content.html
    assert "https://e.org/b" in found.content.layout


def test_a_date_in_the_future_does_not_stay_on_top(store: Store, feed: Feed) -> None:
    arrive(store, feed, entry(1, published=NOW + 10**8))
    newer = arrive(store, feed, entry(2, published=NOW + 60), now=NOW + 60)
    rows = store.articles.rows(newer)
    assert [rows[i].title for i in newer] == ["Article 2", "Article 1"]
    assert rows[newer[1]].published == NOW + 10**8


@pytest.mark.parametrize("published", [0, -11_644_473_600, None])
def test_an_impossible_date_counts_as_first_seen(
    store: Store, feed: Feed, published: int | None
) -> None:
    (only,) = arrive(store, feed, entry(1, published=published))
    assert store.articles.rows([only])[only].sorted_at == NOW


def test_dates_that_are_reset_do_not_bring_an_article_up_again(store: Store, feed: Feed) -> None:
    arrive(store, feed, entry(1), entry(2))
    listed = arrive(store, feed, entry(1, published=NOW + 50), entry(2), now=NOW + 100)
    assert [store.articles.rows([n])[n].title for n in listed] == ["Article 2", "Article 1"]


def test_without_dates_the_order_of_the_document_counts(store: Store, feed: Feed) -> None:
    found = arrive(store, feed, *(entry(n, published=None) for n in (1, 2, 3)))
    rows = store.articles.rows(found)
    assert [rows[i].title for i in found] == ["Article 1", "Article 2", "Article 3"]


def test_counts_follow_arrivals_and_marks(store: Store, feed: Feed) -> None:
    arrive(store, feed, entry(1), entry(2))
    arrive(store, feed, entry(2), entry(3))
    (found,) = store.feeds.all()
    assert (found.unread, found.total) == (3, 3)
    assert store.feeds.counts() == (3, 3)


def test_papers_are_kept_and_grouped_by_doi_over_feeds(store: Store, feed: Feed) -> None:
    first = Published(("clinical trial",), ("Sleep",), "Tides", "10.5555/A", authors=("Ada", "Ben"))
    (one,) = arrive(store, feed, entry(1, paper=first, enclosures=(Enclosure("https://a.b/c"),)))
    assert store.publications.one(one) == first
    assert store.publications.enclosures(one) == (Enclosure("https://a.b/c"),)
    store.apply(Change("Add", (Edit(None, Subscription("https://two.example/f")),)))
    second = store.feeds.at("https://two.example/f")
    assert second
    (two,) = arrive(store, second, entry(9, paper=Published(doi="10.5555/a")))
    assert store.publications.same_paper(one) == [two]
    assert store.publications.same_paper(two) == [one]


def test_what_a_feed_says_later_of_a_paper_is_kept(store: Store, feed: Feed) -> None:
    (one,) = arrive(store, feed, entry(1))
    assert store.publications.one(one) == NOTHING
    arrive(store, feed, entry(1, paper=Published(doi="10.5555/a")))
    arrive(store, feed, entry(1))
    assert store.publications.one(one).doi == "10.5555/a"
    assert store.publications.same_paper(one) == []
