"""The order by relevance, also where words are so common that bm25 takes too long to count them."""

import pytest

from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.store import scoring
from reader.store.store import Store
from tests.conftest import arrive, entry

#: Of equal length, so that what is asked for decides.
TEXTS = {
    "one glow worm": "A glow worm by the lake, and by the lake reeds, moss, fern, clay, sand.",
    "Glow, two": "The glow worm and a Glow  Worm, with reeds, moss, fern, clay, sand, worms.",
    "Three": "Glow worm, glow worm, glow worm: reeds and moss, fern and clay, and sand.",
    "Lake": "Nothing but the lake: reeds, moss, fern, clay, sand, silt, mud, rain, mist.",
    "Heron": "A heron at the lake, lake, lake, lake: reeds, moss, fern, clay, sand, mud.",
    "Otter": "An otter and a heron: reeds, moss, fern, clay, sand, silt, mud, rain, mist.",
}


@pytest.fixture
def titles(store: Store, feed: Feed) -> dict[int, str]:
    entries = (
        entry(n, title=title, html=f"<p>{text}</p>")
        for n, (title, text) in enumerate(TEXTS.items(), 1)
    )
    found = arrive(store, feed, *entries)
    return {article_id: row.title for article_id, row in store.articles.rows(found).items()}


def best(store: Store, titles: dict[int, str], words: str, limit: int = -1) -> list[str]:
    found = store.articles.ids(ArticleQuery(words=words, sort="relevance"), limit)
    return [titles[article_id] for article_id in found]


@pytest.mark.parametrize("to_read", [150, 0])
def test_a_phrase_goes_by_how_often_it_stands_there(
    store: Store, titles: dict[int, str], monkeypatch: pytest.MonkeyPatch, to_read: int
) -> None:
    """A title goes first; counted letter by letter, two blanks, which the text does not keep, are one."""
    monkeypatch.setattr(scoring, "_TO_READ", to_read)
    found = best(store, titles, '"glow worm" ')
    assert found == ["one glow worm", "Three", "Glow, two"]
    assert best(store, titles, '"worm glow" ') == ["Three"]
    assert best(store, titles, '"worm moss" ') == []


def test_a_very_common_word_says_nothing_beside_a_rare_one(
    store: Store, titles: dict[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert best(store, titles, "text:heron text:reeds ") == ["Heron", "Otter"]
    monkeypatch.setattr(scoring, "_COSTLY", 0)
    monkeypatch.setattr(scoring, "_TELLING", 1)
    assert sorted(best(store, titles, "heron reeds ")) == ["Heron", "Otter"]
    assert best(store, titles, "heron lake ") == ["Heron"]
    assert best(store, titles, "otter lake ") == []


def test_alternatives_that_few_have_go_first(
    store: Store, titles: dict[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "_COSTLY", 0)
    monkeypatch.setattr(scoring, "_TELLING", 1)
    found = best(store, titles, "title:otter OR text:lake ")
    assert found == ["Otter", "Lake", "Heron", "one glow worm"]
    assert best(store, titles, "title:otter OR text:lake ", 2) == found[:2]


@pytest.mark.parametrize(
    "words",
    [
        *("glow ", "worm ", "lake heron ", "text:lake ", "title:heron ", "heron OR otter "),
        *('"glow worm" ', "hero", "la", "text:la", "reeds -lake ", "reeds ", "silt mud "),
    ],
)
def test_the_first_are_the_first_of_all(store: Store, titles: dict[int, str], words: str) -> None:
    """And all are those that match, whatever they are ordered by."""
    everything = best(store, titles, words)
    for limit in range(len(everything) + 2):
        assert best(store, titles, words, limit) == everything[:limit]
    matching = store.articles.ids(ArticleQuery(words=words))
    assert sorted(everything) == sorted(titles[article_id] for article_id in matching)
