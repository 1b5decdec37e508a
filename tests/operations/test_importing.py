"""What comes in is shown before it is written, is what was meant, and can be taken back."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.imports.limits import MAX_FILE
from reader.imports.read import read
from reader.model.article import Tagging
from reader.model.change import Change, Edit
from reader.model.errors import ArchiveError, ReaderError
from reader.model.feed import Feed
from reader.model.imported import FoundFile
from reader.model.query import ArticleQuery
from reader.model.record import Record, Wishes
from reader.operations import importing
from reader.operations.annotating import highlight, marked, tag_highlight, write_note
from reader.operations.exporting import export
from reader.operations.indexing import index
from reader.operations.reading import star
from reader.operations.studying import study_one
from reader.store.store import Store
from tests.conftest import arrive, entry
from tests.fakes import Here
from tests.operations.test_undo import contents

CSL: list[dict[str, Any]] = [
    {
        "id": "osei2024",
        "type": "article-journal",
        "title": "Tides and sleep",
        "author": [{"family": "Osei", "given": "Amara"}],
        "container-title": "Journal of Invented Trials",
        "issued": {"date-parts": [[2024, 3, 5]]},
        "DOI": "10.5555/tide.1",
        "abstract": "In a randomised trial 48 adults slept by the sea.",
        "keyword": "sea, moon",
        "editor": [{"family": "Hall"}],
    },
    {"id": "li2001", "type": "book", "title": "A book of water", "author": [{"family": "Li"}]},
]
TEXT = "<p>Forty-eight adults slept by the sea 🌊 for ten weeks. They slept well.</p>"
DERIVED = ("article", "revision", "article_key", "pending", "card", "fact", "indexed", "citation")


def found(document: object, name: str = "x.json") -> FoundFile:
    text = document if isinstance(document, str) else json.dumps(document)
    return read(name, text.encode())


def take(store: Store, *files: FoundFile) -> tuple[importing.Preview, Change]:
    shown = importing.preview(store, files)
    change = importing.accept(store, shown)
    store.apply(change)
    return shown, change


def written(store: Store, name: str, path: Path) -> str:
    everything = store.articles.ids(ArticleQuery())
    list(export(store, everything, name, path, Wishes(made=1, cite="study", mark=False)))
    return path.read_text("utf-8")


def all_of(store: Store) -> list[Record]:
    return list(store.records.each(store.articles.ids(ArticleQuery())))


def annotated(store: Store, feed: Feed) -> None:
    """Two articles, one with highlights, notes, tags and a star."""
    first, _ = arrive(store, feed, entry(1, "Tides", TEXT), entry(2, "Water", "<p>Wet.</p>"))[::-1]
    article = store.articles.one(first)
    assert article
    text = article.content.text
    for words, colour, note in (("adults slept", "green", "how?"), ("🌊 for ten weeks", "red", "")):
        at = text.index(words)
        store.apply(highlight(article, at, at + len(words), colour))
        made = store.annotations.of(first)[-1].annotation.id
        store.apply(write_note(store, first, made, note))
    store.apply(tag_highlight(store, store.annotations.of(first)[0], "to check/sleep"))
    store.apply(write_note(store, first, "", "On the whole\n\n- good"))
    store.apply(Change("Tag", (Edit(None, Tagging(first, "ms/relapse")),)))
    store.apply(star(store, [first]))


@pytest.mark.parametrize("name", ["jsonld", "json"])
def test_notes_go_out_and_come_back_into_a_fresh_archive_unchanged(
    store: Store, feed: Feed, tmp_path: Path, name: str
) -> None:
    annotated(store, feed)
    document = written(store, name, tmp_path / "out")
    with Store(tmp_path / "fresh.db") as fresh:
        take(fresh, found(document))
        old = next(record for record in all_of(store) if record.marked)
        new = next(record for record in all_of(fresh) if record.marked)
    assert new.article.content == old.article.content
    assert (new.tags, new.starred) == (old.tags, old.starred)
    assert new.note
    assert old.note
    assert (new.note.id, new.note.text, new.note.created, new.note.modified) == (
        *(old.note.id, old.note.text, old.note.created, old.note.modified),
    )
    for one, other in zip(new.marked, old.marked, strict=True):
        assert (one.annotation.id, one.annotation.quote) == (
            other.annotation.id,
            other.annotation.quote,
        )
        assert one.annotation.position == other.annotation.position
        assert one.annotation.colour == other.annotation.colour
        assert one.annotation.created == other.annotation.created
        assert one.tags == other.tags
        assert (one.anchor.start, one.anchor.end, one.anchor.state) == (
            *(other.anchor.start, other.anchor.end, "ok"),
        )
        assert (one.note and one.note.text) == (other.note and other.note.text)


def test_web_annotations_written_again_are_the_same(
    store: Store, feed: Feed, tmp_path: Path
) -> None:
    annotated(store, feed)
    first = json.loads(written(store, "jsonld", tmp_path / "one"))
    with Store(tmp_path / "fresh.db") as fresh:
        take(fresh, found(first))
        again = json.loads(written(fresh, "jsonld", tmp_path / "two"))
    for page in (first, again):
        for row in page["items"]:
            row["target"].pop("state")
    assert again["items"] == first["items"]


def test_what_is_there_already_is_not_taken_twice(store: Store, feed: Feed, tmp_path: Path) -> None:
    annotated(store, feed)
    before = contents(store)
    for name in ("jsonld", "json"):
        shown = importing.preview(store, [found(written(store, name, tmp_path / name))])
        assert not shown
        assert shown.duplicates
        assert not importing.accept(store, shown)
    assert contents(store) == before


def test_csl_goes_out_and_comes_back_without_loss(store: Store, tmp_path: Path) -> None:
    take(store, found(CSL))
    again = json.loads(written(store, "csl", tmp_path / "out.json"))
    assert sorted(again, key=str) == sorted(CSL, key=str)


def test_references_are_articles_with_tags_and_can_be_searched(store: Store) -> None:
    shown, _ = take(store, found(CSL))
    list(index(store))
    assert len(shown.new) == 2
    (article_id,) = store.articles.ids(ArticleQuery(words="sea randomised"))
    row = store.articles.rows([article_id])[article_id]
    assert (row.title, row.feed_title) == ("Tides and sleep", "Imported")
    assert row.tags == ("moon", "sea")
    assert row.read
    record = store.records.of([article_id])[article_id]
    assert record.reference
    assert record.reference.doi == "10.5555/tide.1"


def test_a_preview_counts_and_writes_nothing(store: Store, feed: Feed) -> None:
    take(store, found(CSL))
    before = contents(store), all_of(store)
    changed = [{**CSL[0], "keyword": "sea, moon, sleep"}, CSL[1], {**CSL[1], "title": "New"}]
    shown = importing.preview(store, [found(changed)])
    assert (len(shown.new), len(shown.changed), shown.duplicates) == (1, 1, 1)
    assert (contents(store), all_of(store)) == before


def test_a_later_reference_adds_to_the_one_that_is_there(store: Store, tmp_path: Path) -> None:
    take(store, found(CSL))
    take(store, found([{"id": "x", "type": "article-journal", "title": "Tides and sleep",
                        "DOI": "10.5555/TIDE.1", "volume": "12"}]))  # fmt: skip
    items = json.loads(written(store, "csl", tmp_path / "out.json"))
    (item,) = (item for item in items if item["type"] == "article-journal")
    assert (item["volume"], item["id"], item["editor"]) == ("12", "osei2024", [{"family": "Hall"}])


def study_all(store: Store) -> None:
    for article_id in store.articles.ids(ArticleQuery()):
        article = store.articles.one(article_id)
        assert article
        study_one(store, article)


def derived(store: Store) -> dict[str, int]:
    return {
        table: store.connection().execute(f"select count(*) from {table}").fetchone()[0]
        for table in DERIVED
    }


def test_an_import_is_one_change_that_leaves_no_trace_when_undone(
    store: Store, feed: Feed, tmp_path: Path
) -> None:
    annotated(store, feed)
    list(index(store))
    study_all(store)
    with Store(tmp_path / "other.db") as other:
        take(other, found(CSL))
        document = written(other, "json", tmp_path / "out")
    with store.writing():
        store.arrivals.reserve(1)  # numbers once set aside stay so
    before = contents(store), derived(store)
    shown = importing.preview(store, [found(document), found(CSL), found(HIGHLIGHTS, "x.csv")])
    change = importing.accept(store, shown)
    begun = {**contents(store), "setting": before[0]["setting"]}
    assert (begun, derived(store)) == before
    store.apply(change)
    after = contents(store), derived(store)
    assert after[1]["article"] > before[1]["article"]
    list(index(store))
    study_all(store)
    store.apply(change.reversed())
    assert {**contents(store), "setting": before[0]["setting"]} == before[0]
    gone = derived(store)
    assert [gone[t] for t in ("article", "revision", "article_key", "citation")] == [
        before[1][t] for t in ("article", "revision", "article_key", "citation")
    ]
    assert not store.articles.ids(ArticleQuery(words="randomised"))
    store.apply(change)
    again = contents(store)
    assert {**again, "fact": after[0]["fact"]} == after[0]


HIGHLIGHTS = (
    "Highlight,Title,URL,Note\n"
    "slept by the sea 🌊,Tides,http://www.example.org/1/,mine\n"
    "Wet.,Water,https://example.org/2,\nnowhere,Water,https://example.org/2,\n"
    "new words,Elsewhere,https://example.org/99,\n"
)


def test_highlights_of_others_find_their_article_and_their_words(store: Store, feed: Feed) -> None:
    one, two = arrive(store, feed, entry(1, "Tides", TEXT), entry(2, "Water", "<p>Wet.</p>"))[::-1]
    shown, _ = take(store, found(HIGHLIGHTS, "x.csv"))
    assert (len(shown.new), len(shown.changed)) == (1, 2)
    article = store.articles.one(one)
    assert article
    (row,) = marked(store, article)
    assert article.content.text[row.anchor.start : row.anchor.end] == "slept by the sea 🌊"
    assert row.note
    assert row.note.text == "mine"
    placed, lost = store.annotations.of(two)
    assert (placed.anchor.state, lost.anchor.state) == ("ok", "orphan")


def test_words_that_stand_twice_are_not_guessed(store: Store, feed: Feed) -> None:
    (one,) = arrive(store, feed, entry(1, "Tides", TEXT))
    take(store, found("Highlight,Title,URL\nslept,Tides,https://example.org/1\n", "x.csv"))
    (row,) = store.annotations.of(one)
    assert row.anchor.state == "orphan"


def test_words_broken_over_lines_are_found(store: Store, feed: Feed) -> None:
    (one,) = arrive(store, feed, entry(1, "Tides", "<p>Ten weeks.</p><p>Then rain.</p>"))
    take(store, found("Highlight,URL\nweeks. Then,https://example.org/1\n", "x.csv"))
    (row,) = store.annotations.of(one)
    assert row.annotation.quote.exact == "weeks.\nThen"
    assert row.anchor.state == "ok"


def test_a_note_of_the_user_is_added_to_and_never_lost(store: Store, feed: Feed) -> None:
    (one,) = arrive(store, feed, entry(1, "Tides", TEXT))
    store.apply(write_note(store, one, "", "mine"))
    page = {"annotations": [{"id": "n", "uri": "https://example.org/1", "text": "theirs",
                             "target": [{"selector": []}]}]}  # fmt: skip
    take(store, found(page))
    note = store.notes.of_article(one)
    assert note
    assert note.text == "mine\n\ntheirs"
    shown = importing.preview(store, [found(page)])
    assert not shown


def test_a_reference_to_a_paper_is_not_taken_for_the_news_about_it(
    store: Store, feed: Feed
) -> None:
    arrive(store, feed, entry(1, "Tides", TEXT))
    shown = importing.preview(
        store,
        [found([{"type": "webpage", "title": "Tides", "URL": "https://example.org/1"}])],
    )
    assert len(shown.new) == 1


def test_numbers_of_an_undone_import_are_never_given_out_again(store: Store, feed: Feed) -> None:
    _, change = take(store, found(CSL))
    store.apply(change.reversed())
    arrive(store, feed, *(entry(n) for n in range(5)))
    store.apply(change)
    assert len(store.articles.ids(ArticleQuery())) == 7
    arrive(store, feed, entry(9))
    assert len(store.articles.ids(ArticleQuery())) == 8


def test_what_the_user_wrote_since_keeps_an_article(store: Store) -> None:
    _, change = take(store, found(CSL))
    (article_id, *_) = store.articles.ids(ArticleQuery())
    store.apply(write_note(store, article_id, "", "mine"))
    with pytest.raises(ArchiveError, match="since"):
        store.apply(change.reversed())
    assert store.notes.of_article(article_id)
    assert len(store.articles.ids(ArticleQuery())) == 2


def test_counts_of_the_feed_follow_an_import_and_its_undo(store: Store) -> None:
    _, change = take(
        store, found("title,url\nA,https://a.example/\nB,https://b.example/\n", "x.csv")
    )
    assert store.feeds.counts() == (2, 2)
    store.apply(change.reversed())
    assert store.feeds.counts() == (0, 0)


def test_a_folder_is_taken_file_by_file(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    (folder / "deep").mkdir(parents=True)
    (folder / "one.txt").write_text("One\n\nWords", "utf-8")
    (folder / "deep" / "two.md").write_text("# Two\n\nWords", "utf-8")
    (folder / "bad.json").write_text("{", "utf-8")
    (folder / ".hidden.txt").write_text("no", "utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "archive.db")
    files = importing.look_at_all(Here(), [folder])
    shown = importing.preview(store, files)
    assert sorted(item.entry.content.title for item in shown.new) == ["One", "Two"]
    assert [name for name, _ in shown.skipped] == ["bad.json"]


def test_a_file_too_large_or_none_at_all_is_a_sentence(tmp_path: Path) -> None:
    large = tmp_path / "large.ris"
    with large.open("wb") as file:
        file.truncate(MAX_FILE + 1)
    for path in (large, tmp_path, tmp_path / "missing"):
        with pytest.raises(ReaderError, match=r"\.$"):
            importing.bytes_of(path)


def test_5000_references_come_in_and_go_again(store: Store) -> None:
    many = [{"type": "book", "title": f"Book {n}", "keyword": "all"} for n in range(5_000)]
    shown, change = take(store, found(many))
    assert len(shown.new) == 5_000
    store.apply(change.reversed())
    assert not store.articles.ids(ArticleQuery())
