"""One row for one study, however many articles report it: whose value is whose."""

import pytest

from reader.model.evidence import EvidenceRow, Order
from reader.model.feed import Feed
from reader.operations import grouping, tabulating
from reader.operations.tabulating import points, table
from reader.store.store import Store
from tests.cards import study, value
from tests.conftest import arrive, entry

DOI = "10.5555/one"


@pytest.fixture
def ids(store: Store, feed: Feed) -> list[int]:
    """Four articles, the newest first: three on one study, the last on another."""
    found = arrive(store, feed, *(entry(n) for n in range(1, 5)))
    study(store, found[0], doi=DOI, sample_size=120, condition=["gout", "pain"])
    study(store, found[1], doi=DOI, sample_size=118, condition=["Gout"], phase="2")
    study(store, found[2], doi=DOI, sample_size=118, study_type="cohort")
    study(store, found[3], sample_size=40, study_type="animal")
    group(store)
    return found


def group(store: Store) -> None:
    for _ in grouping.group(store):
        pass


def row(store: Store, article_id: int) -> EvidenceRow:
    return store.evidence.rows([article_id])[article_id]


def test_articles_on_one_study_are_one_row(store: Store, ids: list[int]) -> None:
    shown = table(store, ids, Order())
    assert list(shown.article_ids) == [ids[0], ids[3]]
    assert shown.filled["sample_size"] == 2
    assert shown.filled["phase"] == 1
    found = row(store, ids[0])
    assert [report.article_id for report in found.reports] == [ids[0], ids[2], ids[1]]
    assert found.cell("title").sign == "3 reports"
    assert row(store, ids[3]).cell("title").sign == ""


def test_what_only_another_report_says_is_there_too(store: Store, ids: list[int]) -> None:
    found = row(store, ids[0])
    assert found.cell("phase").words == "Phase 2"
    assert found.owner("phase") == ids[1]
    assert found.cell("study_type").words == "Cohort"
    assert [v.value for v in found.values["condition"]] == ["gout", "pain"]
    owners = [[r.article_id for r in said.reports] for said in found.said["condition"]]
    assert owners == [[ids[0], ids[1]], [ids[0]]]


def test_reports_that_disagree_stand_side_by_side_what_most_say_first(
    store: Store, ids: list[int]
) -> None:
    cell = row(store, ids[0]).cell("sample_size")
    assert (cell.words, cell.state, cell.sign) == ("118 / 120", "differ", "▲")
    assert cell.spoken.startswith("sources differ: 118 in Example News; 120 in Example News")


def test_a_study_is_sorted_by_the_value_it_is_shown_with(store: Store, ids: list[int]) -> None:
    study(store, ids[3], sample_size=119)
    assert list(table(store, ids, Order("sample_size", True)).article_ids) == [ids[3], ids[0]]
    store.apply(tabulating.decide(store, ids[0], "sample_size", "accept", 1))
    assert row(store, ids[0]).cell("sample_size").words == "120"
    assert list(table(store, ids, Order("sample_size", True)).article_ids) == [ids[0], ids[3]]
    assert next(p.size for p in points(store, ids[:1])) == 120


def test_accepting_one_value_settles_a_disagreement_and_undo_opens_it(
    store: Store, ids: list[int]
) -> None:
    change = tabulating.decide(store, ids[0], "sample_size", "accept")
    store.apply(change)
    assert row(store, ids[0]).cell("sample_size").state == "accepted"
    store.apply(change.reversed())
    assert row(store, ids[0]).cell("sample_size").state == "differ"


def test_rejecting_and_not_reported_are_about_all_reports(store: Store, ids: list[int]) -> None:
    store.apply(tabulating.decide(store, ids[0], "sample_size", "reject"))
    assert row(store, ids[0]).cell("sample_size").words == "120"
    store.apply(tabulating.decide(store, ids[0], "sample_size", "not_reported"))
    assert row(store, ids[0]).cell("sample_size").state == "not_reported"


def test_what_is_typed_holds_for_the_study(store: Store, ids: list[int]) -> None:
    store.apply(tabulating.correct(store, ids[0], "sample_size", "121"))
    found = row(store, ids[0])
    assert (found.cell("sample_size").words, found.cell("sample_size").state) == (
        "121",
        "corrected",
    )


def test_accepting_in_bulk_leaves_disagreements_alone(store: Store, ids: list[int]) -> None:
    change = tabulating.accept_sure(store, ids, "sample_size")
    assert change.label == "Accept 1 value in “n”"
    assert [edit.after.article_id for edit in change.edits if edit.after] == [ids[3]]


def test_forty_sure_values_are_accepted_and_restored_together(store: Store, feed: Feed) -> None:
    """Acceptance 31: accept 40 high-confidence values; one undo restores 40."""
    found = arrive(store, feed, *(entry(n) for n in range(1, 43)))
    for article_id in found[:40]:
        study(store, article_id, study_type=value("cohort", 0.95))
    for article_id in found[40:]:
        study(store, article_id, study_type=value("cohort", 0.5))
    change = tabulating.accept_sure(store, found, "study_type")
    assert change.label == "Accept 40 values in “Design”"
    for made, state in ((change, "accepted"), (change.reversed(), "auto")):
        store.apply(made)
        rows = store.evidence.rows(found)
        assert [rows[i].cell("study_type").state for i in found] == [state] * 40 + ["auto"] * 2


def test_a_report_of_another_study_gets_its_own_row_again(store: Store, ids: list[int]) -> None:
    """Acceptance 32: separate them again if wrong."""
    store.apply(grouping.split(store, ids[1]))
    assert list(table(store, ids, Order()).article_ids) == [ids[0], ids[1], ids[3]]


def test_a_report_outside_the_list_belongs_to_its_row(store: Store, ids: list[int]) -> None:
    assert list(table(store, [ids[1]], Order()).article_ids) == [ids[1]]
    assert len(row(store, ids[1]).reports) == 3


def test_values_the_user_gave_go_before_what_most_say(store: Store, ids: list[int]) -> None:
    study(store, ids[2], doi=DOI, phase=value("1"))
    group(store)
    assert row(store, ids[0]).cell("phase").state == "differ"
    store.apply(tabulating.correct(store, ids[0], "phase", "3"))
    assert row(store, ids[0]).cell("phase").words == "Phase 3"
