"""Backups: made once a day, and by hand; taking one back."""

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from reader.desktop.backups.backups_dialog import BackupsDialog
from reader.desktop.jobs import Job
from reader.desktop.panes import Panes
from reader.desktop.tongue import tr
from reader.model.annotation import Annotation, Note
from reader.model.article import ArticleRow, ReadMark, Star, Tagging
from reader.model.backup import Inside
from reader.model.change import Step, Steps
from reader.model.feed import Feed, Subscription
from reader.model.searches import SavedSearch, SearchCount
from reader.model.study import StudyCard
from reader.operations.backing_up import (
    back_up,
    backups,
    folder,
    is_due,
    look_inside,
    restore,
)
from reader.operations.setting import set_one

#: Milliseconds between looks.
LOOK = 3_600_000
_EVERYTHING = frozenset(
    {ArticleRow, ReadMark, Star, Tagging, Annotation, Note, Feed, Subscription, StudyCard}
    | {SavedSearch, SearchCount}
)


class Backing:
    """Keeps the archive backed up."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._store = panes.session.store
        self._dialog: BackupsDialog | None = None
        self._job: Job | None = None
        self._after_restore = False
        self._timer = QTimer(panes.window, interval=LOOK)
        self._timer.timeout.connect(self.look)
        panes.jobs.stepped.connect(self._step)
        panes.jobs.failed.connect(self._fail)
        panes.jobs.finished.connect(self._finish)

    def start(self) -> None:
        """Look now, and every hour, whether a backup is due."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Back up, if that is due."""
        if self._job is None and is_due(self._store, time.time()):
            self._begin(tr("Backing up"), back_up(self._store), reads=True)

    def show_backups(self) -> None:
        self.backups_dialog().exec()

    def backups_dialog(self) -> BackupsDialog:
        """The dialog, not yet shown."""
        now = look_inside(self._store.path)
        daily = self._store.settings.all().backups
        made = BackupsDialog(
            now, daily=daily, folder=folder(self._store), parent=self._panes.window
        )
        made.chosen.connect(self._look_inside)
        made.back_up_wanted.connect(
            lambda: self._begin(tr("Backing up"), back_up(self._store), reads=True)
        )
        made.restore_wanted.connect(self._ask)
        made.daily_wanted.connect(
            lambda wanted: self._panes.session.apply(set_one(self._store, "backups", wanted))
        )
        made.finished.connect(self._forget)
        self._dialog = made
        made.show_backups(backups(self._store))
        return made

    def restore(self, path: Path) -> None:
        """Put a backup in the archive's place; what is there becomes a backup."""
        self._panes.side.flush()
        self._panes.updater.stop()
        self._after_restore = True
        self._begin(tr("Restoring"), restore(self._store, path), reads=False)

    def _ask(self, path: Path) -> None:
        """Name what will happen, and do it if it is wanted."""
        box = QMessageBox(self._dialog)
        box.setWindowTitle(tr("Restore this backup?"))
        box.setTextFormat(box.textFormat().PlainText)
        box.setText(
            tr(
                "{name} takes the place of what you have now. What you have now is kept as a backup first, so you can go back to it.",
                name=path.name,
            )
        )
        yes = box.addButton(tr("Restore this backup"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is yes:
            self.restore(path)

    def _begin(self, title: str, steps: Steps, *, reads: bool) -> None:
        self._say(f"{title} …", busy=True)
        self._job = self._panes.jobs.start(title, steps, reads=reads)

    def _step(self, job: Job, step: Step) -> None:
        if job is self._job:
            self._say(step.message, busy=True)

    def _fail(self, job: Job, sentence: str) -> None:
        if job is self._job:
            self._after_restore = False
            self._say(sentence, busy=True)

    def _finish(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if self._after_restore:
            self._after_restore = False
            self._show_anew()
        if self._dialog:
            self._dialog.say(self._dialog.said, busy=False)
            self._dialog.show_backups(backups(self._store))

    def _show_anew(self) -> None:
        """The archive is another one now: nothing done before can be undone in it."""
        panes = self._panes
        panes.session.undo_stack.clear()
        panes.opened.close()
        panes.theme.wear(self._store.settings.all().theme)
        panes.session.changed.emit(_EVERYTHING)
        panes.sidebar.choose("all")
        panes.updater.catch_up()

    def _look_inside(self, path: Path) -> None:
        dialog = self._dialog
        if dialog is None:
            return

        def answer(found: Inside) -> None:
            if dialog is self._dialog:
                dialog.show_inside(path, found)

        def refuse(sentence: str) -> None:
            if dialog is self._dialog:
                dialog.show_trouble(path, sentence)

        self._panes.questions.ask(partial(look_inside, path), answer, refuse)

    def _say(self, words: str, *, busy: bool) -> None:
        if self._dialog:
            self._dialog.say(words, busy=busy)

    def _forget(self) -> None:
        self._dialog = None
