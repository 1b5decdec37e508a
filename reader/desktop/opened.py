"""The article that is open, shown in every pane that shows something of it."""

from PySide6.QtCore import QObject, QTimer, Signal

from reader.desktop import beside
from reader.desktop.reading.reading_pane import ReadingPane
from reader.desktop.session import Session
from reader.desktop.side_panel import SidePanel
from reader.desktop.study.cautions import links_of, target
from reader.desktop.tongue import tr
from reader.model.annotation import ANNOTATED, Marked, Note, TextPositionSelector
from reader.model.article import Article, ArticleRow, Revision, Tagging, TextChoice
from reader.model.correction import Correction, Seen
from reader.model.picture import Picture
from reader.model.settings import Settings
from reader.model.story import StoryDecision
from reader.model.study import Span, StudyCard

#: What the text on show, or its card, is made of; what else is shown of an article.
_TEXT = {ArticleRow, StudyCard, Revision, TextChoice, Correction, Seen}
_SHOWN = _TEXT | ANNOTATED | {Picture, Tagging, StoryDecision}
_NOTHING = "Choose an article to read it here."


class Opened(QObject):
    """Keeps article, study card, notes and about showing one and the same article."""

    #: Another article is open; its id, 0 for none.
    opened = Signal(int)

    def __init__(self, session: Session, reading: ReadingPane, side: SidePanel) -> None:
        super().__init__()
        self._session = session
        self._store = session.store
        self._reading = reading
        self._side = side
        self.article: Article | None = None
        self.card: StudyCard | None = None
        self._marked: list[Marked] = []
        self._chosen: tuple[str, int] | None = None
        self._words = ""
        self._revision_id = 0
        self._note: Note | None = None
        self._waiting = QTimer(self, singleShot=True, interval=0)
        self._waiting.timeout.connect(self._show_beside)
        #: The highlight that was chosen last; its id.
        self.active = ""
        self._cautions: tuple[tuple[str, str], ...] = ()
        reading.made.connect(lambda: reading.view.evidence_chosen.connect(self._choose_from_text))
        side.made.connect(self._listen_beside)
        session.changed.connect(self._look_again)
        self.close()

    def show(self, article_id: int, words: str = "", *, passing: bool = False) -> None:
        """Open an article; `words` that were searched for are framed in it. Who is `passing`
        through a list sees the text at once, what belongs beside it when there is time."""
        self._words = words
        if self.article and self.article.id == article_id:
            self._show_found()
            return
        self.leave()
        article = self._store.articles.one(article_id) if article_id else None
        if article is None:
            self.close()
            return
        self.article, self._chosen, self.active = article, None, ""
        from reader.desktop.shown import resume_at

        self._show_article()
        if place := resume_at(self._store, article):
            self._reading.view.scroll_to(place)
        if not passing:
            self.complete()
        self.opened.emit(article.id)

    def _listen_beside(self) -> None:
        card, notes = self._side.card, self._side.notes
        card.value_chosen.connect(self.choose_value)
        notes.chosen.connect(self.show_highlight)
        notes.filtered.connect(self._mark)
        self._side.about.revision_chosen.connect(self._show_revision)
        card.old_chosen.connect(lambda old, spans: self.show_passage_in(old, *spans))

    def complete(self) -> None:
        """Show now what still waits to be shown beside the article."""
        if self._waiting.isActive():
            self._waiting.stop()
            self._show_beside()

    def leave(self) -> None:
        """Keep what is being written, and how far the article is read."""
        self._side.flush()
        if self.article and self.is_current and not self._store.read_only:
            from reader.desktop import shown

            top = self._reading.view.top_offset()
            self._session.apply(shown.leave_at(self._store, self.article, top))

    def close(self) -> None:
        """Show no article."""
        self.leave()
        self._waiting.stop()
        self.article, self.card, self._chosen, self._marked = None, None, None, []
        self._reading.show_empty(tr(_NOTHING))
        self._side.show_nothing()
        self.opened.emit(0)

    def set_type(self, settings: Settings) -> None:
        """Set the article in another size or other colours, without moving it."""
        self._reading.set_type(settings)
        if self.article:
            with self._reading.view.standing_still():
                self._show_all()

    def choose_value(self, field: str, place: int) -> None:
        """Show the sentence a value rests on, and mark it."""
        if self.card is None or self.article is None:
            return
        self._chosen = (field, place)
        if not self.is_current:
            self._show_text()
        self._mark()
        if spans := self._spans(field, place):
            self._reading.view.reveal(*spans[0])

    def choose_link(self, address: str) -> bool:
        """Follow a link in the line of cautions; False for any other address."""
        found = target(address)
        if found:
            self._side.setCurrentWidget(self._side.card)
            self._side.card.choose(*found)
            self.choose_value(*found)
        return found is not None

    def show_highlight(self, annotation_id: str) -> None:
        """Choose a highlight and scroll to it."""
        self.active = annotation_id
        self._mark()
        if (row := self.marked(annotation_id)) and row.anchor.state != "orphan":
            self._reading.view.reveal(row.anchor.start, row.anchor.end)

    @property
    def is_current(self) -> bool:
        """The article's current text is on show, not one it had before."""
        return self._revision_id == (self.article.revision_id if self.article else 0)

    def marked(self, annotation_id: str) -> Marked | None:
        return {row.annotation.id: row for row in self._marked}.get(annotation_id)

    # -- showing

    def _show_all(self) -> None:
        if self.article:
            self._show_article()
            self.complete()

    def _show_article(self) -> None:
        """The text and what is marked in it; what stands beside it, still another one's, waits."""
        if self.article is None:
            return
        self.card = self._store.studies.card(self.article.id)
        self._show_text()
        self._mark_again()
        self._side.hold(True)
        self._waiting.start()

    def _show_beside(self) -> None:
        self._side.hold(False)
        if self.article:
            from reader.desktop import shown

            self._show_card()
            self._side.notes.show_notes(self._note, self._marked, self.article.content.text)
            beside.show_about(self._store, self._side, self.article)
            shown.remember(self._store, self.article)

    def _show_text(self) -> None:
        if self.article is None:
            return
        from reader.desktop import shown

        self._revision_id = self.article.revision_id if self.article.content.text else 0
        self._cautions = links_of(self._store, self.article, self.card)
        self._reading.view.show_text(*shown.page(self._store, self.article, self._cautions))
        self._reading.show_article()
        self._show_found()

    def _show_card(self) -> None:
        if self.article:
            beside.show_card(self._store, self._side, self.article, self.card)

    def _mark_again(self) -> None:
        """Mark what is highlighted now."""
        if self.article is None:
            return
        from reader.desktop import shown

        self._marked = shown.marked(self._store, self.article)
        self._note = self._store.notes.of_article(self.article.id)
        self._side.count_notes(len(self._marked) + (self._note is not None))
        self._mark()

    def _show_found(self) -> None:
        """Frame what was searched for."""
        if self.article:
            from reader.desktop.shown import occurrences

            self._reading.show_searched(occurrences(self.article.content.text, self._words))

    def _mark(self) -> None:
        if not self.is_current:
            return
        from reader.desktop.shown import passages

        chosen = self._spans(*self._chosen) if self._chosen else ()
        self._reading.view.mark(passages(self.card, self.placed(), chosen, self.active))

    def placed(self) -> tuple[Marked, ...]:
        """The highlights that are shown in the text: those with a place that the panel shows."""
        wants = self._side.notes.query.wants
        return tuple(row for row in self._marked if row.anchor.state != "orphan" and wants(row))

    def _spans(self, field: str, place: int) -> list[tuple[int, int]]:
        return self._side.card.spans(field, place, self.article.revision_id if self.article else 0)

    def _choose_from_text(self, field: str, place: int) -> None:
        self._side.setCurrentWidget(self._side.card)
        self._side.card.choose(field, place)
        self._chosen = (field, place)
        self._mark()

    def _show_revision(self, revision_id: int) -> None:
        """Show an earlier text, or the current one again. It can be read, not marked."""
        if self.article is None:
            return
        if revision_id == self.article.revision_id:
            self._show_all()
            return
        revisions = {r.id: r for r in self._store.articles.revisions(self.article.id)}
        if revision := revisions.get(revision_id):
            from reader.desktop.shown import earlier_page

            self._revision_id = revision.id
            self._reading.view.show_text(*earlier_page(revision))

    def _look_again(self, kinds: frozenset[type]) -> None:
        """Show what changed of the open article, and nothing else."""
        if self.article is None or not kinds & _SHOWN:
            return
        self.complete()
        if kinds & {Picture} and self.is_current:
            self._show_again()
        if kinds & _TEXT:
            self._look_at_text_again()
        if kinds & ANNOTATED:
            self._mark_again()
            if not self._side.notes.is_writing:
                self._side.notes.show_notes(self._note, self._marked, self.article.content.text)
        if kinds & {Tagging, StoryDecision}:
            beside.show_about(self._store, self._side, self.article)
        if kinds & {StoryDecision}:
            self._show_card()

    def _look_at_text_again(self) -> None:
        """A new revision or a card has come while the article is open."""
        fresh = self._store.articles.one(self.article.id) if self.article else None
        if fresh is None:
            return
        card = self._store.studies.card(fresh.id)
        with self._reading.view.standing_still():
            if fresh != self.article:
                self.article = fresh
                self._show_all()
            else:
                self._show_card_again(card)

    def _show_again(self) -> None:
        """Pictures have come while the article is open."""
        with self._reading.view.standing_still():
            self._show_text()
            self._mark()

    def _show_card_again(self, card: StudyCard | None) -> None:
        """Another card of the same text, or a decision about it: the text stays as it is."""
        self.card = card
        self._show_card()
        self._chosen = self._side.card.chosen if self._chosen else None
        if self.is_current and self._cautions != links_of(self._store, self.article, card):
            self._show_text()
        self._mark()

    def show_passage_in(self, revision_id: int, *passages: Span | TextPositionSelector) -> None:
        """Show words of a text the article had before."""
        from reader.desktop.shown import chosen_passages

        self._show_revision(revision_id)
        if ranges := tuple((span.start, span.end) for span in passages):
            if not self.is_current:
                self._reading.view.mark(chosen_passages(ranges))
            self._reading.view.reveal(*ranges[0])
