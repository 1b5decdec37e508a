"""Links of ours lead to what is in the archive, and to nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.annotation import NotesQuery
from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.operations.annotating import highlight, tag_highlight, write_note
from reader.operations.linking import Linked, is_ours, link_to, resolve
from reader.operations.listing_notes import find_notes
from reader.store.store import Store
from tests.conftest import arrive, entry


def test_a_link_leads_to_its_highlight_or_to_the_article(store: Store, feed: Feed) -> None:
    (article_id,) = arrive(store, feed, entry(1))
    article = store.articles.one(article_id)
    assert article
    store.apply(change := highlight(article, 0, 7, "blue"))
    (row,) = store.annotations.of(article_id)
    key = row.annotation.id
    assert resolve(store, link_to(article_id, key)) == Linked(article_id, key)
    assert resolve(store, link_to(article_id).upper()) == Linked(article_id)
    assert resolve(store, f"{link_to(article_id)}/") == Linked(article_id)
    store.apply(change.reversed())
    assert resolve(store, link_to(article_id, key)) == Linked(article_id)


@pytest.mark.parametrize(
    "address",
    [
        "studywire://article/99", "studywire://article/", "studywire://feed/1",
        "studywire://article/1x", "https://article/1", "studywire://[", "",
        "studywire://article/9999999999999999999999",
    ],
)  # fmt: skip
def test_what_is_not_in_the_archive_is_refused_with_a_sentence(store: Store, address: str) -> None:
    with pytest.raises(ReaderError, match=r"\.$"):
        resolve(store, address)


@given(st.text(max_size=40))
def test_any_address_is_told_from_ours(address: str) -> None:
    assert is_ours(f"studywire://{address}")
    assert is_ours(address) == address.strip().lower().startswith("studywire://")


def test_all_notes_are_listed_by_article_searched_and_filtered(store: Store, feed: Feed) -> None:
    for number in (1, 2):
        arrive(store, feed, entry(number, f"Title {number}", f"<p>Bees hum, {number} of them.</p>"))
    for article_id in (1, 2):
        article = store.articles.one(article_id)
        assert article
        start = article.content.text.index("hum")
        store.apply(highlight(article, start, start + 3, ("blue", "red")[article_id - 1]))
    (first,), (second,) = store.annotations.of(1), store.annotations.of(2)
    store.apply(write_note(store, 1, first.annotation.id, "ask about zebrafish"))
    store.apply(write_note(store, 2, "", "On the whole, *good*."))
    store.apply(tag_highlight(store, second, "to check/bees"))

    def found(**wanted: object) -> list[tuple[int, str]]:
        rows = find_notes(store, NotesQuery(**wanted)).rows  # type: ignore[arg-type]
        return sorted((row.article_id, row.quote or row.note) for row in rows)

    everything = [(1, "hum"), (2, "On the whole, *good*."), (2, "hum")]
    assert found() == everything
    assert found(words="zebraf") == [(1, "hum")]
    assert found(words="WHOLE") == [(2, "On the whole, *good*.")]
    assert found(words="check") == found(tag="TO check/bees") == [(2, "hum")]
    assert found(words="hum") == [(1, "hum"), (2, "hum")]
    assert found(words='" OR *') == found(changed=True) == []
    assert found(colours=frozenset({"blue"})) == [(1, "hum")]
    assert found(noted=True) == [(1, "hum"), (2, "On the whole, *good*.")]
    answer = find_notes(store, NotesQuery())
    assert (answer.total, answer.tags) == (3, ("to check/bees",))
    assert next(row.annotation_id for row in answer.rows if row.article_id == 2) == ""
