"""How the window looks, and undo."""

from reader.desktop.panes import Panes
from reader.desktop.tongue import retold, tr
from reader.model.settings import Settings
from reader.operations.setting import set_one

SMALLEST, USUAL, LARGEST = 12, 18, 36


class Viewing:
    """Sizes, colours, undo."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._session = panes.session

    def undo(self) -> None:
        self._panes.side.notes.flush()
        if not self._session.undo_stack.canUndo():
            self._panes.status.say(tr("Nothing to undo."))
        elif label := self._session.undo():
            self._panes.status.say(tr("Undone: {label}", label=retold(label)))

    def redo(self) -> None:
        if not self._session.undo_stack.canRedo():
            self._panes.status.say(tr("Nothing to do again."))
        elif label := self._session.redo():
            self._panes.status.say(tr("Done again: {label}", label=retold(label)))

    def larger_text(self) -> None:
        self._resize(self._settings.text_size + 1)

    def smaller_text(self) -> None:
        self._resize(self._settings.text_size - 1)

    def usual_text(self) -> None:
        self._resize(USUAL)

    def theme_system(self) -> None:
        self._wear("system")

    def theme_light(self) -> None:
        self._wear("light")

    def theme_sepia(self) -> None:
        self._wear("sepia")

    def theme_dark(self) -> None:
        self._wear("dark")

    def full_screen(self) -> None:
        window = self._panes.window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def quit(self) -> None:
        self._panes.window.close()

    @property
    def _settings(self) -> Settings:
        return self._session.store.settings.all()

    def _resize(self, size: int) -> None:
        size = min(max(size, SMALLEST), LARGEST)
        self._session.apply(set_one(self._session.store, "text_size", size))
        self._panes.status.say(tr("Text size {size}", size=size))

    def _wear(self, theme: str) -> None:
        self._session.apply(set_one(self._session.store, "theme", theme))
