"""The evidence table's questions: right, and quick on any archive."""

from dataclasses import replace

import pytest

from reader.model.evidence import COLUMNS, FROZEN, NOTHING, Order
from reader.model.feed import Feed
from reader.model.study import Span, StudyCard, StudyValue
from reader.operations import correcting
from reader.operations.tabulating import as_tsv, peek, points, table
from reader.store.store import Store
from tests.conftest import arrive, entry


def value(said: object, words: str = "Words", sure: float = 0.9, **details: object) -> StudyValue:
    at = "Article 1\nWords of article 1.".index(words)
    spans = (Span(at, at + len(words), words),)
    return StudyValue(said, spans, sure, "rule:test/1", "stated", details)  # type: ignore[arg-type]


def study(store: Store, article_id: int, **values: object) -> None:
    """Keep a card with these values of its fields."""
    (text,) = store.studies.texts([article_id])
    is_study = values.pop("is_study", True)
    found = {name: v if isinstance(v, tuple) else (v,) for name, v in values.items()}
    with store.writing():
        store.studies.keep(text, StudyCard("1", "x", value(is_study), found))


@pytest.fixture
def ids(store: Store, feed: Feed) -> list[int]:
    """Five articles by number: four on studies, the fourth without a size, the fifth on none."""
    found = arrive(store, feed, *(entry(n) for n in range(1, 6)))[::-1]
    for article_id, size in zip(found[:3], (1_234, 410, 48), strict=True):
        study(
            store,
            article_id,
            sample_size=value(size),
            study_type=value("cohort"),
            follow_up=value("2 years", min_years=2, max_years=5),
            condition=(value("gout"), value("pain")),
        )
    study(store, found[3], study_type=value("animal"))
    study(store, found[4], is_study=False)
    return found


@pytest.mark.parametrize(
    ("column", "descending", "places"),
    [
        ("sample_size", True, [0, 1, 2, 3]),
        ("sample_size", False, [2, 1, 0, 3]),
        ("study_type", True, [0, 1, 2, 3]),
        ("study_type", False, [3, 0, 1, 2]),
        ("condition", False, [0, 1, 2, 3]),
        ("phase", True, [0, 1, 2, 3]),
        ("published", True, [3, 2, 1, 0]),
        ("title", False, [0, 1, 2, 3]),
    ],
)
def test_studies_are_sorted_as_numbers_with_blanks_last_both_ways(
    store: Store, ids: list[int], column: str, descending: bool, places: list[int]
) -> None:
    """Acceptance 27: by n blanks come last both ways, and 1,234 is more than 410."""
    found = store.evidence.studies(ids, Order(column, descending))
    assert [ids.index(article_id) for article_id in found] == places


def test_completeness_counts_articles_not_values(store: Store, ids: list[int]) -> None:
    shown = table(store, ids, Order())
    assert shown.filled["condition"] == 3
    assert shown.filled["study_type"] == 4
    assert "phase" not in shown.filled


def test_a_page_is_a_few_queries_however_many_rows_it_has(store: Store, ids: list[int]) -> None:
    asked: list[str] = []
    store.connection().set_trace_callback(asked.append)
    rows = store.evidence.rows(ids)
    store.connection().set_trace_callback(None)
    assert len(asked) == 4  # stories, cards, decisions, columns of the user's own
    assert rows[ids[0]].cell("sample_size").words == "1,234"
    assert rows[ids[0]].cell("follow_up").words == "2–5 y"
    assert rows[ids[0]].cell("condition").words == "gout +1"
    assert rows[ids[3]].cell("sample_size") == NOTHING
    assert rows[ids[0]].cell("published").words == "2026"


def test_no_question_scans_articles_cards_or_facts(store: Store, ids: list[int]) -> None:
    asked: list[str] = []
    store.connection().set_trace_callback(asked.append)
    for column in ("sample_size", "published"):
        table(store, ids, Order(column))
    store.evidence.rows(ids)
    points(store, ids)
    store.connection().set_trace_callback(None)
    plans = [
        row[3] for sql in asked for row in store.connection().execute(f"explain query plan {sql}")
    ]
    scanned = [plan for plan in plans if plan.startswith("SCAN")]
    assert all("json_each" in plan or "VIRTUAL" in plan or "subquery" in plan for plan in scanned)
    assert any(plan.startswith("SEARCH") for plan in plans)


def test_cells_say_how_sure_they_are_and_what_the_user_decided(
    store: Store, ids: list[int]
) -> None:
    study(store, ids[0], sample_size=value(35, sure=0.5), condition=value("gout"))
    row = store.evidence.rows(ids[:1])[ids[0]]
    assert row.cell("sample_size").sign == "●○○"
    assert row.cell("sample_size").spoken == "35, extracted, not sure"
    looks = set()
    for state in ("auto", "accepted", "corrected", "rejected", "not_reported", "changed"):
        made = replace(row, states={"condition": state})
        cell = made.cell("condition")
        looks.add((cell.words, cell.sign, cell.state))
        assert state == "auto" or cell.state == state
    assert len(looks) == 6


def test_decisions_of_the_user_stand_in_the_table_and_in_records(
    store: Store, ids: list[int]
) -> None:
    article = store.articles.one(ids[0])
    assert article
    values = store.evidence.rows(ids[:1])[ids[0]].values
    for change in (
        correcting.accept(store, article, "sample_size", values["sample_size"][0]),
        correcting.reject(store, article, "study_type", values["study_type"][0]),
        correcting.not_reported(store, article, "phase"),
    ):
        store.apply(change)
    asked: list[str] = []
    store.connection().set_trace_callback(asked.append)
    rows = store.evidence.rows(ids)
    store.connection().set_trace_callback(None)
    assert len(asked) == 5  # as any page, and the texts of those decided about
    row = rows[ids[0]]
    names = ("sample_size", "study_type", "phase", "condition")
    assert [row.cell(name).state for name in names] == [
        *("accepted", "rejected", "not_reported", "auto"),
    ]
    assert row.cell("sample_size").spoken == "1,234, accepted by you"
    assert rows[ids[1]].cell("sample_size").state == "auto"
    (record,) = store.records.each(ids[:1])
    assert record.card == store.studies.card(ids[0])


def test_a_peek_shows_the_sentence_around_the_words(store: Store, ids: list[int]) -> None:
    row = store.evidence.rows(ids[:1])[ids[0]]
    found = peek(store, ids[0], row.values["sample_size"][0])
    assert found
    assert (found.before, found.words, found.after) == ("", "Words", " of article 1.")
    assert found.source == "Example News"
    own = StudyValue(3, (), 1.0, "you")
    assert peek(store, ids[0], own) is None
    assert peek(store, ids[0], StudyValue(3, (Span(0, 5, "other"),), 1.0, "x")) is None


def test_copied_cells_are_what_a_sheet_pastes(store: Store, ids: list[int]) -> None:
    study(store, ids[0], condition=value("=1+1\tx\ny"), sample_size=value(1_234))
    row = store.evidence.rows(ids[:1])[ids[0]]
    columns = [FROZEN[0], *(COLUMNS[name] for name in ("sample_size", "condition", "phase"))]
    copied = as_tsv([row], columns)
    assert copied == "Study\tn\tCondition\tPhase\nArticle 1\t1234\t'=1+1 x y\t"


def test_points_hold_what_pictures_show(store: Store, ids: list[int]) -> None:
    found = points(store, ids[:4])
    assert [p.size for p in found] == [1_234, 410, 48, None]
    assert found[0].years == 5
    assert found[0].conditions == ("gout", "pain")
    assert found[3].design == "animal"
    assert found[0].month == 2026 * 12 + 4
