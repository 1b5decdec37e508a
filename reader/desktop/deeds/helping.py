"""Help, what is new, about, and the report of a mistake."""

import logging
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication

from reader import __version__
from reader.desktop.panes import Panes
from reader.desktop.tongue import tr
from reader.operations.remembering import Remembering

if TYPE_CHECKING:
    from reader.desktop.help.help_dialog import HelpDialog
    from reader.desktop.help.report_dialog import ReportDialog


class Helping:
    """What the menu Help has."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._remembering = Remembering()
        logging.getLogger("reader").addHandler(self._remembering)

    def show_help(self) -> None:
        self.help_dialog().exec()

    def show_news(self) -> None:
        from reader.desktop.help.help_dialog import NEWS

        self.help_dialog(NEWS).exec()

    def show_about(self) -> None:
        from reader.desktop.help.help_dialog import ABOUT

        self.help_dialog(ABOUT).exec()

    def copy_report(self) -> None:
        self.report_dialog().exec()

    def help_dialog(self, page: int = 0) -> "HelpDialog":
        """The dialog at one of its pages, not yet shown."""
        from reader.desktop.help.help_dialog import HelpDialog

        panes = self._panes
        return HelpDialog(page, panes.session.store.path, panes.theme, panes.window)

    def report_dialog(self) -> "ReportDialog":
        from reader.desktop.help.report_dialog import ReportDialog
        from reader.operations.reporting import report

        qt = tr(
            "PySide6 {pyside_version}, {platformName}",
            pyside_version=pyside_version,
            platformName=QGuiApplication.platformName(),
        )
        text = report(self._panes.session.store, self._remembering.records, qt)
        return ReportDialog(text, self._panes.window)

    def greet(self) -> None:
        """After an update, say so once."""
        kept = QSettings()
        before = str(kept.value("version", ""))
        kept.setValue("version", __version__)
        if before and before != __version__:
            words = tr(
                "This is Studywire {version} now. “What is new” under Help tells what changed.",
                version=__version__,
            )
            self._panes.status.say(words, stays=True)

    def rest(self) -> None:
        logging.getLogger("reader").removeHandler(self._remembering)
