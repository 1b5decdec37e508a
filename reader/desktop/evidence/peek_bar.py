"""Below the table: the sentence that the current cell rests on, its passage marked; whose value is
whose where several articles report the study."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from reader.desktop.card_terms import details, label, lost_words, shown, sureness
from reader.desktop.evidence.keys import OWN_WORDS, WORDS
from reader.desktop.theme import Theme
from reader.desktop.tongue import retold, tr
from reader.model.evidence import Column, EvidenceRow, Said, is_field
from reader.model.own_columns import PREFIX
from reader.model.study import StudyValue
from reader.operations.tabulating import Peek


class PeekBar(QFrame):
    """Shows one cell's sentence, where it is from and how it was found."""

    #: An article is to be opened at the value it states.
    source_wanted = Signal(int)
    #: Of values that disagree the one at this place is right.
    value_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("peekBar")
        self._sentence, self._sources, self._about, self._trouble = (QLabel() for _ in range(4))
        self._sentence.setObjectName("peekSentence")
        self._about.setObjectName("panelHint")
        self._sources.setObjectName("peekSources")
        self._trouble.setObjectName("trouble")
        for part in (self._sentence, self._sources):
            part.setTextFormat(Qt.TextFormat.RichText)
        for part in (self._about, self._trouble):
            part.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(6)
        for part in (self._trouble, self._sentence, self._sources, self._about):
            part.setWordWrap(True)
            column.addWidget(part)
        column.addStretch(1)
        self._sources.linkActivated.connect(self._follow)
        self._sources.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self._sources.hide()
        self._trouble.hide()
        self.setMinimumHeight(104)

    @property
    def words(self) -> str:
        """What is shown, as HTML and as plain text below it."""
        return f"{self._sentence.text()}\n{self._sources.text()}\n{self._about.text()}"

    @property
    def trouble(self) -> str:
        return self._trouble.text()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with what is being typed; "" says nothing."""
        self._trouble.setText(retold(sentence))
        self._trouble.setVisible(bool(sentence))
        if sentence:
            self.show()

    def show_value(self, row: EvidenceRow, column: Column, found: Peek | None) -> None:
        """Show the first value of a column, and in which sentence it stands."""
        name = column.name
        self._show_sources(row, name)
        values = row.values.get(name, ())
        if not values:
            self._show_none(row, column)
            return
        value = values[0]
        self._sentence.setText(self._quoted(found, value))
        parts = [f"{label(name)}: {shown(name, value)}", details(name, value)]
        parts += [tr("{value} more", value=len(values) - 1)] if len(values) > 1 else []
        parts += [*_provenance(value), row.stated(name)[0].reports[0].feed_title, tr(WORDS)]
        self._about.setText(" · ".join(part for part in parts if part))

    def clear(self) -> None:
        self._sentence.setText("")
        self._sources.hide()
        self._about.setText(tr("Choose a cell to see its sentence."))

    def _quoted(self, found: Peek | None, value: StudyValue) -> str:
        if found is None and value.review and value.review.lost:
            return escape(lost_words(value.review.lost[0]))
        if found is None:
            return tr("No sentence stands behind this value.")
        colours = self._theme.colours
        mark = f"background:{colours.evidence_page}; color:{colours.text}"
        said = f"“{escape(found.before)}<span style='{mark}'>{escape(found.words)}</span>"
        return f"{said}{escape(found.after)}”"

    def _show_none(self, row: EvidenceRow, column: Column) -> None:
        """That nothing was found, what the user wrote, or which article it is."""
        parts = [row.feed_title, str(row.year or ""), tr(WORDS)]
        if is_field(column.name):
            parts.insert(0, tr("{label}: nothing found", label=label(column.name)))
        written = row.cell(column.name).words if column.name.startswith(PREFIX) else ""
        if column.name.startswith(PREFIX):
            parts = [tr("Your column “{label}”", label=column.label), row.feed_title, tr(OWN_WORDS)]
        self._sentence.setText(escape(written or row.title))
        self._about.setText(" · ".join(part for part in parts if part))

    def _show_sources(self, row: EvidenceRow, name: str) -> None:
        """Whose value is whose; for what is no field, which articles report the study."""
        said = row.said.get(name, ())
        words = ""
        if said:
            differ = row.states.get(name) == "differ"
            words = "<br>".join(
                self._whose(name, at, each, choose=differ) for at, each in enumerate(said)
            )
        elif len(row.reports) > 1:
            words = tr("Reported by ") + ", ".join(map(self._link, _pairs(row)))
        self._sources.setText(words)
        self._sources.setVisible(bool(words))

    def _whose(self, name: str, place: int, said: Said, *, choose: bool) -> str:
        feeds = ", ".join(self._link((r.article_id, r.feed_title)) for r in said.reports)
        value = f"<b>{escape(shown(name, said.value))}</b>"
        words = tr("{value} in {feeds}", value=value, feeds=feeds)
        right = self._anchor(f"value:{place}", tr("this is right"))
        return f"{words} · {right}" if choose else words

    def _link(self, source: tuple[int, str]) -> str:
        return self._anchor(f"source:{source[0]}", source[1])

    def _anchor(self, to: str, words: str) -> str:
        colour = self._theme.colours.accent
        return f"<a href='{to}' style='color:{colour}'>{escape(words)}</a>"

    def _follow(self, link: str) -> None:
        kind, _, number = link.partition(":")
        signals = {"source": self.source_wanted, "value": self.value_wanted}
        if kind in signals and number.isdecimal():
            signals[kind].emit(int(number))


def _pairs(row: EvidenceRow) -> list[tuple[int, str]]:
    return [(report.article_id, report.feed_title) for report in row.reports]


def _provenance(value: StudyValue) -> list[str]:
    """How sure a value is and where it is from; of a user's own, what extraction said."""
    review = value.review
    if review and review.kind == "corrected":
        said = review.now if review.differs else review.said
        machine = (
            tr("extraction says {value}", value=said.value)
            if said
            else tr("extraction says nothing")
        )
        return [tr("your value"), machine]
    sure = sureness(value.confidence)[1]
    return [
        sure,
        tr("found by {method}", method=value.method),
        *([tr("accepted by you")] if review else []),
    ]
