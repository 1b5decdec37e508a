"""The one writer of the window: every change of the user goes through here, and can be undone."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from reader.model.change import Change
from reader.model.errors import ReaderError
from reader.store.store import Store

log = logging.getLogger(__name__)


class Session(QObject):
    """An open archive, the undo stack over it, and the one signal that says what changed."""

    #: The kinds of row that changed, a frozenset of classes of `reader.model`.
    changed = Signal(object)
    #: A sentence for the user about something that did not work.
    failed = Signal(str)
    #: A change of the user is on disk; its label.
    done = Signal(str)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        store.hurry()
        self._has_failed = False
        self.undo_stack = QUndoStack(self)
        for number, change in store.deletions.all() if store.has_deletions else ():
            self.undo_stack.push(_Command(self, change, number))

    def do(self, change: Change | Callable[[], Change]) -> bool:
        """Carry out a change that the user can undo. False where it failed, which has been said.

        An operation may be given uncalled, so that what it raises for the user is shown too.
        """
        try:
            proposed = change() if callable(change) else change
        except ReaderError as error:
            self.failed.emit(str(error))
            return False
        if not proposed:
            return True
        command = _Command(self, proposed)
        self.undo_stack.push(command)
        if command.failed:
            return False
        self.done.emit(proposed.label)
        return True

    def undo(self) -> str:
        """Take back what was done last; its label, "" where there is none or it failed."""
        return self._turn(self.undo_stack.undoText(), self.undo_stack.undo)

    def redo(self) -> str:
        """Do again what was taken back last; its label, "" where there is none or it failed."""
        return self._turn(self.undo_stack.redoText(), self.undo_stack.redo)

    def _turn(self, label: str, turn: Callable[[], None]) -> str:
        self._has_failed = False
        turn()
        return "" if self._has_failed else label

    def apply(self, change: Change) -> bool:
        """Carry out a change that follows by itself and is not undone, as reading marks as read."""
        return not change or self.write(change) is not None

    def write(self, change: Change, *, keeping: bool = False, forgetting: int = 0) -> int | None:
        """`Store.apply`, told to the panes; None where it failed, which has been said."""
        try:
            number = self.store.apply(change, keeping=keeping, forgetting=forgetting)
        except ReaderError as error:
            log.warning("%s failed: %s", change.label, error)
            self._has_failed = True
            self.failed.emit(str(error))
            return None
        self.changed.emit(change.kinds)
        return number


class _Command(QUndoCommand):
    """The only undo command there is: rows swapped for rows."""

    def __init__(self, session: Session, change: Change, deletion: int = 0) -> None:
        """A change to carry out, or one that was, before this start: deletion number `deletion`."""
        super().__init__(change.label)
        self._session = session
        self._change = change
        self._deletion = deletion
        self._is_done = bool(deletion)
        self.failed = False

    def redo(self) -> None:
        if not self._is_done:
            self._settle(self._session.write(self._change, keeping=True))
        self._is_done = True

    def undo(self) -> None:
        self._settle(self._session.write(self._change.reversed(), forgetting=self._deletion))
        self._is_done = False

    def _settle(self, deletion: int | None) -> None:
        self._deletion = deletion or 0
        if deletion is None:
            self.failed = True
            self.setObsolete(True)
