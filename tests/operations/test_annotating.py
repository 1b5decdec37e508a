"""Highlights stay with their words, whatever the publisher does to the text."""

from reader.model.feed import Feed
from reader.operations.annotating import highlight, marked, write_note
from reader.operations.refreshing import refresh
from reader.store.store import Store
from tests.conftest import arrive, entry
from tests.fakes import Here, Wire, item, rss


def anchored(store: Store, article_id: int) -> list[tuple[str, str]]:
    """(state, what stands there now) of each highlight."""
    article = store.articles.one(article_id)
    assert article
    return [
        (row.anchor.state, article.content.text[row.anchor.start : row.anchor.end])
        for row in marked(store, article)
    ]


def test_a_highlight_follows_its_words_into_a_new_revision(store: Store, feed: Feed) -> None:
    (article_id,) = arrive(store, feed, entry(1, html="<p>In all, 212 adults took part.</p>"))
    article = store.articles.one(article_id)
    assert article
    start = article.content.text.index("212")
    store.apply(highlight(article, start, start + 10, "blue"))
    arrive(store, feed, entry(1, html="<p>New lead.</p><p>In all, 212 adults took part.</p>"))
    assert anchored(store, article_id) == [("ok", "212 adults")]
    arrive(store, feed, entry(1, html="<p>In all, 221 adults took part.</p>"))
    assert anchored(store, article_id) == [("orphan", "")]
    kept = store.annotations.of(article_id)[0].annotation
    assert (kept.quote.exact, kept.revision_id) == ("212 adults", article.revision_id)
    arrive(store, feed, entry(1, html="<p>In all, 212 adults took part.</p>"))
    assert anchored(store, article_id) == [("ok", "212 adults")]


def test_a_refresh_finds_highlights_again_in_the_same_transaction(store: Store, feed: Feed) -> None:
    list(refresh(store, Wire({feed.address: rss(item(1, "Old words stay."))}), Here(), [feed]))
    article = store.articles.one(1)
    assert article
    start = article.content.text.index("words")
    store.apply(highlight(article, start, start + 10, "blue"))
    list(
        refresh(store, Wire({feed.address: rss(item(1, "More. Old words stay."))}), Here(), [feed])
    )
    row = store.annotations.of(1)[0]
    changed = store.articles.one(1)
    assert changed
    assert row.anchor.revision_id == changed.revision_id != article.revision_id
    assert changed.content.text[row.anchor.start : row.anchor.end] == "words stay"


def test_a_highlight_keeps_both_selectors_of_the_w3c(store: Store, feed: Feed) -> None:
    (article_id,) = arrive(store, feed, entry(1, html="<p>In all, 212 adults 😀 took part.</p>"))
    article = store.articles.one(article_id)
    assert article
    text = article.content.text
    start = text.index("212")
    store.apply(highlight(article, start - 1, start + 12, "blue"))
    kept = store.annotations.of(article_id)[0].annotation
    assert (kept.position.start, kept.position.end) == (start, start + 12)
    assert kept.quote.exact == "212 adults 😀"
    assert kept.quote.prefix == text[max(0, start - 32) : start]
    assert kept.quote.suffix == " took part."


def test_a_note_that_says_the_same_is_no_change(store: Store, feed: Feed) -> None:
    (article_id,) = arrive(store, feed, entry(1))
    store.apply(write_note(store, article_id, "", " Ask Ana \n"))
    assert not write_note(store, article_id, "", "Ask Ana")
    note = store.notes.of_article(article_id)
    assert note
    assert note.text == "Ask Ana"
