"""Rules for articles that arrive: what they look for, what they do, and what that would come to."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.article_words import noun_for
from reader.desktop.jobs import Questions
from reader.desktop.keys_in_use import key_or_name
from reader.desktop.search.explained import explained
from reader.desktop.session import Session
from reader.desktop.tongue import retold, tr
from reader.model.change import Change
from reader.model.errors import ReaderError
from reader.model.searches import Rule
from reader.operations.ruling import remove_rule, run_rule, save_rule, take_back, would_match

_FLAGS = {
    "star": "Star it",
    "mark_read": "Mark it as read",
    "mute": "Mute it: read, and out of the way",
    "notify": "Say so",
    "active": "Use this rule for new articles",
}


class RulesDialog(QDialog):
    """The rules at the left, one of them at the right. Everything can be undone."""

    def __init__(self, session: Session, questions: Questions, query: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._questions = session, questions
        self._store = session.store
        self._rule = Rule("", "", query)
        self._fresh = self._rule
        self.setWindowTitle(tr("Rules for new articles"))
        self.resize(760, 460)
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Rules"))
        self._list.setFixedWidth(200)
        self._list.currentRowChanged.connect(self._choose)
        self._name, self._query, self._tag = (
            _line(n) for n in (tr("Name"), tr("Query"), tr("Tag"))
        )
        self._name.setPlaceholderText(tr("A name, such as MS trials"))
        self._query.setPlaceholderText("design:rct condition:sclerosis n>=100")
        self._tag.setPlaceholderText(tr("No tag"))
        self._flags = {name: QCheckBox(tr(words)) for name, words in _FLAGS.items()}
        self._matches = _label("panelHint")
        self._trouble = _label("trouble")
        self._pause = QTimer(self, singleShot=True, interval=250)
        self._pause.timeout.connect(self._test)
        self._query.textChanged.connect(self._pause.start)
        self._arrange()
        self._fill()

    # -- for the user and for tests

    def write(self, name: str, query: str, tag: str = "", **flags: bool) -> None:
        """Fill in a rule."""
        self._name.setText(name)
        self._query.setText(query)
        self._tag.setText(tag)
        for flag, on in flags.items():
            self._flags[flag].setChecked(on)

    @property
    def trouble(self) -> str:
        return self._trouble.text()

    @property
    def matches(self) -> str:
        return self._matches.text()

    def save(self) -> bool:
        """Keep the rule that is shown; False where it will not do, which is said."""
        rule = self._written()
        if not self._do(lambda: save_rule(self._store, rule)):
            return False
        self._fill(self._rule.id or None)
        return True

    def run(self) -> None:
        """Save the rule and apply it to the archive."""
        if self.save() and self._do(lambda: run_rule(self._store, self._rule)):
            self._matches.setText(tr("Done. {key} takes it back.", key=key_or_name("undo")))

    def undo_rule(self) -> None:
        """Undo what the rule ever did."""
        if self._rule.id:
            self._do(lambda: take_back(self._store, self._rule))

    def remove(self) -> None:
        if self._rule.id:
            self._do(lambda: remove_rule(self._rule))
        self._fresh = Rule("", "", "")
        self._fill()

    # -- inside

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Name"), self._name)
        form.addRow(tr("Articles that match"), self._query)
        form.addRow("", self._matches)
        form.addRow(tr("Tag them"), self._tag)
        for box in self._flags.values():
            form.addRow("", box)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addWidget(self._trouble)
        right.addStretch(1)
        right.addLayout(self._buttons())
        row = QHBoxLayout()
        row.addWidget(self._list)
        row.addLayout(right, 1)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.rejected.connect(self.reject)
        closing.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(closing)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, tip, deed in (
            (tr("Remove"), tr("Remove the rule; what it did stays"), self.remove),
            (tr("Take back"), tr("Undo what the rule ever did"), self.undo_rule),
            (tr("Run on archive"), tr("Save the rule and apply it to all articles"), self.run),
            (tr("Save"), tr("Keep the rule for new articles"), self.save),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, deed=deed: deed())
            row.addWidget(button)
            if deed == self.remove:
                row.addStretch(1)
        button.setObjectName("primary")
        return row

    def _fill(self, search_id: str | None = None) -> None:
        """The rules as they are, and a new one at the end."""
        self._rules = [*self._store.rules.all(), self._fresh]
        self._list.blockSignals(True)
        self._list.clear()
        for rule in self._rules:
            self._list.addItem(rule.name if rule.id else tr("New rule…"))
        self._list.blockSignals(False)
        ids = [rule.id for rule in self._rules]
        self._list.setCurrentRow(ids.index(search_id) if search_id in ids else len(ids) - 1)
        self._choose(self._list.currentRow())

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._rules):
            return
        self._rule = rule = self._rules[row]
        flags = {name: bool(getattr(rule, name)) for name in _FLAGS}
        self.write(rule.name, rule.query, rule.tag, **flags)
        self._trouble.setText("")
        self._test()

    def _written(self) -> Rule:
        star, read, mute, notify, active = (box.isChecked() for box in self._flags.values())
        words = (self._name.text(), self._query.text(), self._tag.text())
        return Rule(self._rule.id, *words, star, read, mute, notify, active, self._rule.position)

    def _do(self, propose: Callable[[], Change]) -> bool:
        """Carry out what is proposed; what it raises for the user is shown here."""
        try:
            change = propose()
        except ReaderError as error:
            self._trouble.setText(retold(str(error)))
            return False
        self._trouble.setText("")
        done = self._session.do(change)
        if kept := next((e.after for e in change.edits if isinstance(e.after, Rule)), None):
            self._rule = kept
            self._fresh = Rule("", "", "")
        return done

    def _test(self) -> None:
        """Say what the query means, and how many articles it would match."""
        query = self._query.text()
        if not query.strip():
            self._matches.setText(tr("Type what to look for, as in the search box."))
            return
        words = explained(self._store, query)

        def answer(counts: tuple[int, int]) -> None:
            if query == self._query.text():
                self._matches.setText(
                    tr(
                        "{words}\nWould match {counts:,} of {counts2:,} {noun}.",
                        words=words,
                        counts=counts[0],
                        counts2=counts[1],
                        noun=noun_for(counts[1]),
                    )
                )

        self._questions.ask(lambda: would_match(self._store, query), answer)


def _line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    return made


def _label(name: str) -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setObjectName(name)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made
