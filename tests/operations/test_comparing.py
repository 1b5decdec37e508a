"""What a card says otherwise since the user read the article."""

from reader.model.feed import Feed
from reader.operations.comparing import changed_since_seen, remember
from reader.operations.correcting import know
from reader.operations.studying import study
from reader.store.store import Store
from tests.conftest import arrive, entry
from tests.fakes import Here

TITLE = "New drug eases gout, trial finds"
TOLD = (
    "<p>Researchers report that a randomised controlled trial of {n} adults with gout found that "
    "Relivex reduced attacks. The participants were randomly assigned to the drug or placebo. The "
    "study was published in the journal Nature Medicine.</p>"
)


def told(store: Store, feed: Feed, n: int) -> int:
    """The article arrives with this number of adults, and is studied."""
    (article_id,) = arrive(store, feed, entry(1, title=TITLE, html=TOLD.format(n=n)))
    list(study(store, Here()))
    return article_id


def test_a_changed_number_is_told_with_both_passages(store: Store, feed: Feed) -> None:
    first = store.articles.one(told(store, feed, 120))
    assert first
    store.apply(know(store, first))
    assert changed_since_seen(store, first) is None
    second = store.articles.one(told(store, feed, 118))
    assert second
    changes = changed_since_seen(store, second)
    assert changes
    assert (changes.revision_id, changes.same_extractor) == (first.revision_id, True)
    (size,) = [row for row in changes.fields if row.field == "sample_size"]
    assert [v.value for v in size.before] == [120]
    assert [v.value for v in size.after] == [118]
    for article, values in ((first, size.before), (second, size.after)):
        (span,) = values[0].evidence
        assert article.content.text[span.start : span.end] == span.text
    store.apply(know(store, second))
    assert changed_since_seen(store, second) is None


def test_the_first_text_that_is_opened_is_the_one_known(store: Store, feed: Feed) -> None:
    first = store.articles.one(told(store, feed, 120))
    assert first
    remember(store, first)
    second = store.articles.one(told(store, feed, 118))
    assert second
    remember(store, second)  # opening it again is not yet knowing what changed
    assert changed_since_seen(store, second)


def test_an_article_never_opened_has_no_news(store: Store, feed: Feed) -> None:
    told(store, feed, 120)
    article = store.articles.one(told(store, feed, 118))
    assert article
    assert changed_since_seen(store, article) is None


def test_a_publisher_going_back_leaves_nothing_to_tell(store: Store, feed: Feed) -> None:
    first = store.articles.one(told(store, feed, 120))
    assert first
    store.apply(know(store, first))
    told(store, feed, 118)
    back = store.articles.one(told(store, feed, 120))
    assert back
    assert back.revision_id == first.revision_id
    assert changed_since_seen(store, back) is None
    card = store.studies.extracted(back.id)
    assert card
    assert card.values["sample_size"][0].value == 120
