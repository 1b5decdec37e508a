"""An archive with bytes that a bad disk changed: what can be read is read, the rest is said."""

import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.app import NO_ARCHIVE, main
from reader.export.formats import FORMAT
from reader.model.errors import ArchiveError
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.model.record import Wishes
from reader.operations.studying import study as study_what_waits
from reader.operations.tabulating import correct
from reader.store.store import Store
from tests.cards import study
from tests.conftest import arrive, entry
from tests.fakes import Here

#: What may stand where a card was.
NONSENSE = (
    "",
    "{",
    "[]",
    "null",
    '{"schema": "studywire.card/1"}',
    "[" * 100_000,
    17,
    b"\xff\xfe",
)


def spoil(store: Store, sql: str, *values: object) -> None:
    """What only damage can do."""
    store.connection().execute("pragma ignore_check_constraints = on")
    store.connection().execute(sql, values)


@pytest.fixture
def ids(store: Store, feed: Feed) -> list[int]:
    found = arrive(store, feed, entry(1, "First"), entry(2, "Second"), entry(3, "Third"))
    for article_id in found:
        study(store, article_id, sample_size=40)
    return found


def test_a_title_with_damaged_bytes_keeps_no_other_from_the_list(
    store: Store, ids: list[int]
) -> None:
    for table, key in (("article", "id"), ("revision", "article_id")):
        spoil(store, f"update {table} set title = cast(x'48ff69' as text) where {key} = ?", ids[1])
    with Store(store.path) as opened:
        rows = opened.articles.rows(list(opened.articles.ids(ArticleQuery())))
        assert [rows[i].title for i in ids] == ["Third", "H\ufffdi", "First"]
        assert opened.articles.one(ids[1])
        assert [r.article.content.title for r in opened.records.each(ids)] == [
            "Third",
            "H\ufffdi",
            "First",
        ]


def test_what_cannot_be_read_stays_in_the_archive_as_it_is(store: Store, ids: list[int]) -> None:
    spoil(store, "update article set title = cast(x'48ff69' as text) where id = ?", ids[1])
    with Store(store.path) as opened:
        opened.articles.rows(ids)
        kept = opened.connection().execute("select hex(title) from article where id = ?", (ids[1],))
        assert kept.fetchone() == ("48FF69",)


@pytest.mark.parametrize("nonsense", NONSENSE)
def test_a_damaged_card_harms_nothing_else_and_is_made_anew(
    store: Store, ids: list[int], nonsense: object
) -> None:
    spoil(store, "update card set json = ? where article_id = ?", nonsense, ids[1])
    assert store.studies.card(ids[1]) is None
    assert store.studies.last(ids[1]) is None
    assert store.studies.card(ids[0])
    assert [bool(record.card) for record in store.records.each(ids)] == [True, False, True]
    assert set(store.evidence.rows(ids)) == {ids[0], ids[2]}
    list(study_what_waits(store, Here(), [ids[1]]))
    assert store.studies.card(ids[1])


@pytest.mark.parametrize("column", ["value", "said", "evidence"])
def test_a_damaged_decision_is_left_out_and_kept(store: Store, ids: list[int], column: str) -> None:
    store.apply(correct(store, ids[0], "sample_size", "44"))
    spoil(store, f"update correction set {column} = '[{{'")
    card = store.studies.card(ids[0])
    assert card
    assert card.values["sample_size"][0].value == 40
    assert store.connection().execute("select count(*) from correction").fetchone() == (1,)


@pytest.mark.parametrize("column", ["row", "said"])
def test_a_history_with_damage_in_it_is_told_without_it(
    store: Store, ids: list[int], column: str
) -> None:
    store.apply(correct(store, ids[0], "sample_size", "44"))
    study(store, ids[0], sample_size=41)
    table = {"row": "past_correction", "said": "past_value"}[column]
    spoil(store, f"update {table} set {column} = '[\"{{\"]'")
    past = store.histories
    assert not [*past.decisions(ids[:1], "sample_size")] or column == "said"
    assert all(not row.values for row in past.values(ids[:1], "sample_size")) or column == "row"


def test_a_setting_that_is_damaged_is_passed_over(store: Store) -> None:
    spoil(store, "insert into setting (name, value) values ('language', ?)", "[" * 100_000)
    assert store.settings.all().language == ""


def test_an_archive_whose_shape_is_damaged_is_said_to_be(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    path = store.path
    store.close()
    _break_the_shape(path)
    with pytest.raises(ArchiveError, match="The archive is damaged"):
        Store(path)
    assert main(["--archive", str(path), "articles"]) == NO_ARCHIVE
    assert "restore a backup" in capsys.readouterr().err


def _break_the_shape(path: Path) -> None:
    """What SQLite quotes in its own words on the damage is no UTF-8."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    data = path.read_bytes()
    head = b"CREATE TABLE feed ("
    at = data.index(head)
    path.write_bytes(data[:at] + b"CREATE TABLE f \xff\xfe (" + data[at + len(head) :])


def test_a_time_that_no_calendar_has_is_none(store: Store, ids: list[int]) -> None:
    for column in ("published", "first_seen", "sorted_at"):
        spoil(store, f"update article set {column} = 99999999999999 where id = ?", ids[1])
    records = list(store.records.each(ids))
    for name, form in FORMAT.items():
        if form.write:
            file = io.BytesIO() if form.binary else io.StringIO()
            for _ in form.write(records, file, Wishes()):
                pass
            assert file.getvalue(), name
    assert main(["--archive", str(store.path), "articles", "--json"]) == 0
    spoil(store, "delete from card where article_id = ?", ids[1])
    with store.writing():
        store.pending.ask("study", [ids[1]])
    list(study_what_waits(store, Here()))
    assert store.studies.card(ids[1])
