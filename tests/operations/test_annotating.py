"""Highlights stay with their words, whatever the publisher does to the text."""

from reader.model.annotation import Marked
from reader.model.article import Article
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.operations.annotating import (
    choices,
    highlight,
    marked,
    reattach,
    remove_highlight,
    settle,
    tag_highlight,
    untag_highlight,
    write_note,
)
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
    assert anchored(store, article_id) == [("material", "221 adults")]
    assert list(store.articles.ids(ArticleQuery(words="is:stale"))) == [article_id]
    arrive(store, feed, entry(1, html="<p>Nothing of it is left here at all.</p>"))
    assert anchored(store, article_id) == [("orphan", "")]
    assert not store.articles.count(ArticleQuery(words="is:stale"))
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


FIRST = (
    "<p>In all, 212 adults took part. The diet helped some of them.</p><p>Nobody was harmed.</p>"
)


def opened(store: Store, article_id: int) -> Article:
    article = store.articles.one(article_id)
    assert article
    return article


def highlighted(store: Store, feed: Feed, words: str, html: str = FIRST) -> tuple[int, Marked]:
    (article_id,) = arrive(store, feed, entry(1, html=html))
    article = opened(store, article_id)
    start = article.content.text.index(words)
    store.apply(highlight(article, start, start + len(words), "blue"))
    return article_id, store.annotations.of(article_id)[0]


def test_a_changed_number_wants_a_look_until_the_user_leaves_it_so(
    store: Store, feed: Feed
) -> None:
    article_id, row = highlighted(store, feed, "212 adults took part")
    assert not row.wants_a_look
    arrive(store, feed, entry(1, html=FIRST.replace("212", "221")))
    assert anchored(store, article_id) == [("material", "221 adults took part")]
    (row,) = store.annotations.of(article_id)
    assert row.wants_a_look
    store.apply(change := settle(row))
    assert not store.annotations.of(article_id)[0].wants_a_look
    store.apply(change.reversed())
    assert store.annotations.of(article_id)[0].wants_a_look


def test_an_orphan_is_put_to_a_selection_and_followed_from_there(store: Store, feed: Feed) -> None:
    article_id, row = highlighted(store, feed, "The diet helped some of them.")
    arrive(
        store, feed, entry(1, html="<p>In all, 212 adults took part.</p><p>Half slept well.</p>")
    )
    assert anchored(store, article_id) == [("orphan", "")]
    article = opened(store, article_id)
    start = article.content.text.index("Half")
    (lost,) = marked(store, article)
    store.apply(change := reattach(article, lost, start, start + len("Half slept well.")))
    assert anchored(store, article_id) == [("ok", "Half slept well.")]
    arrive(
        store, feed, entry(1, html="<p>New.</p><p>In all, 212 adults.</p><p>Half slept well.</p>")
    )
    assert anchored(store, article_id) == [("ok", "Half slept well.")]
    assert store.annotations.of(article_id)[0].annotation == row.annotation
    store.apply(change.reversed())
    assert anchored(store, article_id) == [("orphan", "")]


def test_of_two_equal_sentences_the_one_that_is_gone_is_not_taken_for_the_other(
    store: Store, feed: Feed
) -> None:
    html = "<p>Ana asked. It helped.</p><p>Ben asked. It helped.</p>"
    article_id, _ = highlighted(store, feed, "It helped.", html)
    arrive(store, feed, entry(1, html="<p>Ana asked.</p><p>Ben asked. It helped.</p>"))
    assert anchored(store, article_id)[0][0] in ("orphan", "ambiguous")


def test_an_uncertain_highlight_says_where_it_may_be(store: Store, feed: Feed) -> None:
    article_id, row = highlighted(store, feed, "It helped.", "<p>Ana asked. It helped.</p>")
    html = "<p>Something else. It helped.</p><p>And so on. It helped.</p>"
    arrive(store, feed, entry(1, html=html))
    text = opened(store, article_id).content.text
    places = [text[start:end] for start, end in choices(store, row.annotation.id)]
    assert places == ["It helped.", "It helped."]


def test_tags_on_a_highlight_are_found_and_go_with_it(store: Store, feed: Feed) -> None:
    article_id, row = highlighted(store, feed, "212 adults")
    store.apply(tag_highlight(store, row, " #to check/Numbers "))
    assert not tag_highlight(store, store.annotations.of(article_id)[0], "To check/numbers")
    (row,) = store.annotations.of(article_id)
    assert row.tags == ("to check/Numbers",)
    store.apply(change := remove_highlight(row))
    assert store.annotation_tags.counts() == []
    store.apply(change.reversed())
    assert store.annotation_tags.counts() == [("to check/Numbers", 1)]
    store.apply(untag_highlight(row, "to check/Numbers"))
    assert store.annotations.of(article_id)[0].tags == ()


def test_a_highlight_that_comes_back_by_undo_stands_in_the_current_text(
    store: Store, feed: Feed
) -> None:
    article_id, row = highlighted(store, feed, "212 adults")
    change = remove_highlight(row)
    store.apply(change)
    arrive(store, feed, entry(1, html="<p>New above.</p>" + FIRST))
    store.apply(change.reversed())
    (row,) = store.annotations.of(article_id)
    article = opened(store, article_id)
    assert row.anchor.revision_id == article.revision_id
    assert article.content.text[row.anchor.start : row.anchor.end] == "212 adults"
