"""The menu of a cell: the same as its keys, and what concerns the articles behind its row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.model.card_words import shown
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
            self._deed("Write…\tEnter", "type")
            self._deed("Clear\tDel", "clear")
        if row.values.get(name) or row.own.get(name.removeprefix(PREFIX)):
            self._deed("Only studies that say the same", "narrow")
        self.addSeparator()
        self.addAction("Open the text\tEnter").triggered.connect(lambda: self.open_wanted.emit())
        self.addAction("Copy\tCtrl+C").triggered.connect(lambda: self.copy_wanted.emit())
        if len(row.reports) > 1:
            self._offer_reports(row)

    def _offer_deeds(self, row: EvidenceRow, name: str) -> None:
        if row.states.get(name) == "differ":
            for place, said in enumerate(row.said[name]):
                words = f"{shown(name, said.value)} is right ({said.reports[0].feed_title})"
                self._deed(words.replace("&", "&&"), "accept", place)
        elif row.values.get(name):
            self._deed("Accept\tY", "accept")
        self._deed("Correct…\tE", "type")
        if row.values.get(name):
            self._deed("Reject\tX", "reject")
        self._deed("Not reported\tN", "not_reported")
        self._deed("History\tH", "history")

    def _deed(self, words: str, deed: str, place: int = 0) -> None:
        self.addAction(words).triggered.connect(lambda: self.deed_wanted.emit(deed, place))

    def _offer_reports(self, row: EvidenceRow) -> None:
        """The articles that report the study; one that reports another can be told apart."""
        self.addSeparator()
        opening, self.apart = self.addMenu("Open report"), self.addMenu("Reports another study")
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
