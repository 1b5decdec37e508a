"""The menu of a cell: the same as its keys, and what concerns the articles behind its row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.desktop.card_terms import shown
from reader.desktop.keys_in_use import native
from reader.desktop.tongue import tr
from reader.model.evidence import EvidenceRow, is_field
from reader.model.own_columns import PREFIX

_TITLE = 60


class CellMenu(QMenu):
    """What can be done with a cell. Says what was chosen."""

    #: A name of `keys.KEYS`, and the place of the value it is about.
    deed_wanted = Signal(str, int)
    copy_wanted = Signal()
    open_wanted = Signal()
    #: An article of the row: show it, or tell it apart.
    report_wanted = Signal(int)
    split_wanted = Signal(int)

    def __init__(self, row: EvidenceRow, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        if is_field(name):
            self._offer_deeds(row, name)
        elif name.startswith(PREFIX):
            self._deed(tr("Write…"), "type", key="Return")
            self._deed(tr("Clear"), "clear", key="Del")
        if row.values.get(name) or row.own.get(name.removeprefix(PREFIX)):
            self._deed(tr("Only studies that say the same"), "narrow")
        self.addSeparator()
        self.addAction(_with(tr("Open the text"), "Return")).triggered.connect(
            lambda: self.open_wanted.emit()
        )
        self.addAction(_with(tr("Copy"), "Ctrl+C")).triggered.connect(
            lambda: self.copy_wanted.emit()
        )
        if len(row.reports) > 1:
            self._offer_reports(row)

    def _offer_deeds(self, row: EvidenceRow, name: str) -> None:
        if row.states.get(name) == "differ":
            for place, said in enumerate(row.said[name]):
                words = tr(
                    "{shown} is right ({feed_title})",
                    shown=shown(name, said.value),
                    feed_title=said.reports[0].feed_title,
                )
                self._deed(words.replace("&", "&&"), "accept", place)
        elif row.values.get(name):
            self._deed(tr("Accept"), "accept", key="Y")
        self._deed(tr("Correct…"), "type", key="E")
        if row.values.get(name):
            self._deed(tr("Reject"), "reject", key="X")
        self._deed(tr("Not reported"), "not_reported", key="N")
        self._deed(tr("History"), "history", key="H")

    def _deed(self, words: str, deed: str, place: int = 0, *, key: str = "") -> None:
        self.addAction(_with(words, key)).triggered.connect(
            lambda: self.deed_wanted.emit(deed, place)
        )

    def _offer_reports(self, row: EvidenceRow) -> None:
        """The articles that report the study; one that reports another can be told apart."""
        self.addSeparator()
        opening, self.apart = (
            self.addMenu(tr("Open report")),
            self.addMenu(tr("Reports another study")),
        )
        for report in row.reports:
            words = f"{report.feed_title}: {report.title[:_TITLE]}".replace("&", "&&")
            number = report.article_id
            for menu, signal in (
                (opening, self.report_wanted),
                (self.apart, self.split_wanted),
            ):
                menu.addAction(words).triggered.connect(
                    lambda _=False, signal=signal, number=number: signal.emit(number)
                )


def _with(words: str, key: str) -> str:
    """Words of a menu with a key behind them."""
    return f"{words}\t{native(key)}" if key else words
