"""What can be done with highlights and notes."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication

from reader.desktop.annotations.tag_dialog import TagDialog
from reader.desktop.keys_in_use import key_or_name
from reader.desktop.panes import Panes
from reader.desktop.tongue import tr
from reader.model.annotation import AnnotationTagging, Marked
from reader.model.article import Article
from reader.model.errors import ReaderError
from reader.operations.annotating import (
    choices,
    highlight,
    reattach,
    recolour,
    remove_highlight,
    settle,
    tag_highlight,
    untag_highlight,
    write_note,
)
from reader.operations.linking import link_to
from reader.operations.setting import set_one

_NONE_CHOSEN = "Choose an article first."
_OLD_TEXT = "This is an earlier text. Choose the current one under About to mark its words."
_NONE_SELECTED = "Select some words of the article first."
_NO_HIGHLIGHT = "Choose a highlight first: click it, or press {key} for the next one."


class NoteDeeds:
    """Highlighting, noting, tagging highlights, and seeing to those whose text has changed."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._session = panes.session
        self._store = panes.session.store
        panes.reading.highlight_wanted.connect(self.highlight_in)
        panes.reading.note_wanted.connect(self.highlight_with_note)
        panes.reading.tag_wanted.connect(self.highlight_with_tag)
        panes.reading.view.highlight_chosen.connect(self._show_note)
        notes = panes.side.notes
        notes.keep_with(self._write)
        notes.wanted.connect(self._do)
        self._deeds: dict[str, Callable[[Marked, str], object]] = {
            "recolour": self._recolour,
            "remove": lambda row, _: self._session.do(remove_highlight(row)),
            "settle": lambda row, _: self._session.do(settle(row)),
            "tag": lambda row, _: self._tag(row.annotation.id),
            "link": lambda row, _: self._copy_link(row),
            "reattach": lambda row, _: self._reattach(row),
            "next_place": lambda row, _: self._show_next_place(row),
            "show_old": lambda row, _: self._show_old(row),
        }

    def highlight(self) -> None:
        """Highlight the selected words in the colour used last."""
        self.highlight_in("")

    def highlight_in(self, colour: str) -> None:
        """Highlight the selected words in a colour, "" for the one used last."""
        self._mark(colour or self._store.settings.all().colour)

    def highlight_with_note(self) -> None:
        """Highlight the selected words and put the cursor into a note on them; with none selected,
        the note on the chosen highlight."""
        if self._panes.reading.view.selected() is None and self._chosen():
            annotation_id = self._panes.opened.active
        else:
            annotation_id = self._mark(self._store.settings.all().colour)
        if annotation_id:
            self._show_notes()
            self._panes.side.notes.choose(annotation_id, write=True)

    def highlight_with_tag(self) -> None:
        """Highlight the selected words and ask for a tag on them."""
        if annotation_id := self._mark(self._store.settings.all().colour):
            self._tag(annotation_id)

    def tag_highlight(self) -> None:
        """Type tags for the chosen highlight."""
        if row := self._chosen_or_say():
            self._tag(row.annotation.id)

    def remove_highlight(self) -> None:
        if row := self._chosen_or_say():
            self._do("remove", row.annotation.id, "")

    def next_highlight(self) -> None:
        self._step(1)

    def previous_highlight(self) -> None:
        self._step(-1)

    def write_note(self) -> None:
        """Put the cursor into the note on the article."""
        if self._panes.opened.article is None:
            self._say(tr(_NONE_CHOSEN))
            return
        self._show_notes()
        self._panes.side.notes.write_about_article()

    def copy_highlight_link(self) -> None:
        """Copy a link that opens the article here, at the chosen highlight if there is one."""
        article, row = self._panes.opened.article, self._chosen()
        if article is None:
            self._say(tr(_NONE_CHOSEN))
        elif row:
            self._copy_link(row)
        else:
            self._copy(
                link_to(article.id), tr("Link to the article copied. It opens in Studywire.")
            )

    def tags_of_highlight(self, annotation_id: str) -> TagDialog:
        """The dialog for the tags of a highlight, not yet shown."""
        known = dict.fromkeys(name for name, _ in self._store.annotation_tags.counts())
        known |= dict.fromkeys(tag.name for tag in self._store.tags.in_use())
        dialog = TagDialog(list(known), self._panes.theme, self._panes.window)
        dialog.setWindowTitle(tr("Tags of the highlight"))

        def look_again(kinds: frozenset[type]) -> None:
            if AnnotationTagging in kinds:
                rows = self._store.annotation_tags.of([annotation_id])
                dialog.show_tags({row.name: "" for row in rows})

        def put(name: str) -> None:
            try:
                if row := self._panes.opened.marked(annotation_id):
                    self._session.do(tag_highlight(self._store, row, name))
            except ReaderError as error:
                dialog.refuse(str(error))

        def take_away(name: str) -> None:
            if row := self._panes.opened.marked(annotation_id):
                self._session.do(untag_highlight(row, name))

        dialog.tag_wanted.connect(put)
        dialog.removal_wanted.connect(take_away)
        self._session.changed.connect(look_again)
        dialog.destroyed.connect(lambda: self._session.changed.disconnect(look_again))
        look_again(frozenset({AnnotationTagging}))
        return dialog

    def _do(self, deed: str, annotation_id: str, more: str) -> None:
        """What a card of the panel wants."""
        self._panes.side.notes.flush()
        if row := self._panes.opened.marked(annotation_id):
            self._deeds[deed](row, more)

    def _mark(self, colour: str) -> str:
        """Highlight what is selected; the new highlight's id, "" where it failed."""
        article = self._panes.opened.article
        selected = self._selected()
        if article is None or selected is None:
            return ""
        try:
            change = highlight(article, *selected, colour)
        except ReaderError as error:
            self._say(str(error))
            return ""
        if not self._session.do(change):
            return ""
        self._session.apply(set_one(self._store, "colour", colour))
        self._panes.reading.view.clear_selection()
        self._announce(tr("Highlighted, {colour}", colour=colour))
        made = change.edits[0].after
        self._panes.opened.active = str(made.id) if made else ""
        return self._panes.opened.active

    def _selected(self) -> tuple[int, int] | None:
        """The selected words of the current text; None where there are none, which is said."""
        selected = self._panes.reading.view.selected()
        if self._panes.opened.article is None or selected is None:
            self._say(tr(_NONE_SELECTED))
            return None
        if not self._panes.opened.is_current:
            self._say(tr(_OLD_TEXT))
            return None
        return selected

    def _reattach(self, row: Marked) -> None:
        article: Article | None = self._panes.opened.article
        selected = self._selected()
        if article and selected:
            self._session.do(lambda: reattach(article, row, *selected))
            self._panes.reading.view.clear_selection()
            self._panes.opened.show_highlight(row.annotation.id)

    def _show_next_place(self, row: Marked) -> None:
        """Select the next place that an uncertain highlight may have gone to."""
        found = choices(self._store, row.annotation.id)
        if not found:
            return
        view = self._panes.reading.view
        now = view.selected()
        at = (found.index(now) + 1) % len(found) if now in found else 0
        view.reveal(*found[at])
        view.select(*found[at])
        self._say(
            tr(
                "Place {value} of {found}. “Re-attach to selection” puts it here.",
                value=at + 1,
                found=len(found),
            )
        )

    def _show_old(self, row: Marked) -> None:
        self._panes.opened.show_passage_in(row.annotation.revision_id, row.annotation.position)

    def _recolour(self, row: Marked, colour: str) -> None:
        self._session.do(recolour(row.annotation, colour))

    def _tag(self, annotation_id: str) -> None:
        dialog = self.tags_of_highlight(annotation_id)
        dialog.exec()
        dialog.deleteLater()

    def _copy_link(self, row: Marked) -> None:
        link = link_to(row.annotation.article_id, row.annotation.id)
        self._copy(link, tr("Link to the highlight copied. It opens in Studywire."))

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._say(said)

    def _step(self, by: int) -> None:
        opened = self._panes.opened
        rows = sorted(opened.placed(), key=lambda row: row.anchor.start)
        names = [row.annotation.id for row in rows]
        if not names:
            self._say(tr("Nothing is highlighted here."))
            return
        if opened.active in names:
            at = names.index(opened.active) + by
        else:
            here = self._panes.reading.view.top_offset()
            at = sum(row.anchor.start < here for row in rows) - (by < 0)
        opened.show_highlight(names[at % len(names)])
        self._panes.side.notes.choose(opened.active)

    def _show_note(self, annotation_id: str) -> None:
        self._panes.side.setCurrentWidget(self._panes.side.notes)
        self._panes.opened.show_highlight(annotation_id)
        self._panes.side.notes.choose(annotation_id)

    def _show_notes(self) -> None:
        self._panes.side.show()
        self._panes.side.setCurrentWidget(self._panes.side.notes)

    def _write(self, annotation_id: str, text: str) -> bool:
        """Keep a note; True once it is on disk."""
        article = self._panes.opened.article
        if article is None:
            return False
        kept = self._session.do(lambda: write_note(self._store, article.id, annotation_id, text))
        if kept:
            self._say(tr("Saved"))
        return kept

    def _chosen(self) -> Marked | None:
        return self._panes.opened.marked(self._panes.opened.active)

    def _chosen_or_say(self) -> Marked | None:
        if not (row := self._chosen()):
            self._say(tr(_NO_HIGHLIGHT, key=key_or_name("next_highlight")))
        return row

    def _announce(self, words: str) -> None:
        """Let a screen reader say it."""
        event = QAccessibleAnnouncementEvent(self._panes.reading.view, words)
        QAccessible.updateAccessibility(event)

    def _say(self, words: str) -> None:
        self._panes.status.say(words)
