"""What can be decided about the values of a study card."""

from collections.abc import Callable

from reader.desktop.keys_in_use import key_or_name
from reader.desktop.panes import Panes
from reader.desktop.study.card_rows import MAYBE
from reader.desktop.study.shown_card import Typing
from reader.desktop.tongue import tr
from reader.model.article import Article
from reader.model.change import Change
from reader.model.correction import Correction
from reader.model.study import StudyValue
from reader.operations import correcting

_NO_VALUE = "Choose a value on the study card first."
_NO_CARD = "Open an article with a study card first."
_NONE_SELECTED = "Select the words of the article that say it first, then link them."
_OLD_TEXT = "This is an earlier text. Choose the current one under About to link its words."


class StudyDeeds:
    """Accepting, correcting, rejecting, linking evidence."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._session = panes.session
        self._store = panes.session.store
        self._card = card = panes.side.card
        card.decided.connect(self._decide)
        card.typed.connect(self._enter)
        card.study_said.connect(self._say_study)
        card.changes_seen.connect(self._know)
        panes.reading.evidence_wanted.connect(self._link)
        panes.session.changed.connect(self._look_at_list)

    def study_card(self) -> None:
        """Give the keys to the card."""
        self._show_card()
        self._card.take_focus()

    def accept_value(self) -> None:
        self._with_chosen("accept")

    def reject_value(self) -> None:
        self._with_chosen("reject")

    def value_not_reported(self) -> None:
        self._with_chosen("not_reported")

    def take_back_decision(self) -> None:
        self._with_chosen("take_back")

    def correct_value(self) -> None:
        """Type the right value of the chosen row."""
        if place := self._place():
            self._card.edit(*place)

    def link_selection(self) -> None:
        """Make the selected words the evidence of the chosen row."""
        if place := self._place():
            self._link(*place)

    def next_unchecked(self) -> None:
        self._show_card()
        self._card.choose_unchecked()

    def _place(self) -> tuple[str, int] | None:
        place = self._card.chosen
        if place is None:
            self._panes.status.say(tr(_NO_VALUE))
        else:
            self._show_card()
        return place

    def _with_chosen(self, verb: str) -> None:
        if place := self._place():
            self._decide(verb, *place)

    def _decide(self, verb: str, field: str, place: int) -> None:
        """Carry out a verb of `reader.desktop.study.verbs` on a row of the card.

        It is about the text that the card was made from, which may not be the article's any more.
        """
        article = self._card.article
        value = self._card.value(field, place)
        if article is None:
            self._panes.status.say(tr(_NO_CARD))
        elif verb == "link":
            self._link(field, place)
        elif verb == "not_reported":
            shown = self._card.values(field)
            self._do(lambda: correcting.not_reported(self._store, article, field, shown))
        elif verb == "take_back":
            self._take_back(field, value)
        elif value is None:
            key = key_or_name("correct_value")
            self._panes.status.say(tr("Nothing is stated here. Press {key} to type one.", key=key))
        else:
            self._on_value(verb, article, (field, place), value)

    def _on_value(
        self, verb: str, article: Article, row: tuple[str, int], value: StudyValue
    ) -> None:
        field, place = row
        if place >= MAYBE and verb != "accept":
            key = key_or_name("accept_value")
            self._panes.status.say(
                tr("This is not on the card. Press {key} to put it there.", key=key)
            )
            return
        if place >= MAYBE:
            now = self._card.value(field, 0)
            self._do(lambda: correcting.take_up(self._store, article, field, value, now))
            return
        operations = {
            "accept": correcting.accept,
            "adopt": correcting.adopt,
            "reject": correcting.reject,
        }
        self._do(lambda: operations[verb](self._store, article, field, value))

    def _take_back(self, field: str, value: StudyValue | None) -> None:
        review = value.review if value else self._card.not_reported(field)
        if review is None:
            self._panes.status.say(tr("You have decided nothing about this value yet."))
        else:
            self._do(lambda: correcting.take_back(self._store, review.correction_id))

    def _link(self, field: str, place: int = 0) -> None:
        """Open the editor for a field with the selected words as its evidence."""
        opened, selected = self._panes.opened, self._panes.reading.view.selected()
        if opened.article is None or selected is None:
            self._panes.status.say(tr(_NONE_SELECTED))
        elif not opened.is_current:
            self._panes.status.say(tr(_OLD_TEXT))
        elif opened.card is None or not opened.card.is_study.value:
            self._panes.status.say(tr(_NO_CARD))
        else:
            self._show_card()
            self._card.edit(field, place, selected)

    def _enter(self, typing: Typing, text: str) -> None:
        done = self._do(
            lambda: correcting.correct(
                self._store,
                typing.article,
                typing.field,
                text,
                value=typing.value,
                passage=typing.passage,
            )
        )
        if done:
            self._card.kept()
        if done and typing.passage:
            self._panes.reading.view.clear_selection()

    def _say_study(self, is_study: bool) -> None:
        article, card = self._card.article, self._card.card
        if article and card:
            found = card.is_study
            self._do(lambda: correcting.say_study(self._store, article, found, is_study=is_study))

    def _know(self) -> None:
        if article := self._card.article:
            self._do(lambda: correcting.know(self._store, article))

    def _look_at_list(self, kinds: frozenset[type]) -> None:
        """The list's line of facts follows what the user decided."""
        if Correction in kinds:
            self._panes.list.look_at_rows_again()

    def _do(self, change: Callable[[], Change]) -> bool:
        return self._session.do(change)

    def _show_card(self) -> None:
        self._panes.side.show()
        self._panes.side.setCurrentWidget(self._card)
