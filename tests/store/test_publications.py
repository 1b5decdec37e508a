"""What feeds and pages say of papers: the feed first, and cards are made anew for what changes."""

from dataclasses import replace

from reader.model.feed import Feed
from reader.model.published import Published
from reader.store.store import Store
from tests.conftest import arrive, entry

FEED = Published(journal="Rivers", doi="10.5555/r.1")
PAGE = Published(journal="Another name", doi="10.5555/R.1", volume="12", authors=("Ida Lind",))


def done(store: Store) -> None:
    with store.writing():
        for work in ("study", "story"):
            store.pending.done(work, store.pending.next(work, 99))


def test_a_page_fills_what_the_feed_leaves_open(store: Store, feed: Feed) -> None:
    (only,) = arrive(store, feed, replace(entry(1), paper=FEED))
    done(store)
    with store.writing():
        store.publications.complete(only, PAGE)
    found = store.publications.one(only)
    assert found == replace(FEED, volume="12", authors=("Ida Lind",))
    assert store.pending.next("study", 9) == [only]
    assert store.pending.next("story", 9) == [only]


def test_the_next_refresh_leaves_what_the_page_said(store: Store, feed: Feed) -> None:
    (only,) = arrive(store, feed, replace(entry(1), paper=FEED))
    with store.writing():
        store.publications.complete(only, PAGE)
    done(store)
    arrive(store, feed, replace(entry(1), paper=FEED))
    assert store.publications.one(only).volume == "12"
    assert store.pending.count("study") == 0
    arrive(store, feed, replace(entry(1), paper=replace(FEED, volume="13")))
    assert store.publications.one(only).volume == "13"
    assert store.pending.count("study") == 1


def test_a_page_of_another_paper_says_nothing(store: Store, feed: Feed) -> None:
    (only,) = arrive(store, feed, replace(entry(1), paper=FEED))
    done(store)
    with store.writing():
        store.publications.complete(only, replace(PAGE, doi="10.5555/other"))
        store.publications.complete(only, Published())
    assert store.publications.one(only) == FEED
    assert store.pending.count("study") == 0


def test_a_paper_that_is_told_later_has_its_article_studied_again(store: Store, feed: Feed) -> None:
    (only,) = arrive(store, feed, entry(1))
    done(store)
    arrive(store, feed, replace(entry(1), paper=FEED))
    assert store.pending.next("study", 9) == [only]
    (text,) = store.studies.texts([only])
    assert text.known.journal == "Rivers"
    assert text.known.doi == "10.5555/r.1"


def test_studying_knows_types_and_headings_of_the_paper(store: Store, feed: Feed) -> None:
    told = Published(("randomized controlled trial",), ("Otters",), pmid="123")
    with_types = replace(entry(1), paper=told, guid="pubmed:123")
    with_categories = replace(entry(2), categories=("Case Reports",), guid="pubmed:124")
    one, two = sorted(arrive(store, feed, with_types, with_categories))
    first, second = store.studies.texts([one, two])
    assert first.known == told
    assert second.known.publication_types == ("case reports",)
    assert second.known.pmid == "124"
