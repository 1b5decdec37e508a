"""The menu of a cell: the same as its keys, and what concerns the articles behind its row."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from reader.model.card_words import shown
from reader.model.evidence import EvidenceRow, is_field
from reader.model.own_columns import PREFIX

if TYPE_CHECKING:
    from reader.desktop.evidence.evidence_pane import EvidencePane

_TITLE = 60


def cell_menu(pane: "EvidencePane", row: EvidenceRow, name: str) -> QMenu:
    """What can be done with a cell."""
    menu = QMenu(pane)
    table = pane.table
    if is_field(name):
        _deeds(pane, menu, row, name)
    elif name.startswith(PREFIX):
        menu.addAction("Write…\tEnter").triggered.connect(lambda: table.type())
        menu.addAction("Clear\tDel").triggered.connect(lambda: pane.do("clear"))
        own = pane.model.own_at(table.current)
        if own:
            menu.addSeparator()
            pane.menu.add_changes(menu, own)
    menu.addSeparator()
    menu.addAction("Open the text\tEnter").triggered.connect(
        lambda: table.opened.emit(table.current)
    )
    menu.addAction("Copy\tCtrl+C").triggered.connect(pane.copy)
    if len(row.reports) > 1:
        _sources(pane, menu, row)
    return menu


def _deeds(pane: "EvidencePane", menu: QMenu, row: EvidenceRow, name: str) -> None:
    said = row.said.get(name, ())
    if row.states.get(name) == "differ":
        for place, each in enumerate(said):
            words = f"{shown(name, each.value)} is right ({each.reports[0].feed_title})"
            menu.addAction(words.replace("&", "&&")).triggered.connect(
                lambda _=False, place=place: pane.do("accept", place)
            )
    elif row.values.get(name):
        menu.addAction("Accept\tY").triggered.connect(lambda: pane.do("accept"))
    menu.addAction("Correct…\tE").triggered.connect(lambda: pane.table.type())
    if row.values.get(name):
        menu.addAction("Reject\tX").triggered.connect(lambda: pane.do("reject"))
    menu.addAction("Not reported\tN").triggered.connect(lambda: pane.do("not_reported"))
    menu.addAction("History\tH").triggered.connect(lambda: pane.do("history"))


def _sources(pane: "EvidencePane", menu: QMenu, row: EvidenceRow) -> None:
    """The articles that report the study; one that reports another can be told apart."""
    menu.addSeparator()
    opening, apart = menu.addMenu("Open report"), menu.addMenu("Reports another study")
    for report in row.reports:
        words = f"{report.feed_title}: {report.title[:_TITLE]}".replace("&", "&&")
        opening.addAction(words).triggered.connect(
            lambda _=False, number=report.article_id: pane.opened.emit(number, "")
        )
        apart.addAction(words).triggered.connect(
            lambda _=False, number=report.article_id: pane.split_wanted.emit(number)
        )
