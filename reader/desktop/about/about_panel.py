"""Where an article comes from: source, dates, tags, identifiers, and the texts it had before."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QScrollArea, QWidget

from reader.desktop.tongue import tr
from reader.desktop.when import exact
from reader.model.article import Article, Revision
from reader.model.story import Story


class AboutPanel(QScrollArea):
    """Facts about the article itself, not about its study."""

    #: An address was clicked.
    link_chosen = Signal(str)
    #: An earlier text was asked for; its revision's id.
    revision_chosen = Signal(int)
    #: What changed after this revision was asked for.
    changes_wanted = Signal(int)
    #: Another article of the same story was asked for; its id.
    source_chosen = Signal(int)
    #: The article does not report the study of its story.
    split_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("aboutPanel")
        self.setAccessibleName(tr("About the article"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_article(
        self,
        article: Article | None,
        revisions: Sequence[Revision],
        tags: Sequence[str],
        story: Story = Story(),
    ) -> None:
        page = QWidget()
        page.setObjectName("aboutPage")
        form = QFormLayout(page)
        form.setContentsMargins(16, 12, 14, 12)
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        if article:
            for label, words in _facts(article, tags):
                form.addRow(_label(label), _words(words))
            if article.link:
                form.addRow(_label(tr("Original")), self._link(article.link))
            self._add_story(form, article, story)
            self._add_revisions(form, article, revisions)
        self.setWidget(page)

    def _link(self, address: str) -> QWidget:
        link = QPushButton(_host(address))
        link.setObjectName("link")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setToolTip(address[:300].replace("<", "%3C"))
        link.setAccessibleName(
            tr("Open the original at {host} in the browser", host=_host(address))
        )
        link.clicked.connect(lambda: self.link_chosen.emit(address))
        return link

    def _add_story(self, form: QFormLayout, article: Article, story: Story) -> None:
        """The other sources of the same study, and what they say otherwise."""
        others = [source for source in story.sources if source.article_id != article.id]
        if not others:
            return
        form.addRow(
            _label(tr("Same study")),
            _words(tr("{sources} sources report it.", sources=len(story.sources))),
        )
        for source in others:
            words = f"{source.feed_title}: {source.title}"
            link = _link(words if len(words) < 80 else words[:79] + "…")
            link.clicked.connect(lambda _, i=source.article_id: self.source_chosen.emit(i))
            form.addRow(QLabel(), link)
        for found in story.disagreements:
            lines = [
                f"{words}: {', '.join(source.feed_title for source in sources)}"
                for words, sources in found.values
            ]
            form.addRow(_label(tr("They disagree")), _words(f"{found.label}\n" + "\n".join(lines)))
        split = _link(tr("This is another study"))
        split.setToolTip(tr("Take this article out of the story; that stays so"))
        split.clicked.connect(self.split_wanted)
        form.addRow(QLabel(), split)

    def _changes(self, revision_id: int) -> QWidget:
        link = _link(tr("What changed since"))
        link.clicked.connect(lambda: self.changes_wanted.emit(revision_id))
        return link

    def _add_revisions(
        self, form: QFormLayout, article: Article, revisions: Sequence[Revision]
    ) -> None:
        if len(revisions) < 2:
            return
        form.addRow(
            _label(tr("Texts")),
            _words(tr("The publisher changed it; {revisions} are kept.", revisions=len(revisions))),
        )
        for revision in reversed(revisions):
            current = revision.id == article.revision_id
            words = f"{exact(revision.fetched)}{tr(' (current)') if current else ''}"
            link = _link(words)
            link.clicked.connect(lambda _, r=revision.id: self.revision_chosen.emit(r))
            form.addRow(QLabel(), link)
            if not current:
                form.addRow(QLabel(), self._changes(revision.id))


def _facts(article: Article, tags: Sequence[str]) -> list[tuple[str, str]]:
    found = [(tr("Feed"), article.feed_title), (tr("Author"), article.author)]
    found += [
        (tr("Published"), exact(article.published) if article.published else tr("not stated"))
    ]
    found += [(tr("Arrived"), exact(article.first_seen)), (tr("This text"), exact(article.fetched))]
    found += [(tr("Tags"), ", ".join(tags))]
    found += [(tr("Words"), f"{len(article.content.text.split()):,}")]
    return [(label, words) for label, words in found if words]


def _link(words: str) -> QPushButton:
    link = QPushButton(words.replace("&", "&&"))
    link.setObjectName("link")
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    return link


def _host(address: str) -> str:
    return address.split("//", 1)[-1].split("/", 1)[0].rpartition("@")[2]


def _label(words: str) -> QLabel:
    made = QLabel(words)
    made.setObjectName("fieldName")
    return made


def _words(words: str) -> QLabel:
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setObjectName("fieldValue")
    made.setWordWrap(True)
    return made
