"""Deletions can be undone after a restart."""

import pytest

from reader.model.change import Change, Edit
from reader.model.correction import Correction
from reader.model.errors import ArchiveError
from reader.model.feed import Feed
from reader.model.study import Span, StudyValue
from reader.operations import annotating, reading, retagging, tagging
from reader.store import deletions
from reader.store.store import Store
from tests.conftest import arrive, entry


@pytest.fixture
def ids(store: Store, feed: Feed) -> list[int]:
    found = arrive(store, feed, *(entry(n) for n in (3, 2, 1)))
    store.apply(tagging.tag(store, found, "ms"))
    return found


def reopened(store: Store) -> Store:
    return Store(store.path)


def removal(store: Store, article_id: int) -> Change:
    """The removal of a highlight with its note, which is there."""
    article = store.articles.one(article_id)
    assert article
    store.apply(annotating.highlight(article, 0, 7, "yellow"))
    (marked,) = annotating.marked(store, article)
    store.apply(annotating.write_note(store, article_id, marked.annotation.id, "A thought"))
    return annotating.remove_highlight(annotating.marked(store, article)[0])


def test_a_deletion_comes_back_as_it_was(store: Store, ids: list[int]) -> None:
    change = removal(store, ids[0])
    assert store.apply(change, keeping=True)
    with reopened(store) as again:
        ((number, kept),) = again.deletions.all()
        assert kept == change
        again.apply(kept.reversed(), forgetting=number)
        assert again.deletions.all() == []
        assert len(again.annotations.of(ids[0])) == 1


def test_a_correction_with_all_its_parts_comes_back(store: Store, ids: list[int]) -> None:
    value = StudyValue(True, (Span(0, 2, "ab"),), 0.5, "rule:x", details={"arms": [{"n": 3}]})
    row = Correction("i", ids[0], 1, "randomized", "", "corrected", value, None, (), 5)
    store.apply(Change("Correct", (Edit(None, row),)))
    store.apply(Change("Take back", (Edit(row, None),)), keeping=True)
    ((_, kept),) = store.deletions.all()
    assert kept.edits == (Edit(row, None),)


def test_what_takes_nothing_away_is_not_kept(store: Store, ids: list[int]) -> None:
    for change in (
        reading.star(store, ids),
        tagging.tag(store, ids, "new"),
        retagging.colour_tag(store, "ms", "red"),
    ):
        assert store.apply(change, keeping=True) == 0
    assert store.apply(reading.toggle_star(store, ids), keeping=True) == 0
    assert store.deletions.all() == []


def test_only_the_newest_are_kept(
    store: Store, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletions, "KEPT", 2)
    for name in ("a", "b", "c"):
        store.apply(tagging.tag(store, ids, name))
        store.apply(retagging.delete_tag(store, name), keeping=True)
    labels = [change.label for _, change in store.deletions.all()]
    assert labels == ["Delete tag “b” from 3 articles", "Delete tag “c” from 3 articles"]


def test_one_too_large_is_done_but_not_kept(
    store: Store, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletions, "LARGEST", 10)
    assert store.apply(retagging.delete_tag(store, "ms"), keeping=True) == 0
    assert store.tags.counts() == []


@pytest.mark.parametrize(
    "text", ["", "[", "[1]", '[["Annotation", {}, null]]', '[["os", {"a": 1}, null]]', '[["Star"]]']
)
def test_one_that_cannot_be_read_is_passed_over(store: Store, text: str) -> None:
    with store.writing():
        store.connection().execute("insert into deletion values (1, 0, 'x', ?)", (text,))
    assert store.deletions.all() == []


def test_what_has_changed_since_is_said_in_a_sentence(store: Store, ids: list[int]) -> None:
    change = retagging.delete_tag(store, "ms")
    number = store.apply(change, keeping=True)
    store.apply(tagging.tag(store, ids, "ms"))
    with pytest.raises(ArchiveError, match="changed in the meantime"):
        store.apply(change.reversed(), forgetting=number)
    assert [kept for _, kept in store.deletions.all()] == [change]
