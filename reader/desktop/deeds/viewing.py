"""How the window looks, undo, and help."""

from dataclasses import replace

from PySide6.QtWidgets import QMessageBox

from reader import __version__
from reader.desktop.key_sheet import KeySheet
from reader.desktop.panes import Panes
from reader.model.settings import Settings
from reader.operations.setting import set_one

SMALLEST, USUAL, LARGEST = 12, 18, 36


class Viewing:
    """Sizes, colours, panes, undo, help."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._session = panes.session

    def undo(self) -> None:
        self._panes.side.notes.flush()
        if not self._session.undo_stack.canUndo():
            self._panes.status.say("Nothing to undo.")
        elif label := self._session.undo():
            self._panes.status.say(f"Undone: {label}")

    def redo(self) -> None:
        if label := self._session.redo():
            self._panes.status.say(f"Done again: {label}")

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

    def theme_dark(self) -> None:
        self._wear("dark")

    def toggle_sidebar(self) -> None:
        self._panes.sidebar.setVisible(not self._panes.sidebar.isVisible())

    def toggle_side_panel(self) -> None:
        self._panes.side.setVisible(not self._panes.side.isVisible())

    def full_screen(self) -> None:
        window = self._panes.window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def show_keys(self) -> None:
        KeySheet(self._panes.window).exec()

    def show_about(self) -> None:
        store = self._session.store
        words = (
            f"Studywire {__version__}\n\nResearch news, with the study behind it in sight.\n"
            f"Everything is kept on this computer, in\n{store.path}\n\n"
            "No account, no telemetry. Free software under the MIT licence."
        )
        QMessageBox.about(self._panes.window, "About Studywire", words)

    def quit(self) -> None:
        self._panes.window.close()

    @property
    def _settings(self) -> Settings:
        return self._session.store.settings.all()

    def _resize(self, size: int) -> None:
        size = min(max(size, SMALLEST), LARGEST)
        self._session.apply(set_one(self._session.store, "text_size", size))
        self._panes.opened.set_type(replace(self._settings, text_size=size))
        self._panes.status.say(f"Text size {size}")

    def _wear(self, theme: str) -> None:
        self._session.apply(set_one(self._session.store, "theme", theme))
        self._panes.theme.wear(theme)
