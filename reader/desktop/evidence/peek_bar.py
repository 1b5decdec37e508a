"""Below the table: the sentence that the current cell rests on, its passage marked."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from reader.desktop.theme import Theme
from reader.model.card_words import details, label, shown, sureness
from reader.model.evidence import EvidenceRow
from reader.operations.tabulating import Peek

_KEYS = "Enter opens the text · Y right · X wrong · Shift+X not reported · Space hides this"


class PeekBar(QFrame):
    """Shows one cell's sentence, where it is from and how it was found."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("peekBar")
        self._sentence, self._about = QLabel(), QLabel()
        self._sentence.setObjectName("peekSentence")
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._about.setObjectName("panelHint")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        for part in (self._sentence, self._about):
            part.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(6)
        column.addWidget(self._sentence)
        column.addWidget(self._about)
        column.addStretch(1)
        self.setMinimumHeight(104)

    @property
    def words(self) -> str:
        """What is shown, as HTML and as plain text below it."""
        return f"{self._sentence.text()}\n{self._about.text()}"

    def show_value(self, row: EvidenceRow, name: str, found: Peek | None) -> None:
        """Show the first value of a field, and in which sentence it stands."""
        values = row.values.get(name, ())
        if not values:
            self.show_none(row, name)
            return
        colours = self._theme.colours
        if found:
            mark = f"background:{colours.evidence_page}; color:{colours.text}"
            said = f"“{escape(found.before)}<span style='{mark}'>{escape(found.words)}</span>"
            self._sentence.setText(f"{said}{escape(found.after)}”")
        else:
            self._sentence.setText("No sentence stands behind this value.")
        value = values[0]
        _, sure = sureness(value.confidence)
        parts = [f"{label(name)}: {shown(name, value)}", details(name, value)]
        parts += [f"{len(values) - 1} more"] if len(values) > 1 else []
        parts += [sure, f"found by {value.method}", row.feed_title, _KEYS]
        self._about.setText(" · ".join(part for part in parts if part))

    def show_none(self, row: EvidenceRow, name: str) -> None:
        """Show that there is nothing, or (for what is no field) which article it is."""
        self._sentence.setText(escape(row.title))
        nothing = f"{label(name)}: nothing found" if name not in ("title", "published") else ""
        parts = (nothing, row.feed_title, str(row.year or ""), _KEYS)
        self._about.setText(" · ".join(part for part in parts if part))

    def clear(self) -> None:
        self._sentence.setText("")
        self._about.setText("Choose a cell to see its sentence.")
