"""States of the evidence table, for `take.py`."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QPixmap

from reader.desktop.evidence.cell_editor import CellEditor
from reader.desktop.evidence.evidence_pane import EvidencePane
from reader.operations import appraising, grouping, tabulating

if TYPE_CHECKING:
    from tests.screenshots.take import Tour
else:
    Tour = Any


def table(tour: Tour) -> EvidencePane:
    """The table of the samples, the cell with the largest size but one chosen."""
    tour.samples()
    tour.do("go_all")
    tour.do("evidence_table")
    pane: EvidencePane = tour.window.evidence.pane
    choose(pane, "4812", "sample_size")
    return pane


def _plain(shown: str) -> str:
    """A number without the thousands' signs of any language."""
    return shown.replace(",", "").replace(".", "")


def choose(pane: EvidencePane, size: str, name: str) -> None:
    names = [column.name for column in pane.model.columns]
    at = names.index("sample_size")
    rows = range(pane.model.rowCount())
    row = next(n for n in rows if size in _plain(str(pane.model.index(n, at).data())))
    pane.table.choose(row, names.index(name))


def evidence(tour: Tour) -> QPixmap:
    table(tour)
    tour.settle()
    return tour.window.grab()


def story(tour: Tour) -> QPixmap:
    """Three articles that are said to report one study, and disagree."""
    pane = table(tour)
    store = tour.store
    rows = store.evidence.rows(list(pane.model.ids))
    sizes = {i: r.values.get("sample_size", ()) for i, r in rows.items()}
    ids = [i for i, values in sizes.items() if values][:3]
    tour.window.panes.session.do(grouping.join(store, ids))
    tour.settle()
    choose(pane, " / ", "sample_size")
    return tour.window.grab()


def own_columns(tour: Tour) -> QPixmap:
    """Columns of the user's own, values in every state, and an editor that refuses."""
    pane = table(tour)
    session, store, ids = tour.window.panes.session, tour.store, list(pane.model.ids)
    session.do(appraising.add(store, "Risk of bias", "choice", ("low", "unclear", "high")))
    session.do(appraising.add(store, "Remarks", "text"))
    tour.settle()
    bias, remarks = appraising.columns(store)
    shown = ("study_type", "sample_size", "follow_up", bias.column, remarks.column)
    pane.show_columns(shown, "own")
    for article_id, value in zip(ids, ("low", "high", "unclear", "low"), strict=False):
        session.do(appraising.write(store, bias, [article_id], value))
    session.do(appraising.write(store, remarks, ids[1:2], "The arms differ at baseline"))
    for article_id, verb in zip(ids, ("accept", "reject", "not_reported"), strict=False):
        session.do(tabulating.decide(store, article_id, "study_type", verb))
    tour.settle()
    choose(pane, "4812", "sample_size")
    pane.table.type("many")
    _editor(pane).enter()
    return tour.window.grab()


def history(tour: Tour) -> QPixmap:
    pane = table(tour)
    article_id = pane.row.article_id if pane.row else 0
    for text in ("4,813 adults", "4,810 adults"):
        change = tabulating.correct(tour.store, article_id, "sample_size", text)
        tour.window.panes.session.do(change)
    tour.settle()
    pane.do("history")
    tour.settle()
    return tour.window.grab()


def charts(left: str, right: str) -> Callable[[Tour], QPixmap]:
    """The table with these pictures, which have most of the room."""

    def state(tour: Tour) -> QPixmap:
        pane = table(tour)
        pane.pictures.left.choose(left)
        pane.pictures.right.choose(right)
        sizes: Sequence[int] = (250, 600)
        pane.splitter.setSizes(sizes)
        tour.settle()
        return tour.window.grab()

    return state


def _editor(pane: EvidencePane) -> CellEditor:
    return pane.table.view.viewport().findChildren(CellEditor)[-1]


EVIDENCE: dict[str, Callable[[Tour], QPixmap]] = {
    "evidence": evidence,
    "evidence-story": story,
    "evidence-own": own_columns,
    "evidence-history": history,
    "evidence-scatter": charts("Sample size and follow-up", "Design"),
    "evidence-time": charts("Time", "Condition"),
    "evidence-country": charts("Time", "Country"),
}
