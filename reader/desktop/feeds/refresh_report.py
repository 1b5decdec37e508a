"""What became of each feed when they were checked."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.article_words import noun_for
from reader.desktop.tongue import number, retold, tr

_STATUS = {"ok": "It was read.", "unchanged": "Nothing has changed."}


class RefreshReport(QDialog):
    """A row a feed, those in trouble first."""

    def __init__(self, reports: Sequence[Mapping[str, Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What happened to each feed"))
        self.resize(760, 420)
        rows = sorted(reports, key=lambda r: (not r["error"], -r["new"], r["title"].casefold()))
        table = QTableWidget(len(rows), 3)
        table.setHorizontalHeaderLabels([tr("Feed"), tr("New"), tr("What happened")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.setWordWrap(True)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 240)
        header.setStretchLastSection(True)
        for place, report in enumerate(rows):
            for column, words in enumerate(_words(report)):
                item = QTableWidgetItem(words)
                if column == 1:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                table.setItem(place, column, item)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAccessibleName(tr("What happened to each feed"))
        table.selectRow(0)
        table.resizeRowsToContents()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column_ = QVBoxLayout(self)
        column_.addWidget(table)
        column_.addWidget(buttons)


def _words(report: Mapping[str, Any]) -> tuple[str, str, str]:
    what = retold(report["error"] or report["why"] or _STATUS[report["status"]])
    if updated := report["updated"]:
        noun = noun_for(updated)
        what += " " + tr("{updated:,} {noun} updated", updated=updated, noun=noun)
    return report["title"], number(report["new"]), what
