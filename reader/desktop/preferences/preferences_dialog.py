"""The preferences. Everything takes effect at once; there is nothing to confirm."""

from dataclasses import asdict

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.keymap import Keymap
from reader.desktop.preferences.controls import PreferenceRow
from reader.desktop.preferences.keys_page import KeysPage
from reader.desktop.preferences.rows import KEYS, MODEL, PREFERENCES, SECTIONS
from reader.desktop.tongue import tr
from reader.model.settings import Settings


class PreferencesDialog(QDialog):
    """Sections on the left, their preferences on the right; what is typed above is looked for in all."""

    #: A field of `Settings` and its new value.
    wanted = Signal(str, object)
    #: The language model is to be tried.
    test_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self.resize(780, 600)
        self._settings = Settings()
        self.rows = {row.name: PreferenceRow(row) for row in PREFERENCES}
        self.keys = KeysPage()
        self.search = QLineEdit(placeholderText=tr("Search preferences and keys"))
        self.search.setAccessibleName(tr("Search preferences"))
        self.search.setClearButtonEnabled(True)
        self.sections = QListWidget()
        self.sections.setObjectName("sections")
        self.sections.setAccessibleName(tr("Sections"))
        self.sections.addItems([tr(name) for name in SECTIONS])
        self.sections.setFixedWidth(max(150, self.sections.sizeHintForColumn(0) + 36))
        self.test = QPushButton(tr("Test"))
        self.test.setAutoDefault(False)
        self.tested = _label("panelHint")
        self._none = _label("emptySentence", tr("No preference is called that."))
        self._headings = {name: _label("preferenceSection", tr(name)) for name in SECTIONS}
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page())
        self._stack.addWidget(self._keys_page())
        self._arrange()
        self._connect()
        self.sections.setCurrentRow(0)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now."""
        self._settings = settings
        values = asdict(settings)
        for name, row in self.rows.items():
            row.put(values[name])
            needs = row.preference.needs
            row.setEnabled(needs is None or values[needs[0]] == needs[1])
        self.test.setEnabled(bool(settings.language_model))

    def show_keymap(self, keymap: Keymap) -> None:
        self.keys.show_keymap(keymap)

    def open_section(self, name: str) -> None:
        self.search.clear()
        self.sections.setCurrentRow(SECTIONS.index(name))

    def say_tested(self, words: str, *, trouble: bool = False) -> None:
        """What came of trying the language model."""
        self.tested.setText(words)
        self.tested.setProperty("grave", trouble)
        self.tested.style().unpolish(self.tested)
        self.tested.style().polish(self.tested)

    def _look(self) -> None:
        """Show the chosen section; where something is typed, what is called so in any."""
        words = self.search.text().casefold().split()
        section = SECTIONS[max(0, self.sections.currentRow())]
        shown: set[str] = set()
        for row in self.rows.values():
            fits = all(word in row.words for word in words)
            visible = fits if words else row.preference.section == section
            row.setVisible(visible)
            shown |= {row.preference.section} if visible else set()
        for name, heading in self._headings.items():
            heading.setVisible(name in shown)
        self._try.setVisible(MODEL in shown)
        keys = self.keys.look_for(" ".join(words))
        on_keys = (section == KEYS and not words) or (bool(words) and not shown and keys)
        self._none.setVisible(bool(words) and not shown and not keys)
        self._stack.setCurrentIndex(1 if on_keys else 0)

    # -- how it is built

    def _page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("preferencesPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(0)
        column.addWidget(self._none)
        for section in SECTIONS:
            column.addWidget(self._headings[section])
            for row in self.rows.values():
                if row.preference.section == section:
                    column.addWidget(row)
        self._try = QWidget()
        line = QHBoxLayout(self._try)
        line.setContentsMargins(0, 10, 0, 0)
        line.addWidget(self.tested, 1)
        line.addWidget(self.test)
        column.addWidget(self._try)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("preferencesScroll")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _keys_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 12, 20, 16)
        column.addWidget(self.keys)
        return page

    def _arrange(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.sections)
        beside.addWidget(self._stack, 1)
        close = QPushButton(tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        hint = _label("panelHint", tr("What you change is kept at once."))
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.addWidget(hint, 1)
        foot.addWidget(close)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 12)
        head.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(beside, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        for name, row in self.rows.items():
            row.chosen.connect(lambda value, name=name: self.wanted.emit(name, value))
        self.search.textChanged.connect(self._look)
        self.sections.currentRowChanged.connect(self._choose_section)
        self.test.clicked.connect(self.test_wanted)

    def _choose_section(self) -> None:
        self.search.clear()
        self._look()


def _label(name: str, words: str = "") -> QLabel:
    made = QLabel(words)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made
