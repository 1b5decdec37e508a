"""What the user sets: the dialog, and what follows from it in the window."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reader.desktop.actions import DEEDS, Actions
from reader.desktop.jobs import Job
from reader.desktop.keymap import Keymap
from reader.desktop.panes import Panes
from reader.desktop.tongue import tr
from reader.model.errors import ReaderError
from reader.model.settings import Setting
from reader.operations.remapping import remap, remapped, reset_keys
from reader.operations.setting import set_one

if TYPE_CHECKING:
    from reader.desktop.key_sheet import KeySheet
    from reader.desktop.preferences.preferences_dialog import PreferencesDialog
    from reader.feeds.language_model import LanguageModel

_TRYING = "Asking the model for one word; the first time may take a minute."
_ASKED = "The language model is being asked already. Wait for its answer, or stop it."
_OFF = "No language model is set. Its address can be given under Preferences, Models."

#: Settings that articles are set anew for.
_OF_ARTICLES = (
    "font",
    "text_size",
    "measure",
    "line_height",
    "interface_size",
    "underline_highlights",
)


class SettingDeeds:
    """Preferences, keys, and the language model."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._session = panes.session
        self._store = panes.session.store
        self._settings = self._store.settings.all()
        self._dialog: PreferencesDialog | None = None
        self._actions: Actions | None = None
        self._tried: LanguageModel | None = None
        self._asking: Job | None = None
        panes.session.changed.connect(self._follow)
        panes.theme.changed.connect(self._set_type)
        self._set_type()

    def dress(self, actions: Actions) -> None:
        """Give the actions the keys that the user wants them to have."""
        self._actions = actions
        self._wear()

    @property
    def keymap(self) -> Keymap:
        known = {deed.name for deed in DEEDS}
        own = remapped(self._store)
        return Keymap({name: keys for name, keys in own.items() if name in known})

    def preferences(self) -> None:
        dialog = self.preferences_dialog()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.search.setFocus()

    def preferences_dialog(self) -> "PreferencesDialog":
        """The dialog, made when it is first asked for. The window stays usable beside it."""
        if self._dialog is None:
            from reader.desktop.preferences.preferences_dialog import PreferencesDialog

            self._dialog = dialog = PreferencesDialog(self._panes.window)
            dialog.wanted.connect(self._set)
            dialog.test_wanted.connect(self._test)
            dialog.keys.remap_wanted.connect(
                lambda wanted, label: self._session.do(remap(self._store, wanted, label))
            )
            dialog.keys.reset_wanted.connect(lambda: self._session.do(reset_keys(self._store)))
        self._dialog.show_settings(self._settings)
        self._dialog.show_keymap(self.keymap)
        return self._dialog

    def show_keys(self) -> None:
        sheet = self.key_sheet()
        sheet.exec()
        if sheet.wants_change:
            self.preferences()
            self.preferences_dialog().open_section(tr("Keys"))

    def key_sheet(self, parent: QWidget | None = None) -> "KeySheet":
        from reader.desktop.key_sheet import KeySheet

        return KeySheet(self.keymap, parent or self._panes.window)

    def ask_model(self) -> None:
        """Ask the language model about the open article; reading goes on meanwhile."""
        article = self._panes.opened.article
        if article is None:
            self._panes.status.say(tr("Open an article first."))
            return
        if self._asking in self._panes.jobs.running:
            self._panes.status.say(tr(_ASKED))
            return
        from reader.operations.asking import ask_about, language_model

        try:
            model = language_model(self._store.settings.all())
        except ReaderError as error:
            self._session.failed.emit(str(error))
            return
        if model is None:
            self._panes.status.say(tr(_OFF))
            return
        self._asking = self._panes.jobs.start(
            tr("Asking the language model"), ask_about(self._store, model, article), reads=True
        )

    def rest(self) -> None:
        """The window is closed; the theme may live longer."""
        self._panes.theme.changed.disconnect(self._set_type)
        if self._tried is not None:
            self._tried.close()

    def _test(self) -> None:
        from reader.operations.asking import TRYING, language_model, try_model

        dialog = self.preferences_dialog()

        def tell(words: str, *, trouble: bool = False) -> None:
            dialog.say_tested(words, trouble=trouble)
            dialog.test.setEnabled(True)

        def refuse(words: str) -> None:
            tell(words, trouble=True)

        try:
            self._tried = model = language_model(self._store.settings.all(), TRYING)
        except ReaderError as error:
            refuse(str(error))
            return
        if model is not None:
            dialog.test.setEnabled(False)
            dialog.say_tested(tr(_TRYING))
            self._panes.questions.ask(lambda: try_model(model), tell, refuse)

    def _set(self, name: str, value: str | int) -> None:
        self._session.apply(set_one(self._store, name, value))

    def _follow(self, kinds: frozenset[type]) -> None:
        """Let everything follow what was set: colours, sizes, keys, and the dialog itself."""
        if Setting not in kinds:
            return
        before, self._settings = self._settings, self._store.settings.all()
        now, theme = self._settings, self._panes.theme
        theme.set_scale(now.interface_size)
        if now.theme != before.theme:
            theme.wear(now.theme)
        elif any(getattr(now, name) != getattr(before, name) for name in _OF_ARTICLES):
            self._set_type()
        self._wear()
        if now.read_closely != before.read_closely:
            self._panes.updater.catch_up()
        if self._dialog:
            self._dialog.show_settings(now)
            self._dialog.show_keymap(self.keymap)

    def _set_type(self) -> None:
        self._panes.opened.set_type(self._settings)

    def _wear(self) -> None:
        if self._actions is not None:
            keymap = self.keymap
            self._actions.wear({deed.name: keymap.keys(deed.name) for deed in DEEDS})
